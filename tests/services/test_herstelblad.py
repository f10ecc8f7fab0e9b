"""The recovery sheet as screens use it: made, typed back, used."""

import subprocess
from datetime import UTC, date, datetime, timedelta

import pytest

from gezinsplan.domain.errors import Code
from gezinsplan.domain.logboek import LogActie
from gezinsplan.services import families, herstelblad, kluis
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import logbook, slots
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways.sheet import KIND, RecoveryCode
from tests.storage.harm import refused

TODAY = date(2026, 11, 26)
PASSPHRASE = "acht paarse olifanten schaatsen om half drie"
MOMENT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def kinds(vault: Vault) -> list[str]:
    return [slot.kind for slot in slots.read(vault).slots]


def test_a_sheet_opens_the_vault_once_it_was_typed_back(vault: Vault) -> None:
    caseload = Caseload(vault)
    blad = herstelblad.make(caseload, TODAY)
    assert KIND not in kinds(vault)
    herstelblad.confirm(caseload, blad, blad.code.printed.lower().replace("-", " "))
    assert KIND in kinds(vault)
    caseload.lock()
    herstelblad.unlock(vault.folder, blad.code.printed, MOMENT).lock()


def test_a_sheet_that_was_not_typed_back_rightly_opens_nothing(vault: Vault) -> None:
    caseload = Caseload(vault)
    blad, other = (herstelblad.make(caseload, TODAY) for _sheet in range(2))
    before = slots.read(vault)
    with refused(Code.CODE_DIFFERS):
        herstelblad.confirm(caseload, blad, other.code.printed)
    with refused(Code.CODE_LENGTH):
        herstelblad.confirm(caseload, blad, "")
    assert slots.read(vault) == before
    caseload.lock()
    with refused(Code.CODE_WRONG):
        herstelblad.unlock(vault.folder, blad.code.printed, MOMENT)


def test_a_new_sheet_takes_the_place_of_those_before(vault: Vault) -> None:
    caseload = Caseload(vault)
    made = [herstelblad.make(caseload, TODAY) for _sheet in range(3)]
    for blad in made[:2]:
        slots.add(vault, blad.code)
    herstelblad.confirm(caseload, made[2], made[2].code.printed)
    assert kinds(vault).count(KIND) == 1
    caseload.lock()
    for minutes, blad in enumerate(made[:2]):
        with refused(Code.CODE_WRONG):
            herstelblad.unlock(vault.folder, blad.code.printed, MOMENT + timedelta(minutes=minutes))
    herstelblad.unlock(vault.folder, made[2].code.printed, MOMENT + timedelta(minutes=2)).lock()


def test_a_wrong_code_makes_the_next_try_wait_and_a_typing_mistake_does_not(vault: Vault) -> None:
    caseload = Caseload(vault)
    blad = herstelblad.make(caseload, TODAY)
    herstelblad.confirm(caseload, blad, blad.code.printed)
    caseload.lock()
    for _mistake in range(3):
        with refused(Code.CODE_LENGTH):
            herstelblad.unlock(vault.folder, "0000", MOMENT)
    with refused(Code.CODE_WRONG):
        herstelblad.unlock(vault.folder, RecoveryCode.new().printed, MOMENT)
    with refused(Code.TRY_LATER):
        herstelblad.unlock(vault.folder, blad.code.printed, MOMENT)
    opened = herstelblad.unlock(vault.folder, blad.code.printed, MOMENT + timedelta(minutes=1))
    with opened.vault.read() as conn:
        logged = [*logbook.lines(conn, logbook.Choice(actie=LogActie.ONTGRENDELEN_MISLUKT))]
    assert [each.actor for each in logged] == ["herstelblad"]
    opened.lock()


def test_who_forgot_the_passphrase_chooses_a_new_one(vault: Vault, passphrase: str) -> None:
    caseload = Caseload(vault)
    blad = herstelblad.make(caseload, TODAY)
    herstelblad.confirm(caseload, blad, blad.code.printed)
    caseload.lock()
    opened = herstelblad.unlock(vault.folder, blad.code.printed, MOMENT)
    kluis.set_passphrase(opened, PASSPHRASE)
    assert sorted(kinds(vault=opened.vault)) == ["passphrase", "sheet"]
    opened.lock()
    with refused(Code.PASSPHRASE_WRONG):
        kluis.unlock(vault.folder, passphrase, MOMENT)
    kluis.unlock(vault.folder, PASSPHRASE, MOMENT + timedelta(minutes=1)).lock()


def test_a_typing_mistake_is_told_before_the_vault_is_touched(vault: Vault) -> None:
    caseload = Caseload(vault)
    blad = herstelblad.make(caseload, TODAY)
    caseload.lock()
    groups = list(blad.code.groups)
    groups[2] = "U" + groups[2][1:]
    with refused(Code.CODE_TYPO):
        herstelblad.unlock(vault.folder / "nothing", " ".join(groups), MOMENT)


def test_nobody_is_named_on_the_sheet(demo_caseload: Caseload) -> None:
    blad = herstelblad.make(demo_caseload, TODAY)
    text = subprocess.run(["pdftotext", "-", "-"], input=blad.pdf, capture_output=True, check=True).stdout.decode()
    named = {row.naam for row in families.rows(demo_caseload, TODAY)} | {"Sanne", "Dijkstra"}
    assert not [name for name in named if name in text]
    assert "26 november 2026" in text
    assert f"Kluis {kluis.info(demo_caseload).vault}" in text
    assert all(group in text for group in blad.code.groups)


def test_two_sheets_have_nothing_in_common(vault: Vault) -> None:
    caseload = Caseload(vault)
    one, other = (herstelblad.make(caseload, TODAY) for _sheet in range(2))
    assert one.code != other.code
    assert one.code.printed not in repr(one)


@pytest.mark.parametrize("vault_id", ["3f9c12ab" + "0" * 24])
def test_the_short_number_of_a_vault(vault_id: str) -> None:
    assert kluis.short_number(vault_id) == "3F9C-12AB"
