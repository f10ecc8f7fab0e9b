"""A caseload begins."""

from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.services import families, kluis, start
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.services.start import OverMij
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from tests import make


def test_the_user_stands_once_in_the_sociale_kaart(vault: Vault) -> None:
    caseload = Caseload(vault)
    team = start.introduce(caseload, OverMij(" Sanne ", "Sociaal team", "regisseur", "06", "ma-do"))
    assert team == caseload.team()
    (me,) = team.kaart.professionals
    assert (me.naam, me.id) == ("Sanne", team.praktijk.gebruiker.professional)
    assert me.organisatie == team.kaart.organisaties[0].id
    assert len(team.praktijk.leefgebieden) == 12
    assert {each.naam for each in team.praktijk.leefgebieden if each.gevoelig} == {
        "Geld",
        "Gezondheid",
        "Hoe ik me voel",
        "Verslaving en gewoonten",
    }


@pytest.mark.parametrize(("naam", "organisatie", "field"), [(" ", "x", "naam"), ("x", "", "organisatie")])
def test_without_a_name_nothing_begins(vault: Vault, naam: str, organisatie: str, field: str) -> None:
    with make.refused(Code.EMPTY, field=field):
        start.introduce(Caseload(vault), OverMij(naam, organisatie))


def test_the_demo_holds_all_its_families(demo_caseload: Caseload) -> None:
    assert len(families.rows(demo_caseload, today())) >= 12
    assert demo_caseload.is_whole()


def test_made_up_passphrases_differ_and_are_long_enough() -> None:
    made = {start.made_up_passphrase() for _number in range(20)}
    assert len(made) == 20
    assert all(len(each) == 23 for each in made)


def test_the_demo_vault_is_made_once(tmp_path: Path) -> None:
    folder, passphrase = start.demo_vault(tmp_path)
    assert start.demo_vault(tmp_path) == (folder, passphrase)
    opened = kluis.unlock(folder, passphrase, now())
    try:
        assert families.rows(opened, today())
    finally:
        opened.lock()
    with pytest.raises(VaultRefused) as caught:
        start.make_demo(folder, passphrase)
    assert caught.value.code is Code.VAULT_EXISTS
