"""Answers to choose: what follows from a choice, what stays, and what each says of itself."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gezinsplan.domain.lezers import HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.values import get
from gezinsplan.presenters import plan_forms
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Option
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.answers import Checks, Pick, Readers, answer_for
from gezinsplan.ui.form_dialog import FormDialog
from tests.ui.scene import Blank, Scene, shown

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def scene(qtbot: QtBot, vault: Vault) -> Iterator[Scene[Blank]]:
    made: Scene[Blank] = Scene(qtbot, vault, Blank)
    yield made.open()
    assert made.refused == []


def choose(dialog: FormDialog, name: str, label: str) -> None:
    pick = dialog.answers[name].widget
    assert isinstance(pick, Pick)
    at = next(at for at in range(pick.count()) if pick.itemText(at).startswith(label))
    pick.setCurrentIndex(at)
    pick.activated.emit(at)


def tick(dialog: FormDialog, name: str, label: str) -> None:
    checks = dialog.answers[name].widget
    assert isinstance(checks, Checks)
    next(box for box in checks.boxes if box.text() == label).click()


def test_money_of_one_adult_is_proposed_for_that_adult(scene: Scene[Blank]) -> None:
    dialog = shown(scene, plan_forms.doel_form(scene.presenter.family))
    choose(dialog, "leefgebied", "Geld")
    assert dialog.answers["voor_wie"].get() == HEEL_GEZIN
    tick(dialog, "over", "mama")
    mother = scene.dossier.personen[0].id
    assert dialog.answers["voor_wie"].get() == VoorWie(Kring.PERSONEN, (mother,))
    choose(dialog, "leefgebied", "Wonen")
    assert dialog.answers["voor_wie"].get() == HEEL_GEZIN


def test_readers_that_were_chosen_are_not_overruled(scene: Scene[Blank]) -> None:
    dialog = shown(scene, plan_forms.doel_form(scene.presenter.family))
    readers = dialog.answers["voor_wie"].widget
    assert isinstance(readers, Readers)
    readers.kring.setCurrentIndex(2)
    readers.kring.activated.emit(2)
    choose(dialog, "leefgebied", "Geld")
    tick(dialog, "over", "mama")
    assert dialog.answers["voor_wie"].get() == VoorWie(Kring.DOSSIER)


def test_an_afspraak_is_for_who_may_read_its_goal(scene: Scene[Blank]) -> None:
    dialog = shown(scene, plan_forms.actie_form(scene.presenter.family, None))
    assert dialog.answers["voor_wie"].get() == HEEL_GEZIN
    choose(dialog, "doel", "Rust in geld")
    assert dialog.answers["voor_wie"].get().kring is Kring.PERSONEN


def test_choosing_alleen_waits_for_somebody(scene: Scene[Blank]) -> None:
    family = scene.presenter.family
    tekst = family.dossier.teksten[1]
    dialog = shown(scene, plan_forms.tekst_form(family, tekst.onderdeel, tekst))
    readers = dialog.answers["voor_wie"].widget
    assert isinstance(readers, Readers)
    readers.kring.setCurrentIndex(1)
    readers.kring.activated.emit(1)
    assert readers.persons.isVisible()
    assert not dialog.fields["voor_wie"].error()
    dialog.keep()
    assert "nog niet gekozen wie dit mag lezen" in dialog.fields["voor_wie"].error()
    readers.persons.boxes[0].click()
    assert not dialog.fields["voor_wie"].error()
    assert get(scene.dossier, type(tekst), tekst.id).voor_wie.kring is Kring.PERSONEN


def test_what_cannot_be_chosen_any_more_stays(qtbot: QtBot) -> None:
    spec = FieldSpec("wie", "Wie?", FieldKind.CHOICES, (Option(1, "een"), Option(2, "twee")))
    several = answer_for(spec, (1, 9))
    assert several.get() == (1, 9)
    one = answer_for(replace(spec, kind=FieldKind.CHOICE), 9)
    assert one.get() == 9
    one.put(2)
    assert one.get() == 2
    for answer in (several, one):
        qtbot.addWidget(answer.widget)


def test_the_wheel_changes_no_answer(qtbot: QtBot) -> None:
    pick = Pick((Option(1, "een"), Option(2, "twee")))
    qtbot.addWidget(pick)
    pick.put(1)
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pick, wheel)
    assert pick.get() == 1
    assert not wheel.isAccepted()


def test_each_box_says_its_own_word(scene: Scene[Blank]) -> None:
    dialog = shown(scene, plan_forms.actie_form(scene.presenter.family, None))
    checks = dialog.answers["wie"].widget
    assert isinstance(checks, Checks)
    assert checks.boxes[0].accessibleName() in ("", "mama")
    assert checks.boxes[0].accessibleDescription() == "Wie doet dit?"
