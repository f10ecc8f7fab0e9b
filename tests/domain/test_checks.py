"""What no value may be, whatever was changed: each refusal with its code, field and part."""

from dataclasses import replace

import pytest

from gezinsplan.domain.checks import NAME_LENGTH, TEXT_LENGTH, check
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Leefgebied
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.momenten import ContactSoort
from gezinsplan.domain.values import Part, drop
from gezinsplan.domain.versies import Antwoord
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    TERM,
    a_band,
    a_besluit,
    a_bespreking,
    a_betrokkenheid,
    a_bewoning,
    a_check,
    a_contact,
    a_deelname,
    a_doel,
    a_doorbraak,
    a_dossier,
    a_dubbel,
    a_gezagsverhouding,
    a_gezin,
    a_huishouden,
    a_kaart,
    a_kind,
    a_klik,
    a_maatregel,
    a_persoon,
    a_plek,
    a_praktijk,
    a_professional,
    a_regisseurschap,
    a_score,
    a_tekst,
    a_veiligheidsafspraak,
    a_versie,
    a_verstrekking,
    an_actie,
    an_afscherming,
    an_agendapunt,
    an_akkoord,
    an_oma,
    an_organisatie,
    an_overleg,
    day,
    on,
    refused,
    uid,
)

FULL = a_dossier(
    a_regisseurschap(houder=ROB),
    a_betrokkenheid(over=(KIND,), doelen=(uid(61),)),
    a_huishouden(),
    a_bewoning(),
    a_gezagsverhouding(),
    an_afscherming(betrokkenheden=(ROB,)),
    a_tekst(),
    a_doel(leefgebied=uid(701)),
    a_score(),
    an_actie(wie=(ROB, MAMA), doel=uid(61), voor_wie=VoorWie(Kring.PERSONEN, (MAMA,))),
    an_overleg(),
)


@pytest.mark.parametrize("value", [FULL, a_dossier(), a_kaart(), a_praktijk()])
def test_what_is_right_passes(value: Dossier) -> None:
    check(value)


@pytest.mark.parametrize(
    "part",
    [
        a_tekst(woorden="x" * TEXT_LENGTH),
        a_persoon(naam="x" * NAME_LENGTH),
        a_tekst(woorden="👩\u200d👧 regel\n\ttwee, مرحبا \u200f"),
        a_persoon(naam="Žofie Łukasz-O’Neill van 't Hof"),
        a_persoon(talen=("Turks", "Nederlands")),
        a_score(cijfer=0),
        a_score(cijfer=10),
        a_betrokkenheid(over=(KIND,), vanaf=Datum(2024), tot=Datum(2024), professional=uid(901), omschrijving=""),
        a_kind(geboortedatum=Datum(2013), overleden_op=day(0)),
        a_kind(geboortedatum=Datum(2024), overleden_op=day(0)),
        a_regisseurschap(houder=MAMA, reden=""),
        a_tekst(voor_wie=ALLEEN_DOSSIER),
        a_regisseurschap(houder=MAMA, vervanger=uid(903)),
    ],
)
def test_odd_but_right_passes(part: Part) -> None:
    check(a_dossier(a_regisseurschap(houder=MAMA), a_doel(), part))


@pytest.mark.parametrize(
    ("part", "code", "field"),
    [
        (a_gezin(naam=" "), Code.EMPTY, "naam"),
        (a_gezin(kenmerk=""), Code.EMPTY, "kenmerk"),
        (a_persoon(naam="\n"), Code.EMPTY, "naam"),
        (a_tekst(woorden=""), Code.EMPTY, "woorden"),
        (a_doel(woorden="  "), Code.EMPTY, "woorden"),
        (an_actie(wat=""), Code.EMPTY, "wat"),
        (a_betrokkenheid(omschrijving=" "), Code.EMPTY, "omschrijving"),
        (a_persoon(naam="x" * (NAME_LENGTH + 1)), Code.TOO_LONG, "naam"),
        (a_persoon(talen=("Turks", "x" * (NAME_LENGTH + 1))), Code.TOO_LONG, "talen"),
        (a_tekst(woorden="x" * 200_000), Code.TOO_LONG, "woorden"),
        (a_persoon(naam="Elif\0"), Code.NOT_PRINTABLE, "naam"),
        (a_persoon(talen=("Turks\r",)), Code.NOT_PRINTABLE, "talen"),
        (a_tekst(woorden="half \ud83d teken"), Code.NOT_PRINTABLE, "woorden"),
        (a_score(cijfer=11), Code.OUT_OF_RANGE, "cijfer"),
        (a_score(cijfer=-1), Code.OUT_OF_RANGE, "cijfer"),
        (a_doel(prioriteit=0), Code.OUT_OF_RANGE, "prioriteit"),
        (a_doel(prioriteit=100), Code.OUT_OF_RANGE, "prioriteit"),
        (a_gezin(streefaantal=-1), Code.OUT_OF_RANGE, "streefaantal"),
        (a_gezin(streefaantal=100), Code.OUT_OF_RANGE, "streefaantal"),
        (a_gezin(afsluiting=day(-1)), Code.END_BEFORE_START, "afsluiting"),
        (a_betrokkenheid(tot=on(-1)), Code.END_BEFORE_START, "tot"),
        (a_betrokkenheid(vanaf=Datum(2024, 3), tot=Datum(2024, 2)), Code.END_BEFORE_START, "tot"),
        (a_bewoning(vanaf=Datum(2024), tot=Datum(2023)), Code.END_BEFORE_START, "tot"),
        (an_afscherming(vanaf=day(2), tot=day(1)), Code.END_BEFORE_START, "tot"),
        (a_doel(tot=day(-1)), Code.END_BEFORE_START, "tot"),
        (a_kind(overleden_op=Datum(2013, 6, 14).earliest), Code.END_BEFORE_START, "overleden_op"),
        (a_betrokkenheid(vanaf=None, tot=on(3)), Code.NOT_STARTED, "vanaf"),
        (a_tekst(voor_wie=VoorWie(Kring.PERSONEN)), Code.READERS_MISSING, "voor_wie"),
        (a_tekst(voor_wie=VoorWie(Kring.GEZIN, (MAMA,))), Code.READERS_MISSING, "voor_wie"),
        (a_tekst(voor_wie=VoorWie(Kring.DOSSIER, (MAMA,))), Code.READERS_MISSING, "voor_wie"),
        (a_regisseurschap(reden=" "), Code.REGIE_REASON_MISSING, "reden"),
    ],
)
def test_what_cannot_be_is_named(part: Part, code: Code, field: str) -> None:
    with refused(code, field=field, id=part.id):
        check(a_dossier(a_huishouden(), a_doel(), part))


GHOST = uid(999)


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (a_tekst(spreker=GHOST), "spreker"),
        (a_tekst(over=(MAMA, GHOST)), "over"),
        (a_tekst(voor_wie=VoorWie(Kring.PERSONEN, (GHOST,))), "voor_wie"),
        (an_actie(wie=(MAMA, GHOST)), "wie"),
        (an_actie(doel=GHOST), "doel"),
        (a_score(doel=GHOST), "doel"),
        (a_betrokkenheid(overgenomen_door=GHOST), "overgenomen_door"),
        (a_betrokkenheid(overbrugging=GHOST), "overbrugging"),
        (a_betrokkenheid(doelen=(GHOST,)), "doelen"),
        (a_bewoning(huishouden=GHOST), "huishouden"),
        (a_gezagsverhouding(houder=GHOST), "houder"),
        (an_afscherming(beschermt=(GHOST,)), "beschermt"),
        (a_regisseurschap(houder=GHOST), "houder"),
    ],
)
def test_a_part_refers_only_to_what_is_there(part: Part, field: str) -> None:
    with refused(Code.STILL_REFERRED_TO, field=field, id=part.id, missing=GHOST):
        check(a_dossier(a_doel(), a_huishouden(), part))


@pytest.mark.parametrize("part", [MAMA, KIND, OMA, ROB, uid(21), uid(61)])
def test_what_others_refer_to_cannot_be_dropped(part: object) -> None:
    with refused(Code.STILL_REFERRED_TO, missing=part):
        check(drop(FULL, part))  # type: ignore[arg-type]


def test_ids_of_the_sociale_kaart_are_not_looked_for_here() -> None:
    helper = a_betrokkenheid(professional=GHOST, organisatie=GHOST, leefgebieden=(GHOST,))
    check(a_dossier(helper, a_doel(leefgebied=GHOST), dossierhouder=GHOST))


@pytest.mark.parametrize(
    "terms",
    [
        (),
        (a_regisseurschap(vanaf=day(1)),),
        (a_regisseurschap(vanaf=day(-1)),),
        (a_regisseurschap(tot=day(9)),),
        (a_regisseurschap(tot=day(9)), a_regisseurschap(id=uid(42), vanaf=day(10))),
        (a_regisseurschap(tot=day(9)), a_regisseurschap(id=uid(42), vanaf=day(8))),
        (a_regisseurschap(), a_regisseurschap(id=uid(42), vanaf=day(9))),
        (a_regisseurschap(), a_regisseurschap(id=uid(42))),
        (a_regisseurschap(tot=day(0)), a_regisseurschap(id=uid(42))),
    ],
)
def test_the_line_of_regisseurs_has_no_gap_and_no_overlap(terms: tuple[Part, ...]) -> None:
    dossier = replace(a_dossier(), regisseurschappen=terms)  # type: ignore[arg-type]
    with refused(Code.REGIE_BROKEN_LINE, field="regisseurschappen", id=dossier.id):
        check(dossier)


@pytest.mark.parametrize(
    ("afsluiting", "tot", "right"),
    [(9, 9, True), (0, 0, True), (9, 8, False), (9, 10, False), (9, None, False), (None, 9, False)],
)
def test_the_line_ends_where_the_case_ends(afsluiting: int | None, tot: int | None, right: bool) -> None:
    term = a_regisseurschap(tot=None if tot is None else day(tot))
    dossier = a_dossier(term, afsluiting=None if afsluiting is None else day(afsluiting))
    if right:
        check(dossier)
    else:
        with refused(Code.REGIE_BROKEN_LINE):
            check(dossier)


@pytest.mark.parametrize(
    ("part", "field", "about"),
    [
        (a_betrokkenheid(vanaf=None), "vanaf", ROB),
        (a_betrokkenheid(vanaf=on(1)), "vanaf", ROB),
        (a_betrokkenheid(vanaf=Datum(2024, 2)), "vanaf", ROB),
        (a_betrokkenheid(tot=on(99)), "tot", ROB),
        (an_oma(id=ROB, overleden_op=day(-9)), "houder", TERM),
        (an_oma(id=ROB, tot=day(0)), "houder", TERM),
        (a_doel(id=ROB), "houder", TERM),
    ],
)
def test_a_regisseur_is_somebody_who_is_there(part: Part, field: str, about: object) -> None:
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field=field, id=about):
        check(a_dossier(a_regisseurschap(houder=ROB), part))


@pytest.mark.parametrize(("tot", "right"), [(49, False), (50, True), (51, True), (None, True)])
def test_a_helper_holds_the_regie_until_his_last_day(tot: int | None, right: bool) -> None:
    helper = a_betrokkenheid(tot=on(tot) if tot else None)
    dossier = a_dossier(helper, a_regisseurschap(houder=ROB, tot=day(50)), afsluiting=day(50))
    if right:
        check(dossier)
    else:
        with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="tot", id=ROB):
            check(dossier)


def test_a_regisseur_of_the_family_may_die_while_he_is_it() -> None:
    check(a_dossier(a_regisseurschap(houder=OMA), an_oma(overleden_op=day(9))))


def test_the_organisation_of_a_professional_is_known() -> None:
    with refused(Code.STILL_REFERRED_TO, field="organisatie", id=uid(901), missing=uid(801)):
        check(drop(a_kaart(), uid(801)))
    check(a_kaart(a_professional(organisatie=None)))


@pytest.mark.parametrize("part", [an_organisatie(naam=""), a_professional(naam=" ")])
def test_the_sociale_kaart_has_names(part: Part) -> None:
    with refused(Code.EMPTY, field="naam", id=part.id):
        check(a_kaart(part))


def test_the_lists_of_the_team_have_names() -> None:
    with refused(Code.EMPTY, field="naam", id=uid(701)):
        check(a_praktijk(Leefgebied(uid(701), "")))


def test_everybody_at_home_reads_along_by_default() -> None:
    assert {part.voor_wie for part in (a_tekst(), a_doel(), a_score(), a_betrokkenheid())} == {HEEL_GEZIN}


AROUND = (
    a_check(),
    a_veiligheidsafspraak(),
    a_maatregel(),
    a_doorbraak(),
    a_deelname(),
    a_besluit(),
    a_contact(),
    a_contact(soort=ContactSoort.NIET_THUIS, kort=""),
    an_agendapunt(),
    a_bespreking(),
    a_band(),
    a_klik(),
    a_plek(),
    a_dubbel(),
    a_versie(),
    an_akkoord(),
    an_akkoord(id=uid(109), antwoord=Antwoord.NIET_AKKOORD, toelichting="Te veel"),
    a_verstrekking(),
)


def test_safety_ties_and_talks_pass() -> None:
    check(a_dossier(a_betrokkenheid(), an_overleg(), *AROUND))
    check(a_dossier(a_betrokkenheid(), a_band(lid=None, deelnemer=ROB), a_maatregel(uitvoerder=None)))
    check(a_dossier(a_betrokkenheid(), a_check(volgende_op=day(0)), a_veiligheidsafspraak(tot=day(9), reden="klaar")))


@pytest.mark.parametrize(
    ("part", "code", "field"),
    [
        (a_check(volgende_op=day(-1)), Code.END_BEFORE_START, "volgende_op"),
        (a_check(grond=" "), Code.EMPTY, "grond"),
        (a_veiligheidsafspraak(tot=day(9), reden=" "), Code.REASON_MISSING, "reden"),
        (a_veiligheidsafspraak(tot=day(-1), reden="klaar"), Code.END_BEFORE_START, "tot"),
        (a_veiligheidsafspraak(controle_door=uid(61)), Code.UNKNOWN_PART, "controle_door"),
        (a_maatregel(uitvoerder=MAMA), Code.UNKNOWN_PART, "uitvoerder"),
        (a_doorbraak(antwoord_voor=day(-1)), Code.END_BEFORE_START, "antwoord_voor"),
        (a_doorbraak(besloten_op=day(-1), besluit="Ja"), Code.END_BEFORE_START, "besloten_op"),
        (a_doorbraak(besloten_op=day(9)), Code.EMPTY, "besluit"),
        (a_doorbraak(gelukt=True), Code.EMPTY, "besloten_op"),
        (a_doorbraak(besluit="Ja"), Code.EMPTY, "besloten_op"),
        (a_doorbraak(blokkade=" "), Code.EMPTY, "blokkade"),
        (a_doorbraak(afgeschaald_op=day(9)), Code.END_BEFORE_START, "afgeschaald_op"),
        (
            a_doorbraak(besluit="Ja", besloten_op=day(9), gelukt=True, afgeschaald_op=day(8)),
            Code.END_BEFORE_START,
            "afgeschaald_op",
        ),
        (a_deelname(overleg=MAMA), Code.UNKNOWN_PART, "overleg"),
        (a_deelname(deelnemer=uid(61)), Code.UNKNOWN_PART, "deelnemer"),
        (a_besluit(oneens=(MAMA,)), Code.AGREES_AND_NOT, "oneens"),
        (a_besluit(wat=" "), Code.EMPTY, "wat"),
        (a_versie(nummer=0), Code.OUT_OF_RANGE, "nummer"),
        (an_akkoord(vorm=None), Code.EMPTY, "vorm"),
        (an_akkoord(antwoord=Antwoord.NIET_AKKOORD), Code.REASON_MISSING, "toelichting"),
        (an_akkoord(antwoord=Antwoord.NIET_GEVRAAGD, toelichting=" "), Code.REASON_MISSING, "toelichting"),
        (an_akkoord(versie=MAMA), Code.UNKNOWN_PART, "versie"),
        (an_akkoord(deelnemer=uid(116)), Code.UNKNOWN_PART, "deelnemer"),
        (a_contact(met=()), Code.WHO_IS_MISSING, "met"),
        (a_contact(kort=" "), Code.EMPTY, "kort"),
        (an_agendapunt(overleg=MAMA), Code.UNKNOWN_PART, "overleg"),
        (a_bespreking(betrokkenheid=MAMA), Code.UNKNOWN_PART, "betrokkenheid"),
        (a_band(lid=ROB), Code.UNKNOWN_PART, "lid"),
        (a_klik(deelnemer=uid(61)), Code.UNKNOWN_PART, "deelnemer"),
        (a_plek(x=1001), Code.OUT_OF_RANGE, "x"),
        (a_dubbel(ander_gezin=a_gezin().id), Code.SAME_FAMILY, "ander_gezin"),
    ],
)
def test_what_cannot_be_of_safety_ties_and_talks(part: Part, code: Code, field: str) -> None:
    with refused(code, field=field, id=part.id):
        check(a_dossier(a_betrokkenheid(), a_doel(), an_overleg(), a_versie(), part))
