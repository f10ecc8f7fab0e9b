"""What may be told about a mistake of the program: kinds and places in our code, never a value or a text."""

import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from gezinsplan import __version__
from gezinsplan.paths import PACKAGE


def details(error: BaseException) -> str:
    """Versions, then each exception of the chain with the places in this program that it passed."""
    lines = [f"Gezinsplan {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}"]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(type(link).__qualname__)
        lines += [f"    {place}" for place in places(link.__traceback__)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


def places(traceback: TracebackType | None) -> list[str]:
    """The lines of this program's own modules, outermost first."""
    found = []
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            found.append(f"{file.relative_to(PACKAGE).as_posix()}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return found


def log(error: BaseException) -> None:
    """One line on standard error: the kind and the innermost place."""
    own = places(error.__traceback__)
    _write(f"bug {type(error).__qualname__} {own[-1] if own else '-'}")


def install_hooks(report: Callable[[BaseException], object]) -> None:
    """Let nothing go unseen: exceptions of every thread, those that cannot be raised, Qt's complaints."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            report(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            report(args.exc_value)

    def unraisable(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            report(args.exc_value)

    sys.excepthook = uncaught
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable
    qInstallMessageHandler(_qt_says)


def _qt_says(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """Only that Qt complained and about what subject; its text may hold what stood in a widget."""
    if kind is not QtMsgType.QtDebugMsg:
        _write(f"qt {kind.name.removeprefix('Qt').removesuffix('Msg').lower()} {context.category or '-'}")


def _write(line: str) -> None:
    """To standard error where there is one; a windowed program on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"gezinsplan: {line}\n")
