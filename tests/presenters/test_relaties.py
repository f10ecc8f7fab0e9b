"""Pairs in words: who is what of whom, since when, how old they were then, and going apart."""

from datetime import date

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.relaties import RelatieSoort
from gezinsplan.domain.values import Part
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.relaties import relatie_form, relatie_rijen, uit_elkaar_form
from gezinsplan.presenters.tijdlijn import maanden
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    a_dossier,
    a_kaart,
    a_kind,
    a_persoon,
    a_praktijk,
    a_relatie,
    an_oma,
    day,
    on,
    refused,
    uid,
)

S = RelatieSoort


def a_family(*parts: Part, op: int = 100) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(op))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "mama is ouder van Noor Yılmaz"),
        ({"soort": S.EX_PARTNER, "vanaf": Datum(2023)}, "mama is ex-partner van Noor Yılmaz sinds 2023"),
        ({"soort": S.PARTNER, "vanaf": Datum(2015, ongeveer=True)},
         "mama is partner van Noor Yılmaz sinds ongeveer 2015"),
        ({"vanaf": Datum(2010), "tot": Datum(2023, 5)}, "mama was ouder van Noor Yılmaz van 2010 tot mei 2023"),
        ({"tot": Datum(2023)}, "mama was ouder van Noor Yılmaz tot 2023"),
        ({"tot": Datum(2030)}, "mama is ouder van Noor Yılmaz tot 2030"),
    ],
)  # fmt: skip
def test_a_pair_is_a_sentence(changes: dict[str, object], sentence: str) -> None:
    assert relatie_rijen(a_family(a_relatie(**changes)))[0].tekst == sentence


BORN = date(1950, 3, 1)


@pytest.mark.parametrize(
    ("parts", "changes", "words"),
    [
        ((), {}, ()),
        ((a_persoon(geboortedatum=Datum(1985, 3, 2)),), {}, ("mama was 28 en is nu 39",)),
        ((a_persoon(geboortedatum=Datum(1985)),), {}, ("mama was ongeveer 27 en is nu ongeveer 38",)),
        ((a_persoon(geboortedatum=Datum(1985, 3, 2), overleden_op=day(0)),), {}, ("mama was 28",)),
        ((a_persoon(geboortedatum=Datum(1985, 3, 2)), a_kind(geboortedatum=None)), {}, ("mama is nu 39",)),
        (
            (a_persoon(geboortedatum=Datum(1985, 3, 2)),),
            {"soort": S.STIEFOUDER, "vanaf": Datum(2020, 1, 1)},
            ("mama was 34 en is nu 39, Noor Yılmaz was 6 en is nu 10",),
        ),
        ((), {"soort": S.STIEFOUDER, "vanaf": Datum(2010)}, ("Noor Yılmaz is nu 10",)),
        ((), {"soort": S.STIEFOUDER, "vanaf": Datum(2030)}, ("Noor Yılmaz is nu 10",)),
        ((), {"soort": S.STIEFOUDER, "vanaf": on(99)}, ("Noor Yılmaz is nu 10",)),
        ((a_persoon(geboortedatum=Datum(2020, 1, 1)),), {"soort": S.OUDER}, ("mama is nu 4",)),
        (
            (a_persoon(geboortedatum=Datum(1985, 3, 2), overleden_op=day(0)), a_kind(geboortedatum=None)),
            {"toelichting": "Zij lijken op elkaar.", "voor_wie": ALLEEN_DOSSIER},
            ("Zij lijken op elkaar.", "alleen dossier"),
        ),
    ],
)
def test_how_old_they_were_then_and_are_now(
    parts: tuple[Part, ...], changes: dict[str, object], words: tuple[str, ...]
) -> None:
    assert relatie_rijen(a_family(*parts, a_relatie(**changes)))[0].onder == words


def test_what_was_stands_last_and_only_partners_go_apart() -> None:
    rows = relatie_rijen(
        a_family(
            a_relatie(id=uid(301), een=OMA, ander=KIND, soort=S.PARTNER, tot=on(3)),
            a_relatie(id=uid(302), soort=S.BUUR),
            a_relatie(id=uid(303), een=OMA, ander=MAMA, soort=S.PARTNER, vanaf=on(4)),
        )
    )
    assert [(each.id.int, each.samen, each.voorbij) for each in rows] == [
        (303, True, False),
        (302, False, False),
        (301, False, True),
    ]


def test_a_new_pair_and_a_changed_one() -> None:
    family = a_family()
    form = relatie_form(family)
    made = form.apply(
        family,
        {"een": OMA, "ander": MAMA, "soort": S.OUDER, "vanaf": None, "tot": None, "toelichting": "",
         "voor_wie": ALLEEN_DOSSIER},
    )  # fmt: skip
    (pair,) = made.dossier.relaties
    assert (pair.een, pair.ander, pair.soort) == (OMA, MAMA, S.OUDER)
    changed = onderdeel_form(made, pair.id).apply(made, {"soort": S.PLEEGOUDER})
    assert changed.dossier.relaties[0].soort is S.PLEEGOUDER


def test_going_apart_ends_one_and_begins_the_other() -> None:
    together = a_relatie(een=OMA, soort=S.PARTNER, ander=MAMA, vanaf=Datum(2010), voor_wie=ALLEEN_DOSSIER)
    family = a_family(together)
    form = uit_elkaar_form(family, together.id)
    assert form.intro == "oma en mama zijn daarna ex-partners."
    was, ex = form.apply(family, {"tot": Datum(2023)}).dossier.relaties
    assert (was.soort, was.tot) == (S.PARTNER, Datum(2023))
    assert (ex.soort, ex.vanaf, ex.een, ex.ander, ex.voor_wie) == (S.EX_PARTNER, Datum(2023), OMA, MAMA, ALLEEN_DOSSIER)
    with refused(Code.END_BEFORE_START, field="tot"):
        form.apply(family, {"tot": Datum(2009)})


def test_the_line_tells_it() -> None:
    oma = an_oma()
    pair = a_relatie(een=oma.id, ander=KIND, soort=S.PLEEGOUDER, vanaf=on(1), tot=on(9), toelichting="Een zomer.")
    told = [row.tekst for month in maanden(a_family(pair)) for row in month.rijen if row.onderdeel == pair.id]
    assert told == ["oma is geen pleegouder meer van Noor Yılmaz", "oma is pleegouder van Noor Yılmaz: Een zomer."]
