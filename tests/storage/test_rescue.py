"""What is wrong with a refused vault, keys put back from a backup, and what can still be read of a damaged file."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import Kring
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.demo import demo
from gezinsplan.services.identity import new_id
from gezinsplan.storage import backup, keys, logbook, values
from gezinsplan.storage.creating import NEW
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.mending import LOST
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.rescue import Wrong, look, put_back_keys
from gezinsplan.storage.salvage import salvage
from gezinsplan.storage.vault import DATABASE, Vault, hold
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from gezinsplan.texts.dates import today
from tests.storage.harm import flip, made, refused, unlocked
from tests.storage.test_backup import with_slots
from tests.storage.test_restore import contents_of_files, without_keys

PAGE, FEW = 4096, 8


@pytest.fixture(scope="module")
def demo_template(tmp_path_factory: pytest.TempPathFactory, template: tuple[Path, bytes]) -> Path:
    """The folder of a vault with some of the demo families: each of these tests writes all of them anew."""
    folder = Path(shutil.copytree(template[0], tmp_path_factory.mktemp("few") / "kluis"))
    opened = Caseload(Vault(folder, VaultKey(bytearray(template[1])), hold(folder)))
    praktijk, kaart, dossiers = demo(today(), new_id)
    opened.do("begin", (None, kaart), (None, praktijk), *((None, each) for each in dossiers[:FEW]))
    opened.lock()
    return folder


def test_what_is_wrong(folder: Path, tmp_path: Path) -> None:
    assert look(folder).wrong is Wrong.NOTHING
    assert look(folder, refusal=Code.VAULT_DAMAGED).wrong is Wrong.DATABASE_DAMAGED
    assert look(folder, refusal=Code.KEYS_OLDER).wrong is Wrong.KEYS_OLDER
    flip(folder / keys.KEYS, 100)
    assert look(folder).wrong is Wrong.KEYS_DAMAGED
    (folder / keys.KEYS).unlink()
    assert look(folder).wrong is Wrong.KEYS_MISSING
    (folder / DATABASE).unlink()
    assert look(folder).wrong is Wrong.DATABASE_MISSING
    (tmp_path / "leeg").mkdir()
    assert look(tmp_path / "leeg").wrong is Wrong.NO_VAULT
    (tmp_path / "leeg" / NEW).mkdir()
    assert look(tmp_path / "leeg").wrong is Wrong.UNFINISHED


def test_good_backups_of_both_places(vault: Vault, tmp_path: Path) -> None:
    one = backup.make(vault, Reason.ASKED)
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(one, stick)
    assert [path for path, _told in look(vault.folder, stick).backups] == [one]
    two = backup.make(vault, Reason.ASKED)
    shutil.move(two, stick)
    assert [path.parent for path, _told in look(vault.folder, stick).backups] == [stick, one.parent]
    one.write_bytes(b"damaged")
    assert [path for path, _told in look(vault.folder, stick).backups] == [stick / two.name, stick / one.name]
    assert look(vault.folder, tmp_path / "weg").backups == ()


def test_keys_are_put_back_from_the_newest_backup_that_fits(
    vault: Vault, passphrase: str, fast: Argon2Parameters
) -> None:
    backup.make(vault, Reason.ASKED)
    with_slots(vault, Passphrase("een nieuwe zin voor de kluis", fast))
    with_new = backup.make(vault, Reason.ASKED)
    vault.lock()
    without_keys(vault.folder)
    with refused(Code.NO_KEYS_TO_PUT_BACK, Code.PASSPHRASE_WRONG):
        # The old one opens its own keys, and these are older than the database.
        put_back_keys(vault.folder, None, Passphrase(passphrase))
    put_back_keys(vault.folder, None, Passphrase("een nieuwe zin voor de kluis"))
    with unlocked(open_vault(vault.folder, Passphrase("een nieuwe zin voor de kluis"))) as again:
        assert verify(again).ok
    with_new.unlink()
    without_keys(vault.folder)
    before = contents_of_files(vault.folder)
    with refused(Code.NO_KEYS_TO_PUT_BACK):
        put_back_keys(vault.folder, None, Passphrase(passphrase))
    assert contents_of_files(vault.folder) == before


def dossiers(vault: Vault) -> dict[str, Dossier]:
    with vault.read() as conn:
        return {value.gezin.kenmerk: value for value in values.load_all(conn) if isinstance(value, Dossier)}


def salvaged(folder: Path, passphrase: str, fast: Argon2Parameters, new: Path) -> Vault:
    salvage(folder, Passphrase(passphrase, fast), new)
    return open_vault(new, Passphrase(passphrase))


def test_of_a_whole_vault_everything_is_read(
    demo_caseload: Caseload, passphrase: str, fast: Argon2Parameters, tmp_path: Path
) -> None:
    vault = demo_caseload.vault
    before = dossiers(vault)
    vault.lock()
    files = contents_of_files(vault.folder)
    heard: list[float] = []
    done = salvage(vault.folder, Passphrase(passphrase, fast), tmp_path / "nieuw", heard.append, "gered")
    assert heard[-1] == 1
    assert done.lost == {}
    assert done.read["gezin"] == len(before)
    assert contents_of_files(vault.folder) == files
    with unlocked(open_vault(tmp_path / "nieuw", Passphrase(passphrase))) as new:
        assert verify(new).ok
        with new.read() as conn:
            assert logbook.verify(conn) == []
            assert conn.scalar(text("SELECT count(*) FROM history")) > len(before)
        assert {name: value.personen for name, value in dossiers(new).items()} == {
            name: value.personen for name, value in before.items()
        }


@pytest.mark.parametrize("seed", range(2))
def test_around_bad_pages_the_rest_is_read(
    demo_caseload: Caseload, passphrase: str, fast: Argon2Parameters, tmp_path: Path, seed: int
) -> None:
    vault = demo_caseload.vault
    before = dossiers(vault)
    with vault.read() as conn:
        (pages,) = conn.execute(text("PRAGMA page_count")).one()
        forms = {row[0] for row in conn.execute(text("SELECT rootpage FROM sqlite_master"))}
    vault.lock()
    chance = random.Random(seed)
    # Not the first pages, which say what tables there are; those of tables themselves do lose a whole one.
    bad = chance.sample([number for number in range(20, pages) if number + 1 not in forms], 6)
    for number in bad:
        flip(vault.folder / DATABASE, number * PAGE + chance.randrange(PAGE - 100))
    with unlocked(salvaged(vault.folder, passphrase, fast, tmp_path / "nieuw")) as new:
        assert verify(new).ok
        found = dossiers(new)
        with new.read() as conn:
            for value in values.load_all(conn):
                check(value)
    assert len(found) >= len(before) - 2
    parts_before = sum(len(each.personen) + len(each.acties) for each in before.values())
    parts_after = sum(len(each.personen) + len(each.acties) for each in found.values())
    assert parts_after > parts_before * 0.5


LOSSES: list[Callable[[Vault], None]] = [
    lambda vault: made(vault, "DELETE FROM personen WHERE rowid % 3 = 0"),
    lambda vault: made(vault, "DELETE FROM gezin WHERE rowid % 2 = 0"),
    lambda vault: made(vault, "DELETE FROM regisseurschappen WHERE rowid % 2 = 0"),
    lambda vault: made(vault, "DELETE FROM betrokkenheden WHERE rowid % 2 = 0"),
    lambda vault: made(vault, "DELETE FROM professionals", "DELETE FROM organisaties"),
    lambda vault: made(vault, "DELETE FROM gebruiker", "DELETE FROM leefgebieden"),
    lambda vault: made(vault, "DELETE FROM roots"),
    lambda vault: made(vault, "UPDATE gezin SET start = 'geen datum' WHERE rowid = 1"),
    lambda vault: made(vault, "DROP TABLE scores"),
]


@pytest.mark.parametrize("number", range(len(LOSSES)))
def test_what_refers_to_something_lost_keeps_the_rules_again(
    demo_caseload: Caseload, passphrase: str, fast: Argon2Parameters, tmp_path: Path, number: int
) -> None:
    vault = demo_caseload.vault
    families = set(dossiers(vault))
    with vault.upgrading() as conn:
        conn.execute(text("DROP TRIGGER no_overlap_UPDATE"))
    loose = Vault(vault.folder, vault.key, vault._held)
    loose.write = loose.upgrading  # type: ignore[method-assign] # foreign keys off, as damage is
    LOSSES[number](loose)
    vault.lock()
    with unlocked(salvaged(vault.folder, passphrase, fast, tmp_path / "nieuw")) as new:
        found = dossiers(new)
        assert len(found) == len(families)
        assert verify(new).ok
        with new.read() as conn:
            for value in values.load_all(conn):
                check(value)


def with_readers(found: dict[str, Dossier]) -> list[Any]:
    return [part for each in found.values() for part in (*each.teksten, *each.doelen, *each.acties)]


def test_who_lost_its_name_or_readers_says_so(
    demo_caseload: Caseload, passphrase: str, fast: Argon2Parameters, tmp_path: Path
) -> None:
    vault = demo_caseload.vault
    before = dossiers(vault)
    with vault.upgrading() as conn:
        conn.execute(text("DELETE FROM gezin"))
        conn.execute(text("DELETE FROM personen WHERE soort = 'netwerk'"))
    vault.lock()
    with unlocked(salvaged(vault.folder, passphrase, fast, tmp_path / "nieuw")) as new:
        found = dossiers(new)
    assert {each.gezin.naam for each in found.values()} == {LOST}
    readers = {part.id: part.voor_wie for part in with_readers(before)}
    for part in with_readers(found):
        # Nobody may read more than before.
        assert part.voor_wie.kring in (readers[part.id].kring, Kring.DOSSIER)
        assert set(part.voor_wie.personen) <= set(readers[part.id].personen)


def test_without_keys_the_backup_opens_what_is_left(
    demo_caseload: Caseload, passphrase: str, fast: Argon2Parameters, tmp_path: Path
) -> None:
    vault = demo_caseload.vault
    backup.make(vault, Reason.ASKED)
    vault.lock()
    without_keys(vault.folder)
    with refused(Code.PASSPHRASE_WRONG):
        salvage(vault.folder, Passphrase("niet dit wachtwoord", fast), tmp_path / "nieuw")
    assert not (tmp_path / "nieuw").exists()
    salvaged(vault.folder, passphrase, fast, tmp_path / "nieuw").lock()


@pytest.mark.parametrize("harm", [lambda path: flip(path, 100), Path.unlink], ids=["first page", "no file"])
def test_nothing_to_salvage(
    folder: Path, passphrase: str, fast: Argon2Parameters, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder / DATABASE)
    with refused(Code.NOTHING_TO_SALVAGE):
        salvage(folder, Passphrase(passphrase, fast), tmp_path / "nieuw")
    assert not (tmp_path / "nieuw").exists()
