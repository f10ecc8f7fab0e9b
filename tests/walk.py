"""The main job, done in the real windows: from an empty vault to a printed plan; every screen becomes a picture.

`python tests/walk.py FOLDER [--docs FOLDER]` leaves the pictures, the demo vault and the printed plan in FOLDER.
Without a screen it runs unseen (QT_QPA_PLATFORM=offscreen).
"""

import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from gezinsplan.app import Program
from gezinsplan.services.start import demo_vault
from gezinsplan.ui import theme
from gezinsplan.ui.desk import Desk
from gezinsplan.ui.fields import FormField, Secret
from gezinsplan.ui.inputs import Check
from gezinsplan.ui.preview import Preview
from gezinsplan.ui.unlock_others import FileChoice

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.walk_helpt import around, from_fifteen, talks
from tests.walk_vault import damaged, look_after, make_sheet, other_ways, put_back

W = TypeVar("W", bound=QWidget)
LONGEST = 60_000
_INK = 128  # darker than the paper and what lies around it
IN_README = (
    "04-mijn-gezinnen",
    "05-vandaag",
    "06-overzicht",
    "08-wie-helpt",
    "13-plan",
    "15-afdrukken",
    "40-vijftien",
    "44-wie-doet-wat",
)
PASSPHRASE = "Een zin met zeven woorden is sterk"
FAMILY = "G-2025-014"
HALF_TYPED = "Emre gaat weer naar voet"


class Walk:
    """A user at the keyboard: finds what is on the screen by its words, and waits until it answers."""

    def __init__(self, program: Program, pictures: Path) -> None:
        """Show the window, and keep a picture of each screen in the folder."""
        self.program = program
        self.window = program.window
        self.pictures = pictures
        self.passphrase = PASSPHRASE
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked is done and shown."""
        self.until(lambda: not self.program.jobs().busy())

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the program work until something is so; fails when that takes too long."""
        deadline = QDeadlineTimer(LONGEST)
        while True:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QApplication.sendPostedEvents()
            if ready():
                break
            if deadline.hasExpired():
                raise TimeoutError("the program does not answer")
        QApplication.processEvents()

    def picture(self, name: str) -> None:
        """Keep what stands on the screen, with the dialog over it if there is one."""
        self.settle()
        screen = self.window.grab()
        dialog = self.dialog()
        if dialog is not None:
            from PySide6.QtGui import QColor, QPainter

            place = self.window.mapFromGlobal(self.window.rect().center() - dialog.rect().center())
            painter = QPainter(screen)
            painter.fillRect(screen.rect(), QColor(0, 0, 0, 70))
            painter.drawPixmap(place, dialog.grab())
            painter.end()
        screen.save(str(self.pictures / f"{name}.png"))

    def dialog(self) -> QDialog | None:
        """The dialog in front."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QDialog) else None

    @property
    def desk(self) -> Desk:
        """The pages of the open caseload."""
        if self.window.desk is None:
            raise RuntimeError("the caseload is locked")
        return self.window.desk

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button with these words."""
        place = within or self.dialog() or self.window
        found = [each for each in place.findChildren(QPushButton) if self._says(each, words) and each.isVisible()]
        if not found:
            raise LookupError(f"no button {words!r}")
        found[0].click()
        QApplication.processEvents()
        self.settle()

    @staticmethod
    def _says(button: QPushButton, words: str) -> bool:
        return words in (button.text().replace("&", ""), button.accessibleName())

    def field(self, label: str, within: QWidget | None = None) -> FormField:
        """The field with this label in the form in front."""
        place = within or self.dialog() or self.window
        fields = [each for each in place.findChildren(FormField) if each.isVisible()]
        found = [each for each in fields if (each.label.text() or box_text(each)).startswith(label)]
        if not found:
            raise LookupError(f"no field {label!r}")
        return found[0]

    def type(self, label: str, text: str) -> None:
        """Type an answer, or choose it."""
        widget = self.field(label).field
        line = widget.line if isinstance(widget, Secret) else widget
        if isinstance(line, QPlainTextEdit):
            line.setPlainText(text)
        elif isinstance(line, QComboBox):
            line.setCurrentIndex(next(at for at in range(line.count()) if line.itemText(at).startswith(text)))
            line.activated.emit(line.currentIndex())
        elif isinstance(line, QLineEdit):
            line.setText(text)
            line.textEdited.emit(text)
        self.settle()

    def tick(self, label: str, words: str) -> None:
        """Tick one of the answers of a field."""
        boxes = self.field(label).findChildren(Check)
        next(box for box in boxes if box.text().startswith(words)).click()
        self.settle()

    def choose_file(self, label: str, path: Path) -> None:
        """Choose a file that is there, as the dialog for it would."""
        choice = self.field(label).field
        if not isinstance(choice, FileChoice):
            raise LookupError(f"no file is asked for at {label!r}")
        choice.put(path)
        self.settle()

    def open_family(self, kenmerk: str) -> None:
        """Open a family of the list."""
        rows = self.desk.families_page.table.rows
        found = next(number for number in range(rows.rowCount()) if rows.row(number).kenmerk == kenmerk)
        self.desk.open_family(rows.row(found).id)
        self.settle()

    def tab(self, number: int) -> None:
        """Go to a tab of the family."""
        self.desk.family_page.tabs.bar.setCurrentIndex(number)
        self.settle()


def box_text(field: FormField) -> str:
    """The words of a field that is one box to tick."""
    return field.field.text() if isinstance(field.field, Check) else ""


def begin(walk: Walk) -> None:
    """An empty laptop: a new vault, who the user is, the first family."""
    walk.picture("01-nieuwe-kluis")
    walk.type("Wachtwoord", "welkom2026")
    walk.until(lambda: bool(walk.window.first.card.strength()))
    walk.picture("01-te-zwak-wachtwoord")
    walk.type("Wachtwoord", PASSPHRASE)
    walk.type("Nog een keer", PASSPHRASE)
    walk.press("Kluis maken")
    walk.type("Uw naam", "Sanne Dijkstra")
    walk.type("Organisatie", "Sociaal team Gouda")
    walk.type("Telefoon", "06-1234 5678")
    walk.picture("02-wie-bent-u")
    walk.press("Beginnen")
    make_sheet(walk, "03-herstelblad")
    walk.picture("03-leeg")
    walk.press("Nieuw gezin", walk.desk.families_page.header)
    walk.type("Naam", "Van den Berg")
    walk.picture("03-nieuw-gezin")
    walk.press("Gezin toevoegen")
    walk.picture("03-eerste-gezin")
    walk.window.lock()
    walk.settle()


def look_around(walk: Walk) -> None:
    """The demo caseload: unlock it, see all families, and one of them."""
    walk.picture("04-ontgrendelen")
    walk.press("Ontgrendelen")
    walk.picture("04-mijn-gezinnen")
    walk.desk.families_page.search.setText("yilmaz")
    walk.picture("05-zoeken")
    walk.desk.families_page.search.setText("")
    walk.open_family(FAMILY)
    walk.picture("06-overzicht")
    walk.tab(1)
    walk.picture("07-gezin-en-netwerk")
    walk.tab(2)
    walk.picture("08-wie-helpt")


def let_go(walk: Walk) -> None:
    """Choose a regisseur with a reason; let a professional go, and see the number fall."""
    walk.desk.family_page.choose_regisseur()
    walk.picture("09-regisseur-kiezen")
    walk.press("Annuleren")
    before = walk.desk.family.family
    walk.press("Iemand toevoegen")
    walk.type("Naam", "Nog Een Ander")
    walk.picture("10-iemand-toevoegen")
    walk.press("Annuleren")
    walk.press("Afronden\N{HORIZONTAL ELLIPSIS}")
    walk.picture("11-afronden")
    walk.press("Annuleren")
    if walk.desk.family.family != before:
        raise AssertionError("cancelling changed the family")


def write_the_plan(walk: Walk) -> None:
    """A goal in the family's words, an actie with who and when; undo and redo."""
    walk.tab(3)
    walk.press("Doel toevoegen")
    walk.type("Wat willen we bereiken?", "We eten elke dag samen, zonder telefoons")
    walk.picture("12-doel-toevoegen")
    walk.press("Doel toevoegen")
    walk.press("Afspraak toevoegen")
    walk.type("Wat gaan we doen?", "Om zes uur gaan de telefoons in de mand")
    walk.tick("Wie doet dit?", "mama")
    walk.picture("12-afspraak-toevoegen")
    walk.press("Afspraak toevoegen")
    walk.picture("13-plan")
    walk.desk.family.undo()
    walk.desk.family.undo()
    walk.picture("14-ongedaan")
    walk.desk.family.redo()
    walk.desk.family.redo()
    walk.settle()


def has_ink(preview: Preview) -> bool:
    """Whether the pages themselves are painted: that happens beside the program, some time after they are loaded."""
    image = preview.grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 5) for y in range(0, image.height() * 3 // 4, 5))
    return preview.page_count() > 0 and any(image.pixelColor(x, y).lightness() < _INK for x, y in places)


def print_it(walk: Walk) -> Path:
    """The plan on the screen as paper, and as a file."""
    walk.press("Plan afdrukken")
    walk.until(lambda: has_ink(walk.desk.print_page.preview))
    walk.picture("15-afdrukken")
    target = walk.pictures / "gezinsplan.pdf"
    target.unlink(missing_ok=True)
    walk.press("Opslaan als PDF\N{HORIZONTAL ELLIPSIS}")
    dialog = walk.dialog()
    if not isinstance(dialog, QFileDialog):
        raise LookupError("no file is asked for")
    dialog.findChildren(QLineEdit)[0].setText(str(target.absolute()))
    dialog.accept()
    walk.until(target.is_file)
    return target


def come_back(walk: Walk) -> None:
    """Lock in the middle of a word, and go on there; then look at what can be set."""
    walk.desk.back_to_family()
    walk.press("Doel toevoegen")
    walk.type("Wat willen we bereiken?", HALF_TYPED)
    walk.window.lock()
    walk.picture("16-vergrendeld")
    walk.type("Wachtwoord", walk.passphrase)
    walk.press("Ontgrendelen")
    walk.picture("17-terug-waar-u-was")
    words = walk.field("Wat willen we bereiken?").field
    if not isinstance(words, QPlainTextEdit) or words.toPlainText() != HALF_TYPED:
        raise AssertionError("what was half typed is not there any more")
    walk.press("Annuleren")


def main(arguments: list[str] | None = None) -> int:
    """Do the whole walk."""
    parser = ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", type=Path)
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / "new"
    shutil.rmtree(new, ignore_errors=True)
    app = theme.application(["gezinsplan"])
    first = Program(app, new)
    begin(Walk(first, folder))
    first.window.close()
    first.finish()
    shutil.rmtree(new)
    shutil.rmtree(folder / "vault", ignore_errors=True)  # a vault of an earlier walk has ways in already
    vault, passphrase = demo_vault(folder)
    program = Program(app, vault)
    program.window.first.fill(passphrase)
    walk = Walk(program, folder)
    for part in (look_around, let_go, write_the_plan):
        part(walk)
    plan = print_it(walk)
    walk.passphrase = passphrase
    come_back(walk)
    for part in (from_fifteen, talks, around):
        part(walk)
    code = look_after(walk, folder)
    other_ways(walk, code)
    put_back(walk)
    damaged(walk)
    program.window.close()
    program.finish()
    if options.docs:
        options.docs.mkdir(parents=True, exist_ok=True)
        for name in IN_README:
            shutil.copy(folder / f"{name}.png", options.docs / f"{name}.png")
    print(f"Pictures of every screen are in {folder}, the printed plan is {plan}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
