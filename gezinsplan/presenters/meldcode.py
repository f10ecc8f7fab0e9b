"""The meldcode as a log of reasoning: what was written down per step, and a new entry; nothing is advised (rule 5)."""

from dataclasses import dataclass, replace

from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.meldcode import MeldcodeDeel, MeldcodeStap, loopt
from gezinsplan.domain.namen import called
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form
from gezinsplan.presenters.part_form import Naming, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.words import word


@dataclass(frozen=True, slots=True)
class StapRij:
    """One entry: what was thought, and under it the day and by whom."""

    wat: str
    onder: str


@dataclass(frozen=True, slots=True)
class DeelRij:
    """One step or weighing with everything that was written down about it, the first first."""

    vraag: str
    stappen: tuple[StapRij, ...]


@dataclass(frozen=True, slots=True)
class MeldcodeKaart:
    """What the card shows: the steps that have something, and whether it runs."""

    delen: tuple[DeelRij, ...]
    loopt: bool


def meldcode_kaart(family: Family) -> MeldcodeKaart:
    """The log as it may be seen."""
    steps = sorted(family.dossier.meldcodestappen, key=lambda each: (each.datum, each.id))
    parts = [(deel, [each for each in steps if each.deel is deel]) for deel in MeldcodeDeel]
    return MeldcodeKaart(
        delen=tuple(DeelRij(word(deel), tuple(_row(family, each) for each in found)) for deel, found in parts if found),
        loopt=loopt(family.dossier.meldcodestappen, family.op),
    )


def _row(family: Family, stap: MeldcodeStap) -> StapRij:
    by = called(family.dossier, family.team.kaart, stap.door)
    return StapRij(stap.wat, ", ".join(part for part in (long_date(stap.datum), by) if part))


def stap_form(family: Family) -> Form:
    """One entry; it stays as it is written down."""
    specs = (
        FieldSpec("deel", _("Over welke stap gaat het?"), FieldKind.CHOICE, choices.words(MeldcodeDeel), required=True),
        FieldSpec("wat", _("Wat is er gezien, gezegd of afgewogen?"), FieldKind.TEXT, required=True),
        FieldSpec("datum", _("Op welke dag?"), FieldKind.DATE, required=True),
        FieldSpec(
            "door",
            _("Wie schrijft dit op?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Nog niet ingevuld")), *choices.helpers(family)),
            beside=True,
        ),
        FieldSpec("over", _("Over wie gaat het?"), FieldKind.CHOICES, choices.members(family)),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True),
    )
    naming = Naming(_("Meldcode: een stap vastleggen"), "", _("Vastleggen"))
    form = new_part(family, MeldcodeStap, naming, specs, {"datum": family.op, "voor_wie": ALLEEN_DOSSIER})
    stays = _("Wat u vastlegt, blijft zo staan en kan niet ongedaan. Klopt iets niet? Leg dan een nieuwe stap vast.")
    return replace(form, step=_("Stap van de meldcode"), intro=stays)
