"""The head of every paper about a family, and what stands at the edge of its pages."""

from reportlab.platypus import Flowable

from gezinsplan.domain.versies import VersieStatus
from gezinsplan.printing.layout import FAMILY, TITLE, UNDER_TITLE, Rand
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import alinea
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date


def rand(papier: Papier) -> Rand:
    """What stands at the edge of each page of this paper."""
    return Rand(
        gezin=papier.dossier.gezin.naam,
        status=_status(papier),
        voor=_("voor {name}").format(name=papier.voor),
        datum=long_date(papier.op),
        nummer=_("Nr {number}").format(number=papier.nummer),
    )


def _status(papier: Papier) -> str:
    versie = papier.versie
    if versie is not None and versie.status is VersieStatus.VASTGESTELD:
        return _("Zo spreken we het af: versie {n}").format(n=versie.nummer)
    return _("Dit is nog een voorstel: versie {n}").format(n=versie.nummer if versie is not None else papier.voorstel)


def kop(titel: str, edge: Rand) -> list[Flowable]:
    """The title, whose paper it is, and for whom, of which day."""
    return [
        alinea(TITLE, titel),
        alinea(FAMILY, edge.gezin),
        alinea(UNDER_TITLE, " · ".join((edge.status, edge.datum, edge.voor))),
    ]
