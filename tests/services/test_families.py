"""The list of families, and making a new one."""

from datetime import date

import pytest

from gezinsplan.domain import afschakelen, regie
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.betrokken import aantal_professionals, start_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.lijn import trend
from gezinsplan.services import families, start
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import NieuwGezin
from gezinsplan.services.identity import new_id
from gezinsplan.services.start import OverMij
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.folding import fold
from tests import make

MINE = OverMij("Sanne Dijkstra", "Sociaal team Gouda", telefoon="06-12340000")


def test_the_list_shows_what_the_dossiers_say(demo_caseload: Caseload, today: date) -> None:
    rows = families.rows(demo_caseload, today)
    assert len(rows) >= 12
    assert [fold(row.naam) for row in rows] == sorted(fold(row.naam) for row in rows)
    for row in rows:
        dossier = demo_caseload.dossier(row.id)
        seen = families.for_screen(dossier, demo_caseload.family(row.id, today).team.kaart, today)
        assert row.nu == aantal_professionals(seen, today)
        assert row.start == aantal_professionals(seen, start_on(seen))
        if row.fase != "gesloten":
            assert row.lijn == trend(seen, start_on(seen), today)
        term = regie.term_on(dossier, today)
        assert (row.regisseur is None) is (term is None or term.houder is None)


def test_the_list_is_empty_in_a_new_vault(vault: Vault, today: date) -> None:
    assert families.rows(Caseload(vault), today) == ()


def test_a_family_begins_with_three_fields_and_one_regisseur(vault: Vault, today: date) -> None:
    caseload = Caseload(vault)
    team = start.introduce(caseload, MINE)
    made = families.new_family(caseload, team, NieuwGezin("Jansen", today, ik_ben_regisseur=True))
    assert made == caseload.dossier(made.id)
    (term,) = made.regisseurschappen
    (helper,) = made.betrokkenheden
    assert (term.vanaf, term.tot, term.houder) == (today, None, helper.id)
    assert aantal_professionals(made, today) == 1
    (row,) = families.rows(caseload, today)
    assert (row.kenmerk, row.regisseur, row.start, row.nu) == (f"G-{today.year}-001", "Sanne Dijkstra", 1, 1)
    second = families.new_family(caseload, team, NieuwGezin("de Wit", today, ik_ben_regisseur=True))
    assert second.gezin.kenmerk == f"G-{today.year}-002"


def test_a_family_may_begin_without_regisseur_but_not_without_a_reason(vault: Vault, today: date) -> None:
    caseload = Caseload(vault)
    team = start.introduce(caseload, MINE)
    with make.refused(Code.REGIE_REASON_MISSING, field="reden"):
        families.new_family(caseload, team, NieuwGezin("Jansen", today, ik_ben_regisseur=False))
    made = families.new_family(
        caseload, team, NieuwGezin("Jansen", today, ik_ben_regisseur=False, reden="kiezen we samen")
    )
    assert made.regisseurschappen[0].houder is None
    assert families.rows(caseload, today)[0].regisseur is None


def test_a_family_needs_a_name(vault: Vault, today: date) -> None:
    caseload = Caseload(vault)
    team = start.introduce(caseload, MINE)
    with make.refused(Code.EMPTY, field="naam"):
        families.new_family(caseload, team, NieuwGezin("  ", today, ik_ben_regisseur=True))
    assert families.rows(caseload, today) == ()


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "G-2026-001"),
        (["G-2026-007", "G-2025-900"], "G-2026-008"),
        (["G-2026-x", "G-2026-²", "anders"], "G-2026-001"),
    ],
)
def test_the_next_kenmerk(taken: list[str], following: str) -> None:
    assert families.next_kenmerk(taken, 2026) == following


def test_a_family_is_found_by_its_kenmerk(demo_caseload: Caseload, today: date) -> None:
    row = families.rows(demo_caseload, today)[0]
    assert families.by_kenmerk(demo_caseload, f" {row.kenmerk.lower()} ").id == row.id
    with make.refused(Code.UNKNOWN_KENMERK):
        families.by_kenmerk(demo_caseload, "G-1900-001")


def test_two_kenmerken_that_differ_in_capitals_are_two_families(vault: Vault) -> None:
    caseload = Caseload(vault)
    other = make.a_regisseurschap(id=make.uid(42))
    small = Dossier(make.a_gezin(id=make.uid(7), kenmerk="g-2024-001"), regisseurschappen=(other,))
    caseload.do("begin", (None, make.a_kaart()), (None, make.a_dossier()), (None, small))
    assert families.by_kenmerk(caseload, "G-2024-001").id == make.GEZIN
    assert families.by_kenmerk(caseload, "g-2024-001").id == small.id


def test_nothing_shielded_can_be_searched_for(demo_caseload: Caseload, today: date) -> None:
    shielded = [row for row in families.rows(demo_caseload, today) if demo_caseload.dossier(row.id).afschermingen]
    assert shielded
    for row in shielded:
        family = demo_caseload.family(row.id, today)
        names = families.shielded_names(family.dossier, family.team.kaart, None, today)
        homes = {each.huishouden for each in family.dossier.bewoning}
        facts = {
            fact
            for home in family.dossier.huishoudens
            if home.id in homes
            for fact in (home.straat, home.postcode, home.telefoon)
        }
        seen = families.for_screen(family.dossier, family.team.kaart, today)
        secret = {fact for fact in {*names, *facts} if fact and fact not in repr(seen)}
        assert secret
        assert not any(fact in row.woorden for fact in secret)


def test_a_person_is_found_by_any_name(demo_caseload: Caseload, today: date) -> None:
    family = demo_caseload.family(families.by_kenmerk(demo_caseload, "G-2025-014").id, today)
    mama = families.person_named(family.dossier, family.team.kaart, "Mama")
    assert mama == families.person_named(family.dossier, family.team.kaart, str(mama))
    with make.refused(Code.PRINT_FOR_UNKNOWN):
        families.person_named(family.dossier, family.team.kaart, "niemand")


def test_who_shares_a_name_is_not_taken_for_the_other() -> None:
    junior = make.a_persoon(id=make.uid(19), naam="Ali Yılmaz", roepnaam="papa")
    senior = make.an_oma(id=make.uid(20), naam="Ali Yılmaz", roepnaam="opa")
    dossier, kaart = make.a_dossier(junior, senior), make.a_kaart()
    with make.refused(Code.PRINT_FOR_SEVERAL):
        families.person_named(dossier, kaart, "ali yılmaz")
    assert families.person_named(dossier, kaart, "Opa") == senior.id
    assert families.person_named(dossier, kaart, str(junior.id)) == junior.id


def test_the_list_counts_what_nobody_does_of_safety_too(demo_caseload: Caseload, today: date) -> None:
    family = demo_caseload.family(families.by_kenmerk(demo_caseload, "G-2025-008").id, today)
    uitvoerder = family.dossier.maatregelen[0].uitvoerder
    assert uitvoerder is not None
    gone = afschakelen.al_weg(family.dossier, uitvoerder, Einde(Datum.op(today), "Ziek"), new_id())
    demo_caseload.do("weg", (family.dossier, gone))
    kinds = {hole.soort for hole in holes(gone, today)}
    assert {GatSoort.CONTROLE, GatSoort.MAATREGEL} <= kinds
    (row,) = [each for each in families.rows(demo_caseload, today) if each.kenmerk == "G-2025-008"]
    assert row.gaten == len(holes(gone, today))
