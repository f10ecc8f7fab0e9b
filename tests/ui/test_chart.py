from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from gezinsplan.ui import theme
from gezinsplan.ui.chart import Drawing, LineChart, Point, Series, lay_out, steps
from gezinsplan.ui.tokens import Size, Text

START = date(2016, 1, 1)
AREA = QRectF(0, 0, 336, Size.CHART_HEIGHT)


def metrics(size: int) -> QFontMetricsF:
    font = QFont("Noto Sans")
    font.setPixelSize(size)
    return QFontMetricsF(font)


def series(*counts: int, target: int | None = 3, every: int = 30) -> Series:
    points = tuple(Point(START + timedelta(days=every * place), count) for place, count in enumerate(counts))
    until = START + timedelta(days=every * len(counts))
    text = "" if target is None else f"samen afgesproken: {target}"
    return Series(points, until, target, text, "jan 2016", "nov 2026")


def drawn(what: Series, scale: float = 1.0, area: QRectF = AREA) -> Drawing:
    return lay_out(what, area, metrics(round(Text.TINY * scale)), metrics(round(Text.BASE * scale)))


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    pairs = combinations(drawing.labels, 2)
    return [(one.text, other.text) for one, other in pairs if one.rect.intersects(other.rect)]


@pytest.mark.usefixtures("dressed")
@given(st.lists(st.integers(0, 40), max_size=40), st.none() | st.integers(0, 40), st.sampled_from([1.0, 1.5, 2.0]))
def test_no_two_texts_overlap(counts: list[int], target: int | None, scale: float) -> None:
    drawing = drawn(series(*counts, target=target, every=90), scale, QRectF(0, 0, 336, Size.CHART_HEIGHT * scale))
    assert overlaps(drawing) == []
    assert all(AREA.left() <= label.rect.left() and label.rect.right() <= AREA.right() for label in drawing.labels)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("counts", [(), (4,), (0,), (3, 3), (15, 13, 9, 6, 4), tuple(range(40, 0, -1))])
def test_start_now_and_agreed_are_all_told(counts: tuple[int, ...]) -> None:
    texts = [label.text for label in drawn(series(*counts)).labels]
    wanted = {str(counts[0]), str(counts[-1])} if counts else set()
    assert wanted | {"samen afgesproken: 3", "jan 2016", "nov 2026"} <= set(texts)


def test_the_line_falls_in_steps() -> None:
    pieces = steps(series(4, 2), QRectF(0, 0, 60, 40))
    ends = [(start.x(), start.y(), end.x(), end.y()) for start, end, _uncertain in pieces]
    assert ends == [(0, 0, 30, 0), (30, 0, 30, 20), (30, 20, 60, 20)]


def test_what_is_not_certain_is_told_apart() -> None:
    what = Series((Point(START, 4), Point(START + timedelta(days=9), 3, uncertain=True)), START + timedelta(days=20))
    assert [uncertain for _start, _end, uncertain in steps(what, AREA)] == [False, True, True]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("what", [Series(), series(5), series(15, 9, 4)])
def test_it_paints_and_tells_a_screen_reader(qtbot: QtBot, what: Series) -> None:
    chart = LineChart(what, "Van 15 naar 4 professionals")
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    picture = chart.grab().toImage()
    assert chart.accessibleName() == "Van 15 naar 4 professionals"
    found = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(picture.height())}
    assert bool(what.points) == (theme.colour("accent").name() in found)
