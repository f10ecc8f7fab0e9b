"""Cijfers: figures over all families without names, as a picture, as a table and as a file (product.md 4)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gezinsplan.domain.cijfers import LEAST, Cijfers, Groepscijfer, Regel, regels
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.kaart import Sector
from gezinsplan.presenters.running import Run
from gezinsplan.services import cijfers as service
from gezinsplan.services.caseload import Caseload
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.dates import long_date, today
from gezinsplan.texts.words import word

_SOORTEN = {
    "totaal": N_("Alle gezinnen"),
    "wijk": N_("Wijk"),
    "sector": N_("Soort organisatie"),
    "informeel": N_("Afspraken die het gezin en het netwerk zelf doen"),
    "overdrachten": N_("Een andere regisseur"),
    "gedwongen": N_("Maatregelen van de rechter of de burgemeester"),
}


@dataclass(frozen=True, slots=True)
class Staaf:
    """One group in the picture: how many professionals at the start and now, and in words for a screen reader."""

    naam: str
    start: int
    nu: int
    tekst: str


@dataclass(frozen=True, slots=True)
class CijferRij:
    """One row of the table; an empty text where there is nothing to tell."""

    soort: str
    groep: str
    gezinnen: str
    van: str
    naar: str


@dataclass(frozen=True, slots=True)
class CijfersState:
    """All that the page shows; `leeg` while there are too few families to show anything."""

    op: str
    totaal: Staaf | None
    totaal_onder: str
    wijken: tuple[Staaf, ...]
    sectoren: tuple[Staaf, ...]
    zinnen: tuple[str, ...]
    rijen: tuple[CijferRij, ...]
    uitleg: str

    @property
    def leeg(self) -> bool:
        """Whether nothing may be shown."""
        return not self.rijen


def cijfers_state(figures: Cijfers) -> CijfersState:
    """The figures in words; the order is that of the figures, which rank nobody."""
    total = figures.totaal
    explained = _(
        "Wat over minder dan {n} gezinnen gaat, staat er niet bij. De volgorde is die van het alfabet of van een vaste "
        "lijst: zij zegt niet wat beter is."
    )
    return CijfersState(
        op=_("Op {date}, over de gezinnen die nu lopen").format(date=long_date(figures.op)),
        totaal=_bar(total, "") if total is not None else None,
        totaal_onder=_families(total.gezinnen) if total is not None else "",
        wijken=tuple(_bar(each, _wijk(each.naam)) for each in figures.wijken),
        sectoren=tuple(_bar(each, _sector(each.naam)) for each in figures.sectoren),
        zinnen=_sentences(figures),
        rijen=tuple(_row(each) for each in regels(figures)),
        uitleg=explained.format(n=LEAST),
    )


def _bar(group: Groepscijfer, naam: str) -> Staaf:
    text = ngettext(
        "{naam}: van {start} naar {nu} hulpverlener", "{naam}: van {start} naar {nu} hulpverleners", group.nu
    )
    told = text.format(naam=naam or _("Alle gezinnen"), start=group.start, nu=group.nu)
    return Staaf(naam, group.start, group.nu, told)


def _families(number: int | None) -> str:
    return ngettext("in {n} gezin", "in {n} gezinnen", number).format(n=number) if number is not None else ""


def _wijk(naam: str | None) -> str:
    return _("Andere wijken samen") if naam is None else naam or _("Wijk niet ingevuld")


def _sector(naam: str | None) -> str:
    if naam is None:
        return _("Andere soorten samen")
    return word(Sector(naam)).capitalize() if naam else _("Soort niet bekend")


def _sentences(figures: Cijfers) -> tuple[str, ...]:
    said = []
    if figures.informeel is not None:
        text = _("{n} van de {all} open afspraken doen gezin, familie, vrienden en buren zelf.")
        said.append(text.format(n=figures.informeel.deel, all=figures.informeel.geheel))
    if figures.overdrachten is not None:
        number = figures.overdrachten.aantal
        text = ngettext(
            "{n} keer kwam er een andere regisseur", "{n} keer kwam er een andere regisseur", number
        ).format(n=number)
        said.append(f"{text}, {_families(figures.overdrachten.gezinnen)}.")
    if figures.gedwongen is not None:
        number = figures.gedwongen.aantal
        text = ngettext(
            "{n} maatregel van de rechter of de burgemeester loopt nu",
            "{n} maatregelen van de rechter of de burgemeester lopen nu",
            number,
        ).format(n=number)
        said.append(f"{text}, {_families(figures.gedwongen.gezinnen)}.")
    return tuple(said)


def _row(regel: Regel) -> CijferRij:
    names = {"wijk": _wijk, "sector": _sector}
    return CijferRij(
        soort=_(_SOORTEN[regel.cijfer]),
        groep=names[regel.cijfer](regel.groep) if regel.cijfer in names else "",
        gezinnen=_said(regel.gezinnen),
        van=_said(regel.van),
        naar=str(regel.naar),
    )


def _said(number: int | None) -> str:
    return "" if number is None else str(number)


class CijfersPresenter:
    """Shows the figures of today, and keeps them as a file where the user chose."""

    def __init__(
        self,
        caseload: Caseload,
        run: Run,
        show: Callable[[CijfersState], object],
        refuse: Callable[[Refused], object],
    ) -> None:
        """`show` gets the state, `refuse` what has no place on the page."""
        self._caseload = caseload
        self._run = run
        self._show = show
        self._refuse = refuse

    def load(self) -> None:
        """Show the figures of today; that they were looked at is logged."""
        self._run(self._state, self._show, self._refuse)

    def save(self, target: Path, then: Callable[[], object], failed: Callable[[Refused], object]) -> None:
        """Keep the figures of today as CSV; that is logged before it is written."""
        self._run(lambda: service.save_csv(self._caseload, today(), target), lambda _nothing: then(), failed)

    def _state(self) -> CijfersState:
        return cijfers_state(service.figures(self._caseload, today()))
