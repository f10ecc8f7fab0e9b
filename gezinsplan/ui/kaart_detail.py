"""One person or organisation of the sociale kaart: where he or she comes, who may be the same, and the fields."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.kaart_forms import KaartForm
from gezinsplan.presenters.kaart_rijen import KaartRij, in_family, used_words
from gezinsplan.presenters.sociale_kaart import KaartPresenter
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.answers import Answer
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Banner, Card, clear
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.kaart_fields import KaartFields
from gezinsplan.ui.labels import heading, muted
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.rows import Fold
from gezinsplan.ui.tokens import Space, Tone

_FEW_FAMILIES = 3


class KaartDetail(Card):
    """Beside the list; `made` tells who was added or is the one that was meant, `stopped` that nobody is shown."""

    made = Signal(object)
    stopped = Signal()

    def __init__(self, presenter: KaartPresenter, open_family: Callable[[UUID], object]) -> None:
        """Empty until something is chosen."""
        super().__init__()
        self.reopen: Reopen | None = None
        self.sheet: KaartFields | None = None
        self._presenter = presenter
        self._open_family = open_family
        self._part: UUID | None = None
        self._asked: tuple[UUID | None, UUID] | None = None
        self._different: set[tuple[UUID | None, UUID]] = set()  # said in this session to be two
        self.naam = heading("", "title")
        self.above, self._used, self._inside = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self.add(self.naam, self.above, self._used, self._inside, self._buttons)
        self.body.setStretchFactor(self._inside, 1)
        self._whole.setStretchFactor(self.body, 1)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The fields by name."""
        return self.sheet.answers if self.sheet is not None else {}

    def leave(self) -> None:
        """Keep everything that is not in the file yet."""
        if self.sheet is not None:
            self.sheet.leave()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        for answer in [*self.answers.values()][:1]:
            answer.focus()

    # ------------------------------------------------------------ showing

    def show_form(self, form: KaartForm, part: UUID | None) -> None:
        """Show this form; of the one that is shown already only what was changed elsewhere."""
        self._part = part
        state = self._presenter.state
        self._show_alike(state.alike(part) if part is not None else ())
        self.naam.setText(form.title)
        self.naam.setAccessibleName(form.title)
        self._show_used()
        if self.sheet is not None and self.sheet.form.key == form.key:
            self.sheet.renew(form)
            return
        self._put_away(forget=False)
        sheet = self.sheet = KaartFields(self._presenter, form)
        sheet.made.connect(self._made)
        sheet.changed.connect(self._typed)
        self._inside.addWidget(sheet, 1)
        if form.button:
            self._buttons.addStretch(1)
            self._buttons.addWidget(secondary(_("Annuleren"), self._stop))
            self._buttons.addWidget(primary(form.button, sheet.save))
        else:
            self._buttons.addWidget(link(_("Weghalen…"), self._ask_remove, "trash-2"))
            self._buttons.addStretch(1)
            self._buttons.addWidget(sheet.state)

    def _put_away(self, *, forget: bool) -> None:
        if self.sheet is not None:
            self.sheet.close_for_good(forget=forget)
        self.sheet = None
        clear(self._inside)
        clear(self._buttons)

    def _show_used(self) -> None:
        clear(self._used)
        if self._part is None:
            return
        used = self._presenter.state.families(self._part)
        families = [link(in_family(each), partial(self._open_family, each.gezin)) for each in used]
        fold = Fold(used_words(used), Flow(*families, gap=Space.M))
        fold.open(len(families) <= _FEW_FAMILIES)
        self._used.addWidget(fold if used else muted(used_words(used)))

    # ------------------------------------------------------------ the same one twice

    def _typed(self) -> None:
        if self.sheet is not None and self.sheet.is_new:
            self._show_alike(self._presenter.state.alike_new(self.sheet.form, self.sheet.values()))

    def _show_alike(self, rows: Sequence[KaartRij]) -> None:
        """Ask whether this is the same as who looks like it, one at a time."""
        part = self._part
        asked = next((each for each in rows if (part, each.id) not in self._different), None)
        now = (part, asked.id) if asked is not None else None
        if now == self._asked and now is not None:
            return
        self._asked = now
        clear(self.above)
        if asked is not None:
            self.above.addWidget(self._question(part, asked))

    def _question(self, part: UUID | None, other: KaartRij) -> Banner:
        step: tuple[str, Callable[[], object]] = (_("Die openen"), partial(self._open_other, other.id))
        if part is not None:
            step = (_("Samenvoegen"), partial(self._presenter.merge, part, other.id))
        made = Banner(_("Lijkt op {naam}. Is dit dezelfde?").format(naam=_about(other)), Tone.AMBER, step)
        made.closed.connect(partial(self._are_two, part, other.id))
        return made

    def _open_other(self, other: UUID) -> None:
        self._put_away(forget=True)
        self.made.emit(other)

    def _are_two(self, one: UUID | None, other: UUID) -> None:
        self._different.add((one, other))
        if one is not None:
            self._different.add((other, one))
            self._show_alike(self._presenter.state.alike(one))

    # ------------------------------------------------------------ adding and taking away

    def _made(self, part: UUID) -> None:
        self._put_away(forget=False)
        self.made.emit(part)

    def _stop(self) -> None:
        """Annuleren: nobody is added, and what was typed is thrown away."""
        self._put_away(forget=True)
        self.stopped.emit()

    def _ask_remove(self) -> None:
        part = self._part
        if part is None:
            return
        messages.ask(
            self.window(),
            _("Weghalen uit de sociale kaart?"),
            _("Dit kan alleen als niemand van uw gezinnen hiermee te maken heeft. U kunt het ongedaan maken."),
            (_("Weghalen"), lambda: self._presenter.remove(part, self._removed, self._not_removed)),
            dangerous=True,
        )

    def _removed(self) -> None:
        self._put_away(forget=True)
        self.stopped.emit()

    def _not_removed(self, refused: Refused) -> None:
        self._asked = None
        clear(self.above)
        self.above.addWidget(messages.banner(refused))


def _about(other: KaartRij) -> str:
    return f"{other.naam} ({other.onder})" if other.onder else other.naam
