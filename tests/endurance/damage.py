"""Files of a vault that are damaged in every way, and whether each damage is noticed, with the right sentence.

Noticed by opening, by `verify`, or by the next backup; what is not noticed must have changed nothing: then the vault
reads exactly as before.
"""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import backup, keys
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.rekey import digest
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import Finding, verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase

BLOCK = 4096

Harm = Callable[[Path, Path, random.Random], None]
"""What happens to a folder; the second folder holds an older state of the same vault."""


def _at(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def flipped_bit(folder: Path, _older: Path, chance: random.Random) -> None:
    path = folder / chance.choice((DATABASE, DATABASE, keys.KEYS))
    offset = chance.randrange(path.stat().st_size)
    _at(path, offset, bytes([path.read_bytes()[offset] ^ 1 << chance.randrange(8)]))


def lost_block(folder: Path, _older: Path, chance: random.Random) -> None:
    offset = chance.randrange(max(1, (folder / DATABASE).stat().st_size // BLOCK)) * BLOCK
    _at(folder / DATABASE, offset, chance.choice((bytes(BLOCK), chance.randbytes(BLOCK))))


def swapped_blocks(folder: Path, _older: Path, chance: random.Random) -> None:
    data = (folder / DATABASE).read_bytes()
    one, two = chance.sample(range(len(data) // BLOCK), 2)
    _at(folder / DATABASE, one * BLOCK, data[two * BLOCK : two * BLOCK + BLOCK])
    _at(folder / DATABASE, two * BLOCK, data[one * BLOCK : one * BLOCK + BLOCK])


def cut_short(folder: Path, _older: Path, chance: random.Random) -> None:
    path = folder / chance.choice((DATABASE, DATABASE, keys.KEYS))
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])


def exchanged_files(folder: Path, _older: Path, _chance: random.Random) -> None:
    database, key_file = (folder / DATABASE).read_bytes(), (folder / keys.KEYS).read_bytes()
    (folder / DATABASE).write_bytes(key_file)
    (folder / keys.KEYS).write_bytes(database)


def edited_keys(folder: Path, _older: Path, chance: random.Random) -> None:
    frame = json.loads((folder / keys.KEYS).read_bytes())
    content = json.loads(frame["content"])
    edits: list[Callable[[], object]] = [
        lambda: content.update(counter=content["counter"] + chance.randrange(1, 9)),
        lambda: content["slots"].append(content["slots"][0]),
        lambda: content["slots"][0].update(kind="other"),
        lambda: content["slots"][0]["parameters"].update(memory_kib=64 * 1024 + 1),
        lambda: content.update(vault_id="other"),
    ]
    chance.choice(edits)()
    data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    (folder / keys.KEYS).write_bytes(keys._render(data, frame["mac"]))


def older_keys(folder: Path, older: Path, _chance: random.Random) -> None:
    for name in (keys.KEYS, keys.PREVIOUS):
        shutil.copy(older / name, folder / name)


HARMS: tuple[Harm, ...] = (
    flipped_bit,
    lost_block,
    swapped_blocks,
    cut_short,
    exchanged_files,
    edited_keys,
    older_keys,
)

SENTENCES = {
    Code.VAULT_DAMAGED,
    Code.KEYS_DAMAGED,
    Code.KEYS_OLDER,
    # A bit of the kind or of the parameters of a slot: the passphrase opens nothing any more.
    Code.PASSPHRASE_WRONG,
}


def noticed(folder: Path, passphrase: str, whole: str) -> bool:
    """Whether the harm is named; AssertionError when it is not and something reads differently than `whole`."""
    try:
        vault = open_vault(folder, Passphrase(passphrase, Argon2Parameters(64 * 1024)))
    except VaultRefused as refusal:
        return _one_of(refusal, *SENTENCES)
    try:
        if vault.noticed is Code.KEYS_DAMAGED:
            assert verify(vault).ok
            return True
        findings = set(verify(vault).findings)
        assert bool(findings & {Finding.PAGES, Finding.STRUCTURE}) is not _gives_a_backup(vault)
        if not findings:
            assert seen(vault) == whole
        return bool(findings)
    finally:
        vault.lock()


def _gives_a_backup(vault: Vault) -> bool:
    try:
        backup.make(vault, Reason.ASKED)
    except VaultRefused as refusal:
        return not _one_of(refusal, Code.VAULT_DAMAGED)
    return True


def _one_of(refusal: VaultRefused, *codes: Code) -> bool:
    """Whether the sentence is the right one; AssertionError when it is another."""
    assert refusal.code in codes
    return True


def seen(vault: Vault) -> str:
    """Everything that is in the file."""
    with vault.read() as conn:
        return digest(conn)


def harmed(template: Path, older: Path, folder: Path, harm: Harm, chance: random.Random) -> Path:
    """A copy of the vault to which this happened."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    harm(folder, older, chance)
    return folder
