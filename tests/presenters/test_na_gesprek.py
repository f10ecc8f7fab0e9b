"""After a talk: who was there, decisions that become afspraken, and who agrees; without a window."""

from gezinsplan.domain.errors import Code
from gezinsplan.domain.overleg import DeelnameRol
from gezinsplan.domain.values import Part
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.presenters.na_gesprek import besluit_form, na_gesprek, takes_role, was_there
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    a_besluit,
    a_deelname,
    a_dossier,
    a_kaart,
    a_praktijk,
    an_actie,
    an_overleg,
    day,
    refused,
    uid,
)

TALK = uid(91)


def a_family(*parts: Part) -> Family:
    return Family(a_dossier(an_overleg(), *parts), Team(a_kaart(), a_praktijk()), day(40))


def answered(form: Form, family: Family, **typed: object) -> Family:
    return form.apply(family, read_all(form, {**form.values, **typed}))


def test_everybody_can_have_been_there() -> None:
    shown = na_gesprek(a_family(a_deelname(rol=DeelnameRol.DOENER, aanwezig=False)), TALK)
    assert shown.titel == "do 1 feb, 10:30, De Brink"
    assert [(each.naam, each.uitgenodigd, each.aanwezig, each.rol) for each in shown.mensen] == [
        ("mama", True, False, DeelnameRol.DOENER),
        ("Noor Yılmaz", False, None, None),
        ("oma", False, None, None),
    ]
    assert shown.volgende == ""


def test_who_was_there_and_what_he_does_stand_together() -> None:
    family = was_there(TALK, OMA, True)(a_family())
    family = takes_role(TALK, OMA, DeelnameRol.BESLISSER)(family)
    (oma,) = family.dossier.deelnames
    assert (oma.deelnemer, oma.aanwezig, oma.rol) == (OMA, True, DeelnameRol.BESLISSER)
    family = was_there(TALK, OMA, False)(family)
    assert family.dossier.deelnames[0].rol is DeelnameRol.BESLISSER


def test_decisions_have_a_number_and_who_agrees() -> None:
    several = (a_besluit(), a_besluit(id=uid(109), eens=(), oneens=()), a_besluit(id=uid(110), oneens=(KIND,)))
    shown = na_gesprek(a_family(*several), TALK)
    assert [(each.nummer, each.onder) for each in shown.besluiten] == [
        (1, "eens: mama"),
        (2, ""),
        (3, "eens: mama; niet eens: Noor Yılmaz"),
    ]


def test_a_decision_becomes_an_afspraak() -> None:
    family = a_family()
    form = besluit_form(family, TALK)
    after = answered(form, family, wat="Oma haalt op", eens=(MAMA,), wie=(OMA,), wanneer="01-03-2024")
    (besluit,) = after.dossier.besluiten
    (actie,) = after.dossier.acties
    assert (actie.wat, actie.wie, actie.wanneer, besluit.actie) == ("Oma haalt op", (OMA,), day(60), actie.id)
    assert [each.wat for each in na_gesprek(after, TALK).afspraken] == ["Oma haalt op"]


def test_a_decision_without_work_makes_none() -> None:
    family = a_family()
    after = answered(besluit_form(family, TALK), family, wat="We eten op zondag samen")
    assert after.dossier.acties == ()
    assert after.dossier.besluiten[0].actie is None


def test_a_day_without_anybody_is_refused_at_its_place() -> None:
    family = a_family()
    with refused(Code.WHO_IS_MISSING, field="wie"):
        answered(besluit_form(family, TALK), family, wat="Dit", wanneer="01-03-2024")


def test_what_is_there_is_changed_field_by_field() -> None:
    family = a_family(a_besluit(actie=uid(81)), an_actie())
    form = besluit_form(family, TALK, family.dossier.besluiten[0])
    assert "wie" not in form.values
    after = form.apply(family, {"oneens": (KIND,)})
    assert after.dossier.besluiten[0].oneens == (KIND,)
