from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import backup, keys, manifest, shelf, slots
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.rekey import digest, rekey
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.gemeente import PrivateKey
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import flip, made, refused, unlocked
from tests.storage.test_restore import contents_of_files


def seen(vault: Vault) -> str:
    """All that is in it, its key file apart."""
    made(vault, "UPDATE kluis SET keys_counter = 0")
    with vault.read() as conn:
        return digest(conn)


def test_everything_is_there_under_another_key(
    demo_caseload: Caseload, passphrase: str, fast: Argon2Parameters
) -> None:
    vault = demo_caseload.vault
    made(vault, "PRAGMA user_version = 7", "CREATE VIRTUAL TABLE zoek USING fts5(woorden)")
    made(vault, "INSERT INTO zoek VALUES ('een hele zin')")
    raw, folder, before = bytes(vault.key.raw), vault.folder, keys.parsed(keys.read(vault.folder / keys.KEYS))
    gemeente = PrivateKey.new()
    slots.add(vault, gemeente.public)
    content = seen(vault)
    first = (folder / DATABASE).read_bytes()[:16]
    vault.lock()
    with unlocked(rekey(folder, Passphrase(passphrase, fast))) as again:
        assert verify(again).ok
        assert bytes(again.key.raw) != raw
        after = keys.check(keys.read(folder / keys.KEYS), again.key)
        assert (after.vault_id, after.counter) == (before.vault_id, before.counter + 2)
        assert [slot.kind for slot in after.slots] == ["passphrase", "gemeente"]
        assert {slot.id for slot in after.slots}.isdisjoint(slot.id for slot in before.slots)
        with again.read() as conn:
            assert conn.scalar(text("PRAGMA user_version")) == 7
            assert conn.scalar(text("SELECT count(*) FROM zoek WHERE zoek MATCH 'hele'")) == 1
        assert seen(again) == content
    assert (folder / DATABASE).read_bytes()[:16] != first
    open_vault(folder, gemeente).lock()


def test_backups_of_the_old_key_are_listed_and_can_be_renewed(
    vault: Vault, passphrase: str, fast: Argon2Parameters
) -> None:
    way = Passphrase(passphrase, fast)
    old = backup.make(vault, Reason.DAILY)
    vault.lock()
    with unlocked(rekey(vault.folder, way)) as again:
        kept = shelf.listed(again.folder / shelf.FOLDER)
        assert [each.manifest.reason for each in kept if each.manifest] == [Reason.REKEY, Reason.DAILY]
        assert all(backup.opens_old_way(each.path, again) for each in kept)
        with refused(Code.BACKUP_OTHER_KEY):
            backup.renew(again, old)
        before, key = manifest.read(old), backup.key_of(old, way)
        backup.renew(again, old, key)
        assert not backup.opens_old_way(old, again)
        assert manifest.read(old).counts == before.counts
        assert manifest.read(old).made == before.made
        assert backup.examine(again, old) == manifest.read(old)


def test_all_backups_can_be_renewed_with_the_key(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    folder = vault.folder / shelf.FOLDER
    for _number in range(2):
        backup.make(vault, Reason.DAILY)
    damaged = backup.make(vault, Reason.DAILY)
    flip(damaged, 5000)
    (folder / "2020-01-01 100000.gezinsplan").write_bytes(b"no backup")
    vault.lock()
    heard: list[float] = []
    with unlocked(rekey(vault.folder, Passphrase(passphrase, fast), renew=True, told=heard.append)) as again:
        readable = [each.path for each in shelf.listed(folder) if each.manifest]
        assert [path for path in readable if backup.opens_old_way(path, again)] == [damaged]
        assert heard == sorted(heard)


def test_who_cannot_open_it_cannot_rekey_it(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    with refused(Code.VAULT_IN_USE):
        rekey(vault.folder, Passphrase(passphrase, fast))
    vault.lock()
    before = contents_of_files(vault.folder)
    with refused(Code.PASSPHRASE_WRONG):
        rekey(vault.folder, Passphrase(passphrase + "x", fast))
    assert contents_of_files(vault.folder) == before


@pytest.mark.parametrize("share", [0.1, 0.3, 0.45, 0.6])
def test_stopping_changes_nothing(folder: Path, passphrase: str, fast: Argon2Parameters, share: float) -> None:
    before = contents_of_files(folder)

    def told(done: float) -> None:
        if done >= share:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey(folder, Passphrase(passphrase, fast), told=told)
    assert contents_of_files(folder) == before
    with unlocked(open_vault(folder, Passphrase(passphrase))) as again:
        assert verify(again).ok


def test_a_copy_that_lacks_a_row_is_not_taken(
    vault: Vault, passphrase: str, fast: Argon2Parameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(vault, "INSERT INTO drafts VALUES ('a', 'b', 'c', 'd')")
    vault.lock()
    before, whole = contents_of_files(vault.folder), Vault.export

    def losing(self: Vault, target: Path, key: VaultKey) -> None:
        whole(self, target, key)
        made(Vault(target.parent, key, self._held), "DELETE FROM drafts")

    monkeypatch.setattr(Vault, "export", losing)
    with refused(Code.VAULT_DAMAGED):
        rekey(vault.folder, Passphrase(passphrase, fast))
    assert contents_of_files(vault.folder) == before


def test_a_damaged_vault_is_not_rekeyed(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    made(vault, "CREATE TABLE proef (tekst TEXT)", "INSERT INTO proef SELECT hex(randomblob(50000))")
    vault.lock()
    flip(vault.folder / DATABASE, (vault.folder / DATABASE).stat().st_size - 4096 * 3)
    before = contents_of_files(vault.folder)
    with refused(Code.VAULT_DAMAGED):
        rekey(vault.folder, Passphrase(passphrase, fast))
    assert contents_of_files(vault.folder) == before
