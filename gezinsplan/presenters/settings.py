"""Settings of this user as fields that save themselves; they stand outside the vault and hold nothing of a family."""

from dataclasses import Field, asdict, fields
from typing import Any

from gezinsplan.presenters.fields import FieldKind, FieldSpec, read, shown
from gezinsplan.services import settings
from gezinsplan.services.settings import Settings
from gezinsplan.texts import _


def spec_of(key: str) -> FieldSpec:
    """The field of a setting that is a whole number, with what it may be."""
    declared: Field[Any] = next(each for each in fields(Settings) if each.name == key)
    said = _("Een getal van {least} tot en met {most}. Standaard is {default}.")
    help_text = said.format(**declared.metadata, default=declared.default)
    return FieldSpec(key, _(declared.metadata["text"]), FieldKind.NUMBER, help=help_text, required=True)


class SettingsPresenter:
    """What is set now, and one change at a time; the file is small, so that no worker is needed."""

    def answers(self) -> dict[str, str]:
        """Every setting as it stands in its field."""
        return {key: shown(FieldKind.NUMBER, value) for key, value in asdict(settings.load()).items()}

    def save(self, key: str, typed: str) -> None:
        """Keep one setting; NOT_A_NUMBER, EMPTY, OUT_OF_RANGE or FILE_NOT_WRITTEN for the place beside its field."""
        settings.change(key, read(spec_of(key), typed))

    def is_on(self, key: str) -> bool:
        """Whether something that can be switched on is on."""
        return getattr(settings.load(), key) is True

    def switch(self, key: str, on: bool) -> None:
        """Switch something on or off; FILE_NOT_WRITTEN."""
        settings.change(key, on)
