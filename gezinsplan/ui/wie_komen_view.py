"""Wie komen er allemaal?: one line per person, Enter for the next, and the drawing that grows with each line."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.ecogram import draw
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.values import get
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.helper_forms import helper_edit_form
from gezinsplan.presenters.wie_komen import KomtRij, WieKomen, beginstand_form, recount, wie_komen
from gezinsplan.presenters.wie_komen_regel import line_form
from gezinsplan.presenters.wie_komen_twijfel import Twijfel, doubt
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import messages, theme
from gezinsplan.ui.answers import Answer
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Banner, Card, Page, clear, say_aloud, stack
from gezinsplan.ui.ecogram import EcogramView
from gezinsplan.ui.form_frame import REST_MILLISECONDS
from gezinsplan.ui.labels import Chip, Line, Words, heading, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.rows import OpenRow, SideBySide, kept
from gezinsplan.ui.tokens import Size, Space, Tone
from gezinsplan.ui.wie_komen_line import EntryLine

_SIDE_BY_SIDE = 820


class Beside(EcogramView):
    """The drawing as it stands beside the list: content with less height, so that both stay in sight."""

    def sizeHint(self) -> QSize:
        """As small as can be read."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A square in which names can still be read."""
        return QSize(1, 1) * round(0.75 * Size.ECOGRAM)


class PeopleCard(Card):
    """Who there are already, or only those about whom something is still open."""

    def __init__(self, open_part: Callable[[UUID], object]) -> None:
        """`open_part` opens the form about one of them."""
        self._turn = link("", self._turned)
        super().__init__(" ", self._turn)
        self.only_open = False
        self._open_part = open_part
        self._shown: WieKomen | None = None
        self._rows = stack(gap=0, end=False)
        inside = stack(self._rows)
        self.list = Page(inside)
        inside.setContentsMargins(0, 0, Space.S, 0)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(theme.scaled(Size.LINES))
        self.add(self.list)

    def show_people(self, shown: WieKomen) -> None:
        """Show these people, the last entered first."""
        self._shown = shown
        self.only_open = self.only_open and bool(shown.aanvullen)
        self.setVisible(bool(shown.rijen))
        self.title.setText(shown.aanvullen_kop if self.only_open else shown.kop)
        self._turn.setText(_("Toon iedereen") if self.only_open else shown.aanvullen_kop)
        self._turn.setVisible(bool(shown.aanvullen))
        rows = [each for each in shown.rijen if each.aanvullen or not self.only_open]
        with kept(self.list):
            clear(self._rows)
            for number, each in enumerate(rows):
                for part in (*((Line(),) if number else ()), self._row(each)):
                    self._rows.addWidget(part)

    def _turned(self) -> None:
        self.only_open = not self.only_open
        if self._shown is not None:
            self.show_people(self._shown)

    def _row(self, rij: KomtRij) -> OpenRow:
        words = stack(strong(rij.naam), gap=0, end=False)
        if rij.onder:
            words.addWidget(small(rij.onder))
        if rij.aanvullen:
            asked = Words(_("Nog aanvullen: {questions}").format(questions=" ".join(rij.aanvullen)), "small")
            words.addWidget(asked)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addLayout(words, 1)
        if rij.merk:
            row.addWidget(Chip(rij.merk, Tone.NEUTRAL))
        spoken = ", ".join(part for part in (rij.naam, rij.onder, rij.merk, *rij.aanvullen) if part)
        made = OpenRow(row, spoken, lambda: self._open_part(rij.id))
        made.setObjectName(str(rij.id))
        return made


class TotalCard(Card):
    """ "Kloppen deze 15?", or when that was said."""

    def __init__(self, settle: Callable[[], object], again: Callable[[], object]) -> None:
        """`settle` asks for the day, `again` takes it back."""
        super().__init__()
        self._settle = settle
        self._again = again

    def show_total(self, shown: WieKomen) -> None:
        """Ask, or tell."""
        self.clear()
        self.setVisible(bool(shown.vraag or shown.nageteld))
        if shown.vraag:
            yes = secondary(_("Ja, dit klopt…"), self._settle)
            yes.setObjectName("beginstand/yes")
            self.add(_beside(stack(heading(shown.vraag), muted(shown.uitleg), gap=0, end=False), yes))
        elif shown.nageteld:
            again = link(_("Opnieuw natellen"), self._again)
            again.setObjectName("beginstand/again")
            self.add(_beside(stack(strong(shown.nageteld), gap=0, end=False), again))


class WieKomenView(QWidget):
    """The whole of it: the line, the question about the number, who there are already, and the drawing."""

    done = Signal()

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until a family is shown."""
        super().__init__()
        self.reopen: Reopen | None = lambda page: page.show_entry()
        self._presenter = presenter
        self._root: UUID | None = None
        self._shown: WieKomen | None = None
        self._kept: dict[str, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.leave)
        self.line = EntryLine(presenter)
        self.line.entered.connect(self._enter)
        self.line.typed.connect(self._rest.start)
        self.drawing = Beside(draw("", "", ()), "")
        self.around = Card(_("Wie staat er om het gezin heen")).add(self.drawing)
        self.people = PeopleCard(self._open)
        self.total = TotalCard(self._settle, self._recount)
        self._place()

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The fields of the line by name."""
        return self.line.answers

    def _place(self) -> None:
        ready = secondary(_("Klaar"), self.done.emit)
        top = QHBoxLayout()
        words = _("Eén regel per mens. Enter voor de volgende. Wat u niet weet, laat u leeg.")
        top.addLayout(stack(heading(_("Wie komen er allemaal?"), "title"), muted(words), gap=0, end=False), 1)
        top.addWidget(ready)
        self._said = QVBoxLayout()
        left = QWidget()
        beside = stack(self.total, self.people, gap=Space.M, end=False)
        beside.setStretchFactor(self.people, 1)
        left.setLayout(beside)
        both = SideBySide(left, self.around, _SIDE_BY_SIDE)
        column = stack(top, self._said, self.line, both, gap=Space.M, end=False)
        column.setStretchFactor(both, 1)
        self.page = Page(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self.setFocusProxy(self.line)

    # ------------------------------------------------------------ showing

    def show_state(self, state: FamilyState) -> None:
        """Show who there are; what is being typed stays, unless it is another family."""
        if not self.line.lines:
            self.line.build()
        if state.family.dossier.id != self._root:
            self._root = state.family.dossier.id
            self._kept = {}
            self.people.only_open = False
            clear(self._said)
            self.line.put({})
            self._presenter.draft(line_form(state.family), self._restore)
        shown = wie_komen(state.seen)
        if shown == self._shown:
            return
        self._shown = shown
        self.drawing.show_drawing(shown.tekening, shown.tekening_tekst)
        with kept(self.page):
            self.total.show_total(shown)
        self.people.show_people(shown)

    # ------------------------------------------------------------ what can be done

    def _enter(self, texts: dict[str, str]) -> None:
        """End the line: the fields are free for the next at once, and what is wrong is told before that."""
        yes = self.findChild(QWidget, "beginstand/yes")
        if self.line.is_empty() and yes is not None:
            yes.setFocus()
            return
        form = line_form(self._presenter.family)
        try:
            form.apply(self._presenter.family, texts)
        except Refused as refused:
            self.line.refuse(refused)
            return
        self._rest.stop()
        say_aloud(self.line, _("Erbij: {what}").format(what=self.line.preview.text()))
        self.line.put({})
        self.line.setFocus()
        clear(self._said)
        made = partial(self._made, self._presenter.family)
        self._presenter.save_new(form, texts, made, partial(self._not_made, texts))

    def _made(self, before: Family) -> None:
        """Whatever is typed of the next line is kept anew: with the line its draft went."""
        self._kept = {}
        doubtful = doubt(before, self._presenter.family)
        if doubtful is not None:
            self._say(Banner(doubtful.tekst, Tone.AMBER, (_("Ja, dezelfde"), partial(self._same, doubtful))))
        if not self.line.is_empty():
            self._rest.start()

    def _not_made(self, texts: dict[str, str], refused: Refused) -> None:
        """What could not be kept comes back, where nothing else is typed yet."""
        if self.line.is_empty():
            self.line.put(texts)
            if "field" in refused.values:
                self.line.refuse(refused)
                return
        self._say(messages.banner(refused))

    def _same(self, doubtful: Twijfel) -> None:
        clear(self._said)
        self._presenter.change(_("Dezelfde persoon of organisatie"), doubtful.zelfde)
        self.line.setFocus()

    def _say(self, banner: Banner) -> None:
        clear(self._said)
        self._said.addWidget(banner)
        banner.announce()

    def _open(self, part: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: helper_edit_form(family, get(family.dossier, Betrokkenheid, part)),
            removable=part,
        )

    def _settle(self) -> None:
        open_form(self, self._presenter, beginstand_form)

    def _recount(self) -> None:
        self._presenter.change(_("Opnieuw natellen"), recount)

    # ------------------------------------------------------------ what is half typed

    def leave(self) -> None:
        """Keep what is typed of a line that was not ended, for after a lock or crash."""
        self._rest.stop()
        texts = {name: text for name, text in self.line.texts().items() if text}
        if self._root is not None and texts != self._kept:
            self._kept = texts
            self._presenter.keep_draft(line_form(self._presenter.family), texts)

    def _restore(self, draft: dict[str, str]) -> None:
        self._kept = dict(draft)
        if draft and self.line.is_empty():
            self.line.put(draft)


def _beside(words: QVBoxLayout, step: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    row.addLayout(words, 1)
    row.addWidget(step)
    return row
