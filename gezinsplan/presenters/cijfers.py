"""Cijfers: figures over all families without names, as a picture, as a table and as a file (product.md 4)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gezinsplan.domain.cijfers import LEAST, Aantal, Cijfers
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.presenters.running import Run
from gezinsplan.services import cijfers as service
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.cijfers import Balk, CijferRij
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import long_date, today


@dataclass(frozen=True, slots=True)
class CijfersState:
    """All that the page shows, and the figures themselves for the file; `leeg` while nothing may be shown."""

    figures: Cijfers
    op: str
    uitleg: str
    totaal: tuple[Balk, ...]
    totaal_onder: str
    wijken: tuple[Balk, ...]
    sectoren: tuple[Balk, ...]
    zinnen: tuple[str, ...]
    rijen: tuple[CijferRij, ...]

    @property
    def leeg(self) -> bool:
        """Whether there are too few families."""
        return not self.rijen


def cijfers_state(figures: Cijfers) -> CijfersState:
    """The figures in words; the order is that of the figures, which rank nobody."""
    explained = _(
        "Wat over minder dan {n} gezinnen gaat, staat er niet bij. De volgorde is die van het alfabet of van een vaste "
        "lijst: zij zegt niet wat beter is."
    )
    return CijfersState(
        figures=figures,
        op=_("Op {date}, over de gezinnen die nu lopen").format(date=long_date(figures.op)),
        uitleg=explained.format(n=LEAST),
        totaal=service.bars(figures, "totaal"),
        totaal_onder=_families(figures.totaal.gezinnen) if figures.totaal is not None else "",
        wijken=service.bars(figures, "wijk"),
        sectoren=service.bars(figures, "sector"),
        zinnen=_sentences(figures),
        rijen=service.table(figures),
    )


def spoken(bars: tuple[Balk, ...]) -> str:
    """What a screen reader says instead of the bars."""
    said = (_("{naam}: van {van} naar {naar}").format(naam=each.naam, van=each.van, naar=each.naar) for each in bars)
    return ". ".join(said)


def _families(number: int | None) -> str:
    return ngettext("in {n} gezin", "in {n} gezinnen", number).format(n=number) if number is not None else ""


def _sentences(figures: Cijfers) -> tuple[str, ...]:
    """What is one number and not a movement."""
    said = []
    if figures.informeel is not None:
        text = _("{n} van de {all} open afspraken doen gezin, familie, vrienden en buren zelf.")
        said.append(text.format(n=figures.informeel.deel, all=figures.informeel.geheel))
    if figures.overdrachten is not None:
        number = figures.overdrachten.aantal
        again = ngettext("{n} keer kwam er een andere regisseur", "{n} keer kwam er een andere regisseur", number)
        said.append(_counted(figures.overdrachten, again, _("Nergens kwam er een andere regisseur.")))
    if figures.gedwongen is not None:
        forced = ngettext(
            "{n} maatregel van de rechter of de burgemeester loopt nu",
            "{n} maatregelen van de rechter of de burgemeester lopen nu",
            figures.gedwongen.aantal,
        )
        none = _("Er loopt nu geen maatregel van de rechter of de burgemeester.")
        said.append(_counted(figures.gedwongen, forced, none))
    if figures.doorbraken is not None:
        number = figures.doorbraken.aantal
        freed = ngettext("{n} keer kwam los wat vastzat", "{n} keer kwam los wat vastzat", number)
        said.append(_counted(figures.doorbraken, freed, _("Er is nog niets losgekomen wat vastzat.")))
    return tuple(said)


def _counted(number: Aantal, some: str, none: str) -> str:
    return f"{some.format(n=number.aantal)}, {_families(number.gezinnen)}." if number.aantal else none


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

    def save(
        self, state: CijfersState, target: Path, then: Callable[[], object], failed: Callable[[Refused], object]
    ) -> None:
        """Keep what is shown as CSV; that is logged."""
        figures = state.figures
        self._run(lambda: service.save_csv(self._caseload, figures, target), lambda _nothing: then(), failed)

    def _state(self) -> CijfersState:
        self._caseload.log(LogActie.CIJFERS_BEKEKEN)
        return cijfers_state(service.figures(self._caseload, today()))
