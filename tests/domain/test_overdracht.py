"""A warm handover of the regie, and with whom members feel at ease."""

from dataclasses import replace

import pytest

from gezinsplan.domain import overdracht, regie
from gezinsplan.domain.banden import KlikSoort
from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Actie, Dossier, RegieVorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.klik import human, klikmatrix, may_propose, put_klik, wil_geen_contact
from gezinsplan.domain.overdracht import (
    Beloften,
    NogInContact,
    beloften,
    change_words,
    hand_over,
    nog_in_contact,
    termijnen,
)
from gezinsplan.domain.regie import Keuze
from gezinsplan.domain.values import Part, get
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_klik,
    a_persoon,
    a_regisseurschap,
    a_veiligheidsafspraak,
    an_actie,
    an_oma,
    day,
    on,
    refused,
    uid,
)

SANNE, NEXT, BELLEN, SAMEN, DOES, CHECKS = uid(32), uid(42), uid(81), uid(82), uid(201), uid(202)


def with_rob(*parts: Part) -> Dossier:
    """Rob is regisseur, with things to do alone and with Sanne, and with safety."""
    return a_dossier(
        a_regisseurschap(houder=ROB),
        a_betrokkenheid(),
        a_betrokkenheid(id=SANNE),
        an_actie(wie=(ROB,)),
        an_actie(id=SAMEN, wie=(ROB, SANNE)),
        a_veiligheidsafspraak(id=DOES, wie=(ROB,), controle_door=MAMA),
        a_veiligheidsafspraak(id=CHECKS, wie=(MAMA,)),
        *parts,
    )


KEUZE = Keuze(SANNE, day(30), "Rob gaat weg", mening_gezin="jammer", gesprek_op=day(28), contact_tot=day(40))


def test_what_somebody_promised() -> None:
    assert beloften(with_rob(), ROB, day(9)) == Beloften((BELLEN, SAMEN), (DOES,), (CHECKS,))
    assert beloften(with_rob(), OMA, day(9)) == Beloften()


def test_a_warm_handover_moves_what_was_promised() -> None:
    after = hand_over(with_rob(), NEXT, KEUZE)
    term = regie.line(after)[-1]
    assert (term.houder, term.gesprek_op, term.contact_tot, term.mening_gezin) == (SANNE, day(28), day(40), "jammer")
    assert beloften(after, ROB, day(30)) == Beloften()
    assert beloften(after, SANNE, day(30)) == beloften(with_rob(), ROB, day(9))
    assert get(after, Actie, SAMEN).wie == (SANNE,)
    assert get(after, Veiligheidsafspraak, DOES).controle_door == MAMA
    check(after)


def test_what_stays_stays() -> None:
    after = hand_over(with_rob(), NEXT, KEUZE, {BELLEN, CHECKS})
    assert beloften(after, ROB, day(30)) == Beloften((BELLEN,), (), (CHECKS,))
    assert beloften(after, SANNE, day(30)) == Beloften((SAMEN,), (DOES,))


def test_the_contact_overlaps_and_the_role_never() -> None:
    after = hand_over(with_rob(), NEXT, KEUZE)
    seen = [nog_in_contact(after, day(number)) for number in (29, 30, 39, 40)]
    assert seen == [None, NogInContact(ROB, day(40)), NogInContact(ROB, day(40)), None]
    for number in (29, 30, 39, 40):
        term = regie.term_on(after, day(number))
        assert term is not None
        assert term.houder == (ROB if number < 30 else SANNE)
    assert nog_in_contact(after, day(-1)) is None


def test_who_has_gone_meanwhile_is_no_longer_in_contact() -> None:
    after = hand_over(with_rob(), NEXT, KEUZE)
    gone = replace(after, betrokkenheden=(a_betrokkenheid(tot=on(35)), a_betrokkenheid(id=SANNE)))
    assert nog_in_contact(gone, day(34)) is not None
    assert nog_in_contact(gone, day(36)) is None


@pytest.mark.parametrize(
    ("parts", "keuze", "code", "field"),
    [
        ((), replace(KEUZE, reden=" "), Code.REGIE_REASON_MISSING, "reden"),
        ((), replace(KEUZE, houder=ROB), Code.REGIE_SAME_HOLDER, "houder"),
        ((a_betrokkenheid(tot=on(39)),), KEUZE, Code.REGIE_HOLDER_NOT_INVOLVED, "contact_tot"),
        ((a_regisseurschap(),), KEUZE, Code.REGIE_HOLDER_NOT_INVOLVED, "contact_tot"),
        ((an_oma(tot=day(20)),), replace(KEUZE, houder=OMA), Code.REGIE_HOLDER_NOT_INVOLVED, "houder"),
        ((a_betrokkenheid(id=SANNE, tot=on(90)),), KEUZE, Code.REGIE_HOLDER_NOT_INVOLVED, "houder"),
        ((), replace(KEUZE, vorm=RegieVorm.ZELF), Code.REGIE_FORM, "vorm"),
        (
            (an_oma(tot=day(50)), a_veiligheidsafspraak(id=DOES, wie=(ROB,), vanaf=day(60), controle_door=MAMA)),
            replace(KEUZE, houder=OMA),
            Code.TAKEOVER_NOT_THERE,
            "beloften",
        ),
    ],
)
def test_a_handover_that_cannot_be(parts: tuple[Part, ...], keuze: Keuze, code: Code, field: str) -> None:
    with refused(code, field=field):
        hand_over(with_rob(*parts), NEXT, keuze)


def test_the_words_of_a_term_change_and_contact_only_with_who_is_there() -> None:
    after = hand_over(with_rob(a_betrokkenheid(tot=on(60))), NEXT, KEUZE)
    first, term = regie.line(after)
    longer = change_words(after, replace(term, contact_tot=day(50), mening_gezin="goed"))
    assert nog_in_contact(longer, day(49)) == NogInContact(ROB, day(50))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot", id=ROB):
        change_words(after, replace(term, contact_tot=day(61)))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot", id=None):
        change_words(after, replace(first, contact_tot=day(9)))
    assert regie.line(change_words(after, replace(first, reden="anders")))[0].reden == "anders"


@pytest.mark.parametrize("houder", [None, OMA])
def test_the_one_before_may_go_on_the_last_day_of_contact(houder: object) -> None:
    """Also to nobody, and to somebody of the netwerk who directs it himself."""
    dossier = with_rob(a_betrokkenheid(tot=on(40)))
    form = RegieVorm.ZELF if houder else RegieVorm.CASUS
    after = hand_over(dossier, NEXT, replace(KEUZE, houder=houder, vorm=form))  # type: ignore[arg-type]
    assert nog_in_contact(after, day(39)) == NogInContact(ROB, day(40))
    moved = beloften(after, ROB, day(30)) == Beloften()
    assert moved is (houder is not None)


def test_from_a_person_contact_lasts_while_he_is_there() -> None:
    dossier = a_dossier(a_regisseurschap(houder=OMA), an_oma(tot=day(35)), a_betrokkenheid(id=SANNE))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot", id=OMA):
        hand_over(dossier, NEXT, KEUZE)
    check(hand_over(dossier, NEXT, replace(KEUZE, contact_tot=day(34))))


def test_a_first_choice_has_nobody_before() -> None:
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot", id=None):
        hand_over(a_dossier(a_betrokkenheid(id=SANNE)), NEXT, KEUZE)
    after = hand_over(a_dossier(a_betrokkenheid(id=SANNE)), NEXT, replace(KEUZE, contact_tot=None))
    assert regie.line(after)[-1].houder == SANNE


def test_contact_does_not_end_before_the_handover() -> None:
    term = a_regisseurschap(houder=ROB, tot=day(30))
    late = a_regisseurschap(id=NEXT, houder=SANNE, vanaf=day(30), contact_tot=day(29))
    with refused(Code.END_BEFORE_START, field="contact_tot", id=NEXT):
        check(replace(with_rob(), regisseurschappen=(term, late)))


def test_the_whole_line_with_its_days() -> None:
    after = hand_over(with_rob(), NEXT, KEUZE)
    after = regie.appoint(after, uid(43), Keuze(None, day(60), "Sanne is ziek"))
    told = [(each.term.houder, each.dagen, each.contact) for each in termijnen(after, day(50))]
    assert told == [(ROB, 30, None), (SANNE, 20, NogInContact(ROB, day(40))), (None, 0, None)]
    assert overdracht.termijnen(a_dossier(), day(5))[0].dagen == 5


# ---------------------------------------------------------------- klik


def test_the_matrix_has_the_latest_answers_and_open_places() -> None:
    again = a_klik(id=uid(198), soort=KlikSoort.GEEN_KLIK, datum=day(5))
    later = a_klik(id=uid(199), lid=KIND, datum=day(60))
    gone = a_betrokkenheid(id=uid(33), tot=on(5))
    matrix = klikmatrix(with_rob(a_klik(), again, later, gone), day(50))
    assert (matrix.leden, matrix.deelnemers) == ((MAMA, KIND), (ROB, SANNE, OMA))
    assert matrix.of(MAMA, ROB) == again
    assert (matrix.of(KIND, ROB), matrix.of(MAMA, OMA)) == (None, None)
    assert klikmatrix(with_rob(later, gone), day(60)).of(KIND, ROB) == later


def test_somebody_in_two_roles_is_one_human_being() -> None:
    both = (a_betrokkenheid(professional=uid(901)), a_betrokkenheid(id=SANNE, professional=uid(901)))
    dossier = a_dossier(*both, a_klik(deelnemer=SANNE, soort=KlikSoort.GEEN_CONTACT))
    matrix = klikmatrix(dossier, day(5))
    assert matrix.deelnemers == (ROB, OMA)
    assert matrix.of(MAMA, ROB) is not None
    assert wil_geen_contact(dossier, ROB, day(5)) == (MAMA,)
    assert (human(dossier, ROB), human(dossier, OMA)) == (uid(901), OMA)


def test_an_answer_is_about_the_member_alone_and_replaces_that_of_the_day() -> None:
    once = put_klik(with_rob(), a_klik())
    assert once.klikken == (a_klik(over=(MAMA,)),)
    twice = put_klik(once, a_klik(id=uid(198), soort=KlikSoort.GEEN_KLIK))
    assert twice.klikken == (a_klik(over=(MAMA,), soort=KlikSoort.GEEN_KLIK),)
    assert len(put_klik(once, a_klik(id=uid(198), datum=day(1))).klikken) == 2
    with refused(Code.UNKNOWN_PART, field="lid", id=OMA):
        put_klik(once, a_klik(lid=OMA))


@pytest.mark.parametrize(
    ("soort", "leden", "proposed"),
    [
        (KlikSoort.GEEN_CONTACT, (), False),
        (KlikSoort.GEEN_CONTACT, (MAMA, KIND), False),
        (KlikSoort.GEEN_CONTACT, (KIND,), True),
        (KlikSoort.GEEN_KLIK, (), True),
    ],
)
def test_who_is_not_wanted_is_not_proposed(soort: KlikSoort, leden: tuple[object, ...], proposed: bool) -> None:
    dossier = with_rob(a_klik(soort=soort), a_persoon())
    assert may_propose(dossier, ROB, leden, day(5)) is proposed  # type: ignore[arg-type]
    assert may_propose(dossier, SANNE, leden, day(5))  # type: ignore[arg-type]
    again = put_klik(dossier, a_klik(id=uid(198), datum=day(3)))
    assert may_propose(again, ROB, (), day(5))
