"""The card with everybody who helps: the table, and letting somebody in, talking about him, or letting him go."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal

from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.klik import human
from gezinsplan.domain.values import find
from gezinsplan.presenters import helper_forms
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.presenters.wie_helpt import Rij, WieHelpt
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.bespreken_dialog import BesprekenDialog
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Card
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.form_frame import page_of
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import muted
from gezinsplan.ui.open_form import open_form, when_seen
from gezinsplan.ui.table import Column, Rows, Table
from gezinsplan.ui.tokens import Space, Tone

_TONES = {Rol.REGISSEUR: Tone.ACCENT, Rol.VAST: Tone.GREEN, Rol.TIJDELIJK: Tone.AMBER}


def _columns() -> tuple[Column[Rij], ...]:
    order = [*Rol]
    return (
        Column(_("Hulpverlener"), _who, lambda rij: rij.naam.casefold(), width=150, stretch=True),
        Column(_("Rol"), _role, lambda rij: order.index(rij.rol), width=104),
        Column(_("Voor wie"), lambda rij: Cell(rij.voor_wie), lambda rij: rij.voor_wie.casefold(), width=118),
        Column(_("Doelen"), lambda rij: Cell(rij.doelen), width=66),
        Column(_("Inzet"), _effort, width=148),
    )


def _who(rij: Rij) -> Cell:
    return Cell(rij.naam, below=rij.organisatie, bold=rij.rol is not Rol.GESTOPT, muted=rij.rol is Rol.GESTOPT)


def _role(rij: Rij) -> Cell:
    return Cell(rij.rol_woord, chip=_TONES.get(rij.rol, Tone.NEUTRAL))


def _effort(rij: Rij) -> Cell:
    tone = Tone.RED if rij.te_laat else None
    return Cell(rij.inzet, below=rij.inzet_onder, muted=rij.rol is Rol.GESTOPT, tone=tone)


def _summary(rij: Rij) -> str:
    goals = _("doelen {numbers}").format(numbers=rij.doelen) if rij.doelen else ""
    parts = (rij.naam, rij.organisatie, rij.rol_woord, rij.voor_wie, goals, rij.inzet, rij.inzet_onder)
    return ", ".join(part for part in parts if part)


class WhoCard(Card):
    """Who helps now and, when asked, who stopped; `asked_ended` tells that others are to be shown.

    `asked_all` asks for "Wie komen er allemaal?".
    """

    asked_ended = Signal(bool)
    asked_all = Signal()

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nobody yet."""
        super().__init__()
        self._presenter = presenter
        self._gestopt = False
        self.rows: Rows[Rij] = Rows(_columns(), _summary)
        self.table: Table[Rij] = Table(self.rows, _("Wie helpt"))
        self.nobody_now = muted(_("Op dit moment helpt er niemand."))
        self.nobody_now.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.all = secondary(_("Wie komen er allemaal?"), self.asked_all.emit)
        self.new = secondary(_("Iemand toevoegen"), self.add_somebody)
        self.for_a_while = secondary(_("Tijdelijk erbij…"), lambda: self.add_somebody(tijdelijk=True))
        self.talk = secondary(_("Bespreken…"), lambda: self._ask(BesprekenDialog))
        self.end = secondary(_("Afronden…"), lambda: self._ask(EindeDialog))
        self.ended = link("", self._toggle_ended)
        self.still_to_talk = muted()
        buttons = Flow(self.all, self.new, self.for_a_while, self.talk, self.end, self.ended)
        self.add(self.table, self.nobody_now, self.still_to_talk, buttons)
        self.body.setStretchFactor(self.nobody_now, 1)  # the buttons stay below, as when there is a table

    def show_rows(self, shown: WieHelpt) -> None:
        """Show these helpers; who was chosen stays chosen."""
        rows, chosen = shown.rijen, self.table.current()
        self.rows.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.nobody_now.setVisible(not rows)
        for button in (self.talk, self.end):
            button.setVisible(any(rij.rol is not Rol.GESTOPT for rij in rows))
        again = next((each for each in rows if chosen is not None and each.id == chosen.id), None)
        if again is not None:
            self.table.choose(again)
        verb = _("verberg") if self._gestopt else _("toon")
        stopped = ngettext("{n} gestopt", "{n} gestopt", shown.gestopt).format(n=shown.gestopt)
        self.ended.setText(f"{stopped} \N{EN DASH} {verb}")
        self.ended.setVisible(shown.gestopt > 0)
        self.still_to_talk.setText(shown.te_bespreken)
        self.still_to_talk.setVisible(bool(shown.te_bespreken))

    def choose_part(self, part: UUID) -> None:
        """Choose the row of the human being that a part is about; nobody when he is not in the table."""
        dossier = self._presenter.seen.dossier
        rows = [self.rows.row(number) for number in range(self.rows.rowCount())]
        same = [each for each in rows if human(dossier, each.id) == human(dossier, part)]
        found = next((each for each in same if each.id == part), same[0] if same else None)
        if found is None:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        else:
            self.table.choose(found)

    def give_room(self, most: int) -> None:
        """So high that so many helpers are seen; with more the table scrolls and the buttons stay."""
        header = self.table.horizontalHeader().sizeHint().height()
        rows = min(max(self.rows.rowCount(), 1), most)
        self.table.setMinimumHeight(header + rows * self.table.verticalHeader().defaultSectionSize() + Space.XS)

    def add_somebody(self, *, tijdelijk: bool = False) -> None:
        """Ask who comes, for a while or not."""
        open_form(self, self._presenter, lambda family: helper_forms.helper_form(family, tijdelijk))

    def _ask(self, dialog: type[EindeDialog] | type[BesprekenDialog]) -> None:
        """About the chosen helper; when nobody is chosen who is there now, the dialog asks who it is."""
        state, rij = self._presenter.state, self.table.current()
        helper = find(state.family.dossier, Betrokkenheid, rij.id) if rij is not None else None
        chosen = helper.id if helper is not None and active_on(helper, state.family.op) else None

        def look(family: Family) -> object:
            return find(family.dossier, Betrokkenheid, chosen)

        page = page_of(self)
        when_seen(page, self._presenter, look, lambda: dialog(page, self._presenter, chosen).open())

    def _toggle_ended(self) -> None:
        self._gestopt = not self._gestopt
        self.asked_ended.emit(self._gestopt)
        first = next((row for row in range(self.rows.rowCount()) if self.rows.row(row).rol is Rol.GESTOPT), -1)
        self.table.doItemsLayout()  # without it the table still scrolls as far as the old rows went
        self.table.scrollTo(self.rows.index(first, 0), Table.ScrollHint.PositionAtTop)
