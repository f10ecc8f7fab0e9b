"""What the drawing keeps of somebody: his ties with the family, and the place where he was put by hand."""

from dataclasses import replace
from uuid import UUID

from gezinsplan.domain.banden import Band, Bandsterkte, Plek, Richting, Steun
from gezinsplan.domain.klik import human
from gezinsplan.domain.namen import called
from gezinsplan.domain.rondom import rondom
from gezinsplan.domain.values import drop, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.words import joined, word


def band_form(family: Family, deelnemer: UUID, band: Band | None = None) -> Form:
    """With whom, what it gives, how strong it is and who gives to whom."""
    name = called(family.dossier, family.team.kaart, deelnemer)
    whom = (*choices.nobody(_("het hele gezin")), *choices.members(family))
    specs = (
        FieldSpec("lid", _("Een band met"), FieldKind.CHOICE, whom),
        FieldSpec("steun", _("Wat geeft deze band?"), FieldKind.CHOICES, choices.words(Steun)),
        FieldSpec("sterkte", _("Hoe sterk?"), FieldKind.CHOICE, choices.words(Bandsterkte)),
        FieldSpec("richting", _("Wie helpt wie?"), FieldKind.CHOICE, choices.words(Richting), beside=True),
        FieldSpec("voor_wie", _("Wie mag dit weten?"), FieldKind.READERS, choices.people(family), more=True),
    )
    title = _("De band met {name}").format(name=name)
    naming = Naming(title, title, _("Bewaren"))
    form = (
        edit_part(family, band, naming, specs) if band else new_part(family, Band, naming, specs, {**_new(deelnemer)})
    )
    return replace(form, step=_("Band"))


def _new(deelnemer: UUID) -> dict[str, object]:
    return {"deelnemer": deelnemer, "steun": ()}


def banden_van(family: Family, deelnemer: UUID) -> tuple[Option, ...]:
    """The ties of somebody: with whom, and in words what it is like."""
    someone = human(family.dossier, deelnemer)
    mine = [each for each in family.dossier.banden if human(family.dossier, each.deelnemer) == someone]
    return tuple(Option(each.id, _whom(family, each), _like(each)) for each in mine)


def _whom(family: Family, band: Band) -> str:
    name = called(family.dossier, family.team.kaart, band.lid) or _("het hele gezin")
    return _("Met {name}").format(name=name)


def _like(band: Band) -> str:
    gives = joined(word(each) for each in band.steun)
    return ", ".join(part for part in (word(band.sterkte), word(band.richting), gives) if part)


def mensen_eromheen(family: Family, ook: UUID | None = None) -> tuple[Option, ...]:
    """Everybody around the family now, whose ties can be told; `ook` somebody who is no longer there."""
    found = [each.id for each in rondom(family.dossier, family.op)]
    humans = {human(family.dossier, each): each for each in found}
    if ook is not None:
        humans[human(family.dossier, ook)] = ook
    kaart = family.team.kaart
    return tuple(Option(each, called(family.dossier, kaart, each)) for each in humans.values())


def put_at(deelnemer: UUID, x: int, y: int) -> Rule:
    """The rule that keeps the place where somebody was put."""

    def rule(family: Family) -> Family:
        free = drop(family.dossier, *_places(family, deelnemer))
        return replace(family, dossier=put(free, Plek(new_id(), deelnemer, x, y)))

    return rule


def _places(family: Family, deelnemer: UUID) -> list[UUID]:
    someone = human(family.dossier, deelnemer)
    return [each.id for each in family.dossier.plekken if human(family.dossier, each.deelnemer) == someone]


def let_go(family: Family) -> Family:
    """The rule that everybody stands where the drawing puts him again."""
    return replace(family, dossier=drop(family.dossier, *(each.id for each in family.dossier.plekken)))
