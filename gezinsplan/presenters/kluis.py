"""The tab Kluis: which ways in there are, what is lacking, and adding, changing and taking away."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gezinsplan.domain.errors import Code, Refused, VaultRefused
from gezinsplan.domain.logboek import LogActie, Resultaat
from gezinsplan.presenters.running import Run
from gezinsplan.services import herstelblad, kluis, org_key, passphrases
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.herstelblad import Herstelblad
from gezinsplan.services.identity import now
from gezinsplan.services.kluis import Info, Lacking, Toegang, WayIn
from gezinsplan.services.org_key import GemeenteKey
from gezinsplan.services.passphrases import Strength
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import long_date, today

Told = Callable[[], object]
Failed = Callable[[Refused], object]


@dataclass(frozen=True, slots=True)
class WayRow:
    """One way in, in words; `removal` is what happens when it is taken away, empty when it cannot be."""

    id: str
    toegang: Toegang
    name: str
    detail: str
    removal: str


@dataclass(frozen=True, slots=True)
class KluisState:
    """The ways in, what is lacking in a sentence, and what came of looking at the vault as a whole."""

    number: str
    rows: tuple[WayRow, ...]
    lacking: Lacking | None
    outcome: bool | None = None
    checking: bool = False

    @property
    def has_sheet(self) -> bool:
        """Whether there is a recovery sheet already."""
        return self._has(Toegang.SHEET)

    @property
    def opens_here(self) -> bool:
        """Whether this computer may open the vault."""
        return self._has(Toegang.COMPUTER)

    def _has(self, toegang: Toegang) -> bool:
        return any(row.toegang is toegang for row in self.rows)


_NAMES = {
    Toegang.PASSPHRASE: N_("Wachtwoord"),
    Toegang.COMPUTER: N_("Deze computer, zonder wachtwoord"),
    Toegang.SHEET: N_("Herstelblad"),
    Toegang.GEMEENTE: N_("Sleutel van de gemeente"),
    Toegang.OTHER: N_("Manier van een nieuwere versie"),
}
_ABOUT = {
    Toegang.PASSPHRASE: N_("Dit typt u elke dag."),
    Toegang.COMPUTER: N_("Een tijdje na uw wachtwoord, op deze computer en met uw eigen aanmelding."),
    Toegang.SHEET: N_("Op papier, voor als u uw wachtwoord vergeet."),
    Toegang.GEMEENTE: N_("Voor als u er niet meer bent; de gemeente bewaart de geheime sleutel."),
    Toegang.OTHER: "",
}
_REMOVAL = {
    Toegang.COMPUTER: N_("U typt dan elke keer uw wachtwoord."),
    Toegang.SHEET: N_("Het papier opent deze kluis dan niet meer."),
    Toegang.GEMEENTE: N_("De gemeente kan deze kluis dan niet meer openen als u er niet meer bent."),
}


def lacking_words(lacking: Lacking | None) -> str:
    """What is lacking and why that is a risk."""
    if lacking is Lacking.OWN_WAY:
        return _("Alleen deze computer opent de kluis. Gaat hij stuk, dan bent u alles kwijt. Maak een wachtwoord.")
    if lacking is Lacking.SECOND_WAY:
        return _("Er is maar één manier om de kluis te openen. Vergeet u het wachtwoord, dan bent u alles kwijt.")
    return ""


class KluisPresenter:
    """Actions of the tab; each ends in `show` with the next state, or in a refusal at its place."""

    def __init__(
        self,
        caseload: Caseload,
        run: Run,
        show: Callable[[KluisState], object],
        refuse: Failed,
    ) -> None:
        """`refuse` gets what has no place in a field."""
        self.caseload = caseload
        self._run = run
        self._show = show
        self._refuse = refuse
        self.state: KluisState | None = None

    def load(self) -> None:
        """Show the ways as they are now."""
        self._run(self._read, self._say, self._refuse)

    def _read(self) -> KluisState:
        info: Info = kluis.info(self.caseload)
        rows = tuple(_row(way, len(info.ways)) for way in info.ways)
        return KluisState(info.vault, rows, info.lacking)

    def change_passphrase(self, old: str, new: str, again: str, then: Told, failed: Failed) -> None:
        """Let a new passphrase open the vault in place of the old one."""
        if new != again:
            failed(VaultRefused(Code.PASSPHRASE_DIFFERS))
            return
        self._do(lambda: kluis.change_passphrase(self.caseload, old, new, now()), then, failed)

    def weigh(self, passphrase: str, then: Callable[[Strength], object]) -> None:
        """Tell how strong a passphrase is that is being typed."""
        self._run(lambda: passphrases.strength(passphrase), then, self._refuse)

    def allow_here(self) -> None:
        """Let this computer open the vault for some hours after each typed passphrase."""
        self._do(lambda: kluis.allow_here(self.caseload, now()), lambda: None, self._refuse)

    def remove(self, way: str) -> None:
        """Take a way in away."""
        self._do(lambda: kluis.remove(self.caseload, way), lambda: None, self._refuse)

    def check(self) -> None:
        """Look at the vault as a whole, with its keys, its log and every family in it; that is kept in the log."""
        if self.state is None:
            return
        self._say(KluisState(self.state.number, self.state.rows, self.state.lacking, checking=True))

        def work() -> KluisState:
            whole = self.caseload.is_whole()
            self.caseload.log(LogActie.KLUIS_GECONTROLEERD, resultaat=Resultaat.GELUKT if whole else Resultaat.MISLUKT)
            found = self._read()
            return KluisState(found.number, found.rows, found.lacking, whole)

        self._run(work, self._say, self._check_failed)

    def _check_failed(self, refused: Refused) -> None:
        self._refuse(refused)
        self.load()

    # ------------------------------------------------------------ the sheet and the gemeente

    def make_sheet(self, then: Callable[[Herstelblad], object], failed: Failed) -> None:
        """A sheet with a new code; it opens nothing until it was typed back."""
        self._run(lambda: herstelblad.make(self.caseload, today()), then, failed)

    def confirm_sheet(self, blad: Herstelblad, typed: str, then: Told, failed: Failed) -> None:
        """Let the sheet open the vault, now that its code was typed back."""
        self._do(lambda: herstelblad.confirm(self.caseload, blad, typed), then, failed)

    def save_sheet(self, blad: Herstelblad, target: Path, then: Told, failed: Failed) -> None:
        """Write the sheet to a file that the user chose."""
        self._run(lambda: herstelblad.save(blad, target), lambda _nothing: then(), failed)

    def read_key(self, file: Path, then: Callable[[GemeenteKey], object], failed: Failed) -> None:
        """The public key of the gemeente out of a file, to compare its fingerprint."""
        self._run(lambda: org_key.read_public(file), then, failed)

    def add_key(self, key: GemeenteKey, then: Told, failed: Failed) -> None:
        """Let the gemeente open the vault."""
        self._do(lambda: org_key.add(self.caseload, key), then, failed)

    # ------------------------------------------------------------ how it ends

    def _do(self, work: Callable[[], object], then: Told, failed: Failed) -> None:
        def worked() -> KluisState:
            work()
            return self._read()

        def done(state: KluisState) -> None:
            self._say(state)
            then()

        self._run(worked, done, failed)

    def _say(self, state: KluisState) -> None:
        self.state = state
        self._show(state)


def _row(way: WayIn, ways: int) -> WayRow:
    made = _("Sinds {day}.").format(day=long_date(way.made_on)) if way.made_on else ""
    about = _(_ABOUT[way.toegang]) if _ABOUT[way.toegang] else ""
    removal = _(_REMOVAL[way.toegang]) if way.toegang in _REMOVAL and ways > 1 else ""
    mark = _("Vingerafdruk {fingerprint}.").format(fingerprint=_unbroken(way.fingerprint)) if way.fingerprint else ""
    detail = " ".join(part for part in (about, mark, made) if part)
    return WayRow(way.id, way.toegang, _(_NAMES[way.toegang]), detail, removal)


def _unbroken(fingerprint: str) -> str:
    """Its groups on one line."""
    return fingerprint.replace("-", "\N{NON-BREAKING HYPHEN}")
