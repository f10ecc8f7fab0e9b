"""Stores a small vault of this version under tests/migrations/files: `python tests/migrations/store.py`, per release.

Later versions open, upgrade and compare every one of them.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from gezinsplan import __version__
from gezinsplan.domain.values import Step, Value, parts
from gezinsplan.storage import values
from gezinsplan.storage.codec import encode_part
from gezinsplan.storage.creating import create
from gezinsplan.storage.tables import PART_TABLES
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests import make
from tests.storage.test_values import a_full_dossier

FILES = Path(__file__).parent / "files"
PASSPHRASE = "een kluis van toen, voor later"
FAST = Argon2Parameters(memory_kib=64 * 1024, iterations=3, lanes=4)


def content(stored: list[Value]) -> dict[str, list[Any]]:
    """All parts by table, as they are written."""
    found: dict[str, list[Any]] = {}
    for value in stored:
        for part in parts(value):
            found.setdefault(PART_TABLES[type(part)].name, []).append(encode_part(part))
    return found


def main() -> int:
    """Make the vault of this version, with one of every part and a draft."""
    folder = FILES / __version__
    shutil.rmtree(folder, ignore_errors=True)
    made = create(folder, Passphrase(PASSPHRASE, FAST))
    step = Step("begin", ((None, make.a_kaart()), (None, make.a_praktijk()), (None, a_full_dossier())))
    with made.write() as conn:
        values.save(conn, step, make.uid(999), make.a_stempel())
    with made.read() as conn:
        stored = content([*values.load_all(conn)])
    made.lock()
    (folder / "vault.lock").unlink(missing_ok=True)
    (folder / "content.json").write_text(json.dumps(stored, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"The vault of {__version__} is in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
