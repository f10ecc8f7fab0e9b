"""A caseload does steps, takes them back and does them again, and keeps drafts; on real encrypted files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from gezinsplan.domain.values import put
from gezinsplan.services import caseload as caseloads
from gezinsplan.services import families, kluis
from gezinsplan.services.caseload import Caseload, Family, Rule
from gezinsplan.services.families import NieuwGezin
from gezinsplan.services.identity import now
from gezinsplan.services.steps import UNDO_DEPTH
from gezinsplan.storage.vault import Vault
from tests import make

TODAY = date(2026, 11, 22)


@pytest.fixture
def caseload(vault: Vault) -> Iterator[Caseload]:
    """One family with the team around it."""
    opened = Caseload(vault)
    opened.do("begin", (None, make.a_kaart()), (None, make.a_praktijk()), (None, make.a_dossier(make.a_doel())))
    yield opened
    opened.lock()


def the_family(caseload: Caseload) -> Family:
    return caseload.family(make.GEZIN, TODAY)


def renaming(name: str) -> Rule:
    def rule(family: Family) -> Family:
        return replace(family, dossier=put(family.dossier, replace(family.dossier.gezin, naam=name)))

    return rule


def names(caseload: Caseload) -> str:
    return the_family(caseload).dossier.gezin.naam


def test_a_step_answers_with_what_the_file_holds(caseload: Caseload) -> None:
    after = caseload.change("Naam", the_family(caseload), renaming("Jansen"))
    assert after == the_family(caseload)
    assert after.dossier.versie == 2


def test_nothing_changed_is_no_step(caseload: Caseload) -> None:
    before = the_family(caseload)
    assert caseload.change("niets", before, lambda family: family) is before
    assert caseload.steps.undo_name(make.GEZIN) == ""


def test_undo_and_redo_have_the_name_of_the_step(caseload: Caseload) -> None:
    first = names(caseload)
    after = caseload.change("Naam", the_family(caseload), renaming("Twee"))
    caseload.change("Nog een naam", after, renaming("Drie"))
    assert caseload.steps.undo_name(make.GEZIN) == "Nog een naam"
    caseload.undo(make.GEZIN)
    assert (names(caseload), caseload.steps.undo_name(make.GEZIN), caseload.steps.redo_name(make.GEZIN)) == (
        "Twee",
        "Naam",
        "Nog een naam",
    )
    caseload.undo(make.GEZIN)
    assert names(caseload) == first
    caseload.redo(make.GEZIN)
    caseload.redo(make.GEZIN)
    assert names(caseload) == "Drie"
    with make.refused(Code.NOTHING_TO_UNDO):
        caseload.redo(make.GEZIN)


def test_a_new_step_ends_what_could_be_redone(caseload: Caseload) -> None:
    caseload.change("een", the_family(caseload), renaming("Een"))
    caseload.undo(make.GEZIN)
    caseload.change("twee", the_family(caseload), renaming("Twee"))
    assert caseload.steps.redo_name(make.GEZIN) == ""


def test_a_new_family_cannot_be_undone(caseload: Caseload) -> None:
    with make.refused(Code.NOTHING_TO_UNDO):
        caseload.undo(make.GEZIN)


def test_only_so_many_steps_are_kept(caseload: Caseload) -> None:
    family = the_family(caseload)
    for number in range(UNDO_DEPTH + 3):
        family = caseload.change(str(number), family, renaming(f"Naam {number}"))
    for _again in range(UNDO_DEPTH):
        caseload.undo(make.GEZIN)
    assert names(caseload) == "Naam 2"
    with make.refused(Code.NOTHING_TO_UNDO):
        caseload.undo(make.GEZIN)


def with_organisation(family: Family) -> Family:
    kaart = put(family.team.kaart, Organisatie(make.uid(888), "Nieuw", Sector.WELZIJN))
    dossier = put(family.dossier, make.a_betrokkenheid(organisatie=make.uid(888)))
    return replace(family, dossier=dossier, team=replace(family.team, kaart=kaart))


def test_a_step_on_two_values_is_undone_as_one(caseload: Caseload) -> None:
    before = the_family(caseload)
    after = caseload.change("Iemand erbij", before, with_organisation)
    assert len(after.team.kaart.organisaties) == len(before.team.kaart.organisaties) + 1
    caseload.undo(make.GEZIN)
    undone = the_family(caseload)
    assert undone.team.kaart.organisaties == before.team.kaart.organisaties
    assert undone.dossier.betrokkenheden == before.dossier.betrokkenheden


def test_undo_leaves_what_another_family_changed_meanwhile(caseload: Caseload) -> None:
    caseload.change("Iemand erbij", the_family(caseload), with_organisation)
    kaart = the_family(caseload).team.kaart
    caseload.do("elders", (kaart, put(kaart, Organisatie(make.uid(889), "Elders", Sector.WELZIJN))))
    caseload.undo(make.GEZIN)
    assert [each.naam for each in the_family(caseload).team.kaart.organisaties if each.id == make.uid(889)] == [
        "Elders"
    ]


def test_undo_refuses_what_was_changed_since(caseload: Caseload) -> None:
    caseload.change("Iemand erbij", the_family(caseload), with_organisation)
    kaart = the_family(caseload).team.kaart
    renamed = replace(next(each for each in kaart.organisaties if each.id == make.uid(888)), naam="Anders")
    caseload.do("elders", (kaart, put(kaart, renamed)))
    with make.refused(Code.CHANGED_SINCE):
        caseload.undo(make.GEZIN)
    assert caseload.steps.undo_name(make.GEZIN) == "Iemand erbij"


def test_a_refused_step_changes_nothing_and_is_not_kept(caseload: Caseload) -> None:
    before = the_family(caseload)
    with make.refused(Code.EMPTY, field="naam"):
        caseload.change("leeg", before, renaming(" "))
    assert the_family(caseload) == before
    assert caseload.steps.undo_name(make.GEZIN) == ""


def test_drafts_are_kept_replaced_and_forgotten(caseload: Caseload) -> None:
    caseload.keep_draft("form", {"wat": "half", "wanneer": "31-02"})
    caseload.keep_draft("other", {"wat": "anders"})
    assert caseload.draft("form") == {"wat": "half", "wanneer": "31-02"}
    caseload.keep_draft("form", {"wat": "meer"})
    assert caseload.draft("form") == {"wat": "meer"}
    caseload.keep_draft("form", {})
    assert caseload.draft("form") == {}
    assert caseload.draft("other") == {"wat": "anders"}


def test_locking_forgets_the_steps_and_refuses_work(caseload: Caseload) -> None:
    caseload.change("een", the_family(caseload), renaming("Een"))
    caseload.lock()
    assert caseload.steps.undo_name(make.GEZIN) == ""
    with pytest.raises(VaultRefused) as caught:
        caseload.team()
    assert caught.value.code is Code.VAULT_LOCKED


def test_a_vault_without_a_user_has_no_team(vault: Vault) -> None:
    empty = Caseload(vault)
    assert empty.team() is None
    with make.refused(Code.UNKNOWN_PART):
        empty.family(UUID(int=1), TODAY)


def test_the_passphrase_opens_and_a_second_program_is_refused(folder: Path, passphrase: str) -> None:
    opened = kluis.unlock(folder, passphrase, now())
    try:
        assert opened.folder == folder
        with pytest.raises(VaultRefused) as caught:
            kluis.unlock(folder, passphrase, now())
        assert caught.value.code is Code.VAULT_IN_USE
    finally:
        opened.lock()
    kluis.unlock(folder, passphrase, now()).lock()


def test_where_a_vault_is_no_other_is_made(folder: Path, tmp_path: Path) -> None:
    assert caseloads.is_vault(folder)
    assert not caseloads.is_vault(tmp_path / "leeg")
    caseloads.refuse_existing(tmp_path / "leeg")
    with pytest.raises(VaultRefused) as caught:
        caseloads.refuse_existing(folder)
    assert caught.value.code is Code.VAULT_EXISTS


def test_whole_means_file_and_rules(caseload: Caseload) -> None:
    assert caseload.is_whole()
    with caseload.vault.write() as conn:
        conn.exec_driver_sql("UPDATE gezin SET naam = ''")
    assert not caseload.is_whole()


def test_whole_looks_at_the_pages(caseload: Caseload) -> None:
    path = caseload.folder / "dossiers.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert not caseload.is_whole()


def adding(helper: Betrokkenheid, *new: Professional) -> Rule:
    def rule(family: Family) -> Family:
        team = replace(family.team, kaart=put(family.team.kaart, *new))
        return replace(family, dossier=put(family.dossier, helper), team=team)

    return rule


def standing_in(professional: UUID) -> Rule:
    def rule(family: Family) -> Family:
        (term,) = family.dossier.regisseurschappen
        return replace(family, dossier=put(family.dossier, replace(term, vervanger=professional)))

    return rule


NEW = Professional(make.uid(977), "Nadia Bos")
HELPER = make.a_betrokkenheid(id=make.uid(38), professional=NEW.id, omschrijving="")


@pytest.mark.parametrize("use", [adding(HELPER), standing_in(NEW.id)], ids=["helper", "stand-in"])
def test_who_has_come_to_help_another_family_is_not_undone_here(caseload: Caseload, use: Rule) -> None:
    first = caseload.change("Erbij", the_family(caseload), adding(replace(HELPER, id=make.uid(39)), NEW))
    other = families.new_family(caseload, first.team, NieuwGezin("Bos", TODAY, ik_ben_regisseur=True)).id
    caseload.change("Hier ook", caseload.family(other, TODAY), use)
    with make.refused(Code.CHANGED_SINCE):
        caseload.undo(make.GEZIN)
    assert caseload.steps.undo_name(make.GEZIN) == "Erbij"
    caseload.undo(other)
    caseload.undo(make.GEZIN)
    with make.refused(Code.CHANGED_SINCE):
        caseload.redo(other)
    assert caseload.is_whole()


def test_half_a_sign_keeps_no_draft_out_of_the_file(caseload: Caseload) -> None:
    caseload.keep_draft("f", {"wat": "bel \ud83d\ude00 oma \ud800!"})
    assert caseload.draft("f") == {"wat": "bel 😀 oma \N{REPLACEMENT CHARACTER}!"}
