import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from gezinsplan.domain.ecogram import Plek, draw
from gezinsplan.domain.tekening import Kleur, Tekening
from gezinsplan.ui.ecogram import _LOOKS, EcogramView

pytestmark = pytest.mark.usefixtures("dressed")

NAMES = ("Sanne Dijkstra", "Oma Fatma", "Rob de Boer", "Abdelkader-Özdemir van der Meulen", "M. Bouzid", "Inge")


def drawing(people: int = 6) -> Tekening:
    colours = [Kleur.REGISSEUR, Kleur.NETWERK, Kleur.TIJDELIJK, Kleur.TELT_MEE, Kleur.ERBIJ]
    return draw(
        "Gezin",
        "5 personen",
        tuple(
            Plek(str(place), NAMES[place % 6], "jeugd-ggz", colours[place % 5], colours[place % 5] is Kleur.ERBIJ)
            for place in range(people)
        ),
    )


def shown(qtbot: QtBot, what: Tekening, width: int = 500, height: int = 460) -> EcogramView:
    view = EcogramView(what, "Zes mensen om het gezin")
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    qtbot.waitExposed(view)
    return view


def middle(view: EcogramView, number: int) -> QPoint:
    box = view._drawing.vakken[number]
    return view._box(box).center().toPoint()


def test_everybody_can_be_told_apart_without_colour() -> None:
    assert set(_LOOKS) == set(Kleur)
    around = [look for colour, look in _LOOKS.items() if colour is not Kleur.GEZIN]
    assert len({(look.style, look.width) for look in around}) == len(around)


@pytest.mark.parametrize("size", [(500, 460), (320, 800), (900, 320)])
@pytest.mark.parametrize("people", [0, 1, 6, 40])
def test_everybody_stands_inside(qtbot: QtBot, people: int, size: tuple[int, int]) -> None:
    view = shown(qtbot, drawing(people), *size)
    view.grab()
    assert all(view.rect().toRectF().contains(view._box(box)) for box in view._drawing.vakken)


def test_a_click_tells_who(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 2))
    assert chosen.args == ["2"]
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_the_tooltip_tells_the_whole_name(qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QApplication

    view = shown(qtbot, drawing())
    place = middle(view, 3)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == f"{NAMES[3]}\njeugd-ggz"


def test_a_screen_reader_is_told(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    assert view.accessibleName() == "Zes mensen om het gezin"
    view.show_drawing(drawing(1), "Eén mens om het gezin")
    assert view.accessibleName() == "Eén mens om het gezin"
    assert view.at(QPointF(0, 0)) is None
