"""The card "Dubbel of vergeten?" in a real window on a real vault: each finding leads to its place."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.values import put
from gezinsplan.services.caseload import Family
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.werk_card import WerkCard
from tests.ui.scene import Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")

FORGOTTEN, FIFTEEN = "G-2024-012", "G-2026-012"


def rows(scene: Scene[WerkCard]) -> list[OpenRow]:
    settle()
    return [each for each in scene.view.findChildren(OpenRow) if each.isVisible()]


def test_a_goal_that_nobody_works_at_opens_there(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, WerkCard).open(FORGOTTEN)
    (row,) = rows(scene)
    assert row.accessibleName().startswith("niemand: ")
    row.click()
    form = scene.form()
    assert form.answers["woorden"].get() in {each.woorden for each in scene.dossier.doelen}
    form.close()


def test_who_does_the_same_opens_the_first_of_them(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, WerkCard).open()
    row = next(each for each in rows(scene) if each.accessibleName().startswith("dubbel: "))
    row.click()
    assert "naam" in scene.form().answers
    scene.form().close()


def test_more_than_a_few_are_folded(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, WerkCard).open(FIFTEEN)
    assert len(rows(scene)) == 4
    (fold,) = scene.view.findChildren(Fold)
    assert isinstance(fold.button, QAbstractButton)
    fold.button.click()
    assert len(rows(scene)) > 4


def test_a_family_without_a_finding_is_told_so(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, WerkCard).open_new()
    assert "niemand doet dubbel werk" in scene.said()


def test_it_follows_what_changes(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, WerkCard).open(FORGOTTEN)

    def given(family: Family) -> Family:
        helper = family.dossier.betrokkenheden[0]
        busy = replace(helper, doelen=tuple(each.id for each in family.dossier.doelen))
        return replace(family, dossier=put(family.dossier, busy))

    scene.presenter.change("doelen", given)
    assert "niemand: " not in "".join(each.accessibleName() for each in rows(scene))
