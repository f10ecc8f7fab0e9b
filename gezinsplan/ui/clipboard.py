"""What is copied out of the program: kept out of histories, and taken away again after a minute and at a lock."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

_OURS = "application/x-gezinsplan"
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO, _YES = b"\0\0\0\0", b"\1\0\0\0"


def _marks() -> dict[str, bytes]:
    """What asks the programs that keep what was copied to leave this alone."""
    if sys.platform == "win32":
        return {
            _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _YES,
            _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
            _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
        }
    return {"x-kde-passwordManagerHint": b"secret"}


def private(text: str) -> QMimeData:
    """A text for the clipboard that says that it is ours and not to be kept."""
    data = QMimeData()
    data.setText(text)
    for name, value in (_marks() | {_OURS: b"1"}).items():
        data.setData(name, value)
    return data


class Clipboard(QObject):
    """Takes over whatever the program copies, from whichever field, button or menu.

    Only what is still ours is taken away. On macOS Qt cannot tell who copied: there a copy stays as it is.
    """

    def __init__(self, parent: QObject, seconds: Callable[[], int]) -> None:
        """`seconds` tells how long a copied text may stay."""
        super().__init__(parent)
        self._seconds = seconds
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._changed)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.clear)

    def clear(self) -> None:
        """Take away what is ours, also what is only selected, which other programs may paste on Linux."""
        self.timer.stop()
        if self._is_ours():
            self._clipboard.clear()
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _is_ours(self) -> bool:
        data: QMimeData | None = self._clipboard.mimeData()  # nothing where there is no clipboard
        return data is not None and data.hasFormat(_OURS)

    def _changed(self) -> None:
        if self._clipboard.ownsClipboard() and not self._is_ours() and self._clipboard.text():
            self._clipboard.setMimeData(private(self._clipboard.text()))
        if self._is_ours():
            self.timer.start(self._seconds() * 1000)
        else:
            self.timer.stop()
