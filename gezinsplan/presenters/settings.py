"""Settings of this user as fields that save themselves; they stand outside the vault and hold nothing of a family."""

from collections.abc import Callable
from dataclasses import Field, asdict, fields
from typing import Any

from gezinsplan.presenters.fields import FieldKind, FieldSpec, read, shown
from gezinsplan.services import settings
from gezinsplan.services.settings import Settings
from gezinsplan.texts import _


def spec_of(key: str) -> FieldSpec:
    """The field of a setting: a box to tick, or a whole number with what it may be."""
    declared: Field[Any] = next(each for each in fields(Settings) if each.name == key)
    if isinstance(declared.default, bool):
        return FieldSpec(key, _(declared.metadata["text"]), FieldKind.CHECK)
    said = _("Een getal van {least} tot en met {most}. Standaard is {default}.")
    help_text = said.format(**declared.metadata, default=declared.default)
    return FieldSpec(key, _(declared.metadata["text"]), FieldKind.NUMBER, help=help_text, required=True)


class SettingsPresenter:
    """What is set now, and one change at a time; the file is small, so that no worker is needed."""

    def __init__(self, changed: Callable[[], object] = lambda: None) -> None:
        """`changed` hears that something is set otherwise."""
        self._changed = changed

    def answers(self) -> dict[str, Any]:
        """Every setting as it stands in its field."""
        told = asdict(settings.load()).items()
        return {key: value if isinstance(value, bool) else shown(FieldKind.NUMBER, value) for key, value in told}

    def save(self, key: str, typed: Any) -> None:
        """Keep one setting; NOT_A_NUMBER, EMPTY, OUT_OF_RANGE or FILE_NOT_WRITTEN for the place beside its field."""
        settings.change(key, read(spec_of(key), typed))
        self._changed()

    def is_on(self, key: str) -> bool:
        """Whether something that can be switched on is on."""
        return getattr(settings.load(), key) is True

    def switch(self, key: str, on: bool) -> None:
        """Switch something on or off; FILE_NOT_WRITTEN."""
        settings.change(key, on)
        self._changed()
