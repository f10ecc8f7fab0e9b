"""How strong a passphrase is, as it is told while somebody types."""

from typing import NamedTuple

from gezinsplan.services.passphrases import Sterkte, Strength
from gezinsplan.texts import N_, _
from gezinsplan.texts.passphrases import advice

STEPS = tuple(Sterkte)
_WORDS = {
    Sterkte.ZWAK: N_("Te zwak"),
    Sterkte.KAN_BETER: N_("Kan beter"),
    Sterkte.GOED: N_("Goed"),
    Sterkte.STERK: N_("Sterk"),
}


class Shown(NamedTuple):
    """How many of the four steps there are, the word, and one sentence of advice."""

    steps: int
    word: str
    advice: str


def shown(found: Strength) -> Shown:
    """Steps, word and advice."""
    return Shown(STEPS.index(found.sterkte) + 1, _(_WORDS[found.sterkte]), advice(found.advice))
