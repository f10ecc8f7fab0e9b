"""Every pair that is read together has contrast enough, in both themes and in that of the system."""

import pytest
from PySide6.QtGui import QColor, QPalette

from gezinsplan.ui import theme, tokens
from gezinsplan.ui.sheet import style_sheet
from gezinsplan.ui.tokens import DARK, LIGHT, Colours

TEXT = [
    ("ink", ("ground", "surface", "hover", "neutral_weak", "accent_weak", "green_weak", "amber_weak", "red_weak")),
    ("ink", ("network_weak",)),
    ("ink2", ("ground", "surface", "hover", "accent_weak", "amber_weak", "network_weak")),
    ("accent", ("ground", "surface", "hover", "accent_weak")),
    ("neutral", ("neutral_weak",)),
    ("green", ("surface", "green_weak")),
    ("amber", ("surface", "amber_weak")),
    ("red", ("ground", "surface", "red_weak")),
    ("on_fill", ("accent_fill", "accent_press", "red_fill", "red_press")),
    ("on_selection", ("selection",)),
    ("on_selection2", ("selection",)),
    ("side_ink", ("side", "side_hover", "side_badge")),
    ("side_ink2", ("side",)),
    ("side_amber", ("side",)),
    ("side_on_active", ("side_active",)),
]
PARTS = [
    ("control", ("ground", "surface")),
    ("network", ("surface", "network_weak")),
    ("accent", ("selection", "ground", "surface")),
    ("accent_fill", ("surface",)),
    ("red_fill", ("surface",)),
]


def luminance(name: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(name[place : place + 2], 16) / 255 for place in (1, 3, 5))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def high_contrast() -> Colours:
    system = QPalette()
    for role, name in (("Window", "#000000"), ("WindowText", "#ffffff"), ("Highlight", "#1aebff")):
        system.setColor(QPalette.ColorRole[role], QColor(name))
    system.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    return theme._high_contrast(system)


THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK, high_contrast()], ids=["light", "dark", "high contrast"])


@THEMES
@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, grounds in TEXT for ground in grounds])
def test_text_is_read_easily(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), [(part, ground) for part, grounds in PARTS for ground in grounds])
def test_parts_are_seen(colours: Colours, part: str, ground: str) -> None:
    assert contrast(getattr(colours, part), getattr(colours, ground)) >= 3.0


def test_every_colour_is_looked_at() -> None:
    seen = {name for ink, grounds in TEXT + PARTS for name in (ink, *grounds)}
    assert set(Colours._fields) - seen == {"hairline", "chip_line"}  # decoration that says nothing


@THEMES
def test_every_name_in_the_sheet_is_a_token(colours: Colours) -> None:
    assert "@" not in style_sheet(colours, 1.5)


def test_text_in_the_sheet_grows() -> None:
    assert f"font-size: {2 * tokens.Text.TITLE}px" in style_sheet(LIGHT, 2.0)
