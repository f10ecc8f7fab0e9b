"""The card "Versies": agreed or a proposal, what changed since, every version as paper, and who received it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.values import get
from gezinsplan.domain.vaststellen import reden_geen_vaststellen
from gezinsplan.domain.versies import Verstrekking
from gezinsplan.presenters import versie_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.veiligheid_forms import check_form
from gezinsplan.presenters.versies import GegevenRij, VersieKaart, VersieRij, Versies
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.errors import sentence
from gezinsplan.ui import messages
from gezinsplan.ui.afspraak_row import pop_up
from gezinsplan.ui.buttons import icon_button, link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Chip, Words, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space, Tone

_AT_ONCE = 5


class VersieCard(Card):
    """Where the plan stands, with the way to agree on it; a version opens as its pages."""

    reading = Signal(object)

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.agree = link(_("Vaststellen…"), self.ask_agree)
        self.agree.setObjectName("versie/agree")
        super().__init__(_("Versies"), self.agree)
        self._presenter = presenter
        self._versies = Versies()
        self._shown: VersieKaart | None = None

    def show_state(self, state: FamilyState) -> None:
        """Show where the plan of this family stands; what is folded out stays so."""
        shown = self._versies.kaart(state)
        if shown == self._shown:
            return
        opened = {each.objectName() for each in self.findChildren(Fold) if each.is_open()}
        self._shown = shown
        self.clear()
        word = _("zo spreken we het af") if shown.afgesproken else _("nog een voorstel")
        self.add(_at_left(Chip(word, Tone.GREEN if shown.afgesproken else Tone.AMBER)), muted(shown.stand))
        self._show_check(shown)
        self._show_changes(shown)
        if not shown.afgesproken:
            self.add(_named(link(_("Voorstel geven…"), self._propose, "plus"), "versie/propose"))
        self._fold("versie/all", _count(shown), [self._version(each) for each in shown.versies])
        self._fold("versie/given", _("Wie kreeg het?"), [self._given(each) for each in shown.gegeven])
        for fold in self.findChildren(Fold):
            fold.open(fold.objectName() in opened)

    def _show_check(self, shown: VersieKaart) -> None:
        if shown.belet:
            self.add(Words(shown.belet))
            self.add(_named(link(_("Kijken hoe veilig het is…"), self._check), "versie/check"))

    def _show_changes(self, shown: VersieKaart) -> None:
        if not shown.veranderd:
            return
        lines = [Words(f"\N{BULLET} {each}") for each in shown.veranderd]
        self.add(strong(shown.veranderd_sinds), *lines[:_AT_ONCE])
        rest = len(lines) - _AT_ONCE
        name = ngettext("Nog {n} verandering", "Nog {n} veranderingen", rest).format(n=rest)
        self._fold("versie/more", name, lines[_AT_ONCE:])

    def _fold(self, key: str, title: str, rows: list[QWidget] | list[Words]) -> None:
        if rows:
            fold = Fold(title, stack(*rows, gap=0, end=False))
            fold.setObjectName(key)
            fold.button.setObjectName(f"{key}/fold")
            self.add(fold)

    def _version(self, rij: VersieRij) -> QWidget:
        row = OpenRow(_two_lines(rij.naam, rij.onder), f"{rij.naam}, {rij.onder}", lambda: self.reading.emit(rij.id))
        row.setObjectName(f"{rij.id}/open")
        more = icon_button("ellipsis", _("Meer over: {what}").format(what=f"{rij.naam}, {rij.onder}"))
        more.setObjectName(f"{rij.id}/more")
        more.clicked.connect(lambda _checked=False: self._menu(more, rij.id))
        return _beside(row, more)

    def _given(self, rij: GegevenRij) -> QWidget:
        row = OpenRow(_two_lines(rij.naam, rij.onder), f"{rij.naam}, {rij.onder}", partial(self._react, rij.id))
        row.setObjectName(f"{rij.id}/open")
        return row

    # ------------------------------------------------------------ what can be done

    def ask_agree(self) -> None:
        """Ask on which day and in which talk; without a look at safety that comes first (product.md 3)."""
        family = self._presenter.family
        reason = reden_geen_vaststellen(family.dossier, family.op)
        if reason is None:
            open_form(self, self._presenter, versie_forms.vaststel_form)
            return
        title, text = sentence(reason, {})
        messages.ask(self, title, text, (_("Kijken hoe veilig het is"), self._check))

    def _check(self) -> None:
        open_form(self, self._presenter, check_form)

    def _propose(self) -> None:
        open_form(self, self._presenter, versie_forms.voorstel_form)

    def _give(self, versie: UUID) -> None:
        open_form(self, self._presenter, lambda family: versie_forms.geven_form(family, versie))

    def _menu(self, button: QWidget, versie: UUID) -> None:
        pop_up(
            button,
            (_("Lezen en afdrukken…"), lambda: self.reading.emit(versie)),
            (_("Geven…"), partial(self._give, versie)),
        )

    def _react(self, part: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: versie_forms.verstrekking_form(family, get(family.dossier, Verstrekking, part)),
        )


def _count(shown: VersieKaart) -> str:
    number = len(shown.versies)
    return ngettext("{n} versie", "{n} versies", number).format(n=number)


def _named(button: QWidget, name: str) -> QHBoxLayout:
    """A button at the left of its line, by which it is found again."""
    button.setObjectName(name)
    return _at_left(button)


def _at_left(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    line.addStretch(1)
    return line


def _two_lines(above: str, below: str) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(above))
    if below:
        words.addWidget(small(below))
    return words


def _beside(row: QWidget, more: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.XS)
    line.addWidget(row, 1)
    line.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
    return holder
