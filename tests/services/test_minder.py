""" "Kan het met minder?" in words, and its questions on the next agenda."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from gezinsplan.domain.banden import KlikSoort
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import Code
from gezinsplan.domain.plan import next_overleg
from gezinsplan.domain.plichten import PlichtSoort
from gezinsplan.domain.values import get
from gezinsplan.services import families, minder
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.minder import Antwoord
from gezinsplan.texts import minder as texts
from tests import make

FIFTEEN, FIRST_SAFETY, SEVERAL, SHIELDED = "G-2026-012", "G-2026-018", "G-2025-008", "G-2026-007"


def page(caseload: Caseload, kenmerk: str, op: date) -> Family:
    return caseload.family(families.by_kenmerk(caseload, kenmerk).id, op)


def answered(caseload: Caseload, kenmerk: str, op: date) -> Antwoord:
    family = page(caseload, kenmerk, op)
    return minder.answer(family.dossier, family.team.kaart, op)


def morning(op: date) -> datetime:
    return datetime.combine(op, time(), UTC)


def test_from_fifteen_to_two(demo_caseload: Caseload, today: date) -> None:
    found = answered(demo_caseload, FIFTEEN, today)
    assert (found.nu, found.grootte, found.aantal, found.meer) == (15, 2, 1, False)
    assert {each.wie.naam: each.redenen[0] for each in found.blijvers} == {
        "Sanne Dijkstra": "is de regisseur", "Karin Smit": "is de behandelaar",
    }  # fmt: skip
    (ploeg,) = found.ploegen
    asked = {each.wie.naam: each for each in ploeg.gaan}
    assert len(asked) == 13
    assert asked["Rob de Boer"].vraag == "Kan mama dit van Rob de Boer overnemen?"
    assert asked["Kadir Doğan"].vraag == "Is Kadir Doğan nog nodig? Wat Kadir Doğan doet, doen anderen ook."
    assert asked["Petra Zwanenburg"].eerst == ("oma Hodan drie ochtenden komt", "De lijst hangt op de koelkast")
    (list_,) = [each for each in asked["Petra Zwanenburg"].taken if each.soort is PlichtSoort.ACTIE]
    assert list_.door[0] == "oma Hodan"


def test_safety_first_has_no_numbers(demo_caseload: Caseload, today: date) -> None:
    found = answered(demo_caseload, FIRST_SAFETY, today)
    assert found == Antwoord(found.eerst_veiligheid)
    assert found.eerst_veiligheid == (
        "Het gezin moet eerst veilig worden.", "Er moet opnieuw worden gekeken hoe veilig het is.",
    )  # fmt: skip


def test_several_are_as_small_and_a_klik_is_not_told(demo_caseload: Caseload, today: date) -> None:
    found = answered(demo_caseload, SEVERAL, today)
    assert (found.aantal, len(found.ploegen)) == (2, 2)
    tasks = [taak for ploeg in found.ploegen for gaat in ploeg.gaan for taak in gaat.taken]
    assert tasks
    assert all(each.soort is not PlichtSoort.KLIK for each in tasks)
    assert "klik" not in repr([each.redenen for each in found.blijvers])


def test_every_kind_of_duty_has_words() -> None:
    doel, els = make.a_doel(), make.uid(32)
    helpers = (
        make.a_betrokkenheid(doelen=(doel.id,)),
        make.a_betrokkenheid(id=els, omschrijving="Els", doelen=(doel.id,)),
    )
    agreed = (
        make.a_veiligheidsafspraak(wie=(make.ROB,), controle_door=els),
        make.a_veiligheidsafspraak(id=make.uid(195), wat="Oma slaapt hier", wie=(els,), controle_door=make.ROB),
    )
    term = make.a_regisseurschap(houder=make.MAMA)
    actie = make.an_actie(wie=(make.ROB, els), doel=doel.id)
    dossier = make.a_dossier(*helpers, term, doel, actie, make.a_check(), *agreed)
    found = minder.answer(dossier, make.a_kaart(), make.day(5))
    assert (found.nu, found.grootte, found.aantal) == (2, 1, 2)
    by_name = {each.wie.naam: each for ploeg in found.ploegen for each in ploeg.gaan}
    assert [(each.soort, each.wat, each.door) for each in by_name["Els"].taken] == [
        (PlichtSoort.CONTROLE, "Nakijken: Mama belt oma als het spannend wordt", ("Rob van de begeleiding",)),
        (PlichtSoort.AFSPRAAK, "Oma slaapt hier", ("Rob van de begeleiding",)),
        (PlichtSoort.CONTACT, "Contact met Noor Yılmaz", ()),
        (PlichtSoort.DOEL, "Ik wil rust in huis.", ()),
        (PlichtSoort.ACTIE, "De school bellen", ()),
    ]
    assert by_name["Els"].vraag == "Kan Rob van de begeleiding dit van Els overnemen?"


def test_its_questions_come_on_the_next_agenda_once(demo_caseload: Caseload, today: date) -> None:
    family = page(demo_caseload, FIFTEEN, today)
    talk = next_overleg(family.dossier.overleggen, morning(today))
    assert talk is not None
    after = demo_caseload.change("agenda", family, lambda seen: minder.op_de_agenda(seen, morning(today)))
    points = [each for each in after.dossier.agendapunten if each.overleg == talk.id]
    assert len(points) == 13, "the one about Petra stood there already, and is about the same"
    for each in points:
        assert each.betreft is not None
        helper = get(after.dossier, Betrokkenheid, each.betreft)
        assert (each.over, each.voor_wie) == (helper.over, helper.voor_wie)
        assert each.wat.endswith(("?", "ook.", "bij."))
    again = minder.op_de_agenda(after, morning(today))
    assert len(again.dossier.agendapunten) == len(after.dossier.agendapunten)
    assert replace(after.dossier, agendapunten=(), versie=0) == replace(family.dossier, agendapunten=(), versie=0)
    demo_caseload.undo(family.dossier.id)
    assert page(demo_caseload, FIFTEEN, today).dossier.agendapunten == family.dossier.agendapunten


def test_it_is_refused_without_a_talk_or_anybody_to_talk_about(demo_caseload: Caseload, today: date) -> None:
    with make.refused(Code.NOTHING_TO_DISCUSS):
        minder.op_de_agenda(page(demo_caseload, FIRST_SAFETY, today), morning(today))
    with make.refused(Code.NOTHING_TO_DISCUSS):
        minder.op_de_agenda(page(demo_caseload, "G-2024-017", today), morning(today))
    family = page(demo_caseload, FIFTEEN, today)
    with make.refused(Code.NO_TALK_PLANNED):
        minder.op_de_agenda(family, datetime(2100, 1, 1, tzinfo=UTC))


def test_the_sentences() -> None:
    assert texts.could_take_over(["oma Fatma", "Sanne"], "Rob") == "Kunnen oma Fatma en Sanne dit van Rob overnemen?"
    assert texts.nothing_to_do("Rob") == "Waarvoor komt Rob nog? Er staat geen doel of actie bij."
    assert texts.enough(1, 3) == "Misschien kan het met 1 hulpverlener. Nu zijn het er 3."
    assert texts.enough(3, 3) == "Iedereen die nu helpt, is nog nodig."
    assert texts.as_small(1, meer=False) == ""
    assert texts.as_small(4, meer=False) == "Er zijn 4 mogelijkheden met zo weinig mensen."
    assert texts.as_small(100, meer=True) == "Er zijn meer dan 100 mogelijkheden met zo weinig mensen."


def test_nobody_says_klik_where_it_stays(demo_caseload: Caseload, today: date) -> None:
    family = page(demo_caseload, FIFTEEN, today)
    assert {each.soort for each in family.dossier.klikken} == {*KlikSoort}
    told = repr(minder.answer(family.dossier, family.team.kaart, today))
    assert "geen contact" not in told
    assert "klik" not in told.lower().replace("plichtsoort", "")
