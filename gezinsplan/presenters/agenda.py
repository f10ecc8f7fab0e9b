"""What the next talk is about: its points in the order in which they were put there."""

from dataclasses import dataclass
from uuid import UUID

from gezinsplan.domain.agenda import put_on_agenda
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.overleg import Agendapunt
from gezinsplan.presenters import choices
from gezinsplan.presenters.afspraken import Merk, marks, only_for
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form
from gezinsplan.presenters.minder import next_talk
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import now
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_time


@dataclass(frozen=True, slots=True)
class PuntRij:
    """One point; `merken` for whom it is, when that is not the whole family."""

    id: UUID
    wat: str
    merken: tuple[Merk, ...]


@dataclass(frozen=True, slots=True)
class AgendaKaart:
    """The next talk, when it is, and its points."""

    gesprek: UUID
    wanneer: str
    punten: tuple[PuntRij, ...]


def agenda_kaart(family: Family) -> AgendaKaart | None:
    """The agenda as it may be seen; nothing while no talk is planned."""
    talk = next_talk(family)
    if talk is None:
        return None
    mine = (each for each in family.dossier.agendapunten if each.overleg == talk.id)
    return AgendaKaart(
        gesprek=talk.id,
        wanneer=day_and_time(talk.moment, family.op),
        punten=tuple(PuntRij(each.id, each.wat, marks(only_for(family, each.voor_wie))) for each in mine),
    )


def punt_form(family: Family, punt: Agendapunt | None = None) -> Form:
    """What to talk about, and who may read that; a new point comes on the first talk after this moment."""
    specs = (
        FieldSpec("wat", _("Waar wilt u het over hebben?"), FieldKind.TEXT, required=True),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family)),
    )
    naming = Naming(_("Agendapunt toevoegen"), _("Agendapunt wijzigen"), _("Agendapunt toevoegen"))
    if punt is not None:
        return edit_part(family, punt, naming, specs)
    talk = next_talk(family)
    known = {"overleg": talk.id, "voor_wie": talk.voor_wie} if talk is not None else {"overleg": None}
    return new_part(family, Agendapunt, naming, specs, known, _on_the_next)


def _on_the_next(dossier: Dossier, punt: Agendapunt) -> Dossier:
    return put_on_agenda(dossier, (punt,), now())
