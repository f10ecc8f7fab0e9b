import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.ui.jobs import Job, Jobs


def never(what: object) -> None:
    raise AssertionError(what)


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, bugs: list[BaseException]) -> Iterator[Jobs]:
    made = Jobs(bugs.append)
    yield made
    qtbot.waitUntil(lambda: not made.busy())
    made.finish()


def test_answers_come_in_order_on_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[tuple[int, bool]] = []
    workers: set[str] = set()

    def work(number: int) -> int:
        workers.add(threading.current_thread().name)
        return number

    for number in range(50):
        jobs.run(
            partial(work, number),
            lambda got: answers.append((got, threading.current_thread() is threading.main_thread())),
            never,
        )
    qtbot.waitUntil(lambda: not jobs.busy())
    assert answers == [(number, True) for number in range(50)]
    assert len(workers) == 1
    assert threading.main_thread().name not in workers


def test_a_refusal_goes_to_who_asked(qtbot: QtBot, jobs: Jobs, bugs: list[BaseException]) -> None:
    refused: list[Refused] = []

    def work() -> None:
        raise Refused(Code.STALE)

    jobs.run(work, never, refused.append)
    qtbot.waitUntil(lambda: not jobs.busy())
    assert [each.code for each in refused] == [Code.STALE]
    assert bugs == []


def test_anything_else_is_a_bug(qtbot: QtBot, jobs: Jobs, bugs: list[BaseException]) -> None:
    jobs.run(lambda: 1 // 0, never, never)
    qtbot.waitUntil(lambda: not jobs.busy())
    assert [type(each) for each in bugs] == [ZeroDivisionError]


def test_a_mistake_in_the_answer_is_a_bug_too(qtbot: QtBot, jobs: Jobs, bugs: list[BaseException]) -> None:
    jobs.run(lambda: 0, lambda got: 1 // got, never)
    qtbot.waitUntil(lambda: not jobs.busy())
    assert [type(each) for each in bugs] == [ZeroDivisionError]


def test_the_window_answers_while_work_is_done(qtbot: QtBot, jobs: Jobs) -> None:
    gate, ticks = threading.Event(), []
    jobs.run(lambda: gate.wait(10), lambda done: ticks.append(f"work {done}"), never)
    QTimer.singleShot(0, lambda: ticks.append("window"))
    qtbot.waitUntil(lambda: ticks == ["window"])
    gate.set()
    qtbot.waitUntil(lambda: ticks == ["window", "work True"])


def test_work_aside_does_not_wait_for_the_vault(qtbot: QtBot, jobs: Jobs) -> None:
    gate, done = threading.Event(), []
    jobs.run(lambda: gate.wait(10), lambda _yes: done.append("vault"), never)
    jobs.run_aside(lambda _job: "aside", done.append, never)
    qtbot.waitUntil(lambda: done == ["aside"])
    gate.set()
    qtbot.waitUntil(lambda: done == ["aside", "vault"])


def test_work_aside_tells_how_far_it_is_on_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[object, ...]] = []

    def work(job: Job) -> str:
        for number in range(3):
            job.tell(number, 3, "reservekopie")
        return "done"

    def progress(*how_far: object) -> None:
        heard.append((*how_far, threading.current_thread() is threading.main_thread()))

    jobs.run_aside(work, lambda done: heard.append((done,)), never, progress)
    qtbot.waitUntil(lambda: not jobs.busy())
    assert heard == [
        (0, 3, "reservekopie", True),
        (1, 3, "reservekopie", True),
        (2, 3, "reservekopie", True),
        ("done",),
    ]


def test_cancelled_work_aside_sees_it_and_its_outcome_is_dropped(
    qtbot: QtBot, jobs: Jobs, bugs: list[BaseException]
) -> None:
    begun, seen = threading.Event(), threading.Event()

    def work(job: Job) -> object:
        begun.set()
        while not job.cancelled:
            job.tell(1, 2)
        seen.set()
        raise Refused(Code.VAULT_LOCKED)

    jobs.run_aside(work, never, never)
    waiting = jobs.run_aside(lambda _job: None, never, never)
    assert begun.wait(10)
    jobs.cancel_aside()
    assert seen.wait(10)
    assert waiting.cancelled
    qtbot.waitUntil(lambda: not jobs.busy())
    assert bugs == []


def test_waiting_for_the_vault_has_an_end(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    assert jobs.done_within(10)
    jobs.run(lambda: gate.wait(10), lambda _yes: None, never)
    assert not jobs.done_within(0.01)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy())


def test_an_answer_for_who_is_gone_is_dropped_but_a_refusal_is_told(
    qtbot: QtBot, jobs: Jobs, bugs: list[BaseException]
) -> None:
    gate, owner = threading.Event(), QObject()

    def refuse() -> None:
        raise Refused(Code.VAULT_FULL)

    jobs.run(lambda: gate.wait(10), never, never, owner)
    jobs.run(refuse, never, never, owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert [each.code for each in bugs if isinstance(each, Refused)] == [Code.VAULT_FULL]


def test_the_warm_up_comes_first(qtbot: QtBot, bugs: list[BaseException]) -> None:
    order: list[str] = []
    made = Jobs(bugs.append, warm_up=lambda: order.append("warm"))
    made.run(lambda: order.append("work"), lambda _nothing: None, never)
    qtbot.waitUntil(lambda: not made.busy())
    made.finish()
    assert order == ["warm", "work"]


def test_finish_does_what_was_asked(bugs: list[BaseException]) -> None:
    written: list[int] = []
    made = Jobs(bugs.append)
    for number in range(20):
        made.run(partial(written.append, number), lambda _nothing: None, never)
    made.finish()
    assert written == list(range(20))
