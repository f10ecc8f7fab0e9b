"""What the next talk is about: its points in the order in which they were put there."""

from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain.agenda import put_on_agenda
from gezinsplan.domain.dossier import Actie, Doel, Dossier
from gezinsplan.domain.lezers import HEEL_GEZIN
from gezinsplan.domain.overleg import Agendapunt
from gezinsplan.domain.values import get
from gezinsplan.domain.vergadering import Voorstel, VoorstelSoort, voorstellen
from gezinsplan.presenters import choices
from gezinsplan.presenters.afspraken import Merk, marks, named, only_for
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form
from gezinsplan.presenters.minder import next_talk
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.identity import new_id, now
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_time


@dataclass(frozen=True, slots=True)
class PuntRij:
    """One point; `merken` for whom it is, when that is not the whole family."""

    id: UUID
    wat: str
    merken: tuple[Merk, ...]


@dataclass(frozen=True, slots=True)
class VoorstelRij:
    """Something that is open and may be talked about."""

    onderdeel: UUID
    wat: str


@dataclass(frozen=True, slots=True)
class AgendaKaart:
    """The next talk, when it is, and its points."""

    gesprek: UUID
    wanneer: str
    punten: tuple[PuntRij, ...]
    voorstellen: tuple[VoorstelRij, ...]


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
        voorstellen=tuple(
            VoorstelRij(each.onderdeel, _proposed(family, each))
            for each in voorstellen(family.dossier, talk.id, family.op)
        ),
    )


def _proposed(family: Family, voorstel: Voorstel) -> str:
    """The question that would stand on the agenda."""
    part = voorstel.onderdeel
    if voorstel.soort is VoorstelSoort.VEILIGHEID:
        return _("Hoe veilig is het nu?")
    if voorstel.soort is VoorstelSoort.KLAAR:
        return _("Is {name} klaar?").format(name=named(family, part))
    if voorstel.soort is VoorstelSoort.AFSPRAAK:
        return _("Hoe staat het met: {what}?").format(what=get(family.dossier, Actie, part).wat)
    return _("Hoe ver zijn we: {what}?").format(what=get(family.dossier, Doel, part).woorden)


def accept(rij: VoorstelRij) -> Rule:
    """The rule that puts what is proposed on the agenda of the next talk."""

    def rule(family: Family) -> Family:
        talk = next_talk(family)
        readers = talk.voor_wie if talk is not None else HEEL_GEZIN
        punt = Agendapunt(new_id(), rij.onderdeel, rij.wat, betreft=rij.onderdeel, voor_wie=readers)
        return replace(family, dossier=put_on_agenda(family.dossier, (punt,), now()))

    return rule


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
