"""The cards about contact: what was said, the latest first, and how long ago each member was spoken."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.momenten import Contactmoment
from gezinsplan.domain.values import get
from gezinsplan.presenters.contact import ContactRij, LaatstRij, actie_from, contact_form, zorg_from
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.afspraak_row import pop_up
from gezinsplan.ui.buttons import icon_button, secondary
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Chip, Words, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Tone

_AT_ONCE = 10


class ContactCard(Card):
    """All contacts; from each an afspraak or a concern can be made."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.new = secondary(_("Contact opschrijven"), self._ask, "phone")
        self.new.setObjectName("contact/add")
        self.new.setToolTip(_("Contact opschrijven (Ctrl+J)"))
        super().__init__(_("Contact"), self.new)
        self._presenter = presenter
        self._shown: tuple[ContactRij, ...] | None = None
        self.body.setSpacing(0)

    def show_rows(self, rows: tuple[ContactRij, ...]) -> None:
        """Show these contacts; what did not change stays."""
        if rows == self._shown:
            return
        self._shown = rows
        self.clear()
        self.add(*map(self._row, rows[:_AT_ONCE]))
        if not rows:
            self.add(muted(_("Wie hebt u gesproken, en wat kwam eruit? Eén zin is genoeg. Met Ctrl+J kan het overal.")))
        rest = rows[_AT_ONCE:]
        if rest:
            name = ngettext("{n} eerder contact", "{n} eerdere contacten", len(rest)).format(n=len(rest))
            fold = Fold(name, stack(*map(self._row, rest), gap=0, end=False))
            fold.button.setObjectName("contact/past")
            self.add(fold)

    def _row(self, rij: ContactRij) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.tekst))
        words.addWidget(small(rij.onder))
        row = OpenRow(words, f"{rij.tekst}, {rij.onder}", partial(self._open, rij.id))
        row.setObjectName(f"{rij.id}/open")
        more = icon_button("ellipsis", _("Meer over: {what}").format(what=rij.tekst))
        more.clicked.connect(lambda _checked=False: self._menu(more, rij.id))
        more.setObjectName(f"{rij.id}/more")
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(row, 1)
        line.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _menu(self, button: QWidget, moment: UUID) -> None:
        pop_up(
            button,
            (_("Wijzigen…"), partial(self._open, moment)),
            (_("Afspraak hieruit…"), partial(self._follow, moment, actie_from)),
            (_("Zorg hieruit…"), partial(self._follow, moment, zorg_from)),
        )

    def _ask(self) -> None:
        open_form(self, self._presenter, contact_form)

    def _open(self, moment: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: contact_form(family, get(family.dossier, Contactmoment, moment)),
            removable=moment,
        )

    def _follow(self, moment: UUID, make: Callable[[Family, UUID], Form]) -> None:
        open_form(self, self._presenter, lambda family: make(family, moment))


class LaatstCard(Card):
    """How long ago each member was really spoken; long ago asks for attention in a word, not only in a colour."""

    def __init__(self) -> None:
        """Show nobody yet."""
        super().__init__(_("Wanneer gesproken?"))
        self._shown: tuple[LaatstRij, ...] | None = None

    def show_rows(self, rows: tuple[LaatstRij, ...]) -> None:
        """Show these members; hidden while there are none."""
        self.setVisible(bool(rows))
        if rows == self._shown:
            return
        self._shown = rows
        self.clear()
        for each in rows:
            line = QHBoxLayout()
            line.addWidget(Words(each.naam), 1)
            line.addWidget(Chip(each.wanneer, Tone.AMBER if each.lang else Tone.NEUTRAL))
            self.add(line)
        if rows:
            self.add(small(_("Gezien of gebeld. Een bericht of een mail telt hier niet.")))
