"""Bringing somebody in, letting somebody go, and recording that somebody has gone."""

from dataclasses import replace

import pytest

from gezinsplan.domain import regie
from gezinsplan.domain.afschakelen import (
    Einde,
    afschakelen,
    al_weg,
    change,
    remove,
)
from gezinsplan.domain.betrokken import aantal_professionals, contacts
from gezinsplan.domain.bijschakelen import bijschakelen
from gezinsplan.domain.checks import check
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Actie, ActieStatus, Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gaten import Gat, GatSoort, holes
from gezinsplan.domain.overname import Last, Overname, carries
from gezinsplan.domain.regie import Keuze
from gezinsplan.domain.values import Part, get
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    TERM,
    a_betrokkenheid,
    a_dossier,
    a_kind,
    a_regisseurschap,
    an_actie,
    an_oma,
    day,
    on,
    refused,
    uid,
)

SANNE, NEW, BELLEN, SAMEN = uid(32), uid(42), uid(81), uid(82)
DIRECTED = a_regisseurschap(houder=MAMA)
END = Einde(on(40), "het gaat goed", "mama")


def with_rob(*parts: Part) -> Dossier:
    """Rob is the child's only contact and calls the school; with mama he does one more thing."""
    mine = (an_actie(wie=(ROB,)), an_actie(id=SAMEN, wie=(ROB, MAMA)))
    return a_dossier(DIRECTED, a_betrokkenheid(), *mine, *parts)


def sanne(**changes: object) -> Betrokkenheid:
    return a_betrokkenheid(id=SANNE, omschrijving="Sanne", over=(MAMA,), **changes)


ALL = Overname(acties={BELLEN: (OMA,)}, contact_door=OMA)


def test_what_somebody_carries_alone() -> None:
    assert carries(with_rob(), ROB, day(40)) == Last((BELLEN,), (KIND,))
    assert not carries(with_rob(), SANNE, day(40))
    assert carries(with_rob(a_regisseurschap(houder=ROB)), ROB, day(40)).regie


@pytest.mark.parametrize(
    ("parts", "last"),
    [
        ((a_betrokkenheid(id=SANNE),), Last((BELLEN,))),
        ((a_betrokkenheid(id=SANNE, tot=on(40)),), Last((BELLEN,), (KIND,))),
        ((an_actie(wie=(ROB, OMA)),), Last((), (KIND,))),
        ((an_actie(wie=(ROB, OMA)), an_oma(tot=day(40))), Last((BELLEN,), (KIND,))),
        ((an_actie(wie=(ROB,), status=ActieStatus.KLAAR),), Last((), (KIND,))),
        ((a_kind(geboortedatum=Datum(2000)),), Last((BELLEN,))),
        (
            (a_regisseurschap(houder=ROB, tot=day(40)), a_regisseurschap(id=NEW, vanaf=day(40))),
            Last((BELLEN,), (KIND,)),
        ),
        (
            (a_regisseurschap(houder=ROB, tot=day(41)), a_regisseurschap(id=NEW, vanaf=day(41))),
            Last((BELLEN,), (KIND,), regie=True),
        ),
    ],
)
def test_what_others_carry_too_is_no_load(parts: tuple[Part, ...], last: Last) -> None:
    dossier = with_rob(*parts)
    if len(parts) == 2 and isinstance(parts[0], type(DIRECTED)):
        dossier = replace(dossier, regisseurschappen=parts)  # type: ignore[arg-type]
    assert carries(dossier, ROB, day(40)) == last


def test_somebody_goes_and_leaves_no_hole() -> None:
    before = with_rob()
    after = afschakelen(before, ROB, END, ALL)
    gone = get(after, Betrokkenheid, ROB)
    assert (gone.tot, gone.reden_einde, gone.beeindigd_door, gone.overgenomen_door) == (on(40), END.reden, "mama", OMA)
    assert get(after, Actie, BELLEN).wie == (OMA,)
    assert get(after, Actie, SAMEN).wie == (MAMA,)
    assert (aantal_professionals(after, day(39)), aantal_professionals(after, day(40))) == (1, 0)
    assert holes(after, day(40)) == ()
    check(after)


def test_an_actie_may_be_dropped_and_a_contact_left_with_a_reason() -> None:
    overname = Overname(vervallen={BELLEN: "al gebeld"}, geen_contact_omdat="Noor heeft genoeg aan thuis")
    after = afschakelen(with_rob(), ROB, END, overname)
    actie = get(after, Actie, BELLEN)
    assert (actie.status, actie.reden, actie.klaar_op) == (ActieStatus.VERVALLEN, "al gebeld", day(40))
    assert get(after, Betrokkenheid, ROB).geen_overname_omdat == "Noor heeft genoeg aan thuis"
    assert holes(after, day(40)) == ()


def test_a_new_owner_wins_from_dropping() -> None:
    overname = replace(ALL, vervallen={BELLEN: "of toch niet"})
    assert get(afschakelen(with_rob(), ROB, END, overname), Actie, BELLEN).wie == (OMA,)


@pytest.mark.parametrize(
    ("helper", "over"),
    [(sanne(), (MAMA, KIND)), (replace(sanne(), over=(KIND, MAMA)), None), (replace(sanne(), over=()), None)],
)
def test_a_helper_who_takes_a_child_over_is_there_for_it(helper: Betrokkenheid, over: object) -> None:
    after = afschakelen(with_rob(helper), ROB, END, replace(ALL, contact_door=SANNE))
    assert get(after, Betrokkenheid, SANNE).over == (over or helper.over)
    assert SANNE in {each.id for each in contacts(after, KIND, day(40))}
    check(after)


@pytest.mark.parametrize(
    ("overname", "acties", "kinderen"),
    [
        (Overname(), (BELLEN,), (KIND,)),
        (replace(ALL, contact_door=None), (), (KIND,)),
        (replace(ALL, contact_door=None, geen_contact_omdat=" "), (), (KIND,)),
        (replace(ALL, acties={}), (BELLEN,), ()),
        (replace(ALL, acties={BELLEN: ()}), (BELLEN,), ()),
        (replace(ALL, acties={SAMEN: (OMA,)}), (BELLEN,), ()),
        (replace(ALL, acties={}, vervallen={BELLEN: "\t"}), (BELLEN,), ()),
    ],
)
def test_who_still_carries_something_stays(overname: Overname, acties: object, kinderen: object) -> None:
    with refused(Code.STILL_CARRIES, acties=acties, kinderen=kinderen, regie=False):
        afschakelen(with_rob(), ROB, END, overname)


def test_the_regisseur_stays_until_another_has_been_chosen() -> None:
    dossier = with_rob(a_regisseurschap(houder=ROB))
    with refused(Code.STILL_CARRIES, acties=(), kinderen=(), regie=True):
        afschakelen(dossier, ROB, END, ALL)
    check(afschakelen(regie.appoint(dossier, NEW, Keuze(OMA, day(40), "Rob gaat")), ROB, END, ALL))


def test_the_regisseur_may_go_on_the_day_the_case_closes() -> None:
    closing = a_dossier(a_betrokkenheid(), a_regisseurschap(houder=ROB, tot=day(40)), afsluiting=day(40))
    check(afschakelen(closing, ROB, END, Overname(geen_contact_omdat="klaar")))


@pytest.mark.parametrize(
    ("overname", "owner"),
    [
        (replace(ALL, acties={BELLEN: (ROB,)}), ROB),
        (replace(ALL, acties={BELLEN: (OMA, SANNE)}), SANNE),
        (replace(ALL, acties={BELLEN: (uid(999),)}), uid(999)),
        (replace(ALL, contact_door=ROB), ROB),
        (replace(ALL, contact_door=SANNE), SANNE),
        (replace(ALL, contact_door=uid(33)), uid(33)),
        (replace(ALL, contact_door=uid(999)), uid(999)),
    ],
)
def test_only_somebody_who_is_there_can_take_over(overname: Overname, owner: object) -> None:
    """Sanne comes a day too late, 33 helps from a distance."""
    far = a_betrokkenheid(id=uid(33), vorm=Vorm.OP_AFSTAND)
    with refused(Code.TAKEOVER_NOT_THERE, id=owner):
        afschakelen(with_rob(sanne(vanaf=on(41)), far), ROB, END, overname)


BAD_ENDS = [
    (replace(END, tot=on(-1)), {}, Code.END_BEFORE_START, "tot"),
    (replace(END, tot=Datum(2023)), {}, Code.END_BEFORE_START, "tot"),
    (replace(END, reden=" "), {}, Code.REASON_MISSING, "reden"),
    (END, {"vanaf": None}, Code.NOT_STARTED, "tot"),
    (END, {"tot": on(40)}, Code.ALREADY_ENDED, "tot"),
    (END, {"tot": on(39)}, Code.ALREADY_ENDED, "tot"),
]


@pytest.mark.parametrize(("einde", "changes", "code", "field"), BAD_ENDS)
def test_an_end_that_cannot_be(einde: Einde, changes: dict[str, object], code: Code, field: str) -> None:
    dossier = with_rob(a_betrokkenheid(**changes))
    with refused(code, field=field):
        afschakelen(dossier, ROB, einde, ALL)
    with refused(code, field=field):
        al_weg(dossier, ROB, einde, NEW)


@pytest.mark.parametrize("who", [uid(999), MAMA])
def test_only_a_helper_can_go(who: object) -> None:
    with refused(Code.UNKNOWN_PART, id=who):
        afschakelen(with_rob(), who, END, ALL)  # type: ignore[arg-type]
    with refused(Code.UNKNOWN_PART, id=who):
        al_weg(with_rob(), who, END, NEW)  # type: ignore[arg-type]


def test_an_approximate_end_is_asked_about_on_the_first_day_without() -> None:
    einde = replace(END, tot=Datum(2024, 2))
    after = afschakelen(with_rob(sanne(vanaf=Datum(2024, 3, 1))), ROB, einde, replace(ALL, contact_door=SANNE))
    assert holes(after, Datum(2024, 2).eindigt) == ()


def test_a_day_that_is_still_to_come_is_a_day_like_any_other() -> None:
    after = afschakelen(with_rob(), ROB, replace(END, tot=Datum(2199)), ALL)
    assert aantal_professionals(after, day(400)) == 1
    check(after)


def test_who_has_gone_counts_no_more_and_what_he_carried_is_red() -> None:
    after = al_weg(with_rob(), ROB, END, NEW)
    assert aantal_professionals(after, day(40)) == 0
    assert holes(after, day(50)) == (
        Gat(GatSoort.KIND, KIND, day(40), ROB),
        Gat(GatSoort.ACTIE, BELLEN, day(40), ROB),
    )
    assert get(after, Actie, SAMEN).wie == (MAMA,)
    assert get(after, Betrokkenheid, ROB).reden_einde == END.reden
    check(after)


def test_what_he_shared_with_somebody_gone_before_stays_his_to_the_last() -> None:
    dossier = with_rob(sanne(tot=on(10)), an_actie(wie=(ROB, SANNE)))
    assert holes(al_weg(dossier, ROB, END, NEW), day(50))[-1] == Gat(GatSoort.ACTIE, BELLEN, day(40), ROB)


def test_an_actie_that_is_closed_keeps_who_did_it() -> None:
    dossier = with_rob(an_actie(id=SAMEN, wie=(ROB, MAMA), status=ActieStatus.KLAAR))
    assert get(al_weg(dossier, ROB, END, NEW), Actie, SAMEN).wie == (ROB, MAMA)


@pytest.mark.parametrize("begin", [0, 39, 40, 41, 60])
def test_the_place_of_a_regisseur_who_has_gone_is_vacant_from_that_day(begin: int) -> None:
    """Also on the first day of his term, and of a term that was still to begin."""
    dossier = with_rob()
    if begin:
        dossier = regie.appoint(dossier, NEW, Keuze(ROB, day(begin), "gekozen"))
    else:
        dossier = with_rob(a_regisseurschap(houder=ROB))
    after = al_weg(dossier, ROB, END, uid(43))
    check(after)
    term = regie.line(after)[-1]
    assert (term.houder, term.vanaf, term.reden) == (None, day(max(begin, 40)), END.reden)
    assert term.id == (uid(43) if begin < 40 else NEW)


def test_who_goes_before_his_successor_begins_leaves_a_vacancy_between() -> None:
    dossier = regie.appoint(with_rob(a_regisseurschap(houder=ROB)), NEW, Keuze(OMA, day(60), "afgesproken"))
    after = al_weg(dossier, ROB, END, uid(43))
    assert [(term.id, term.houder) for term in regie.line(after)] == [(TERM, ROB), (uid(43), None), (NEW, OMA)]
    check(after)


def test_who_goes_before_the_planned_day_is_recorded_with_the_true_one() -> None:
    planned = afschakelen(
        with_rob(sanne(vanaf=on(60))), ROB, replace(END, tot=on(60)), replace(ALL, contact_door=SANNE)
    )
    after = al_weg(planned, ROB, END, NEW)
    assert get(after, Betrokkenheid, ROB).tot == on(40)
    assert holes(after, day(50)) == (Gat(GatSoort.KIND, KIND, day(40), ROB),)
    assert holes(after, day(60)) == ()
    check(after)


def test_bijschakelen_asks_what_for_and_until_when() -> None:
    asked = sanne(vraag="weer naar school", verwacht_tot=day(90))
    after = bijschakelen(with_rob(), asked)
    assert get(after, Betrokkenheid, SANNE) == replace(asked, vorm=Vorm.BIJGESCHAKELD)
    check(after)
    for vanaf in (None, on(90)):
        check(bijschakelen(with_rob(), replace(asked, vanaf=vanaf)))


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"vraag": " "}, Code.QUESTION_MISSING, "vraag"),
        ({"verwacht_tot": None}, Code.UNTIL_MISSING, "verwacht_tot"),
        ({"verwacht_tot": day(-1)}, Code.END_BEFORE_START, "verwacht_tot"),
    ],
)
def test_bijschakelen_without_is_refused(changes: dict[str, object], code: Code, field: str) -> None:
    asked = {"vraag": "weer naar school", "verwacht_tot": day(90), **changes}
    with refused(code, field=field):
        bijschakelen(with_rob(), sanne(**asked))


@pytest.mark.parametrize(
    "changes",
    [
        {"vorm": Vorm.OP_AFSTAND},
        {"over": (MAMA,)},
        {"vanaf": on(50)},
        {"vanaf": None},
        {"tot": on(40)},
        {"tot": on(60)},
        {"tot": Datum(2030)},
    ],
)
def test_a_change_does_not_take_the_only_contact_away_unseen(changes: dict[str, object]) -> None:
    dossier = with_rob(an_actie(wie=(MAMA,)))
    with refused(Code.STILL_CARRIES, acties=(), kinderen=(KIND,), regie=False):
        change(dossier, a_betrokkenheid(**changes), day(45))
    other = a_betrokkenheid(id=SANNE)
    check(change(with_rob(an_actie(wie=(MAMA,)), other), a_betrokkenheid(**changes), day(45)))


def test_filling_in_an_end_leaves_no_actie_behind() -> None:
    with refused(Code.STILL_CARRIES, acties=(BELLEN,), kinderen=()):
        change(with_rob(a_betrokkenheid(id=SANNE)), a_betrokkenheid(tot=on(60)), day(45))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (a_betrokkenheid(), a_betrokkenheid(frequentie="elke week")),
        (a_betrokkenheid(tot=on(40)), a_betrokkenheid(tot=on(30))),
        (a_betrokkenheid(tot=on(40)), a_betrokkenheid()),
        (a_betrokkenheid(vanaf=None), a_betrokkenheid(vanaf=on(1), tot=on(2))),
    ],
)
def test_a_change_that_takes_nothing_away(before: Betrokkenheid, after: Betrokkenheid) -> None:
    assert get(change(with_rob(before), after, day(45)), Betrokkenheid, ROB) == after


def test_a_change_is_about_somebody_who_is_there() -> None:
    with refused(Code.UNKNOWN_PART, id=SANNE):
        change(with_rob(), sanne(), day(45))


@pytest.mark.parametrize(
    ("changes", "field"), [({"vanaf": on(1)}, "vanaf"), ({"vanaf": None}, "vanaf"), ({"tot": on(60)}, "tot")]
)
def test_the_days_of_a_regisseur_hold_his_term(changes: dict[str, object], field: str) -> None:
    dossier = a_dossier(a_regisseurschap(houder=ROB), a_betrokkenheid(), a_betrokkenheid(id=SANNE))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field=field, id=ROB):
        check(change(dossier, a_betrokkenheid(**changes), day(45)))


def gone_last_contact() -> Dossier:
    """The child had one helper, who is already gone and whom nobody followed."""
    return al_weg(with_rob(), ROB, Einde(on(10), "weg"), uid(499))


@pytest.mark.parametrize("changes", [{"vorm": Vorm.OP_AFSTAND}, {"over": (MAMA,)}, {"vanaf": on(20), "tot": on(30)}])
def test_a_red_child_does_not_get_out_of_sight_by_a_change(changes: dict[str, object]) -> None:
    dossier = gone_last_contact()
    assert GatSoort.KIND in {gat.soort for gat in holes(dossier, day(15))}
    helper = replace(get(dossier, Betrokkenheid, ROB), **changes)  # type: ignore[arg-type]
    with refused(Code.STILL_CARRIES, kinderen=(KIND,)):
        change(dossier, helper, day(15))


def test_a_red_child_is_solved_with_a_reason() -> None:
    dossier = gone_last_contact()
    told = replace(get(dossier, Betrokkenheid, ROB), geen_overname_omdat="Het gaat goed met haar.")
    solved = change(dossier, told, day(15))
    assert GatSoort.KIND not in {gat.soort for gat in holes(solved, day(15))}


def test_a_mistake_is_taken_away_but_never_a_childs_only_contact() -> None:
    another = a_betrokkenheid(id=SANNE, omschrijving="Sanne", over=(KIND,))
    assert remove(with_rob(another), ROB, day(15)).betrokkenheden == (another,)
    for alone in (with_rob(), gone_last_contact()):
        with refused(Code.STILL_CARRIES, kinderen=(KIND,)):
            remove(alone, ROB, day(15))
