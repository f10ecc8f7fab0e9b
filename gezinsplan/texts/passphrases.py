"""Why a passphrase is easy to guess and what makes it better, in one sentence."""

from gezinsplan.texts import N_, _

_ADVICE = {
    "empty": N_("Kies vijf of zes woorden die niet bij elkaar horen."),
    "common": N_("Dit kiezen veel mensen. Kies vijf of zes woorden die niet bij elkaar horen."),
    "name": N_("Een naam is snel geraden. Kies vijf of zes woorden die niet bij elkaar horen."),
    "digits": N_("Alleen cijfers zijn snel geraden. Kies vijf of zes woorden die niet bij elkaar horen."),
    "date": N_("Een datum is snel geraden. Kies vijf of zes woorden die niet bij elkaar horen."),
    "repeat": N_("Herhalen maakt het niet sterker. Kies vijf of zes woorden die niet bij elkaar horen."),
    "row": N_("Een rij als abc of 123 is snel geraden. Kies vijf of zes woorden die niet bij elkaar horen."),
    "keys": N_("Toetsen naast elkaar zijn snel geraden. Kies vijf of zes woorden die niet bij elkaar horen."),
    "words": N_("Zet er nog een paar woorden bij die niemand verwacht."),
    "none": "",
}


def advice(code: str) -> str:
    """The sentence of an advice of `services.passphrases`; empty when there is nothing to make better."""
    return _(_ADVICE[code]) if _ADVICE[code] else ""
