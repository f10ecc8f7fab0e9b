"""Buttons in the looks that there are."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space

_ICON_ROLE = {"primary": "on_fill", "danger": "on_fill", "link": "accent"}


def _button(text: str, clicked: Callable[[], object] | None, look: str, glyph: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(look in ("primary", "danger"))
    if glyph:
        from gezinsplan.ui.icons import icon  # the first window has only words

        made.setIcon(icon(glyph, _ICON_ROLE.get(look, "ink")))
        side = theme.scaled(Size.ICON)
        made.setIconSize(QSize(side + (Space.XS if text else 0), side))  # air before the text
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def primary(text: str, clicked: Callable[[], object] | None = None, glyph: str = "") -> QPushButton:
    """The one thing to do here."""
    return _button(text, clicked, "primary", glyph)


def secondary(text: str, clicked: Callable[[], object] | None = None, glyph: str = "") -> QPushButton:
    """Something else that can be done here."""
    return _button(text, clicked, "secondary", glyph)


def danger(text: str, clicked: Callable[[], object] | None = None, glyph: str = "") -> QPushButton:
    """What cannot be taken back."""
    return _button(text, clicked, "danger", glyph)


def link(text: str, clicked: Callable[[], object] | None = None, glyph: str = "") -> QPushButton:
    """An action in the running text, without a box around it."""
    return _button(text, clicked, "link", glyph)


def icon_button(glyph: str, name: str, clicked: Callable[[], object] | None = None) -> QPushButton:
    """A button of only an icon; `name` is its tooltip and what a screen reader says."""
    made = _button("", clicked, "icon", glyph)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
