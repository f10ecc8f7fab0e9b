"""The one style sheet of Qt, made from the tokens."""

import re

from gezinsplan.ui.tokens import Colours, Size, Space, Text

_PARTS = """
QToolTip { background: @surface; color: @ink; border: 1px solid @control; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[look="muted"] { color: @ink2; }
QLabel[look="small"] { color: @ink2; font-size: @SMALL; }
QLabel[look="strong"] { font-weight: 700; }
QLabel[look="card"] { font-size: @CARD; font-weight: 700; }
QLabel[look="title"] { font-size: @TITLE; font-weight: 700; }
QLabel[look="figure"] { font-size: @FIGURE; font-weight: 700; }
QLabel[look="field"] { font-weight: 700; }
QLabel[look="error"] { color: @red; }
QLabel[look="own"] { color: @network; }
QFrame[cell="plain"] { border: 1px solid @hairline; border-radius: 8px; }
QFrame[cell="double"] { background: @amber_weak; border: 1px solid @amber; border-radius: 8px; }

Card { background: @surface; border: 1px solid @hairline; border-radius: @RADIUS; }
Card[tone="amber"] { background: @amber_weak; border-color: @amber; }
Card[tone="red"] { background: @red_weak; border-color: @red; }
Card[bare="true"] { border: none; background: transparent; }
PageHeader, TabRow { background: @surface; border: none; border-bottom: 1px solid @hairline; }
QScrollArea, QScrollArea > QWidget > Sheet { background: transparent; border: none; }
Line { background: @hairline; border: none; max-height: 1px; min-height: 1px; }

QPushButton { background: @surface; color: @ink; border: 1px solid @control;
    border-radius: @RADIUS_CONTROL; padding: 7px 13px; min-height: @LINE; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @neutral_weak; }
QPushButton:focus { border: 2px solid @accent; padding: 6px 12px; }
QPushButton:disabled { color: @control; border-color: @hairline; }
QPushButton[look="primary"] { background: @accent_fill; color: @on_fill; border-color: @accent_fill; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: @accent_press; }
QPushButton[look="danger"] { background: @red_fill; color: @on_fill; border-color: @red_fill; }
QPushButton[look="danger"]:hover, QPushButton[look="danger"]:pressed { background: @red_press; }
QPushButton[look="primary"]:focus, QPushButton[look="danger"]:focus { border: 2px solid @ink; }
QPushButton[look="primary"]:disabled, QPushButton[look="danger"]:disabled {
    background: @neutral_weak; color: @neutral; border-color: @neutral_weak; }
QPushButton[look="link"] { background: transparent; color: @accent; border: 2px solid transparent;
    padding: 5px 0; font-weight: 700; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid @accent; padding: 5px 0; }
QPushButton[look="crumb"] { background: transparent; color: @ink2; border: 2px solid transparent;
    padding: 5px 0; font-size: @SMALL; }
QPushButton[look="crumb"]:hover { color: @accent; text-decoration: underline; }
QPushButton[look="crumb"]:focus { border: 2px solid @accent; padding: 5px 0; }
QPushButton[look="icon"] { background: transparent; border: 2px solid transparent; padding: 6px; }
QPushButton[look="icon"]:hover { background: @hover; }
QPushButton[look="icon"]:focus { border: 2px solid @accent; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: @surface; color: @ink;
    border: 1px solid @control; border-radius: @RADIUS_CONTROL; padding: 7px 11px;
    selection-background-color: @accent_fill; selection-color: @on_fill; }
QLineEdit, QComboBox { min-height: @LINE; }
QPlainTextEdit, QTextEdit { padding: 5px 8px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 6px 10px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 4px 7px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border-color: @red; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @ink2; }
QLineEdit:read-only { background: @ground; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @control; outline: none;
    padding: 4px; selection-background-color: @selection; selection-color: @on_selection; }
QComboBox QAbstractItemView::item { min-height: @TARGET; padding: 0 8px; }

Suggestions { background: @surface; color: @ink; border: 1px solid @control; border-radius: @RADIUS_CONTROL;
    outline: none; padding: 4px; }
Suggestions::item { min-height: @TARGET; padding: 0 8px; border-radius: 5px; }
Suggestions::item:hover { background: @hover; }
Suggestions::item:selected { background: @selection; color: @on_selection; }

QMenu { background: @surface; border: 1px solid @control; border-radius: @RADIUS_CONTROL; padding: 4px; }
QMenu::item { padding: 8px 28px 8px 12px; border-radius: 5px; color: @ink; }
QMenu::item:selected { background: @selection; color: @on_selection; }
QMenu::item:disabled { color: @control; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }

QTabBar { background: transparent; border: none; font-size: @BASE; }
QTabBar::tab { background: transparent; color: @ink2; padding: 11px 12px 9px 12px; margin: 0 2px;
    border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @accent; border-bottom: 3px solid @accent; }
QTabBar::tab:focus { border: 2px solid @accent; border-bottom-width: 3px; }

QTableView { background: transparent; border: none; outline: none; selection-background-color: @selection;
    selection-color: @on_selection; gridline-color: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: @ink2; border: none; font-size: @SMALL;
    border-bottom: 1px solid @hairline; padding: 8px 8px; font-weight: 700; }
QHeaderView::section:hover { color: @ink; }
QTableCornerButton::section { background: transparent; border: none; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: @control; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: @ink2; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 5px 4px 5px 0; min-height: @LINE;
    border: 2px solid transparent; border-radius: @RADIUS_CONTROL; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator, QRadioButton::indicator { width: @TICK; height: @TICK; background: @surface;
    border: 1px solid @control; border-radius: 4px; }
QRadioButton::indicator { border-radius: @TICK_RADIUS; }
QCheckBox::indicator:checked { background: @accent_fill; border-color: @accent_fill; }
QRadioButton::indicator:checked { width: @DOT; height: @DOT; border: @RING solid @accent_fill; }
QCheckBox:disabled, QRadioButton:disabled { color: @control; }

QSlider { background: transparent; border: 2px solid transparent; border-radius: @RADIUS_CONTROL;
    min-height: @TARGET; max-height: @TARGET; }
QSlider:focus { border-color: @accent; }
QSlider::groove:horizontal { height: 2px; background: @control; border-radius: 1px; }
QSlider::handle:horizontal { background: @accent_fill; width: @KNOB; height: @KNOB; margin: -@KNOB_OUT 0;
    border-radius: @KNOB_RADIUS; }
QSlider::handle:horizontal:hover { background: @accent_press; }

SideBar { background: @side; }
SideBar QLabel { color: @side_ink2; font-size: @SMALL; }
SideBar QLabel[look="attention"] { color: @side_amber; }
SideBar QLabel[look="program"] { color: @side_ink; font-size: @CARD; font-weight: 700; }

Banner, Banner[tone="accent"] { background: @accent_weak; border: 1px solid @accent; border-radius: @RADIUS; }
Banner[tone="neutral"] { background: @neutral_weak; border-color: @control; }
Banner[tone="green"] { background: @green_weak; border-color: @green; }
Banner[tone="amber"] { background: @amber_weak; border-color: @amber; }
Banner[tone="red"] { background: @red_weak; border-color: @red; }
QDialog { background: @surface; }
QProgressBar { background: @neutral_weak; border: none; border-radius: 3px; min-height: @BAR; max-height: @BAR; }
QProgressBar::chunk { background: @accent_fill; border-radius: 3px; }
"""


def _sizes(scale: float) -> dict[str, str]:
    """Names in capitals: text grows with the system, distances grow with the screen."""
    texts = {name: f"{round(size * scale)}px" for name, size in vars(Text).items() if name.isupper()}
    fixed = {name: f"{size}px" for part in (Space, Size) for name, size in vars(part).items() if name.isupper()}
    ring = round(5 * scale)
    dot = 2 * round(4 * scale)
    tick = dot + 2 * ring - 2
    drawn = {
        "LINE": round(Text.BASE * scale * 1.3),
        "RING": ring,
        "DOT": dot,
        "TICK": tick,
        "TICK_RADIUS": tick // 2 + 1,
        "KNOB": tick,
        "KNOB_RADIUS": tick // 2,
        "KNOB_OUT": tick // 2 - 1,
    }
    return fixed | texts | {name: f"{size}px" for name, size in drawn.items()}


def style_sheet(colours: Colours, scale: float = 1.0) -> str:
    """The style sheet in these colours, with text enlarged by `scale`."""
    values = colours._asdict() | _sizes(scale)
    return re.sub(r"@(\w+)", lambda found: values[found[1]], _PARTS)
