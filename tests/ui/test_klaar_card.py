"""The card "Klaar?" in a real window on a real vault: each of the three answers, and back again."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.domain.bijschakelen import klaar_te_vragen
from gezinsplan.domain.dossier import Betrokkenheid, Vorm
from gezinsplan.domain.values import get
from gezinsplan.services.families import by_kenmerk
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.klaar_card import KlaarCard
from tests.ui.scene import DE_VRIES, Scene

pytestmark = pytest.mark.usefixtures("dressed")

FIFTEEN = "G-2026-012"


@pytest.fixture
def scene(qtbot: QtBot, vault: Vault) -> Scene[KlaarCard]:
    return Scene(qtbot, vault, KlaarCard).open(FIFTEEN)


def asked(scene: Scene[KlaarCard]) -> Betrokkenheid:
    (helper,) = klaar_te_vragen(scene.dossier, today())
    return helper


def test_hidden_while_nobodys_day_has_come(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, KlaarCard)
    scene.presenter.open(by_kenmerk(scene.caseload, DE_VRIES).id)
    assert scene.view.isHidden()


def test_a_while_longer_and_back(scene: Scene[KlaarCard]) -> None:
    helper = asked(scene)
    scene.button(f"klaar/longer/{helper.id}").click()
    form, until = scene.form(), today() + timedelta(days=40)
    form.answers["verwacht_tot"].put(f"{until:%d-%m-%Y}")
    form.answers["waarom"].put("Er ligt nog een brief")
    form.go.click()
    assert scene.no_form()
    assert get(scene.dossier, Betrokkenheid, helper.id).verwacht_tot == until
    assert scene.view.isHidden()
    scene.presenter.undo()
    assert not scene.view.isHidden()
    assert asked(scene) == helper


def test_who_stays_needs_a_reason(scene: Scene[KlaarCard]) -> None:
    helper = asked(scene)
    scene.button(f"klaar/stays/{helper.id}").click()
    form = scene.form()
    form.go.click()
    assert form.fields["waarom"].error()
    form.answers["waarom"].put("Mama vraagt het")
    form.go.click()
    assert scene.no_form()
    assert get(scene.dossier, Betrokkenheid, helper.id).vorm is Vorm.VAST


def test_done_opens_the_end(scene: Scene[KlaarCard]) -> None:
    helper = asked(scene)
    scene.button(f"klaar/done/{helper.id}").click()
    (dialog,) = scene.view.findChildren(EindeDialog)
    assert dialog.helper == helper.id
    dialog.reject()
