"""The look of the whole program: style, palette, font and style sheet, following the system."""

import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gezinsplan.paths import resources
from gezinsplan.ui import tokens
from gezinsplan.ui.sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

# What a desktop calls 100 %; a larger font of the system means that the user asked for larger text.
_PLAIN_POINTS = {"win32": 9.0, "darwin": 13.0}
_LARGEST = 2.0

STYLE_ARGUMENTS = ("-style", "Fusion")
_FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_fill",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "on_fill",
    QPalette.ColorRole.Accent: "accent_fill",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Mid: "control",
}


class Theme(QObject):
    """The colours and text size in use; made once for the application and following the system."""

    def __init__(self, app: QApplication, scale: float | None = None) -> None:
        """Dress the application; `scale` (1.0 to 2.0) overrules the text size of the system."""
        super().__init__(app)
        self._app = app
        self.scale = _system_scale(app.font()) if scale is None else scale
        self.colours = tokens.LIGHT
        for file in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resources() / "fonts" / file))
        self._hints = app.styleHints()  # kept: what it hands out lives as long as this name for it
        self._contrast: QAccessibilityHints | None = None
        self._hints.colorSchemeChanged.connect(self.follow)
        self.wear(self._light_or_dark())

    def follow(self) -> None:
        """Take the colours that the system asks for: light, dark or its own high contrast.

        Call it once when the first window has been painted: asking for the contrast makes Qt name all its lists.
        """
        if self._contrast is None:
            self._contrast = self._hints.accessibility()
            self._contrast.contrastPreferenceChanged.connect(self.follow)
        if self._contrast.contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast:
            self.wear(_high_contrast(self._system_palette()))
        else:
            self.wear(self._light_or_dark())

    def _system_palette(self) -> QPalette:
        """What the system itself would have; an empty palette gives way to it."""
        self._app.setPalette(QPalette())
        return self._app.palette()

    def _light_or_dark(self) -> tokens.Colours:
        system = self._system_palette()
        ground, text = system.color(QPalette.ColorRole.Window), system.color(QPalette.ColorRole.WindowText)
        return tokens.DARK if ground.lightness() < text.lightness() else tokens.LIGHT

    def wear(self, colours: tokens.Colours) -> None:
        """Use these colours from now on, in every window that is open."""
        sheet = style_sheet(colours, self.scale)
        self.colours = colours
        self._app.setPalette(_palette(colours))
        if sheet == self._app.styleSheet():
            return
        self._app.setFont(self.font())
        self._app.setStyleSheet(sheet)

    def font(self, size: int = tokens.Text.BASE, *, bold: bool = False) -> QFont:
        """The bundled font in a size of `tokens.Text`."""
        made = QFont(tokens.FONT)
        made.setPixelSize(round(size * self.scale))
        made.setBold(bold)
        return made


def application(arguments: Sequence[str]) -> QApplication:
    """The application in the style that the sheet is written for; as an argument it costs no wrapping of styles."""
    return QApplication([*arguments, *STYLE_ARGUMENTS])


def dress(app: QApplication, scale: float | None = None) -> Theme:
    """Give the application its look; whoever paints asks `colour` and `font` from then on."""
    global _theme  # noqa: PLW0603 one application, one look: painters deep in a delegate cannot be handed it
    _theme = Theme(app, scale)
    return _theme


def colour(role: str) -> QColor:
    """The colour of a role of `tokens.Colours` in the theme of this moment."""
    return QColor(getattr(_theme.colours if _theme else tokens.LIGHT, role))


def font(size: int = tokens.Text.BASE, *, bold: bool = False) -> QFont:
    """The font of the program in a size of `tokens.Text`, enlarged as the system asks."""
    if _theme is None:
        raise RuntimeError("theme.dress has not been called")
    return _theme.font(size, bold=bold)


def scaled(size: int) -> int:
    """A size of `tokens.Size` that goes along with the text, such as that of an icon beside it."""
    return round(size * _theme.scale) if _theme else size


def is_restyle(event: "QtCore.QEvent") -> bool:
    """Whether colours or text size have changed, so that what was measured must be measured again."""
    kind = QtCore.QEvent.Type
    return event.type() in (kind.FontChange, kind.StyleChange, kind.PaletteChange)


_theme: Theme | None = None


def _system_scale(system: QFont) -> float:
    """How much larger than usual the system wants its text."""
    if system.pointSizeF() <= 0:
        return 1.0
    usual = _PLAIN_POINTS.get(sys.platform, 11.0)
    return min(max(system.pointSizeF() / usual, 1.0), _LARGEST)


def _palette(colours: tokens.Colours) -> QPalette:
    """The palette for whatever the style sheet leaves to the style."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.control))
    return palette


@cache
def _plain_roles() -> dict[str, QPalette.ColorRole]:
    """Which colour of the system stands for a role in high contrast; the rest is text on window."""
    role = QPalette.ColorRole
    window = ("ground", "surface", "hover", "side", "side_hover", "side_badge", "neutral_weak")
    tints = ("accent_weak", "green_weak", "amber_weak", "red_weak", "network_weak")
    filled = ("accent_fill", "accent_press", "red_fill", "red_press", "selection", "side_active")
    on_filled = ("on_fill", "on_selection", "on_selection2", "side_on_active")
    return (
        dict.fromkeys(window + tints, role.Window)
        | dict.fromkeys(filled, role.Highlight)
        | dict.fromkeys(on_filled, role.HighlightedText)
    )


def _high_contrast(system: QPalette) -> tokens.Colours:
    """The colours of the system itself: tints are gone, lines and words carry the meaning."""
    names = tokens.Colours._fields
    roles = _plain_roles()
    return tokens.Colours(
        **{name: system.color(roles.get(name, QPalette.ColorRole.WindowText)).name() for name in names}
    )
