"""The card with the ecogram: around whom, on which day, what its signs mean, and the ties and places of people."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from gezinsplan.domain.ecogram import draw
from gezinsplan.presenters.banden_forms import let_go, put_at
from gezinsplan.presenters.ecogram import EcogramKaart, Uitleg, box_of, dagen, ecogram_kaart, voor_wie
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Option
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.ui import theme
from gezinsplan.ui.banden_dialog import BandenDialog
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Card, clear
from gezinsplan.ui.ecogram import EcogramView
from gezinsplan.ui.ecogram_paint import paint_sign
from gezinsplan.ui.inputs import Choice, Flow
from gezinsplan.ui.labels import Elided
from gezinsplan.ui.rows import Fold
from gezinsplan.ui.time_slider import DayLabel, TimeSlider
from gezinsplan.ui.tokens import Size, Space

_SHORTEST_NAME = 12


class EcogramCard(Card):
    """Who stands around the family; `picked` tells who was picked there, `chosen` who is to be opened."""

    picked = Signal(object)
    chosen = Signal(object)

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Draw nobody until there is a family."""
        self.whom = Choice()
        self.whom.setAccessibleName(_("Voor wie?"))
        self.whom.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.whom.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whom.setMinimumContentsLength(_SHORTEST_NAME)
        super().__init__(_("Wie staat er om het gezin heen"), self.whom)
        self._presenter = presenter
        self._state: FamilyState | None = None
        self._picked: UUID | None = None
        self._options: tuple[Option, ...] = ()
        self._shown: EcogramKaart | None = None
        self.drawing = EcogramView(draw("", "", ()), "")
        self.slider, self.day = TimeSlider(), DayLabel()
        self.now = link(_("Nu"), self.slider.go_to_now)
        self.now.setAccessibleName(_("Terug naar nu"))
        self.ties = secondary(_("Banden…"), self._open_ties)
        self.free = link(_("Plekken loslaten"), self._let_go)
        self.kinds, self.signs = Flow(), Flow()
        self.fold = Fold(_("Lijnen en letters"), self.signs)
        self.time = self._time_row()
        self.add(self.drawing, self.time, Flow(self.ties, self.free, gap=Space.M), self.kinds, self.fold)
        self.body.addStretch(1)
        self._listen()

    def _time_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part, share in ((self.day, 0), (self.slider, 1), (self.now, 0)):
            row.addWidget(part, share)
        return holder

    def _listen(self) -> None:
        self.whom.currentIndexChanged.connect(lambda _place: self._draw())
        self.slider.went.connect(lambda _day: self._draw())
        self.drawing.picked.connect(lambda part: self._pick_told(UUID(part)))
        self.drawing.chosen.connect(lambda part: self.chosen.emit(UUID(part)))
        self.drawing.moved.connect(self._move)

    # ------------------------------------------------------------ showing

    def show_state(self, state: FamilyState) -> None:
        """Show this family, on the day and around whom was looked at; another family now and around everybody."""
        before, self._state = self._state, state
        if before is not None and before.seen.dossier.id != state.seen.dossier.id:
            self._picked = None
            self.slider.show_days((state.seen.op,))
        days = dagen(state.seen)
        self.slider.show_days(days)
        self.time.setVisible(len(days) > 1)
        self._ask_whom(voor_wie(state.seen))
        self._draw()

    def pick(self, part: UUID | None) -> None:
        """Put the ring around the human being that a part is about, without telling it."""
        self._picked = part
        if self._state is not None and self._shown is not None:
            self.drawing.pick(box_of(self._state.seen, self._shown.tekening, part))

    def _ask_whom(self, options: Sequence[Option]) -> None:
        lid = self._lid()
        if tuple(options) != self._options:
            self._options = tuple(options)
            with QSignalBlocker(self.whom):
                self.whom.clear()
                self.whom.addItems([each.label for each in options])
                there = (place for place, each in enumerate(options) if each.value == lid)
                self.whom.setCurrentIndex(next(there, 0))
        self.whom.setVisible(bool(options))

    def _lid(self) -> UUID | None:
        place = self.whom.currentIndex()
        return self._options[place].value if 0 <= place < len(self._options) else None

    def _draw(self) -> None:
        if self._state is None:
            return
        seen = self._state.seen
        shown = ecogram_kaart(seen, self.slider.day(), self._lid())
        self.day.say(long_date(self.slider.day()))
        self.whom.setToolTip(self.whom.currentText())  # a long name does not fit
        self.drawing.movable = self.slider.is_now()
        self.drawing.show_drawing(shown.tekening, shown.tekst)
        if self._shown is None or shown.legenda != self._shown.legenda:
            self._explain(shown.legenda)
        self._shown = shown
        self.pick(self._picked)
        self.free.setVisible(bool(seen.dossier.plekken))

    def _explain(self, legenda: Sequence[Uitleg]) -> None:
        """The kinds of people in sight, the other signs folded away."""
        for row, kinds in ((self.kinds, True), (self.signs, False)):
            clear(row)
            for each in legenda:
                if (each.kleur is not None) is kinds:
                    row.addWidget(_entry(each))
        self.fold.setVisible(self.signs.count() > 0)

    # ------------------------------------------------------------ doing

    def _pick_told(self, part: UUID) -> None:
        self._picked = part
        self.picked.emit(part)

    def _move(self, part: str, x: int, y: int) -> None:
        self._pick_told(UUID(part))
        self._presenter.change(_("Verplaatsen"), put_at(UUID(part), x, y))

    def _let_go(self) -> None:
        self._presenter.change(_("Plekken loslaten"), let_go)

    def _open_ties(self) -> None:
        BandenDialog(self, self._presenter, self._picked).open()


class Sign(QWidget):
    """A sign of the drawing, small, for the legend."""

    def __init__(self, uitleg: Uitleg) -> None:
        """Show this one."""
        super().__init__()
        self._uitleg = uitleg
        self.setFixedSize(theme.scaled(Size.ICON if uitleg.letter else Size.ICON_LARGE), theme.scaled(Size.ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        paint_sign(QPainter(self), self.rect(), self._uitleg)


def _entry(uitleg: Uitleg) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XS)
    row.addWidget(Sign(uitleg))
    row.addWidget(Elided(uitleg.tekst, "small"), 1)
    return holder
