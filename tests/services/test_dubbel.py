"""The same child in two families of the vault: noticed, decided about, red in both."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gezinsplan.domain.banden import Dubbel, DubbelKeuze
from gezinsplan.domain.betrokken import regisseur_on
from gezinsplan.domain.dubbel import Gelijkenis
from gezinsplan.domain.errors import Code
from gezinsplan.domain.personen import Afscherming, Feit, Persoon
from gezinsplan.domain.values import put
from gezinsplan.presenters.elders import elders
from gezinsplan.services import dubbel, families
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.dubbel import beslis, te_beslissen, twee_regisseurs
from gezinsplan.services.identity import new_id
from tests import make

BAKKER, CETIN, KOWALSKA = "G-2026-002", "G-2026-018", "G-2026-004"


def page(caseload: Caseload, kenmerk: str, op: date) -> Family:
    return caseload.family(families.by_kenmerk(caseload, kenmerk).id, op)


def finn(family: Family) -> Persoon:
    return next(each for each in family.dossier.personen if each.naam == "Finn Bakker")


def test_finn_is_noticed_in_both(demo_caseload: Caseload, today: date) -> None:
    for here, there in ((BAKKER, CETIN), (CETIN, BAKKER)):
        family = page(demo_caseload, here, today)
        (found,) = te_beslissen(demo_caseload, family)
        assert (found.kenmerk, found.naam, found.voorstel.gelijkenis) == (there, "Finn Bakker", Gelijkenis.GELIJK)
        assert found.voorstel.persoon == finn(family).id
        assert found.regisseur
    assert te_beslissen(demo_caseload, page(demo_caseload, KOWALSKA, today)) == ()


def test_he_is_red_in_both_and_in_the_list(demo_caseload: Caseload, today: date) -> None:
    (here,) = twee_regisseurs(demo_caseload, page(demo_caseload, BAKKER, today))
    (there,) = twee_regisseurs(demo_caseload, page(demo_caseload, CETIN, today))
    assert (here.kind, here.kenmerk, here.regisseur) == ("Finn", CETIN, "Sanne Dijkstra")
    assert (there.kenmerk, there.regisseur) == (BAKKER, "Tim van Beusekom")
    red = {row.kenmerk for row in families.rows(demo_caseload, today) if row.twee_regisseurs}
    assert red == {BAKKER, CETIN}
    assert twee_regisseurs(demo_caseload, page(demo_caseload, KOWALSKA, today)) == ()


def test_somebody_is_noticed_while_he_is_entered(demo_caseload: Caseload, today: date) -> None:
    family = page(demo_caseload, KOWALSKA, today)
    child = replace(finn(page(demo_caseload, BAKKER, today)), id=new_id())
    typed = replace(family, dossier=put(family.dossier, child))
    assert {each.kenmerk for each in te_beslissen(demo_caseload, typed, child.id)} == {BAKKER, CETIN}
    assert te_beslissen(demo_caseload, typed, family.dossier.personen[0].id) == ()


def test_one_decision_counts_in_both_until_its_day(demo_caseload: Caseload, today: date) -> None:
    family = page(demo_caseload, BAKKER, today)
    other = page(demo_caseload, CETIN, today)
    later = today + timedelta(days=90)
    besluit = Dubbel(
        new_id(),
        finn(family).id,
        other.dossier.id,
        DubbelKeuze.TWEE_PLANNEN,
        "Beide ouders willen een eigen plan",
        later,
    )
    after = demo_caseload.change("besluit", family, lambda seen: beslis(seen, besluit))
    assert te_beslissen(demo_caseload, after) == ()
    assert te_beslissen(demo_caseload, other) == ()
    assert len(te_beslissen(demo_caseload, replace(after, op=later))) == 1
    assert len(te_beslissen(demo_caseload, replace(other, op=later))) == 1
    (red,) = twee_regisseurs(demo_caseload, other)
    assert red.rood.keuze is DubbelKeuze.TWEE_PLANNEN, "whatever was decided, it stays red"
    demo_caseload.undo(family.dossier.id)
    assert len(te_beslissen(demo_caseload, family)) == 1


@pytest.mark.parametrize(("reden", "dag", "code"), [("", True, Code.REASON_MISSING), ("Ja", False, Code.UNTIL_MISSING)])
def test_two_plans_need_a_reason_and_a_day(
    demo_caseload: Caseload, today: date, reden: str, dag: bool, code: Code
) -> None:
    family, other = page(demo_caseload, BAKKER, today), page(demo_caseload, CETIN, today)
    day = today if dag else None
    besluit = Dubbel(new_id(), finn(family).id, other.dossier.id, DubbelKeuze.TWEE_PLANNEN, reden, day)
    with make.refused(code):
        dubbel.beslis(family, besluit)


def test_who_is_shielded_elsewhere_is_not_named_here(demo_caseload: Caseload, today: date) -> None:
    there = page(demo_caseload, CETIN, today)
    helper = next(each for each in there.dossier.betrokkenheden if each.id == regisseur_on(there.dossier, today))
    shield = Afscherming(new_id(), (finn(there).id,), (), (Feit.HULPVERLENER,), (helper.id,))
    demo_caseload.change("afschermen", there, lambda seen: replace(seen, dossier=put(seen.dossier, shield)))
    family = page(demo_caseload, BAKKER, today)
    (red,) = twee_regisseurs(demo_caseload, family)
    (maybe,) = te_beslissen(demo_caseload, family)
    assert (red.regisseur, maybe.regisseur) == ("afgeschermd", "afgeschermd")
    for kenmerk in (BAKKER, CETIN):
        rows = elders(demo_caseload, page(demo_caseload, kenmerk, today))
        told = " ".join(f"{each.tekst} {each.onder}" for each in rows)
        assert "afgeschermd" in told
        assert "Sanne Dijkstra" not in told
