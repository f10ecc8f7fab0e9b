"""Whatever is done to a dossier, in whatever order: one regisseur on every day, and no hole unseen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from gezinsplan.domain import plan, regie
from gezinsplan.domain.afschakelen import Einde, afschakelen, al_weg, change
from gezinsplan.domain.betrokken import (
    OPEN,
    aantal_professionals,
    active_on,
    contacts,
    is_child,
    present_on,
)
from gezinsplan.domain.bijschakelen import bijschakelen
from gezinsplan.domain.checks import check
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Actie, Betrokkenheid, BetrokkenheidSoort, Dossier, Vorm
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.gaten import Gat, GatSoort, holes
from gezinsplan.domain.overname import Overname, carries
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.regie import Keuze
from gezinsplan.domain.values import Change, apply, difference, drop, find, put, reverse
from tests.make import (
    KIND,
    MAMA,
    OMA,
    a_betrokkenheid,
    a_dossier,
    a_kind,
    a_regisseurschap,
    an_actie,
    day,
    on,
    uid,
)

KIND_2 = uid(14)
DAYS = st.integers(0, 60).map(day)
MOMENTS = st.one_of(DAYS.map(Datum.op), st.builds(Datum, st.just(2024), st.integers(1, 3)), st.just(Datum(2024)))
WHICH = st.sampled_from([0, 0, 0, 1, 2, 3])
HELPER_IDS = [uid(300 + number) for number in range(4)]
EVERYBODY = [MAMA, KIND, OMA, *HELPER_IDS, uid(999)]
OVER = st.sampled_from([(), (KIND,), (KIND, KIND_2), (MAMA,)])
REASONS = st.sampled_from(["het gaat goed", "het gaat goed", "het gaat goed", ""])
ENDS = st.builds(Einde, MOMENTS, REASONS)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "vorm": st.sampled_from(Vorm),
        "over": OVER,
        "vanaf": st.none() | MOMENTS,
        "tot": st.none() | MOMENTS,
        "vaste_basis": st.booleans(),
        "soort": st.sampled_from(BetrokkenheidSoort),
        "professional": st.sampled_from([None, uid(901)]),
    },
)
SAFETY = {GatSoort.VEILIGHEIDSAFSPRAAK, GatSoort.CONTROLE, GatSoort.MAATREGEL}
Work = Callable[[Dossier], Dossier]


def first_dossier() -> Dossier:
    """Rob is the only contact of two children, and has things to do; another helper is regisseur."""
    rob, other = a_betrokkenheid(id=HELPER_IDS[0]), a_betrokkenheid(id=HELPER_IDS[1], over=(MAMA,))
    doing = (an_actie(id=uid(500), wie=(HELPER_IDS[0],)), an_actie(id=uid(501), wie=(HELPER_IDS[0], MAMA)))
    return a_dossier(rob, other, a_kind(id=KIND_2), a_regisseurschap(houder=HELPER_IDS[1]), *doing)


def turning_days(dossier: Dossier) -> list[date]:
    """The days on which something can change, and the days before."""
    gezin = dossier.gezin
    found = {gezin.start, gezin.afsluiting, day(0), day(61)}
    for helper in dossier.betrokkenheden:
        found |= {helper.vanaf.begint if helper.vanaf else None, helper.tot.eindigt if helper.tot else None}
    for term in dossier.regisseurschappen:
        found |= {term.vanaf, term.tot}
    found |= {moment for each in dossier.veiligheidsafspraken for moment in (each.vanaf, each.tot)}
    found |= {moment for each in dossier.maatregelen for moment in (each.vanaf, each.tot)}
    for persoon in dossier.personen:
        found |= {persoon.tot, persoon.overleden_op}
    turns = {each for each in found if each is not None}
    return sorted(turns | {each - timedelta(days=1) for each in turns})


def red(dossier: Dossier, op: date) -> set[tuple[GatSoort, UUID]]:
    return {(gat.soort, gat.onderdeel) for gat in holes(dossier, op)}


def excused(dossier: Dossier, gone: list[Betrokkenheid], op: date) -> bool:
    """Whoever was the last to see the child said why nobody follows, or somebody of the family took over."""
    ends = {each.id: each.tot.eindigt for each in gone if each.tot is not None}
    last = [each for each in gone if ends[each.id] == max(ends.values())]
    return any(
        each.geen_overname_omdat
        or (find(dossier, Persoon, each.overgenomen_door) and present_on(dossier, each.overgenomen_door or each.id, op))
        for each in last
    )


class Watched(RuleBasedStateMachine):
    """A dossier of which everything that must always hold is looked at after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.dossier = first_dossier()
        self.done: list[tuple[Dossier, tuple[Change, ...]]] = []
        self.next_id = 1000

    def new_id(self) -> UUID:
        self.next_id += 1
        return uid(self.next_id)

    def step(self, work: Work) -> bool:
        """Do one thing as a service does: a broken rule leaves everything as it was."""
        before, looks = self.dossier, repr(self.dossier)
        try:
            after = work(before)
            check(after)
        except RuleBroken:
            assert repr(self.dossier) == looks
            return False
        self.done.append((before, difference(before, after)))
        self.dossier = after
        return True

    def helper(self, which: int) -> UUID:
        return HELPER_IDS[which % len(HELPER_IDS)]

    def found(self, helper: UUID) -> Betrokkenheid:
        return next(each for each in self.dossier.betrokkenheden if each.id == helper)

    @invariant()
    def nothing_impossible(self) -> None:
        check(self.dossier)

    @invariant()
    def one_regisseur_on_every_day(self) -> None:
        gezin, terms = self.dossier.gezin, self.dossier.regisseurschappen
        for number in range(-8, 76):
            today = day(number)
            here = [each for each in terms if each.vanaf <= today < (each.tot or date.max)]
            assert len(here) == (1 if gezin.start <= today < (gezin.afsluiting or date.max) else 0)
            assert regie.term_on(self.dossier, today) == (here[0] if here else None)

    @invariant()
    def no_hole_unseen(self) -> None:
        for today in turning_days(self.dossier):
            found = holes(self.dossier, today)
            seen = {gat.onderdeel for gat in found}
            assert len(red(self.dossier, today)) == len(found)
            assert all(gat.sinds <= today for gat in found)
            self.regie_is_seen(found, today)
            self.safety_is_seen(today)
            for actie in self.dossier.acties:
                there = any(present_on(self.dossier, each, today) for each in actie.wie)
                assert (actie.id in seen) is (actie.status in OPEN and not there)
            for kind in self.dossier.personen:
                assert (kind.id in seen) is self.forgotten(kind, today)

    def regie_is_seen(self, found: tuple[Gat, ...], today: date) -> None:
        term = regie.term_on(self.dossier, today)
        vacant = term is not None and (term.houder is None or not present_on(self.dossier, term.houder, today))
        assert (GatSoort.REGIE in {gat.soort for gat in found}) is vacant

    def safety_is_seen(self, today: date) -> None:
        """Every agreement that stands has who does and who checks it, and every measure its helper, or is red."""
        expected = set()
        for each in self.dossier.veiligheidsafspraken:
            if each.vanaf <= today < (each.tot or date.max):
                if not any(present_on(self.dossier, who, today) for who in each.wie):
                    expected.add((GatSoort.VEILIGHEIDSAFSPRAAK, each.id))
                if each.controle_door is None or not present_on(self.dossier, each.controle_door, today):
                    expected.add((GatSoort.CONTROLE, each.id))
        for order in self.dossier.maatregelen:
            in_force = order.vanaf <= today < (order.tot or date.max)
            if in_force and order.uitvoerder and not present_on(self.dossier, order.uitvoerder, today):
                expected.add((GatSoort.MAATREGEL, order.id))
        assert {each for each in red(self.dossier, today) if each[0] in SAFETY} == expected

    def forgotten(self, kind: Persoon, today: date) -> bool:
        """A child that was seen once, is seen by nobody now, and nobody said why."""
        near = [
            each
            for each in self.dossier.betrokkenheden
            if each.vorm is not Vorm.OP_AFSTAND and (not each.over or kind.id in each.over)
        ]
        gone = [each for each in near if each.vanaf and each.tot and each.tot.eindigt <= today]
        if not is_child(self.dossier, kind, today) or not gone or any(active_on(each, today) for each in near):
            return False
        return not excused(self.dossier, gone, today)

    @invariant()
    def counts_are_numbers_of_people(self) -> None:
        for today in turning_days(self.dossier):
            there = [each for each in self.dossier.betrokkenheden if active_on(each, today)]
            assert 0 <= aantal_professionals(self.dossier, today) <= len(there)


class Story(Watched):
    """Everything that a user can do, with right and with wrong values."""

    @rule(which=WHICH, vanaf=st.none() | MOMENTS, wachtlijst=st.booleans(), changes=CHANGES)
    def add(self, which: int, vanaf: Datum | None, wachtlijst: bool, changes: dict[str, Any]) -> None:
        helper = a_betrokkenheid(**{**changes, "id": self.helper(which), "vanaf": vanaf, "wachtlijst": wachtlijst})
        if find(self.dossier, Betrokkenheid, helper.id) is None:
            self.step(lambda dossier: put(dossier, helper))

    @rule(which=WHICH, vanaf=MOMENTS, vraag=REASONS, until=st.none() | DAYS, over=OVER)
    def bring_in(self, which: int, vanaf: Datum, vraag: str, until: date | None, over: tuple[UUID, ...]) -> None:
        helper = a_betrokkenheid(id=self.helper(which), vanaf=vanaf, vraag=vraag, verwacht_tot=until, over=over)
        if find(self.dossier, Betrokkenheid, helper.id) is None:
            self.step(lambda dossier: bijschakelen(dossier, helper))

    @rule(
        which=WHICH,
        einde=ENDS,
        owner=st.sampled_from(EVERYBODY),
        contact=st.none() | st.sampled_from(EVERYBODY),
        why=REASONS,
        all_of_it=st.sampled_from([True, True, False]),
    )
    def let_go(self, which: int, einde: Einde, owner: UUID, contact: UUID | None, why: str, all_of_it: bool) -> None:
        helper, before, op = self.helper(which), self.dossier, einde.tot.eindigt
        load = carries(before, helper, op).acties
        given = {each: (owner,) for each in (load if all_of_it else load[:1])}
        overname = Overname(given, {each: why for each in load[1:]}, contact, "" if all_of_it else why)
        if self.step(lambda dossier: afschakelen(dossier, helper, einde, overname)):
            assert red(self.dossier, op) <= red(before, op)
            assert not active_on(self.found(helper), op)

    @rule(which=WHICH, einde=ENDS)
    def has_gone(self, which: int, einde: Einde) -> None:
        helper, before, op = self.helper(which), self.dossier, einde.tot.eindigt
        load, term = carries(before, helper, op), regie.term_on(before, op)
        if self.step(lambda dossier: al_weg(dossier, helper, einde, self.new_id())):
            assert {each.onderdeel for each in holes(self.dossier, op)} >= set(load.acties)
            if term is not None and term.houder == helper:
                assert GatSoort.REGIE in {gat.soort for gat in holes(self.dossier, op)}
            assert aantal_professionals(self.dossier, op) <= aantal_professionals(before, op)

    @rule(which=WHICH, changes=CHANGES, op=DAYS)
    def change_helper(self, which: int, changes: dict[str, Any], op: date) -> None:
        old = find(self.dossier, Betrokkenheid, self.helper(which))
        if old is None:
            return
        new, before = replace(old, **changes), self.dossier
        if self.step(lambda dossier: change(dossier, new, op)):
            for kind in (KIND, KIND_2):
                assert not contacts(before, kind, op) or contacts(self.dossier, kind, op)
            if old.tot is None and new.tot is not None:
                assert red(self.dossier, new.tot.eindigt) <= red(before, new.tot.eindigt)

    @rule(houder=st.none() | st.sampled_from(EVERYBODY), vanaf=DAYS, reden=REASONS)
    def choose(self, houder: UUID | None, vanaf: date, reden: str) -> None:
        self.step(lambda dossier: regie.appoint(dossier, self.new_id(), Keuze(houder, vanaf, reden)))

    @rule(start=st.integers(-5, 30), afsluiting=st.none() | st.integers(0, 70))
    def move_ends(self, start: int, afsluiting: int | None) -> None:
        end = None if afsluiting is None else day(afsluiting)
        gezin = replace(self.dossier.gezin, start=day(start), afsluiting=end)
        self.step(lambda dossier: regie.change_gezin(dossier, gezin))

    @rule(wie=st.lists(st.sampled_from(EVERYBODY), max_size=2), vanaf=st.none() | DAYS)
    def agree(self, wie: list[UUID], vanaf: date | None) -> None:
        actie = an_actie(id=self.new_id(), wie=tuple(wie), vanaf=vanaf)
        self.step(lambda dossier: plan.put_actie(dossier, actie, dossier.gezin.start))

    @rule(which=WHICH, op=DAYS, how=st.sampled_from(["finish", "drop", "reopen", "give"]), reden=REASONS)
    def carry_on(self, which: int, op: date, how: str, reden: str) -> None:
        actie: Actie = self.dossier.acties[which % len(self.dossier.acties)]
        ways: dict[str, Work] = {
            "finish": lambda dossier: plan.finish(dossier, actie, op),
            "drop": lambda dossier: plan.drop_actie(dossier, actie, op, reden),
            "reopen": lambda dossier: plan.reopen(dossier, actie),
            "give": lambda dossier: plan.put_actie(dossier, replace(actie, wie=(EVERYBODY[which],)), op),
        }
        self.step(ways[how])

    @rule(who=st.sampled_from([MAMA, KIND, OMA]), field=st.sampled_from(["overleden_op", "tot"]), op=st.none() | DAYS)
    def leaves_us(self, who: UUID, field: str, op: date | None) -> None:
        changed: dict[str, Any] = {field: op}
        found = find(self.dossier, Persoon, who)
        if found is not None:
            self.step(lambda dossier: put(dossier, replace(found, **changed)))

    @rule(who=st.sampled_from(EVERYBODY))
    def take_out(self, who: UUID) -> None:
        self.step(lambda dossier: drop(dossier, who))

    @rule()
    def undo(self) -> None:
        if self.done:
            before, changes = self.done.pop()
            assert apply(before, changes) == self.dossier
            self.dossier = apply(self.dossier, reverse(changes))
            assert self.dossier == before


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)


@given(st.data())
def test_who_goes_as_planned_after_others_came_leaves_no_new_hole(data: st.DataObject) -> None:
    """Two more helpers of any kind, then the one who carries most goes, or is changed; the rules look themselves."""
    story = Story()
    for number in (2, 3):
        changes = {"vorm": data.draw(st.sampled_from(Vorm)), "over": data.draw(OVER)}
        story.add(number, data.draw(MOMENTS), False, changes)
    story.leaves_us(OMA, "tot", data.draw(st.none() | DAYS))
    if data.draw(st.booleans()):
        near = st.sampled_from([MAMA, OMA, *HELPER_IDS])
        einde = Einde(data.draw(MOMENTS), "het gaat goed")
        story.let_go(0, einde, data.draw(near), data.draw(st.none() | near), "", data.draw(st.booleans()))
    else:
        story.change_helper(0, data.draw(CHANGES), data.draw(DAYS))
    story.nothing_impossible()
    story.no_hole_unseen()


def test_a_whole_story_from_start_to_afsluiting() -> None:
    """The same rules once by hand, so that it is known that they are not all refused."""
    story = Story()
    rob = HELPER_IDS[0]
    assert not story.step(lambda dossier: afschakelen(dossier, rob, Einde(on(20), "klaar"), Overname()))
    handed = Overname({uid(500): (MAMA,)}, {}, HELPER_IDS[1])
    assert story.step(lambda dossier: afschakelen(dossier, rob, Einde(on(20), "klaar"), handed))
    assert story.step(lambda dossier: al_weg(dossier, HELPER_IDS[1], Einde(on(30), "ziek"), story.new_id()))
    assert {soort for soort, _ in red(story.dossier, day(30))} == {GatSoort.KIND, GatSoort.REGIE}
    story.no_hole_unseen()
    story.undo()
    assert red(story.dossier, day(30)) == set()
    gezin = replace(story.dossier.gezin, afsluiting=day(50))
    assert story.step(lambda dossier: regie.change_gezin(dossier, gezin))
    assert story.step(lambda dossier: regie.appoint(dossier, story.new_id(), Keuze(OMA, day(20), "oma kan het")))
    story.one_regisseur_on_every_day()
