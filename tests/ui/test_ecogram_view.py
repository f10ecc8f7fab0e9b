import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.ecogram import Deelnemer, draw
from gezinsplan.domain.tekening import Kleur, Lid, Tekening
from gezinsplan.ui.ecogram import EcogramView
from gezinsplan.ui.ecogram_paint import LOOKS

pytestmark = pytest.mark.usefixtures("dressed")

NAMES = ("Sanne Dijkstra", "Oma Fatma", "Rob de Boer", "Abdelkader-Özdemir van der Meulen", "M. Bouzid", "Inge")


def drawing(people: int = 6) -> Tekening:
    colours = [Kleur.REGISSEUR, Kleur.NETWERK, Kleur.TIJDELIJK, Kleur.TELT_MEE, Kleur.ERBIJ]
    return draw(
        "Gezin",
        "5 personen",
        tuple(
            Deelnemer(str(place), NAMES[place % 6], "jeugd-ggz", colours[place % 5], colours[place % 5] is Kleur.ERBIJ)
            for place in range(people)
        ),
    )


def tied() -> Tekening:
    """Every strength with a direction, and the members in the middle."""
    ties = zip(Bandsterkte, (Richting.NAAR_GEZIN, Richting.VAN_GEZIN, Richting.BEIDE, None), strict=True)
    people = tuple(
        Deelnemer(str(place), NAMES[3], "", Kleur.NETWERK, False, None, sterkte, richting, "PE")
        for place, (sterkte, richting) in enumerate(ties)
    )
    return draw("Gezin", "", people, (Lid("a", "mama", True), Lid("b", "Noor")))


def shown(qtbot: QtBot, what: Tekening, width: int = 500, height: int = 460) -> EcogramView:
    view = EcogramView(what, "Zes mensen om het gezin")
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    qtbot.waitExposed(view)
    return view


def middle(view: EcogramView, number: int) -> QPoint:
    box = view._drawing.vakken[number]
    return view._canvas().box(box).center().toPoint()


def test_everybody_can_be_told_apart_without_colour() -> None:
    assert set(LOOKS) == set(Kleur)
    around = [look for colour, look in LOOKS.items() if colour is not Kleur.GEZIN]
    assert len({(look.style, look.width) for look in around}) == len(around)


@pytest.mark.parametrize("size", [(500, 460), (320, 800), (900, 320)])
@pytest.mark.parametrize("people", [0, 1, 6, 40])
def test_everybody_stands_inside(qtbot: QtBot, people: int, size: tuple[int, int]) -> None:
    view = shown(qtbot, drawing(people), *size)
    view.grab()
    assert all(view.rect().toRectF().contains(view._canvas().box(box)) for box in view._drawing.vakken)


def test_a_click_picks_and_a_double_click_opens(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    plain = view.grab().toImage()
    with qtbot.waitSignal(view.picked) as picked, qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 2))
    assert (picked.args, view.picked_part()) == (["2"], "2")
    assert view.grab().toImage() != plain
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 2))
    assert chosen.args == ["2"]
    with qtbot.assertNotEmitted(view.picked), qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_arrows_go_around_everybody_and_enter_opens(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    seen: list[str] = []
    view.picked.connect(seen.append)
    for _each in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert sorted(seen) == [str(each) for each in range(6)]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert seen[-1] == seen[-3]
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [seen[-1]]


def test_control_with_an_arrow_moves_who_is_picked(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    with qtbot.assertNotEmitted(view.moved):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    view.pick("2")
    box = view._drawing.vakken[2]
    with qtbot.waitSignal(view.moved) as moved:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert moved.args == ["2", round(box.x + 20), round(box.y)]
    view.movable = False
    with qtbot.assertNotEmitted(view.moved):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)


def test_who_is_picked_stays_so_while_he_is_there(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    view.pick("5")
    view.show_drawing(drawing(), "")
    assert view.picked_part() == "5"
    view.show_drawing(drawing(3), "")
    assert view.picked_part() == ""


def test_dragging_tells_where_to(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    begin = middle(view, 2)
    with qtbot.assertNotEmitted(view.chosen), qtbot.waitSignal(view.moved) as moved:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(view, begin + QPoint(1, 0))
        QTest.mouseMove(view, begin + QPoint(40, 20))
        view.grab()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begin + QPoint(40, 20))
    box, unit = view._drawing.vakken[2], view._canvas().unit()
    assert moved.args is not None
    who, x, y = moved.args
    assert (who, x, y) == ("2", pytest.approx(box.x + 40 / unit, abs=1), pytest.approx(box.y + 20 / unit, abs=1))


def test_nothing_is_dragged_from_nowhere_or_with_another_button(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    with qtbot.assertNotEmitted(view.moved), qtbot.assertNotEmitted(view.chosen):
        QTest.mousePress(view, Qt.MouseButton.RightButton, pos=middle(view, 2))
        QTest.mouseMove(view, middle(view, 2) + QPoint(60, 60))
        QTest.mouseRelease(view, Qt.MouseButton.RightButton, pos=middle(view, 3))


@pytest.mark.parametrize("size", [(700, 700), (320, 320)])
def test_ties_and_members_are_painted(qtbot: QtBot, size: tuple[int, int]) -> None:
    with_ties, plain = tied(), drawing(4)
    pictures = [shown(qtbot, each, *size).grab().toImage() for each in (with_ties, plain)]
    assert pictures[0] != pictures[1]


def test_the_tooltip_tells_the_whole_name(qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QApplication

    view = shown(qtbot, drawing())
    place = middle(view, 3)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == f"{NAMES[3]}\njeugd-ggz"


def test_nobody_moves_on_the_screen_when_others_come_or_go(qtbot: QtBot) -> None:
    everybody = tuple(Deelnemer(str(each), NAMES[0], "", Kleur.TELT_MEE, False) for each in range(15))
    view = shown(qtbot, draw("", "", everybody))
    places = [middle(view, number) for number in range(15)]
    view.show_drawing(draw("", "", everybody, tonen={"4", "9"}), "")
    assert [middle(view, 0), middle(view, 1)] == [places[4], places[9]]


def test_a_screen_reader_is_told(qtbot: QtBot) -> None:
    view = shown(qtbot, drawing())
    assert view.accessibleName() == "Zes mensen om het gezin"
    view.show_drawing(drawing(1), "Eén mens om het gezin")
    assert view.accessibleName() == "Eén mens om het gezin"
    assert view.at(QPointF(0, 0)) is None
