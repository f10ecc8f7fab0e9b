"""The open caseload: read its values, do a step, undo and redo it, keep drafts; all else is built on this.

A screen gives a rule and the value it saw; `do` applies the rule before the file is touched, so that a refusal
changes nothing, and answers with the values as they stand in the file.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken, VaultRefused
from gezinsplan.domain.kaart import Praktijk, SocialeKaart
from gezinsplan.domain.logboek import Herkomst, LogActie, Melding, Resultaat
from gezinsplan.domain.values import Step, Value, apply
from gezinsplan.services.identity import new_id, now
from gezinsplan.services.lines import Lines
from gezinsplan.services.passphrases import checked
from gezinsplan.services.steps import Done, Steps
from gezinsplan.storage import creating, drafts, keys, logbook, swap, values, vault, verify
from gezinsplan.storage.vault import Vault
from gezinsplan.texts import _


@dataclass(frozen=True, slots=True)
class Team:
    """What all families share, as two values: the sociale kaart, and the praktijk of the user."""

    kaart: SocialeKaart
    praktijk: Praktijk


@dataclass(frozen=True, slots=True)
class Family:
    """One family as a page works with it: the dossier, what all families share, and the day."""

    dossier: Dossier
    team: Team
    op: date


Rule = Callable[[Family], Family]


class Caseload:
    """An unlocked vault with the steps of this session; ended by `lock`, which forgets key and steps."""

    def __init__(
        self,
        opened: Vault,
        herkomst: Herkomst = Herkomst.VENSTER,
        actor: str = "",
        noticed: tuple[VaultRefused, ...] = (),
    ) -> None:
        """Take over an opened vault; `actor` is who acts when that is not its user (gemeente, herstelblad)."""
        self.vault = opened
        self.lines = Lines(opened, herkomst, actor)
        self.noticed = noticed if opened.noticed is None else (VaultRefused(Code.KEYS_RESTORED), *noticed)
        """What was mended or did not work beside the opening, for the user to know."""
        self.steps = Steps()

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self.vault.folder

    def lock(self) -> None:
        """Forget the key and everything that could be undone; a running statement is stopped and rolled back."""
        self.steps.clear()
        if not self.vault.locked:
            self.vault.interrupt()
            with suppress(VaultRefused):  # nothing keeps anybody from locking
                self.log(LogActie.VERGRENDELD)
        self.vault.lock()

    def log(self, actie: LogActie, about: UUID | None = None, resultaat: Resultaat = Resultaat.GELUKT) -> None:
        """Keep in the log that something was done with a dossier, or with the vault; see `Lines.add`."""
        self.lines.add(Melding(actie, about, resultaat))

    def team(self) -> Team | None:
        """The sociale kaart and praktijk; None in a new vault whose user has not said who he is."""
        with self.vault.read() as conn:
            kaart = values.load_only(conn, SocialeKaart)
            praktijk = values.load_only(conn, Praktijk)
        return None if kaart is None or praktijk is None else Team(kaart, praktijk)

    def dossier(self, root: UUID) -> Dossier:
        """The whole dossier of one family."""
        with self.vault.read() as conn:
            return values.load(conn, Dossier, root)

    def do(self, name: str, *pairs: tuple[Value | None, Value]) -> tuple[Value, ...]:
        """Write a step, and answer with its values as the file now holds them.

        Raises RuleBroken or VaultRefused with nothing changed. The step can be undone from the page of the first
        value, unless it made that value.
        """
        after = self._save(Step(name, pairs))
        self.steps.did(name, pairs)
        return after

    def change(self, name: str, before: Family, rule: Rule) -> Family:
        """Do a step on one family: the rule makes the next of what was shown; answers with what the file holds."""
        after = rule(before)
        pairs: list[tuple[Value | None, Value]] = [
            (before.dossier, after.dossier),
            *(pair for pair in zip(_values(before.team), _values(after.team), strict=True) if pair[0] != pair[1]),
        ]
        if pairs == [(after.dossier, after.dossier)]:
            return before
        saved: dict[type[Any], Any] = {type(value): value for value in self.do(name, *pairs)}
        team = Team(saved.get(SocialeKaart, before.team.kaart), saved.get(Praktijk, before.team.praktijk))
        return replace(before, dossier=saved[Dossier], team=team)

    def family(self, root: UUID, op: date) -> Family:
        """One family with the team around it, as it stands in the file."""
        team = self.team()
        if team is None:
            raise RuleBroken(Code.UNKNOWN_PART, id=root)
        return Family(self.dossier(root), team, op)

    def undo(self, root: UUID) -> None:
        """Take the last step back, as a new step, so that the history stays true."""
        done = self.steps.to_undo(root)
        self._repeat(_("Ongedaan gemaakt: {step}"), done.reversed())
        self.steps.undone(root)

    def redo(self, root: UUID) -> None:
        """Do the step again that was undone last."""
        self._repeat(_("Opnieuw gedaan: {step}"), self.steps.to_redo(root))
        self.steps.redone(root)

    def _repeat(self, name: str, done: Done) -> None:
        with self.vault.read() as conn:
            now_there = [values.load(conn, kind, part_of) for kind, part_of, _changes in done.changes]
        pairs = tuple(
            (value, apply(value, changes))
            for value, (_kind, _root, changes) in zip(now_there, done.changes, strict=True)
        )
        # Another family may since have come to use what goes, or what comes back may use what is gone.
        self._save(Step(name.format(step=done.name), pairs), values.refuse_dangling)

    def _save(self, step: Step, look: Callable[[Any], None] = lambda _conn: None) -> tuple[Value, ...]:
        with self.vault.write() as conn:
            values.save(conn, step, new_id(), self.lines.stempel(conn, now()))
            look(conn)
        return tuple(
            replace(after, versie=before.versie + 1 if before != after else before.versie)
            if before is not None
            else replace(after, versie=1)
            for before, after in step.pairs
        )

    def is_whole(self) -> bool:
        """Whether file, keys and log are undamaged and every family can be read and holds the rules."""
        return verify.verify(self.vault).ok and _sound(self.vault)

    def keep_draft(self, form: str, contents: Mapping[str, str]) -> None:
        """Keep half-typed texts of a form in the vault, in place of what was kept of it; nothing: forget it."""
        with self.vault.write() as conn:
            drafts.keep(conn, form, contents, now())

    def draft(self, form: str) -> dict[str, str]:
        """What was half typed in a form before a lock or crash."""
        with self.vault.read() as conn:
            return drafts.load(conn, form)


def _values(team: Team) -> tuple[Value, Value]:
    return team.kaart, team.praktijk


def _sound(opened: Vault) -> bool:
    try:
        with opened.read() as conn:
            for value in values.load_all(conn):
                check(value)
            return not logbook.verify(conn)
    except (RuleBroken, ValueError):
        return False


def create(folder: Path, passphrase: str, herkomst: Herkomst = Herkomst.VENSTER) -> Caseload:
    """Make a new, empty vault in a folder; raises VaultRefused."""
    caseload = Caseload(creating.create(folder, checked(passphrase)), herkomst)
    caseload.log(LogActie.KLUIS_GEMAAKT)
    return caseload


def is_vault(folder: Path) -> bool:
    """Whether a vault, or a part of one, lies in a folder; nothing is opened."""
    return any(os.path.exists(folder / name) for name in (vault.DATABASE, keys.KEYS, swap.READY))


def refuse_existing(folder: Path) -> None:
    """Raise VaultRefused(VAULT_EXISTS) before a passphrase is asked for."""
    if is_vault(folder):
        raise VaultRefused(Code.VAULT_EXISTS)
