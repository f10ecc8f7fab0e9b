"""The agenda of the next talk in a real window on a real vault."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import Dossier
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.gesprekken_tab import GesprekkenTab
from gezinsplan.ui.rows import OpenRow
from tests.ui.scene import Scene

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[GesprekkenTab]]:
    scene: Scene[GesprekkenTab] = Scene(qtbot, vault, GesprekkenTab)
    yield scene.open()
    assert scene.refused == []


def points(page: Scene[GesprekkenTab]) -> list[str]:
    return [each.wat for each in page.dossier.agendapunten]


def test_a_point_is_added_and_taken_away_each_as_one_step(page: Scene[GesprekkenTab]) -> None:
    before = points(page)
    assert "Op de agenda van " in page.said()
    assert "Kerst: wie is waar?" in page.said()
    page.button("agenda/add").click()
    form = page.form()
    form.go.click()
    assert "Dit is nog leeg." in form.fields["wat"].error()
    form.answers["wat"].put("De vakantie")
    form.go.click()
    assert points(page) == [*before, "De vakantie"]
    assert "De vakantie" in page.said()
    first = page.dossier.agendapunten[0]
    page.button(f"{first.id}/gone").click()
    assert points(page) == [*before[1:], "De vakantie"]
    page.presenter.undo()
    page.presenter.undo()
    assert points(page) == before
    page.presenter.redo()
    assert "De vakantie" in page.said()


def test_a_point_opens_and_changes(page: Scene[GesprekkenTab]) -> None:
    first = page.dossier.agendapunten[0]
    next(each for each in page.view.agenda.findChildren(OpenRow) if each.objectName() == f"{first.id}/open").click()
    page.form().answers["wat"].put("Hoe gaat het met het geld?")
    page.form().go.click()
    assert "Hoe gaat het met het geld?" in page.said()


def test_without_points_it_asks_and_without_a_talk_it_is_not_there(page: Scene[GesprekkenTab]) -> None:
    page.presenter.change("x", lambda family: replace(family, dossier=replace(family.dossier, agendapunten=())))
    assert "Wat wilt u dan samen bespreken?" in page.said()
    page.presenter.change("x", lambda family: replace(family, dossier=_without_talks(family.dossier)))
    assert not page.view.agenda.isVisible()


def _without_talks(dossier: Dossier) -> Dossier:
    return replace(dossier, overleggen=(), deelnames=(), besluiten=())
