"""After the talk, on one screen: who was there, what was decided, the afspraken, and the next talk (product.md 6)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.overleg import Besluit
from gezinsplan.domain.values import get
from gezinsplan.presenters.afspraken import AfspraakRij, finished
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.na_gesprek import (
    BesluitRij,
    MensRij,
    NaGesprek,
    besluit_form,
    na_gesprek,
    rollen,
    takes_role,
    was_there,
)
from gezinsplan.presenters.overleg_form import overleg_form
from gezinsplan.services.caseload import Rule
from gezinsplan.texts import _
from gezinsplan.ui.afspraak_row import chips, open_afspraak
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Page, clear, stack
from gezinsplan.ui.inputs import Check, Choice, Flow
from gezinsplan.ui.labels import Words, heading, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow, SideBySide, kept
from gezinsplan.ui.show_dialog import ShowDialog
from gezinsplan.ui.tokens import Space

_SIDE_BY_SIDE = 900


class NaGesprekDialog(ShowDialog):
    """Each tick and each form is one step; `printing` asks for the plan on paper."""

    printing = Signal()

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, overleg: UUID) -> None:
        """About one talk."""
        self._presenter = presenter
        self._overleg = overleg
        self._shown: NaGesprek | None = None
        self.when = strong()
        self.people, self.decisions, self.acties = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.next = Words()
        self.decide = secondary(_("Besluit toevoegen"), self._decide, "plus")
        self.decide.setObjectName("besluit/add")
        self.plan = secondary(_("Volgend gesprek plannen"), self._plan, "calendar")
        self.plan.setObjectName("volgende/plan")
        left, right = QWidget(), QWidget()
        left.setLayout(stack(heading(_("Wie was er?")), self.people, gap=Space.S))
        talk = stack(
            heading(_("Wat is er besloten?")),
            self.decisions,
            Flow(self.decide),
            heading(_("Afspraken die nog lopen")),
            self.acties,
            heading(_("Het volgende gesprek")),
            self.next,
            Flow(self.plan),
            gap=Space.S,
        )
        right.setLayout(talk)
        self.page = Page(stack(self.when, SideBySide(left, right, _SIDE_BY_SIDE), gap=Space.M))
        print_it = secondary(_("Plan afdrukken\N{HORIZONTAL ELLIPSIS}"), self._print, "printer")
        super().__init__(parent, _("Na het gesprek"), self.page, print_it, wide=True)
        self.renew()

    def renew(self) -> None:
        """Show the talk as it is after a change."""
        shown = na_gesprek(self._presenter.seen, self._overleg)
        if shown == self._shown:
            return
        self._shown = shown
        with kept(self.page):
            self.when.setText(shown.titel)
            self._fill(self.people, [self._person(each) for each in shown.mensen])
            self._fill(self.decisions, [self._decision(each) for each in shown.besluiten])
            self._fill(self.acties, [self._actie(each) for each in shown.afspraken] or [muted(_("Er loopt niets."))])
            self.next.setText(shown.volgende or _("Er is nog geen volgend gesprek."))

    @staticmethod
    def _fill(column: QVBoxLayout, rows: list[QWidget]) -> None:
        clear(column)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)

    # ------------------------------------------------------------ the rows

    def _person(self, rij: MensRij) -> QWidget:
        there = Check(rij.naam)
        there.setObjectName(f"{rij.deelnemer}/there")
        there.setChecked(rij.aanwezig is True)
        there.clicked.connect(lambda on: self._change(_("Wie was er?"), was_there(self._overleg, rij.deelnemer, on)))
        role = Choice()
        role.setAccessibleName(_("Rol van {name}").format(name=rij.naam))
        role.setObjectName(f"{rij.deelnemer}/role")
        for option in rollen():
            role.addItem(option.label, option.value)
        role.setCurrentIndex(max(role.findData(rij.rol), 0))
        role.activated.connect(lambda place: self._role(rij.deelnemer, place))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        row.addWidget(there, 3)
        row.addWidget(role, 2)
        return holder

    def _decision(self, rij: BesluitRij) -> OpenRow:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(f"{rij.nummer}. {rij.wat}"))
        if rij.onder:
            words.addWidget(small(rij.onder))
        made = OpenRow(words, f"{rij.nummer}. {rij.wat}, {rij.onder}", partial(self._edit, rij.id))
        made.setObjectName(f"{rij.id}/open")
        return made

    def _actie(self, rij: AfspraakRij) -> QWidget:
        done = Check("")
        done.setAccessibleName(_("Klaar: {what}").format(what=rij.wat))
        done.setObjectName(f"{rij.id}/done")
        done.clicked.connect(lambda _on: self._change(_("Afspraak klaar"), finished(rij.id)))
        move = link(_("Wijzigen\N{HORIZONTAL ELLIPSIS}"), partial(self._move, rij.id))
        move.setAccessibleName(_("Wijzigen: {what}").format(what=rij.wat))
        move.setObjectName(f"{rij.id}/move")
        who = small(", ".join(part for part in (rij.wie, rij.wanneer) if part))
        signs = (Flow(*chips(rij.merken)),) if rij.merken else ()
        words = stack(Words(rij.wat), who, *signs, gap=0, end=False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        row.setSpacing(Space.S)
        row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(move, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    # ------------------------------------------------------------ what can be done

    def _change(self, name: str, rule: Rule) -> None:
        self._presenter.change(name, rule, self.renew)

    def _move(self, actie: UUID) -> None:
        open_afspraak(self, self._presenter, actie, self.renew)

    def _role(self, deelnemer: UUID, place: int) -> None:
        rol = rollen()[place].value
        self._change(_("Rol bij een gesprek"), takes_role(self._overleg, deelnemer, rol))

    def _decide(self) -> None:
        overleg = self._overleg
        open_form(self, self._presenter, lambda family: besluit_form(family, overleg), closed=self.renew)

    def _edit(self, besluit: UUID) -> None:
        overleg = self._overleg
        open_form(
            self,
            self._presenter,
            lambda family: besluit_form(family, overleg, get(family.dossier, Besluit, besluit)),
            removable=besluit,
            closed=self.renew,
        )

    def _plan(self) -> None:
        open_form(self, self._presenter, overleg_form, closed=self.renew)

    def _print(self) -> None:
        self.accept()
        self.printing.emit()
