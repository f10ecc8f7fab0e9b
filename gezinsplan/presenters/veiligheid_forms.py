"""The forms of safety: the word of a day with its ground, agreements, and orders of a judge or mayor.

Nothing here is computed or advised (product.md rule 5), and all of it is for the file alone unless somebody decides so.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.veiligheid import (
    Maatregel,
    MaatregelSoort,
    Veiligheidsafspraak,
    Veiligheidscheck,
    Veiligheidsfase,
    Veiligheidswoord,
)
from gezinsplan.domain.veiligheidsafspraken import close_afspraak, put_afspraak
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, shown
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _


def _over(family: Family) -> FieldSpec:
    return FieldSpec(
        "over",
        _("Over wie gaat het?"),
        FieldKind.CHOICES,
        choices.members(family),
        help=_("Niemand aangevinkt: over het hele gezin."),
        section=_("Voor wie"),
    )


def _readers(family: Family) -> FieldSpec:
    return FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family))


def check_form(family: Family, check: Veiligheidscheck | None = None) -> Form:
    """How safe it is, says somebody, why, and when that is asked again."""
    keep = (check.door,) if check is not None and check.door else ()
    specs = (
        FieldSpec("woord", _("Hoe veilig is het?"), FieldKind.CHOICE, choices.words(Veiligheidswoord), required=True),
        FieldSpec("fase", _("Waar staan we?"), FieldKind.CHOICE, choices.words(Veiligheidsfase), required=True),
        FieldSpec(
            "grond",
            _("Waarom zeggen we dat?"),
            FieldKind.TEXT,
            help=_("Wat is er gezien of gezegd, en door wie?"),
            required=True,
        ),
        FieldSpec("datum", _("Gekeken op"), FieldKind.DATE, required=True),
        FieldSpec("volgende_op", _("Opnieuw kijken op"), FieldKind.DATE, required=True, beside=True),
        FieldSpec(
            "door",
            _("Wie zegt dit?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Nog niet ingevuld")), *choices.deelnemers(family, keep)),
        ),
        _over(family),
        _readers(family),
    )
    naming = Naming(_("Kijken hoe veilig het is"), _("Hoe veilig het is"), _("Bewaren"))
    if check is not None:
        return edit_part(family, check, naming, specs)
    return new_part(family, Veiligheidscheck, naming, specs, {"datum": family.op, "voor_wie": ALLEEN_DOSSIER})


def afspraak_form(family: Family, afspraak: Veiligheidsafspraak | None = None) -> Form:
    """What is agreed, who does it, who looks after it and how often, and what happens when it is not kept."""
    keep = (*afspraak.wie, afspraak.controle_door) if afspraak is not None else ()
    people = choices.deelnemers(family, (each for each in keep if each is not None))
    specs = (
        FieldSpec("wat", _("Wat spreken we af?"), FieldKind.TEXT, required=True),
        FieldSpec("wie", _("Wie doet dit?"), FieldKind.CHOICES, people, required=True),
        FieldSpec(
            "controle_door",
            _("Wie kijkt na of het gebeurt?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Kies iemand")), *people),
            required=True,
        ),
        FieldSpec("hoe_vaak", _("Hoe vaak?"), help=_("Bijvoorbeeld: elke week bellen."), beside=True),
        FieldSpec("wat_dan", _("Wat doen we als het niet lukt?"), FieldKind.TEXT),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE, required=True),
        _over(family),
        _readers(family),
    )
    naming = Naming(
        _("Afspraak over veiligheid"), _("Afspraak over veiligheid wijzigen"), _("Afspraak over veiligheid toevoegen")
    )
    if afspraak is not None:
        ended = _ended() if afspraak.tot is not None else ()
        return edit_part(family, afspraak, naming, (*specs, *ended), _put_changed)
    defaults = {"vanaf": family.op, "voor_wie": ALLEEN_DOSSIER}
    return new_part(family, Veiligheidsafspraak, naming, specs, defaults, put_afspraak)


def _ended() -> tuple[FieldSpec, ...]:
    """What was written down when it was closed; it may have been the wrong day."""
    until = FieldSpec(
        "tot",
        _("Niet meer nodig vanaf"),
        FieldKind.DATE,
        help=_("Maak leeg als de afspraak toch blijft."),
        section=_("Gestopt"),
    )
    return until, FieldSpec("reden", _("Waarom is dit niet meer nodig?"), FieldKind.TEXT)


def _put_changed(dossier: Dossier, afspraak: Veiligheidsafspraak) -> Dossier:
    """An agreement that goes on has no reason why it stopped."""
    return put_afspraak(dossier, afspraak if afspraak.tot is not None else replace(afspraak, reden=""))


def close_form(family: Family, afspraak: Veiligheidsafspraak) -> Form:
    """An agreement that is no longer needed: from when on, and why."""

    def apply(current: Family, answers: Mapping[str, Any]) -> Family:
        closed = close_afspraak(current.dossier, afspraak.id, answers["tot"], answers["reden"])
        return replace(current, dossier=closed)

    specs = (
        FieldSpec("tot", _("Vanaf wanneer niet meer?"), FieldKind.DATE, required=True),
        FieldSpec("reden", _("Waarom is dit niet meer nodig?"), FieldKind.TEXT, required=True),
    )
    return Form(
        key=form_key(family.dossier.id, "veiligheid_klaar", afspraak.id),
        title=_("Deze afspraak is niet meer nodig"),
        step=_("Afspraak over veiligheid afsluiten"),
        fields=specs,
        values={"tot": shown(FieldKind.DATE, family.op), "reden": ""},
        apply=apply,
        button=_("Afsluiten"),
        intro=afspraak.wat,
    )


def maatregel_form(family: Family, maatregel: Maatregel | None = None) -> Form:
    """What a judge or mayor ordered: about whom, from until, and who carries it out."""
    keep = (maatregel.uitvoerder,) if maatregel is not None and maatregel.uitvoerder else ()
    specs = (
        FieldSpec("soort", _("Welk besluit?"), FieldKind.CHOICE, choices.words(MaatregelSoort), required=True),
        FieldSpec("door", _("Wie heeft het besloten?"), help=_("Bijvoorbeeld: de kinderrechter."), beside=True),
        FieldSpec("over", _("Over wie gaat het?"), FieldKind.CHOICES, choices.members(family), required=True),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE, required=True),
        FieldSpec("tot", _("Tot"), FieldKind.DATE, help=_("Leeg: nog niet bekend."), beside=True),
        FieldSpec(
            "uitvoerder",
            _("Wie voert het uit?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Nog niet ingevuld")), *choices.helpers(family, keep)),
            help=_("Zolang het besluit geldt, kan deze persoon niet weg."),
        ),
        FieldSpec("tussen", _("Tussen wie?"), FieldKind.CHOICES, choices.people(family), more=True),
        _readers(family),
    )
    naming = Naming(_("Besluit van rechter of burgemeester"), _("Besluit wijzigen"), _("Besluit toevoegen"))
    if maatregel is not None:
        return edit_part(family, maatregel, naming, specs)
    return new_part(family, Maatregel, naming, specs, {"vanaf": family.op, "voor_wie": ALLEEN_DOSSIER})
