"""In the real windows: the family with fifteen goes to two through the talks, and every number is one number.

Each step is printed, undone and redone. Outcomes of every kind are among them.
"""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from gezinsplan.domain.gaten import holes
from gezinsplan.presenters.bespreken import Gevolg
from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.presenters.wie_helpt import Rij
from gezinsplan.services.paper import Blad
from gezinsplan.texts.dates import today
from gezinsplan.ui.bespreken_dialog import BesprekenDialog
from gezinsplan.ui.helpt_tab import HelptTab
from tests.printing.paper import text_of
from tests.program.test_cli import run
from tests.ui.session import Session

FIFTEEN, HELPT = "G-2026-012", 2
STAY = {"Sanne Dijkstra", "Karin Smit"}
COUNTED = {Rol.REGISSEUR, Rol.VAST, Rol.TIJDELIJK}
SPECIAL = {"Kadir Doğan": Gevolg.SAMENVOEGEN, "Erik Schouten": Gevolg.OP_AFSTAND, "Harm Jelsma": Gevolg.AL_WEG}


class Story:
    """Sanne, behind the window with the family that fifteen people come to."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.desk = session.desk
        self.open()
        self.desk.family_page.tabs.bar.setCurrentIndex(HELPT)

    def open(self) -> None:
        search = self.desk.families_page.search
        search.setText(FIFTEEN)
        QTest.keyClick(search, Qt.Key.Key_Return)
        self.session.settle()

    @property
    def tab(self) -> HelptTab:
        tab = self.desk.family_page.views[HELPT]
        assert isinstance(tab, HelptTab)
        return tab

    def rows(self) -> list[Rij]:
        rows = self.tab.who.rows
        return [rows.row(each) for each in range(rows.rowCount())]

    def counted(self) -> list[Rij]:
        return [each for each in self.rows() if each.rol in COUNTED]

    # ------------------------------------------------------------ one talk

    def talk(self, rij: Rij) -> None:
        """Talk about one helper, and answer what is asked until it can be saved."""
        self.tab.who.table.choose(rij)
        self.tab.who.talk.click()
        self.session.settle()
        dialog = next(each for each in self.tab.findChildren(BesprekenDialog) if each.isVisible())
        gevolg = SPECIAL.get(rij.naam, Gevolg.AFRONDEN)
        self.answer(dialog, "kan_netwerk", "Dat kunnen wij zelf")
        self.answer(dialog, "gevolg", gevolg)
        for name, said in (("reden", "Wij doen het zelf"), ("door", "het gezin")):
            self.answer(dialog, name, said)
        for spec in dialog.form.fields if dialog.form is not None else ():
            if spec.name == "met" or spec.name.startswith(("actie:", "contact")):
                first = next(each.value for each in spec.options if each.value is not None)
                self.answer(dialog, spec.name, first if spec.name in ("met", "contact") else (first,))
        dialog.go.click()
        self.session.settle()
        refused = [each.error() for each in dialog.questions.fields.values()] if isValid(dialog) else []
        assert not any(refused), refused
        assert not isValid(dialog) or not dialog.isVisible()
        self.session.activate()

    @staticmethod
    def answer(dialog: BesprekenDialog, name: str, said: Any) -> None:
        answer = dialog.answers[name]
        answer.put(said)
        answer.left.emit()
        QApplication.processEvents()

    # ------------------------------------------------------------ every number is one number

    def agree_on(self, number: int) -> None:
        """The table, the line, the list of families and the paper say the same."""
        assert len(self.counted()) == number
        assert self.tab.line.title.text() in {
            f"Aantal hulpverleners: 15 \N{RIGHTWARDS ARROW} {number}", f"Aantal hulpverleners: {number}",
        }  # fmt: skip
        assert f": {number}." in self.printed()
        self.desk.show_families()
        self.session.settle()
        rows = self.desk.families_page.table.rows
        (row,) = [found for each in range(rows.rowCount()) if (found := rows.row(each)).kenmerk == FIFTEEN]
        assert row.nu == number
        self.open()

    def printed(self) -> str:
        self.session.press(Qt.Key.Key_P)
        self.desk.print_page.papers.choices[Blad.LIJN].click()
        self.session.settle()
        state = self.desk.printing.state
        assert state is not None
        assert state.paper is not None
        text = text_of(state.paper.pdf)
        self.desk.back_to_family()
        return text

    def back_and_forth(self, number: int) -> None:
        self.session.press(Qt.Key.Key_Z)
        self.agree_on(number + 1)
        self.session.press(Qt.Key.Key_Z, shift=True)
        self.agree_on(number)


def test_fifteen_become_two(session: Session, demo_folder: Path, tmp_path: Path, passphrase: str) -> None:
    story = Story(session)
    story.agree_on(15)
    begin = figures(session, tmp_path / "begin.csv")
    for left in range(14, 1, -1):
        story.talk(next(each for each in story.counted() if each.naam not in STAY))
        story.agree_on(left)
        story.back_and_forth(left)
    family = session.desk.family.family
    assert {each.naam for each in story.counted()} == STAY
    assert len(family.dossier.besprekingen) >= 13
    assert {each.uitkomst.value for each in family.dossier.besprekingen} == {
        "houden", "samenvoegen", "op_afstand", "afronden",
    }  # fmt: skip
    assert not holes(family.dossier, today())
    assert begin - figures(session, tmp_path / "end.csv") == 13
    session.window.lock()
    session.settle()
    in_the_terminal(demo_folder, tmp_path, passphrase)


def figures(session: Session, target: Path) -> int:
    """How many helpers there are now over all families, as the window writes it."""
    session.desk.show_around("cijfers")
    session.settle()
    session.desk.around.cijfers_page._save(target)
    session.settle()
    number = now_in(target.read_text(encoding="utf-8-sig"))
    session.desk.show_families()
    session.settle()
    Story(session)
    return number


def now_in(text: str) -> int:
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    (column,) = (place for place, name in enumerate(rows[0]) if name == "Nu")
    return int(next(row for row in rows[1:])[column])


def in_the_terminal(folder: Path, tmp_path: Path, passphrase: str) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{passphrase}\n", encoding="utf-8")
    given = ("--vault", folder, "--passphrase-file", secret)
    listed = json.loads(run("list", "--json", *given).stdout)
    assert [each["professionals_nu"] for each in listed if each["kenmerk"] == FIFTEEN] == [2]
    line = json.loads(run("lijn", FIFTEEN, "--json", *given).stdout)
    assert line[-1] == {"datum": today().isoformat(), "aantal": 2}
    run("cijfers", "--csv", tmp_path / "terminal.csv", *given)
    assert now_in((tmp_path / "terminal.csv").read_text(encoding="utf-8-sig")) == now_in(
        (tmp_path / "end.csv").read_text(encoding="utf-8-sig")
    )
