"""Locking: what is half typed is kept, the screen is empty and the key gone; afterwards one is where one was."""

import threading
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from types import FunctionType
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from sqlalchemy import text

from gezinsplan.domain.fase import GEWOON
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import get
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.gezin_forms import persoon_form
from gezinsplan.presenters.plan_forms import doel_form
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.ui import messages
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.messages import Message
from gezinsplan.ui.new_family_dialog import NewFamilyDialog
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow
from tests.ui.session import Session


def open_goal(session: Session) -> FormDialog:
    open_form(session.desk.family_page, session.desk.family, doel_form)
    session.settle()
    return form_of(session)


def form_of(session: Session) -> FormDialog:
    found = [each for each in session.window.findChildren(FormDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def words_of(form: FormDialog) -> QPlainTextEdit:
    found = form.findChildren(QPlainTextEdit)[0]
    assert isinstance(found, QPlainTextEdit)
    return found


def lock(session: Session) -> Caseload:
    """Lock, and see that all is done when the call ends."""
    caseload: Caseload = session.desk.caseload
    session.window.lock()
    assert caseload.vault.locked
    assert session.window.stack.currentWidget() is session.window.first
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [session.window]
    return caseload


def test_a_lock_keeps_what_was_half_typed_and_comes_back_to_it(session: Session) -> None:
    session.open_family()
    session.desk.family_page.tabs.bar.setCurrentIndex(3)
    words = words_of(open_goal(session))
    words.setFocus()
    words.setPlainText("We willen elke dag samen")
    lock(session)
    session.unlock()
    assert session.desk.pages.currentWidget() is session.desk.family_page
    assert session.desk.family_page.tabs.bar.currentIndex() == 3
    again = words_of(form_of(session))
    assert again.toPlainText() == "We willen elke dag samen"
    assert again.window().focusWidget() is again
    assert again.textCursor().atEnd()


def test_of_something_that_is_there_a_lock_saves_what_is_valid_and_keeps_the_rest(session: Session) -> None:
    session.open_family()
    person = session.desk.family.family.dossier.personen[0]
    make = partial(persoon_of, person.id)
    open_form(session.desk.family_page, session.desk.family, make, person.id)
    session.settle()
    form = form_of(session)
    form.answers["band"].put("moeder van Lisa")
    form.answers["tot"].put("31-02-2026")
    form.answers["band"].focus()
    lock(session)
    session.unlock()
    assert session.desk.family.family.dossier.personen[0].band == "moeder van Lisa"
    again = form_of(session)
    assert again.answers["tot"].get() == "31-02-2026"
    assert "Deze datum bestaat niet." in again.fields["tot"].error()
    assert again.focusWidget() is again.answers["band"].widget


def persoon_of(part: UUID, family: Family) -> Form:
    return persoon_form(family, PersoonSoort.GEZINSLID, get(family.dossier, Persoon, part))


def test_a_lock_in_a_new_family_comes_back_to_it(session: Session) -> None:
    session.desk.families_page.begin_family()
    session.settle()
    dialog = session.window.findChildren(NewFamilyDialog)[0]
    dialog.answers["naam"].put("Van den Berg")
    lock(session)
    session.unlock()
    again = next(each for each in session.window.findChildren(NewFamilyDialog) if each.isVisible())
    assert again.answers["naam"].get() == "Van den Berg"


def test_what_is_remembered_during_a_lock_names_nobody(session: Session) -> None:
    session.open_family()
    opened = 0
    for tab in range(4):
        session.desk.family_page.tabs.bar.setCurrentIndex(tab)
        for row in session.desk.family_page.findChildren(OpenRow):
            if row.isVisible():
                row.click()
                session.settle()
                place = session.desk.place()
                assert place.reopen is not None
                assert {*held_texts(place.reopen)} <= GEWOON, "only keys of shipped steps, which are no words"
                opened += 1
                form_of(session).reject()
                session.settle()
    assert opened >= 8


def held_texts(value: object, depth: int = 6) -> Iterator[str]:
    """Every text that a function keeps alive through what it closes over."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    if isinstance(value, QObject) or not depth:
        assert not isinstance(value, QObject), "a widget is kept during a lock"
        return
    inside: list[object] = []
    if isinstance(value, FunctionType):
        inside += [cell.cell_contents for cell in value.__closure__ or ()]
    elif is_dataclass(value) and not isinstance(value, type):
        inside += [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, tuple | list):
        inside += value
    for each in inside:
        yield from held_texts(each, depth - 1)


def test_a_lock_takes_dialogs_menus_and_the_paper_away(session: Session) -> None:
    session.open_family()
    session.desk.family_page.tabs.bar.setCurrentIndex(3)
    session.press(Qt.Key.Key_P)
    session.desk.print_page.ask_target()
    messages.ask(session.window, "Weghalen?", "", ("Weghalen", lambda: None))
    menu = QMenu(session.desk)
    menu.addAction("Wijzigen")
    menu.popup(session.window.pos())
    desk = session.desk
    lock(session)
    assert desk.printing.state is None
    assert desk.print_page.preview.page_count() == 0


def test_a_lock_waits_for_no_work_aside_and_drops_its_outcome(session: Session) -> None:
    gate, told = threading.Event(), list[object]()
    job = session.program.jobs().run_aside(lambda _job: gate.wait(30), told.append, told.append)
    begin = time.monotonic()
    caseload = lock(session)
    assert time.monotonic() - begin < 5  # and not the half minute of the work
    assert job.cancelled
    assert caseload.vault.locked
    gate.set()
    session.settle()
    assert told == []


def test_a_lock_stops_what_holds_the_vault_up_and_still_keeps_the_draft(session: Session) -> None:
    session.open_family()
    words = words_of(open_goal(session))
    words.setPlainText("Samen eten")
    caseload, busy = session.desk.caseload, threading.Event()

    def long() -> None:
        with caseload.vault.read() as conn:
            busy.set()
            conn.execute(text(ENDLESS)).all()

    session.desk._jobs.run(long, lambda _rows: None, lambda _refused: None)
    assert busy.wait(10)
    lock(session)
    session.settle()
    session.unlock()
    assert words_of(form_of(session)).toPlainText() == "Samen eten"


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_lock_while_the_passphrase_is_tried_opens_nothing(session: Session) -> None:
    lock(session)
    session.window.first.fill(session.passphrase)
    session.window.first.go.click()
    session.window.lock()
    session.settle()
    assert session.window.desk is None
    session.unlock()
    assert session.window.desk is not None


def test_a_draft_that_cannot_be_kept_at_a_lock_is_told(session: Session) -> None:
    session.open_family()
    words_of(open_goal(session)).setPlainText("Samen eten")
    (session.desk.caseload.folder / "dossiers.db-journal").mkdir()  # nothing can be written any more
    lock(session)
    session.settle()
    said = [each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()]
    assert len(said) == 1


def test_rest_and_the_system_lock_and_what_was_copied_goes(session: Session) -> None:
    session.program.rest.over.emit()
    assert session.window.desk is None
    session.unlock()
    session.program.session.away.emit()
    assert session.window.desk is None


def test_beheer_is_a_place_to_come_back_to(session: Session) -> None:
    session.desk.side.chosen.emit("beheer")
    assert session.desk.pages.currentWidget() is session.desk.beheer_page
    lock(session)
    session.unlock()
    assert session.desk.pages.currentWidget() is session.desk.beheer_page
