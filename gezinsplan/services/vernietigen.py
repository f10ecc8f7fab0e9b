"""Destroy a dossier: everything of the family goes, and a nameless marker and the lines of the log stay."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from gezinsplan.domain import vernietigen
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import LogActie, Melding, Resultaat
from gezinsplan.services import backups
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.storage import logbook, markers, rotation, values
from gezinsplan.storage.markers import Marker, Soort
from gezinsplan.texts import _


@dataclass(frozen=True, slots=True)
class Vernietigd:
    """When a dossier was destroyed; not `opgeruimd` when the file could not be written anew after it."""

    moment: datetime
    opgeruimd: bool


def destroy(caseload: Caseload, root: UUID, naam: str, reden: Resultaat | None) -> Vernietigd:
    """Destroy the dossier of this family; it cannot be taken back.

    RuleBroken NAME_DIFFERS, DESTROY_REASON with nothing changed; VaultRefused. What was deleted is overwritten at
    once (`secure_delete`); writing the file anew also clears what SQLite moved about in its pages.
    """
    moment = now()
    with caseload.vault.write() as conn:
        checked = vernietigen.check(values.load(conn, Dossier, root).gezin.naam, naam, reden)
        stempel = caseload.lines.stempel(conn, moment)
        logbook.add(conn, Melding(LogActie.VERNIETIGD, root, checked), stempel)
        markers.apply(conn, [Marker(root, Soort.VERNIETIGD, moment)])
    caseload.steps.forget(root)
    try:
        caseload.vault.vacuum()
        markers.settle(caseload.vault)
    except VaultRefused as refusal:
        if refusal.code is Code.VAULT_LOCKED:
            raise
        return Vernietigd(moment, opgeruimd=False)
    return Vernietigd(moment, opgeruimd=True)


@dataclass(frozen=True, slots=True)
class Bewaard:
    """A backup that still holds the family, its file, and the first day on which it is gone by itself."""

    path: Path
    gemaakt: datetime
    tot: date


def still_held(caseload: Caseload, root: UUID, vernietigd: datetime) -> tuple[Bewaard, ...]:
    """The backups in the folder of the vault that still hold a family that was destroyed, the oldest first."""
    with caseload.vault.read() as conn:
        lines = logbook.page(conn, logbook.Choice(object=root, actie=LogActie.AANGEMAAKT), 1)
    begonnen = lines[0].moment if lines else datetime.min.replace(tzinfo=UTC)
    by_moment = {each.made.astimezone(): each.path for each in backups.overview(caseload) if each.made is not None}
    # All that lie there now are from before; a second backup in one second carries the next second as its moment.
    moment = max((vernietigd.astimezone(), *by_moment))
    found = vernietigen.still_held(tuple(by_moment), begonnen.replace(microsecond=0), moment, rotation.kept)
    return tuple(Bewaard(by_moment[each.gemaakt], each.gemaakt, each.tot) for each in found)


def not_tidied() -> str:
    """What to tell when a dossier was destroyed and the file could not be written anew."""
    return _(
        "Wat van het gezin was, is overschreven. Alleen het bestand opruimen lukte niet; misschien is de schijf vol."
    )
