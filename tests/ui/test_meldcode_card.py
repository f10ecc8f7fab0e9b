"""The meldcode and what happened, on the tab Veiligheid, in a real window on a real vault."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import Aard
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.meldcode import MeldcodeDeel
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.veiligheid_tab import VeiligheidTab
from tests.ui.scene import Scene

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[VeiligheidTab]]:
    scene: Scene[VeiligheidTab] = Scene(qtbot, vault, VeiligheidTab)
    yield scene.open()
    assert scene.refused == []


def write(page: Scene[VeiligheidTab], button: str, deel: MeldcodeDeel, wat: str) -> None:
    page.button(button).click()
    form = page.form()
    form.answers["deel"].put(deel)
    form.answers["wat"].put(wat)
    form.go.click()
    assert page.no_form()


def test_a_step_is_written_down_for_good(page: Scene[VeiligheidTab]) -> None:
    assert page.view.meldcode.isHidden()
    page.presenter.change("naam", lambda family: family)
    write(page, "meldcode/begin", MeldcodeDeel.SIGNALEN, "Lisa schrok van een hand.")
    assert "1. Wat zien of horen we?\nLisa schrok van een hand." in page.said()
    assert "De meldcode loopt." in page.said()
    (step,) = page.dossier.meldcodestappen
    assert step.voor_wie == ALLEEN_DOSSIER
    assert page.presenter.state.undo == "", "there is no way back past it"
    write(page, "meldcode/add", MeldcodeDeel.AFGESLOTEN, "Het was een spel, zeggen Lisa en mama allebei.")
    assert "De meldcode is afgesloten." in page.said()


def test_what_happened_stands_with_safety_and_for_the_file_alone(page: Scene[VeiligheidTab]) -> None:
    page.button("voorval/add").click()
    form = page.form()
    form.answers["woorden"].put("Er werd geschreeuwd bij de deur. Oma nam Emre mee naar buiten.")
    form.go.click()
    made = page.dossier.teksten[-1]
    assert (made.aard, made.voor_wie) == (Aard.FEIT, ALLEEN_DOSSIER)
    assert "Oma nam Emre mee naar buiten." in page.said()
    page.presenter.undo()
    assert "Oma nam Emre mee naar buiten." not in page.said()
