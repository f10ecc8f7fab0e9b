"""Every folder and every bundled file; no other module knows where things are."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def _bundled(name: str) -> Path:
    """A folder that lies in the package once installed or built, and beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def resources() -> Path:
    """Fonts, icons, locale and the demo caseload."""
    return _bundled("resources")


def migrations() -> Path:
    """The Alembic scripts that make and upgrade the file."""
    return _bundled("migrations")


def default_vault() -> Path:
    """The vault of this user: local and not roaming, so that no network profile carries it along."""
    from platformdirs import user_data_path

    return user_data_path("Gezinsplan", appauthor=False, roaming=False) / "kluis"


def settings() -> Path:
    """The settings of this user; nothing in them is about a family."""
    from platformdirs import user_config_path

    return user_config_path("Gezinsplan", appauthor=False, roaming=False) / "settings.toml"
