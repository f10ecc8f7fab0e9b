"""A dialog that only shows something: a title, what there is to read, and the buttons below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gezinsplan.texts import _
from gezinsplan.ui.buttons import primary
from gezinsplan.ui.form_frame import largest
from gezinsplan.ui.labels import heading
from gezinsplan.ui.tokens import Space


class ShowDialog(QDialog):
    """Opens over a page, as large as a form may be or, `wide`, as the window; it closes with Escape too."""

    def __init__(
        self, parent: QWidget, title: str, content: QWidget, *actions: QPushButton, wide: bool = False
    ) -> None:
        """`actions` stand at the left of "Sluiten"."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        head = heading(title, "title")
        head.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.close_button = primary(_("Sluiten"), self.accept)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.setSpacing(Space.S)
        for action in actions:
            row.addWidget(action)
        row.addStretch(1)
        row.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.L, 0, Space.L)
        whole.addWidget(head)
        whole.addWidget(content, 1)
        whole.addLayout(row)
        self.close_button.setFocus()
        window, form = parent.window(), largest(self)
        room = QSize(window.width() - 2 * Space.HUGE, window.height() - 2 * Space.HUGE)
        self.resize(form.expandedTo(room) if wide else form)
