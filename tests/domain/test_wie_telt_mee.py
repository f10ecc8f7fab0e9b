"""The list behind every number: every human being once, in the first of the groups."""

import pytest

from gezinsplan.domain.dossier import BetrokkenheidSoort, Vorm
from gezinsplan.domain.wie_telt_mee import Groep, Mens, groep_of, opbouw
from tests.make import MAMA, OMA, ROB, a_betrokkenheid, a_dossier, a_kaart, a_regisseurschap, an_oma, day, on, uid

VRIJWILLIGER, ERVARING = BetrokkenheidSoort.VRIJWILLIGER, BetrokkenheidSoort.ERVARINGSDESKUNDIGE
SANNE = uid(901)


@pytest.mark.parametrize(
    ("changes", "groep"),
    [
        ({}, Groep.TELT_MEE),
        ({"vaste_basis": True}, Groep.VASTE_BASIS),
        ({"vaste_basis": True, "vorm": Vorm.OP_AFSTAND}, Groep.VASTE_BASIS),
        ({"vorm": Vorm.OP_AFSTAND}, Groep.OP_AFSTAND),
        ({"soort": VRIJWILLIGER}, Groep.VRIJWILLIGER),
        ({"soort": ERVARING}, Groep.TELT_MEE),
        ({"soort": ERVARING, "betaald": False}, Groep.ERVARINGSDESKUNDIGE),
        ({"vanaf": None}, Groep.AANGEMELD),
        ({"vanaf": on(20), "wachtlijst": True}, Groep.WACHTLIJST),
        ({"tot": on(5)}, None),
    ],
)
def test_where_a_helper_stands_on_day_9(changes: dict[str, object], groep: Groep | None) -> None:
    helper = a_betrokkenheid(**changes)
    dossier = a_dossier(helper)
    assert groep_of(dossier, helper, day(9)) is groep
    assert [each.groep for each in opbouw(dossier, a_kaart(), day(9)).mensen] == ([groep] if groep else [])


def test_the_regisseur_from_school_counts() -> None:
    helper = a_betrokkenheid(vaste_basis=True)
    assert groep_of(a_dossier(helper, a_regisseurschap(houder=ROB)), helper, day(9)) is Groep.TELT_MEE


def test_everybody_stands_there_once() -> None:
    """Sanne comes in three roles, one of which she waits for; oma has died, the neighbour is there."""
    dossier = a_dossier(
        a_betrokkenheid(id=uid(33), professional=SANNE),
        a_betrokkenheid(id=uid(34), professional=SANNE, vaste_basis=True),
        a_betrokkenheid(id=uid(35), professional=SANNE, vanaf=None, wachtlijst=True),
        a_betrokkenheid(id=uid(36), vorm=Vorm.OP_AFSTAND, organisatie=uid(802)),
        a_betrokkenheid(id=uid(37), vanaf=None, organisatie=uid(803)),
        an_oma(overleden_op=day(3)),
        an_oma(id=uid(15), naam="Ria"),
    )
    built = opbouw(dossier, a_kaart(), day(9))
    assert built.mensen == (
        Mens(Groep.TELT_MEE, (uid(33), uid(34), uid(35))),
        Mens(Groep.OP_AFSTAND, (uid(36),)),
        Mens(Groep.AANGEMELD, (uid(37),)),
    )
    assert built.iedereen == built.mensen[:2]
    assert built.of(Groep.AANGEMELD) == built.mensen[2:]
    assert (built.netwerk, built.organisaties) == ((uid(15),), (uid(801), uid(802)))
    assert not {MAMA, OMA} & {*built.netwerk}
