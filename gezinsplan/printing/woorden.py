"""What the family says: the wish, the reason, what goes well and what worries."""

from reportlab.platypus import Flowable, Table, TableStyle

from gezinsplan.domain.dossier import Aard, Onderdeel, Tekst
from gezinsplan.domain.plan import teksten_of
from gezinsplan.printing.layout import COLUMN_HEADING, HEADING, HEIGHT, ITEM, QUOTE, WIDTH
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import FONT, Blok, alinea, blocks, quiet, quoted, sectie
from gezinsplan.texts.words import word

_GUTTER = 22.0
_SHORT = 260.0


def wens(papier: Papier) -> list[Flowable]:
    """What the family wants."""
    teksten = teksten_of(papier.dossier, Onderdeel.WENS)
    return sectie(word(Onderdeel.WENS), *(_quote(papier, each) for each in teksten))


def aanleiding(papier: Papier) -> list[Flowable]:
    """Why it began."""
    teksten = teksten_of(papier.dossier, Onderdeel.AANLEIDING)
    return sectie(word(Onderdeel.AANLEIDING), *(_item(papier, each) for each in teksten))


def krachten_en_zorgen(papier: Papier) -> list[Flowable]:
    """What goes well and what worries; side by side when both are short."""
    lists = [(each, teksten_of(papier.dossier, each)) for each in (Onderdeel.KRACHT, Onderdeel.ZORGPUNT)]
    columns = [[part for each in teksten for part in _item(papier, each).samen] for _onderdeel, teksten in lists]
    if all(teksten for _onderdeel, teksten in lists):
        half = (WIDTH - _GUTTER) / 2
        if all(_height(column, half) < _SHORT for column in columns):
            return blocks(Blok([_side_by_side([word(onderdeel) for onderdeel, _teksten in lists], columns, half)]))
    return [
        part
        for onderdeel, teksten in lists
        for part in sectie(word(onderdeel), *(_item(papier, each) for each in teksten))
    ]


def verder(papier: Papier, *onderdelen: Onderdeel) -> list[Flowable]:
    """The further sections of a full plan, as far as this one has them."""
    return [
        part
        for onderdeel in onderdelen
        for part in sectie(word(onderdeel), *(_item(papier, each) for each in teksten_of(papier.dossier, onderdeel)))
    ]


def _quote(papier: Papier, tekst: Tekst) -> Blok:
    return Blok([alinea(QUOTE, quoted(tekst.woorden), quiet(_speaker(papier, tekst)))])


def _item(papier: Papier, tekst: Tekst) -> Blok:
    said = quoted(tekst.woorden) if tekst.aard is Aard.UITSPRAAK else tekst.woorden
    return Blok([alinea(ITEM, said, quiet(_speaker(papier, tekst)), bullet="•")])


def _speaker(papier: Papier, tekst: Tekst) -> str:
    name = papier.called(tekst.spreker)
    return f"\n{name}" if name else ""


def _height(column: list[Flowable], width: float) -> float:
    return float(sum(part.wrap(width, HEIGHT)[1] + part.getSpaceAfter() for part in column))


def _side_by_side(names: list[str], columns: list[list[Flowable]], half: float) -> Table:
    left, right = (alinea(COLUMN_HEADING, name) for name in names)
    made = Table([[left, None, right], [columns[0], None, columns[1]]], colWidths=[half, _GUTTER, half])
    bare = [(side, (0, 0), (-1, -1), 0) for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")]
    made.setStyle(
        TableStyle(
            [
                FONT,
                *bare,
                ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
                ("VALIGN", (0, 1), (-1, 1), "TOP"),
                ("BOTTOMPADDING", (0, 0), (-1, 0), 7),
            ]
        )
    )
    made.spaceBefore = HEADING.spaceBefore
    return made
