"""The key of the gemeente: made offline, kept in a file or in three lists of words, and used when a regisseur has left.

The libraries for it are imported when they are needed.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from gezinsplan.domain.errors import Code, Refused, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie
from gezinsplan.services import kluis, new_files
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.passphrases import checked
from gezinsplan.storage import opening, org_key, slots
from gezinsplan.storage.ways import gemeente
from gezinsplan.storage.ways.gemeente import PrivateKey, PublicKey
from gezinsplan.storage.ways.passphrase import Passphrase
from gezinsplan.texts import _

WORDS_ON_A_LINE = 3

GemeenteKey = PublicKey
"""The public key of a gemeente, as screens know it."""


# ---------------------------------------------------------------- files and lists


def create(private: Path, public: Path, text: str) -> PublicKey:
    """Make a key, and write its two files; the private one is sealed with this passphrase.

    PASSPHRASE_WEAK, FILE_EXISTS, FILE_NOT_WRITTEN; then neither file is there.
    """
    new_files.refuse_existing(private, public)
    way, key = checked(text), PrivateKey.new()
    new_files.write(private, org_key.seal(key, way))
    try:
        new_files.write(public, org_key.public_file(key.public))
    except Refused:
        private.unlink(missing_ok=True)
        raise
    return key.public


def read_private(private: Path) -> bytes:
    """A private file that can be opened; ORG_KEY_FILE, ORG_KEY_OTHER, ORG_KEY_DAMAGED, ORG_KEY_NEWER."""
    data = org_key.read(private)
    org_key.refuse_unfit(data)
    return data


def unseal(data: bytes, text: str) -> PrivateKey:
    """The private key out of its file; ORG_KEY_PASSPHRASE."""
    return org_key.unseal(data, Passphrase(text))


def keep(key: PrivateKey, private: Path, text: str) -> None:
    """Write the private file of this key anew; PASSPHRASE_WEAK, FILE_EXISTS, FILE_NOT_WRITTEN."""
    way = checked(text)
    new_files.write(private, org_key.seal(key, way))


def read_public(public: Path) -> PublicKey:
    """The public key out of its file; ORG_KEY_FILE, ORG_KEY_OTHER, ORG_KEY_DAMAGED, ORG_KEY_NEWER."""
    return org_key.read_public(org_key.read(public))


def split(key: PrivateKey) -> tuple[str, ...]:
    """Three lists of words as they are printed or kept, of which any two give the key back."""
    from gezinsplan.storage import shares

    made = shares.split(key)
    return tuple(_list(number, words.split(), key.public.fingerprint) for number, words in enumerate(made, start=1))


def write_lists(lists: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """Write each list to a file of its own; FILE_EXISTS, FILE_NOT_WRITTEN."""
    files = tuple(folder / _("lijst-{number}.txt").format(number=number) for number in range(1, len(lists) + 1))
    new_files.refuse_existing(*files)
    for file, text in zip(files, lists, strict=True):
        new_files.write(file, text.encode())
    return files


def read_lists(files: Sequence[Path]) -> tuple[str, ...]:
    """The texts of files with a list each; ORG_KEY_FILE."""
    try:
        return tuple(org_key.read(file).decode("utf-8-sig") for file in files)
    except UnicodeDecodeError:
        raise VaultRefused(Code.ORG_KEY_FILE) from None


def combine(texts: Sequence[str]) -> PrivateKey:
    """The key of which these are lists; the refusals are those of `shares.combine`."""
    from gezinsplan.storage import shares

    return shares.combine(texts)


def is_whole(text: str) -> bool:
    """Whether a list that is being typed has all its words."""
    from gezinsplan.storage import shares

    return len(shares.words(text)) >= shares.WORDS


def _list(number: int, words: Sequence[str], fingerprint: str) -> str:
    """One list with its heading; numbers and headings do not count when it is read."""
    heads = (
        _("# Sleutel van de gemeente {fingerprint}: lijst {number} van 3").format(
            fingerprint=fingerprint, number=number
        ),
        _("# Twee van de drie lijsten samen openen iedere kluis met deze sleutel. Bewaar ze op verschillende plekken."),
    )
    cells = [f"{place:>2} {word:<10}" for place, word in enumerate(words, start=1)]
    rows = (" ".join(cells[start : start + WORDS_ON_A_LINE]) for start in range(0, len(cells), WORDS_ON_A_LINE))
    return "\n".join([*heads, *(row.rstrip() for row in rows)]) + "\n"


# ---------------------------------------------------------------- vaults


def add(caseload: Caseload, public: PublicKey) -> None:
    """Let this key of the gemeente open the vault; ORG_KEY_PRESENT, and the refusals of `slots`."""
    there = [slot.parameters for slot in slots.read(caseload.vault).slots if slot.kind == gemeente.KIND]
    if any(parameters.get("fingerprint") == public.fingerprint for parameters in there):
        raise VaultRefused(Code.ORG_KEY_PRESENT)
    slots.add(caseload.vault, public)
    caseload.log(LogActie.TOEGANG_TOEGEVOEGD)


def unlock(folder: Path, key: PrivateKey, moment: datetime, *, herkomst: Herkomst = Herkomst.VENSTER) -> Caseload:
    """Open a vault with the key of the gemeente; ORG_KEY_NOT_OF_VAULT, and the refusals of `open_vault`."""
    kluis.expire(folder, moment)
    return kluis.entered(opening.open_vault(folder, key), key, herkomst)
