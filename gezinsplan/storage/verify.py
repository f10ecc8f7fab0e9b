"""Whether everything in the vault is still whole; what `gezinsplan vault verify` asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, upgrade
from gezinsplan.storage.keys import KeyFile, VaultKey
from gezinsplan.storage.vault import Vault


class Finding(StrEnum):
    """What may be wrong."""

    PAGES = "pages"
    """A page of the file is not as it was written (HMAC)."""
    STRUCTURE = "structure"
    """Tables, indexes or constraints do not fit each other."""
    REFERENCES = "references"
    """A row refers to one that is not there."""
    REVISION = "revision"
    """The tables are not of the revision that this program works with."""
    KEYS = "keys"
    """`keys.json` is missing, damaged or changed by hand."""
    KEYS_COPY = "keys_copy"
    """The copy of `keys.json` is missing, damaged, or holds something else."""
    KEYS_COUNTER = "keys_counter"
    """`keys.json` and the database do not name the same vault and counter."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """The outcome of looking at everything."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


_CHECKS: dict[Finding, tuple[str, list[tuple[object, ...]]]] = {
    Finding.PAGES: ("PRAGMA cipher_integrity_check", []),
    Finding.STRUCTURE: ("PRAGMA integrity_check", [("ok",)]),
    Finding.REFERENCES: ("PRAGMA foreign_key_check", []),
    Finding.REVISION: ("SELECT version_num FROM alembic_version", [(upgrade.HEAD,)]),
}


def verify(vault: Vault) -> VerifyReport:
    """Look at every page, table, reference and key; about a second per 100 MB, and changes nothing.

    VAULT_LOCKED and VAULT_FOLDER are refused as ever; damage is a finding.
    """
    return VerifyReport((*_in_database(vault), *_in_keys(vault)))


def _in_database(vault: Vault) -> Iterator[Finding]:
    """Each question in a job of its own, so that one damaged page does not hide the rest."""
    for finding, (question, good) in _CHECKS.items():
        if _answer(vault, question) != good:
            yield finding


def _answer(vault: Vault, question: str) -> list[tuple[object, ...]] | None:
    """The rows, or None when the file is too damaged to answer."""
    try:
        with vault.read() as conn:
            return [tuple(row) for row in conn.execute(text(question))]
    except VaultRefused as refusal:
        if refusal.code is not Code.VAULT_DAMAGED:
            raise
        return None


def _in_keys(vault: Vault) -> Iterator[Finding]:
    """The key file, its copy, and whether the database knows this vault and counter."""
    file = _written_with(vault.key, vault.folder / keys.KEYS)
    if file is None:
        yield Finding.KEYS
    if _written_with(vault.key, vault.folder / keys.PREVIOUS) != file:
        yield Finding.KEYS_COPY
    known = _answer(vault, "SELECT vault_id, keys_counter FROM kluis")
    if file and known != [(file.vault_id, file.counter)]:
        yield Finding.KEYS_COUNTER


def _written_with(key: VaultKey, path: Path) -> KeyFile | None:
    """What the key file says, if it can be read, is whole, and was written with this key."""
    try:
        return keys.check(keys.read(path), key)
    except (VaultRefused, OSError):
        return None
