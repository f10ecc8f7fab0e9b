"""The words in a genogram: an age or the years of a life, and what each line means."""

from gezinsplan.texts import N_, _, ngettext

_VERBANDEN = {
    "paar": N_("partners"),
    "uit_elkaar": N_("uit elkaar"),
    "ouder": N_("ouder en kind"),
    "stiefouder": N_("stiefouder"),
    "pleegouder": N_("pleegouder"),
    "familie": N_("andere familie"),
}


def verband_words() -> dict[str, str]:
    """What each kind of line means, in the order of the legend."""
    return {name: _(words) for name, words in _VERBANDEN.items()}


def leven_words(jaren: int | None, zeker: bool, geboren: int | None, overleden: int | None) -> str:
    """12 jaar, ongeveer 65 jaar, 1952 - 2020, overleden in 2020; nothing while nothing is known."""
    if overleden is not None:
        years = f"{geboren} \N{EN DASH} {overleden}"
        return years if geboren is not None else _("overleden in {year}").format(year=overleden)
    if jaren is None:
        return ""
    said = ngettext("{n} jaar", "{n} jaar", jaren).format(n=jaren)
    if zeker:
        return said if jaren else _("nog geen jaar")
    return _("ongeveer {age}").format(age=said)


def teken_words(*, overleden: bool, thuis: bool) -> str:
    """What the other marks mean, as far as they occur."""
    said = [_("Dikke rand: hoort bij het gezin.")]
    said += [_("Kruis: overleden.")] if overleden else []
    said += [_("Lijn eromheen: wonen samen.")] if thuis else []
    return " ".join(said)
