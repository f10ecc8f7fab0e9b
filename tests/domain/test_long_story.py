"""The story of test_story with safety agreements, measures, talks about helpers and handovers among what is done."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from gezinsplan.domain import beginstand, bijschakelen, gesprek, overdracht, regie
from gezinsplan.domain.afschakelen import Einde, al_weg
from gezinsplan.domain.betrokken import aantal_professionals, active_on, present_on
from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.gaten import holes
from gezinsplan.domain.lijn import trend
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.overname import Overname, carries
from gezinsplan.domain.regie import Keuze
from gezinsplan.domain.values import find
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import close_afspraak, give_afspraak, put_afspraak
from tests.domain.test_story import (
    DAYS,
    ENDS,
    EVERYBODY,
    HELPER_IDS,
    REASONS,
    SAFETY,
    WHICH,
    Story,
    Work,
    first_dossier,
    red,
    turning_days,
)
from tests.make import KIND, MAMA, OMA, START, a_maatregel, a_veiligheidsafspraak, day, on, uid

SOMEBODY = st.sampled_from(EVERYBODY)
NEAR = st.sampled_from([MAMA, OMA, *HELPER_IDS])


class LongStory(Story):
    """Everything of Story, and everything that the road from fifteen to two asks for."""

    def talk(self, helper: UUID, uitkomst: Uitkomst = Uitkomst.HOUDEN) -> Bespreking:
        return Bespreking(self.new_id(), helper, START, uitkomst)

    @invariant()
    def the_line_is_the_count(self) -> None:
        days = turning_days(self.dossier)
        line = trend(self.dossier, days[0], days[-1])
        for today in days:
            point = [each for each in line if each.datum <= today][-1]
            assert point.aantal == aantal_professionals(self.dossier, today)

    @rule(wie=st.lists(SOMEBODY, max_size=2, unique=True), by=st.none() | SOMEBODY, vanaf=DAYS)
    def agree_safety(self, wie: list[UUID], by: UUID | None, vanaf: date) -> None:
        made = a_veiligheidsafspraak(id=self.new_id(), wie=tuple(wie), controle_door=by, vanaf=vanaf)
        self.step(lambda dossier: put_afspraak(dossier, made))

    @rule(which=WHICH, op=DAYS, wie=SOMEBODY, by=st.none() | SOMEBODY, reden=REASONS, close=st.booleans())
    def carry_safety_on(self, which: int, op: date, wie: UUID, by: UUID | None, reden: str, close: bool) -> None:
        if self.dossier.veiligheidsafspraken:
            found = self.dossier.veiligheidsafspraken[which % len(self.dossier.veiligheidsafspraken)].id
            ways: tuple[Work, Work] = (
                lambda dossier: give_afspraak(dossier, found, (wie,), by, op),
                lambda dossier: close_afspraak(dossier, found, op, reden),
            )
            if self.step(ways[close]):
                assert not {one for one in red(self.dossier, op) if one[0] in SAFETY and one[1] == found}

    @rule(by=st.none() | SOMEBODY, vanaf=DAYS, tot=st.none() | DAYS)
    def order(self, by: UUID | None, vanaf: date, tot: date | None) -> None:
        self.step(lambda dossier: _with(dossier, a_maatregel(id=self.new_id(), uitvoerder=by, vanaf=vanaf, tot=tot)))

    @rule(which=WHICH, einde=ENDS, owner=NEAR, taker=st.sampled_from(HELPER_IDS), why=REASONS, talk=st.booleans())
    def let_go_with_all(self, which: int, einde: Einde, owner: UUID, taker: UUID, why: str, talk: bool) -> None:
        helper, before, op = self.helper(which), self.dossier, einde.tot.eindigt
        last = carries(before, helper, op)
        overname = Overname(
            acties=dict.fromkeys(last.acties, (owner,)),
            contact_door=owner if talk else None,
            geen_contact_omdat=why,
            afspraken=dict.fromkeys(last.afspraken, (owner,)),
            controles={} if talk else dict.fromkeys(last.controles, owner),
            gesloten=dict.fromkeys(last.controles, why),
            maatregelen=dict.fromkeys(last.maatregelen, taker),
        )
        if self.step(lambda dossier: gesprek.afronden(dossier, self.talk(helper), einde, overname)):
            assert red(self.dossier, op) <= red(before, op)
            assert not active_on(self.found(helper), op)

    @rule(which=WHICH, einde=ENDS, met=st.sampled_from(HELPER_IDS))
    def join(self, which: int, einde: Einde, met: UUID) -> None:
        helper, before, op = self.helper(which), self.dossier, einde.tot.eindigt
        if self.step(lambda dossier: gesprek.samenvoegen(dossier, self.talk(helper), met, einde)):
            assert red(self.dossier, op) <= red(before, op)
            assert not carries(self.dossier, helper, op)

    @rule(which=WHICH, vanaf=DAYS, reden=REASONS)
    def to_a_distance(self, which: int, vanaf: date, reden: str) -> None:
        helper, before, new = self.helper(which), self.dossier, self.new_id()
        if self.step(lambda dossier: gesprek.op_afstand(dossier, self.talk(helper), new, vanaf, reden)):
            assert red(self.dossier, vanaf) <= red(before, vanaf)
            for today in (each for each in turning_days(self.dossier) if each < vanaf):
                assert aantal_professionals(self.dossier, today) == aantal_professionals(before, today)
            assert aantal_professionals(self.dossier, vanaf) <= aantal_professionals(before, vanaf)
            assert self.found(new).vorm is Vorm.OP_AFSTAND

    @rule(which=WHICH, op=DAYS, tot=DAYS, why=REASONS, stays=st.booleans())
    def ask_whether_done(self, which: int, op: date, tot: date, why: str, stays: bool) -> None:
        helper, new = self.helper(which), self.new_id()
        ways: tuple[Work, Work] = (
            lambda dossier: bijschakelen.langer(dossier, helper, tot, why, new, op),
            lambda dossier: bijschakelen.blijft(dossier, helper, why, new, op),
        )
        self.step(ways[stays])

    @rule(houder=st.none() | SOMEBODY, vanaf=DAYS, reden=REASONS, contact=st.none() | DAYS, stays=st.booleans())
    def hand_the_regie_over(
        self, houder: UUID | None, vanaf: date, reden: str, contact: date | None, stays: bool
    ) -> None:
        before = self.dossier
        keuze = Keuze(houder, vanaf, reden, contact_tot=contact)
        kept = {each.id for each in before.acties} if stays else set()
        if self.step(lambda dossier: overdracht.hand_over(dossier, self.new_id(), keuze, kept)):
            old = regie.term_on(before, vanaf)
            if old is not None and old.houder is not None and houder is not None and not stays:
                assert overdracht.beloften(self.dossier, old.houder, vanaf) == overdracht.Beloften()
            safety = {each for each in red(self.dossier, vanaf) if each[0] in SAFETY}
            assert safety <= red(before, vanaf)

    @rule(op=DAYS, number=st.none() | st.integers(0, 5))
    def settle(self, op: date, number: int | None) -> None:
        self.step(lambda dossier: beginstand.settle(beginstand.agree(dossier, number, op), op, day(61)))


def _with(dossier: Dossier, maatregel: object) -> Dossier:
    return replace(dossier, maatregelen=(*dossier.maatregelen, maatregel))  # type: ignore[arg-type]


TestLongStory = LongStory.TestCase
TestLongStory.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)


def test_a_long_story_once_by_hand() -> None:
    """So that it is known that not everything is refused."""
    story = LongStory()
    rob, sanne = HELPER_IDS[:2]
    story.agree_safety([rob], rob, day(0))
    (agreed,) = story.dossier.veiligheidsafspraken
    story.hand_the_regie_over(MAMA, day(5), "mama kan het zelf", None, False)
    assert regie.line(story.dossier)[-1].houder == MAMA
    assert story.step(lambda dossier: gesprek.op_afstand(dossier, story.talk(sanne), uid(700), day(10), "bellen kan"))
    assert not story.step(lambda dossier: gesprek.op_afstand(dossier, story.talk(rob), uid(701), day(10), "bellen"))
    assert story.step(lambda dossier: al_weg(dossier, rob, Einde(on(20), "ziek"), story.new_id()))
    assert {(soort, part) for soort, part in red(story.dossier, day(20)) if soort in SAFETY} == {
        (soort, agreed.id) for soort in SAFETY if soort.value != "maatregel"
    }
    assert story.step(lambda dossier: give_afspraak(dossier, agreed.id, (OMA,), MAMA, day(21)))
    assert not {soort for soort, _ in red(story.dossier, day(21))} & SAFETY
    story.no_hole_unseen()
    story.nothing_impossible()
    check(story.dossier)
    assert find(story.dossier, Veiligheidsafspraak, agreed.id)
    assert present_on(story.dossier, KIND, day(21))
    assert holes(first_dossier(), day(5)) == ()
    assert find(story.dossier, Betrokkenheid, uid(700))
