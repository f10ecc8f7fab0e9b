"""The log: each line is bound to the one before it and to the history, and every change of it is found."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import IntegrityError

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.logboek import LogActie, Logboekregel, Melding, Resultaat
from gezinsplan.domain.values import Step, put
from gezinsplan.storage import logbook, values
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.logbook import Choice, Finding, Flaw, Head
from gezinsplan.storage.tables import dossier_keys, history, logboek
from gezinsplan.storage.vault import Vault
from tests import make
from tests.storage.harm import refused
from tests.storage.test_values import a_full_dossier

STEPS = 4
calm = settings(deadline=None, max_examples=50)


def save(vault: Vault, name: str, *pairs: Any) -> None:
    with vault.write() as conn:
        values.save(conn, Step(name, pairs), make.uid(999), make.a_stempel())


def note(vault: Vault, *meldingen: Melding, moment: datetime | None = None) -> None:
    with vault.write() as conn:
        for each in meldingen:
            logbook.add(conn, each, make.a_stempel(**({} if moment is None else {"moment": moment})))


def fill(vault: Vault) -> None:
    """A team, a family that was changed a few times, and what was done besides."""
    save(vault, "begin", (None, make.a_kaart()), (None, make.a_praktijk()), (None, a_full_dossier()))
    for number in range(STEPS):
        with vault.read() as conn:
            before = values.load(conn, Dossier, make.GEZIN)
        save(vault, "naam", (before, put(before, replace(before.gezin, naam=f"Gezin {number}"))))
        note(vault, Melding(LogActie.GELEZEN, make.GEZIN), Melding(LogActie.GEZOCHT))


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory, template: tuple[Path, bytes]) -> Iterator[Vault]:
    """A vault with a log; what a test does to it is taken back."""
    folder = Path(copytree(template[0], tmp_path_factory.mktemp("chain") / "kluis"))
    opened = Vault(folder, VaultKey(bytearray(template[1])), vaults.hold(folder))
    fill(opened)
    yield opened
    opened.lock()


class TakeBack(Exception):
    """Ends a transaction without keeping anything."""


@contextmanager
def unguarded(vault: Vault) -> Iterator[Connection]:
    """As somebody who has the key and goes past the triggers; nothing of it is kept."""
    with suppress(TakeBack), vault.write() as conn:
        for name in conn.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            conn.exec_driver_sql(f"DROP TRIGGER {name}")
        yield conn
        raise TakeBack


def found(conn: Connection) -> set[tuple[Flaw, int | None]]:
    return {(each.flaw, each.nummer) for each in logbook.verify(conn)}


def count(conn: Connection) -> int:
    return logbook.head(conn).nummer


def all_lines(vault: Vault) -> list[Logboekregel]:
    with vault.read() as conn:
        return [*logbook.lines(conn, Choice())]


# ---------------------------------------------------------------- what is written


def test_a_step_leaves_a_line_per_value_that_changed(chain: Vault) -> None:
    lines = all_lines(chain)
    assert [each.actie for each in lines[:4]] == [LogActie.AANGEMAAKT] * 3 + [LogActie.GEWIJZIGD]
    assert [each.object for each in lines[:3]] == [make.uid(2), make.uid(3), make.GEZIN]
    assert all((each.digest is None) == (each.actie in (LogActie.GELEZEN, LogActie.GEZOCHT)) for each in lines)
    assert [each.nummer for each in lines] == [*range(1, 3 + 3 * STEPS + 1)]
    assert {each.actor for each in lines} == {str(make.uid(4))}


def test_a_refused_step_leaves_no_line(chain: Vault) -> None:
    before = len(all_lines(chain))
    with make.refused(Code.STALE):
        save(chain, "oud", (a_full_dossier(), put(a_full_dossier(), make.a_gezin(naam="Anders"))))
    assert len(all_lines(chain)) == before


def test_the_bytes_are_as_they_are_described(chain: Vault) -> None:
    """As another tool would do it, with nothing of ours but what the description says."""
    with chain.read() as conn:
        keys = {root: key for root, key in conn.execute(text('SELECT root, "key" FROM dossier_keys'))}
        steps = conn.execute(text("SELECT step, moment, name, root, version, changes FROM history ORDER BY id")).all()
        rows = conn.execute(text("SELECT * FROM logboek ORDER BY nummer")).all()
    last = "0" * 64
    proofs = iter(
        hmac.new(keys[row.root], json.dumps([*row], separators=(",", ":")).encode(), "sha256").hexdigest()
        for row in steps
    )
    for number, (*fields, own) in enumerate(rows, 1):
        assert fields[0] == number
        assert fields[-1] == last
        assert fields[4] is None or fields[4] == next(proofs)
        last = hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()
        assert own == last
    assert next(proofs, None) is None


def test_each_dossier_has_its_own_random_key(chain: Vault) -> None:
    with chain.read() as conn:
        keys = conn.scalars(select(dossier_keys.c.key)).all()
    assert len(set(keys)) == len(keys) == 3
    assert all(len(key) == logbook.KEY_BYTES for key in keys)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logboek SET actor = 'iemand' WHERE nummer = 2",
        "DELETE FROM logboek WHERE nummer = 2",
        "DELETE FROM logboek",
        "INSERT OR REPLACE INTO logboek SELECT * FROM logboek WHERE nummer = 2",
        "INSERT INTO logboek SELECT nummer + 1000, moment, actie, object, digest, resultaat, herkomst, actor, "
        "previous, hash FROM logboek WHERE nummer = 2",
    ],
)
def test_the_file_itself_only_adds_at_the_end(chain: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError, match="only added"), chain.write() as conn:
        conn.exec_driver_sql(statement)


# ---------------------------------------------------------------- what is found


def test_what_was_not_touched_is_whole(chain: Vault) -> None:
    with chain.read() as conn:
        assert logbook.verify(conn) == []


TEXTS = ("moment", "actie", "object", "digest", "resultaat", "herkomst", "actor", "previous", "hash")


@calm
@given(data=st.data())
def test_a_change_of_any_field_of_any_line_is_found(chain: Vault, data: st.DataObject) -> None:
    with unguarded(chain) as conn:
        number = data.draw(st.integers(1, count(conn)))
        field = data.draw(st.sampled_from(TEXTS))
        old = conn.scalar(select(logboek.c[field]).where(logboek.c.nummer == number))
        new = data.draw(st.one_of(st.none(), st.text(max_size=70)).filter(lambda each: each != old))
        if new is None and not logboek.c[field].nullable:
            new = f"{old} "
        conn.execute(logboek.update().where(logboek.c.nummer == number).values({field: new}))
        assert any(nummer in (number, number + 1) for _flaw, nummer in found(conn))


@calm
@given(data=st.data())
def test_a_changed_line_with_a_new_hash_breaks_the_chain(chain: Vault, data: st.DataObject) -> None:
    with unguarded(chain) as conn:
        number = data.draw(st.integers(1, count(conn) - 1))
        *told, _own = conn.execute(select(logboek).where(logboek.c.nummer == number)).one()
        told[7] = "iemand anders"
        new = {"actor": told[7], "hash": logbook.sealed(told)}
        conn.execute(logboek.update().where(logboek.c.nummer == number).values(new))
        assert found(conn) == {(Flaw.CHAIN, number + 1)}


@calm
@given(data=st.data())
def test_a_line_that_was_taken_out_is_missed(chain: Vault, data: st.DataObject) -> None:
    with unguarded(chain) as conn:
        number = data.draw(st.integers(1, count(conn) - 1))
        conn.execute(logboek.delete().where(logboek.c.nummer == number))
        assert (Flaw.GAP, number + 1) in found(conn)
        conn.exec_driver_sql(f"UPDATE logboek SET nummer = -nummer WHERE nummer > {number}")
        conn.exec_driver_sql("UPDATE logboek SET nummer = -nummer - 1 WHERE nummer < 0")
        if number < count(conn):
            assert (Flaw.CHAIN, number) in found(conn)


@calm
@given(data=st.data())
def test_lines_that_changed_places_are_found(chain: Vault, data: st.DataObject) -> None:
    with unguarded(chain) as conn:
        one = data.draw(st.integers(1, count(conn) - 1))
        other = data.draw(st.integers(one + 1, count(conn)))
        for start, end in ((one, -1), (other, one), (-1, other)):
            conn.exec_driver_sql(f"UPDATE logboek SET nummer = {end} WHERE nummer = {start}")
        assert {(Flaw.CHANGED, one), (Flaw.CHANGED, other)} <= found(conn)


def test_a_line_that_was_put_in_is_found(chain: Vault) -> None:
    with unguarded(chain) as conn:
        conn.exec_driver_sql("UPDATE logboek SET nummer = -nummer WHERE nummer > 5")
        conn.exec_driver_sql("UPDATE logboek SET nummer = -nummer + 1 WHERE nummer < 0")
        copied = list(conn.execute(select(logboek).where(logboek.c.nummer == 5)).one())
        told = [6, *copied[1:-2], copied[-1]]
        conn.execute(logboek.insert().values((*told, logbook.sealed(told))))
        assert (Flaw.CHANGED, 7) in found(conn)


def test_a_head_that_was_noted_shows_that_the_end_was_cut_off(chain: Vault) -> None:
    with chain.read() as conn:
        head = logbook.head(conn)
        assert logbook.verify(conn, head) == []
        assert logbook.verify(conn, Head(head.nummer, head.hash[:16])) == []
        assert logbook.verify(conn, Head(head.nummer, "0" * 16)) == [Finding(Flaw.NOTED, head.nummer)]
    with unguarded(chain) as conn:
        conn.execute(logboek.delete().where(logboek.c.nummer == head.nummer))
        assert found(conn) == set()
        assert logbook.verify(conn, head) == [Finding(Flaw.NOTED, head.nummer)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET changes = replace(changes, 'Gezin 1', 'Gezin 7') WHERE version = 3",
        "UPDATE history SET moment = '2020-01-01T00:00:00.000+00:00' WHERE version = 3",
        "UPDATE history SET name = 'iets anders' WHERE version = 3",
    ],
)
def test_a_changed_history_no_longer_fits_its_line(chain: Vault, statement: str) -> None:
    with unguarded(chain) as conn:
        conn.exec_driver_sql(statement)
        findings = logbook.verify(conn)
    assert {each.flaw for each in findings} == {Flaw.HISTORY, Flaw.UNLOGGED}
    assert {each.root for each in findings if each.flaw is Flaw.UNLOGGED} == {make.GEZIN}


def test_a_history_row_that_was_taken_out_or_put_in_is_found(chain: Vault) -> None:
    with unguarded(chain) as conn:
        conn.execute(history.delete().where(history.c.version == 2))
        assert {flaw for flaw, _number in found(conn)} == {Flaw.HISTORY}
    with unguarded(chain) as conn:
        columns = "step, moment, name, root, version, changes"
        conn.exec_driver_sql(f"INSERT INTO history ({columns}) SELECT {columns} FROM history WHERE version = 3")
        assert logbook.verify(conn) == [Finding(Flaw.UNLOGGED, root=make.GEZIN)]


def test_without_its_key_nothing_of_a_dossier_is_proven(chain: Vault) -> None:
    with unguarded(chain) as conn:
        conn.execute(dossier_keys.delete())
        assert {flaw for flaw, _number in found(conn)} == {Flaw.HISTORY, Flaw.UNLOGGED}


def test_a_line_in_words_that_nobody_knows_is_damage_and_no_crash(chain: Vault) -> None:
    with unguarded(chain) as conn:
        conn.exec_driver_sql("UPDATE logboek SET actie = 'verzonnen' WHERE nummer = 1")
        with refused(Code.VAULT_DAMAGED):
            logbook.page(conn, Choice(), 100)


# ---------------------------------------------------------------- what is asked


@pytest.fixture
def days(vault: Vault) -> Vault:
    """A line on each of ten days, about one of two families."""
    for number in range(10):
        moment = datetime(2026, 11, 1 + number, 12, tzinfo=UTC)
        actie = LogActie.GELEZEN if number % 2 else LogActie.AFGEDRUKT
        note(vault, Melding(actie, make.uid(1 + number % 3), Resultaat.GELUKT), moment=moment)
    return vault


def test_lines_by_moment_family_and_action(days: Vault) -> None:
    start = datetime(2026, 11, 3, tzinfo=UTC)
    with days.read() as conn:

        def numbers(**choice: Any) -> list[int]:
            return [each.nummer for each in logbook.lines(conn, Choice(**choice))]

        assert numbers() == [*range(1, 11)]
        assert numbers(vanaf=start, tot=start + timedelta(days=2)) == [3, 4]
        assert numbers(object=make.uid(1)) == [1, 4, 7, 10]
        assert numbers(actie=LogActie.GELEZEN) == [2, 4, 6, 8, 10]
        assert numbers(object=make.uid(1), actie=LogActie.GELEZEN, vanaf=start) == [4, 10]
        assert logbook.count(conn, LogActie.GELEZEN, LogActie.AFGEDRUKT) == 10
        assert logbook.count(conn, LogActie.GETOOND) == 0


def test_pages_go_on_from_the_line_before(days: Vault) -> None:
    seen: list[int] = []
    before: int | None = None
    with days.read() as conn:
        while page := logbook.page(conn, Choice(), 4, before):
            seen += [each.nummer for each in page]
            before = seen[-1]
    assert seen == [*range(10, 0, -1)]


def test_an_empty_log_has_a_head_too(vault: Vault) -> None:
    with vault.read() as conn:
        assert logbook.head(conn) == Head(0, logbook.FIRST)
        assert logbook.verify(conn) == []
        assert logbook.user(conn) == "onbekend"


def test_a_line_comes_back_as_it_was_meant(days: Vault) -> None:
    line = all_lines(days)[1]
    assert (line.moment, line.actie, line.object) == (
        datetime(2026, 11, 2, 12, tzinfo=UTC),
        LogActie.GELEZEN,
        UUID(int=2),
    )
