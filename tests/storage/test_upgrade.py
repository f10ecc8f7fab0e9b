import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from gezinsplan import paths
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import shelf, upgrade
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.restore import restore
from gezinsplan.storage.tables import metadata
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Passphrase
from tests.storage.harm import refused, unlocked

STEP = """
from alembic import op

revision, down_revision = "{revision}", {before!r}


def upgrade():
{body}
"""


def form(conn: Connection) -> set[tuple[str, str, str]]:
    """What there is and the text that made it, white space and the table of Alembic apart."""
    rows = conn.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    return {(kind, name, re.sub(r"\s+", " ", sql)) for kind, name, sql in rows if name != "alembic_version"}


def emptied(conn: Connection) -> None:
    conn.execute(text("PRAGMA defer_foreign_keys = ON"))
    for kind in ("trigger", "index", "table"):
        names = text("SELECT name FROM sqlite_master WHERE type = :kind AND sql IS NOT NULL")
        for name in conn.scalars(names, {"kind": kind}).all():
            conn.execute(text(f"DROP {kind} {name}"))


def steps(folder: Path, *bodies: str) -> Path:
    """A folder of scripts of our own after those that a vault of today has had, beside the real `env.py`."""
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_bytes((paths.migrations() / "env.py").read_bytes())
    before: str | None = None
    had = [""] * int(upgrade.HEAD)
    for number, body in enumerate((*had, *bodies), 1):
        name = f"{number:04}"
        indented = "\n".join(f"    {each}" for each in (body or "pass").splitlines())
        (folder / "versions" / f"{name}.py").write_text(STEP.format(revision=name, before=before, body=indented))
        before = name
    return folder


def test_the_newest_script_is_the_one_we_work_with() -> None:
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [upgrade.HEAD]
    assert [each.revision for each in scripts.walk_revisions() if upgrade.is_older(each.revision)] == [
        "0003",
        "0002",
        "0001",
    ]


def test_the_scripts_make_what_the_tables_say(vault: Vault) -> None:
    with vault.read() as conn:
        migrated = form(conn)
        assert upgrade.revision(conn) == upgrade.HEAD
    with vault.upgrading() as conn:
        emptied(conn)
        assert form(conn) == set()
        metadata.create_all(conn)
        assert form(conn) == migrated


def test_an_empty_database_has_no_revision(vault: Vault) -> None:
    with vault.upgrading() as conn:
        emptied(conn)
        assert upgrade.revision(conn) is None


def test_steps_are_taken_in_order_and_once(vault: Vault, tmp_path: Path) -> None:
    scripts = steps(
        tmp_path / "100% scripts",
        'op.execute("CREATE TABLE een (a)")',
        'op.execute("INSERT INTO een VALUES (2)")',
    )
    for _ in range(2):
        with vault.upgrading() as conn:
            upgrade.upgrade(conn, scripts)
    with vault.read() as conn:
        assert upgrade.revision(conn) == f"{int(upgrade.HEAD) + 2:04}"
        assert conn.execute(text("SELECT a FROM een")).all() == [(2,)]


BAD = 'op.execute("CREATE TABLE twee (a PRIMARY KEY)")\n'


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (BAD + "raise ZeroDivisionError", ZeroDivisionError),
        (BAD + 'op.execute("CREATE TABLE kluis (a)")', OperationalError),
        (
            BAD + 'op.execute("CREATE TABLE drie (a REFERENCES twee (a))"); op.execute("INSERT INTO drie VALUES (1)")',
            VaultRefused,
        ),
    ],
    ids=["script", "statement", "references"],
)
def test_a_failing_step_leaves_nothing_behind(vault: Vault, tmp_path: Path, body: str, error: type[Exception]) -> None:
    scripts = steps(tmp_path / "scripts", 'op.execute("CREATE TABLE een (a)")', body)
    with vault.read() as conn:
        before = form(conn)
    with pytest.raises(error), vault.upgrading() as conn:
        upgrade.upgrade(conn, scripts)
    with vault.read() as conn:
        assert form(conn) == before
        assert upgrade.revision(conn) == upgrade.HEAD


def test_a_database_that_fails_its_checks_is_refused(vault: Vault) -> None:
    with refused(Code.VAULT_DAMAGED), vault.upgrading() as conn:
        conn.execute(text("CREATE TABLE proef (a INTEGER CHECK (a > 0))"))
        conn.execute(text("PRAGMA ignore_check_constraints = ON"))
        conn.execute(text("INSERT INTO proef VALUES (-1)"))
        conn.execute(text("PRAGMA ignore_check_constraints = OFF"))
        upgrade.upgrade(conn)


def at_a_later_revision(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the program works with revision 9000, made by the scripts of today and one more."""
    shutil.copytree(paths.migrations(), folder)
    indented = "\n".join(f"    {each}" for each in body.splitlines())
    (folder / "versions" / "9000.py").write_text(STEP.format(revision="9000", before=upgrade.HEAD, body=indented))
    monkeypatch.setattr(upgrade, "HEAD", "9000")
    monkeypatch.setattr(paths, "migrations", lambda: folder)


def test_an_older_vault_is_upgraded_after_a_backup(
    folder: Path, passphrase: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = upgrade.HEAD
    at_a_later_revision(tmp_path / "scripts", 'op.execute("CREATE TABLE een (a)")', monkeypatch)
    heard: list[float] = []
    with unlocked(open_vault(folder, Passphrase(passphrase), heard.append)) as vault, vault.read() as conn:
        assert upgrade.revision(conn) == "9000"
    assert heard == sorted(heard) != []
    (kept,) = shelf.listed(folder / shelf.FOLDER)
    assert kept.manifest is not None
    assert (kept.manifest.reason, kept.manifest.revision) == (Reason.UPGRADE, today)
    open_vault(folder, Passphrase(passphrase)).lock()
    assert len(shelf.listed(folder / shelf.FOLDER)) == 1
    # An older backup is upgraded while it is put back.
    with unlocked(restore(folder, kept.path, Passphrase(passphrase))) as vault, vault.read() as conn:
        assert upgrade.revision(conn) == "9000"


@pytest.mark.parametrize("body", ["raise ZeroDivisionError", 'op.execute("CREATE TABLE kluis (a)")'])
def test_an_upgrade_that_fails_leaves_the_vault_as_it_was(
    folder: Path, passphrase: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    before = (folder / DATABASE).read_bytes()
    with monkeypatch.context() as later:
        at_a_later_revision(tmp_path / "scripts", BAD + body, later)
        for _ in range(2):
            with refused(Code.UPGRADE_FAILED):
                open_vault(folder, Passphrase(passphrase))
    with unlocked(open_vault(folder, Passphrase(passphrase))) as vault:
        assert verify(vault).ok
    assert (folder / DATABASE).read_bytes() == before


def test_without_room_for_a_backup_there_is_no_upgrade(
    folder: Path, passphrase: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_later_revision(tmp_path / "scripts", 'op.execute("CREATE TABLE een (a)")', monkeypatch)
    (folder / shelf.FOLDER).touch()
    before = (folder / DATABASE).read_bytes()
    with refused(Code.VAULT_FOLDER):
        open_vault(folder, Passphrase(passphrase))
    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("found", [upgrade.HEAD, "9999", "000", "abcd", "", "-001"])
def test_an_unknown_revision_is_not_an_older_one(found: str) -> None:
    assert not upgrade.is_older(found)


LOOK = """
import sys
from pathlib import Path
from gezinsplan.storage import opening
from gezinsplan.storage.ways.passphrase import Passphrase
opening.open_vault(Path(sys.argv[1]), Passphrase(sys.argv[2])).lock()
print("alembic" in sys.modules)
"""


def test_opening_a_file_of_today_does_without_alembic(folder: Path, passphrase: str) -> None:
    command = [sys.executable, "-c", LOOK, str(folder), passphrase]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_the_package_itself_imports_nothing_heavy() -> None:
    code = "import sys, gezinsplan.storage; print({'sqlalchemy', 'sqlcipher3', 'cryptography'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
