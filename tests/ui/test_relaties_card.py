"""The card with pairs in a real window on a real vault."""

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.relaties import RelatieSoort
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.gezin_tab import GezinTabView
from gezinsplan.ui.messages import Message
from gezinsplan.ui.rows import OpenRow
from tests.ui.helpt import press
from tests.ui.scene import Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")

TOGETHER = "G-2026-012"


def test_pairs_stand_in_words_and_what_was_is_folded(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView).open()
    card = scene.view.relaties
    said = scene.said()
    assert "papa is ex-partner van mama sinds " in said
    assert "oma Fatma is ouder van papa" in said
    assert "papa was partner van mama" not in said
    assert card._past is not None
    card._past.button.click()
    settle()
    assert "papa was partner van mama van " in scene.said()


def test_hidden_while_nobody_can_belong_to_anybody(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView).open_new()
    assert scene.view.relaties.isHidden()


def test_a_pair_is_added_changed_and_taken_away(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView).open()
    before = scene.dossier.relaties
    people = {each.roepnaam: each.id for each in scene.dossier.personen}
    scene.button("relatie/add").click()
    form = scene.form()
    form.go.click()
    assert form.fields["een"].error()
    for name, answer in (("een", people["Lisa"]), ("ander", people["Emre"]), ("soort", RelatieSoort.BROER_OF_ZUS)):
        form.answers[name].put(answer)
    form.go.click()
    (new,) = {*scene.dossier.relaties} - {*before}
    assert "Lisa is broer of zus van Emre" in scene.said()
    scene.button("relatie/add").click()
    form = scene.form()
    for name, answer in (("een", people["Emre"]), ("ander", people["Lisa"]), ("soort", RelatieSoort.BROER_OF_ZUS)):
        form.answers[name].put(answer)
    form.go.click()
    assert form.fields["soort"].error()
    form.reject()
    row = next(each for each in scene.view.findChildren(OpenRow) if each.objectName() == f"{new.id}/open")
    row.click()
    press(scene.form(), "Weghalen…")
    press(scene.form().findChildren(Message)[0], "Weghalen")
    settle()
    assert scene.dossier.relaties == before


def test_partners_go_apart_in_one_step(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView).open(TOGETHER)
    (pair,) = [each for each in scene.dossier.relaties if each.soort is RelatieSoort.PARTNER]
    scene.button(f"{pair.id}/apart").click()
    form = scene.form()
    form.answers["tot"].put("2025")
    form.go.click()
    assert {each.soort for each in scene.dossier.relaties if each.vanaf == Datum(2025)} == {RelatieSoort.EX_PARTNER}
    assert "papa is ex-partner van mama sinds 2025" in scene.said()
    scene.presenter.undo()
    assert pair in scene.dossier.relaties
