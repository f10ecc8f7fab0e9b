"""What a reader gets of ties, talks and safety: nothing that tells of what is hidden (product.md rules 6 and 7)."""

from uuid import UUID

import pytest

from gezinsplan.domain.delen import AFGESCHERMD, for_reader, masked
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import parts
from tests.make import (
    MAMA,
    OMA,
    ROB,
    a_band,
    a_bespreking,
    a_betrokkenheid,
    a_check,
    a_doel,
    a_dossier,
    a_dubbel,
    a_klik,
    a_maatregel,
    a_plek,
    a_regisseurschap,
    a_score,
    a_tekst,
    a_veiligheidsafspraak,
    an_afscherming,
    an_agendapunt,
    an_overleg,
    day,
    uid,
)

SANNE, ROB_CALLED = uid(32), uid(911)
FOR_MAMA = VoorWie(Kring.PERSONEN, (MAMA,))
TALK, ITEM, TIE, PLACE, SAYING = uid(93), uid(92), uid(97), uid(99), uid(192)
AROUND_ROB = (
    an_overleg(),
    an_agendapunt(),
    an_agendapunt(id=SAYING, betreft=TALK, wat="Wat zei Rob?"),
    a_bespreking(wie_nog="de huisarts", overname_door=(SANNE,)),
    a_band(deelnemer=ROB),
    a_plek(),
    a_betrokkenheid(id=SANNE),
)


def left(dossier: Dossier) -> set[UUID]:
    return {part.id for part in parts(dossier)} & {TALK, ITEM, TIE, PLACE, SAYING}


def test_what_is_about_a_hidden_helper_is_told_to_nobody() -> None:
    shown = a_dossier(a_betrokkenheid(), *AROUND_ROB)
    assert for_reader(shown, None) == shown
    hidden = a_dossier(a_betrokkenheid(voor_wie=FOR_MAMA), *AROUND_ROB)
    assert left(for_reader(hidden, OMA)) == set()
    assert for_reader(hidden, MAMA) == hidden


def test_of_a_regisseur_who_is_hidden_the_place_is_known_and_no_talk() -> None:
    helper = a_betrokkenheid(voor_wie=ALLEEN_DOSSIER)
    score = (a_doel(), a_score(spreker=ROB))
    seen = for_reader(a_dossier(helper, a_regisseurschap(houder=ROB), *AROUND_ROB, *score), None)
    assert left(seen) == {PLACE}
    assert seen.scores == (a_score(spreker=ROB),)


def test_of_a_hidden_talk_the_agenda_is_hidden() -> None:
    seen = for_reader(a_dossier(a_betrokkenheid(), *AROUND_ROB, an_overleg(voor_wie=FOR_MAMA)), None)
    assert left(seen) == {TALK, TIE, PLACE}
    seen = for_reader(a_dossier(a_betrokkenheid(), *AROUND_ROB, a_bespreking(voor_wie=FOR_MAMA)), None)
    assert left(seen) == {ITEM, TIE, PLACE}


def test_who_takes_over_is_not_named_when_hidden() -> None:
    dossier = a_dossier(a_betrokkenheid(), *AROUND_ROB, a_betrokkenheid(id=SANNE, voor_wie=FOR_MAMA))
    assert [each.overname_door for each in for_reader(dossier, None).besprekingen] == [()]


@pytest.mark.parametrize("reader", [None, MAMA])
def test_klik_and_another_family_are_for_no_reader(reader: UUID | None) -> None:
    own = VoorWie(Kring.PERSONEN, (MAMA,))
    parts_of = (
        a_betrokkenheid(),
        a_klik(voor_wie=own),
        a_dubbel(voor_wie=own),
        a_dubbel(id=SAYING, voor_wie=HEEL_GEZIN),
    )
    seen = for_reader(a_dossier(*parts_of), reader)
    assert (seen.klikken, seen.dubbelen) == ((), ())
    assert str(uid(1001)) not in repr(seen)


def test_safety_goes_home_only_when_somebody_decided_so() -> None:
    safety = (a_check(), a_veiligheidsafspraak(), a_maatregel())
    seen = for_reader(a_dossier(a_betrokkenheid(), *safety), MAMA)
    assert (seen.checks, seen.veiligheidsafspraken, seen.maatregelen) == ((), (), ())
    told = (
        a_check(voor_wie=HEEL_GEZIN, door=ROB),
        a_veiligheidsafspraak(voor_wie=HEEL_GEZIN, wie=(MAMA, ROB)),
        a_maatregel(voor_wie=HEEL_GEZIN),
    )
    seen = for_reader(a_dossier(a_betrokkenheid(voor_wie=ALLEEN_DOSSIER), *told), MAMA)
    assert (seen.checks[0].door, seen.maatregelen[0].uitvoerder) == (None, None)
    assert (seen.veiligheidsafspraken[0].wie, seen.veiligheidsafspraken[0].controle_door) == ((MAMA,), None)


def test_what_was_said_and_ordered_about_a_shielded_helper_tells_nobody_who_it_is() -> None:
    dossier = a_dossier(
        a_betrokkenheid(professional=ROB_CALLED),
        *AROUND_ROB,
        an_agendapunt(id=uid(193), betreft=SANNE, wat="Komt Sanne nog?"),
        a_bespreking(id=uid(194), betrokkenheid=SANNE, wie_nog="niemand"),
        a_maatregel(door="De Brug"),
        a_maatregel(id=uid(196), uitvoerder=None, door="de burgemeester"),
        a_tekst(woorden="Bij De Brug zeiden ze: Is Rob nog nodig?"),
        an_afscherming(wat=(Feit.ORGANISATIE,), betrokkenheden=(ROB,)),
    )
    seen = masked(dossier, None, day(5))
    assert [each.wat for each in seen.agendapunten] == [AFGESCHERMD, AFGESCHERMD, "Komt Sanne nog?"]
    assert [each.wie_nog for each in seen.besprekingen] == ["", "niemand"]
    assert [each.door for each in seen.maatregelen] == [AFGESCHERMD, "de burgemeester"]
    assert seen.teksten[0].woorden == f"Bij {AFGESCHERMD} zeiden ze: Is Rob nog nodig?"
    assert masked(dossier, MAMA, day(5)) == dossier
