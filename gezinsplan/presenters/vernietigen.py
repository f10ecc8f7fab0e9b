"""Destroying the family that is open: what is asked first, and what to tell afterwards."""

from collections.abc import Callable, Mapping
from typing import Any

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.logboek import REDENEN, Resultaat
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Option
from gezinsplan.services import vernietigen
from gezinsplan.services.vernietigen import Vernietigd
from gezinsplan.texts import N_, _

_REASONS = {
    Resultaat.OVERGEZET: N_("Het dossier staat nu in het zaaksysteem"),
    Resultaat.BEWAARTERMIJN: N_("De bewaartermijn is voorbij"),
    Resultaat.OP_VERZOEK: N_("Het gezin heeft erom gevraagd"),
    Resultaat.VERGISSING: N_("Het dossier is bij vergissing aangemaakt"),
}


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
    then: Callable[[str], object],
    failed: Callable[[Refused], object],
) -> None:
    """Destroy the family; `then` gets what to tell, a refusal comes back for the place beside the field."""
    root, naam, reden = presenter.family.dossier.id, str(answers["naam"]), answers["reden"]

    def told(done: Vernietigd) -> None:
        kept = _("Reservekopieën van eerder houden het gezin nog, tot ze vernieuwd of verlopen zijn.")
        then(kept if done.opgeruimd else f"{vernietigen.not_tidied()} {kept}")

    presenter.run(lambda: vernietigen.destroy(presenter.caseload, root, naam, reden), told, failed)
