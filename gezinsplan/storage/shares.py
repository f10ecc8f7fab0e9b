"""The private key of the gemeente in three lists of words, of which any two give it back (SLIP-39, `shamir-mnemonic`).

One group, two of three, no passphrase, iteration exponent 0, extendable: any program for SLIP-39 combines them to the
seed of 32 bytes. A list has 33 words of the word list of SLIP-39, with a checksum of its own.
"""

import re
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORD_INDEX_MAP

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage.ways.gemeente import SEED_BYTES, PrivateKey

NEEDED, MADE = 2, 3
"""How many lists give the key back, and how many are made."""

WORDS = 33
"""How many words a list has."""


def split(key: PrivateKey) -> tuple[str, ...]:
    """Three lists of words; new ones each time, and lists of different times do not go together."""
    (lists,) = generate_mnemonics(1, [(NEEDED, MADE)], key.seed, extendable=True, iteration_exponent=0)
    return tuple(lists)


def combine(texts: Sequence[str]) -> PrivateKey:
    """The key of which these are lists, typed or read from files.

    SHARE_WORD (`share`, `word`: their numbers), SHARE_LENGTH (`share`, `n`), SHARE_DAMAGED (`share`), SHARES_DIFFER,
    SHARES_TOO_FEW.
    """
    shares = {share.index: share for share in (_read(text, number) for number, text in enumerate(texts, start=1))}
    if len({share.identifier for share in shares.values()}) > 1:
        raise VaultRefused(Code.SHARES_DIFFER)
    if len(shares) < NEEDED:
        raise VaultRefused(Code.SHARES_TOO_FEW)
    chosen = [share.mnemonic() for share in shares.values()][:NEEDED]
    try:
        return PrivateKey(combine_mnemonics(chosen))
    except MnemonicError:
        # Made in different splits that by chance have the same number.
        raise VaultRefused(Code.SHARES_DIFFER) from None


def words(text: str) -> list[str]:
    """The words of a list; what stands behind a #, numbers and punctuation do not count."""
    return re.findall(r"[^\W\d_]+", re.sub("#.*", "", text).lower())


def _read(text: str, number: int) -> Share:
    """One list; `number` is for the refusals."""
    found = words(text)
    for place, word in enumerate(found, start=1):
        if word not in WORD_INDEX_MAP:
            raise VaultRefused(Code.SHARE_WORD, share=number, word=place)
    if len(found) != WORDS:
        raise VaultRefused(Code.SHARE_LENGTH, share=number, n=len(found))
    try:
        share = Share.from_mnemonic(" ".join(found))
    except MnemonicError:
        raise VaultRefused(Code.SHARE_DAMAGED, share=number) from None
    # Right words of another program: how it was split, and how long combining takes, is for us to say.
    ours = (0, 1, 1, NEEDED, SEED_BYTES)
    told = (share.iteration_exponent, share.group_threshold, share.group_count, share.member_threshold)
    if (*told, len(share.value)) != ours or not share.extendable:
        raise VaultRefused(Code.SHARE_DAMAGED, share=number)
    return share
