"""What the program says: Dutch is the language of the source, gettext adds others from `resources/locale`."""

import gettext as _gettext
from functools import cache

from gezinsplan import paths


@cache
def _catalog() -> _gettext.NullTranslations:
    """The catalog of the language that the system asks for; Dutch needs none, so it can never be missing."""
    folder = paths.resources() / "locale"
    if not any(each.is_dir() for each in folder.iterdir()):  # asking for the language costs the start 2 ms
        return _gettext.NullTranslations()
    return _gettext.translation("gezinsplan", folder, fallback=True)


def _(message: str) -> str:
    """The message in the language of the user."""
    return _catalog().gettext(message)


def ngettext(one: str, several: str, number: int) -> str:
    """The form of the message that fits the number."""
    return _catalog().ngettext(one, several, number)


def N_(message: str) -> str:
    """Mark a message that is looked up later."""
    return message
