"""What one session adds to the log: from where it works, as whom, and the lines that the disk did not take yet."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import ONBEKEND, Herkomst, LogActie, Melding, Resultaat, Stempel
from gezinsplan.services.identity import now
from gezinsplan.storage import logbook
from gezinsplan.storage.tries import Try
from gezinsplan.storage.vault import Vault

_UNLOCKED = {
    "passphrase": LogActie.ONTGRENDELD_WACHTWOORD,
    "computer": LogActie.ONTGRENDELD_COMPUTER,
    "sheet": LogActie.ONTGRENDELD_HERSTELBLAD,
    "gemeente": LogActie.ONTGRENDELD_GEMEENTE,
}
# Whoever comes in by these need not be the user of the vault.
_ACTORS = {"sheet": "herstelblad", "gemeente": "gemeente"}
_WORDS = {"passphrase": "wachtwoord", "computer": "computer", **_ACTORS}
_NO_ROOM = (Code.VAULT_FULL, Code.VAULT_FOLDER)


def actor_of(kind: str) -> str:
    """Who acts after opening by this kind of way in; empty: the user."""
    return _ACTORS.get(kind, "")


class Lines:
    """The one road to the log for whatever is not a step on a value."""

    def __init__(self, vault: Vault, herkomst: Herkomst, actor: str) -> None:
        """Log as this actor, or when that is empty as the user of the vault."""
        self._vault = vault
        self._herkomst = herkomst
        self._actor = actor
        self._waiting: list[tuple[Melding, datetime, str]] = []

    def stempel(self, conn: Any, moment: datetime) -> Stempel:
        """When, from where and by whom, in the transaction of the caller."""
        return Stempel(moment, self._herkomst, self._actor or logbook.user(conn))

    def add(self, melding: Melding) -> None:
        """Write a line now.

        A disk that takes no more keeps nobody from reading: then it waits for the next one that can be written.
        """
        self._waiting.append((melding, now(), self._actor))
        try:
            with self._vault.write() as conn:
                for each, moment, actor in self._waiting:
                    stempel = Stempel(moment, self._herkomst, actor or logbook.user(conn))
                    logbook.add(conn, each, stempel)
        except VaultRefused as refusal:
            if refusal.code not in _NO_ROOM:
                raise
        else:
            self._waiting.clear()

    def opened(self, kind: str, tries: Iterable[Try]) -> None:
        """Log that the vault was opened in this way, after these wrong tries."""
        failed = Melding(LogActie.ONTGRENDELEN_MISLUKT, resultaat=Resultaat.MISLUKT)
        # Anybody can write in the file of tries: only a word of ours may come into the log.
        self._waiting += [(failed, each.moment, _WORDS.get(each.way, ONBEKEND)) for each in tries]
        self.add(Melding(_UNLOCKED[kind]))
