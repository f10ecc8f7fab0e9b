"""Safety agreements and measures when somebody goes: taken over, closed with a reason, or red (product.md rule 4)."""

from dataclasses import replace

import pytest

from gezinsplan.domain.afschakelen import Einde, afschakelen, al_weg, change
from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.overname import Last, Overname, carries, still_carried
from gezinsplan.domain.values import Part, get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from tests.make import (
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_maatregel,
    a_regisseurschap,
    a_veiligheidsafspraak,
    day,
    on,
    refused,
    uid,
)

SANNE, DOES, CHECKS, ORDER = uid(32), uid(201), uid(202), uid(96)
END = Einde(on(40), "het gaat goed")


def with_rob(*parts: Part) -> Dossier:
    """Rob keeps one agreement, checks another, and carries out a measure; Sanne is there too."""
    rob, sanne = a_betrokkenheid(over=(MAMA,)), a_betrokkenheid(id=SANNE)
    agreed = (
        a_veiligheidsafspraak(id=DOES, wie=(ROB,), controle_door=MAMA),
        a_veiligheidsafspraak(id=CHECKS, wie=(MAMA, ROB)),
    )
    return a_dossier(a_regisseurschap(houder=MAMA), rob, sanne, *agreed, a_maatregel(), *parts)


ALL = Overname(afspraken={DOES: (OMA,)}, controles={CHECKS: SANNE}, maatregelen={ORDER: SANNE})


def test_what_somebody_carries_of_safety() -> None:
    assert carries(with_rob(), ROB, day(40)) == Last(afspraken=(DOES,), controles=(CHECKS,), maatregelen=(ORDER,))
    ended = with_rob(
        a_maatregel(tot=day(40)),
        a_veiligheidsafspraak(id=DOES, wie=(ROB,), tot=day(40), reden="klaar"),
        a_veiligheidsafspraak(id=CHECKS, wie=(MAMA,), controle_door=SANNE),
    )
    assert not carries(ended, ROB, day(40))


def test_an_agreement_that_has_yet_to_begin_is_carried_by_who_is_there_then() -> None:
    later = a_veiligheidsafspraak(id=DOES, wie=(ROB, SANNE), controle_door=MAMA, vanaf=day(60))
    assert carries(with_rob(later), ROB, day(40)).afspraken == ()
    assert carries(with_rob(later, a_betrokkenheid(id=SANNE, tot=on(50))), ROB, day(40)).afspraken == (DOES,)


def test_a_shared_agreement_stays_with_who_is_there_when_it_begins() -> None:
    later = a_veiligheidsafspraak(id=DOES, wie=(ROB, SANNE), controle_door=MAMA, vanaf=day(60))
    dossier = with_rob(later, a_betrokkenheid(id=SANNE, vanaf=on(50)), a_betrokkenheid(id=uid(33)))
    after = afschakelen(dossier, ROB, END, Overname(controles={CHECKS: MAMA}, maatregelen={ORDER: uid(33)}))
    assert get(after, Veiligheidsafspraak, DOES).wie == (SANNE,)
    assert get(after, Veiligheidsafspraak, CHECKS).wie == (MAMA,)


def test_all_of_it_is_taken_over() -> None:
    after = afschakelen(with_rob(), ROB, END, ALL)
    assert get(after, Veiligheidsafspraak, DOES).wie == (OMA,)
    assert get(after, Veiligheidsafspraak, CHECKS).wie == (MAMA,)
    assert get(after, Veiligheidsafspraak, CHECKS).controle_door == SANNE
    assert get(after, Maatregel, ORDER).uitvoerder == SANNE
    assert holes(after, day(40)) == ()
    check(after)


@pytest.mark.parametrize("agreement", [DOES, CHECKS])
@pytest.mark.parametrize(("vanaf", "tot"), [(0, 40), (60, 60)])
def test_an_agreement_may_be_closed_with_a_reason(agreement: object, vanaf: int, tot: int) -> None:
    dossier = with_rob()
    found = get(dossier, Veiligheidsafspraak, agreement)  # type: ignore[arg-type]
    dossier = with_rob(replace(found, vanaf=day(vanaf)))
    rest = replace(
        ALL,
        afspraken={} if agreement == DOES else ALL.afspraken,
        controles={} if agreement == CHECKS else ALL.controles,
        gesloten={found.id: "het is rustig"},
    )
    closed = get(afschakelen(dossier, ROB, END, rest), Veiligheidsafspraak, found.id)
    assert (closed.tot, closed.reden) == (day(tot), "het is rustig")


def test_a_new_owner_wins_from_closing() -> None:
    both = replace(ALL, gesloten={DOES: "of toch niet", CHECKS: "of toch niet"})
    assert afschakelen(with_rob(), ROB, END, both) == afschakelen(with_rob(), ROB, END, ALL)


@pytest.mark.parametrize(
    ("overname", "left"),
    [
        (Overname(), Last(afspraken=(DOES,), controles=(CHECKS,), maatregelen=(ORDER,))),
        (replace(ALL, afspraken={}), Last(afspraken=(DOES,))),
        (replace(ALL, afspraken={DOES: ()}), Last(afspraken=(DOES,))),
        (replace(ALL, controles={}, gesloten={CHECKS: " "}), Last(controles=(CHECKS,))),
        (replace(ALL, maatregelen={}), Last(maatregelen=(ORDER,))),
        (ALL, Last()),
    ],
)
def test_who_carries_safety_stays(overname: Overname, left: Last) -> None:
    assert still_carried(carries(with_rob(), ROB, day(40)), overname) == left
    if left:
        named = {"afspraken": left.afspraken, "controles": left.controles, "maatregelen": left.maatregelen}
        with refused(Code.STILL_CARRIES, **named):
            afschakelen(with_rob(), ROB, END, overname)


@pytest.mark.parametrize(
    ("overname", "who"),
    [
        (replace(ALL, afspraken={DOES: (ROB,)}), ROB),
        (replace(ALL, controles={CHECKS: uid(999)}), uid(999)),
        (replace(ALL, maatregelen={ORDER: ROB}), ROB),
        (replace(ALL, maatregelen={ORDER: OMA}), OMA),
    ],
)
def test_only_somebody_else_who_is_there_takes_over(overname: Overname, who: object) -> None:
    with refused(Code.TAKEOVER_NOT_THERE, id=who):
        afschakelen(with_rob(), ROB, END, overname)


def test_who_has_gone_leaves_safety_red() -> None:
    after = al_weg(with_rob(), ROB, END, uid(499))
    assert [(gat.soort, gat.onderdeel) for gat in holes(after, day(40))] == [
        (GatSoort.VEILIGHEIDSAFSPRAAK, DOES),
        (GatSoort.CONTROLE, CHECKS),
        (GatSoort.MAATREGEL, ORDER),
    ]


def test_filling_in_an_end_leaves_no_safety_behind() -> None:
    with refused(Code.STILL_CARRIES, afspraken=(DOES,), controles=(CHECKS,), maatregelen=(ORDER,)):
        change(with_rob(), a_betrokkenheid(over=(MAMA,), tot=on(60)), day(45))
