"""What a reader gets to see (product.md rules 6 and 7)."""

from dataclasses import fields, replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.checks import check
from gezinsplan.domain.delen import (
    AFGESCHERMD,
    check_may_print,
    for_reader,
    masked,
    may_read,
    shielded_helpers,
    shielded_words,
    shields_on,
)
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Regisseurschap
from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.personen import Feit, Huishouden, Persoon
from gezinsplan.domain.values import Part, get, parts, texts
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    TERM,
    a_betrokkenheid,
    a_bewoning,
    a_doel,
    a_dossier,
    a_huishouden,
    a_kind,
    a_persoon,
    a_regisseurschap,
    a_score,
    a_tekst,
    an_actie,
    an_afscherming,
    an_oma,
    an_overleg,
    day,
    refused,
    uid,
)

SANNE, BEA, DOEL, OTHER = uid(32), uid(33), uid(61), uid(62)
ROB_CALLED, BEA_CALLED = uid(911), uid(912)
FOR_MAMA, FOR_ROB = VoorWie(Kring.PERSONEN, (MAMA,)), VoorWie(Kring.PERSONEN, (MAMA, ROB))
READERS = st.sampled_from([None, MAMA, KIND, OMA, ROB])
PEOPLE, OTHERS = READERS.filter(lambda who: who != ROB), READERS.filter(lambda who: who != MAMA)
CIRCLES = st.sampled_from([HEEL_GEZIN, ALLEEN_DOSSIER, FOR_MAMA, FOR_ROB])


@pytest.mark.parametrize(
    ("circle", "reader", "expected"),
    [
        (HEEL_GEZIN, None, True),
        (HEEL_GEZIN, OMA, True),
        (FOR_MAMA, MAMA, True),
        (FOR_MAMA, OMA, False),
        (FOR_MAMA, None, False),
        (ALLEEN_DOSSIER, MAMA, False),
        (ALLEEN_DOSSIER, None, False),
    ],
)
def test_who_may_read(circle: VoorWie, reader: UUID | None, expected: bool) -> None:
    assert may_read(circle, reader) is expected


def entwined(*circles: VoorWie) -> Dossier:
    """A dossier in which everything refers to everything, each part for its own circle."""
    rob, sanne, bea, goal, other, words, mark, doing, talk = circles
    return a_dossier(
        a_betrokkenheid(voor_wie=rob, doelen=(DOEL, OTHER), overbrugging=SANNE, overgenomen_door=BEA),
        a_betrokkenheid(id=SANNE, voor_wie=sanne, over=(ROB, MAMA), doelen=(DOEL,)),
        a_betrokkenheid(id=BEA, voor_wie=bea, overgenomen_door=ROB),
        a_doel(voor_wie=goal, spreker=ROB, over=(ROB,)),
        a_doel(id=OTHER, voor_wie=other, spreker=SANNE),
        a_tekst(voor_wie=words, spreker=ROB, over=(BEA,)),
        a_score(voor_wie=mark, spreker=SANNE),
        a_score(id=uid(72), doel=OTHER, spreker=MAMA, over=(ROB,)),
        an_actie(voor_wie=doing, wie=(ROB, SANNE, MAMA), doel=DOEL, over=(BEA,)),
        an_actie(id=uid(82), wie=(BEA,), doel=OTHER),
        an_overleg(voor_wie=talk, over=(SANNE,)),
        an_afscherming(betrokkenheden=(ROB, SANNE), tegen=(BEA,)),
        a_regisseurschap(houder=ROB, vervanger=SANNE),
    )


@given(st.lists(CIRCLES, min_size=9, max_size=9), READERS)
def test_of_what_is_hidden_no_trace_is_left(circles: list[VoorWie], reader: UUID | None) -> None:
    dossier = entwined(*circles)
    check(dossier)
    seen = for_reader(dossier, reader)
    left = {part.id for part in parts(seen)}
    gone = {part.id for part in parts(dossier)} - left
    for part in parts(dossier):
        circle = getattr(part, "voor_wie", None)
        known = part.id in {term.houder for term in dossier.regisseurschappen}
        assert circle is None or part.id in gone or known or may_read(circle, reader)
    assert not any(str(part_id) in repr(seen) for part_id in gone)
    assert {score.doel for score in seen.scores} | {score.spreker for score in seen.scores} <= left
    free = {each.id for each in parts(dossier) if may_read(getattr(each, "voor_wie", HEEL_GEZIN), reader)}
    needed = {score.id: {score.doel, score.spreker} & gone for score in dossier.scores}
    assert {part_id for part_id in free - left if not needed.get(part_id)} == set()


def test_a_hidden_regisseur_is_known_by_name_alone() -> None:
    helper = a_betrokkenheid(voor_wie=ALLEEN_DOSSIER, vraag="iets van mama", over=(MAMA,), frequentie="elke dag")
    dossier = a_dossier(helper, a_regisseurschap(houder=helper.id))
    seen = for_reader(dossier, None)
    (left,) = seen.betrokkenheden
    assert seen.regisseurschappen == dossier.regisseurschappen
    assert (left.omschrijving, left.vraag, left.over, left.frequentie) == (helper.omschrijving, "", (), "")


@given(st.lists(CIRCLES, min_size=9, max_size=9), PEOPLE)
def test_for_a_reader_nothing_is_added_and_twice_is_once(circles: list[VoorWie], reader: UUID | None) -> None:
    seen = for_reader(entwined(*circles), reader)
    assert for_reader(seen, reader) == seen
    assert aantal_professionals(seen, day(5)) <= aantal_professionals(entwined(*circles), day(5))


def test_who_may_read_everything_reads_everything() -> None:
    dossier = entwined(*[HEEL_GEZIN] * 9)
    assert for_reader(dossier, None) == dossier


def test_the_number_follows_what_the_reader_sees() -> None:
    dossier = a_dossier(a_betrokkenheid(), a_betrokkenheid(id=SANNE, voor_wie=FOR_MAMA))
    assert aantal_professionals(for_reader(dossier, None), day(5)) == 1
    assert aantal_professionals(for_reader(dossier, MAMA), day(5)) == 2


def at_home(*changed: Part) -> Dossier:
    """Mama lives with the child at an address that is shielded; oma lives elsewhere."""
    return a_dossier(
        a_persoon(telefoon="06-12345678", bereikbaar="app na negen uur op 0612345678"),
        an_oma(telefoon="06-87654321"),
        a_huishouden(),
        a_huishouden(
            id=uid(25), naam="Bij oma", straat="Dorpsweg", huisnummer="3", postcode="", plaats="Ede", telefoon=""
        ),
        a_bewoning(),
        a_bewoning(id=uid(26), huishouden=uid(25), persoon=OMA),
        an_overleg(),
        an_afscherming(),
        *changed,
    )


SECRETS = ("Kerkstraat", "8011 AB", "Zwolle", "038-1234567", "06-12345678")


def spoken(dossier: Dossier) -> str:
    """Everything in letters and digits that stands in any text field."""
    said = " ".join(text for part in parts(dossier) for _, text in texts(part)).casefold()
    return "".join(sign for sign in said if sign.isalnum())


def bare(secret: str) -> str:
    return "".join(sign for sign in secret.casefold() if sign.isalnum())


@pytest.mark.parametrize("reader", [None, OMA, KIND, ROB])
def test_a_shielded_home_is_told_to_nobody(reader: UUID | None) -> None:
    seen = masked(at_home(), reader, day(5))
    home = get(seen, Huishouden, uid(21))
    assert {home.straat, home.huisnummer, home.postcode, home.plaats, home.telefoon} == {AFGESCHERMD}
    mama = get(seen, Persoon, MAMA)
    assert (mama.telefoon, mama.bereikbaar) == (AFGESCHERMD, AFGESCHERMD)
    assert not any(bare(secret) in spoken(seen) for secret in SECRETS)


def test_what_is_not_shielded_stays() -> None:
    seen = masked(at_home(), None, day(5))
    for kind, part_id in ((Huishouden, uid(25)), (Persoon, OMA)):
        assert get(seen, kind, part_id) == get(at_home(), kind, part_id)
    assert seen.overleggen == at_home().overleggen
    assert seen.gezin == at_home().gezin


def test_whom_it_protects_sees_all() -> None:
    assert masked(at_home(), MAMA, day(5), ("Sanne",)) == at_home()


def test_an_empty_field_does_not_tell_that_there_is_something() -> None:
    seen = masked(at_home(a_huishouden(telefoon="", huisnummer="")), None, day(5))
    home = get(seen, Huishouden, uid(21))
    assert (home.telefoon, home.huisnummer, home.straat) == ("", "", AFGESCHERMD)


@pytest.mark.parametrize(
    ("facts", "hidden"),
    [
        ((Feit.ADRES,), {"straat", "huisnummer", "postcode"}),
        ((Feit.WOONPLAATS,), {"plaats"}),
        ((Feit.TELEFOON,), {"telefoon"}),
        ((Feit.SCHOOL,), set()),
    ],
)
def test_each_fact_hides_its_own_fields(facts: tuple[Feit, ...], hidden: set[str]) -> None:
    home = get(masked(at_home(an_afscherming(wat=facts)), None, day(5)), Huishouden, uid(21))
    assert {field.name for field in fields(home) if getattr(home, field.name) == AFGESCHERMD} == hidden


def test_a_shielded_meeting_place_is_told_nowhere() -> None:
    shield = an_afscherming(wat=(Feit.ONTMOETINGSPLAATS,))
    seen = masked(at_home(shield, a_tekst(woorden="Zondag in het park.")), None, day(5))
    assert [each.plaats for each in seen.overleggen] == [AFGESCHERMD]
    assert seen.teksten[0].woorden == "Zondag in het park."
    again = masked(at_home(shield, a_tekst(woorden="Zondag bij De Brink.")), None, day(5))
    assert again.teksten[0].woorden == f"Zondag bij {AFGESCHERMD}."


@pytest.mark.parametrize(
    ("vanaf", "tot", "stands"), [(None, None, True), (5, 6, True), (6, None, False), (None, 5, False)]
)
def test_a_shield_stands_from_until(vanaf: int | None, tot: int | None, stands: bool) -> None:
    shield = an_afscherming(vanaf=day(vanaf) if vanaf else None, tot=day(tot) if tot else None)
    dossier = at_home(shield)
    assert shields_on(dossier, day(5)) == ((shield,) if stands else ())
    assert (masked(dossier, OMA, day(5)) == dossier) is not stands
    check_may_print(dossier, OMA, day(5))
    if stands:
        with refused(Code.PRINT_FOR_WHOM):
            check_may_print(dossier, None, day(5))
    else:
        check_may_print(dossier, None, day(5))


HELPED = (
    a_betrokkenheid(professional=ROB_CALLED, organisatie=uid(801), omschrijving=""),
    a_betrokkenheid(id=SANNE, professional=ROB_CALLED, vanaf=None),
    a_betrokkenheid(id=BEA, professional=BEA_CALLED, omschrijving=""),
    a_betrokkenheid(id=uid(34), omschrijving="iemand van de GGZ"),
    a_regisseurschap(houder=ROB, vervanger=ROB_CALLED),
)


@pytest.mark.parametrize("fact", [Feit.SCHOOL, Feit.WERK, Feit.HULPVERLENER, Feit.ORGANISATIE])
def test_a_shielded_helper_is_nobody_in_every_period_and_place(fact: Feit) -> None:
    dossier = at_home(*HELPED, an_afscherming(wat=(fact,), betrokkenheden=(ROB,)), a_tekst(woorden="Rob Smit komt."))
    seen = masked(dossier, None, day(5), ("Rob Smit",))
    for part_id in (ROB, SANNE):
        helper = get(seen, Betrokkenheid, part_id)
        assert (helper.professional, helper.organisatie, helper.omschrijving) == (ROB, None, AFGESCHERMD)
    assert str(ROB_CALLED) not in repr(seen)
    assert get(seen, Regisseurschap, TERM).houder == ROB
    assert get(seen, Betrokkenheid, BEA) == get(dossier, Betrokkenheid, BEA)
    assert seen.teksten[0].woorden == f"{AFGESCHERMD} komt."
    assert [each.id for each in shielded_helpers(dossier, None, day(5))] == [ROB, SANNE]
    assert shielded_helpers(dossier, MAMA, day(5)) == ()


def test_a_helper_without_a_name_is_shielded_alone() -> None:
    dossier = at_home(*HELPED, an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(uid(34),)))
    assert [each.id for each in shielded_helpers(dossier, OMA, day(5))] == [uid(34)]
    assert masked(dossier, OMA, day(5)).regisseurschappen == dossier.regisseurschappen


def test_a_shield_of_an_address_hides_no_helper() -> None:
    dossier = at_home(*HELPED, an_afscherming(betrokkenheden=(ROB,)))
    assert shielded_helpers(dossier, None, day(5)) == ()
    assert masked(dossier, None, day(5)).betrokkenheden == dossier.betrokkenheden


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kerkstraat", AFGESCHERMD),
        ("We wonen op KERKSTRAAT 12.", f"We wonen op {AFGESCHERMD}."),
        ("kerk-straat", AFGESCHERMD),
        ("Kerkstraat, 8011AB  zwolle!", f"{AFGESCHERMD}, {AFGESCHERMD}  {AFGESCHERMD}!"),
        ("de Kerkstraatkerk", f"de {AFGESCHERMD}kerk"),
        ("Bel 0381234567 of 038 123 45 67", f"Bel {AFGESCHERMD} of {AFGESCHERMD}"),
        ("app 06 12 34 56 78", f"app {AFGESCHERMD}"),
        ("app06-12345678", f"app{AFGESCHERMD}"),
        ("Straße ẞ İİ Zwolle en ZWÓLLE", f"Straße ẞ İİ {AFGESCHERMD} en {AFGESCHERMD}"),
        ("Zwo\u0301lle", AFGESCHERMD),
        ("ﬁjn in Zwolle", f"ﬁjn in {AFGESCHERMD}"),
        ("Zwolle Zwolle", f"{AFGESCHERMD} {AFGESCHERMD}"),
        ("om 12 uur", "om 12 uur"),
        ("Oudekerkstraat", "Oudekerkstraat"),
        ("106-12345678", "106-12345678"),
        (AFGESCHERMD, AFGESCHERMD),
        ("", ""),
    ],
)
def test_free_text_loses_what_is_shielded(text: str, told: str) -> None:
    seen = masked(at_home(a_tekst(woorden=text)), None, day(5))
    assert seen.teksten[0].woorden == told


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("Ede", "Een goede, edele dame in Ede", f"Een goede, edele dame in {AFGESCHERMD}"),
        ("Leiden", "De begeleiding in Leiden-Noord", f"De begeleiding in {AFGESCHERMD}-Noord"),
        ("'s-Gravenhage", "in ’s Gravenhage", f"in ’{AFGESCHERMD}"),
        ("Aa", "Aa en hunze", "Aa en hunze"),
        ("Afgeschermd", "niets", "niets"),
        ("scherm", "Op het scherm", f"Op het {AFGESCHERMD}"),
    ],
)
def test_a_short_place_is_a_word_of_its_own(place: str, text: str, told: str) -> None:
    """Otherwise what is left of the other words would tell the place."""
    home = a_huishouden(straat="", huisnummer="", postcode="", telefoon="", plaats=place)
    assert masked(at_home(home, a_tekst(woorden=text)), None, day(5)).teksten[0].woorden == told


def test_two_shields_each_hide_their_own() -> None:
    """Whom one protects is not told what the other hides."""
    oma = an_afscherming(id=uid(27), beschermt=(OMA,), tegen=(MAMA,))
    dossier = at_home(oma, a_tekst(woorden="Van Zwolle naar Ede."))
    for reader, told in ((None, f"Van {AFGESCHERMD} naar {AFGESCHERMD}."), (MAMA, f"Van Zwolle naar {AFGESCHERMD}.")):
        assert masked(dossier, reader, day(5)).teksten[0].woorden == told
    both = an_afscherming(id=uid(27), beschermt=(MAMA, KIND))
    assert masked(at_home(both), KIND, day(5)).huishoudens == masked(at_home(), None, day(5)).huishoudens
    assert masked(at_home(both), MAMA, day(5)) == at_home(both)


AROUND = st.text(st.sampled_from("abİßé ﬁ\u0301ẞ-. 7"), max_size=6)
WRITTEN = st.sampled_from([str.upper, str.lower, str.title, str])
PLACES = ["woorden", "wat", "resultaat", "frequentie", "talenten", "naam", "wijk", "bron", "reden", "wanneer"]


def with_text(place: str, text: str) -> Part:
    """A part with this text in the field of that name."""
    made: dict[str, Any] = {
        "woorden": a_doel,
        "wat": an_actie,
        "resultaat": an_actie,
        "frequentie": a_betrokkenheid,
        "talenten": a_kind,
        "naam": a_huishouden,
        "bron": an_afscherming,
        "reden": a_regisseurschap,
        "wanneer": a_bewoning,
    }
    part: Part = made[place](**{place: text}) if place in made else replace(a_dossier().gezin, wijk=text)
    return part


@given(st.sampled_from(PLACES), st.sampled_from(SECRETS), WRITTEN, AROUND, AROUND, OTHERS)
def test_whatever_stands_around_it_a_secret_is_not_told(
    place: str, secret: str, write: Any, before: str, after: str, reader: UUID | None
) -> None:
    """Between spaces; what is glued to it is decided by a person (product.md rule 7)."""
    dossier = at_home(with_text(place, f"{before} {write(secret)} {after}"))
    seen = masked(dossier, reader, day(5))
    assert bare(secret) not in spoken(seen)
    assert AFGESCHERMD in " ".join(text for part in parts(seen) for name, text in texts(part) if name == place)


def test_a_shielded_helper_who_comes_twice_is_still_counted_once() -> None:
    twice = [a_betrokkenheid(id=each, professional=ROB_CALLED) for each in (ROB, SANNE)]
    shield = an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,))
    dossier = a_dossier(*twice, a_betrokkenheid(id=BEA), shield)
    seen = masked(dossier, None, day(5))
    assert aantal_professionals(seen, day(5)) == aantal_professionals(dossier, day(5)) == 2
    assert str(ROB_CALLED) not in repr(seen)


def test_a_shielded_helper_is_not_known_as_dossierhouder_either() -> None:
    helper = a_betrokkenheid(professional=ROB_CALLED)
    shield = an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,))
    dossier = a_dossier(helper, shield, dossierhouder=ROB_CALLED)
    assert masked(dossier, None, day(5)).gezin.dossierhouder != ROB_CALLED
    assert masked(dossier, MAMA, day(5)).gezin.dossierhouder == ROB_CALLED


def test_what_a_shielded_helper_does_tells_nobody_who_it_is() -> None:
    helper = a_betrokkenheid(vraag="Onze nieuwe huisarts", kan_weg_als="de klas went", frequentie="elke dag")
    shield = an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(helper.id,))
    (seen,) = masked(a_dossier(helper, shield), None, day(5)).betrokkenheden
    assert (seen.omschrijving, seen.vraag, seen.kan_weg_als, seen.frequentie) == ("afgeschermd", "", "", "")


def test_a_hidden_helper_is_not_named_among_the_readers_either() -> None:
    helper = a_betrokkenheid(id=SANNE, voor_wie=ALLEEN_DOSSIER)
    words = a_tekst(voor_wie=VoorWie(Kring.PERSONEN, (MAMA, SANNE)))
    (seen,) = for_reader(a_dossier(helper, words), MAMA).teksten
    assert seen.voor_wie == VoorWie(Kring.PERSONEN, (MAMA,))


def test_the_words_that_a_shield_hides_are_known_to_whoever_hides_them_elsewhere() -> None:
    dossier = a_dossier(an_afscherming(), a_huishouden(), a_bewoning())
    said = {*shielded_words(dossier, OMA, day(5))}
    assert said >= {"Kerkstraat", "Kerkstraat 12", "8011 AB", "Zwolle", "038-1234567"}
    assert {*shielded_words(dossier, None, day(5))} == said
    assert shielded_words(dossier, MAMA, day(5)) == ()
    assert shielded_words(a_dossier(a_huishouden(), a_bewoning()), OMA, day(5)) == ()
