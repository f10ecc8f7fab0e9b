import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from gezinsplan.ui import theme, tokens
from gezinsplan.ui.icons import drawing, icon


def test_the_bundled_font_is_used(dressed: theme.Theme) -> None:
    info = QFontInfo(dressed.font(bold=True))
    assert (info.family(), info.pixelSize(), info.bold()) == ("Noto Sans", tokens.Text.BASE, True)


def test_dark_repaints_palette_and_sheet(dressed: theme.Theme, qapp: QApplication) -> None:
    dressed.wear(tokens.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme.colour("surface")
    assert tokens.DARK.ground in qapp.styleSheet() or tokens.DARK.surface in qapp.styleSheet()
    assert theme.colour("ink").name().upper() == tokens.DARK.ink


def test_the_system_is_followed(dressed: theme.Theme) -> None:
    dressed.wear(tokens.DARK)
    dressed.follow()
    assert dressed.colours == tokens.LIGHT  # offscreen is light


def test_an_icon_takes_the_colour_of_the_moment(dressed: theme.Theme) -> None:
    drawn = icon("plus", "accent").pixmap(16, 16).toImage()
    dressed.wear(tokens.DARK)
    assert icon("plus", "accent").pixmap(16, 16).toImage() != drawn


@pytest.mark.usefixtures("dressed")
def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    picture = icon("plus").pixmap(QSize(16, 16), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


@pytest.mark.usefixtures("dressed")
def test_an_icon_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        drawing("no-such-icon", "#000000", 16)


def test_the_first_window_needs_no_lists_of_names() -> None:
    """`Qt` costs a tenth of the start; the parts of the unlock window do without."""
    script = """
import sys
from gezinsplan.ui import theme
app = theme.application(["gezinsplan"])
theme.dress(app)
from PySide6 import QtCore
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, columns
from gezinsplan.ui.fields import FormField, Secret
card = Card("Gezinsplan").add(FormField("Wachtwoord", Secret(), "Kluis"),
    columns((primary("Ontgrendelen"), 1), (secondary("Andere kluis"), 0)), link("Vergeten?"))
card.show()
app.processEvents()
heavy = {"sqlalchemy", "alembic", "reportlab", "keyring", "typer", "importlib.metadata", "gezinsplan.storage"}
print(sorted(heavy & set(sys.modules)), "Qt" in vars(QtCore))
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[] False"
