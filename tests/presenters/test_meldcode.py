"""The log of the meldcode in words, per step; without a window."""

from gezinsplan.domain.meldcode import MeldcodeDeel
from gezinsplan.domain.values import Part
from gezinsplan.presenters.fields import read_all
from gezinsplan.presenters.meldcode import meldcode_kaart, stap_form
from gezinsplan.services.caseload import Family, Team
from tests.make import ROB, a_betrokkenheid, a_dossier, a_kaart, a_meldcodestap, a_praktijk, day, uid


def a_family(*parts: Part) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(30))


def test_by_step_and_then_by_day() -> None:
    several = (
        a_meldcodestap(id=uid(112), datum=day(9), door=ROB),
        a_meldcodestap(),
        a_meldcodestap(id=uid(113), deel=MeldcodeDeel.BESLUIT, datum=day(3), wat="Hulp regelen"),
    )
    shown = meldcode_kaart(a_family(a_betrokkenheid(), *several))
    assert [(each.vraag, [row.onder for row in each.stappen]) for each in shown.delen] == [
        ("1. Wat zien of horen we?", ["1 januari 2024", "10 januari 2024, Rob van de begeleiding"]),
        ("5. Wat besluiten we?", ["4 januari 2024"]),
    ]
    assert shown.loopt


def test_nothing_yet() -> None:
    shown = meldcode_kaart(a_family())
    assert (shown.delen, shown.loopt) == ((), False)


def test_a_step_is_of_today_unless_it_was_another_day() -> None:
    family = a_family()
    form = stap_form(family)
    typed = {**form.values, "deel": MeldcodeDeel.OVERLEG, "wat": "Met een collega overlegd"}
    after = form.apply(family, read_all(form, typed))
    (step,) = after.dossier.meldcodestappen
    assert (step.deel, step.datum) == (MeldcodeDeel.OVERLEG, day(30))
