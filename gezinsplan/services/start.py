"""A caseload begins: the user says who he is, or the demo caseload is put in."""

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import Gebruiker, Leefgebied, Organisatie, Praktijk, Professional, Sector, SocialeKaart
from gezinsplan.domain.logboek import Herkomst
from gezinsplan.services.caseload import Caseload, Team, create, is_vault
from gezinsplan.services.demo import demo
from gezinsplan.services.identity import new_id
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import today

# Our own neutral list (product.md 3); what is about one adult's money or health is by default for that adult.
_LEEFGEBIEDEN = (
    (N_("Wonen"), False),
    (N_("Geld"), True),
    (N_("Werk en dagbesteding"), False),
    (N_("School en leren"), False),
    (N_("Opvoeden en opgroeien"), False),
    (N_("Relaties thuis"), False),
    (N_("Gezondheid"), True),
    (N_("Hoe ik me voel"), True),
    (N_("Verslaving en gewoonten"), True),
    (N_("Familie, vrienden en vrije tijd"), False),
    (N_("Veiligheid"), False),
    (N_("Politie en justitie"), False),
)
_WORDS_IN_PASSPHRASE = 6


@dataclass(frozen=True, slots=True)
class OverMij:
    """Who the user is: stands on the plan as regisseur and dossierhouder."""

    naam: str
    organisatie: str
    functie: str = ""
    telefoon: str = ""
    bereikbaar: str = ""


def introduce(caseload: Caseload, over_mij: OverMij) -> Team:
    """Make the sociale kaart and praktijk of a new vault from who its user is."""
    if not over_mij.naam.strip():
        raise RuleBroken(Code.EMPTY, field="naam")
    if not over_mij.organisatie.strip():
        raise RuleBroken(Code.EMPTY, field="organisatie")
    organisatie = Organisatie(new_id(), over_mij.organisatie.strip(), Sector.LOKAAL_TEAM)
    me = Professional(
        id=new_id(),
        naam=over_mij.naam.strip(),
        functie=over_mij.functie,
        organisatie=organisatie.id,
        telefoon=over_mij.telefoon,
        bereikbaar=over_mij.bereikbaar,
    )
    leefgebieden = tuple(Leefgebied(new_id(), _(naam), gevoelig) for naam, gevoelig in _LEEFGEBIEDEN)
    kaart = SocialeKaart(new_id(), (organisatie,), (me,))
    praktijk = Praktijk(new_id(), Gebruiker(new_id(), me.id), leefgebieden)
    made = caseload.do(_("Nieuwe kluis"), (None, kaart), (None, praktijk))
    return Team(cast(SocialeKaart, made[0]), cast(Praktijk, made[1]))


def make_demo(folder: Path, passphrase: str, herkomst: Herkomst = Herkomst.VENSTER) -> None:
    """A new vault with the demo caseload in it, as of today."""
    made = create(folder, passphrase, herkomst)
    try:
        fill_demo(made, today())
    finally:
        made.lock()


def fill_demo(caseload: Caseload, op: date) -> None:
    """Put the invented demo caseload into an empty vault, fresh as of that day, in one step."""
    praktijk, kaart, dossiers = demo(op, new_id)
    caseload.do(_("Voorbeeld"), (None, kaart), (None, praktijk), *((None, dossier) for dossier in dossiers))


def made_up_passphrase() -> str:
    """A passphrase of six groups of letters for a demo vault: 84 bits, and no real family behind it."""
    letters = "abcdefghijkmnopqrstuvwxyz"
    return " ".join("".join(secrets.choice(letters) for _letter in range(3)) for _group in range(_WORDS_IN_PASSPHRASE))


def demo_vault(folder: Path) -> tuple[Path, str]:
    """The demo vault in a folder with its passphrase beside it, made when it is not there yet."""
    where, note = folder / "vault", folder / "passphrase.txt"
    if is_vault(where) and note.is_file():
        return where, note.read_text(encoding="utf-8").strip()
    passphrase = made_up_passphrase()
    make_demo(where, passphrase)
    note.write_text(f"{passphrase}\n", encoding="utf-8")
    return where, passphrase
