"""The tab Veiligheid: how safe people say it is and when to look again, what was agreed, what a judge decided."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Onderdeel
from gezinsplan.domain.values import get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidscheck
from gezinsplan.presenters import veiligheid_forms as forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.plan_tab import Vak, vak
from gezinsplan.presenters.veilig_kaart import CheckRij, VeiligKaart, VeiligRij, veilig_kaart
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.words import word
from gezinsplan.ui.afspraak_row import chips
from gezinsplan.ui.buttons import link, primary
from gezinsplan.ui.cards import Card, EmptyState, Page, clear, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Line, Words, muted, small, strong
from gezinsplan.ui.meldcode_card import MeldcodeCard
from gezinsplan.ui.open_form import Make, open_form
from gezinsplan.ui.plan_aside import VakCard, with_pencil
from gezinsplan.ui.rows import Fold, OpenRow, SideBySide, kept
from gezinsplan.ui.tokens import Size, Space

_SIDE_BY_SIDE = 820
_DOT = " \N{MIDDLE DOT} "
Row = TypeVar("Row", CheckRij, VeiligRij)


class SafetyCard(Card, Generic[Row]):
    """Rows that stand now, and behind a fold those that were; `empty` says what they are for."""

    def __init__(self, title: str, add: QPushButton, empty: str, make: Callable[[Row], QWidget]) -> None:
        """`make` gives the widget of a row."""
        super().__init__(title, add)
        self._make: Callable[[Row], QWidget] = make
        self._empty = empty
        self._now, self._was = stack(gap=Space.XS, end=False), stack(gap=Space.XS, end=False)
        self.past = Fold("", self._was)
        self.past.button.setObjectName(f"{add.objectName()}/past")
        self.add(self._now, self.past)

    def show_rows(self, now: Sequence[Row], was: Sequence[Row], past: str) -> None:
        """Show these; `past` is the name of the fold."""
        for column, rows in ((self._now, now), (self._was, was)):
            clear(column)
            for number, row in enumerate(rows):
                if number:
                    column.addWidget(Line())
                column.addWidget(self._make(row))
        if not now:
            self._now.addWidget(muted(self._empty))
        self.past.name(past)
        self.past.setVisible(bool(was))


class VeiligheidTab(QWidget):
    """Calm rows, each of which opens its form; nothing is computed or advised (product.md rule 5)."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until a family is shown."""
        super().__init__()
        self._presenter = presenter
        self._root: UUID | None = None
        self._shown: VeiligKaart | None = None
        self._build_cards()
        left = _column(self.checks, self.afspraken, self.happened, self.meldcode)
        self.used = SideBySide(
            left, _column(self.maatregelen, self._note(), self._to_meldcode()), _SIDE_BY_SIDE, Size.ASIDE
        )
        self.page = Page(stack(self.empty, self.used))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def _build_cards(self) -> None:
        look = self._adds("check/add", _("Opnieuw kijken"), forms.check_form)
        agree = self._adds("afspraak/add", _("Afspraak toevoegen"), forms.afspraak_form)
        order = self._adds("maatregel/add", _("Toevoegen"), forms.maatregel_form)
        order.setAccessibleName(_("Besluit toevoegen"))
        text = _("Nog niet gekeken.")
        self.checks: SafetyCard[CheckRij] = SafetyCard(_("Hoe veilig is het?"), look, text, self._check_row)
        text = _("Wat doet wie om het veilig te houden, en wie kijkt na of dat gebeurt?")
        self.afspraken: SafetyCard[VeiligRij] = SafetyCard(
            _("Afspraken over veiligheid"), agree, text, self._afspraak_row
        )
        text = _("Heeft een rechter of burgemeester iets besloten? Zet dat dan hier.")
        title = _("Besluiten van rechter of burgemeester")
        self.maatregelen: SafetyCard[VeiligRij] = SafetyCard(title, order, text, self._maatregel_row)
        self.happened = VakCard(self._presenter, Vak(Onderdeel.VOORVAL, word(Onderdeel.VOORVAL), "", ()))
        self.meldcode = MeldcodeCard(self._presenter)
        self.begin_meldcode = link(_("Meldcode\N{HORIZONTAL ELLIPSIS}"), self.meldcode.begin)
        self.begin_meldcode.setObjectName("meldcode/begin")
        self.empty = self._empty_card()

    def _empty_card(self) -> Card:
        step = primary(_("Kijken hoe veilig het is"), lambda: self._ask(forms.check_form))
        step.setObjectName("check/first")
        text = _("Hier schrijft u op hoe veilig het is, wie dat zegt en waarom, en wanneer u samen opnieuw kijkt.")
        agree = self._adds("afspraak/first", _("Afspraak toevoegen"), forms.afspraak_form)
        order = self._adds("maatregel/first", _("Besluit toevoegen"), forms.maatregel_form)
        card = Card().add(EmptyState(_("Hoe veilig is het?"), text, step, "shield"))
        return card.add(Flow(agree, order))

    @staticmethod
    def _note() -> Words:
        note = small(_("Dit alles staat alleen in het dossier, tenzij u bij een regel anders kiest."))
        note.setContentsMargins(Space.L, 0, Space.L, 0)
        return note

    def _to_meldcode(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(stack(Flow(self.begin_meldcode), end=False))
        return holder

    # ------------------------------------------------------------ showing

    def show_state(self, state: FamilyState) -> None:
        """Show this state; another family begins at the top."""
        shown = veilig_kaart(state.seen)
        self.happened.show_row(vak(state.seen, Onderdeel.VOORVAL))
        self.meldcode.show_family(state.seen)
        self.begin_meldcode.setVisible(self.meldcode.isHidden())
        if shown != self._shown:
            self._shown = shown
            with kept(self.page):
                self._show(shown)
        root = state.family.dossier.id
        if root != self._root:
            self._root = root
            for card in (self.checks, self.afspraken, self.maatregelen):
                card.past.open(False)
            self.page.verticalScrollBar().setValue(0)

    def _show(self, shown: VeiligKaart) -> None:
        self.empty.setVisible(not shown.gebruikt)
        self.used.setVisible(shown.gebruikt)
        count = len(shown.eerder)
        past = ngettext("{n} keer eerder gekeken", "{n} keer eerder gekeken", count).format(n=count)
        self.checks.show_rows(shown.staan, shown.eerder, past)
        for card, rows in ((self.afspraken, shown.afspraken), (self.maatregelen, shown.maatregelen)):
            ended = [each for each in rows if not each.loopt]
            past = ngettext("{n} gestopt", "{n} gestopt", len(ended)).format(n=len(ended))
            card.show_rows([each for each in rows if each.loopt], ended, past)

    def _check_row(self, row: CheckRij) -> QWidget:
        top = Flow(*chips((row.woord,)), Words(row.over, "strong"), gap=Space.S)
        words = stack(top, Words(row.grond), small(_DOT.join(row.onder)), gap=Space.XS, end=False)
        spoken = ", ".join((row.woord.tekst, row.over, row.grond, *row.onder))
        return self._row(row.id, words, spoken, Veiligheidscheck, forms.check_form)

    def _afspraak_row(self, row: VeiligRij) -> QWidget:
        opens = self._part_row(row, Veiligheidsafspraak, forms.afspraak_form)
        if not row.loopt:
            return opens
        close = link(_("Niet meer nodig\N{HORIZONTAL ELLIPSIS}"), lambda: self._close(row.id))
        close.setObjectName(f"{row.id}/close")
        close.setAccessibleName(_("Niet meer nodig: {what}").format(what=row.tekst))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(opens, 1)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _maatregel_row(self, row: VeiligRij) -> QWidget:
        return self._part_row(row, Maatregel, forms.maatregel_form)

    def _part_row(self, row: VeiligRij, kind: type[Any], make: Callable[[Family, Any], Form]) -> OpenRow:
        words = stack(strong(row.tekst) if row.loopt else Words(row.tekst), *map(small, row.onder), gap=0, end=False)
        if row.merken:
            words.addLayout(Flow(*chips(row.merken), gap=Space.XS))
        spoken = ", ".join((row.tekst, *row.onder, *(each.tekst for each in row.merken)))
        return self._row(row.id, words, spoken, kind, make)

    def _row(
        self, part: UUID, words: QVBoxLayout, spoken: str, kind: type[Any], make: Callable[[Family, Any], Form]
    ) -> OpenRow:
        def form(family: Family) -> Form:
            return make(family, get(family.dossier, kind, part))

        row = OpenRow(with_pencil(words), spoken, lambda: self._ask(form, part))
        row.setObjectName(f"{part}/open")
        return row

    # ------------------------------------------------------------ what can be done

    def _adds(self, name: str, text: str, make: Make) -> QPushButton:
        button = link(text, lambda: self._ask(make), "plus")
        button.setObjectName(name)
        return button

    def _ask(self, make: Make, part: UUID | None = None) -> None:
        open_form(self.page, self._presenter, make, removable=part)

    def _close(self, part: UUID) -> None:
        self._ask(lambda family: forms.close_form(family, get(family.dossier, Veiligheidsafspraak, part)))


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    column.setLayout(stack(*parts, gap=Space.M))
    return column
