"""Backups of the open vault: the one of the day, the list, making, testing and renewing them, and the second place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.presenters.backup_words import counts_words, proposes_test, reason_words, when
from gezinsplan.presenters.running import Run, RunAside, Stop
from gezinsplan.services import backups, logbook, settings
from gezinsplan.services.backups import Backup, Made
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.services.logbook import Vraag
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import recently

Told = Callable[[float], None]
Ask = Callable[[Callable[[str], object]], object]
"""Asks for the passphrase of the day of a backup, and goes on with it."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup in words."""

    backup: Backup
    when: str
    reason: str
    counts: str


@dataclass(frozen=True, slots=True)
class BackupsState:
    """What is known of the backups, and what is being done with them; `working` is empty when nothing is."""

    rows: tuple[BackupRow, ...] = ()
    listed: bool = False
    last: datetime | None = None
    second_place: Path | None = None
    second_place_away: bool = False
    proposes_test: bool = False
    failed: bool = False
    working: str = ""
    percent: int = 0
    told: str = ""
    """What came of the work that ended last."""


class BackupsPresenter:
    """Long work goes aside, one at a time; each step ends in `show` with the next state or in `refuse`."""

    def __init__(
        self,
        caseload: Caseload,
        run: Run,
        run_aside: RunAside,
        show: Callable[[BackupsState], object],
        refuse: Callable[[Refused], object],
    ) -> None:
        """Know nothing yet: `begin` or `load` finds out."""
        self.caseload = caseload
        self._run = run
        self._run_aside = run_aside
        self._show = show
        self._refuse = refuse
        self._stop = Stop()
        self.state = BackupsState(second_place=backups.second_place())

    # ------------------------------------------------------------ what there is

    def begin(self) -> None:
        """After unlocking: finish what a lock cut off, and make the backup of the day."""
        self._say(last=backups.last_good(self.caseload.folder))
        self._long(_("Reservekopie van vandaag…"), lambda told: backups.after_unlock(self.caseload, told), self._made)

    def load(self) -> None:
        """Read the list anew."""
        self._run(lambda: _listed(self.caseload, self.state), self._listed, self._refuse)

    # ------------------------------------------------------------ what is done

    def make(self) -> None:
        """Make a backup now."""
        self._long(_("Reservekopie maken…"), lambda told: backups.make(self.caseload, told=told), self._made)

    def prove(self, backup: Backup, ask: Ask, passphrase: str | None = None) -> None:
        """Test a backup: open it and look at all of it; of an older key by the passphrase of its day."""
        self._long(
            _("Reservekopie testen…"),
            lambda told: backups.prove(self.caseload, backup.path, passphrase, told),
            lambda found: self._done(_proven(found)),
            self._asking(ask, lambda typed: self.prove(backup, ask, typed)),
        )

    def renew(self, backup: Backup, ask: Ask, passphrase: str | None = None) -> None:
        """Let a backup open only as the vault itself does now, and without what was destroyed since."""
        self._long(
            _("Reservekopie vernieuwen…"),
            lambda told: backups.renew(self.caseload, backup.path, passphrase, told),
            lambda _nothing: self._done(_("Vernieuwd: deze reservekopie opent nu alleen nog zoals de kluis zelf.")),
            self._asking(ask, lambda typed: self.renew(backup, ask, typed)),
        )

    def renew_all(self, chosen: Sequence[Path]) -> None:
        """Let these backups hold no more what was destroyed; one of an older key is left, and told."""

        def work(told: Told) -> int:
            left = 0
            for number, path in enumerate(chosen):
                try:
                    backups.renew(self.caseload, path, None, _part(told, number, len(chosen)))
                except Refused as refused:
                    if refused.code is not Code.BACKUP_OTHER_KEY:
                        raise
                    left += 1
            return left

        self._long(_("Reservekopieën vernieuwen…"), work, lambda left: self._done(_renewed(len(chosen) - left, left)))

    def choose_second_place(self, folder: Path | None) -> None:
        """Keep a copy of every backup in another folder too, or no longer; FILE_NOT_WRITTEN goes to `refuse`."""
        try:
            settings.change("second_backup_folder", str(folder) if folder else "")
        except Refused as refused:
            self._refuse(refused)
            return
        self._say(second_place=folder, second_place_away=False)
        if folder is not None:
            self.make()

    def stop(self) -> None:
        """Stop what is under way."""
        self._stop.stop()

    # ------------------------------------------------------------ how it ends

    def _long(
        self,
        text: str,
        work: Callable[[Told], Result],
        then: Callable[[Result], object],
        failed: Callable[[Refused], object] | None = None,
    ) -> None:
        """Do something that takes long, unless something is under way already."""
        if self.state.working:
            return
        stop = self._stop = Stop()
        self._say(working=text, percent=0, told="")
        self._run_aside(
            lambda job: work(stop.told(job)),
            then,
            failed or self._failed,
            lambda done, _total, _text: self._say(percent=done),
        )

    def _asking(self, ask: Ask, again: Callable[[str], object]) -> Callable[[Refused], object]:
        """Of a backup with another key, ask for the passphrase of its day and go on with that."""

        def failed(refused: Refused) -> None:
            if refused.code is not Code.BACKUP_OTHER_KEY:
                self._failed(refused)
                return
            self._say(working="")
            ask(again)

        return failed

    def _listed(self, state: BackupsState) -> None:
        """What was being done meanwhile is not forgotten."""
        now_there = self.state
        self._say_all(replace(state, working=now_there.working, percent=now_there.percent, told=now_there.told))

    def _made(self, made: Made | None) -> None:
        if made is None:
            self._done("")
            return
        self._say(second_place_away=made.second_place_away, failed=False, last=now())
        self._done(_("De reservekopie van {moment} is gemaakt en nagekeken.").format(moment=recently(now(), now())))

    def _done(self, told: str) -> None:
        self._say(working="", told=told)
        self.load()

    def _failed(self, refused: Refused) -> None:
        stopped = refused.code is Code.STOPPED
        self._say(working="", failed=self.state.failed or not stopped)
        if not stopped:
            self._refuse(refused)

    def _say(self, **changed: object) -> None:
        self._say_all(replace(self.state, **changed))  # type: ignore[arg-type]

    def _say_all(self, state: BackupsState) -> None:
        self.state = state
        self._show(state)


def _part(told: Told, number: int, count: int) -> Told:
    """For one of several: its 0 and 1 are these shares of the whole."""
    return lambda share: told((number + share) / count)


def _renewed(done: int, left: int) -> str:
    """How many were renewed, and how many have another key."""
    said = ngettext("{n} reservekopie is vernieuwd.", "{n} reservekopieën zijn vernieuwd.", done).format(n=done)
    if not left:
        return said
    text = ngettext(
        "{n} heeft nog een oude sleutel. Vernieuw die in Beheer, met het wachtwoord van toen.",
        "{n} hebben nog een oude sleutel. Vernieuw die in Beheer, met het wachtwoord van toen.",
        left,
    )
    return f"{said} {text.format(n=left)}"


def _listed(caseload: Caseload, state: BackupsState) -> BackupsState:
    """The state with the backups as they now lie there."""
    found, moment = backups.overview(caseload), now()
    rows = tuple(BackupRow(each, when(each, moment), reason_words(each), counts_words(each)) for each in found)
    made = [each.made for each in found if each.made is not None]
    return replace(
        state,
        rows=rows,
        listed=True,
        last=max(made, default=None),
        second_place=backups.second_place(),
        proposes_test=proposes_test(_tested(caseload), made, moment),
    )


def _tested(caseload: Caseload) -> datetime | None:
    """When a backup was last tested and found good."""
    lines = logbook.page(caseload, Vraag(actie=LogActie.RESERVEKOPIE_GETEST)).rijen
    return next((each.moment for each in lines if not each.mislukt), None)


def _proven(found: Backup) -> str:
    said = _("Deze reservekopie is heel en gaat open: {moment}, {counts}.")
    return said.format(moment=when(found, now()), counts=counts_words(found))
