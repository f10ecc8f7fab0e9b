"""What is stuck, in words and forms: asked, waited for, decided; without a window."""

from pathlib import Path

import pytest

from gezinsplan.domain.doorbraken import Doorbraak, VastSoort
from gezinsplan.domain.errors import Code
from gezinsplan.domain.values import Part, get
from gezinsplan.presenters.doorbraken import besluit_form, doorbraak_form, doorbraak_rijen, in_use
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.services import settings
from gezinsplan.services.caseload import Family, Team
from tests.make import a_doorbraak, a_dossier, a_kaart, a_praktijk, day, refused, uid

ASKED = uid(101)


def a_family(*parts: Part) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(100))


def answered(form: Form, family: Family, **typed: object) -> Family:
    return form.apply(family, read_all(form, {**form.values, **typed}))


def test_it_is_shown_when_it_is_switched_on_or_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not in_use(a_family())
    assert in_use(a_family(a_doorbraak()))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings.change("doorbraken", True)
    assert in_use(a_family())


def test_what_waits_comes_first_and_what_was_decided_after_it() -> None:
    rows = doorbraak_rijen(
        a_family(
            a_doorbraak(antwoord_voor=day(99)),
            a_doorbraak(id=uid(102), gevraagd_op=day(5)),
            a_doorbraak(id=uid(103), besluit="Nee", besloten_op=day(9)),
            a_doorbraak(id=uid(104), besluit="Het mag", besloten_op=day(10), gelukt=True),
        )
    )
    assert [each.onder for each in rows] == [
        "Gevraagd aan de wethouder op 1 jan, antwoord voor 9 apr",
        "Gevraagd aan de wethouder op 6 jan",
        "Losgekomen op 11 jan: Het mag",
        "Niet gelukt op 10 jan: Nee",
    ]
    assert [(each.open, each.te_laat) for each in rows] == [(True, True), (True, False), (False, False), (False, False)]


def test_asking_and_deciding() -> None:
    family = a_family()
    said = {"wat": "Een huis", "blokkade": "De regel", "gevraagd_aan": "de wethouder"}
    after = answered(doorbraak_form(family), family, **said)
    (asked,) = after.dossier.doorbraken
    assert (asked.wat, asked.gevraagd_op, asked.besloten_op) == ("Een huis", day(100), None)
    form = besluit_form(after, asked.id)
    assert form.intro == "Een huis"
    freed = answered(form, after, besluit="Het mag", gelukt=True)
    (done,) = freed.dossier.doorbraken
    assert (done.besluit, done.besloten_op, done.gelukt) == ("Het mag", day(100), True)


def test_a_decision_before_the_question_is_refused() -> None:
    family = a_family(a_doorbraak(gevraagd_op=day(50)))
    with refused(Code.END_BEFORE_START, field="besloten_op", id=ASKED):
        answered(besluit_form(family, ASKED), family, besluit="Nee", besloten_op="01-02-2024")


def test_a_decision_can_be_changed_afterwards() -> None:
    family = a_family()
    waiting, decided = a_doorbraak(), a_doorbraak(besluit="Nee", besloten_op=day(9))
    assert "besluit" not in doorbraak_form(family, waiting).values
    assert doorbraak_form(family, decided).values["besluit"] == "Nee"
    family = a_family(decided)
    after = doorbraak_form(family, decided).apply(family, {"gelukt": True})
    assert get(after.dossier, Doorbraak, ASKED).gelukt


def test_what_was_scaled_up_goes_down_again() -> None:
    up = a_doorbraak(soort=VastSoort.OPSCHALING, besluit="De wethouder belt", besloten_op=day(9), gelukt=True)
    family = a_family(up)
    assert doorbraak_rijen(family)[0].onder == "Besloten op 10 jan: De wethouder belt"
    after = doorbraak_form(family, up).apply(family, {"afgeschaald_op": day(20)})
    assert doorbraak_rijen(after)[0].onder == "Afgeschaald na het besluit van 10 jan: De wethouder belt"
    assert "afgeschaald_op" not in doorbraak_form(family, a_doorbraak(besluit="Ja", besloten_op=day(9))).values
