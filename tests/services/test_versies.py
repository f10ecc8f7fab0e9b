"""A version says for ever what the plan said, with the names of then, and never what may not be read today."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Dossier, Onderdeel
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, Kring, VoorWie
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import drop, get, part_fields, put
from gezinsplan.domain.versies import Antwoord, PlanVersie, VersieStatus, Verstrekking
from gezinsplan.services import paper, versies
from gezinsplan.services.caseload import Caseload, Family, Team
from gezinsplan.services.families import by_kenmerk
from gezinsplan.services.identity import new_id
from gezinsplan.services.paper import Blad
from gezinsplan.texts.dates import today
from tests import make
from tests.make import KIND, MAMA, OMA, ROB, day, refused, uid
from tests.printing.paper import text_of

TEAM = Team(make.a_kaart(), make.a_praktijk())
PLAN = make.a_dossier(
    make.a_regisseurschap(houder=MAMA, vervanger=uid(901)),
    make.a_betrokkenheid(professional=uid(901), leefgebieden=(uid(702),)),
    make.a_doel(leefgebied=uid(701)),
    make.a_score(),
    make.an_actie(wie=(ROB,)),
    make.a_tekst(),
    make.a_huishouden(),
    make.a_bewoning(),
    make.a_gezagsverhouding(),
    make.a_veiligheidsafspraak(),
)


def family(dossier: Dossier = PLAN, op: int = 10) -> Family:
    return Family(dossier, TEAM, day(op))


def version(of: Family, **changes: object) -> PlanVersie:
    return make.a_versie(dag=of.op, inhoud=versies.freeze(of), **changes)


def test_each_kind_of_part_is_in_the_plan_or_is_about_the_work_on_it() -> None:
    """Who adds a kind of part decides here whether a version keeps it."""
    about_the_work = {
        "afschermingen", "agendapunten", "besprekingen", "checks", "doorbraken", "contactmomenten", "planversies",
        "akkoorden", "verstrekkingen", "banden", "klikken", "plekken", "dubbelen", "deelnames", "besluiten",
        "meldcodestappen", "relaties", "stappen", "tussenfasen", "andere_plannen",
    }  # fmt: skip
    kept = {name for kind, name in part_fields(Dossier).items() if kind in versies.IN_PLAN}
    assert kept | about_the_work == {*part_fields(Dossier).values()}
    assert not kept & about_the_work


def test_what_happened_to_somebody_is_in_no_version() -> None:
    happened = make.a_tekst(id=uid(52), onderdeel=Onderdeel.VOORVAL, woorden="Wat er gebeurde")
    assert "Wat er gebeurde" not in version(family(put(PLAN, happened))).inhoud


def test_it_comes_back_whole_with_the_names_of_then() -> None:
    was = family()
    versie = version(was)
    kaart = put(TEAM.kaart, make.a_professional(naam="Iemand anders"), make.an_organisatie(naam="Andere naam"))
    praktijk = replace(TEAM.praktijk, leefgebieden=())
    now = Family(put(PLAN, make.a_doel(woorden="Iets anders"), versie), Team(kaart, praktijk), day(90))
    then = versies.thaw(versie, now)
    assert then.dossier == PLAN
    assert then.team.kaart == TEAM.kaart
    assert [each.naam for each in then.team.praktijk.leefgebieden] == ["Wonen", "Geld"]
    assert then.op == day(10)
    check(then.dossier)


def test_only_who_is_named_in_the_plan_is_kept_of_the_sociale_kaart() -> None:
    others = put(TEAM.kaart, make.a_professional(id=uid(950), naam="Ver weg"), make.an_organisatie(id=uid(850)))
    now = replace(family(), team=replace(TEAM, kaart=others))
    then = versies.thaw(version(now), now)
    assert [each.id for each in then.team.kaart.professionals] == [uid(901)]
    assert [each.id for each in then.team.kaart.organisaties] == [uid(801)]


def test_what_is_shielded_since_is_shielded_in_an_old_version_too() -> None:
    told = put(PLAN, make.a_tekst(woorden="Wij wonen aan de Kerkstraat 12 en later op de Dorpsweg 3"))
    versie = version(family(told))
    moved = make.a_huishouden(id=uid(26), straat="Dorpsweg", huisnummer="3")
    lives = make.a_bewoning(id=uid(27), huishouden=uid(26))
    shield = make.an_afscherming(wat=(Feit.ADRES,), vanaf=day(20))
    now = family(put(told, versie, moved, lives, shield), 30)
    then = versies.thaw(versie, now)
    for lezer in (None, OMA):
        said = " ".join(each.woorden for each in versies.seen_by(lezer, then, now).teksten)
        assert "Kerkstraat" not in said
        assert "Dorpsweg" not in said
    assert "Kerkstraat 12" in versies.seen_by(MAMA, then, now).teksten[0].woorden
    assert "Kerkstraat" not in versies.on_screen(then, now).dossier.teksten[0].woorden


def test_a_helper_that_is_shielded_since_has_no_name_in_an_old_version() -> None:
    told = put(PLAN, make.a_tekst(woorden="Sanne Dijkstra van De Brug helpt ons"))
    versie = version(family(told))
    shield = make.an_afscherming(wat=(Feit.HULPVERLENER, Feit.ORGANISATIE), betrokkenheden=(ROB,))
    renamed = replace(TEAM, kaart=put(TEAM.kaart, make.a_professional(naam="Sanne de Wit")))
    now = Family(put(told, versie, shield), renamed, day(30))
    seen = versies.seen_by(OMA, versies.thaw(versie, now), now)
    assert "Sanne" not in seen.teksten[0].woorden
    assert seen.betrokkenheden[0].omschrijving == "afgeschermd"


@pytest.mark.parametrize("circle", [ALLEEN_DOSSIER, VoorWie(Kring.PERSONEN, (MAMA,))])
def test_what_a_reader_may_read_no_more_is_not_in_an_old_version_for_him(circle: VoorWie) -> None:
    versie = version(family())
    now = family(put(PLAN, versie, make.a_doel(leefgebied=uid(701), voor_wie=circle)), 30)
    then = versies.thaw(versie, now)
    assert versies.seen_by(KIND, then, now).doelen == ()
    assert bool(versies.seen_by(MAMA, then, now).doelen) is (circle != ALLEEN_DOSSIER)


def test_what_was_not_for_a_reader_then_is_not_now() -> None:
    hidden = put(PLAN, make.a_doel(leefgebied=uid(701), voor_wie=ALLEEN_DOSSIER))
    versie = version(family(hidden))
    now = family(put(PLAN, versie), 30)
    assert versies.seen_by(MAMA, versies.thaw(versie, now), now).doelen == ()


def test_no_reader_gets_a_version_whole_or_hears_who_received_it() -> None:
    dossier = put(PLAN, version(family()), make.an_akkoord(), make.a_verstrekking())
    seen = versies.seen_by(KIND, family(dossier), family(dossier))
    assert [each.inhoud for each in seen.planversies] == [""]
    assert seen.verstrekkingen == ()
    assert "Ik wil rust" not in str(seen.planversies)


def test_an_answer_about_a_hidden_helper_is_not_told() -> None:
    hidden = make.a_betrokkenheid(voor_wie=ALLEEN_DOSSIER)
    dossier = put(PLAN, hidden, version(family()), make.an_akkoord(deelnemer=ROB))
    assert versies.seen_by(MAMA, family(dossier), family(dossier)).akkoorden == ()


def test_agreed_while_the_plan_says_the_same() -> None:
    versie = version(family())
    same = family(put(PLAN, versie, make.a_score(id=uid(72), datum=day(20))), 30)
    assert versies.still_agreed(same) == versie
    other = family(put(PLAN, versie, make.an_actie(wat="Iets anders")), 30)
    assert versies.still_agreed(other) is None
    proposal = version(family(), status=VersieStatus.CONCEPT)
    assert versies.still_agreed(family(put(PLAN, proposal), 30)) is None


# ---------------------------------------------------------------- on paper


@pytest.fixture
def now(demo_caseload: Caseload) -> Family:
    return demo_caseload.family(by_kenmerk(demo_caseload, "G-2025-014").id, today())


def frozen(now: Family, **changes: object) -> PlanVersie:
    whole = {"status": VersieStatus.VASTGESTELD, "dag": now.op, **changes}
    return PlanVersie(new_id(), 1, inhoud=versies.freeze(now), **whole)  # type: ignore[arg-type]


def test_a_version_prints_again_exactly_whatever_changed_since(now: Family) -> None:
    versie = frozen(now)
    agreed = replace(now, dossier=put(now.dossier, versie))
    first = {blad: text_of(paper.render(agreed, None, "1", blad, versie)) for blad in Blad}
    helper = next(each for each in now.dossier.betrokkenheden if each.professional is not None)
    renamed = replace(get(now.team.kaart, Professional, helper.professional or helper.id), naam="Heel Iemand Anders")
    goal = replace(now.dossier.doelen[0], woorden="Een ander doel")
    later = Family(
        put(drop(agreed.dossier, *(each.id for each in agreed.dossier.acties)), goal),
        replace(now.team, kaart=put(now.team.kaart, renamed)),
        now.op + timedelta(days=400),
    )
    assert {blad: text_of(paper.render(later, None, "1", blad, versie)) for blad in Blad} == first
    assert "Zo spreken we het af: versie 1" in first[Blad.PLAN]
    live = text_of(paper.render(later, None, "1"))
    assert "Dit is nog een voorstel: versie 2" in live
    assert "Een ander doel" in live


def test_a_proposal_says_so_also_when_it_is_printed_again(now: Family) -> None:
    versie = frozen(now, status=VersieStatus.CONCEPT)
    text = text_of(paper.render(replace(now, dossier=put(now.dossier, versie)), None, "1", Blad.PLAN, versie))
    assert "Dit is nog een voorstel: versie 1" in text
    assert "Zo spreken we het af" not in text


def test_the_paper_keeps_the_words_of_who_does_not_agree(now: Family) -> None:
    versie = frozen(now)
    mama, papa, lisa = now.dossier.personen[:3]
    helper = next(each for each in now.dossier.betrokkenheden if each.professional is not None)
    said = (
        make.an_akkoord(id=new_id(), versie=versie.id, deelnemer=mama.id, datum=now.op),
        make.an_akkoord(
            id=new_id(), versie=versie.id, deelnemer=papa.id, datum=now.op,
            antwoord=Antwoord.NIET_AKKOORD, toelichting="Om de week is genoeg",
        ),
        make.an_akkoord(
            id=new_id(), versie=versie.id, deelnemer=helper.id, datum=now.op,
            antwoord=Antwoord.NIET_AKKOORD, toelichting="Daar heb ik geen uren voor",
        ),
        make.an_akkoord(
            id=new_id(), versie=versie.id, deelnemer=lisa.id, datum=now.op, vorm=None,
            antwoord=Antwoord.NIET_GEVRAAGD, toelichting="Ze was op kamp",
        ),
    )  # fmt: skip
    told = replace(now, dossier=put(now.dossier, versie, *said))
    text = text_of(paper.render(told, None, "1", Blad.PLAN, versie))
    for words in (
        "mama: akkoord",
        "papa: niet akkoord",
        "“Om de week is genoeg”",
        "doet dit niet",
        "Daar heb ik geen uren voor",
        "Lisa: kon niet worden gevraagd",
        "Ze was op kamp",
    ):
        assert words in text
    signatures = text.split("Handtekeningen")[1]
    assert "Lisa" in signatures  # she can sign still
    assert "Anouk" not in signatures
    for_papa_only = replace(said[1], voor_wie=VoorWie(Kring.PERSONEN, (papa.id,)))
    hidden = replace(told, dossier=put(told.dossier, for_papa_only))
    assert "Om de week" not in text_of(paper.render(hidden, None, "1", Blad.PLAN, versie))
    assert "Om de week" in text_of(paper.render(hidden, papa.id, "1", Blad.PLAN, versie))


def test_the_terminal_prints_what_was_agreed_while_it_holds(now: Family, demo_caseload: Caseload) -> None:
    versie = frozen(now)
    agreed = put(now.dossier, versie)
    made = paper.family_plan(demo_caseload, now.team, agreed, None, now.op)
    assert "Zo spreken we het af" in text_of(made.pdf)
    changed = put(agreed, replace(now.dossier.doelen[0], woorden="Een ander doel"))
    made = paper.family_plan(demo_caseload, now.team, changed, None, now.op)
    assert "Dit is nog een voorstel: versie 2" in text_of(made.pdf)


# ---------------------------------------------------------------- in the vault


def test_giving_is_not_undone_but_agreeing_is(now: Family, demo_caseload: Caseload) -> None:
    root, versie = now.dossier.id, frozen(now)
    agreed = demo_caseload.change("vaststellen", now, lambda fam: replace(fam, dossier=put(fam.dossier, versie)))
    demo_caseload.undo(root)
    assert demo_caseload.dossier(root).planversies == ()
    demo_caseload.redo(root)
    agreed = demo_caseload.family(root, now.op)
    assert agreed.dossier.planversies == (versie,)
    given = make.a_verstrekking(id=new_id(), versie=versie.id, deelnemer=now.dossier.personen[0].id, datum=now.op)
    demo_caseload.change("geven", agreed, lambda fam: replace(fam, dossier=put(fam.dossier, given)))
    assert demo_caseload.steps.undo_name(root) == ""
    with refused(Code.NOTHING_TO_UNDO):
        demo_caseload.undo(root)
    (kept,) = demo_caseload.dossier(root).verstrekkingen
    assert isinstance(kept, Verstrekking)
    assert kept == given
    assert demo_caseload.is_whole()
