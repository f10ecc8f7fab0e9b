"""The forms of Gezin en netwerk: the family itself, its people, homes, gezag and what is shielded."""

from dataclasses import replace
from typing import Any

from gezinsplan.domain import regie
from gezinsplan.domain.dossier import CasusFase, Dossier, Gezin
from gezinsplan.domain.gezin import put_persoon
from gezinsplan.domain.personen import (
    Afscherming,
    Bewoning,
    Feit,
    Gezagsverhouding,
    Gezagsvorm,
    Huishouden,
    Persoon,
    PersoonSoort,
)
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _


def _yes_no() -> tuple[Option, ...]:
    return (Option(None, _("weten we niet")), Option(True, _("ja")), Option(False, _("nee")))


def gezin_form(family: Family) -> Form:
    """The facts of the case."""

    def into(dossier: Dossier, gezin: Gezin) -> Dossier:
        return regie.change_gezin(dossier, gezin)

    specs = (
        FieldSpec("naam", _("Naam, zoals het gezin dat wil"), required=True),
        FieldSpec("kenmerk", _("Kenmerk"), required=True),
        FieldSpec("fase", _("Fase"), FieldKind.CHOICE, choices.words(CasusFase), beside=True),
        FieldSpec("wijk", _("Wijk")),
        FieldSpec("gemeente", _("Gemeente"), beside=True),
        FieldSpec("start", _("Begonnen op"), FieldKind.DATE, required=True),
        FieldSpec("afsluiting", _("Afgesloten op"), FieldKind.DATE, beside=True),
        FieldSpec(
            "dossierhouder",
            _("Dossierhouder"),
            FieldKind.CHOICE,
            choices.professionals(family),
            help=_("De beroepskracht die verantwoordelijk is voor dit dossier."),
            required=True,
        ),
        FieldSpec(
            "beginstand_op",
            _("Het begin, samen nageteld op"),
            FieldKind.DATE,
            help=_("Vanaf deze dag laat de lijn zien hoeveel hulpverleners er zijn."),
            section=_("Hoeveel hulpverleners?"),
        ),
        FieldSpec("streefaantal", _("Samen afgesproken aantal"), FieldKind.NUMBER),
        FieldSpec("streefaantal_op", _("Afgesproken op"), FieldKind.DATE, beside=True),
    )
    return edit_part(family, family.dossier.gezin, Naming("", _("Over dit gezin"), ""), specs, into)


def persoon_form(family: Family, soort: PersoonSoort, persoon: Persoon | None = None) -> Form:
    """Somebody of the family or its netwerk."""
    member = soort is PersoonSoort.GEZINSLID
    specs = _persoon_specs(member)
    if member:
        naming = Naming(_("Gezinslid toevoegen"), _("Gezinslid wijzigen"), _("Gezinslid toevoegen"))
    else:
        naming = Naming(_("Familie, vriend of buur toevoegen"), _("Familie, vriend of buur wijzigen"), _("Toevoegen"))

    def into(dossier: Dossier, somebody: Persoon) -> Dossier:
        return put_persoon(dossier, somebody, family.op)

    watched = frozenset({"naam", "geboortedatum"}) if member else frozenset[str]()
    if persoon is not None:
        return replace(edit_part(family, persoon, naming, specs, into), watched=watched)
    form = new_part(family, Persoon, naming, specs, {"soort": soort}, into)
    return replace(form, key=f"{form.key}-{soort}", watched=watched)


def _persoon_specs(member: bool) -> tuple[FieldSpec, ...]:
    about = (
        FieldSpec("naam", _("Naam"), required=True),
        FieldSpec(
            "roepnaam", _("Zo heet hij of zij in het plan"), help=_("Bijvoorbeeld: mama, papa, oma Fatma."), beside=True
        ),
        FieldSpec("band", _("Wie is dit voor het gezin?"), help=_("Bijvoorbeeld: moeder, stiefvader, buurvrouw.")),
        FieldSpec(
            "geboortedatum",
            _("Geboortedatum"),
            FieldKind.PARTIAL_DATE,
            help=_("Alleen het jaar of de maand mag ook."),
            beside=True,
        ),
    )
    reach = (
        FieldSpec("telefoon", _("Telefoon"), section=_("Veilig bereikbaar")),
        FieldSpec("bereikbaar", _("Hoe en wanneer?"), FieldKind.TEXT),
        FieldSpec("voicemail", _("Voicemail inspreken mag"), FieldKind.CHOICE, _yes_no()),
        FieldSpec("post", _("Post sturen mag"), FieldKind.CHOICE, _yes_no(), beside=True),
        FieldSpec(
            "talen",
            _("Talen"),
            FieldKind.WORDS,
            help=_("Met een komma ertussen."),
            section=_("Praten en lezen"),
            more=True,
        ),
        FieldSpec("tolk", _("Er is een tolk nodig"), FieldKind.CHECK, more=True),
        FieldSpec("leest_groot", _("Wil grote letters of voorlezen"), FieldKind.CHECK, more=True),
        FieldSpec("talenten", _("Goed in"), FieldKind.TEXT, more=True),
    )
    ends = (
        FieldSpec("tot", _("Hoort er niet meer bij sinds"), FieldKind.DATE, more=True),
        FieldSpec("overleden_op", _("Overleden op"), FieldKind.DATE, more=True, beside=True),
    )
    knows: tuple[FieldSpec, ...] = ()
    if not member:
        knows = (FieldSpec("weet_ervan_sinds", _("Weet dat hij of zij in het plan staat, sinds"), FieldKind.DATE),)
    return (*about, *knows, *reach, *ends)


def huishouden_form(family: Family, huishouden: Huishouden | None = None) -> Form:
    """One address."""
    specs = (
        FieldSpec("naam", _("Hoe noemen we dit huis?"), help=_("Bijvoorbeeld: bij mama."), required=True),
        FieldSpec("straat", _("Straat")),
        FieldSpec("huisnummer", _("Nummer"), beside=True),
        FieldSpec("postcode", _("Postcode")),
        FieldSpec("plaats", _("Plaats"), beside=True),
        FieldSpec("telefoon", _("Telefoon in huis")),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.PARTIAL_DATE, more=True),
        FieldSpec("tot", _("Tot"), FieldKind.PARTIAL_DATE, more=True, beside=True),
    )
    naming = Naming(_("Huis toevoegen"), _("Huis wijzigen"), _("Huis toevoegen"))
    if huishouden is not None:
        return edit_part(family, huishouden, naming, specs)
    return new_part(family, Huishouden, naming, specs, {})


def bewoning_form(family: Family, bewoning: Bewoning | None = None) -> Form:
    """Who lives in which home, and when."""
    homes = tuple(Option(each.id, each.naam) for each in family.dossier.huishoudens)
    specs = (
        FieldSpec("persoon", _("Wie?"), FieldKind.CHOICE, choices.people(family), required=True),
        FieldSpec("huishouden", _("In welk huis?"), FieldKind.CHOICE, homes, required=True, beside=True),
        FieldSpec("wanneer", _("Wanneer?"), help=_("Bijvoorbeeld: om de week. Leeg is altijd.")),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.PARTIAL_DATE, more=True),
        FieldSpec("tot", _("Tot"), FieldKind.PARTIAL_DATE, more=True, beside=True),
    )
    naming = Naming(_("Bewoner toevoegen"), _("Bewoner wijzigen"), _("Bewoner toevoegen"))
    if bewoning is not None:
        return edit_part(family, bewoning, naming, specs)
    return new_part(family, Bewoning, naming, specs, {"huishouden": homes[0].value if len(homes) == 1 else None})


def gezag_form(family: Family, gezag: Gezagsverhouding | None = None) -> Form:
    """Who has gezag over which child."""
    holders = (*choices.nobody(), *choices.people(family), *choices.helpers(family))
    specs = (
        FieldSpec("kind", _("Over welk kind?"), FieldKind.CHOICE, choices.children(family), required=True),
        FieldSpec("houder", _("Wie heeft het gezag?"), FieldKind.CHOICE, holders, beside=True),
        FieldSpec("vorm", _("Hoe?"), FieldKind.CHOICE, choices.words(Gezagsvorm)),
        FieldSpec("bron", _("Hoe weten we dat?"), FieldKind.TEXT, help=_("Bijvoorbeeld: gezagsregister.")),
        FieldSpec("gecontroleerd_op", _("Nagekeken op"), FieldKind.DATE, more=True),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.PARTIAL_DATE, more=True),
        FieldSpec("tot", _("Tot"), FieldKind.PARTIAL_DATE, more=True, beside=True),
    )
    naming = Naming(_("Gezag toevoegen"), _("Gezag wijzigen"), _("Gezag toevoegen"))
    if gezag is not None:
        return edit_part(family, gezag, naming, specs)
    return new_part(family, Gezagsverhouding, naming, specs, {"vorm": Gezagsvorm.GEZAMENLIJK_OUDERLIJK})


def afscherming_form(family: Family, afscherming: Afscherming | None = None) -> Form:
    """What is kept from whom, to protect whom (product.md rule 7)."""
    people, helpers = choices.people(family), choices.helpers(family)
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("beschermt", _("Wie wordt beschermd?"), FieldKind.CHOICES, people, required=True),
        FieldSpec("tegen", _("Voor wie is het geheim?"), FieldKind.CHOICES, people, required=True),
        FieldSpec("wat", _("Wat is geheim?"), FieldKind.CHOICES, choices.words(Feit), required=True),
        FieldSpec(
            "betrokkenheden",
            _("Welke hulpverlener, school of organisatie?"),
            FieldKind.CHOICES,
            helpers,
            help=_("Alleen als hun naam ook geheim is."),
        ),
        FieldSpec("bron", _("Hoe weten we dat dit nodig is?"), FieldKind.TEXT),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE),
        FieldSpec("tot", _("Tot"), FieldKind.DATE, beside=True),
    )
    naming = Naming(_("Gegevens afschermen"), _("Afscherming wijzigen"), _("Afschermen"))
    if afscherming is not None:
        return edit_part(family, afscherming, naming, specs)
    defaults: dict[str, Any] = {"beschermt": (), "tegen": (), "wat": (Feit.ADRES, Feit.WOONPLAATS, Feit.TELEFOON)}
    return new_part(family, Afscherming, naming, specs, defaults)
