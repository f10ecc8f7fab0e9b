import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, slots
from gezinsplan.storage.creating import create
from gezinsplan.storage.keys import Parameters, Slot
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.computer import ThisComputer
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests import secret_service
from tests.storage.harm import contents, refused, unlocked
from tests.storage.test_keys import changed

OTHER = "een tweede zin voor dezelfde kluis"


def own(vault: Vault) -> str:
    return slots.read(vault).slots[0].id


def opens(folder: Path, passphrase: str) -> bool:
    try:
        with unlocked(open_vault(folder, Passphrase(passphrase))) as vault:
            return verify(vault).ok
    except VaultRefused as refusal:
        return refusal.code is not Code.PASSPHRASE_WRONG


def test_a_second_way_opens_and_can_be_taken_away(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    added = slots.add(vault, Passphrase(OTHER, fast))
    assert [each.id for each in slots.read(vault).slots] == [own(vault), added.id]
    assert slots.opened_by(vault, Passphrase(OTHER)) == added
    assert slots.remove(vault, own(vault)).kind == "passphrase"
    assert (slots.read(vault).counter, verify(vault).ok) == (3, True)
    vault.lock()
    assert opens(vault.folder, OTHER)
    assert not opens(vault.folder, passphrase)


def test_a_replaced_way_opens_no_more_not_even_the_previous_file(
    vault: Vault, passphrase: str, fast: Argon2Parameters
) -> None:
    before = keys.read(vault.folder / keys.KEYS)
    slots.replace(vault, own(vault), Passphrase(OTHER, fast))
    now = keys.read(vault.folder / keys.KEYS)
    assert keys.read(vault.folder / keys.PREVIOUS) == now != before
    vault.lock()
    assert opens(vault.folder, OTHER)
    (vault.folder / keys.KEYS).write_bytes(before)
    with refused(Code.KEYS_OLDER):
        open_vault(vault.folder, Passphrase(passphrase))


def test_the_last_way_stays(vault: Vault) -> None:
    before = contents(vault.folder)
    with refused(Code.LAST_WAY):
        slots.remove(vault, own(vault))
    for way in ("", "0" * 32):
        with refused(Code.WAY_UNKNOWN):
            slots.remove(vault, way)
        with refused(Code.WAY_UNKNOWN):
            slots.replace(vault, way, Passphrase(OTHER))
    assert contents(vault.folder) == before


def test_this_computer_is_never_the_only_way(vault: Vault, tmp_path: Path) -> None:
    way = ThisComputer(datetime.now(UTC), 12)
    with secret_service.session(tmp_path / "home"):
        slots.add(vault, way)
        with refused(Code.LAST_WAY):
            slots.remove(vault, own(vault))
        with refused(Code.LAST_WAY):
            slots.replace(vault, own(vault), ThisComputer(datetime.now(UTC), 12))
        with refused(Code.LAST_WAY):
            create(tmp_path / "nieuw", way)
    assert not (tmp_path / "nieuw" / DATABASE).exists()


def by_hand(vault: Vault) -> None:
    data = keys.read(vault.folder / keys.KEYS)
    told = json.loads(json.loads(data)["content"])
    (vault.folder / keys.KEYS).write_bytes(changed(data, slots=told["slots"][:1]))


def test_a_slot_removed_by_hand_is_noticed(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    slots.add(vault, Passphrase(OTHER, fast))
    by_hand(vault)
    with refused(Code.KEYS_DAMAGED):
        slots.read(vault)
    with refused(Code.KEYS_DAMAGED):
        slots.add(vault, Passphrase(OTHER, fast))
    vault.lock()
    with unlocked(open_vault(vault.folder, Passphrase(passphrase))) as again:
        assert again.noticed is Code.KEYS_DAMAGED
        assert len(slots.read(again).slots) == 2


def test_a_locked_vault_changes_nothing(vault: Vault, fast: Argon2Parameters) -> None:
    before, way = contents(vault.folder), own(vault)
    vault.lock()
    for change in (
        lambda: slots.add(vault, Passphrase(OTHER, fast)),
        lambda: slots.remove(vault, way),
        lambda: slots.read(vault),
    ):
        with refused(Code.VAULT_LOCKED):
            change()
    assert contents(vault.folder) == before


@dataclass
class LocksMeanwhile:
    """A passphrase during whose stretching the vault is locked."""

    vault: Vault
    way: Passphrase
    kind: str = "passphrase"
    wrong: Code = field(default=Code.PASSPHRASE_WRONG)

    def fresh(self, bound: bytes) -> tuple[Parameters, bytearray]:
        return self.way.fresh(bound)

    def wrapping_key(self, parameters: Parameters, bound: bytes) -> bytearray | None:
        wrapping = self.way.wrapping_key(parameters, bound)
        self.vault.lock()
        return wrapping


def test_locking_meanwhile_changes_nothing(vault: Vault, fast: Argon2Parameters) -> None:
    before = contents(vault.folder)
    with refused(Code.VAULT_LOCKED, Code.PASSPHRASE_WRONG):
        slots.add(vault, LocksMeanwhile(vault, Passphrase(OTHER, fast)))
    assert contents(vault.folder) == before


def test_a_key_forgotten_meanwhile_seals_nothing(vault: Vault) -> None:
    before = contents(vault.folder)

    def locking(there: tuple[Slot, ...]) -> tuple[Slot, ...]:
        vault.lock()
        return there

    with refused(Code.VAULT_LOCKED):
        slots._change(vault, locking)
    assert contents(vault.folder) == before


def test_a_way_that_does_not_open_its_slot_is_not_written(vault: Vault, fast: Argon2Parameters) -> None:
    class Forgetful(Passphrase):
        def wrapping_key(self, parameters: Parameters, _bound: bytes) -> bytearray:
            return Passphrase(OTHER + "!", fast).wrapping_key(parameters, _bound)

    before = contents(vault.folder)
    with refused(Code.PASSPHRASE_WRONG):
        slots.add(vault, Forgetful(OTHER, fast))
    assert contents(vault.folder) == before


def test_a_database_that_takes_no_more_learns_the_counter_later(
    vault: Vault, passphrase: str, fast: Argon2Parameters
) -> None:
    (vault.folder / DATABASE).rename(vault.folder / "weg")
    slots.replace(vault, own(vault), Passphrase(OTHER, fast))
    (vault.folder / "weg").rename(vault.folder / DATABASE)
    with vault.read() as conn:
        assert conn.scalar(text("SELECT keys_counter FROM kluis")) == 1
    vault.lock()
    assert opens(vault.folder, OTHER)
    assert not opens(vault.folder, passphrase)


def test_a_previous_file_that_cannot_be_renewed_goes(vault: Vault, fast: Argon2Parameters) -> None:
    part = vault.folder / (keys.PREVIOUS + ".part")
    data = keys.read(vault.folder / keys.KEYS)
    slots.replace(vault, own(vault), Passphrase(OTHER, fast))
    (vault.folder / keys.PREVIOUS).write_bytes(data)
    part.mkdir()
    slots.remember(vault, slots.read(vault), keys.read(vault.folder / keys.KEYS))
    assert not (vault.folder / keys.PREVIOUS).exists()


def test_a_missing_key_file_is_told(vault: Vault) -> None:
    (vault.folder / keys.KEYS).unlink()
    with refused(Code.KEYS_MISSING):
        slots.read(vault)
