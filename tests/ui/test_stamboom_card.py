"""The card with the genogram in a real window: only when there is something to draw, as wide as there is room."""

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.domain.relaties import RelatieSoort
from gezinsplan.domain.values import drop
from gezinsplan.services.caseload import Family
from gezinsplan.services.paper import Blad
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.gezin_tab import GezinTabView
from gezinsplan.ui.stamboom_card import LineSample, StamboomCard
from tests.domain.stambomen import fifteen
from tests.presenters.test_stamboom import a_family
from tests.ui.scene import Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")


def test_it_is_there_while_somebody_is_family_of_somebody(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView).open()
    card = scene.view.stamboom
    assert card.isVisible()
    assert "papa is ex-partner van mama" in card.drawing.accessibleName()

    def without(family: Family) -> Family:
        gone = (each.id for each in family.dossier.relaties if each.soort is not RelatieSoort.BUUR)
        return Family(drop(family.dossier, *gone), family.team, family.op)

    scene.presenter.change("weg", without)
    settle()
    assert card.isHidden()


def test_the_paper_is_asked_for(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, GezinTabView).open()
    with qtbot.waitSignal(scene.view.printing) as asked:
        scene.view.stamboom.out.click()
    assert asked.args == [Blad.STAMBOOM]


@pytest.mark.parametrize("width", [640, 1158])
def test_it_fits_in_what_room_there_is(qtbot: QtBot, width: int) -> None:
    card = StamboomCard()
    page = Page(stack(card))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    card.show_family(a_family(fifteen()))
    settle()
    drawing = card.drawing
    assert drawing.width() <= page.viewport().width()
    assert abs(drawing.height() - drawing.heightForWidth(drawing.width())) <= 1
    assert page.grab().toImage().width() > 0
    assert len(card.findChildren(LineSample)) == 6
