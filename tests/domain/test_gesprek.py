"""The talk about one helper and what follows, bijschakelen with its three answers, and the baseline."""

from dataclasses import replace

import pytest

from gezinsplan.domain import afschakelen, beginstand, bijschakelen, gesprek
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.banden import Band, Klik, Plek
from gezinsplan.domain.betrokken import aantal_professionals, contacts
from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Actie, ActieStatus, Betrokkenheid, Dossier, Kader, Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, Kring, VoorWie
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.overname import Last, Overname, carries
from gezinsplan.domain.personen import Afscherming, Feit
from gezinsplan.domain.values import Part, get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_band,
    a_bespreking,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_klik,
    a_maatregel,
    a_plek,
    a_regisseurschap,
    a_tekst,
    a_veiligheidsafspraak,
    an_actie,
    an_afscherming,
    day,
    on,
    refused,
    uid,
)

SANNE, FAR, TALK, ORDER, BELLEN = uid(32), uid(132), uid(93), uid(96), uid(81)
END = Einde(on(40), "Sanne kan dit ook")
DIRECTED = a_regisseurschap(houder=MAMA)


def sanne(**changes: object) -> Betrokkenheid:
    return a_betrokkenheid(**{"id": SANNE, "omschrijving": "Sanne", "over": (MAMA,), **changes})


def with_rob(*parts: Part) -> Dossier:
    """Rob is the child's only contact, calls the school, keeps one agreement and checks another."""
    agreed = (
        a_veiligheidsafspraak(id=uid(201), wie=(ROB,), controle_door=MAMA),
        a_veiligheidsafspraak(id=uid(202), wie=(MAMA,), controle_door=ROB),
    )
    rob = a_betrokkenheid(over=(KIND,), doelen=(uid(61),), leefgebieden=(uid(701),))
    return a_dossier(DIRECTED, rob, sanne(), a_doel(), an_actie(wie=(ROB,)), *agreed, *parts)


ALL = Last((BELLEN,), (KIND,), afspraken=(uid(201),), controles=(uid(202),))


@pytest.mark.parametrize(
    ("uitkomst", "last"),
    [
        (Uitkomst.HOUDEN, Last()),
        (Uitkomst.SAMENVOEGEN, Last(regie=True)),
        (Uitkomst.OP_AFSTAND, Last(kinderen=(KIND,), regie=True)),
        (Uitkomst.AFRONDEN, replace(ALL, regie=True)),
    ],
)
def test_what_must_be_taken_over_first(uitkomst: Uitkomst, last: Last) -> None:
    dossier = with_rob(a_regisseurschap(houder=ROB))
    assert gesprek.over_te_nemen(dossier, ROB, uitkomst, day(40)) == last


def test_who_was_not_talked_about_yet() -> None:
    later, gone = a_betrokkenheid(id=uid(33), vanaf=on(60)), a_betrokkenheid(id=uid(34), tot=on(20))
    dossier = with_rob(later, gone, a_bespreking())
    assert [each.id for each in gesprek.te_bespreken(dossier, day(50))] == [SANNE]
    assert gesprek.latest(dossier, SANNE) is None
    second = a_bespreking(id=uid(193), datum=day(9))
    assert gesprek.latest(with_rob(second, a_bespreking()), ROB) == second


def test_a_talk_may_be_written_down_before_anything_follows() -> None:
    talk = a_bespreking(uitkomst=Uitkomst.AFRONDEN, eerst_nodig="budgetplan af")
    assert gesprek.put_bespreking(with_rob(), talk) == with_rob(talk)
    with refused(Code.WHO_IS_MISSING, field="overname_door"):
        gesprek.put_bespreking(with_rob(), a_bespreking(uitkomst=Uitkomst.SAMENVOEGEN))
    with refused(Code.UNKNOWN_PART, id=OMA):
        gesprek.put_bespreking(with_rob(), a_bespreking(betrokkenheid=OMA))


def test_who_stays_stays_as_he_is() -> None:
    after = gesprek.houden(with_rob(), a_bespreking(uitkomst=Uitkomst.AFRONDEN, overname_door=(OMA,)))
    assert after == with_rob(a_bespreking(uitkomst=Uitkomst.HOUDEN))


def test_joining_another_moves_everything() -> None:
    after = gesprek.samenvoegen(with_rob(a_maatregel()), a_bespreking(), SANNE, END)
    taker, gone = get(after, Betrokkenheid, SANNE), get(after, Betrokkenheid, ROB)
    assert (taker.over, taker.doelen, taker.leefgebieden) == ((MAMA, KIND), (uid(61),), (uid(701),))
    assert (gone.tot, gone.reden_einde, gone.overgenomen_door) == (on(40), END.reden, SANNE)
    assert get(after, Actie, BELLEN).wie == (SANNE,)
    assert get(after, Veiligheidsafspraak, uid(201)).wie == (SANNE,)
    assert get(after, Veiligheidsafspraak, uid(202)).controle_door == SANNE
    assert get(after, Maatregel, ORDER).uitvoerder == SANNE
    assert get(after, Bespreking, TALK).uitkomst is Uitkomst.SAMENVOEGEN
    assert get(after, Bespreking, TALK).overname_door == (SANNE,)
    assert holes(after, day(40)) == ()
    assert aantal_professionals(after, day(40)) == aantal_professionals(after, day(39)) - 1
    check(after)


@pytest.mark.parametrize(("rob", "other"), [((), (MAMA,)), ((KIND,), ()), ((), ())])
def test_who_joins_somebody_for_the_whole_family_is_there_for_all(
    rob: tuple[object, ...], other: tuple[object, ...]
) -> None:
    dossier = a_dossier(DIRECTED, a_betrokkenheid(over=rob), sanne(over=other))
    after = gesprek.samenvoegen(dossier, a_bespreking(), SANNE, END)
    assert get(after, Betrokkenheid, SANNE).over == ()


@pytest.mark.parametrize(
    ("other", "met"),
    [
        (sanne(vorm=Vorm.OP_AFSTAND), SANNE),
        (sanne(vanaf=on(41)), SANNE),
        (sanne(tot=on(40)), SANNE),
        (sanne(), ROB),
    ],
)
def test_only_with_somebody_who_is_there_and_near(other: Betrokkenheid, met: object) -> None:
    with refused(Code.TAKEOVER_NOT_THERE, field="met", id=met):
        gesprek.samenvoegen(with_rob(other), a_bespreking(), met, END)  # type: ignore[arg-type]


def test_the_regie_does_not_move_along() -> None:
    with refused(Code.STILL_CARRIES, regie=True, acties=(), kinderen=()):
        gesprek.samenvoegen(with_rob(a_regisseurschap(houder=ROB)), a_bespreking(), SANNE, END)


def distant(*parts: Part) -> Dossier:
    return gesprek.op_afstand(with_rob(sanne(over=()), *parts), a_bespreking(), FAR, day(40), "bellen kan")


def test_at_a_distance_the_past_stays_what_it_was() -> None:
    after = distant()
    near, far = get(after, Betrokkenheid, ROB), get(after, Betrokkenheid, FAR)
    assert (near.tot, near.vorm, near.overgenomen_door, near.reden_einde) == (on(40), Vorm.VAST, FAR, "bellen kan")
    assert (far.vanaf, far.tot, far.vorm, far.doelen) == (on(40), None, Vorm.OP_AFSTAND, near.doelen)
    assert [aantal_professionals(after, day(number)) for number in (39, 40)] == [2, 1]
    assert {each.id for each in contacts(after, KIND, day(40))} == {SANNE}
    assert holes(after, day(40)) == ()
    assert get(after, Bespreking, TALK).uitkomst is Uitkomst.OP_AFSTAND
    check(after)


def test_what_goes_on_moves_to_the_next_period() -> None:
    """And who was shielded or reads along under the first id is so under the next."""
    circle = VoorWie(Kring.PERSONEN, (MAMA, ROB))
    after = distant(
        an_actie(id=uid(82), wie=(ROB, OMA)),
        an_actie(id=uid(83), wie=(ROB,), status=ActieStatus.KLAAR),
        a_veiligheidsafspraak(id=uid(203), wie=(ROB,), tot=day(20), reden="klaar"),
        a_maatregel(tot=day(30)),
        a_band(deelnemer=ROB),
        a_klik(),
        a_plek(),
        a_betrokkenheid(id=uid(35), vanaf=None, overbrugging=ROB),
        an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,)),
        a_tekst(spreker=ROB, voor_wie=circle),
    )
    assert get(after, Actie, BELLEN).wie == (FAR,)
    assert get(after, Actie, uid(82)).wie == (FAR, OMA)
    assert get(after, Veiligheidsafspraak, uid(201)).wie == (FAR,)
    assert get(after, Veiligheidsafspraak, uid(202)).controle_door == FAR
    assert get(after, Band, uid(97)).deelnemer == get(after, Klik, uid(98)).deelnemer == FAR
    assert get(after, Plek, uid(99)).deelnemer == FAR
    assert get(after, Betrokkenheid, uid(35)).overbrugging == FAR
    assert get(after, Afscherming, uid(24)).betrokkenheden == (ROB, FAR)
    assert (after.teksten[0].spreker, after.teksten[0].voor_wie.personen) == (ROB, (MAMA, ROB, FAR))
    assert get(after, Actie, uid(83)).wie == get(after, Veiligheidsafspraak, uid(203)).wie == (ROB,)
    assert get(after, Maatregel, ORDER).uitvoerder == ROB
    check(after)


def test_a_measure_that_is_still_to_begin_moves_along() -> None:
    assert get(distant(a_maatregel(vanaf=day(60))), Maatregel, ORDER).uitvoerder == FAR


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((sanne(),), Code.STILL_CARRIES),
        ((a_regisseurschap(houder=ROB),), Code.STILL_CARRIES),
        ((a_maatregel(),), Code.FORCED_STAYS),
        ((a_betrokkenheid(kader=Kader.GEDWONGEN),), Code.FORCED_STAYS),
        ((a_betrokkenheid(vorm=Vorm.OP_AFSTAND),), Code.ALREADY_AT_DISTANCE),
        ((a_betrokkenheid(tot=on(50)),), Code.ALREADY_ENDED),
        ((a_betrokkenheid(vanaf=on(41)),), Code.END_BEFORE_START),
    ],
)
def test_who_cannot_go_to_a_distance(parts: tuple[Part, ...], code: Code) -> None:
    """The child's only contact, the regisseur, who is ordered, who is far or has an end."""
    with refused(code):
        distant(*parts)


def test_who_goes_has_everything_taken_over() -> None:
    overname = Overname({BELLEN: (OMA, MAMA)}, {}, SANNE, afspraken={uid(201): (OMA,)}, controles={uid(202): SANNE})
    after = gesprek.afronden(with_rob(), a_bespreking(), END, overname)
    assert after == replace(afschakelen.afschakelen(with_rob(), ROB, END, overname), besprekingen=after.besprekingen)
    assert get(after, Bespreking, TALK).overname_door == (MAMA, OMA, SANNE)
    assert gesprek.takers(Overname(maatregelen={ORDER: SANNE})) == (SANNE,)


def test_who_turns_out_to_have_gone_leaves_it_red() -> None:
    after = gesprek.is_al_weg(with_rob(), a_bespreking(), END, uid(499))
    assert get(after, Bespreking, TALK).uitkomst is Uitkomst.AFRONDEN
    assert [gat.soort for gat in holes(after, day(40))] == [
        GatSoort.VEILIGHEIDSAFSPRAAK,
        GatSoort.CONTROLE,
        GatSoort.KIND,
        GatSoort.ACTIE,
    ]
    assert carries(after, ROB, day(40)) == replace(ALL, kinderen=())


# ---------------------------------------------------------------- klaar?


TEMPORARY = a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, vraag="weer naar school", verwacht_tot=day(50))


def test_on_the_last_day_it_is_asked() -> None:
    others = (
        replace(TEMPORARY, id=uid(33), verwacht_tot=day(45)),
        replace(TEMPORARY, id=uid(34), tot=on(90)),
        replace(TEMPORARY, id=uid(35), vorm=Vorm.VAST),
        replace(TEMPORARY, id=uid(36), verwacht_tot=None),
        replace(TEMPORARY, id=uid(37), vanaf=on(60)),
    )
    dossier = a_dossier(TEMPORARY, *others)
    asked = [[each.id for each in bijschakelen.klaar_te_vragen(dossier, day(number))] for number in (44, 49, 50)]
    assert asked == [[], [uid(33)], [uid(33), ROB]]


def test_a_while_longer_or_for_good_with_the_reason_kept() -> None:
    dossier = a_dossier(replace(TEMPORARY, over=(KIND,), voor_wie=ALLEEN_DOSSIER))
    for after, vorm, until in (
        (bijschakelen.langer(dossier, ROB, day(90), "bijna klaar", TALK, day(50)), Vorm.BIJGESCHAKELD, day(90)),
        (bijschakelen.blijft(dossier, ROB, "bijna klaar", TALK, day(50)), Vorm.VAST, None),
    ):
        helper = get(after, Betrokkenheid, ROB)
        assert (helper.vorm, helper.verwacht_tot) == (vorm, until)
        assert after.besprekingen == (
            a_bespreking(datum=day(50), eerst_nodig="bijna klaar", over=(KIND,), voor_wie=ALLEEN_DOSSIER),
        )
        assert aantal_professionals(after, day(50)) == 1
        check(after)


@pytest.mark.parametrize(
    ("helper", "code"),
    [
        (replace(TEMPORARY, vorm=Vorm.VAST), Code.NOT_TEMPORARY),
        (replace(TEMPORARY, vanaf=on(60)), Code.NOT_STARTED),
        (replace(TEMPORARY, tot=on(40)), Code.ALREADY_ENDED),
    ],
)
def test_only_who_is_there_for_a_while_is_asked(helper: Betrokkenheid, code: Code) -> None:
    with refused(code, id=ROB):
        bijschakelen.langer(a_dossier(helper), ROB, day(90), "bijna klaar", TALK, day(50))
    with refused(code, id=ROB):
        bijschakelen.blijft(a_dossier(helper), ROB, "hij hoort erbij", TALK, day(50))


def test_longer_is_later_and_has_a_reason() -> None:
    with refused(Code.END_BEFORE_START, field="verwacht_tot"):
        bijschakelen.langer(a_dossier(TEMPORARY), ROB, day(50), "bijna klaar", TALK, day(50))
    with refused(Code.REASON_MISSING, field="waarom"):
        bijschakelen.langer(a_dossier(TEMPORARY), ROB, day(51), " ", TALK, day(50))
    with refused(Code.REASON_MISSING, field="waarom"):
        bijschakelen.blijft(a_dossier(TEMPORARY), ROB, "", TALK, day(50))


# ---------------------------------------------------------------- kloppen deze?


def test_the_baseline_is_settled_once_and_may_be_taken_back_by_a_step() -> None:
    settled = beginstand.settle(a_dossier(a_betrokkenheid()), day(9), day(9))
    assert settled.gezin.beginstand_op == day(9)
    with refused(Code.BASELINE_SETTLED, field="beginstand_op", day=day(9)):
        beginstand.settle(settled, day(10), day(10))
    assert beginstand.settle(beginstand.unsettle(settled), day(10), day(10)).gezin.beginstand_op == day(10)


@pytest.mark.parametrize("number", [-1, 10])
def test_the_baseline_lies_in_the_case_and_not_in_the_future(number: int) -> None:
    with refused(Code.BASELINE_DAY, field="beginstand_op", day=day(0)):
        beginstand.settle(a_dossier(), day(number), day(9))


def test_the_agreed_number_has_its_day() -> None:
    agreed = beginstand.agree(a_dossier(), 2, day(9))
    assert (agreed.gezin.streefaantal, agreed.gezin.streefaantal_op) == (2, day(9))
    assert beginstand.agree(agreed, None, day(10)) == a_dossier()
    assert beginstand.agree(a_dossier(), 0, day(9)).gezin.streefaantal_op == day(9)
