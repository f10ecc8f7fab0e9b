"""The family that fifteen people come to goes to two through the talks; each step printed, undone and redone."""

from datetime import date

from gezinsplan.domain import gesprek
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.gaten import holes
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.overname import Overname
from gezinsplan.services import betrokken, cijfers, families, minder, paper
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.identity import new_id
from gezinsplan.services.paper import Blad
from tests.printing.paper import text_of

FIFTEEN = "G-2026-012"


def leave(family: Family, betrokkenheid: minder.Wie, mama: object) -> Family:
    """He goes today; mama takes over what nobody else does."""
    dossier, op, who = family.dossier, family.op, betrokkenheid.betrokkenheid
    taker = dossier.personen[0].id
    assert taker == mama
    last = gesprek.over_te_nemen(dossier, who, Uitkomst.AFRONDEN, op)
    overname = Overname(acties={each: (taker,) for each in last.acties}, contact_door=taker if last.kinderen else None)
    talk = Bespreking(new_id(), who, op, Uitkomst.AFRONDEN)
    after = gesprek.afronden(dossier, talk, Einde(Datum.op(op), "Wij doen het zelf", "het gezin"), overname)
    return Family(after, family.team, op)


def test_fifteen_become_two(demo_caseload: Caseload, today: date) -> None:
    family = demo_caseload.family(families.by_kenmerk(demo_caseload, FIFTEEN).id, today)
    root, mama = family.dossier.id, family.dossier.personen[0].id
    before_all = cijfers.figures(demo_caseload, today).totaal
    assert before_all is not None
    for left in range(14, 1, -1):
        found = minder.answer(family.dossier, family.team.kaart, today)
        assert (found.nu, found.grootte) == (left + 1, 2)
        first = found.ploegen[0].gaan[0].wie
        after = demo_caseload.change("gesprek", family, lambda seen, who=first: leave(seen, who, mama))  # type: ignore[misc]
        agree_on(demo_caseload, root, today, left)
        demo_caseload.undo(root)
        agree_on(demo_caseload, root, today, left + 1)
        demo_caseload.redo(root)
        agree_on(demo_caseload, root, today, left)
        family = demo_caseload.family(root, today)
        assert not holes(after.dossier, today)
    assert minder.answer(family.dossier, family.team.kaart, today).ploegen[0].gaan == ()
    after_all = cijfers.figures(demo_caseload, today).totaal
    assert after_all is not None
    assert before_all.nu - after_all.nu == 13
    text = text_of(paper.render(family, None, "1", Blad.LIJN))
    assert "Van 15 naar 2" in text
    assert text.count("is gestopt: Wij doen het zelf") == 13
    assert demo_caseload.is_whole()


def agree_on(caseload: Caseload, root: object, today: date, number: int) -> None:
    """Screen, list, data and paper say the same number."""
    (row,) = [each for each in families.rows(caseload, today) if each.id == root]
    family = caseload.family(row.id, today)
    assert row.nu == number
    assert aantal_professionals(family.dossier, today) == number
    found = betrokken.involved(family.dossier, family.team.kaart, today, today)
    assert (
        found["aantal_professionals"]
        == betrokken.line(family.dossier, family.team.kaart, today)[-1]["aantal"]
        == number
    )
    assert f": {number}." in text_of(paper.render(family, None, "1", Blad.LIJN))
