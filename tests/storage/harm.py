"""What the tests do to vaults, and how they expect a refusal."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys
from gezinsplan.storage.vault import LOCK, Vault

LIMITED = """
import resource, sys
from pathlib import Path
from gezinsplan.domain.errors import VaultRefused
from gezinsplan.storage import creating, opening, vault
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from sqlalchemy import text
folder, passphrase, limit = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
def full():
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if (folder / vault.DATABASE).exists():
        opened = opening.open_vault(folder, Passphrase(passphrase))
        full()
        with opened.write() as conn:
            conn.execute(text("INSERT INTO proef SELECT NULL, hex(randomblob(200000))"))
    else:
        full()
        creating.create(folder, Passphrase(passphrase, Argon2Parameters(64 * 1024)))
except VaultRefused as refusal:
    print(refusal.code)
"""


@contextmanager
def refused(*codes: Code) -> Iterator[None]:
    with pytest.raises(VaultRefused) as caught:
        yield
    assert caught.value.code in codes
    assert "/" not in str(caught.value) + repr(caught.value.values)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def made(vault: Vault, *statements: str) -> None:
    with vault.write() as conn:
        for statement in statements:
            conn.execute(text(statement))


def flip(path: Path, offset: int, bit: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        old = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([old ^ 1 << bit]))


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name != LOCK}


@contextmanager
def elsewhere(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another running program; it is dead when the block ends."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@contextmanager
def unlocked(vault: Vault) -> Iterator[Vault]:
    yield vault
    vault.lock()


def broken(path: Path) -> None:
    flip(path, 100)


def raised(vault: Vault, counter: int) -> bytes:
    """The key file of this vault with another counter."""
    file = keys.check((vault.folder / keys.KEYS).read_bytes(), vault.key)
    return keys.seal(replace(file, counter=counter), vault.key)
