"""Beside the goals: what the family wants, what goes well, the concerns, why it began, and the talks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gezinsplan.domain.dossier import Tekst
from gezinsplan.domain.values import get
from gezinsplan.presenters import plan_forms
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.plan_tab import TekstRij, Vak
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.afspraak_row import chips
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Glyph, Words, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.tokens import Space


class VakCard(Card):
    """One section of texts, each with who says it."""

    def __init__(self, presenter: FamilyPresenter, vak: Vak) -> None:
        """Show `vak`."""
        self.add_button = link(_("Toevoegen"), self._add_text, "plus")
        self.add_button.setObjectName(f"{vak.onderdeel}/add")
        self.add_button.setAccessibleName(_("Toevoegen bij {section}").format(section=vak.titel))
        super().__init__(vak.titel, self.add_button)
        self._presenter = presenter
        self.body.setSpacing(0)
        self.rows: list[OpenRow] = []
        self.show_row(vak)

    def show_row(self, vak: Vak) -> None:
        """Show another state of the same section."""
        self._vak = vak
        self.clear()
        self.rows = [self._row(each) for each in vak.teksten]
        self.add(*self.rows)
        if not vak.teksten:
            self.add(muted(vak.uitleg))

    def _row(self, tekst: TekstRij) -> OpenRow:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(tekst.woorden))
        words.addLayout(Flow(small(tekst.wie), *chips(tekst.merken), gap=Space.S))
        said = ", ".join((tekst.woorden, tekst.wie, *(each.tekst for each in tekst.merken)))
        row = OpenRow(with_pencil(words), said, lambda: self._edit(tekst))
        row.setObjectName(f"{tekst.id}/open")
        return row

    def _add_text(self) -> None:
        onderdeel = self._vak.onderdeel
        open_form(self, self._presenter, lambda family: plan_forms.tekst_form(family, onderdeel))

    def _edit(self, tekst: TekstRij) -> None:
        onderdeel, part = self._vak.onderdeel, tekst.id

        def make(family: Family) -> Form:
            return plan_forms.tekst_form(family, onderdeel, get(family.dossier, Tekst, part))

        open_form(self, self._presenter, make, removable=part)


def with_pencil(words: QVBoxLayout) -> QHBoxLayout:
    """Words with the sign at their right that they can be changed."""
    line = QHBoxLayout()
    line.setSpacing(Space.S)
    line.addLayout(words, 1)
    line.addWidget(Glyph("pencil"), 0, Qt.AlignmentFlag.AlignTop)
    return line
