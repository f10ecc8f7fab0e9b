"""Finding, putting and dropping parts; the difference of two values and the way back."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.dossier import Doel, Dossier, Gezin
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Leefgebied, Professional
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import (
    Part,
    apply,
    difference,
    drop,
    find,
    get,
    has,
    part_fields,
    parts,
    put,
    reverse,
    texts,
)
from tests.make import (
    GEZIN,
    MAMA,
    a_doel,
    a_dossier,
    a_gezin,
    a_kaart,
    a_persoon,
    a_praktijk,
    a_professional,
    a_tekst,
    an_actie,
    refused,
    uid,
)

NUMBERS = st.integers(200, 206)
WORDS = st.text("ab é", max_size=2)
NEW_PARTS = st.one_of(
    st.builds(lambda number, words: a_tekst(id=uid(number), woorden=words), NUMBERS, WORDS),
    st.builds(lambda number, words: a_doel(id=uid(number + 10), woorden=words), NUMBERS, WORDS),
    st.builds(lambda number, words: an_actie(id=uid(number + 20), wat=words), NUMBERS, WORDS),
    st.builds(lambda words: a_gezin(naam=words), WORDS),
)
DOSSIERS = st.lists(NEW_PARTS, max_size=8).map(lambda new: a_dossier(*new))


def whole(dossier: Dossier) -> dict[UUID, Part]:
    return {part.id: part for part in parts(dossier)}


def test_the_root_part_comes_first() -> None:
    assert isinstance(next(parts(a_dossier(a_doel()))), Gezin)
    assert part_fields(Dossier)[Doel] == "doelen"


def test_finding_asks_for_the_kind_too() -> None:
    dossier = a_dossier()
    assert find(dossier, Persoon, MAMA) == a_persoon()
    assert find(dossier, Doel, MAMA) is None
    assert find(dossier, Gezin, GEZIN) == dossier.gezin
    assert find(dossier, Leefgebied, MAMA) is None
    assert find(dossier, Persoon, uid(999)) is None
    assert find(dossier, Persoon, None) is None
    assert get(dossier, Persoon, MAMA) == a_persoon()
    assert has(dossier, MAMA)
    assert not has(dossier, uid(999))


@pytest.mark.parametrize("wanted", [uid(999), GEZIN])
def test_what_is_not_there_is_refused(wanted: object) -> None:
    with refused(Code.UNKNOWN_PART, id=wanted):
        get(a_dossier(), Persoon, wanted)  # type: ignore[arg-type]


@given(st.lists(NEW_PARTS, max_size=12))
def test_tuples_keep_the_order_of_ids(new: list[Part]) -> None:
    dossier = a_dossier(*new)
    for name in ("teksten", "doelen", "acties"):
        ids = [part.id for part in getattr(dossier, name)]
        assert ids == sorted(set(ids))


def test_the_last_of_two_with_the_same_id_stays() -> None:
    assert put(a_dossier(), a_tekst(woorden="eerst"), a_tekst(woorden="toen")).teksten == (a_tekst(woorden="toen"),)


def test_dropping_takes_parts_but_never_the_root() -> None:
    dossier = a_dossier(a_tekst())
    assert drop(dossier, a_tekst().id, GEZIN, uid(999)) == a_dossier()


def test_all_three_values_work_alike() -> None:
    kaart = a_kaart(a_professional(naam="Sanne de Boer"))
    assert get(kaart, Professional, uid(901)).naam == "Sanne de Boer"
    assert [each.naam for each in a_praktijk(Leefgebied(uid(700), "Veiligheid")).leefgebieden] == [
        "Veiligheid",
        "Wonen",
        "Geld",
    ]


@given(DOSSIERS, DOSSIERS)
def test_a_difference_leads_there_and_back(before: Dossier, after: Dossier) -> None:
    changes = difference(before, after)
    assert apply(before, changes) == after
    assert apply(after, reverse(changes)) == before
    assert (changes == ()) is (before == after)


@given(DOSSIERS)
def test_of_a_new_value_everything_is_new(dossier: Dossier) -> None:
    changes = difference(None, dossier)
    assert [change.after for change in changes] == list(parts(dossier))
    assert all(change.before is None for change in changes)


@given(DOSSIERS, DOSSIERS, DOSSIERS)
def test_a_change_is_refused_where_somebody_was_before_you(before: Dossier, after: Dossier, now: Dossier) -> None:
    changes = difference(before, after)
    touched = [change.before or change.after for change in changes]
    as_before = [whole(now).get(part.id) == whole(before).get(part.id) for part in touched if part]
    if all(as_before):
        assert difference(now, apply(now, changes)) == changes
    else:
        with refused(Code.CHANGED_SINCE):
            apply(now, changes)


@pytest.mark.parametrize("now", [a_dossier(), a_dossier(a_tekst(woorden="anders"))])
def test_undo_does_not_overwrite_what_came_after(now: Dossier) -> None:
    changes = difference(a_dossier(), a_dossier(a_tekst()))
    with refused(Code.CHANGED_SINCE):
        apply(now, reverse(changes))


def test_a_part_that_has_come_meanwhile_is_not_overwritten() -> None:
    with refused(Code.CHANGED_SINCE):
        apply(a_dossier(a_tekst(woorden="anders")), difference(a_dossier(), a_dossier(a_tekst())))


def test_changes_of_others_stay() -> None:
    changes = difference(a_dossier(), a_dossier(a_tekst()))
    assert apply(a_dossier(a_doel()), changes) == a_dossier(a_doel(), a_tekst())


def test_texts_are_what_people_typed() -> None:
    assert dict(texts(a_tekst())) == {"woorden": "We eten altijd samen."}
    assert set(dict(texts(an_actie()))) == {"wat", "herhaling", "resultaat", "reden"}
