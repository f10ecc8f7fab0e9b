"""Gezin en netwerk: who belongs to it, who stands around it, where they live, who has gezag, what is shielded."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gezinsplan.domain.personen import Afscherming, Bewoning, Gezagsverhouding, Huishouden, Persoon, PersoonSoort
from gezinsplan.domain.values import get
from gezinsplan.presenters import gezin_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.gezin_tab import GezinTab, Huis, Kind, Regel, gezin_tab
from gezinsplan.services.caseload import Family
from gezinsplan.services.paper import Blad
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Banner, Card, Facts, Page, clear, stack
from gezinsplan.ui.elders_card import EldersCard
from gezinsplan.ui.labels import Chip, Line, Words, muted, small, strong
from gezinsplan.ui.open_form import Make, open_form
from gezinsplan.ui.relaties_card import RelatiesCard
from gezinsplan.ui.rows import OpenRow, SideBySide, kept
from gezinsplan.ui.stamboom_card import StamboomCard
from gezinsplan.ui.tokens import Size, Space, Tone


class Look(StrEnum):
    """How a row stands: by itself, under a name, or as one line under another row."""

    OWN = "own"
    UNDER = "under"
    LINE = "line"


class PartRow(OpenRow):
    """One row of a card, which opens the form about it."""

    def __init__(self, regel: Regel, opened: Callable[[], object], look: Look = Look.OWN) -> None:
        """`opened` asks for the form."""
        words = stack(_title(regel, look), gap=0, end=False)
        for line in () if look is Look.LINE else regel.onder:
            words.addWidget(small(line))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addLayout(words, 1)
        marks = ((regel.afgeschermd, "eye-off"), (regel.voorbij, ""))
        for text, icon in marks:
            if text:
                row.addWidget(Chip(text, Tone.NEUTRAL, icon), 0, Qt.AlignmentFlag.AlignTop)
        spoken = (regel.naam, *regel.onder, regel.afgeschermd, regel.voorbij)
        super().__init__(row, ", ".join(text for text in spoken if text), opened)
        self.setObjectName(str(regel.id))
        if look is not Look.OWN:
            row.setContentsMargins(Space.L, Space.XS, Space.XS, Space.XS)


def _title(regel: Regel, look: Look) -> Words:
    if look is Look.LINE:
        return Words(": ".join((regel.naam, *regel.onder)))
    return strong(regel.naam) if look is Look.OWN else Words(regel.naam)


class GezinTabView(QWidget):
    """The cards; lists come from what may be seen, forms from what there is; `printing` asks for a paper."""

    printing = Signal(Blad)

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        super().__init__()
        self.presenter = presenter
        self._shown: tuple[GezinTab, bool] | None = None
        self.rows: dict[UUID, PartRow] = {}
        member, network = PersoonSoort.GEZINSLID, PersoonSoort.NETWERK
        self.new_home = self._adds(_("Huis toevoegen"), gezin_forms.huishouden_form)
        self.new_bewoner = self._adds(_("Bewoner toevoegen"), gezin_forms.bewoning_form)
        self.new_gezag = self._adds(_("Gezag toevoegen"), gezin_forms.gezag_form)
        self.new_member = self._adds(_("Gezinslid toevoegen"), lambda family: gezin_forms.persoon_form(family, member))
        self.new_netwerk = self._adds(_("Iemand toevoegen"), lambda family: gezin_forms.persoon_form(family, network))
        self.new_shield = self._adds(_("Afschermen"), gezin_forms.afscherming_form)
        self.edit_gezin = link(_("Wijzigen"), lambda: self.ask_form(gezin_forms.gezin_form), "pencil")
        self.edit_gezin.setAccessibleName(_("Over dit gezin wijzigen"))
        self.gezin = Card(_("Gezin"), self.new_member)
        self.netwerk = Card(_("Familie, vrienden en buren"), self.new_netwerk)
        self.huizen = Card(_("Waar wonen ze?"), self.new_home, self.new_bewoner)
        self.gezag = Card(_("Gezag"), self.new_gezag)
        self.afscherming = Card(_("Afgeschermd"), self.new_shield)
        self.feiten = Card(_("Over dit gezin"), self.edit_gezin)
        self._place()

    def _place(self) -> None:
        self._above = QVBoxLayout()
        self.elders = EldersCard(self.presenter)
        self.relaties, self.stamboom = RelatiesCard(self.presenter), StamboomCard()
        self.stamboom.printing.connect(lambda: self.printing.emit(Blad.STAMBOOM))
        left, right = QWidget(), QWidget()
        left.setLayout(stack(self.gezin, self.netwerk, self.relaties))
        right.setLayout(stack(self.huizen, self.gezag, self.afscherming, self.feiten))
        self.page = Page(stack(self._above, self.elders, self.stamboom, SideBySide(left, right, 2 * Size.UNLOCK)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def show_state(self, state: FamilyState) -> None:
        """Show the family; what has not changed stays as it is."""
        tab = gezin_tab(state.seen)
        self.elders.show_state(state)
        self.relaties.show_family(state.seen)
        self.stamboom.show_family(state.seen)
        if (tab, state.shielded) != self._shown:
            self._shown = tab, state.shielded
            with kept(self.page):
                self._fill(tab, shielded=state.shielded)

    # ------------------------------------------------------------ what is shown

    def _fill(self, tab: GezinTab, *, shielded: bool) -> None:
        self.rows = {}
        clear(self._above)
        if shielded:
            text = _("In dit gezin zijn gegevens afgeschermd.")
            self._above.addWidget(Banner(text, Tone.AMBER, (_("Toon"), self.presenter.reveal), closable=False))
        self.new_bewoner.setVisible(bool(tab.huizen and (tab.gezin or tab.netwerk)))
        rows = [self._row(each, Persoon, _persoon_form) for each in tab.gezin]
        _into(self.gezin, rows, _("Wie horen er bij dit gezin, en hoe willen zij genoemd worden?"))
        rows = [self._row(each, Persoon, _persoon_form) for each in tab.netwerk]
        _into(self.netwerk, rows, _("Wie staan er om het gezin heen? Denk aan opa en oma, vrienden en buren."))
        homes = [self._home(each) for each in tab.huizen]
        _into(self.huizen, homes, _("Wie woont waar? Een kind kan ook in twee huizen wonen."))
        children = [self._child(each) for each in tab.kinderen]
        _into(self.gezag, children, _("Wie beslist over de kinderen? Schrijf het per kind op, en hoe we dat weten."))
        rows = [self._row(each, Afscherming, gezin_forms.afscherming_form) for each in tab.afschermingen]
        _into(self.afscherming, rows, _("Mag iemand een adres, telefoonnummer of school niet weten? Zet dat dan hier."))
        _into(self.feiten, [Facts(*tab.feiten)], "")

    def _home(self, huis: Huis) -> QWidget:
        rows = [self._row(huis.regel, Huishouden, gezin_forms.huishouden_form)]
        rows += [self._row(each, Bewoning, gezin_forms.bewoning_form, Look.LINE) for each in huis.bewoners]
        return _block(rows)

    def _child(self, kind: Kind) -> QWidget:
        rows: list[QWidget] = [strong(kind.naam)]
        rows += [self._row(each, Gezagsverhouding, gezin_forms.gezag_form, Look.UNDER) for each in kind.gezag]
        return _block(rows if kind.gezag else [*rows, muted(_("Nog niet opgeschreven"))])

    def _row(self, regel: Regel, kind: Any, form: Callable[[Family, Any], Form], look: Look = Look.OWN) -> PartRow:
        part = regel.id

        def make(family: Family) -> Form:
            return form(family, get(family.dossier, kind, part))

        row = PartRow(regel, lambda: self.ask_form(make, part), look)
        self.rows[regel.id] = row
        return row

    def _adds(self, text: str, make: Make) -> QPushButton:
        return link(text, lambda: self.ask_form(make), "plus")

    # ------------------------------------------------------------ what is done

    def ask_form(self, make: Make, part: UUID | None = None) -> None:
        """Open a form; afterwards the row of that part has the keyboard again."""
        open_form(self.page, self.presenter, make, part, lambda: self._back_to(part))

    def _back_to(self, part: UUID | None) -> None:
        """The row that was open has the keyboard again, also when it was drawn anew."""
        if part in self.rows:
            self.rows[part].setFocus(Qt.FocusReason.OtherFocusReason)


def _persoon_form(family: Family, persoon: Persoon) -> Form:
    return gezin_forms.persoon_form(family, persoon.soort, persoon)


def _block(rows: Iterable[QWidget]) -> QWidget:
    """Rows that belong together."""
    block = QWidget()
    block.setLayout(stack(*rows, gap=0, end=False))
    return block


def _into(card: Card, rows: Iterable[QWidget], empty: str) -> None:
    """Fill a card, with a hairline between its rows; without rows it says what it is for."""
    card.clear()
    for number, row in enumerate(rows):
        if number:
            card.add(Line())
        card.add(row)
    if not card.body.count():
        card.add(muted(empty))
