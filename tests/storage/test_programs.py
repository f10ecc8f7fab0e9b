import random
from pathlib import Path

from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.storage.creating import create
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import elsewhere, line, made, refused, unlocked

HOLDER = """
import sys
from pathlib import Path
from gezinsplan.storage import opening
from gezinsplan.storage.ways.passphrase import Passphrase
opened = opening.open_vault(Path(sys.argv[1]), Passphrase(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
"""

WRITER = """
import itertools, sys
from pathlib import Path
from sqlalchemy import text
from gezinsplan.storage import opening
from gezinsplan.storage.ways.passphrase import Passphrase
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
opened = opening.open_vault(Path(sys.argv[1]), Passphrase(sys.argv[2]))
for number in itertools.count(int(sys.argv[3])):
    with opened.write() as conn:
        conn.execute(text("INSERT INTO proef VALUES (:n, hex(randomblob(3000)))"), {"n": number})
        conn.execute(text("UPDATE som SET aantal = aantal + 1"))
    print(number, flush=True)
"""


def test_one_program_per_vault(folder: Path, passphrase: str, fast: Argon2Parameters) -> None:
    with elsewhere(HOLDER, folder, passphrase) as process:
        assert line(process) == "open"
        with refused(Code.VAULT_IN_USE):
            open_vault(folder, Passphrase(passphrase))
        with refused(Code.VAULT_EXISTS):
            create(folder, Passphrase(passphrase, fast))
    # It was killed: the system has let go.
    with unlocked(open_vault(folder, Passphrase(passphrase))), refused(Code.VAULT_IN_USE):
        open_vault(folder, Passphrase(passphrase))


def test_a_killed_program_loses_nothing_that_it_acknowledged(vault: Vault, passphrase: str) -> None:
    made(vault, "CREATE TABLE proef (id INTEGER PRIMARY KEY, tekst TEXT)", "CREATE TABLE som (aantal INTEGER)")
    made(vault, "INSERT INTO som VALUES (0)")
    vault.lock()
    chance, start = random.Random(), 0
    for _ in range(4):
        with elsewhere(WRITER, vault.folder, passphrase, start) as process:
            acknowledged = [int(line(process)) for _ in range(chance.randint(1, 60))]
        with unlocked(open_vault(vault.folder, Passphrase(passphrase))) as again:
            with again.read() as conn:
                kept = list(conn.scalars(text("SELECT id FROM proef ORDER BY id")))
                total = conn.scalar(text("SELECT aantal FROM som"))
            assert kept == list(range(len(kept)))
            assert total == len(kept)
            assert len(kept) > acknowledged[-1]
            assert verify(again).ok
        start = len(kept)
