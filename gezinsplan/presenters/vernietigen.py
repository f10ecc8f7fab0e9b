"""Destroying the family that is open: what is asked first, and what to tell afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.logboek import REDENEN, Resultaat
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Option
from gezinsplan.services import vernietigen
from gezinsplan.services.backups import second_place
from gezinsplan.services.vernietigen import Bewaard, Vernietigd
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.dates import day_and_time, long_date, today

_MOST_LINES = 6

_REASONS = {
    Resultaat.OVERGEZET: N_("Het dossier staat nu in het zaaksysteem"),
    Resultaat.BEWAARTERMIJN: N_("De bewaartermijn is voorbij"),
    Resultaat.OP_VERZOEK: N_("Het gezin heeft erom gevraagd"),
    Resultaat.VERGISSING: N_("Het dossier is bij vergissing aangemaakt"),
}


@dataclass(frozen=True, slots=True)
class Gone:
    """What is told of a family that was destroyed, and the backups that still hold it."""

    texts: tuple[str, ...]
    held: tuple[Path, ...]


def destroy_fields() -> tuple[FieldSpec, ...]:
    """Why, and the name as proof that it is this family; the reason is chosen, because a text could hold a name."""
    reasons = tuple(Option(each, _(_REASONS[each])) for each in REDENEN)
    return (
        FieldSpec("reden", _("Waarom mag dit gezin weg?"), FieldKind.CHOICE, reasons),
        FieldSpec("naam", _("Typ de naam van het gezin")),
    )


def destroy(
    presenter: FamilyPresenter,
    answers: Mapping[str, Any],
    then: Callable[[Gone], object],
    failed: Callable[[Refused], object],
) -> None:
    """Destroy the family; `then` gets what to tell, a refusal comes back for the place beside the field."""
    root, naam, reden = presenter.family.dossier.id, str(answers["naam"]), answers["reden"]

    def work() -> Gone:
        done = vernietigen.destroy(presenter.caseload, root, naam, reden)
        held = vernietigen.still_held(presenter.caseload, root, done.moment)
        return gone(done, held)

    presenter.run(work, then, failed)


def gone(done: Vernietigd, held: tuple[Bewaard, ...]) -> Gone:
    """What to tell of a family that was destroyed, in the order of reading."""
    said = [] if done.opgeruimd else [vernietigen.not_tidied()]
    if not held:
        return Gone((*said, _("Ook in de reservekopieën in deze kluis staat het gezin niet.")), ())
    lines = [
        _("{made}: verdwijnt vanzelf op {day}").format(
            made=day_and_time(each.gemaakt, today()), day=long_date(each.tot)
        )
        for each in held[:_MOST_LINES]
    ]
    more = len(held) - _MOST_LINES
    if more > 0:
        lines.append(ngettext("en nog {n} andere", "en nog {n} andere", more).format(n=more))
    intro = ngettext(
        "Het gezin staat nog in {n} reservekopie:", "Het gezin staat nog in {n} reservekopieën:", len(held)
    ).format(n=len(held))
    last = _("Volledig vernietigd op {day}, of meteen als u de reservekopieën vernieuwt.").format(
        day=long_date(max(each.tot for each in held))
    )
    away = [_("De tweede plek volgt bij de eerstvolgende reservekopie.")] if second_place() else []
    return Gone((*said, "\n".join((intro, *lines)), last, *away), tuple(each.path for each in held))
