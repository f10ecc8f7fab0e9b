"""The cards about versions: what was agreed, what changed since, who agrees, and who received what."""

from dataclasses import dataclass
from uuid import UUID

from gezinsplan.domain.akkoord import Gevraagde, antwoorden, nog_te_bevestigen, nog_te_vragen
from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import Code
from gezinsplan.domain.namen import called
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import find, get
from gezinsplan.domain.vaststellen import (
    laatst_vastgesteld,
    nieuwste,
    op_volgorde,
    reden_geen_vaststellen,
    volgend_nummer,
)
from gezinsplan.domain.versies import Akkoord, Antwoord, PlanVersie, VersieStatus, Verstrekking
from gezinsplan.domain.verstrekken import nog_niet_gekregen
from gezinsplan.presenters.family import FamilyState
from gezinsplan.presenters.verschil import in_woorden
from gezinsplan.services.caseload import Family
from gezinsplan.services.versies import changes_since, on_screen, thaw
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date, short_date
from gezinsplan.texts.words import joined, word


@dataclass(frozen=True, slots=True)
class VersieRij:
    """One version: its name, and under it the day and the talk."""

    id: UUID
    naam: str
    onder: str


@dataclass(frozen=True, slots=True)
class GegevenRij:
    """Somebody who received a version; `vervallen`: it turned out not to be so."""

    id: UUID
    naam: str
    onder: str
    vervallen: bool


@dataclass(frozen=True, slots=True)
class AkkoordRij:
    """What one said of the version, or that he is still to be asked (no `akkoord`); `toon` is the colour of it."""

    wie: UUID
    naam: str
    onder: str
    woord: str
    toon: str
    akkoord: UUID | None = None


@dataclass(frozen=True, slots=True)
class VersieKaart:
    """The state of the plan: agreed or a proposal; `belet` is why it cannot be agreed today."""

    afgesproken: bool
    stand: str
    belet: str
    veranderd_sinds: str
    veranderd: tuple[str, ...]
    versies: tuple[VersieRij, ...]
    gegeven: tuple[GegevenRij, ...]


@dataclass(frozen=True, slots=True)
class AkkoordKaart:
    """Who agrees with what was agreed last (`versie`), and who has not received what goes around now (`rond`).

    `helpers` say whether they do their own part.
    """

    versie: UUID | None
    titel: str
    rijen: tuple[AkkoordRij, ...]
    helpers: tuple[AkkoordRij, ...]
    rond: UUID | None
    niet_gekregen: str


class Versies:
    """Makes the cards of one family; keeps what it read of the version that was agreed last."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._read: tuple[UUID, Family] | None = None

    def kaart(self, state: FamilyState) -> VersieKaart:
        """The state of the plan as it may be seen."""
        seen = state.seen
        last = laatst_vastgesteld(state.family.dossier)
        changes = self._changes(state, last)
        reason = reden_geen_vaststellen(seen.dossier, seen.op)
        return VersieKaart(
            afgesproken=last is not None and not changes,
            stand=_standing(seen, last, agreed=not changes),
            belet=_why_not(reason),
            veranderd_sinds=_("Veranderd sinds versie {n}").format(n=last.nummer) if last and changes else "",
            veranderd=changes,
            versies=tuple(_versie(seen, each) for each in op_volgorde(seen.dossier.planversies)),
            gegeven=_given(seen),
        )

    def _changes(self, state: FamilyState, last: PlanVersie | None) -> tuple[str, ...]:
        if last is None:
            return ()
        if self._read is None or self._read[0] != last.id:
            self._read = last.id, thaw(last, state.family)
        then = on_screen(self._read[1], state.family) if state.shielded else self._read[1]
        return tuple(in_woorden(each, then, state.seen) for each in changes_since(then, state.seen))


def _standing(family: Family, last: PlanVersie | None, *, agreed: bool) -> str:
    if last is None:
        return _("Er is nog niets vastgesteld.")
    day = long_date(last.dag)
    if agreed:
        return _("Versie {n}, van {date}.").format(n=last.nummer, date=day)
    told = _("Voorstel voor versie {next}. Versie {n} is van {date}.")
    return told.format(next=volgend_nummer(family.dossier), n=last.nummer, date=day)


def _why_not(reason: Code | None) -> str:
    said = {
        Code.SAFETY_CHECK_MISSING: _("Vaststellen kan als u eerst kijkt hoe veilig het is."),
        Code.SAFETY_CHECK_LATE: _("Vaststellen kan als u eerst opnieuw kijkt hoe veilig het is."),
    }
    return said[reason] if reason is not None else ""


def _name(family: Family, who: UUID) -> str:
    return called(family.dossier, family.team.kaart, who)


def _versie(family: Family, versie: PlanVersie) -> VersieRij:
    talk = find(family.dossier, Overleg, versie.overleg)
    parts = (word(versie.status), short_date(versie.dag, family.op), word(talk.soort) if talk is not None else "")
    name = _("Versie {n}").format(n=versie.nummer)
    return VersieRij(versie.id, name, ", ".join(part for part in parts if part))


def _given(family: Family) -> tuple[GegevenRij, ...]:
    found = sorted(family.dossier.verstrekkingen, key=lambda each: (each.datum, each.id), reverse=True)
    return tuple(_giving(family, each) for each in found)


def _giving(family: Family, part: Verstrekking) -> GegevenRij:
    versie = get(family.dossier, PlanVersie, part.versie)
    parts = [
        _("Versie {n}").format(n=versie.nummer),
        word(versie.status) if versie.status is VersieStatus.CONCEPT else "",
        word(part.wijze),
        short_date(part.datum, family.op),
    ]
    if part.vervallen_op is not None:
        parts.append(_("klopt niet: {why}").format(why=part.reden))
    elif part.reactie:
        parts.append(_("reactie: {what}").format(what=part.reactie))
    elif part.reageren_tot is not None and part.reactie_op is None:
        parts.append(_("reageren voor {date}").format(date=short_date(part.reageren_tot, family.op)))
    under = ", ".join(each for each in parts if each)
    return GegevenRij(part.id, _name(family, part.deelnemer), under, part.vervallen_op is not None)


# ---------------------------------------------------------------- who agrees


def akkoord_kaart(family: Family) -> AkkoordKaart:
    """Who said what of the version that was agreed last, and who is still to be asked."""
    last, around = laatst_vastgesteld(family.dossier), nieuwste(family.dossier)
    missing = nog_niet_gekregen(family.dossier, around, family.op) if around is not None else ()
    names = joined(_name(family, each) for each in missing)
    return AkkoordKaart(
        versie=last.id if last is not None else None,
        titel=_("Over versie {n}, van {date}").format(n=last.nummer, date=long_date(last.dag))
        if last is not None
        else "",
        rijen=_members(family, last) if last is not None else (),
        helpers=_helpers(family, last) if last is not None else (),
        rond=around.id if around is not None else None,
        niet_gekregen=_not_received(around, names) if around is not None and names else "",
    )


def _not_received(around: PlanVersie, names: str) -> str:
    if around.status is VersieStatus.CONCEPT:
        return _("Het voorstel nog niet gekregen: {names}").format(names=names)
    return _("Nog niet gekregen: {names}").format(names=names)


def _members(family: Family, versie: PlanVersie) -> tuple[AkkoordRij, ...]:
    said = antwoorden(family.dossier, versie.id)
    asked = (_asked(family, each) for each in nog_te_vragen(family.dossier, versie, family.op))
    return (*asked, *(_answer(family, said[each.id]) for each in family.dossier.personen if each.id in said))


def _helpers(family: Family, versie: PlanVersie) -> tuple[AkkoordRij, ...]:
    said = antwoorden(family.dossier, versie.id)
    asked = (
        AkkoordRij(each, _name(family, each), "", _("nog vragen"), "amber")
        for each in nog_te_bevestigen(family.dossier, versie, family.op)
    )
    return (*asked, *(_answer(family, said[each.id]) for each in family.dossier.betrokkenheden if each.id in said))


def _asked(family: Family, each: Gevraagde) -> AkkoordRij:
    children = joined(_name(family, child) for child in each.voor)
    if not children:
        under = ""
    elif each.zelf:
        under = _("ook voor {names}").format(names=children)
    else:
        under = _("voor {names}").format(names=children)
    return AkkoordRij(each.wie, _name(family, each.wie), under, _("nog vragen"), "amber")


def _answer(family: Family, said: Akkoord) -> AkkoordRij:
    is_helper = find(family.dossier, Betrokkenheid, said.deelnemer) is not None
    tones = {Antwoord.AKKOORD: "green", Antwoord.NIET_AKKOORD: "red", Antwoord.NIET_GEVRAAGD: "neutral"}
    how = word(said.vorm) if said.vorm is not None else ""
    kept = _("papier: {place}").format(place=said.bewaard) if said.bewaard else ""
    gone = "" if present_on(family.dossier, said.deelnemer, family.op) else _("is er nu niet meer")
    under = ", ".join(part for part in (how, short_date(said.datum, family.op), kept, gone) if part)
    if said.toelichting:
        under = f"{said.toelichting}\n{under}"
    told = word(said.antwoord)
    if is_helper and said.antwoord is not Antwoord.NIET_GEVRAAGD:
        told = _("doet het") if said.antwoord is Antwoord.AKKOORD else _("doet het niet")
    return AkkoordRij(said.deelnemer, _name(family, said.deelnemer), under, told, tones[said.antwoord], said.id)
