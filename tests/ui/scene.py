"""One family of the demo on a real vault, shown in whatever view a test is about."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.services import start
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import NieuwGezin, by_kenmerk, new_family
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.score_dialog import ScoresDialog
from tests.running import at_once

DE_VRIES, SHIELDED, VACANT = "G-2025-014", "G-2026-007", "G-2025-019"


class View(Protocol):
    def show_state(self, state: FamilyState) -> None: ...


V = TypeVar("V", bound=QWidget)


class Scene(Generic[V]):
    """A view with the presenter behind it; `refused` is what had no place in a form."""

    def __init__(self, qtbot: QtBot, vault: Vault, view: Callable[[FamilyPresenter], V]) -> None:
        self.caseload = Caseload(vault)
        fill(self.caseload)
        self.refused: list[Refused] = []
        self.presenter = FamilyPresenter(self.caseload, at_once, self._show, self.refused.append)
        self.view = view(self.presenter)
        qtbot.addWidget(self.view)
        self.view.resize(1158, 640)

    def _show(self, state: FamilyState) -> None:
        show: View = self.view  # type: ignore[assignment]
        show.show_state(state)

    def open(self, kenmerk: str = DE_VRIES) -> "Scene[V]":
        self.presenter.open(by_kenmerk(self.caseload, kenmerk).id)
        self.view.show()
        settle()
        return self

    def open_new(self) -> "Scene[V]":
        team = self.caseload.team()
        assert team is not None
        made = new_family(self.caseload, team, NieuwGezin("Nieuw", today(), ik_ben_regisseur=True))
        self.presenter.open(made.id)
        self.view.show()
        settle()
        return self

    @property
    def dossier(self) -> Dossier:
        """As the file holds it."""
        return self.caseload.dossier(self.presenter.family.dossier.id)

    def form(self) -> FormDialog:
        """The form that is open."""
        settle()
        found = [each for each in self.view.findChildren(FormDialog) if each.isVisible()]
        assert len(found) == 1, found
        return found[0]

    def no_form(self) -> bool:
        settle()
        return not any(each.isVisible() for each in self.view.findChildren(FormDialog))

    def scores(self) -> ScoresDialog:
        return next(each for each in self.view.findChildren(ScoresDialog) if each.isVisible())

    def said(self) -> str:
        settle()
        labels = (each.text() for each in self.view.findChildren(QLabel) if each.isVisible())
        return "\n".join(labels)

    def button(self, name: str) -> QPushButton:
        """The button with that objectName, or that text, that can be seen."""
        settle()
        buttons = [each for each in self.view.findChildren(QPushButton) if each.isVisible()]
        return next(each for each in buttons if name in (each.objectName(), each.text()))


class Blank(Page):
    """A page without anything: the forms are what counts here."""

    def __init__(self, _presenter: FamilyPresenter) -> None:
        super().__init__(stack())

    def show_state(self, state: FamilyState) -> None:
        self.state = state


def shown(scene: "Scene[Blank]", form: Form, **more: object) -> FormDialog:
    dialog = FormDialog(scene.view, scene.presenter, form, **more)  # type: ignore[arg-type]
    dialog.open()
    settle()
    return dialog


_filled: dict[bytes, bytes] = {}


def fill(caseload: Caseload) -> None:
    """The demo; made once for all vaults with the same key, and copied from then on."""
    vault = caseload.vault
    key, file = bytes(vault.key.raw), vault.folder / DATABASE
    if key in _filled:
        file.write_bytes(_filled[key])
    else:
        start.fill_demo(caseload, today())
        _filled[key] = file.read_bytes()


def settle() -> None:
    for _ in range(10):
        QApplication.processEvents()
