"""The recovery sheet: made in memory, typed back once, and only then a way into the vault.

reportlab is imported when there is something to print.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie
from gezinsplan.services import kluis, new_files
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import opening, slots
from gezinsplan.storage.ways import sheet
from gezinsplan.storage.ways.sheet import RecoveryCode


@dataclass(frozen=True, slots=True)
class Herstelblad:
    """A sheet that opens nothing yet: its code, and the PDF to print or save."""

    code: RecoveryCode
    pdf: bytes = field(repr=False)


def make(caseload: Caseload, op: date) -> Herstelblad:
    """A sheet with a new code for this vault."""
    from gezinsplan.printing.herstelblad import Blad, herstelblad

    code = RecoveryCode.new()
    blad = Blad(code.groups, code.printed, kluis.short_number(slots.read(caseload.vault).vault_id), op)
    return Herstelblad(code, herstelblad(blad))


def save(blad: Herstelblad, target: Path) -> None:
    """Write the sheet to a new file, to print it; FILE_EXISTS, FILE_NOT_WRITTEN."""
    new_files.write(target, blad.pdf)


def refuse_typo(typed: str) -> None:
    """CODE_LENGTH (`n`) and CODE_TYPO (`group`), when what was typed cannot be the code of any sheet."""
    RecoveryCode.parse(typed)


def confirm(caseload: Caseload, blad: Herstelblad, typed: str) -> None:
    """Let the sheet open the vault, in place of an earlier one, now that its code was typed back rightly.

    CODE_LENGTH (`n`), CODE_TYPO (`group`), CODE_DIFFERS, and the refusals of `slots`.
    """
    if RecoveryCode.parse(typed) != blad.code:
        raise VaultRefused(Code.CODE_DIFFERS)
    older = [slot.id for slot in slots.read(caseload.vault).slots if slot.kind == sheet.KIND]
    if older:
        slots.replace(caseload.vault, older[0], blad.code)
    else:
        slots.add(caseload.vault, blad.code)
    for slot_id in older[1:]:
        slots.remove(caseload.vault, slot_id)
    caseload.log(LogActie.TOEGANG_GEWIJZIGD if older else LogActie.TOEGANG_TOEGEVOEGD)


def unlock(folder: Path, typed: str, moment: datetime, *, herkomst: Herkomst = Herkomst.VENSTER) -> Caseload:
    """Open a vault with the code of its sheet.

    CODE_LENGTH (`n`) and CODE_TYPO (`group`), which are no wrong try; CODE_WRONG (`wait`), TRY_LATER (`wait`), and the
    refusals of `open_vault`.
    """
    kluis.expire(folder, moment)
    code = RecoveryCode.parse(typed)
    vault = kluis.guessed(folder, code, moment, lambda: opening.open_vault(folder, code))
    return kluis.entered(vault, code, herkomst)
