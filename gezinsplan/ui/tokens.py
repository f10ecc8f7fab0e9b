"""Every colour and size of the screens; no page and no widget names one of its own."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a colour says; a word or icon always says it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Colours(NamedTuple):
    """One theme: role to colour. A role ending in `_weak` is the tint that its namesake is read on."""

    ground: str
    surface: str
    hover: str
    hairline: str
    control: str
    ink: str
    ink2: str
    accent: str
    accent_weak: str
    accent_fill: str
    accent_press: str
    on_fill: str
    neutral: str
    neutral_weak: str
    green: str
    green_weak: str
    amber: str
    amber_weak: str
    red: str
    red_weak: str
    red_fill: str
    red_press: str
    network: str
    network_weak: str
    selection: str
    on_selection: str
    on_selection2: str
    side: str
    side_active: str
    side_hover: str
    side_badge: str
    side_ink: str
    side_ink2: str
    side_amber: str
    side_on_active: str
    chip_line: str = "transparent"  # only high contrast, where tints are gone, draws a line around a chip


LIGHT = Colours(
    ground="#F6F5F2",
    surface="#FFFFFF",
    hover="#F4F7F7",
    hairline="#E1E3E2",
    control="#83898B",
    ink="#1F2A2E",
    ink2="#56636A",
    accent="#0B5C6B",
    accent_weak="#E1EFF1",
    accent_fill="#0B5C6B",
    accent_press="#084955",
    on_fill="#FFFFFF",
    neutral="#4E5A60",
    neutral_weak="#EAECEB",
    green="#2B7A4B",
    green_weak="#E9F6EE",
    amber="#8A5A00",
    amber_weak="#FFF1D6",
    red="#A3261F",
    red_weak="#FCE6E4",
    red_fill="#A3261F",
    red_press="#831D18",
    network="#54489A",
    network_weak="#F2F0FB",
    selection="#D3E7EA",
    on_selection="#1F2A2E",
    on_selection2="#4E5A60",
    side="#123840",
    side_active="#1F525D",
    side_hover="#18454F",
    side_badge="#2A616D",
    side_ink="#FFFFFF",
    side_ink2="#B4CACE",
    side_amber="#F6C667",
    side_on_active="#FFFFFF",
)

DARK = Colours(
    ground="#12181A",
    surface="#1B2326",
    hover="#222C30",
    hairline="#2F3A3E",
    control="#75868C",
    ink="#E9EEEE",
    ink2="#A9B6BA",
    accent="#6CC7D6",
    accent_weak="#173A42",
    accent_fill="#14798E",
    accent_press="#106579",
    on_fill="#FFFFFF",
    neutral="#B9C4C7",
    neutral_weak="#2C363A",
    green="#7BD09B",
    green_weak="#183626",
    amber="#EBBB62",
    amber_weak="#3B2E12",
    red="#FF9C93",
    red_weak="#45201D",
    red_fill="#C4423A",
    red_press="#A8352E",
    network="#B6ACF2",
    network_weak="#2B2747",
    selection="#1F4D58",
    on_selection="#E9EEEE",
    on_selection2="#B9C4C7",
    side="#0B2328",
    side_active="#174650",
    side_hover="#10343B",
    side_badge="#20545F",
    side_ink="#FFFFFF",
    side_ink2="#A9C1C6",
    side_amber="#F6C667",
    side_on_active="#FFFFFF",
)

FONT = "Noto Sans"
ICON_FOLDER = "icons"


class Text:
    """Font sizes in pixels at 100 %; the theme multiplies them with the text size of the system."""

    TINY = 11
    SMALL = 12
    BASE = 14
    CARD = 15
    TITLE = 18
    FIGURE = 24
    TABLE = 20


class Space:
    """Distances on a grid of 4 pixels."""

    HALF = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 20
    XXL = 24
    HUGE = 32


class Size:
    """Sizes of parts; whatever holds text grows with the text."""

    RADIUS = 10
    RADIUS_CONTROL = 7
    HAIRLINE = 1
    FOCUS = 2
    ICON = 16
    ICON_LARGE = 32
    TARGET = 34
    ROW = 52
    ROW_PLAIN = 44
    SIDE_BAR = 208
    SIDE_ROW = 38
    ASIDE = 320
    FILTER = 208
    FILTER_DAY = 128
    LINES = 208
    DIALOG = 416
    FORM = 560
    FORM_HEIGHT = 640
    DETAILS = 140
    UNLOCK = 420
    UNLOCK_WIDE = 560
    SHEET_WIDTH = 960
    BAR = 6
    WINDOW_WIDTH = 1366
    WINDOW_HEIGHT = 768
    WINDOW_LEAST_WIDTH = 760
    WINDOW_LEAST_HEIGHT = 520
    NAME = 220
    NUMBER = 96
    READING = 680
    READING_WIDE = 860
    SPARK_WIDTH = 88
    SPARK_HEIGHT = 24
    CHART_HEIGHT = 168
    CHART_LINE = 2.5
    SPARK_LINE = 2.0
    ECOGRAM = 420
