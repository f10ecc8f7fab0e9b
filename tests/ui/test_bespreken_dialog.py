"""The talk about one helper in a real window on a real vault: what follows, drafts, refusals in their place."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.gesprek import latest
from gezinsplan.domain.overleg import Uitkomst
from gezinsplan.domain.values import get
from gezinsplan.presenters.bespreken import Gevolg
from gezinsplan.ui.bespreken_dialog import BesprekenDialog
from gezinsplan.ui.messages import Message
from tests.ui.helpt import DE_VRIES, GEHEIM, Shown, opened, words

pytestmark = pytest.mark.usefixtures("dressed")

KARIN = "Karin Smit"


def about(shown: Shown, name: str) -> BesprekenDialog:
    shown.tab.who.table.choose(shown.row(name))
    shown.tab.who.talk.click()
    dialog = opened(shown.tab, BesprekenDialog)
    assert isinstance(dialog, BesprekenDialog)
    return dialog


def answer(dialog: BesprekenDialog, name: str, said: Any) -> None:
    found = dialog.answers[name]
    found.put(said)
    found.changed.emit()
    found.left.emit()
    QApplication.processEvents()


def test_the_questions_follow_what_is_agreed(shown: Shown) -> None:
    shown.open(DE_VRIES)
    dialog = about(shown, KARIN)
    assert "tot" not in dialog.answers
    answer(dialog, "kan_netwerk", "Oma kan meegaan")
    answer(dialog, "gevolg", Gevolg.AFRONDEN)
    assert "Wanneer nemen we afscheid?" in words(dialog)
    assert dialog.answers["kan_netwerk"].get() == "Oma kan meegaan"
    answer(dialog, "later", True)
    assert "Wie neemt het over?" in words(dialog)
    assert "reden" not in dialog.answers
    answer(dialog, "later", False)
    answer(dialog, "gevolg", Gevolg.HOUDEN)
    assert "tot" not in dialog.answers


def test_who_stays_has_been_talked_about(shown: Shown) -> None:
    shown.open(DE_VRIES)
    waiting = shown.tab.who.still_to_talk.text()
    dialog = about(shown, KARIN)
    answer(dialog, "wie_nog", "Niemand")
    answer(dialog, "gevolg", Gevolg.HOUDEN)
    dialog.go.click()
    said = latest(shown.presenter.family.dossier, shown.helper(KARIN).id)
    assert said is not None
    assert (said.uitkomst, said.wie_nog) == (Uitkomst.HOUDEN, "Niemand")
    assert shown.tab.who.still_to_talk.text() != waiting
    shown.presenter.undo()
    assert latest(shown.presenter.family.dossier, shown.helper(KARIN).id) is None
    assert shown.tab.who.still_to_talk.text() == waiting


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(shown: Shown) -> None:
    shown.open(DE_VRIES)
    dialog = about(shown, KARIN)
    answer(dialog, "eerst_nodig", "Een plan voor als het weer slechter gaat")
    dialog.go.click()
    assert dialog.questions.fields["gevolg"].error()
    answer(dialog, "gevolg", Gevolg.AFRONDEN)
    dialog.go.click()
    assert dialog.questions.fields["reden"].error()
    assert dialog.answers["eerst_nodig"].get() == "Een plan voor als het weer slechter gaat"
    assert get(shown.presenter.family.dossier, Betrokkenheid, shown.helper(KARIN).id).tot is None
    dialog.reject()


def test_what_was_half_typed_comes_back(shown: Shown) -> None:
    shown.open(DE_VRIES)
    dialog = about(shown, KARIN)
    answer(dialog, "wie_nog", "Dat weten we nog ni")
    dialog.leave()
    dialog.hide()
    dialog.deleteLater()
    again = BesprekenDialog(shown.tab, shown.presenter, shown.helper(KARIN).id)
    assert again.answers["wie_nog"].get() == "Dat weten we nog ni"
    again.reject()
    fresh = BesprekenDialog(shown.tab, shown.presenter, shown.helper(KARIN).id)
    assert fresh.answers["wie_nog"].get() == ""
    fresh.reject()


def test_with_nobody_chosen_it_is_asked_about_whom(shown: Shown) -> None:
    shown.open(DE_VRIES)
    dialog = BesprekenDialog(shown.tab, shown.presenter)
    dialog.open()
    assert "Over wie praten we?" in words(dialog)
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_about_who_is_shielded_it_is_asked_first(shown: Shown) -> None:
    shown.open(GEHEIM)
    hidden = next(
        each
        for each in shown.presenter.family.dossier.betrokkenheden
        if each.id in {row.id for row in shown.rows()}
        and get(shown.presenter.seen.dossier, Betrokkenheid, each.id) != each
    )
    shown.tab.who.table.choose(next(each for each in shown.rows() if each.id == hidden.id))
    shown.tab.who.talk.click()
    assert not shown.tab.findChildren(BesprekenDialog)
    (message,) = (each for each in shown.tab.findChildren(Message) if each.isVisible())
    message.reject()
