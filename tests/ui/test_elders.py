"""The same person in two families, in real windows: noticed while entered, decided, red in both and in the list."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.banden import DubbelKeuze
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.regie import Keuze, start_line
from gezinsplan.domain.values import put
from gezinsplan.presenters.elders import dubbel_form
from gezinsplan.presenters.gezin_forms import persoon_form
from gezinsplan.services import families
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.services.families import NieuwGezin, by_kenmerk, involve, new_family
from gezinsplan.services.identity import new_id
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today, typed_date
from gezinsplan.ui.families_table import Cells
from gezinsplan.ui.gezin_tab import GezinTabView
from gezinsplan.ui.overzicht_tab import OverzichtTab
from gezinsplan.ui.tokens import Tone
from tests.ui.scene import DE_VRIES, Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")


def team_of(caseload: Caseload) -> Team:
    team = caseload.team()
    assert team is not None
    return team


def child_of(caseload: Caseload) -> Persoon:
    dossier = by_kenmerk(caseload, DE_VRIES)
    return next(each for each in dossier.personen if each.geboortedatum is not None and each.geboortedatum.jaar > 2012)


def elsewhere(caseload: Caseload, *people: Persoon, directs: str = "Rob de Boer") -> Dossier:
    """Another open family with these people, and another regisseur."""
    team = team_of(caseload)
    made = new_family(caseload, team, NieuwGezin("Nieuw samen", today(), ik_ben_regisseur=False, reden="nog kiezen"))
    rob = next(each.id for each in team.kaart.professionals if each.naam == directs)
    helper = involve(rob, made.gezin.start)
    bare = replace(made, regisseurschappen=())
    directed = start_line(put(bare, helper, *people), new_id(), Keuze(helper.id, made.gezin.start, "Kent het gezin"))
    caseload.do("Erbij", (made, directed))
    return by_kenmerk(caseload, made.gezin.kenmerk)


def twin(child: Persoon) -> Persoon:
    return Persoon(new_id(), PersoonSoort.GEZINSLID, child.naam, geboortedatum=child.geboortedatum)


def test_who_is_entered_is_noticed_beside_the_form(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView)
    child = child_of(scene.caseload)
    scene.open_new()
    scene.view.ask_form(lambda family: persoon_form(family, PersoonSoort.GEZINSLID))
    form = scene.form()
    form.answers["naam"].put(child.naam.split()[0])
    form.answers["naam"].left.emit()
    assert form.sheet.notice.text() == ""
    assert child.geboortedatum is not None
    form.answers["geboortedatum"].put(typed_date(child.geboortedatum.earliest))
    form.answers["geboortedatum"].left.emit()
    assert "staat misschien ook in gezin De Vries" in form.sheet.notice.text()
    assert not form.sheet.notice.isHidden()
    form.answers["geboortedatum"].put("onzin")
    form.answers["geboortedatum"].left.emit()
    assert form.sheet.notice.text() == ""


@pytest.mark.parametrize("view", [GezinTabView, OverzichtTab])
def test_a_child_with_two_regisseurs_is_red_and_a_decision_is_told(
    qtbot: QtBot, vault: Vault, view: type[QWidget]
) -> None:
    scene: Scene[QWidget] = Scene(qtbot, vault, view)
    child = child_of(scene.caseload)
    other = elsewhere(scene.caseload, twin(child))
    scene.open()
    called = child.roepnaam or child.naam
    assert f"{called} heeft twee regisseurs" in scene.said()
    under = f"Hier is Sanne Dijkstra regisseur. In gezin Nieuw samen ({other.gezin.kenmerk}) is dat Rob de Boer."
    assert under in scene.said()
    scene.button(f"{child.id}/{other.id}/elders").click()
    form = scene.form()
    form.go.click()
    assert "Dit is nog leeg." in form.fields["keuze"].error()
    form.answers["keuze"].put(DubbelKeuze.TWEE_PLANNEN)
    form.go.click()
    assert form.fields["reden"].error()
    form.answers["reden"].put("De ouders wonen ver uit elkaar.")
    form.go.click()
    assert form.fields["opnieuw_op"].error()
    form.answers["opnieuw_op"].put(typed_date(today() + timedelta(days=90)))
    form.go.click()
    assert scene.no_form()
    (decided,) = scene.dossier.dubbelen
    assert (decided.persoon, decided.ander_gezin, decided.keuze) == (child.id, other.id, DubbelKeuze.TWEE_PLANNEN)
    assert f"{under} Besloten: twee plannen." in scene.said()
    scene.presenter.open(other.id)
    settle()
    assert "heeft twee regisseurs" in scene.said()
    scene.presenter.open(by_kenmerk(scene.caseload, DE_VRIES).id)
    scene.presenter.undo()
    assert scene.dossier.dubbelen == ()


def test_who_may_be_the_same_is_asked_about_until_that_is_decided(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab)
    child = child_of(scene.caseload)
    other = elsewhere(scene.caseload, replace(twin(child), geboortedatum=None), directs="Sanne Dijkstra")
    scene.presenter.open(other.id)
    scene.view.show()
    settle()
    assert f"{child.naam} staat misschien ook in gezin De Vries – Yılmaz ({DE_VRIES})" in scene.said()
    scene.button("Kiezen…").click()
    form = scene.form()
    form.answers["keuze"].put(DubbelKeuze.EEN_PLAN)
    form.go.click()
    assert "staat misschien ook" not in scene.said()
    assert scene.view.elders.isHidden()


def test_a_decision_made_before_stands_in_the_form(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab)
    child = child_of(scene.caseload)
    other = elsewhere(scene.caseload, twin(child))
    scene.open()
    answers = {"keuze": DubbelKeuze.EEN_REGISSEUR, "reden": "", "opnieuw_op": None}
    scene.presenter.change("x", lambda family: dubbel_form(family, child.id, other.id).apply(family, answers))
    form = dubbel_form(scene.presenter.family, child.id, other.id)
    assert form.values["keuze"] is DubbelKeuze.EEN_REGISSEUR


def test_it_is_looked_for_again_only_when_people_change(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open()
    child = child_of(scene.caseload)
    elsewhere(scene.caseload, twin(child))
    gezin = scene.presenter.family.dossier.gezin
    scene.presenter.change(
        "x", lambda family: replace(family, dossier=put(family.dossier, replace(gezin, wijk="Oost")))
    )
    assert "heeft twee regisseurs" in scene.said()


def test_the_list_says_it_too(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab)
    child = child_of(scene.caseload)
    other = elsewhere(scene.caseload, twin(child))
    rows = {each.kenmerk: each for each in families.rows(scene.caseload, today())}
    cells = Cells()
    for kenmerk in (DE_VRIES, other.gezin.kenmerk):
        cell = cells.regie(rows[kenmerk])
        assert (cell.below, cell.tone) == ("kind heeft er twee", Tone.RED)
        assert "een kind heeft twee regisseurs" in cells.summary(rows[kenmerk])
    assert cells.regie(rows["G-2026-007"]).below == ""
