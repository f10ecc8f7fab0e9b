"""The key of the gemeente as terminal and screens use it, with real files and a real vault."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.services import kluis, org_key
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import logbook, slots
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways.gemeente import PrivateKey
from tests.storage.harm import refused
from tests.storage.known import KEY, KNOWN

MOMENT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
PASSPHRASE = "de sleutel ligt in de kluis van de gemeente"


def test_a_key_and_its_files(tmp_path: Path) -> None:
    private, public = tmp_path / "geheim.json", tmp_path / "openbaar.json"
    made = org_key.create(private, public, PASSPHRASE)
    assert org_key.read_public(public) == made
    assert org_key.unseal(org_key.read_private(private), PASSPHRASE).public == made
    with refused(Code.ORG_KEY_PASSPHRASE):
        org_key.unseal(org_key.read_private(private), PASSPHRASE + ".")
    for function in (org_key.read_private, org_key.read_public):
        with refused(Code.ORG_KEY_OTHER):
            function(public if function is org_key.read_private else private)


def test_nothing_is_overwritten_and_nothing_half_is_left(tmp_path: Path) -> None:
    there, free = tmp_path / "er", tmp_path / "vrij"
    there.write_bytes(b"the only copy")
    for private, public in ((there, free), (free, there)):
        with pytest.raises(Refused) as caught:
            org_key.create(private, public, PASSPHRASE)
        assert caught.value.code is Code.FILE_EXISTS
    with pytest.raises(Refused) as caught:
        org_key.create(free, tmp_path / "geen" / "map", PASSPHRASE)
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    with pytest.raises(Refused) as caught:
        org_key.keep(KEY, there, PASSPHRASE)
    assert caught.value.code is Code.FILE_EXISTS
    assert [each.name for each in tmp_path.iterdir()] == ["er"]
    assert there.read_bytes() == b"the only copy"


def test_a_key_is_split_and_combined(tmp_path: Path) -> None:
    texts = org_key.split(KEY)
    assert all(KNOWN["fingerprint"] in text for text in texts)
    files = org_key.write_lists(texts, tmp_path)
    assert org_key.combine(org_key.read_lists(files[1:])) == KEY
    assert [org_key.is_whole(text) for text in texts] == [True] * 3
    assert not org_key.is_whole(texts[0].rsplit(" ", 1)[0])
    with pytest.raises(Refused) as caught:
        org_key.write_lists(texts, tmp_path)
    assert caught.value.code is Code.FILE_EXISTS
    (tmp_path / "leeg").write_bytes(b"\xff\xff")
    with refused(Code.ORG_KEY_FILE):
        org_key.read_lists([tmp_path / "leeg"])


def test_the_key_opens_a_vault_to_which_it_was_added(vault: Vault) -> None:
    caseload = Caseload(vault)
    org_key.add(caseload, KEY.public)
    with refused(Code.ORG_KEY_PRESENT):
        org_key.add(caseload, KEY.public)
    caseload.lock()
    with refused(Code.ORG_KEY_NOT_OF_VAULT):
        org_key.unlock(vault.folder, PrivateKey.new(), MOMENT)
    org_key.unlock(vault.folder, KEY, MOMENT).lock()


def test_the_gemeente_takes_over_the_vault_of_who_has_left(vault: Vault, passphrase: str) -> None:
    caseload = Caseload(vault)
    org_key.add(caseload, KEY.public)
    caseload.lock()

    opened = org_key.unlock(vault.folder, KEY, MOMENT)
    with refused(Code.PASSPHRASE_WEAK):
        kluis.set_passphrase(opened, "kort")
    kluis.set_passphrase(opened, PASSPHRASE)
    with opened.vault.read() as conn:
        assert logbook.count(conn, LogActie.ONTGRENDELD_GEMEENTE) == 1
    assert sorted(slot.kind for slot in slots.read(opened.vault).slots) == ["gemeente", "passphrase"]
    opened.lock()
    with refused(Code.PASSPHRASE_WRONG):
        kluis.unlock(vault.folder, passphrase, MOMENT)
    kluis.unlock(vault.folder, PASSPHRASE, MOMENT + timedelta(minutes=1)).lock()
