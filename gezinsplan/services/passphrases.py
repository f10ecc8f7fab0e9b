"""Whether a passphrase is good enough for a new way in."""

import unicodedata

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage.ways.passphrase import Passphrase

MINIMUM = 12
"""Fewest characters (after NFC) of a new passphrase; there is no upper limit and no rule of composition."""


def checked(text: str) -> Passphrase:
    """The way in by this passphrase, good enough for a new slot; PASSPHRASE_SHORT (`min`) when it is not."""
    if len(unicodedata.normalize("NFC", text)) < MINIMUM:
        raise VaultRefused(Code.PASSPHRASE_SHORT, min=MINIMUM)
    return Passphrase(text)
