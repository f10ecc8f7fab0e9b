"""Every setting of this user, declared once: its key, type, default, range and text.

They stand in a TOML file outside the vault, because some are needed before it opens; nothing in it is about a family.
What is not in the file, or is not possible, has its default: a damaged file of settings keeps nobody out.
"""

import os
import tomllib
from dataclasses import Field, asdict, dataclass, field, fields, replace
from typing import Any

from gezinsplan import paths
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.texts import N_


def _setting(default: Any, text: str, least: int = 0, most: int = 0) -> Any:
    """One setting: whole numbers have a range, with both ends in it."""
    return field(default=default, metadata={"text": text, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set; field by field the key, the type and the default."""

    lock_after_minutes: int = _setting(10, N_("Vergrendelen na zoveel minuten rust"), 1, 60)
    computer_hours: int = _setting(12, N_("Zoveel uur openen zonder wachtwoord, na een getypt wachtwoord"), 1, 12)
    passphrase_after_lock: bool = _setting(False, N_("Na elke vergrendeling het wachtwoord vragen"))
    # One guess at the default Argon2id (256 MiB, t=3) moves 1.5 GiB of memory: at most some 600 a second on the fastest
    # card of today (1 TB/s). 10^11 guesses are then five years of such a card, by somebody who knows how people build a
    # sentence and has our list of words; five or six words that do not belong together get there. Each step more is
    # ten times as long; below 10^10, half a year, nobody may go.
    passphrase_strength: int = _setting(11, N_("Een nieuw wachtwoord kost ten minste 10^n keer raden"), 10, 20)
    clipboard_seconds: int = _setting(60, N_("Wat u kopieert blijft zoveel seconden staan"), 10, 300)
    cijfers: bool = _setting(False, N_("Cijfers"))
    doorbraken: bool = _setting(False, N_("Doorbraken"))
    andere_plannen: bool = _setting(False, N_("Andere plannen"))
    second_backup_folder: str = _setting("", N_("Tweede plek voor reservekopieën"))


def load() -> Settings:
    """The settings of this user."""
    try:
        told = tomllib.loads(paths.settings().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(**{each.name: told[each.name] for each in fields(Settings) if _possible(each, told.get(each.name))})


def change(key: str, value: int | bool | str) -> Settings:
    """Keep one setting; OUT_OF_RANGE (`least`, `most`), or FILE_NOT_WRITTEN when the file cannot be written."""
    import tomli_w

    declared = next(each for each in fields(Settings) if each.name == key)
    if not _possible(declared, value):
        raise Refused(Code.OUT_OF_RANGE, field=key, **_range(declared))
    told: dict[str, Any] = {key: value}
    changed = replace(load(), **told)
    target = paths.settings()
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = target.with_suffix(".part")
        aside.write_text(tomli_w.dumps(asdict(changed)), encoding="utf-8")
        os.replace(aside, target)
    except OSError as error:
        raise Refused(Code.FILE_NOT_WRITTEN, errno=error.errno) from None
    return changed


def _possible(declared: "Field[Any]", value: Any) -> bool:
    """Whether this can be the value of a setting."""
    if type(value) is not type(declared.default):
        return False
    return type(value) is not int or declared.metadata["least"] <= value <= declared.metadata["most"]


def _range(declared: "Field[Any]") -> dict[str, int]:
    return {"least": declared.metadata["least"], "most": declared.metadata["most"]}
