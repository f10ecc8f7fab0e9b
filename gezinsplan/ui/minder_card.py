"""The card "Kan het met minder?": questions to talk about, never a verdict; it changes nothing by itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.minder import MinderKaart, Mogelijkheid, Vraag, minder_kaart, put_on_agenda
from gezinsplan.presenters.overleg_form import overleg_form
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import messages
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Glyph, Line, Words, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold
from gezinsplan.ui.tokens import Space

_AT_ONCE = 2


class MinderCard(Card):
    """Hidden while nobody counts; the answer is worked out beside the window."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Say nothing until there is a family."""
        super().__init__(_("Kan het met minder?"))
        self._presenter = presenter
        self._shown: MinderKaart | None = None
        self._asked = 0
        self.hide()

    def show_state(self, state: FamilyState) -> None:
        """Ask it of this family; only the answer to the question that was asked last is shown."""
        self._asked += 1
        asked, seen = self._asked, state.seen

        def answered(card: MinderKaart | None) -> None:
            if asked == self._asked:
                self._show(card)

        self._presenter.run(lambda: minder_kaart(seen), answered, lambda refused: messages.tell(self, refused))

    def _show(self, card: MinderKaart | None) -> None:
        self.setVisible(card is not None)
        if card == self._shown or card is None:
            return
        self._shown = card
        self.clear()
        if card.redenen:
            self.add(Flow(Glyph("shield", "amber"), strong(card.kop)), *map(Words, card.redenen))
            return
        self.add(Words(card.kop))
        if card.mogelijkheden:
            self.add(*_questions(card.mogelijkheden[0].vragen), *self._agenda(card.mogelijkheden[0]))
        self.add(*self._folds(card))
        if card.let_op:
            self.add(small(card.let_op))

    def _folds(self, card: MinderKaart) -> list[Fold]:
        """The other teams that are as small, and who stays and why."""
        made: list[Fold] = []
        if len(card.mogelijkheden) > 1:
            others: list[QWidget | QVBoxLayout] = [small(card.even_klein)]
            for each in card.mogelijkheden[1:]:
                agenda = stack(*self._agenda(each), gap=Space.XS, end=False)
                others += [Line(), *_questions(each.vragen), agenda]
            made.append(_fold("andere", _("Andere mogelijkheden"), *others))
        if card.blijven:
            made.append(_fold("blijven", _("Wie blijft, en waarom"), *map(small, card.blijven)))
        return made

    def _agenda(self, possible: Mogelijkheid) -> list[QWidget]:
        """The button, or on which agenda these questions stand already."""
        if possible.op_agenda:
            return [small(_("Staat op de agenda van {date}.").format(date=possible.op_agenda))]
        kind = link if possible.nummer else secondary
        button = kind(_("Zet op de agenda"), lambda: self.put_on_agenda(possible.nummer))
        button.setObjectName(f"minder/agenda/{possible.nummer}")
        return [button]

    def put_on_agenda(self, number: int) -> None:
        """One step; without a next talk that is planned first."""

        def failed(refused: Refused) -> None:
            if refused.code is not Code.NO_TALK_PLANNED:
                messages.tell(self, refused)
                return
            what, next_step = messages.sentence(refused)
            plan = (_("Gesprek plannen\N{HORIZONTAL ELLIPSIS}"), self._plan_talk)
            messages.ask(self, what, next_step, plan)

        self._presenter.change(_("Op de agenda zetten"), put_on_agenda(number), failed=failed)

    def _plan_talk(self) -> None:
        open_form(self, self._presenter, overleg_form)


def _fold(name: str, title: str, *parts: QWidget | QVBoxLayout) -> Fold:
    made = Fold(title, stack(*parts, gap=Space.S, end=False))
    made.button.setObjectName(f"minder/{name}")
    return made


def _questions(vragen: Sequence[Vraag]) -> list[QWidget]:
    """The first questions; what is more is folded away."""
    shown: list[QWidget] = [_question(each) for each in vragen[:_AT_ONCE]]
    rest = vragen[_AT_ONCE:]
    if rest:
        more = ngettext("Nog {n} vraag", "Nog {n} vragen", len(rest)).format(n=len(rest))
        shown.append(Fold(more, stack(*map(_question, rest), gap=Space.S, end=False)))
    return shown


def _question(vraag: Vraag) -> QWidget:
    holder = QWidget()
    holder.setLayout(stack(strong(vraag.tekst), *map(small, vraag.onder), gap=0, end=False))
    return holder
