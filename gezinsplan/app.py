"""The only place that wires things together: arguments, hooks, the worker, the first window."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gezinsplan import paths
from gezinsplan.ui import theme
from gezinsplan.ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gezinsplan.ui.jobs import Jobs

_NO_CRITICAL_ERRORS, _NO_CRASH_REPORT = 0x0001, 0x0002  # SetErrorMode of Windows
_SET_DUMPABLE = 4  # prctl of Linux


def main(arguments: list[str]) -> int:
    """Open the window and stay until it is closed; `--demo FOLDER` opens the demo caseload kept there."""
    folder, passphrase = paths.default_vault(), ""
    if arguments:
        from gezinsplan.services.start import demo_vault

        if len(arguments) != len(("--demo", "FOLDER")):
            print("gezinsplan --demo FOLDER", file=sys.stderr)  # noqa: T201
            return 2
        folder, passphrase = demo_vault(Path(arguments[1]))
    if not has_screen():
        from gezinsplan.domain.errors import Code
        from gezinsplan.texts.errors import sentence

        print(" ".join(sentence(Code.NO_SCREEN, {})), file=sys.stderr)  # noqa: T201
        return 1
    leave_no_traces()
    program = Program(theme.application(sys.argv[:1]), folder)
    if passphrase:
        program.window.first.fill(passphrase)
    program.window.painted.connect(hide_memory)
    program.window.painted.connect(program.end_when_asked)
    program.window.show()
    outcome = program.app.exec()
    program.finish()
    return outcome


class Program:
    """The application with its window; the worker and everything heavy come after the first paint."""

    def __init__(self, app: "QApplication", folder: Path) -> None:
        """Dress the application and build the window."""
        self.app = app
        self._jobs: Jobs | None = None
        app.setApplicationName("Gezinsplan")
        self.theme = theme.dress(app)
        self.window = MainWindow(folder, self.jobs)
        self.window.painted.connect(self.get_ready)

    def jobs(self) -> "Jobs":
        """The worker, made when it is first asked for; it loads the storage while the passphrase is typed."""
        if self._jobs is None:
            from gezinsplan.ui.jobs import Jobs
            from gezinsplan.ui.messages import Bugs

            self._bugs = Bugs()
            self._jobs = Jobs(self._bugs.report, warm_up)
        return self._jobs

    def get_ready(self) -> None:
        """What can wait until the window is seen: hooks for mistakes, the worker, Qt's Dutch, the icon."""
        from PySide6.QtGui import QIcon

        from gezinsplan.ui import faults, keep_constants

        keep_constants()
        self.jobs()
        self.theme.follow()
        faults.install_hooks(self._bugs.report)
        self.watch()
        speak_dutch(self.app)
        self.window.unlock.expire()
        self.window.unlock.look()
        self.app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "gezinsplan.png")))

    def watch(self) -> None:
        """Lock after rest and when the user goes away; take away what was copied."""
        from PySide6.QtCore import QTimer

        from gezinsplan.services import settings
        from gezinsplan.ui.clipboard import Clipboard
        from gezinsplan.ui.rest import Rest
        from gezinsplan.ui.session import Session

        self.rest = Rest(self.window, lambda: settings.load().lock_after_minutes)
        self.session = Session(self.window)
        self.clipboard = Clipboard(self.window, lambda: settings.load().clipboard_seconds)
        self.minutes = QTimer(self.window, interval=60_000)
        self.minutes.timeout.connect(self.window.unlock.expire)
        self.minutes.start()
        self.rest.over.connect(self.window.lock)
        self.session.away.connect(self.window.lock)
        self.window.unlocked.connect(self.session.unlocked)
        self.window.locked.connect(self.session.locked)
        self.window.locked.connect(self.clipboard.clear)

    def end_when_asked(self) -> None:
        """Lock and end tidily when the system or the user of the terminal asks for it."""
        from gezinsplan.ui.session import Ending

        self.ending = Ending(self.app)
        self.ending.asked.connect(self.end)

    def end(self) -> None:
        """Lock and leave the main loop, also where a question of the system is open."""
        self.window.lock()
        self.app.quit()

    def finish(self) -> None:
        """Let the work that was asked end, and stop the threads."""
        if self._jobs is not None:
            self._jobs.finish()


def warm_up() -> None:
    """Load what opening a caseload needs."""
    import gezinsplan.services.backups
    import gezinsplan.services.families
    import gezinsplan.services.kluis
    import gezinsplan.services.start  # noqa: F401


def has_screen() -> bool:
    """Whether a window can be shown; without one Qt would end the program with a text of its own."""
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in asked)


def leave_no_traces() -> None:
    """No core dumps or crash reports, and on Linux no print file outside memory (security.md, Traces)."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_CRITICAL_ERRORS | _NO_CRASH_REPORT)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    memory = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "linux" and Path(memory).is_dir() and memory:
        os.environ["TMPDIR"] = memory


def hide_memory() -> None:
    """Let no other program of this user read the memory, on Linux; the key comes later than this."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def speak_dutch(app: "QApplication") -> None:
    """Qt's own buttons and dialogs in Dutch."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Dutch), "qtbase", "_", folder):
        app.installTranslator(translator)
