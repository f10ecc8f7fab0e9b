"""The sociale kaart over all families: who is where, who is written down twice, and two made one with undo."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.delen import shielded_helpers
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.dubbel import Gelijkenis
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import put
from gezinsplan.services import families, sociale_kaart
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.services.sociale_kaart import Rol, Visitekaartje
from gezinsplan.storage.vault import Vault
from tests import make
from tests.make import uid


@pytest.fixture
def kaart(demo_caseload: Caseload) -> SocialeKaart:
    return team(demo_caseload).kaart


def team(caseload: Caseload) -> Team:
    found = caseload.team()
    assert found is not None
    return found


def person(kaart: SocialeKaart, naam: str) -> UUID:
    return next(each.id for each in kaart.professionals if each.naam == naam)


def office(kaart: SocialeKaart, naam: str) -> UUID:
    return next(each.id for each in kaart.organisaties if each.naam == naam)


def test_in_which_of_my_families(demo_caseload: Caseload, kaart: SocialeKaart, today: date) -> None:
    found = sociale_kaart.families_by(demo_caseload, today)
    rob = {each.kenmerk: each.rol for each in found[person(kaart, "Rob de Boer")]}
    assert rob["G-2026-012"] is Rol.HELPT
    assert rob["G-2025-011"] is Rol.HIELP
    jeroen = {each.kenmerk: each.rol for each in found[person(kaart, "Jeroen Mulder")]}
    assert jeroen["G-2025-014"] is Rol.VERVANGER
    assert jeroen["G-2026-004"] is Rol.HELPT, "the strongest of what he is there"
    bram = {each.kenmerk: each.rol for each in found[person(kaart, "Bram Nieuwkerk")]}
    assert bram["G-2026-012"] is Rol.KOMT
    closed = [each for each in found[person(kaart, "Sanne Dijkstra")] if not each.open]
    assert [each.kenmerk for each in closed] == ["G-2024-001"]
    assert found[person(kaart, "Sanne Dijkstra")][-1] == closed[0], "open ones first"
    assert office(kaart, "Jeugd-GGZ De Linde") in found


def test_what_is_shielded_is_in_no_list(demo_caseload: Caseload, kaart: SocialeKaart, today: date) -> None:
    found = sociale_kaart.families_by(demo_caseload, today)
    dossier = families.by_kenmerk(demo_caseload, "G-2026-007")
    hidden = shielded_helpers(dossier, None, today)
    assert hidden
    for helper in hidden:
        assert helper.professional is not None
        there = {each.gezin for each in found.get(helper.professional, ())}
        assert dossier.id not in there
    assert dossier.id not in {each.gezin for each in found.get(office(kaart, "Opvang De Luwte"), ())}
    assert dossier.id in {each.gezin for each in found[person(kaart, "Stefan Kuijpers")]}


def test_a_new_vault_has_no_families(vault: Vault, today: date) -> None:
    assert sociale_kaart.families_by(Caseload(vault), today) == {}


def test_doubles_are_noticed_at_entry(kaart: SocialeKaart) -> None:
    typed = Visitekaartje("petra zwanenburg", organisatie="gezinshulp thuisbij", telefoon="06 1234 1208")
    first, second = sociale_kaart.lookalikes(kaart, typed)
    assert (first.gelijkenis, second.gelijkenis) == (Gelijkenis.GELIJK, Gelijkenis.MOGELIJK)
    by_phone = sociale_kaart.lookalikes(kaart, Visitekaartje("P. Z.", telefoon="0031612341208"))
    assert {each.id for each in by_phone} == {first.id, second.id}
    assert [each.id for each in sociale_kaart.lookalikes(kaart, Visitekaartje(organisatie="De Kade"))] == [
        office(kaart, "Jeugdhulp De Kade")
    ]
    assert sociale_kaart.lookalikes(kaart, Visitekaartje("Iemand Nieuw", organisatie="Nergens")) == ()


def test_two_become_one_in_every_family_and_back(demo_caseload: Caseload, kaart: SocialeKaart, today: date) -> None:
    stays, goes = person(kaart, "Petra Zwanenburg"), person(kaart, "Petra Zwanenberg")
    before = sociale_kaart.families_by(demo_caseload, today)
    assert before[goes]
    numbers = {row.kenmerk: row.nu for row in families.rows(demo_caseload, today)}
    merged = sociale_kaart.merge(demo_caseload, kaart, stays, goes)
    assert goes not in {each.id for each in merged.professionals}
    after = sociale_kaart.families_by(demo_caseload, today)
    assert {each.gezin for each in after[stays]} == {each.gezin for each in (*before[stays], *before[goes])}
    assert goes not in after
    assert {row.kenmerk: row.nu for row in families.rows(demo_caseload, today)} == numbers
    assert demo_caseload.is_whole()

    demo_caseload.undo(kaart.id)
    assert replace(team(demo_caseload).kaart, versie=0) == replace(kaart, versie=0)
    assert sociale_kaart.families_by(demo_caseload, today) == before
    demo_caseload.redo(kaart.id)
    assert sociale_kaart.families_by(demo_caseload, today) == after
    assert demo_caseload.is_whole()


def test_an_organisation_takes_its_people_along(demo_caseload: Caseload, kaart: SocialeKaart) -> None:
    stays, goes = office(kaart, "Gezinshulp Thuisbij"), office(kaart, "Thuisbij")
    merged = sociale_kaart.merge(demo_caseload, kaart, stays, goes)
    petra = next(each for each in merged.professionals if each.naam == "Petra Zwanenberg")
    assert petra.organisatie == stays
    assert demo_caseload.is_whole()


def test_the_user_himself_can_be_one_of_two(demo_caseload: Caseload, kaart: SocialeKaart) -> None:
    me = team(demo_caseload).praktijk.gebruiker.professional
    kaart = sociale_kaart.save(demo_caseload, kaart, Professional(uid(7), "S. Dijkstra"))
    sociale_kaart.merge(demo_caseload, kaart, uid(7), me)
    assert team(demo_caseload).praktijk.gebruiker.professional == uid(7)
    assert all(each.gezin.dossierhouder != me for each in _all(demo_caseload))
    demo_caseload.undo(kaart.id)
    assert team(demo_caseload).praktijk.gebruiker.professional == me


def _all(caseload: Caseload) -> list[Dossier]:
    return [caseload.dossier(row.id) for row in families.rows(caseload, date(2026, 1, 1))]


def test_one_human_twice_in_a_family_counts_once_after_it(vault: Vault) -> None:
    caseload = Caseload(vault)
    one, other = (
        make.a_professional(id=uid(902), naam="Rob de Boer"),
        make.a_professional(id=uid(903), naam="R de Boer"),
    )
    helpers = (
        make.a_betrokkenheid(professional=one.id),
        make.a_betrokkenheid(id=uid(32), professional=other.id),
    )
    kaart, dossier, _praktijk = caseload.do(
        "begin", (None, make.a_kaart(one, other)), (None, make.a_dossier(*helpers)), (None, make.a_praktijk())
    )
    assert isinstance(kaart, SocialeKaart)
    assert aantal_professionals(caseload.dossier(dossier.id), make.day(5)) == 2
    sociale_kaart.merge(caseload, kaart, one.id, other.id)
    assert aantal_professionals(caseload.dossier(dossier.id), make.day(5)) == 1
    caseload.undo(kaart.id)
    assert aantal_professionals(caseload.dossier(dossier.id), make.day(5)) == 2


def test_undo_is_refused_when_a_family_changed_it_since(
    demo_caseload: Caseload, kaart: SocialeKaart, today: date
) -> None:
    goes = person(kaart, "Petra Zwanenberg")
    sociale_kaart.merge(demo_caseload, kaart, person(kaart, "Petra Zwanenburg"), goes)
    family = demo_caseload.family(families.by_kenmerk(demo_caseload, "G-2026-018").id, today)
    helper = next(each for each in family.dossier.betrokkenheden if each.vorm == "bijgeschakeld")
    changed = put(family.dossier, replace(helper, vraag="Een uur slaap"))
    demo_caseload.do("vraag", (family.dossier, changed))
    with make.refused(Code.CHANGED_SINCE):
        demo_caseload.undo(kaart.id)


def test_what_is_in_use_stays_and_what_is_not_may_go(demo_caseload: Caseload, kaart: SocialeKaart) -> None:
    for who in (person(kaart, "Rob de Boer"), office(kaart, "Jeugdhulp De Kade"), person(kaart, "Sanne Dijkstra")):
        with make.refused(Code.KAART_IN_USE):
            sociale_kaart.remove(demo_caseload, kaart, who)
    kaart = sociale_kaart.save(
        demo_caseload, kaart, Organisatie(uid(5), "Nieuw", Sector.ZORG, waarvoor="Alles"), Professional(uid(6), "Bo")
    )
    left = sociale_kaart.remove(demo_caseload, kaart, uid(6))
    left = sociale_kaart.remove(demo_caseload, left, uid(5))
    assert uid(5) not in {each.id for each in left.organisaties}
    assert demo_caseload.is_whole()


def test_a_card_is_checked(demo_caseload: Caseload, kaart: SocialeKaart) -> None:
    with make.refused(Code.EMPTY, field="naam"):
        sociale_kaart.save(demo_caseload, kaart, Professional(uid(6), " "))


def test_a_shielded_helper_is_not_told_as_stand_in_or_dossierhouder_either(vault: Vault) -> None:
    caseload = Caseload(vault)
    helper = make.a_betrokkenheid(professional=uid(901))
    term = make.a_regisseurschap(vervanger=uid(901))
    shield = make.an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(helper.id,))
    caseload.do("begin", (None, make.a_kaart()), (None, make.a_dossier(helper, term)), (None, make.a_praktijk()))
    told = sociale_kaart.families_by(caseload, make.day(5))
    assert {each.rol for each in told[uid(901)]} == {Rol.HELPT}
    seen = caseload.dossier(make.GEZIN)
    caseload.do("afgeschermd", (seen, put(seen, shield)))
    assert sociale_kaart.families_by(caseload, make.day(5)) == {}
