"""How a long job tells how far it is, and how it is stopped: by a callback that raises."""

from collections.abc import Callable

Told = Callable[[float], None]
"""Hears which share of the work is done, from 0 to 1, many times a second; whoever wants to stop raises there."""


def silent(_share: float) -> None:
    """Nobody listens."""


def stretch(told: Told, begin: float, end: float) -> Told:
    """For one part of a job: its 0 and 1 are these shares of the whole."""
    return lambda share: told(begin + (end - begin) * share)
