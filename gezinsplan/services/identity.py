"""Ids and the clock: the only place where either is made, so that rules get them as plain values."""

from datetime import UTC, datetime
from uuid import UUID

from uuid6 import uuid7


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): never clashes between laptops, and sorts by the moment of making."""
    return UUID(int=uuid7().int)


def now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)
