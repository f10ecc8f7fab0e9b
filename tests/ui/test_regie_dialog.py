"""Choosing the regisseur in the real windows on a real vault: handover, klik, refusals, what is shielded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.banden import KlikSoort
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, RegieVorm
from gezinsplan.domain.namen import helper_name
from gezinsplan.domain.overdracht import beloften, nog_in_contact
from gezinsplan.domain.regie import line, term_on
from gezinsplan.domain.values import get, put
from gezinsplan.presenters.choices import OPEN_PLEK
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today, typed_date
from gezinsplan.ui.answers import Pick
from gezinsplan.ui.family_page import FamilyPage
from gezinsplan.ui.klik_dialog import KlikDialog
from gezinsplan.ui.messages import Message
from gezinsplan.ui.overzicht_tab import OverzichtTab
from gezinsplan.ui.regie_dialog import RegieDialog
from gezinsplan.ui.rows import OpenRow
from tests.ui.scene import SHIELDED, VACANT, Scene, settle
from tests.ui.test_kit import spoken

pytestmark = pytest.mark.usefixtures("dressed")


def family_page(presenter: FamilyPresenter) -> FamilyPage:
    return FamilyPage(presenter, lambda: None, lambda: None)


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[FamilyPage]]:
    scene = Scene(qtbot, vault, family_page)
    yield scene.open()
    assert scene.refused == []


def opened(page: Scene[FamilyPage]) -> RegieDialog:
    """The dialog, opened from the header."""
    page.view.change.click()
    dialog: RegieDialog = shown(page.view, RegieDialog)
    return dialog


def shown(where: QWidget, kind: type[Any]) -> Any:
    settle()
    return next(each for each in where.findChildren(kind) if each.isVisible())


def somebody(page: Scene[FamilyPage], name: str) -> UUID:
    kaart = page.presenter.family.team.kaart
    return next(each.id for each in page.dossier.betrokkenheden if helper_name(each, kaart) == name)


def holder(dossier: Dossier) -> UUID | None:
    term = term_on(dossier, today())
    return term.houder if term is not None else None


def fill(dialog: RegieDialog, **answers: Any) -> None:
    for name, answer in answers.items():
        dialog.answers[name].put(answer)
    dialog.go.click()
    settle()


def test_a_warm_handover_with_promises_that_move_or_stay(page: Scene[FamilyPage]) -> None:
    before, new = holder(page.dossier), somebody(page, "Karin Smit")
    assert before is not None
    promised = beloften(page.dossier, before, today())
    dialog = opened(page)
    boxes = dialog.answers["beloften"]
    assert {*boxes.get()} == {*promised.acties, *promised.afspraken, *promised.controles}
    stays, moves = promised.acties[:1], (*promised.acties[1:], *promised.controles)
    until = today() + timedelta(days=30)
    fill(
        dialog,
        houder=new,
        reden="Karin kent Lisa",
        mening_gezin="Fijn",
        gesprek_op=typed_date(today()),
        contact_tot=typed_date(until),
        beloften=moves,
    )
    after = page.dossier
    assert holder(after) == new
    assert beloften(after, before, today()).acties == stays
    assert {*beloften(after, new, today()).controles} >= {*promised.controles}
    contact = nog_in_contact(after, today())
    assert contact is not None
    assert (contact.houder, contact.tot) == (before, until)
    assert page.view.regisseur.whole() == "Karin Smit"
    page.view.undo.click()
    assert (holder(page.dossier), beloften(page.dossier, before, today())) == (before, promised)
    page.view.redo.click()
    assert replace(page.dossier, versie=after.versie) == after


def test_klik_is_answered_in_place_and_told_where_one_chooses(page: Scene[FamilyPage]) -> None:
    page.presenter.change("x", lambda family: family)
    dialog = opened(page)
    karin = somebody(page, "Karin Smit")
    dialog.answers["houder"].put(karin)
    dialog.klik.click()
    klik: KlikDialog = shown(dialog, KlikDialog)
    cell = next(each for each in klik.table.cells if each.accessibleDescription() == "papa over Karin Smit")
    choose(cell, KlikSoort.GEEN_CONTACT)
    given = next(
        each for each in page.dossier.klikken if each.deelnemer == karin and each.soort is KlikSoort.GEEN_CONTACT
    )
    klik.accept()
    settle()
    holds = dialog.answers["houder"].widget
    assert isinstance(holds, Pick)
    assert holds.get() == karin, "what was chosen stays"
    assert "wil geen contact: papa" in holds.currentText()
    dialog.reject()
    page.view.undo.click()
    assert given not in page.dossier.klikken
    page.view.redo.click()
    assert given in page.dossier.klikken


def choose(cell: Pick, answer: KlikSoort | None) -> None:
    cell.put(answer)
    cell.activated.emit(cell.currentIndex())
    settle()


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({}, "houder", "Dit is nog leeg."),
        ({"houder": OPEN_PLEK}, "reden", "Dit is nog leeg."),
        ({"houder": OPEN_PLEK, "reden": "ziek", "vanaf": "1-1-2020"}, "vanaf", "De regisseur van nu begon op"),
        ({"houder": "zelf", "reden": "ziek"}, "houder", "Dit is al de regisseur."),
        ({"houder": "Karin Smit", "reden": "ziek", "vorm": RegieVorm.ZELF}, "vorm", "Alleen iemand van het gezin"),
        ({"houder": "Karin Smit", "reden": "x", "vanaf": "morgen"}, "vanaf", "Deze datum bestaat niet."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(
    page: Scene[FamilyPage], answers: dict[str, Any], field: str, said: str
) -> None:
    dialog = opened(page)
    who = answers.get("houder")
    if who == "zelf":
        answers = {**answers, "houder": holder(page.dossier)}
    elif isinstance(who, str) and who != OPEN_PLEK:
        answers = {**answers, "houder": somebody(page, who)}
    before = page.dossier
    fill(dialog, **answers)
    assert said in dialog.fields[field].error()
    assert page.dossier == before
    dialog.reject()


def test_who_will_go_cannot_be_chosen_and_that_is_told(page: Scene[FamilyPage]) -> None:
    rob = get(page.dossier, Betrokkenheid, somebody(page, "Rob de Boer"))
    going = replace(rob, tot=Datum.op(today() + timedelta(days=90)))
    page.presenter.change("x", lambda family: replace(family, dossier=put(family.dossier, going)))
    dialog = opened(page)
    fill(dialog, houder=rob.id, reden="Rob wil wel")
    assert "in die hele tijd bij het gezin betrokken" in dialog.fields["houder"].error()
    dialog.reject()


def test_a_vacancy_stays_red_until_a_friend_takes_it(qtbot: QtBot, vault: Vault) -> None:
    page = Scene(qtbot, vault, family_page).open(VACANT)
    overview = page.view.views[0]
    assert isinstance(overview, OverzichtTab)
    assert overview.holes.isVisible()
    next(each for each in overview.holes.findChildren(QPushButton) if each.text() == "Oplossen…").click()
    dialog: RegieDialog = shown(overview, RegieDialog)
    friend = next(each for each in page.dossier.personen if each.soort == "netwerk" or each.roepnaam)
    fill(dialog, houder=friend.id, reden="Zij kent iedereen")
    assert holder(page.dossier) == friend.id
    assert page.view.vacant.isHidden()
    assert not overview.holes.isVisible()
    fill(opened(page), houder=OPEN_PLEK, reden="Toch te zwaar")
    assert page.view.vacant.isVisible()
    assert overview.holes.isVisible()
    assert "Toch te zwaar" in page.said()


def test_every_term_is_there_and_opens(page: Scene[FamilyPage]) -> None:
    overview = page.view.views[0]
    assert isinstance(overview, OverzichtTab)
    page.button("regie/line").click()
    first = line(page.dossier)[0]
    row = next(each for each in overview.regie.findChildren(OpenRow) if each.objectName() == f"{first.id}/open")
    assert "Jeroen" in spoken(row)
    row.click()
    form = page.form()
    form.answers["gekozen_door"].put("mama en papa")
    form.go.click()
    assert "gekozen door mama en papa" in page.said(), "the fold stays open"
    page.view.undo.click()
    assert "gekozen door mama en papa" not in page.said()


def test_what_is_shielded_is_asked_before_it_is_chosen_from(qtbot: QtBot, vault: Vault) -> None:
    page = Scene(qtbot, vault, family_page).open(SHIELDED)
    page.view.change.click()
    settle()
    assert not any(each.isVisible() for each in page.view.findChildren(RegieDialog))
    message = shown(page.view, Message)
    klik = KlikDialog(page.view, page.presenter)
    names = " ".join(each.accessibleDescription() for each in klik.table.cells)
    assert "afgeschermd" in names
    assert all(each not in names for each in shielded_names(page))
    message.accept()
    settle()
    assert shown(page.view, RegieDialog).isVisible()


def shielded_names(page: Scene[FamilyPage]) -> list[str]:
    family, hidden = (
        page.presenter.family,
        [each for shield in page.dossier.afschermingen for each in shield.betrokkenheden],
    )
    names = [helper_name(each, family.team.kaart) for each in family.dossier.betrokkenheden if each.id in hidden]
    assert names
    return names
