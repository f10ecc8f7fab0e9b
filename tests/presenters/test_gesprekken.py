"""The talks of a family in words: those that come, and those that were."""

from datetime import UTC, datetime

from gezinsplan.domain.values import Part
from gezinsplan.presenters.gesprekken import Gesprekken, gesprekken
from gezinsplan.services.caseload import Family, Team
from tests.make import a_dossier, a_kaart, a_praktijk, an_overleg, day, uid


def talks(*parts: Part) -> Gesprekken:
    return gesprekken(Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(100)))


def test_none_yet() -> None:
    assert talks() == Gesprekken((), ())


def test_talks_of_today_and_later_come_and_the_others_were() -> None:
    def talk(number: int, at: int) -> Part:
        then = day(at)
        return an_overleg(id=uid(number), moment=datetime(then.year, then.month, then.day, 9, tzinfo=UTC))

    found = talks(talk(91, 99), talk(92, 100), talk(93, 130), talk(94, 10))
    assert [each.id for each in found.komend] == [uid(92), uid(93)]
    assert [each.id for each in found.geweest] == [uid(91), uid(94)]
    assert found.komend[0].wanneer == "wo 10 apr, 11:00"
    assert found.komend[0].plaats == "De Brink"
