"""What the tab Wie helpt shows, without a window."""

from dataclasses import replace

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gaten import GatSoort
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import Part, find, get
from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.presenters.wie_helpt import Rij, contact_form, gaten, is_hidden, wie_helpt
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    OMA,
    ROB,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_kaart,
    a_kind,
    a_maatregel,
    a_praktijk,
    a_regisseurschap,
    a_veiligheidsafspraak,
    an_actie,
    an_afscherming,
    day,
    on,
    refused,
    uid,
)

SANNE = uid(32)


def a_family(*parts: Part, op: int = 100, **gezin: object) -> Family:
    return Family(a_dossier(*parts, **gezin), Team(a_kaart(), a_praktijk()), day(op))


def sanne(**changes: object) -> Part:
    """The one with a name, of De Brug."""
    return a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", **changes)


def only(family: Family, gestopt: bool = False) -> Rij:
    (row,) = wie_helpt(family, gestopt).rijen
    return row


@pytest.mark.parametrize(
    ("changes", "rol", "woord", "inzet"),
    [
        ({"frequentie": "elke week"}, Rol.VAST, "vast", ("elke week", "")),
        (
            {"vorm": Vorm.BIJGESCHAKELD, "verwacht_tot": day(130), "frequentie": "elke week"},
            Rol.TIJDELIJK,
            "tijdelijk",
            ("elke week", "tot 10 mei"),
        ),
        (
            {"vorm": Vorm.BIJGESCHAKELD, "verwacht_tot": day(90), "frequentie": "elke week"},
            Rol.TIJDELIJK,
            "tijdelijk",
            ("elke week", "zou klaar zijn op 31 mrt"),
        ),
        ({"vaste_basis": True}, Rol.VASTE_BASIS, "vaste basis", ("telt niet mee", "")),
        ({"vorm": Vorm.OP_AFSTAND}, Rol.OP_AFSTAND, "op afstand", ("telt niet mee", "")),
        ({"soort": BetrokkenheidSoort.VRIJWILLIGER}, Rol.VRIJWILLIGER, "vrijwilliger", ("telt niet mee", "")),
        (
            {"soort": BetrokkenheidSoort.ERVARINGSDESKUNDIGE, "betaald": False},
            Rol.ERVARINGSDESKUNDIGE,
            "ervaringsdeskundige",
            ("telt niet mee", ""),
        ),
        (
            {"vanaf": None, "wachtlijst": True, "aangemeld_op": day(50)},
            Rol.WACHTLIJST,
            "wachtlijst",
            ("sinds 20 feb", ""),
        ),
        ({"vanaf": on(120), "overbrugging": OMA}, Rol.AANGEMELD, "aangemeld", ("begint 30 apr", "zolang helpt oma")),
        ({"tot": on(150), "frequentie": "elke week"}, Rol.VAST, "vast", ("elke week", "tot 30 mei")),
    ],
)
def test_a_row_says_as_what_and_how_often(
    changes: dict[str, object], rol: Rol, woord: str, inzet: tuple[str, str]
) -> None:
    row = only(a_family(a_betrokkenheid(**changes)))
    assert (row.rol, row.rol_woord, (row.inzet, row.inzet_onder)) == (rol, woord, inzet)
    assert row.te_laat is ("zou klaar" in inzet[1])


def test_the_regisseur_comes_first_and_goals_have_their_numbers() -> None:
    goals = a_doel(id=uid(61), prioriteit=2), a_doel(id=uid(62), prioriteit=1), a_doel(id=uid(63), prioriteit=3)
    term = a_regisseurschap(houder=SANNE)
    family = a_family(a_betrokkenheid(over=(KIND,)), sanne(doelen=(uid(61), uid(63))), term, *goals)
    first, second = wie_helpt(family, False).rijen
    assert (first.naam, first.organisatie, first.rol) == ("Sanne Dijkstra", "De Brug", Rol.REGISSEUR)
    assert (first.doelen, first.voor_wie) == ("2, 3", "heel gezin")
    assert (second.naam, second.voor_wie, second.doelen) == ("Rob van de begeleiding", "Noor Yılmaz", "")


def test_who_ended_is_counted_and_shown_when_asked() -> None:
    family = a_family(
        a_betrokkenheid(tot=on(50), reden_einde="Het is klaar"), sanne(tot=Datum(2024, 3), reden_einde="Verhuisd")
    )
    shown = wie_helpt(family, False)
    assert (shown.rijen, shown.gestopt, shown.leeg) == ((), 2, False)
    late, early = wie_helpt(family, True).rijen
    assert (late.rol, late.inzet, late.inzet_onder) == (Rol.GESTOPT, "gestopt maart 2024", "Verhuisd")
    assert (early.inzet, early.inzet_onder) == ("gestopt 20 feb", "Het is klaar")


def test_nobody_yet_is_empty() -> None:
    shown = wie_helpt(a_family(), False)
    assert shown.leeg
    assert shown.lijn.onder == (
        "Er is nog geen aantal afgesproken. Het gezin heeft nu met geen enkele hulpverlener te maken."
    )


def test_the_number_is_apart_from_what_the_family_feels() -> None:
    family = a_family(
        sanne(),
        a_betrokkenheid(id=uid(33), professional=uid(901), over=(KIND,)),
        a_betrokkenheid(vaste_basis=True),
        a_betrokkenheid(id=uid(34), omschrijving="maatje", soort=BetrokkenheidSoort.VRIJWILLIGER),
        a_betrokkenheid(id=uid(35), omschrijving="psycholoog", vanaf=None, wachtlijst=True),
        streefaantal=1,
    )
    counted = wie_helpt(family, False).telt_mee
    assert [each.naam for each in counted.mee] == ["Sanne Dijkstra"]
    assert [(each.naam, each.rol_woord) for each in counted.niet] == [
        ("Rob van de begeleiding", "vaste basis"),
        ("maatje", "vrijwilliger"),
        ("psycholoog", "wachtlijst"),
    ]
    assert (counted.iedereen, counted.organisaties, counted.netwerk) == (3, 1, 1)
    line = wie_helpt(family, False).lijn
    assert (line.start, line.nu, line.streefaantal, line.kop) == (1, 1, 1, "Aantal hulpverleners: 1")
    assert line.onder == "Samen afgesproken: 1. Iedereen meegerekend: 3 mensen van 1 organisatie."


def test_a_volunteer_who_is_regisseur_does_not_count_and_says_why() -> None:
    helper = a_betrokkenheid(soort=BetrokkenheidSoort.VRIJWILLIGER)
    shown = wie_helpt(a_family(helper, a_regisseurschap(houder=ROB)), False)
    assert [each.rol_woord for each in shown.telt_mee.niet] == ["regisseur, vrijwilliger van een organisatie"]


def test_the_line_falls_from_start_to_now() -> None:
    line = wie_helpt(a_family(a_betrokkenheid(tot=on(50)), sanne()), False).lijn
    assert line.kop == "Aantal hulpverleners: 2 → 1"
    assert [(each.datum, each.aantal) for each in line.punten] == [(day(0), 2), (day(50), 1), (day(100), 1)]
    assert line.tekst == ("Aantal hulpverleners: van 2 in jan 2024 naar 1 nu. Er is nog geen aantal afgesproken.")
    assert (line.eerste_maand, line.laatste_maand) == ("jan 2024", "apr 2024")


def test_a_family_that_starts_later_has_a_line_too() -> None:
    early = a_family(sanne(), op=-10)
    assert wie_helpt(early, False).lijn.punten[0].datum == day(-10)


# ---------------------------------------------------------------- what nobody does now


def test_holes_are_told_in_words_the_child_first() -> None:
    gone = a_betrokkenheid(tot=on(40), over=(KIND,))
    ended = a_regisseurschap(houder=ROB, tot=day(40))
    vacant = a_regisseurschap(id=uid(42), vanaf=day(40), reden="Rob is weg")
    family = a_family(gone, an_actie(wie=(ROB,)), ended, vacant)
    told = [(each.soort, each.tekst, each.onder, each.van) for each in gaten(family)]
    since = "sinds 10 feb, dit deed Rob van de begeleiding"
    assert told == [
        (GatSoort.KIND, "Contact houden met Noor Yılmaz", since, ROB),
        (GatSoort.REGIE, "Regisseur zijn van dit gezin", since, ROB),
        (GatSoort.ACTIE, "De school bellen", since, ROB),
    ]


def test_safety_that_nobody_keeps_is_told_first() -> None:
    safety = (a_veiligheidsafspraak(wie=(ROB,)), a_maatregel())
    family = a_family(a_betrokkenheid(tot=on(40), over=(uid(11),)), a_regisseurschap(houder=OMA), *safety)
    assert [each.tekst for each in gaten(family)] == [
        "Mama belt oma als het spannend wordt",
        "Nakijken of dit gebeurt: Mama belt oma als het spannend wordt",
        "Uitvoeren: ondertoezichtstelling",
    ]


def test_a_place_that_was_always_vacant_names_nobody() -> None:
    (hole,) = gaten(a_family())
    assert (hole.onder, hole.van) == ("sinds 1 jan", None)


def hole_of_child(*more: Part) -> Family:
    return a_family(a_betrokkenheid(tot=on(40), over=(KIND,)), a_regisseurschap(houder=OMA), *more)


def test_a_helper_becomes_the_contact_of_a_child() -> None:
    family = hole_of_child(sanne(over=(uid(11),)))
    (hole,) = gaten(family)
    form = contact_form(family, hole)
    options = {each.label for each in form.fields[0].options}
    assert options == {"Kies iemand", "mama", "oma", "Sanne Dijkstra"}
    assert form.intro == "Sinds 10 feb, dit deed Rob van de begeleiding."
    after = form.apply(family, {"overgenomen_door": SANNE, "geen_overname_omdat": ""})
    assert gaten(after) == ()
    assert KIND in get(after.dossier, Betrokkenheid, SANNE).over


@pytest.mark.parametrize(
    "answers",
    [
        {"overgenomen_door": OMA, "geen_overname_omdat": ""},
        {"overgenomen_door": None, "geen_overname_omdat": "Noor wil dat nu niet"},
    ],
)
def test_oma_or_a_reason_closes_the_hole(answers: dict[str, object]) -> None:
    family = hole_of_child()
    (hole,) = gaten(family)
    assert gaten(contact_form(family, hole).apply(family, answers)) == ()


def test_no_answer_or_somebody_who_is_gone_is_refused() -> None:
    family = hole_of_child(sanne(tot=on(50), over=(uid(11),)))
    (hole,) = gaten(family)
    form = contact_form(family, hole)
    with refused(Code.STILL_CARRIES, field="overgenomen_door"):
        form.apply(family, {"overgenomen_door": None, "geen_overname_omdat": " "})
    with refused(Code.TAKEOVER_NOT_THERE, field="overgenomen_door"):
        form.apply(family, {"overgenomen_door": SANNE, "geen_overname_omdat": ""})


def test_a_shielded_helper_reads_afgeschermd() -> None:
    shield = an_afscherming(beschermt=(KIND,), wat=(Feit.HULPVERLENER,), betrokkenheden=(SANNE,))
    family = a_family(sanne(), a_betrokkenheid(), shield, a_kind())
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    told = " ".join(f"{each.naam} {each.organisatie}" for each in wie_helpt(seen, True).rijen)
    person = find(family.team.kaart, Professional, uid(901))
    assert person is not None
    assert person.naam not in told
    assert "De Brug" not in told
    assert wie_helpt(seen, True).lijn.onder.endswith("Iedereen meegerekend: 2 mensen.")
    assert (is_hidden(family, seen, SANNE), is_hidden(family, seen, ROB, None)) == (True, False)
