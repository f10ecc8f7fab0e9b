"""Closing the window: a backup of what was changed is made first, and nobody has to wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gezinsplan.presenters.running import Stop
from gezinsplan.services import backups
from gezinsplan.services.caseload import Caseload
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.cards import Card
from gezinsplan.ui.jobs import Jobs
from gezinsplan.ui.labels import heading, muted
from gezinsplan.ui.progress import Progress
from gezinsplan.ui.tokens import Size

_UNSEEN_MILLISECONDS = 200
"""When it takes no longer than this, nothing is shown."""


class Quitting(QObject):
    """One attempt to quit; it ends once, whichever comes first: the backup, a refusal, the user or a lock."""

    def __init__(self, caseload: Caseload, jobs: Jobs, stack: QStackedWidget, ended: Callable[[], object]) -> None:
        """`ended` locks and closes the window."""
        super().__init__()
        self._caseload = caseload
        self._jobs = jobs
        self._stack = stack
        self._ended: Callable[[], object] | None = ended
        self._stop = Stop()
        self.progress = Progress(self.end, _("Nu afsluiten"))
        self._page = _page(self.progress)
        self._patience = QTimer(self, singleShot=True, interval=_UNSEEN_MILLISECONDS)
        self._patience.timeout.connect(self._show)

    def start(self) -> None:
        """Begin with the backup."""
        self._patience.start()
        self._jobs.run_aside(
            lambda job: backups.on_quit(self._caseload, self._stop.told(job)),
            lambda _made: self.end(),
            lambda _refused: self.end(),  # the next unlocking makes one; nobody is kept from going home
            lambda done, _total, _text: self.progress.show_work(_("Reservekopie wordt gemaakt…"), done),
        )

    def end(self) -> None:
        """Close now."""
        ended, self._ended = self._ended, None
        if ended is None:
            return
        self._stop.stop()
        self._patience.stop()
        self._stack.removeWidget(self._page)
        self._page.deleteLater()
        QTimer.singleShot(0, self, ended)

    def _show(self) -> None:
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        self.progress.show_work(_("Reservekopie wordt gemaakt…"))
        self.progress.button.setFocus()


def _page(progress: Progress) -> QWidget:
    card = Card().add(
        heading(_("Afsluiten"), "title"),
        muted(_("Van wat u vandaag hebt veranderd, komt een reservekopie. Daarna sluit Gezinsplan.")),
        progress,
    )
    card.setMaximumWidth(theme.scaled(Size.UNLOCK_WIDE))
    page = QWidget()
    across, down = QHBoxLayout(), QVBoxLayout(page)
    across.addStretch(1)
    across.addWidget(card, 1000)
    across.addStretch(1)
    down.addStretch(1)
    down.addLayout(across)
    down.addStretch(1)
    return page
