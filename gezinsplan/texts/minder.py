"""The sentences of "Kan het met minder?": questions to talk about, never a verdict on a person (product.md 4)."""

from collections.abc import Collection

from gezinsplan.texts import _, ngettext
from gezinsplan.texts.words import joined


def could_take_over(wie: Collection[str], van: str) -> str:
    """Kunnen oma Fatma en Sanne dit van Rob overnemen?"""
    asked = ngettext("Kan {wie} dit van {van} overnemen?", "Kunnen {wie} dit van {van} overnemen?", len(wie))
    return asked.format(wie=joined(wie), van=van)


def others_do_it(van: str) -> str:
    """Somebody whose work others do as well."""
    return _("Is {van} nog nodig? Wat {van} doet, doen anderen ook.").format(van=van)


def nothing_to_do(van: str) -> str:
    """Somebody beside whom no doel or actie stands."""
    return _("Waarvoor komt {van} nog? Er staat geen doel of actie bij.").format(van=van)


def contact_with(wie: str) -> str:
    """What somebody carries for a child."""
    return _("Contact met {wie}").format(wie=wie)


def look_after(wat: str) -> str:
    """Checking a safety agreement."""
    return _("Nakijken: {wat}").format(wat=wat)


def enough(grootte: int, nu: int) -> str:
    """How many could be enough, of how many; of nobody who could go only that."""
    if grootte >= nu:
        return _("Iedereen die nu helpt, is nog nodig.")
    asked = ngettext(
        "Misschien kan het met {n} hulpverlener. Nu zijn het er {nu}.",
        "Misschien kan het met {n} hulpverleners. Nu zijn het er {nu}.",
        grootte,
    )
    return asked.format(n=grootte, nu=nu)


def as_small(aantal: int, *, meer: bool) -> str:
    """How many equally small teams there are; of one there is nothing to say."""
    if meer:
        return _("Er zijn meer dan {n} mogelijkheden met zo weinig mensen.").format(n=aantal)
    if aantal == 1:
        return ""
    return _("Er zijn {n} mogelijkheden met zo weinig mensen.").format(n=aantal)


def changes_nothing() -> str:
    """What the answer is: a begin of a talk."""
    return _("Dit is alleen een vraag om samen over te praten. Er verandert niets.")


def safety_first() -> str:
    """The only thing to say while safety comes first."""
    return _("Eerst veiligheid")
