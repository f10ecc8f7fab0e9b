"""Ending somebody's help in the dialog, on a real vault."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Dossier
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.namen import helper_name
from gezinsplan.domain.regie import term_on
from gezinsplan.domain.values import get
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui import theme
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.labels import Words
from gezinsplan.ui.messages import Message
from tests.running import at_once

pytestmark = pytest.mark.usefixtures("dressed")


class Case:
    """The family De Vries, and a window over which the dialog comes."""

    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.qtbot = qtbot
        self.refused: list[Refused] = []
        self.presenter = FamilyPresenter(caseload, at_once, lambda _state: None, self.refused.append)
        self.presenter.open(by_kenmerk(caseload, "G-2025-014").id)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()

    @property
    def dossier(self) -> Dossier:
        return self.presenter.family.dossier

    def helper(self, name: str) -> Betrokkenheid:
        kaart = self.presenter.family.team.kaart
        return next(each for each in self.dossier.betrokkenheden if helper_name(each, kaart) == name)

    def actie(self, wat: str) -> Actie:
        return next(each for each in self.dossier.acties if each.wat == wat)

    def ask(self, name: str = "") -> EindeDialog:
        dialog = EindeDialog(self.window, self.presenter, self.helper(name).id if name else None)
        dialog.open()
        QApplication.processEvents()
        return dialog


@pytest.fixture
def folder(demo_folder: Path) -> Path:
    return demo_folder


@pytest.fixture
def case(qtbot: QtBot, vault: Vault) -> Iterator[Case]:
    caseload = Caseload(vault)
    made = Case(qtbot, caseload)
    yield made
    for dialog in made.window.findChildren(EindeDialog):
        dialog.close()


def told(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def errors(dialog: EindeDialog) -> set[str]:
    return {name for name, field in dialog.questions.fields.items() if field.error()}


def test_what_is_taken_over_and_the_new_regisseur_are_one_step(case: Case) -> None:
    before = aantal_professionals(case.dossier, today())
    dialog = case.ask("Sanne Dijkstra")
    kerst = case.actie("Gesprek over kerst")
    karin = case.helper("Karin Smit")
    assert "“Gesprek over kerst”" in told(dialog)
    dialog.questions.answers["reden"].put("Sanne gaat met pensioen")
    dialog.questions.answers["regisseur"].put(karin.id)
    dialog.questions.answers["regie_reden"].put("Lisa kent haar")
    dialog.questions.answers[f"actie:{kerst.id}"].put((karin.id,))
    (ophalen,) = case.dossier.veiligheidsafspraken
    assert "Veiligheid: “Ophalen gaat bij school, niet aan de deur”" in told(dialog)
    dialog.questions.answers[f"controle:{ophalen.id}"].put(karin.id)
    if "contact" in dialog.questions.answers:
        dialog.questions.answers["contact"].put(karin.id)
    dialog.go.click()
    assert not dialog.isVisible()
    term = term_on(case.dossier, today())
    assert term is not None
    assert term.houder == karin.id
    assert get(case.dossier, Actie, kerst.id).wie == (karin.id,)
    assert case.dossier.veiligheidsafspraken[0].controle_door == karin.id
    assert holes(case.dossier, today()) == ()
    assert aantal_professionals(case.dossier, today()) == before - 1
    assert case.presenter.state.undo == "Afronden"
    case.presenter.undo()
    assert case.helper("Sanne Dijkstra").tot is None
    assert aantal_professionals(case.dossier, today()) == before
    assert case.presenter.state.undo == ""
    assert case.refused == []


def test_already_gone_falls_at_once_and_leaves_it_red(case: Case) -> None:
    before = aantal_professionals(case.dossier, today())
    dialog = case.ask("Rob de Boer")
    dialog.ways.al_weg.click()
    assert dialog.go.text() == "Vastleggen"
    assert "“Schuldhulp afronden”" in told(dialog)
    assert not [name for name in dialog.questions.fields if ":" in name]
    dialog.questions.answers["reden"].put("Ander werk")
    dialog.go.click()
    assert aantal_professionals(case.dossier, today()) == before - 1
    assert [each.soort for each in holes(case.dossier, today())] == [GatSoort.ACTIE]
    assert case.presenter.state.undo == "Is al weg"
    case.presenter.undo()
    assert holes(case.dossier, today()) == ()


def test_errors_stand_beside_the_field_and_nothing_is_lost(case: Case) -> None:
    dialog = case.ask("Rob de Boer")
    dialog.questions.answers["door"].put("mama")
    dialog.go.click()
    assert errors(dialog) == {"reden"}
    assert dialog.questions.fields["reden"].error() == "Er staat nog geen reden bij. Schrijf kort waarom."
    dialog.questions.answers["reden"].put("Klaar")
    dialog.go.click()
    actie = f"actie:{case.actie('Schuldhulp afronden').id}"
    assert errors(dialog) == {actie}
    assert (dialog.questions.answers["reden"].get(), dialog.questions.answers["door"].get()) == ("Klaar", "mama")
    dialog.questions.answers["tot"].put("31-02-2026")
    dialog.go.click()
    assert errors(dialog) == {"tot"}
    assert dialog.questions.answers["tot"].get() == "31-02-2026"
    assert dialog.isVisible()
    assert dialog.go.isEnabled()


def test_questions_follow_the_day_and_keep_what_was_typed(case: Case) -> None:
    dialog = case.ask("Rob de Boer")
    actie = case.actie("Schuldhulp afronden")
    vervalt = f"vervalt:{actie.id}"
    dialog.questions.answers["reden"].put("Klaar")
    dialog.questions.answers[vervalt].put("De schulden zijn weg")
    field = dialog.questions.fields["reden"]
    dialog.ways.al_weg.click()
    assert vervalt not in dialog.questions.fields
    dialog.ways.samen.click()
    assert dialog.questions.fields["reden"] is field  # what stays keeps its widget, and so the cursor
    assert dialog.questions.answers[vervalt].get() == "De schulden zijn weg"
    dialog.questions.answers["tot"].put("1-1-2020")
    dialog.questions.answers["tot"].left.emit()
    assert dialog.questions.answers["reden"].get() == "Klaar"
    dialog.questions.answers["tot"].put(f"{today():%d-%m-%Y}")
    dialog.questions.answers["tot"].left.emit()
    dialog.go.click()
    assert get(case.dossier, Actie, actie.id).reden == "De schulden zijn weg"


def test_without_somebody_chosen_it_asks_who(case: Case) -> None:
    dialog = case.ask()
    assert not dialog.go.isEnabled()
    dialog.save()
    from gezinsplan.ui.inputs import Choice

    choice = dialog.findChild(Choice)
    assert isinstance(choice, Choice)
    choice.setFocus()
    choice.setCurrentIndex(choice.findText("Els Brouwer", Qt.MatchFlag.MatchStartsWith))
    choice.activated.emit(choice.currentIndex())
    assert dialog.helper == case.helper("Els Brouwer").id
    assert "Els Brouwer afronden" in told(dialog)
    dialog.questions.answers["reden"].put("Emre is te groot")
    dialog.go.click()
    assert case.helper("Els Brouwer").tot is not None


def test_it_can_be_done_with_the_keyboard_alone(case: Case) -> None:
    dialog = case.ask("Els Brouwer")
    dialog.activateWindow()
    case.qtbot.waitUntil(dialog.ways.samen.hasFocus)
    seen = []
    for _step in range(5):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        seen.append(focused)
        if isinstance(focused, QPlainTextEdit):
            QTest.keyClicks(focused, "Emre is te groot")
    order = [dialog.questions.answers[name].widget for name in ("tot", "reden", "door")]
    assert [each for each in seen if each in order] == order
    assert seen[-1] in (dialog.cancel, dialog.go)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert case.helper("Els Brouwer").reden_einde == "Emre is te groot"


def test_escape_changes_nothing(case: Case) -> None:
    dialog = case.ask("Rob de Boer")
    dialog.questions.answers["reden"].put("Klaar")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert case.helper("Rob de Boer").tot is None


def test_what_was_half_typed_is_there_again_after_a_lock(case: Case) -> None:
    dialog = case.ask("Rob de Boer")
    dialog.questions.answers["reden"].put("Half getypt")
    dialog._rest.timeout.emit()
    again = case.ask("Rob de Boer")
    assert again.questions.answers["reden"].get() == "Half getypt"
    again.reject()
    assert case.ask("Rob de Boer").questions.answers["reden"].get() == ""


def test_a_refusal_without_a_place_is_told_in_a_message(case: Case) -> None:
    dialog = case.ask("Rob de Boer")
    dialog._refused(Refused(Code.VAULT_FULL))
    (message,) = (each for each in dialog.findChildren(Message) if each.isVisible())
    assert "schijf is vol" in message.windowTitle()
    message.close()


def test_somebody_who_has_stopped_already_is_refused_at_the_day(case: Case) -> None:
    dialog = case.ask("Els Brouwer")
    dialog.questions.answers["reden"].put("Klaar")
    other = case.ask("Els Brouwer")
    other.questions.answers["reden"].put("Ook klaar")
    dialog.go.click()
    other.go.click()
    assert errors(other) == {"tot"}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["Sanne Dijkstra", ""])
def test_texts_fit(case: Case, qapp: QApplication, scale: float, name: str) -> None:
    theme.dress(qapp, scale)
    dialog = case.ask(name)
    tight = [
        each.text()
        for each in dialog.findChildren(QWidget)
        if each.isVisibleTo(dialog)
        and isinstance(each, (Words, QPushButton))
        and (
            each.height() < (each.heightForWidth(each.width()) if isinstance(each, Words) else each.sizeHint().height())
            or (isinstance(each, QPushButton) and each.width() < each.sizeHint().width())
        )
    ]
    assert tight == []
    assert dialog._page.horizontalScrollBar().maximum() == 0


def test_who_stops_is_asked_first(case: Case) -> None:
    dialog = case.ask()
    first = dialog.focusWidget()
    assert isinstance(first, QComboBox)
    assert first.placeholderText() == "Kies…"
    assert first.currentIndex() == -1


def test_the_dialog_grows_with_the_text(case: Case) -> None:
    plain = case.ask("Rob de Boer").width()
    theme.dress(cast(QApplication, QApplication.instance()), scale=1.25)
    assert case.ask("Rob de Boer").width() > plain
