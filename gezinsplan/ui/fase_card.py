"""The card of the phase on Overzicht: steps to tick, which guide and never block (product.md 3)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.fase_delen import Tussenfase
from gezinsplan.domain.values import get
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fase import FaseKaart, StapRij, TussenRij, fase_kaart, naar_volgende
from gezinsplan.presenters.fase_forms import eigen_stap_form, lijst_form, stap_form, tick, tussen_form, voorbij
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.afspraak_row import pop_up
from gezinsplan.ui.buttons import icon_button, link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.inputs import Check
from gezinsplan.ui.labels import Chip, Line, Words, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space, Tone


class FaseCard(Card):
    """The phase of now; open steps in sight, the others folded away."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.more = icon_button("ellipsis", _("Meer over deze fase"), self._menu)
        self.more.setObjectName("fase/more")
        super().__init__("", self.more)
        self._presenter = presenter
        self._shown: FaseKaart | None = None
        self._folds: dict[str, Fold] = {}
        self.body.setSpacing(0)

    def show_family(self, family: Family) -> None:
        """Show the phase of this family, as it may be seen."""
        shown = fase_kaart(family)
        if shown == self._shown:
            return
        opened = {name for name, fold in self._folds.items() if fold.is_open()}
        self._shown, self._folds = shown, {}
        self.title.setText(_("Nu: {phase}").format(phase=shown.naam))
        self.clear()
        for between in shown.tussen:
            self.add(self._between(between), Line())
        self.add(*(self._row(each) for each in shown.stappen if each.open))
        done = tuple(each for each in shown.stappen if not each.open)
        self._fold("gedaan", _("Gedaan: {n} van {all}").format(n=shown.gedaan, all=shown.alles), done, opened)
        self._fold("eerder", _("Nog open van eerder ({n})").format(n=len(shown.eerder)), shown.eerder, opened)

    def _fold(self, name: str, title: str, rows: tuple[StapRij, ...], opened: set[str]) -> None:
        if rows:
            fold = Fold(title, stack(*map(self._row, rows), gap=0, end=False))
            fold.button.setObjectName(f"fase/{name}")
            fold.open(name in opened)
            self._folds[name] = fold
            self.add(fold)

    def _row(self, rij: StapRij) -> QWidget:
        key = f"{rij.fase}/{rij.sleutel}" if rij.sleutel else str(rij.id)
        box = Check("")
        box.setAccessibleName(rij.tekst)
        box.setObjectName(f"{key}/tick")
        box.setChecked(rij.gedaan)
        box.clicked.connect(lambda on: self._tick(rij, on))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.tekst))
        if rij.onder:
            words.addWidget(small(rij.onder))
        if rij.laat:
            words.addWidget(Chip(_("te laat"), Tone.AMBER), 0, Qt.AlignmentFlag.AlignLeft)
        row = OpenRow(
            words,
            ", ".join(each for each in (rij.tekst, rij.onder) if each),
            partial(self._open, rij.id, rij.fase, rij.sleutel),
        )
        row.setObjectName(f"{key}/open")
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(row, 1)
        return holder

    def _between(self, rij: TussenRij) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.tekst))
        if rij.onder:
            words.addWidget(small(rij.onder))
        row = OpenRow(words, ", ".join(each for each in (rij.tekst, rij.onder, rij.merk) if each),
                      lambda: self._edit_between(rij.id))  # fmt: skip
        row.setObjectName(f"{rij.id}/open")
        over = link(_("Voorbij"), lambda: self._presenter.change(_("Tussentijd voorbij"), voorbij(rij.id)))
        over.setObjectName(f"{rij.id}/over")
        over.setAccessibleName(_("Voorbij: {what}").format(what=rij.tekst))
        below = QHBoxLayout()
        below.setContentsMargins(Space.XS, 0, 0, Space.XS)
        below.addWidget(Chip(_("tussentijd"), Tone.NEUTRAL))
        if rij.merk:
            below.addWidget(Chip(rij.merk, Tone.AMBER))
        below.addWidget(over)
        below.addStretch(1)
        holder = QWidget()
        holder.setLayout(stack(row, below, gap=0, end=False))
        return holder

    # ------------------------------------------------------------ what can be done

    def _menu(self) -> None:
        actions = [
            (_("Eigen stap toevoegen…"), self.add_step),
            (_("Lijst voor alle gezinnen…"), self.edit_list),
            (_("Tussen twee situaties…"), self.add_between),
        ]
        if self._shown is not None and self._shown.volgende:
            name = _("Naar: {phase}").format(phase=self._shown.volgende)
            actions.insert(0, (name, lambda: self._presenter.change(name, naar_volgende)))
        pop_up(self.more, *actions)

    def add_step(self) -> None:
        """Ask for a step of this family itself."""
        fase = self._presenter.family.dossier.gezin.fase
        open_form(self, self._presenter, lambda family: eigen_stap_form(family, fase))

    def edit_list(self) -> None:
        """Write the list of this phase anew, for all families."""
        fase = self._presenter.family.dossier.gezin.fase
        open_form(self, self._presenter, lambda family: lijst_form(family, fase))

    def add_between(self) -> None:
        """Ask what has stopped and what has not begun."""
        open_form(self, self._presenter, tussen_form)

    def _edit_between(self, part: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: tussen_form(family, get(family.dossier, Tussenfase, part)),
            removable=part,
        )

    def _tick(self, rij: StapRij, on: bool) -> None:
        name = _("Afvinken") if on else _("Vinkje weghalen")
        self._presenter.change(name, tick(rij.fase, rij.sleutel, rij.id, done=on))

    def _open(self, part: UUID | None, fase: CasusFase, sleutel: str) -> None:
        if part is not None:
            open_form(self, self._presenter, lambda family: onderdeel_form(family, part), removable=part)
        else:
            open_form(self, self._presenter, lambda family: stap_form(family, fase, sleutel))
