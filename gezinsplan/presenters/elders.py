"""The same person in two families: what stands above a family about it, and the form of the decision (product.md 4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gezinsplan.domain.banden import Dubbel, DubbelKeuze
from gezinsplan.domain.betrokken import regisseur_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.namen import called
from gezinsplan.domain.values import difference, find
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, read_all, shown
from gezinsplan.presenters.running import Run
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.dubbel import Gelijke, TweeInWoorden, beslis, te_beslissen, twee_regisseurs
from gezinsplan.services.families import for_screen
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.dates import partial_date
from gezinsplan.texts.words import word


@dataclass(frozen=True, slots=True)
class ElderRij:
    """One thing to decide about somebody who is in another family too; `rood`: a child with two regisseurs."""

    persoon: UUID
    ander_gezin: UUID
    tekst: str
    onder: str
    rood: bool


class Elders:
    """Looks in the other families of this vault; only again when something of this family changed that matters."""

    def __init__(
        self, caseload: Caseload, run: Run, found: Callable[[], object], refuse: Callable[[Refused], object]
    ) -> None:
        """`found` is called when something else was found than stood there."""
        self._caseload = caseload
        self._run = run
        self._found = found
        self._refuse = refuse
        self._looked: tuple[object, ...] = ()
        self.rijen: tuple[ElderRij, ...] = ()

    def forget(self) -> None:
        """Another family is shown, or other families may have changed."""
        self._looked, self.rijen = (), ()

    def follow(self, family: Family) -> None:
        """Look anew when the people, or who directs, are not as they were."""
        matters = _matters(family)
        if matters == self._looked:
            return
        self._looked = matters

        def found(rijen: tuple[ElderRij, ...]) -> None:
            if matters == self._looked and rijen != self.rijen:
                self.rijen = rijen
                self._found()

        self._run(lambda: elders(self._caseload, family), found, self._refuse)

    def watch(self, family: Family, form: Form, answers: Mapping[str, Any], then: Callable[[str], object]) -> None:
        """Ask whether who is being entered is in another family too; a sentence, or nothing."""
        typed = dict(answers)

        def failed(refused: Refused) -> None:
            then("")
            self._refuse(refused)

        self._run(lambda: watched(self._caseload, family, form, typed), then, failed)


def elders(caseload: Caseload, family: Family) -> tuple[ElderRij, ...]:
    """Who of this family is in another one: red first, then what is to be decided."""
    red = [_red(family, each) for each in twee_regisseurs(caseload, family)]
    told = {(each.persoon, each.ander_gezin) for each in red}
    maybe = [_maybe(family, each) for each in te_beslissen(caseload, family)]
    return (*red, *(each for each in maybe if (each.persoon, each.ander_gezin) not in told))


def _matters(family: Family) -> tuple[object, ...]:
    dossier = family.dossier
    people: tuple[object, ...] = (dossier.gezin, dossier.personen, dossier.gezag, dossier.dubbelen)
    return (*people, dossier.betrokkenheden, dossier.regisseurschappen, dossier.afschermingen)


def _red(family: Family, two: TweeInWoorden) -> ElderRij:
    kaart, seen = family.team.kaart, for_screen(family.dossier, family.team.kaart, family.op)
    here = called(seen, kaart, regisseur_on(seen, family.op))
    under = _("Hier is {here} regisseur. In gezin {gezin} ({kenmerk}) is dat {there}.").format(
        here=here, gezin=two.gezin, kenmerk=two.kenmerk, there=two.regisseur
    )
    if two.rood.keuze is not None:
        under += " " + _("Besloten: {what}.").format(what=word(two.rood.keuze))
    text = _("{kind} heeft twee regisseurs").format(kind=two.kind)
    return ElderRij(two.rood.persoon, two.rood.ander_gezin, text, under, rood=True)


def _maybe(family: Family, other: Gelijke) -> ElderRij:
    name = called(family.dossier, family.team.kaart, other.voorstel.persoon)
    text = _("{naam} staat misschien ook in gezin {gezin} ({kenmerk})").format(
        naam=name, gezin=other.gezin, kenmerk=other.kenmerk
    )
    parts = [other.naam]
    if other.geboren is not None:
        parts.append(_("geboren: {date}").format(date=partial_date(str(other.geboren))))
    parts.append(_("regisseur: {naam}").format(naam=other.regisseur or _("niemand")))
    return ElderRij(other.voorstel.persoon, other.voorstel.ander_gezin, text, ", ".join(parts) + ".", rood=False)


def watched(caseload: Caseload, family: Family, form: Form, answers: Mapping[str, Any]) -> str:
    """While somebody is entered: whether he or she may be in another family too; empty when not, or not to be read."""
    try:
        after = form.apply(family, read_all(form, answers))
    except Refused:
        return ""
    changed = [each.after for each in difference(family.dossier, after.dossier) if each.after is not None]
    found = [other for each in changed for other in te_beslissen(caseload, after, each.id)]
    if not found:
        return ""
    text = _("{wie}. Eén plan, twee plannen met één regisseur of twee plannen: dat kiest u hierna, boven dit gezin.")
    return text.format(wie=_maybe(after, found[0]).tekst)


def dubbel_form(family: Family, persoon: UUID, ander_gezin: UUID) -> Form:
    """What to do with somebody who is in two families: one plan, one regisseur, or two plans with a reason."""
    before = _decided(family.dossier, persoon, ander_gezin)
    specs = (
        FieldSpec(
            "keuze",
            _("Wat spreken we af?"),
            FieldKind.CHOICE,
            choices.words(DubbelKeuze),
            required=True,
            help=_("Eén plan: u sluit straks één van de twee gezinnen. Er verandert nu nog niets."),
        ),
        FieldSpec("reden", _("Waarom?"), FieldKind.TEXT, help=_("Nodig bij twee plannen.")),
        FieldSpec("opnieuw_op", _("Opnieuw bekijken op"), FieldKind.DATE, help=_("Nodig bij twee plannen.")),
    )
    values = {each.name: shown(each.kind, getattr(before, each.name, None)) for each in specs}
    name = called(family.dossier, family.team.kaart, persoon)
    return Form(
        key=form_key(family.dossier.id, "dubbel", persoon),
        title=_("{naam} staat in twee gezinnen").format(naam=name),
        step=_("In twee gezinnen"),
        fields=specs,
        values=values,
        apply=lambda current, answers: beslis(current, Dubbel(new_id(), persoon, ander_gezin, **answers)),
        button=_("Vastleggen"),
        intro=_(
            "Een kind heeft één regisseur, ook als de ouders uit elkaar zijn. Kies samen met de andere regisseur. "
            "Is het toch een ander mens? Kies twee plannen en schrijf dat op."
        ),
    )


def _decided(dossier: Dossier, persoon: UUID, ander_gezin: UUID) -> Dubbel | None:
    about = (each for each in dossier.dubbelen if (each.persoon, each.ander_gezin) == (persoon, ander_gezin))
    return find(dossier, Dubbel, next((each.id for each in about), None))
