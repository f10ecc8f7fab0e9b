"""The ecogram: the family in the middle, everybody who helps around it, as a plain drawing without overlap.

Inside: who counts and the own netwerk. Outside: vaste basis, op afstand and volunteers (product.md 4).
"""

from dataclasses import dataclass, replace
from itertools import combinations
from math import cos, pi, sin

from gezinsplan.domain.tekening import SIDE, Kleur, Lijn, Ring, Tekening, Vak

_MIDDLE = SIDE / 2
_WIDTH, _HEIGHT, _GAP = 190.0, 78.0, 12.0
_HEART = 92.0
_FIRST_RADIUS, _RING_STEP, _NUDGE = 230.0, 96.0, 8.0
_TURNS = 24
_ON_FIRST_RING, _MORE_PER_RING = 8, 4


@dataclass(frozen=True, slots=True)
class Plek:
    """Somebody to draw: how he is called, a line under it, what he stands for, and whether he stands outside."""

    id: str
    titel: str
    onder: str
    kleur: Kleur
    buiten: bool


def draw(midden: str, onder: str, plekken: tuple[Plek, ...]) -> Tekening:
    """The drawing of these people, always the same for the same people in the same order."""
    boxes: list[Vak] = []
    rings: list[Ring] = []
    for outside in (False, True):
        people = [each for each in plekken if each.buiten is outside]
        while people:
            room = _ON_FIRST_RING + _MORE_PER_RING * len(rings)
            least = rings[-1].straal + _RING_STEP if rings else _FIRST_RADIUS
            radius, placed = _place(people[:room], least, boxes)
            rings.append(Ring(radius, gestreept=outside))
            boxes += placed
            people = people[room:]
    return _scaled(midden, onder, rings, boxes)


def overlap(one: Vak, other: Vak, gap: float = 0.0) -> bool:
    """Whether two boxes stand in each other's way, with that much air between them."""
    return (
        abs(one.x - other.x) < (one.breedte + other.breedte) / 2 + gap
        and abs(one.y - other.y) < (one.hoogte + other.hoogte) / 2 + gap
    )


def _place(people: list[Plek], least: float, taken: list[Vak]) -> tuple[float, list[Vak]]:
    """The smallest ring from `least` on, and its turn, where these boxes touch nobody."""
    radius = least
    while True:
        for turn in range(_TURNS):
            boxes = _on_ring(people, radius, turn / _TURNS)
            pairs = [*combinations(boxes, 2), *((new, old) for new in boxes for old in taken)]
            if not any(overlap(one, other, _GAP) for one, other in pairs):
                return radius, boxes
        radius += _NUDGE


def _on_ring(people: list[Plek], radius: float, turn: float) -> list[Vak]:
    step = 2 * pi / len(people)
    angles = [-pi / 2 + (index + turn) * step for index in range(len(people))]
    return [
        Vak(
            each.id,
            _MIDDLE + radius * cos(angle),
            _MIDDLE + radius * sin(angle),
            _WIDTH,
            _HEIGHT,
            each.kleur,
            each.titel,
            each.onder,
        )
        for each, angle in zip(people, angles, strict=True)
    ]


def _scaled(midden: str, onder: str, rings: list[Ring], boxes: list[Vak]) -> Tekening:
    """Everything made smaller around the middle until it stands inside the square."""
    reach = [max(abs(box.x - _MIDDLE) + _WIDTH / 2, abs(box.y - _MIDDLE) + _HEIGHT / 2) for box in boxes]
    factor = min(1.0, _MIDDLE / max((*reach, *(ring.straal for ring in rings)), default=_HEART))

    def near(place: float) -> float:
        return _MIDDLE + (place - _MIDDLE) * factor

    placed = tuple(
        replace(box, x=near(box.x), y=near(box.y), breedte=_WIDTH * factor, hoogte=_HEIGHT * factor) for box in boxes
    )
    return Tekening(
        midden,
        onder,
        _HEART * factor,
        tuple(replace(ring, straal=ring.straal * factor) for ring in rings),
        tuple(Lijn(_MIDDLE, _MIDDLE, box.x, box.y, box.kleur) for box in placed),
        placed,
    )
