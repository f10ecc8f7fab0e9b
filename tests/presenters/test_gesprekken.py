"""The talks of a family in words: those that come, and those that were."""

from datetime import UTC, datetime

from gezinsplan.domain.overleg import OverlegSoort
from gezinsplan.domain.values import Part
from gezinsplan.domain.veiligheid import MaatregelSoort
from gezinsplan.presenters.gesprekken import Gesprekken, gesprekken
from gezinsplan.services.caseload import Family, Team
from tests.make import MAMA, OMA, a_deelname, a_dossier, a_kaart, a_maatregel, a_praktijk, an_overleg, day, uid


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


def test_who_is_invited_and_of_which_kind() -> None:
    meeting = an_overleg(soort=OverlegSoort.RONDETAFEL)
    (row,) = talks(meeting, a_deelname(), a_deelname(id=uid(200), deelnemer=OMA)).geweest
    assert (row.plaats, row.wie, row.apart) == ("Gesprek over één knoop, De Brink", "met mama en oma", "")


def test_who_may_not_meet_is_told_with_what_to_do() -> None:
    order = a_maatregel(soort=MaatregelSoort.CONTACTVERBOD, tussen=(MAMA, OMA), uitvoerder=None)
    (row,) = talks(an_overleg(), a_deelname(), a_deelname(id=uid(200), deelnemer=OMA), order).geweest
    assert row.apart == "Tussen mama en oma geldt een contactverbod. Maak er twee gesprekken van."
