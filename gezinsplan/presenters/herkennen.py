"""What a few typed words tell: a name or only what somebody is, in which sector, and in which capacity.

These are proposals that stand in sight before anything is made, and everything can be changed afterwards.
"""

import re

from gezinsplan.domain.dossier import BetrokkenheidSoort
from gezinsplan.domain.kaart import Sector
from gezinsplan.texts.folding import fold

# How a word begins or ends that says what somebody is, and not how he or she is called.
_BEGINS = (
    "iemand", "juf", "meester", "leer", "docent", "mentor", "huisarts", "jeugd", "kinder", "school", "wijk",
    "begeleid", "behandel", "gezins", "casus", "coach", "consulent", "psych", "therap", "logoped", "fysio", "dietist",
    "verpleeg", "verloskund", "voogd", "bewind", "curator", "schuld", "politie", "reclass", "advoca", "maatschapp",
    "vrijwillig", "ervarings", "maatje", "buddy", "hulp", "thuis", "intern", "ambulant", "regisseur", "team",
    "medewerk", "stag", "vertrouwens", "orthopedag", "pedagog", "pleeg", "budget", "woon", "klant", "werk", "oppas",
    "tolk", "opvoed", "peuter",
)  # fmt: skip
_WHOLE = frozenset(
    {"arts", "een", "de", "het", "haar", "zijn", "onze", "mijn", "ib", "case", "ggz", "jgz", "poh", "spv", "gi"}
)
_ENDS = (
    "arts", "werker", "werkster", "begeleider", "begeleidster", "coach", "consulent", "agent", "psycholoog",
    "psychiater", "therapeut", "loog", "kracht", "leider", "manager", "beschermer", "verpleegkundige", "ambtenaar",
)  # fmt: skip

_SECTORS: tuple[tuple[Sector, tuple[str, ...]], ...] = (
    (Sector.HUISARTS, ("huisarts",)),
    (Sector.JEUGDGEZONDHEIDSZORG, ("jgz", "jeugdarts", "jeugdverpleeg", "consultatiebureau", "ggd", "schoolarts")),
    (Sector.JEUGD_GGZ, ("jeugd-ggz", "jeugdggz", "kinderpsych", "kinder- en jeugdpsych")),
    (Sector.GGZ, ("ggz", "psycholoog", "psychiat", "poh")),
    (Sector.VERSLAVINGSZORG, ("verslaving",)),
    (Sector.SCHULDHULP, ("schuld", "bewindvoer", "budget", "kredietbank")),
    (Sector.JEUGDBESCHERMING, ("jeugdbescherm", "voogd", "gezinsvoogd", "raad voor de kinder", "jeugdreclass")),
    (Sector.VEILIGHEID, ("veilig thuis",)),
    (Sector.POLITIE_EN_JUSTITIE, ("politie", "wijkagent", "reclassering", "justitie")),
    (Sector.WONEN, ("woningcorp", "woonbegeleid", "woonconsulent", "woonstichting", "verhuurder")),
    (Sector.WERK_EN_INKOMEN, ("uwv", "sociale dienst", "werk en inkomen", "klantmanager", "participatie")),
    (Sector.KINDEROPVANG, ("kinderopvang", "peuter", "kinderdag", "bso")),
    (Sector.LOKAAL_TEAM, ("wijkteam", "sociaal team", "lokaal team", "buurtteam", "jeugdteam")),
    (Sector.VRIJWILLIGERS, ("vrijwillig", "maatje", "buddy", "humanitas", "home-start", "voedselbank")),
    (Sector.WELZIJN, ("welzijn", "maatschappelijk werk", "opbouwwerk", "jongerenwerk", "buurthuis")),
    (Sector.ONDERWIJS, ("school", "juf", "meester", "leerkracht", "docent", "leerplicht", "intern begeleider")),
    (Sector.ZORG, ("thuiszorg", "wijkverpleeg", "fysio", "logoped", "verloskund", "ziekenhuis", "kraamzorg")),
    (Sector.JEUGDHULP, ("jeugdhulp", "jeugdzorg", "gezinscoach", "gezinsbegeleid", "pleegzorg", "opvoed")),
)


def is_name(text: str) -> bool:
    """Whether this is how somebody is called, and not what he or she is ("huisarts", "iemand van de GGZ")."""
    first = next(iter(text.split()), "")
    word = fold(first)
    begin = re.split(r"\W", word, maxsplit=1)[0]  # IB'er, GGZ-begeleider
    if not first[:1].isupper() or begin in _WHOLE or word.endswith(_ENDS):
        return False
    return not word.startswith(_BEGINS)


def guessed_sector(*texts: str) -> Sector | None:
    """The sector that an organisation or a function tells by its own words; None when it does not."""
    told = fold(" ".join(texts))
    return next((sector for sector, words in _SECTORS if any(word in told for word in words)), None)


def guessed_soort(sector: Sector | None, *texts: str) -> BetrokkenheidSoort:
    """In which capacity somebody comes, by the sector and the words."""
    if "ervaringsdeskundig" in fold(" ".join(texts)):
        return BetrokkenheidSoort.ERVARINGSDESKUNDIGE
    if sector is Sector.VRIJWILLIGERS:
        return BetrokkenheidSoort.VRIJWILLIGER
    return BetrokkenheidSoort.BEROEPSKRACHT
