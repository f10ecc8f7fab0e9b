"""The card with the genogram: the drawing, what its lines mean, and the same in words for who does not see it."""

from dataclasses import dataclass

from gezinsplan.domain.genogram import Genogram, genogram, leven
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.relaties import is_then
from gezinsplan.domain.takken import Verband
from gezinsplan.presenters.afspraken import named
from gezinsplan.presenters.relaties import sentence
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.stamboom import leven_words, teken_words, verband_words


@dataclass(frozen=True, slots=True)
class StamboomKaart:
    """The drawing, all of it in words, and the lines that occur in it with their meaning."""

    tekening: Genogram
    tekst: str
    legenda: tuple[tuple[Verband, str], ...]
    tekens: str


def stamboom_kaart(family: Family) -> StamboomKaart:
    """The family as it is now and may be seen."""

    def below(persoon: Persoon) -> str:
        life = leven(persoon, family.op)
        return leven_words(life.jaren, life.zeker, life.geboren, life.overleden)

    drawing = genogram(family.dossier, family.op, lambda persoon: named(family, persoon), below)
    there = {each.verband for each in drawing.strepen}
    legend = tuple((Verband(each), words) for each, words in verband_words().items() if each in there)
    marks = teken_words(overleden=any(each.overleden for each in drawing.mensen), thuis=bool(drawing.huizen))
    return StamboomKaart(drawing, _told(family), legend, marks)


def _told(family: Family) -> str:
    going = (each for each in family.dossier.relaties if is_then(each, family.op))
    return " ".join([_("Stamboom."), *(f"{sentence(family, each)}." for each in going)])
