"""With whom does each member feel at ease? Asked per member, answered in place, and it may stay open."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gezinsplan.domain.banden import KlikSoort
from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.regie_forms import KlikTabel, answer_klik, klik_options, klik_tabel
from gezinsplan.texts import _
from gezinsplan.ui import messages, theme
from gezinsplan.ui.answers import Pick
from gezinsplan.ui.buttons import primary
from gezinsplan.ui.form_frame import largest
from gezinsplan.ui.labels import heading, muted
from gezinsplan.ui.tokens import Size, Space

_WIDTH = Size.DETAILS + Space.HUGE


class KlikCell(Pick):
    """What one member says about one human being; it comes into sight when the keyboard reaches it."""

    reached = Signal()

    def __init__(self, name: str, said: KlikSoort | None) -> None:
        """`name` is what a screen reader says: who about whom."""
        super().__init__(klik_options())
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux the name of a choice is what was chosen
        self.put(said)
        self.kept = said

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that it was reached."""
        super().focusInEvent(event)
        self.reached.emit()


class KlikTable(QTableWidget):
    """Members above, everybody who helps below each other; both stay in sight while it scrolls."""

    def __init__(self, table: KlikTabel) -> None:
        """Show the latest answers."""
        super().__init__(len(table.rijen), len(table.leden))
        self.setAccessibleName(_("Met wie klikt het?"))
        self.setHorizontalHeaderLabels([name for _lid, name in table.leden])
        self.setVerticalHeaderLabels([row.naam for row in table.rijen])
        self.cells: list[KlikCell] = []
        for at, row in enumerate(table.rijen):
            for place, ((_lid, name), said) in enumerate(zip(table.leden, row.antwoorden, strict=True)):
                cell = KlikCell(_("{lid} over {naam}").format(lid=name, naam=row.naam), said)
                index = self.model().index(at, place)
                cell.reached.connect(lambda index=index: self._show(index))
                self.cells.append(cell)
                holder = QWidget()
                around = QVBoxLayout(holder)
                around.setContentsMargins(Space.XS, 0, Space.XS, 0)
                around.addWidget(cell)
                self.setCellWidget(at, place, holder)
        self._behave()

    def _behave(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        above, aside = self.horizontalHeader(), self.verticalHeader()
        above.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        above.setMinimumSectionSize(theme.scaled(_WIDTH))
        above.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        aside.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        aside.setMaximumWidth(theme.scaled(Size.NAME))
        aside.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        aside.setDefaultSectionSize(theme.scaled(Size.ROW_PLAIN))
        for header in (above, aside):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)

    def _show(self, index: QModelIndex) -> None:
        self.scrollTo(index)


class KlikDialog(QDialog):
    """The table; each answer is a step of its own, which can be undone on the page."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter) -> None:
        """Show who is there today, by the names that may be seen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Met wie klikt het?"))
        self._presenter = presenter
        shown = klik_tabel(presenter.seen)
        self.table = KlikTable(shown)
        self._follow(shown)
        title = heading(_("Met wie klikt het?"), "title")
        ask = muted(
            _("Vraag het aan ieder zelf; niet gevraagd mag ook. U ziet dit alleen bij het kiezen van een regisseur.")
            if shown.rijen and shown.leden
            else _("Zet eerst het gezin en wie er helpt in het dossier. Dan kunt u het hun vragen.")
        )
        self.table.setVisible(bool(shown.rijen and shown.leden))
        close = primary(_("Klaar"), self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        whole.setSpacing(Space.S)
        whole.addWidget(title)
        whole.addWidget(ask)
        whole.addWidget(self.table, 1)
        whole.addLayout(row)
        for cell in (*self.table.cells[:1], close)[:1]:
            cell.setFocus()
        self._fit(len(shown.leden), len(shown.rijen))

    def _fit(self, members: int, helpers: int) -> None:
        most = largest(self)
        room = self.screen().availableGeometry().width() - 2 * Space.HUGE
        wide = theme.scaled(Size.NAME + members * _WIDTH) + 2 * Space.XL
        high = theme.scaled(Size.ROW_PLAIN) * (helpers + 1) + theme.scaled(Size.CHART_HEIGHT)
        self.resize(min(max(wide, most.width()), room), min(high, most.height()))

    def _follow(self, shown: KlikTabel) -> None:
        asked = [(lid, row.deelnemer) for row in shown.rijen for lid, _name in shown.leden]
        for cell, (lid, deelnemer) in zip(self.table.cells, asked, strict=True):
            cell.activated.connect(lambda _index, cell=cell, who=(lid, deelnemer): self._answer(cell, *who))

    def _answer(self, cell: KlikCell, lid: UUID, deelnemer: UUID) -> None:
        said, before = cell.get(), cell.kept
        if said == before:
            return
        cell.kept = said
        page = self.parentWidget()

        def failed(refused: Refused) -> None:
            if isValid(cell):
                cell.kept = before
                cell.put(before)
            messages.tell(self if isValid(self) else page, refused)

        self._presenter.change(_("Met wie klikt het?"), answer_klik(lid, deelnemer, said), failed=failed)
