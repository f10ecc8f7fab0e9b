"""Forms on a real vault: what is typed is saved, or stays; what is wrong is told beside its field."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import Actie, Betrokkenheid, Doel, DoelStatus, Onderdeel
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.values import find, put
from gezinsplan.presenters import gezin_forms, helper_forms, plan_forms, regie_forms
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.overleg_form import overleg_form
from gezinsplan.storage.vault import Vault
from gezinsplan.ui import theme
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.messages import Message
from tests.ui.scene import Blank, Scene, settle, shown
from tests.ui.test_kit import clipped

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def scene(qtbot: QtBot, vault: Vault) -> Iterator[Scene[Blank]]:
    made: Scene[Blank] = Scene(qtbot, vault, Blank)
    yield made.open()
    assert made.refused == []


def line(dialog: FormDialog, name: str) -> QLineEdit:
    widget = dialog.answers[name].widget
    assert isinstance(widget, QLineEdit)
    return widget


def text(dialog: FormDialog, name: str) -> QPlainTextEdit:
    widget = dialog.answers[name].widget
    assert isinstance(widget, QPlainTextEdit)
    return widget


def retype(widget: QLineEdit, words: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, words)


def mama(scene: Scene[Blank], **changes: object) -> Form:
    found = next(each for each in scene.presenter.family.dossier.personen if each.roepnaam == "mama")
    return gezin_forms.persoon_form(scene.presenter.family, PersoonSoort.GEZINSLID, replace(found, **changes))  # type: ignore[arg-type]


def test_a_field_saves_itself_when_it_is_left(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    retype(line(dialog, "band"), "moeder van Lisa")
    assert scene.dossier.personen[0].band == "moeder"
    line(dialog, "roepnaam").setFocus()
    assert scene.dossier.personen[0].band == "moeder van Lisa"
    assert dialog.state.text() == "Bewaard"


def test_a_field_saves_itself_after_a_rest(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    text(dialog, "bereikbaar").setPlainText("na achten")
    assert dialog._rest.isActive()
    dialog._rest.timeout.emit()
    assert scene.dossier.personen[0].bereikbaar == "na achten"
    assert not dialog._rest.isActive()


def test_what_saved_itself_can_be_undone(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    retype(line(dialog, "naam"), "Anouk")
    dialog.go.click()
    settle()
    assert scene.dossier.personen[0].naam == "Anouk"
    scene.presenter.undo()
    assert scene.dossier.personen[0].naam == "Anouk de Vries"


def test_an_invalid_date_is_told_kept_and_back_after_reopening(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    dialog.sheet.more.open(True)
    retype(line(dialog, "tot"), "31-02-2026")
    line(dialog, "naam").setFocus()
    assert "Deze datum bestaat niet." in dialog.fields["tot"].error()
    assert dialog.state.text() == "Nog niet bewaard"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert scene.no_form()
    again = shown(scene, mama(scene))
    assert line(again, "tot").text() == "31-02-2026"
    assert again.fields["tot"].error()
    assert again.sheet.more.is_open()  # an error is never out of sight
    retype(line(again, "tot"), "28-02-2126")
    again.go.click()
    assert scene.dossier.personen[0].tot == date(2126, 2, 28)
    assert scene.caseload.draft(mama(scene).key) == {}


def test_klaar_stays_while_something_is_wrong(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    retype(line(dialog, "naam"), " ")
    dialog.go.click()
    settle()
    assert dialog.isVisible()
    assert "Dit is nog leeg." in dialog.fields["naam"].error()
    assert line(dialog, "naam").hasFocus()
    retype(line(dialog, "naam"), "Anouk")
    dialog.go.click()
    assert scene.no_form()


def test_what_the_file_refuses_is_told_beside_the_field(scene: Scene[Blank]) -> None:
    family = scene.presenter.family
    dialog = shown(scene, gezin_forms.gezin_form(family))
    retype(line(dialog, "afsluiting"), "01-01-2001")
    line(dialog, "naam").setFocus()
    assert dialog.fields["afsluiting"].error()
    retype(line(dialog, "afsluiting"), "")
    line(dialog, "streefaantal").setFocus()
    assert not dialog.fields["afsluiting"].error()
    retype(line(dialog, "streefaantal"), "1000")
    line(dialog, "naam").setFocus()
    assert "0 tot en met 99" in dialog.fields["streefaantal"].error()


def test_the_end_of_a_home_comes_after_its_begin(scene: Scene[Blank]) -> None:
    family = scene.presenter.family
    dialog = shown(scene, gezin_forms.huishouden_form(family, family.dossier.huishoudens[0]))
    dialog.sheet.more.open(True)
    retype(line(dialog, "tot"), "2001")
    line(dialog, "naam").setFocus()
    assert "Het einde ligt vóór het begin." in dialog.fields["tot"].error()


def test_something_new_is_made_by_one_button(scene: Scene[Blank]) -> None:
    made: list[str] = []
    dialog = shown(scene, plan_forms.tekst_form(scene.presenter.family, Onderdeel.WENS), done=lambda: made.append("x"))
    before = len(scene.dossier.teksten)
    assert dialog.go.text() == "Toevoegen"
    dialog.go.click()
    assert "Dit is nog leeg." in dialog.fields["woorden"].error()
    assert dialog.go.isEnabled()
    text(dialog, "woorden").setPlainText("Rust 🌷 \N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED} ذهب")
    dialog.go.click()
    assert len(scene.dossier.teksten) == before + 1
    assert scene.dossier.teksten[-1].woorden == "Rust 🌷 \N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED} ذهب"
    assert made == ["x"]
    assert scene.no_form()
    assert scene.caseload.draft(dialog_key(scene)) == {}


def dialog_key(scene: Scene[Blank]) -> str:
    return plan_forms.tekst_form(scene.presenter.family, Onderdeel.WENS).key


def test_escape_makes_nothing_and_loses_nothing(scene: Scene[Blank]) -> None:
    dialog = shown(scene, plan_forms.tekst_form(scene.presenter.family, Onderdeel.WENS))
    before = scene.dossier
    text(dialog, "woorden").setPlainText("Half gety")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert scene.no_form()
    assert scene.dossier == before
    again = shown(scene, plan_forms.tekst_form(scene.presenter.family, Onderdeel.WENS))
    assert text(again, "woorden").toPlainText() == "Half gety"
    assert "eerder typte" in again.sheet.notice.text()
    assert again.cancel is not None
    again.cancel.click()
    assert scene.caseload.draft(dialog_key(scene)) == {}
    assert scene.dossier == before


def test_a_text_of_200_000_signs_is_refused_and_kept(scene: Scene[Blank]) -> None:
    dialog = shown(scene, plan_forms.tekst_form(scene.presenter.family, Onderdeel.WENS))
    text(dialog, "woorden").setPlainText("a" * 200_000)
    dialog.go.click()
    assert "Deze tekst is te lang. Maak er ten hoogste 10000 tekens van." in dialog.fields["woorden"].error()
    assert len(scene.caseload.draft(dialog_key(scene))["woorden"]) == 200_000


def test_a_line_is_never_cut_off_in_silence(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    line(dialog, "naam").setText("a" * 200_000)
    dialog.keep()
    assert len(line(dialog, "naam").text()) == 200_000
    assert "ten hoogste 200" in dialog.fields["naam"].error()


@pytest.mark.parametrize(("typed", "error"), [("11", "0 tot en met 10"), ("zes", "geen getal"), ("", "leeg")])
def test_a_score_that_cannot_be(scene: Scene[Blank], typed: str, error: str) -> None:
    family = scene.presenter.family
    dialog = shown(scene, plan_forms.score_form(family, open_doelen(family.dossier)[0]))
    dialog.answers["spreker"].put(family.dossier.personen[0].id)
    line(dialog, "cijfer").setText(typed)
    dialog.go.click()
    assert error in dialog.fields["cijfer"].error()
    assert line(dialog, "cijfer").hasFocus()


def test_a_mistake_is_taken_away_after_asking(scene: Scene[Blank]) -> None:
    family = scene.presenter.family
    tekst = family.dossier.teksten[0]
    dialog = shown(scene, plan_forms.tekst_form(family, tekst.onderdeel, tekst), removable=tekst.id)
    dialog._ask_remove()
    question = next(each for each in dialog.findChildren(Message) if each.isVisible())
    question.accept()
    assert scene.no_form()
    assert find(scene.dossier, type(tekst), tekst.id) is None


def test_what_others_use_stays_and_that_is_told(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene), removable=scene.dossier.personen[0].id)
    dialog._ask_remove()
    next(each for each in dialog.findChildren(Message) if each.isVisible()).accept()
    settle()
    assert dialog.isVisible()
    told = [each for each in dialog.findChildren(Message) if each.isVisible()]
    assert "Dit wordt nog ergens in dit dossier gebruikt" in told[-1].accessibleDescription() + told[-1].windowTitle()


# ---------------------------------------------------------------- nothing is lost by looking


def test_looking_at_every_form_changes_nothing(scene: Scene[Blank]) -> None:
    family = scene.presenter.family
    dossier = family.dossier
    stopped = replace(open_doelen(dossier)[0], status=DoelStatus.GESTOPT)
    scene.presenter.change("stop", lambda now: replace(now, dossier=put(now.dossier, stopped)))
    before, family = scene.dossier, scene.presenter.family
    forms = [gezin_forms.gezin_form(family)]
    forms += [helper_forms.helper_edit_form(family, each) for each in before.betrokkenheden]
    forms += [plan_forms.doel_form(family, each) for each in before.doelen]
    forms += [plan_forms.actie_form(family, each.doel, each) for each in before.acties]
    forms += [overleg_form(family, each) for each in before.overleggen]
    forms += [gezin_forms.gezag_form(family, each) for each in before.gezag]
    for form in forms:
        dialog = FormDialog(scene.view, scene.presenter, form)
        dialog.keep()
        assert dialog.sheet.wrong() == ()
        dialog.close()
        dialog.reject()
    assert scene.dossier == before


def test_a_dialog_waits_for_the_vault_after_it_was_closed(qtbot: QtBot, vault: Vault) -> None:
    scene: Scene[Blank] = Scene(qtbot, vault, Blank)
    scene.open()
    later: list[tuple[Any, Any]] = []
    scene.presenter.run = lambda work, then, _failed: later.append((work, then))
    dialog = shown(scene, mama(scene))
    retype(line(dialog, "naam"), "Anouk")
    gone: list[str] = []
    dialog.settled.connect(lambda: gone.append("settled"))
    dialog.close()
    assert gone == []
    while later:
        work, then = later.pop(0)
        then(work())
    assert gone == ["settled"]
    assert scene.dossier.personen[0].naam == "Anouk"
    assert scene.caseload.draft(mama(scene).key) == {}


# ---------------------------------------------------------------- seen and heard


def test_the_keyboard_goes_through_a_form_as_it_is_read(scene: Scene[Blank]) -> None:
    dialog = shown(scene, overleg_form(scene.presenter.family))
    order = []
    for _step in range(4):
        focused = dialog.focusWidget()
        order += [
            name for name, answer in dialog.answers.items() if focused in (answer.widget, answer.widget.focusProxy())
        ]
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert order == ["dag", "tijd", "plaats", "soort"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_text_of_every_form_fits(qtbot: QtBot, qapp: QApplication, vault: Vault, scale: float) -> None:
    theme.dress(qapp, scale)
    scene: Scene[Blank] = Scene(qtbot, vault, Blank)
    scene.open()
    family = scene.presenter.family
    doel: Doel = open_doelen(family.dossier)[0]
    actie: Actie = family.dossier.acties[0]
    helper: Betrokkenheid = family.dossier.betrokkenheden[0]
    for form in (
        plan_forms.doel_form(family, doel),
        plan_forms.actie_form(family, doel.id, actie),
        plan_forms.score_form(family, doel),
        overleg_form(family),
        gezin_forms.gezin_form(family),
        mama(scene),
        gezin_forms.afscherming_form(family),
        helper_forms.helper_form(family),
        helper_forms.helper_edit_form(family, helper),
        regie_forms.regisseur_form(family),
    ):
        dialog = shown(scene, form)
        dialog.sheet.more.open(True)
        dialog.fit()
        settle()
        assert dialog.width() <= 1366
        assert clipped(dialog.sheet.page.sheet) == [], form.title
        assert dialog.sheet.page.horizontalScrollBar().maximum() == 0, form.title
        dialog.close()


def test_rare_fields_are_folded(scene: Scene[Blank]) -> None:
    dialog = shown(scene, mama(scene))
    hidden: QWidget = dialog.fields["talen"]
    assert not hidden.isVisible()
    low = dialog.height()
    dialog.sheet.more.button.click()
    assert hidden.isVisible()
    assert dialog.height() >= low
