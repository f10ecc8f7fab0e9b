"""Where the user is when the vault locks: what is half typed there is kept, the screen is cleared, and the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from gezinsplan.ui.answers import Answer

Reopen = Callable[[Any], object]
"""Opens a form once more on the page to which it belongs; it knows nothing but ids."""


@runtime_checkable
class Leavable(Protocol):
    """A dialog, or a part of a page, in which somebody may be typing when the vault locks."""

    reopen: Reopen | None

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The fields by name."""

    def leave(self) -> object:
        """Ask for everything to be kept that is not yet in the dossier."""

    def isWindow(self) -> bool:
        """Whether it lies over the page."""

    def focusWidget(self) -> QWidget | None:
        """What in it has the keyboard."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the form that is open on it and the field in it, in ids alone: no name is kept during a lock."""

    page: str
    root: UUID | None = None
    tab: int = 0
    reopen: Reopen | None = None
    field: str = ""


def where_typing(window: QWidget) -> tuple[Reopen | None, str]:
    """The form that is open and the field in it, also while the window of another program is active."""
    forms = _typed_in(window)
    if not forms:
        return None, ""
    form, focus = forms[-1], forms[-1].focusWidget()
    return form.reopen, next((name for name, answer in form.answers.items() if _holds(answer.widget, focus)), "")


def type_on(page: QWidget, place: Place | None) -> None:
    """Open the form of a place once more, with the keyboard where it was."""
    if place is None or place.reopen is None:
        return
    place.reopen(page)
    for form in _typed_in(page.window()):
        if place.field in form.answers:
            form.answers[place.field].focus()


def _typed_in(window: QWidget) -> list[Leavable]:
    """Every form that is on the screen; what lies over the page comes last."""
    forms = [each for each in window.findChildren(QWidget) if isinstance(each, Leavable) and each.isVisible()]
    return sorted(forms, key=lambda each: each.isWindow())


def clear_screen(window: QWidget) -> None:
    """Let every form ask for its texts to be kept, and take all away that lies over the window, without a question."""
    QToolTip.hideText()
    for form in _typed_in(window):
        if not form.isWindow():
            form.leave()
    for widget in QApplication.topLevelWidgets():
        if widget is window or not widget.isVisible():
            continue
        if isinstance(widget, Leavable):
            widget.leave()
        elif isinstance(widget, QDialog):
            widget.reject()
        widget.hide()


def _holds(whole: QWidget, part: QWidget | None) -> bool:
    return part is not None and (whole is part or whole.isAncestorOf(part))
