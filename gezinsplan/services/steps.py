"""What was done in this session and can be taken back, or done again, on the page of each value."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gezinsplan.domain.checks import FINAL
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import Change, Value, difference, reverse
from gezinsplan.domain.verstrekken import is_given

UNDO_DEPTH = 30


@dataclass(frozen=True, slots=True)
class Done:
    """A step that can be taken back: its name, and per value what changed."""

    name: str
    changes: tuple[tuple[type[Any], UUID, tuple[Change, ...]], ...]

    def reversed(self) -> "Done":
        """The step that takes it back."""
        return Done(self.name, tuple((kind, root, reverse(changes)) for kind, root, changes in self.changes))


class Steps:
    """The steps of a session; locking forgets them."""

    def __init__(self) -> None:
        """Nothing was done yet."""
        self._undo: dict[UUID, list[Done]] = defaultdict(list)
        self._redo: dict[UUID, list[Done]] = defaultdict(list)

    def did(self, name: str, pairs: Sequence[tuple[Value | None, Value]]) -> None:
        """A step was taken from the page of its first value; one that made a value, or
        that stays (product.md rule 11), cannot be undone."""
        root = pairs[0][1].id
        self._redo[root].clear()
        if all(before is not None for before, _after in pairs):
            changes = tuple((type(after), after.id, difference(before, after)) for before, after in pairs)
            if any(_stays(several) for _kind, _root, several in changes):
                self._undo[root].clear()  # there is no way back past what stays as it was written down
                return
            self._undo[root].append(Done(name, changes))
            del self._undo[root][:-UNDO_DEPTH]

    def undo_name(self, root: UUID) -> str:
        """The name of the step that would be undone on the page of this value; empty if there is none."""
        return self._undo[root][-1].name if self._undo[root] else ""

    def redo_name(self, root: UUID) -> str:
        """The name of the step that would be done again; empty if there is none."""
        return self._redo[root][-1].name if self._redo[root] else ""

    def to_undo(self, root: UUID) -> Done:
        """The last step, to be taken back. NOTHING_TO_UNDO."""
        return _last(self._undo[root])

    def to_redo(self, root: UUID) -> Done:
        """The step that was undone last. NOTHING_TO_UNDO."""
        return _last(self._redo[root])

    def undone(self, root: UUID) -> None:
        """The last step was taken back, and can be done again."""
        self._redo[root].append(self._undo[root].pop())

    def redone(self, root: UUID) -> None:
        """The step that was undone last was done again."""
        self._undo[root].append(self._redo[root].pop())

    def forget(self, root: UUID) -> None:
        """What was done to this value cannot be undone or redone any more."""
        for steps in (self._undo, self._redo):
            for page, done in steps.items():
                steps[page] = [each for each in done if all(part_of != root for _k, part_of, _c in each.changes)]

    def clear(self) -> None:
        """Forget everything."""
        self._undo.clear()
        self._redo.clear()


def _stays(changes: tuple[Change, ...]) -> bool:
    """Whether something was written down for good, or given to somebody."""
    return any(isinstance(each.after, FINAL) for each in changes) or is_given(changes)


def _last(done: list[Done]) -> Done:
    if not done:
        raise RuleBroken(Code.NOTHING_TO_UNDO)
    return done[-1]
