"""The agenda of the next talk, without a window."""

from dataclasses import replace
from datetime import timedelta

from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import Part
from gezinsplan.presenters.agenda import agenda_kaart, punt_form
from gezinsplan.presenters.fields import read_all
from gezinsplan.presenters.part_form import remove
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from gezinsplan.services.identity import now
from gezinsplan.texts.dates import today
from tests.make import (
    MAMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_praktijk,
    an_afscherming,
    an_agendapunt,
    an_overleg,
    refused,
    uid,
)

SOON, LATER = uid(91), uid(90)


def a_family(*parts: Part) -> Family:
    soon = an_overleg(moment=now() + timedelta(days=2))
    later = an_overleg(id=LATER, moment=now() + timedelta(days=9))
    return Family(a_dossier(a_betrokkenheid(), soon, later, *parts), Team(a_kaart(), a_praktijk()), today())


def added(family: Family, wat: str) -> Family:
    form = punt_form(family)
    return form.apply(family, read_all(form, {**form.values, "wat": wat}))


def said(family: Family) -> list[str]:
    card = agenda_kaart(family)
    assert card is not None
    return [each.wat for each in card.punten]


def test_the_points_of_the_next_talk_alone_in_order() -> None:
    later = an_agendapunt(id=uid(191), overleg=LATER, betreft=None, wat="Niet nu")
    mine = an_agendapunt(id=uid(192), betreft=None, wat="Kerst", voor_wie=ALLEEN_DOSSIER)
    family = a_family(later, mine, an_agendapunt())
    assert said(family) == ["Is Rob nog nodig?", "Kerst"]
    card = agenda_kaart(family)
    assert card is not None
    assert [each.tekst for punt in card.punten for each in punt.merken] == ["alleen dossier"]


def test_a_point_is_added_at_the_end_changed_and_taken_away() -> None:
    family = added(added(a_family(an_agendapunt()), "Kerst"), "Vakantie")
    assert said(family) == ["Is Rob nog nodig?", "Kerst", "Vakantie"]
    punt = family.dossier.agendapunten[1]
    assert (punt.overleg, punt.voor_wie) == (SOON, HEEL_GEZIN)
    changed = punt_form(family, punt).apply(family, {"wat": "Kerst bij oma"})
    assert said(changed) == ["Is Rob nog nodig?", "Kerst bij oma", "Vakantie"]
    assert said(remove(punt.id)(family)) == ["Is Rob nog nodig?", "Vakantie"]


def test_a_point_is_read_by_who_reads_of_the_talk() -> None:
    only = VoorWie(Kring.PERSONEN, (MAMA,))
    talk = an_overleg(moment=now() + timedelta(days=1), voor_wie=only)
    assert added(a_family(talk), "Geld").dossier.agendapunten[0].voor_wie == only


def test_without_a_talk_there_is_no_agenda() -> None:
    family = a_family()
    bare = replace(family, dossier=replace(family.dossier, overleggen=()))
    assert agenda_kaart(bare) is None
    with refused(Code.NO_TALK_PLANNED):
        added(bare, "Kerst")


def test_a_point_about_somebody_who_is_shielded_is_masked() -> None:
    family = a_family(an_agendapunt(), an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,)))
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    assert said(seen) == ["afgeschermd"]
