"""Forty people around a family, laid out and painted on screen: against as many plain boxes in the same run."""

import os
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.ecogram import Deelnemer, draw
from gezinsplan.domain.tekening import Kleur
from gezinsplan.ui import keep_constants, theme, tokens
from gezinsplan.ui.ecogram import EcogramView

PEOPLE, SIDE, ROUNDS, GOAL = 40, 900, 25, 100
NAMES = ("Sanne Dijkstra", "oma Fatma", "Aleida van der Meulen-Oosterhuis", "Abdelkader Özdemir", "Inge")
BELOW = ("regisseur", "buurvrouw", "Stichting Jeugdbescherming Rotterdam Rijnmond", "tot 10 mei", "")


def around() -> tuple[Deelnemer, ...]:
    """A crowd of all kinds, a third outside, the own people with ties."""
    colours, strengths, directions = list(Kleur)[1:], list(Bandsterkte), list(Richting)
    return tuple(
        Deelnemer(
            str(number),
            NAMES[number % 5],
            BELOW[number % 5],
            colours[number % 5],
            number % 3 == 2,
            None,
            strengths[number % 4],
            directions[number % 3],
            "PE" if number % 2 else "",
        )
        for number in range(PEOPLE)
    )


def median(work: Callable[[], object]) -> float:
    """The median of the milliseconds that the work takes."""
    times = []
    for _round in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def plain(picture: QPixmap) -> None:
    """As many rounded boxes with two lines of text each."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(PEOPLE):
        place = QRectF(20 + 120 * (number % 7), 20 + 60 * (number // 7), 110, 50)
        painter.drawRoundedRect(place, 7, 7)
        for half, text in enumerate((NAMES[number % 5], BELOW[number % 5])):
            painter.drawText(place.adjusted(4, 25 * half, -4, 0), text)
    painter.end()


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_constants()
    app = theme.application(["gezinsplan"])
    theme.dress(app, 1.0).wear(tokens.LIGHT)
    people, picture = around(), QPixmap(SIDE, SIDE)
    view = EcogramView(draw("Gezin", "", people), "")
    view.resize(SIDE, SIDE)

    def both() -> None:
        view.show_drawing(draw("Gezin", "5 personen", people), "")
        view.render(picture)

    laid_out, done = median(lambda: draw("Gezin", "5 personen", people)), median(both)
    bare = median(lambda: plain(picture))
    print(f"{PEOPLE} people laid out in {laid_out:.0f} ms, laid out and painted in {done:.0f} ms (goal {GOAL})")
    print(f"{done / bare:.0f} times painting as many plain boxes ({bare:.1f} ms)")


if __name__ == "__main__":
    main()
