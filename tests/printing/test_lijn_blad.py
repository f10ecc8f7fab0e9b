"""The line on paper, and the whole line of regisseurs on the plan."""

from dataclasses import replace
from datetime import date, timedelta

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Regisseurschap, Vorm
from gezinsplan.domain.lijn import beweging
from gezinsplan.domain.stappen import stappen
from gezinsplan.printing.lijn import lijn_blad
from gezinsplan.texts.dates import long_date
from tests.printing import families
from tests.printing.families import OP, START, Maker
from tests.printing.paper import Paper


def printed(make: Maker) -> Paper:
    return Paper(make.papier(), lijn_blad)


def test_the_numbers_and_every_step() -> None:
    make = families.big()
    moved = beweging(make.dossier, OP)
    flat = printed(make).flat
    assert f"Van {moved.start} naar {moved.nu}" in flat
    assert f"Samen geteld op {long_date(START)}: {moved.start}." in flat
    assert f"Nu, op {long_date(OP)}: {moved.nu}." in flat
    assert "Samen afgesproken: 3." in flat
    (step,) = stappen(make.dossier, moved.start_op, OP)
    assert f"{long_date(step.datum)} {step.aantal} Weg 0 is gestopt" in flat
    assert "Weg 7 is gestopt" in flat


def test_reasons_and_who_stays_in_another_way() -> None:
    make = Maker()
    make.regisseur(None, "x")
    make.gezin(streefaantal=1, streefaantal_op=START)
    rob = make.professional("Rob de Boer")
    make.helper(rob, "Schulden", vanaf=Datum(2024), tot=Datum(2025, 6, 1), reden_einde="Bellen is genoeg")
    make.helper(rob, "Schulden", vanaf=Datum(2025, 6, 1), vorm=Vorm.OP_AFSTAND)
    make.helper(make.professional("Els Bos"), "Hulp in huis", vanaf=Datum(2025, 9, 1))
    flat = printed(make).flat
    assert "1 juni 2025 0 Rob de Boer telt niet meer mee: Bellen is genoeg" in flat
    assert "1 september 2025 1 Els Bos kwam erbij: Hulp in huis" in flat
    assert "Aan het begin, op 10 januari 2025: 1." in flat
    assert f"Samen afgesproken op {long_date(START)}: 1." in flat
    assert "Hoeveel mensen komen er?" in flat


def test_forty_steps_go_on_with_their_heads() -> None:
    make = families.crowded(40)
    helpers = [
        replace(each, vanaf=Datum.op(START + timedelta(days=1 + at * 7))) if at > 20 and each.vanaf else each
        for at, each in enumerate(make.dossier.betrokkenheden)
    ]
    make.dossier = replace(make.dossier, betrokkenheden=tuple(helpers))
    paper = printed(make)
    assert len(paper.pages) > 1
    assert all("Wat gebeurde er?" in page for page in paper.pages)


def test_a_family_of_today_and_a_closed_one() -> None:
    make = families.empty()
    make.gezin(start=OP)
    make.dossier = replace(make.dossier, regisseurschappen=(Regisseurschap(make.id(), None, OP, "x"),))
    assert "Stap voor stap" not in printed(make).flat
    closed = families.closed()
    assert f"Nu, op {long_date(OP)}: {beweging(closed.dossier, OP).nu}." in printed(closed).flat


def test_a_doubtful_line_is_drawn() -> None:
    make = families.big()
    make.helper(None, "Ooit", omschrijving="Iemand", vanaf=Datum(2025), tot=Datum(2025, 9))
    assert "Iemand is gestopt" in printed(make).flat


def test_the_whole_line_of_regisseurs_stands_on_the_plan() -> None:
    make = families.big()
    sanne, rob = make.dossier.betrokkenheden[0].id, make.dossier.betrokkenheden[2].id
    turn, end = date(2025, 6, 1), date(2025, 9, 1)
    terms = (
        Regisseurschap(make.id(), rob, START, "Rob deed de aanmelding", tot=turn, mening_gezin="Aardig"),
        Regisseurschap(make.id(), None, turn, "Rob kreeg ander werk", tot=end),
        Regisseurschap(make.id(), sanne, end, "Klik met Lisa", contact_tot=OP),
    )
    make.dossier = replace(make.dossier, regisseurschappen=terms)
    flat = Paper(make.papier()).flat
    told = flat[flat.index("Wie hield de hulp bij elkaar?") :]
    for words in (
        "10 januari 2025 tot",
        "Rob deed de aanmelding",
        "“Aardig”",
        "geen regisseur",
        "Rob kreeg ander werk",
        "Klik met Lisa",
    ):
        assert words in told
    places = [told.index(each) for each in ("Rob deed", "geen regisseur", "Klik met")]
    assert places == sorted(places)


def test_the_one_before_is_told_while_he_can_be_reached() -> None:
    make = families.big()
    sanne, rob = make.dossier.betrokkenheden[0].id, make.dossier.betrokkenheden[2].id
    turn = date(2026, 10, 1)
    make.dossier = replace(
        make.dossier,
        regisseurschappen=(
            Regisseurschap(make.id(), rob, START, "Eerst", tot=turn),
            Regisseurschap(make.id(), sanne, turn, "Daarna", contact_tot=date(2026, 12, 1)),
        ),
    )
    flat = Paper(make.papier()).flat
    assert "Rob de Boer is nog te bereiken tot 1 december 2026." in flat


def test_of_one_regisseur_there_is_no_line() -> None:
    assert "Wie hield de hulp bij elkaar?" not in Paper(families.big().papier()).flat
