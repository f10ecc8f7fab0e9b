"""Plans beside ours, in words: whose, for whom, until when, for which of our goals, and when they were aligned."""

from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain.andere_plannen import AnderPlan, PlanSoort, is_verlopen, loopt
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.values import get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.afspraken import named, only_for
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services import settings
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined, word

DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class PlanRij:
    """One plan: what and whose, what is known of it, a word that asks for attention, and whether it is over."""

    id: UUID
    tekst: str
    onder: str
    merk: str
    voorbij: bool


def in_use(family: Family) -> bool:
    """Whether this is shown: it is switched on, or it was used in this family (product.md 7)."""
    return settings.load().andere_plannen or bool(family.dossier.andere_plannen)


def plan_rijen(family: Family) -> tuple[PlanRij, ...]:
    """What runs, the first to end first; then what has stopped."""
    found = sorted(
        family.dossier.andere_plannen,
        key=lambda each: (not loopt(each, family.op), each.tot is None, each.tot or family.op, each.id),
    )
    return tuple(_row(family, each) for each in found)


def plan_tekst(family: Family, part: AnderPlan) -> str:
    """Behandelplan van Karin, voor Lisa."""
    kind = word(part.soort)
    who = named(family, part.van) if part.van is not None else part.van_ander.strip()
    said = _("{plan} van {who}").format(plan=kind[:1].upper() + kind[1:], who=who)
    if part.over:
        said = _("{plan}, voor {names}").format(plan=said, names=choices.for_whom(family, part.over))
    return said


def _row(family: Family, part: AnderPlan) -> PlanRij:
    going = loopt(part, family.op)
    mark = ""
    if is_verlopen(part, family.op):
        mark = _("verlopen")
    elif going and part.afgestemd_op is None:
        mark = _("nog niet afgestemd")
    return PlanRij(part.id, plan_tekst(family, part), _below(family, part), mark, not going)


def _below(family: Family, part: AnderPlan) -> str:
    lines = []
    if part.gestopt_op is not None:
        lines.append(_("gestopt op {date}").format(date=short_date(part.gestopt_op, family.op)))
    elif part.tot is not None:
        lines.append(_("tot {date}").format(date=short_date(part.tot, family.op)))
    numbers = [str(number) for number, doel in enumerate(open_doelen(family.dossier), 1) if doel.id in part.doelen]
    if numbers:
        lines.append(_("helpt bij doel {n}").format(n=joined(numbers)))
    if part.afgestemd_op is not None:
        lines.append(_("afgestemd op {date}").format(date=short_date(part.afgestemd_op, family.op)))
    lines.append(only_for(family, part.voor_wie))
    return DOT.join(line for line in lines if line)


def plan_form(family: Family, part: AnderPlan | None = None) -> Form:
    """Which plan, whose, for whom, until when; what is in it stays where it is."""
    holders = (
        *choices.nobody(_("Iemand die hier niet bij staat")),
        *choices.deelnemers(family, (part.van,) if part and part.van else ()),
    )
    goals = tuple(
        Option(each.id, f"{number}. {each.woorden}") for number, each in enumerate(open_doelen(family.dossier), 1)
    )
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("soort", _("Wat voor plan?"), FieldKind.CHOICE, choices.words(PlanSoort), required=True),
        FieldSpec("van", _("Van wie?"), FieldKind.CHOICE, holders, beside=True),
        FieldSpec("van_ander", _("Naam of organisatie"), help=_("Alleen als die hierboven niet bij staat.")),
        FieldSpec(
            "over",
            _("Over wie gaat het?"),
            FieldKind.CHOICES,
            choices.members(family),
            help=_("Niemand aangevinkt: over het hele gezin."),
        ),
        *((FieldSpec("doelen", _("Bij welke doelen helpt het?"), FieldKind.CHOICES, goals),) if goals else ()),
        FieldSpec("tot", _("Loopt tot"), FieldKind.DATE, help=_("Een maand ervoor staat het in Vandaag.")),
        FieldSpec("afgestemd_op", _("Naast ons plan gelegd op"), FieldKind.DATE, beside=True),
    )
    if part is not None:
        specs = (*specs, FieldSpec("gestopt_op", _("Gestopt op"), FieldKind.DATE))
    readers = FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True)
    naming = Naming(_("Ander plan toevoegen"), _("Ander plan"), _("Toevoegen"))
    if part is not None:
        return edit_part(family, part, naming, (*specs, readers))
    defaults = {"soort": PlanSoort.BEHANDELPLAN, "over": (), "doelen": (), "van_ander": ""}
    return replace(
        new_part(family, AnderPlan, naming, (*specs, readers), defaults),
        intro=_("Alleen dat het er is. Wat erin staat, blijft bij wie het maakte."),
    )


def afgestemd(part: UUID) -> Rule:
    """The rule that a plan was laid beside ours today."""

    def rule(family: Family) -> Family:
        plan = get(family.dossier, AnderPlan, part)
        return replace(family, dossier=put(family.dossier, replace(plan, afgestemd_op=family.op)))

    return rule
