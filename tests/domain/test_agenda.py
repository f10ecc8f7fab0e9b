from datetime import UTC, datetime

from gezinsplan.domain.agenda import put_on_agenda
from gezinsplan.domain.errors import Code
from tests import make
from tests.make import ROB, uid

MOMENT = datetime(2024, 1, 20, tzinfo=UTC)


def test_points_come_on_the_next_talk() -> None:
    before = make.an_overleg(id=uid(89), moment=datetime(2024, 1, 10, tzinfo=UTC))
    later = make.an_overleg(id=uid(90), moment=datetime(2024, 3, 1, tzinfo=UTC))
    dossier = make.a_dossier(make.a_betrokkenheid(), before, make.an_overleg(), later)
    after = put_on_agenda(dossier, [make.an_agendapunt(overleg=uid(0))], MOMENT)
    assert after.agendapunten == (make.an_agendapunt(overleg=uid(91)),)


def test_a_point_about_the_same_stands_there_once() -> None:
    dossier = make.a_dossier(make.a_betrokkenheid(), make.an_overleg(), make.an_agendapunt(wat="Kan Rob weg?"))
    about_rob = make.an_agendapunt(id=uid(193), wat="Kan oma dit van Rob overnemen?")
    other = make.an_agendapunt(id=uid(194), wat="Kerst", betreft=None)
    again = make.an_agendapunt(id=uid(195), wat="Nog iets", betreft=None)
    after = put_on_agenda(dossier, [about_rob, other, again], MOMENT)
    assert [(each.id, each.wat) for each in after.agendapunten] == [
        (uid(92), "Kan oma dit van Rob overnemen?"), (uid(194), "Kerst"), (uid(195), "Nog iets"),
    ]  # fmt: skip
    assert after.agendapunten[0].betreft == ROB


def test_without_a_next_talk_it_says_so() -> None:
    dossier = make.a_dossier(make.an_overleg(moment=datetime(2024, 1, 10, tzinfo=UTC)))
    with make.refused(Code.NO_TALK_PLANNED):
        put_on_agenda(dossier, [make.an_agendapunt()], MOMENT)
