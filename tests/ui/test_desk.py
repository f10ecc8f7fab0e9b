"""The desk: going around by keyboard, undo, and what is told above the page."""

from pathlib import Path

from PySide6.QtCore import Qt

from gezinsplan.domain.errors import Code, VaultRefused
from tests.ui.session import Session


def rename(session: Session, name: str) -> None:
    from dataclasses import replace

    from gezinsplan.domain.values import put

    session.desk.family.change(
        "Naam", lambda family: replace(family, dossier=put(family.dossier, replace(family.dossier.gezin, naam=name)))
    )
    session.settle()


def test_find_a_family_and_go_around_by_keyboard(session: Session) -> None:
    session.open_family()
    assert session.desk.pages.currentWidget() is session.desk.family_page
    session.press(Qt.Key.Key_P)
    assert session.desk.pages.currentWidget() is session.desk.print_page
    session.press(Qt.Key.Key_K)
    assert session.desk.pages.currentWidget() is session.desk.families_page
    assert session.desk.families_page.search.hasFocus()


def test_undo_and_redo_by_keyboard(session: Session) -> None:
    session.open_family()
    before = session.name()
    rename(session, "Anders")
    assert session.desk.family_page.undo.isEnabled()
    session.press(Qt.Key.Key_Z)
    assert session.name() == before
    session.press(Qt.Key.Key_Z, shift=True)
    assert session.name() == "Anders"


def test_undo_without_a_step_is_told(session: Session) -> None:
    session.open_family()
    session.press(Qt.Key.Key_Z)
    assert session.desk.said.text() == "Er is niets om ongedaan te maken."


def test_what_was_mended_at_opening_is_told(session: Session, demo_folder: Path) -> None:
    session.window.lock()
    session.settle()
    (demo_folder / "keys.json").write_bytes(b"{}")
    session.unlock()
    assert "hersteld uit zijn kopie" in session.desk.said.text()


def test_a_refusal_stands_above_the_page_and_goes_with_it(session: Session) -> None:
    session.desk.refuse(VaultRefused(Code.VAULT_FULL))
    assert session.desk.said.text().startswith("De schijf is vol.")
    session.open_family()
    assert session.desk.said.text() == ""


def test_the_title_names_nobody(session: Session) -> None:
    session.open_family()
    assert session.window.windowTitle() == "Gezinsplan"
