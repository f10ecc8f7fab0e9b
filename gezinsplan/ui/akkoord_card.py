"""The card "Wie is akkoord?": what each said of the version that was agreed, who is still to be asked or to get it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gezinsplan.domain.values import get
from gezinsplan.domain.versies import Akkoord
from gezinsplan.presenters import versie_forms
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.versies import AkkoordKaart, AkkoordRij, akkoord_kaart
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Chip, Words, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space, Tone


class AkkoordCard(Card):
    """Hidden until a version was made; a row asks, or opens the answer that was given."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        super().__init__(_("Wie is akkoord?"))
        self._presenter = presenter
        self._shown: AkkoordKaart | None = None
        self._opened = False
        self.body.setSpacing(0)
        self.hide()

    def show_family(self, family: Family) -> None:
        """Show what was said of the version that was agreed last."""
        shown = akkoord_kaart(family)
        self.setVisible(bool(shown.rijen or shown.helpers or shown.niet_gekregen))
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        if shown.titel:
            self.add(small(shown.titel))
        self.add(*map(self._row, shown.rijen))
        self._show_helpers(shown)
        if shown.niet_gekregen:
            give = link(_("Geven…"), self._give)
            give.setObjectName("akkoord/give")
            line = QHBoxLayout()
            line.setContentsMargins(Space.XS, Space.S, 0, 0)
            line.addWidget(Words(shown.niet_gekregen), 1)
            line.addWidget(give, 0, Qt.AlignmentFlag.AlignTop)
            self.add(line)

    def _show_helpers(self, shown: AkkoordKaart) -> None:
        """Who does not do his part must be seen; the others are folded away."""
        self.add(*(self._row(each) for each in shown.helpers if each.toon == Tone.RED))
        others = [self._row(each) for each in shown.helpers if each.toon != Tone.RED]
        if others:
            asked = sum(each.akkoord is None for each in shown.helpers)
            name = _("Hulpverleners: {n} nog vragen").format(n=asked) if asked else _("Hulpverleners")
            fold = Fold(name, stack(*others, gap=0, end=False))
            fold.button.setObjectName("akkoord/helpers")
            fold.open(self._opened)
            fold.button.clicked.connect(lambda _checked=False: self._keep(fold))
            self.add(fold)

    def _keep(self, fold: Fold) -> None:
        self._opened = fold.is_open()

    def _row(self, rij: AkkoordRij) -> OpenRow:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.naam))
        if rij.onder:
            words.addWidget(small(rij.onder))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addLayout(words, 1)
        place = Qt.AlignmentFlag.AlignTop if rij.onder else Qt.AlignmentFlag.AlignVCenter
        line.addWidget(Chip(rij.woord, Tone(rij.toon)), 0, place)
        said = ", ".join(part for part in (rij.naam, rij.woord, rij.onder) if part)
        row = OpenRow(line, said, partial(self._open, rij.wie, rij.akkoord))
        row.setObjectName(f"{rij.wie}/akkoord")
        return row

    def _open(self, wie: UUID, said: UUID | None) -> None:
        shown = self._shown
        if said is not None:
            open_form(
                self,
                self._presenter,
                lambda family: versie_forms.akkoord_edit_form(family, get(family.dossier, Akkoord, said)),
                removable=said,
            )
        elif shown is not None and shown.versie is not None:
            versie = shown.versie
            open_form(self, self._presenter, lambda family: versie_forms.akkoord_form(family, versie, wie))

    def _give(self) -> None:
        if self._shown is not None and self._shown.rond is not None:
            versie = self._shown.rond
            open_form(self, self._presenter, lambda family: versie_forms.geven_form(family, versie))
