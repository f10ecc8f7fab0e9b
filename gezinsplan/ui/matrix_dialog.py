"""The matrix "Wie doet wat?": per member and subject who does what there; double help is told apart without colour."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gezinsplan.presenters.werk import Cel, Rooster, rooster
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import EmptyState, Page, stack
from gezinsplan.ui.labels import Chip, Words, small, strong
from gezinsplan.ui.show_dialog import ShowDialog
from gezinsplan.ui.tokens import Size, Space, Tone

_OWN = "\N{WHITE CIRCLE}"  # as on paper


class MatrixDialog(ShowDialog):
    """Shows the matrix of this moment; `printing` asks for its paper."""

    printing = Signal()

    def __init__(self, parent: QWidget, family: Family) -> None:
        """`family` as it may be seen."""
        self.found = rooster(family)
        actions = (secondary(_("Afdrukken…"), self.print_it, "printer"),) if self.found.onderwerpen else ()
        super().__init__(parent, _("Wie doet wat?"), _content(self.found), *actions, wide=True)

    def print_it(self) -> None:
        """Close, and ask for the paper."""
        self.accept()
        self.printing.emit()


def _content(found: Rooster) -> QWidget:
    if not found.onderwerpen:
        text = _("Kies bij een doel of bij een hulpverlener het leefgebied. Dan ziet u hier wie wat voor wie doet.")
        return Page(stack(EmptyState(_("Er staat nog niet wie wat doet"), text, glyph="list-checks")))
    own = small(_("{sign} familie, vrienden en buren").format(sign=_OWN))
    double = small(_("Dubbel: hier doen meer hulpverleners hetzelfde. Wie er voor het hele gezin is, telt mee."))
    return Page(stack(_grid(found), own, double, gap=Space.S))


def _grid(found: Rooster) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.S)
    for column, subject in enumerate(found.onderwerpen, 1):
        grid.addWidget(strong(subject), 0, column, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnMinimumWidth(column, theme.scaled(Size.NUMBER))
        grid.setColumnStretch(column, 1)
    for row, (who, cells) in enumerate(zip(found.mensen, found.cellen, strict=True), 1):
        grid.addWidget(strong(who), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, cell in enumerate(cells, 1):
            grid.addWidget(_cell(cell), row, column)
    return grid


def _cell(cell: Cel) -> QWidget:
    box = QFrame()
    box.setProperty("cell", "double" if cell.dubbel else "plain")
    chip = [Chip(_("dubbel"), Tone.AMBER)] if cell.dubbel else []
    lines = [Words(f"{_OWN} {each.tekst}", "own") if each.netwerk else Words(each.tekst) for each in cell.regels]
    inside = stack(*chip, *lines, gap=Space.HALF)
    inside.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
    box.setLayout(inside)
    return box
