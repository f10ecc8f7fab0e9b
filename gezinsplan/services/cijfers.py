"""Figures over the caseload without names: as a table, as bars for a picture, and as a file for a spreadsheet.

The file is for Excel as it is set up here: fields between semicolons, UTF-8 with a byte order mark, lines that end in
CRLF. A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from gezinsplan.domain import cijfers
from gezinsplan.domain.cijfers import Cijfers, Regel
from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.kaart import Sector
from gezinsplan.domain.logboek import LogActie
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.veiligheid import Maatregel
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.out import write_out
from gezinsplan.storage import values
from gezinsplan.texts import N_, _
from gezinsplan.texts.words import word

_PARTS = (Gezin, Persoon, Betrokkenheid, Regisseurschap, Actie, Maatregel, Doorbraak)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class CijferRij:
    """One row of the table: which figure, of which group, in how many families, from and to.

    What may not be told, or does not apply, is None.
    """

    regel: Regel
    cijfer: str
    groep: str


@dataclass(frozen=True, slots=True)
class Balk:
    """A bar of the picture: from so many at the start to so many now; the longest of all is `meest`."""

    naam: str
    van: int
    naar: int
    meest: int


def figures(caseload: Caseload, op: date) -> Cijfers:
    """The figures over the families that are open on a day."""
    team = caseload.team()
    if team is None:
        return Cijfers(op, None, (), (), None, None, None, None)
    with caseload.vault.read() as conn:
        return cijfers.cijfers(values.load_many(conn, Dossier, _PARTS), team.kaart, op)


_WHAT = {
    "totaal": N_("Hulpverleners, alle gezinnen"),
    "wijk": N_("Hulpverleners, per wijk"),
    "sector": N_("Hulpverleners, per sector"),
    "informeel": N_("Acties die het gezin of de eigen kring doet"),
    "overdrachten": N_("Keren dat een andere regisseur het overnam"),
    "gedwongen": N_("Maatregelen van de rechter of de burgemeester"),
    "doorbraken": N_("Keren dat iets wat vastzat is losgekomen"),
}
_UNKNOWN = {"wijk": N_("wijk niet ingevuld"), "sector": N_("sector niet bekend")}


def table(found: Cijfers) -> tuple[CijferRij, ...]:
    """The rows in words, always in the same order."""
    return tuple(CijferRij(each, _(_WHAT[each.cijfer]), _group(each)) for each in cijfers.regels(found))


def _group(regel: Regel) -> str:
    if regel.groep is None:
        return _("andere, samen")
    if not regel.groep:
        return _(_UNKNOWN[regel.cijfer]) if regel.cijfer in _UNKNOWN else ""
    return word(Sector(regel.groep)) if regel.cijfer == "sector" else regel.groep


def bars(found: Cijfers, soort: str) -> tuple[Balk, ...]:
    """The groups of one kind ("totaal", "wijk", "sector") as bars, in the order of the table."""
    rows = [each for each in table(found) if each.regel.cijfer == soort]
    numbers = [(each.groep or each.cijfer, each.regel.van or 0, each.regel.naar) for each in rows]
    most = max((max(van, naar) for _naam, van, naar in numbers), default=0)
    return tuple(Balk(naam, van, naar, most) for naam, van, naar in numbers)


def as_csv(found: Cijfers) -> bytes:
    """The table as a file; an empty field is what may not be told or does not apply."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Cijfer"), _("Groep"), _("Gezinnen"), _("Begin, of geheel"), _("Nu"), _("Op")])
    for each in table(found):
        numbers: Sequence[object] = (each.regel.gezinnen, each.regel.van, each.regel.naar)
        cells = ["" if number is None else number for number in numbers]
        writer.writerow([_plain(each.cijfer), _plain(each.groep), *cells, found.op.isoformat()])
    return out.getvalue().encode("utf-8-sig")


def _plain(text: str) -> str:
    """Never a formula, whatever the name of a wijk begins with."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def save_csv(caseload: Caseload, found: Cijfers, target: Path) -> None:
    """Write the file where the user chose, whole or not at all (FILE_NOT_WRITTEN), and log it."""
    write_out(target, [as_csv(found)])
    caseload.log(LogActie.CIJFERS_BEWAARD)
