"""A key of the gemeente that was made once: what was sealed to it must open for as long as vaults are kept."""

import json
from pathlib import Path
from typing import Any

from gezinsplan.storage.ways.gemeente import PrivateKey

KNOWN: dict[str, Any] = json.loads((Path(__file__).parent / "known_gemeente.json").read_text(encoding="utf-8"))
KEY = PrivateKey(bytes.fromhex(KNOWN["seed"]))
