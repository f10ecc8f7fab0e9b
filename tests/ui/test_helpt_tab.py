"""The tab Wie helpt in a real window on a real vault: one test per wire."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.services.caseload import Family
from gezinsplan.services.families import NieuwGezin, new_family
from gezinsplan.texts.dates import today
from gezinsplan.ui import theme
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.labels import Elided, Words
from gezinsplan.ui.line_card import CountingDialog
from gezinsplan.ui.messages import Message
from tests.ui.helpt import DE_VRIES, GEHEIM, ZONDER_REGISSEUR, Shown, opened, press, words

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_tab_shows_drawing_line_and_table(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    assert "Aantal hulpverleners: 15 → 4" in words(tab)
    assert "Samen afgesproken: 3. Iedereen meegerekend: 7 mensen van 7 organisaties." in words(tab)
    assert tab.drawing.accessibleName().startswith("In het midden staat het gezin, 4 personen. Daaromheen: Sanne")
    assert tab.line.chart.accessibleName().startswith("Aantal hulpverleners: van 15")
    assert shown.rows()[0].naam == "Sanne Dijkstra"
    assert tab.holes.isHidden()
    assert tab.empty.isHidden()


def test_who_stopped_is_shown_when_asked(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    before = len(shown.rows())
    assert tab.who.ended.text() == "11 gestopt – toon"
    tab.who.ended.click()
    assert tab.who.ended.text() == "11 gestopt – verberg"
    assert len(shown.rows()) == before + 11
    first = next(at for at, each in enumerate(shown.rows()) if each.rol is Rol.GESTOPT)
    assert tab.who.table.viewport().rect().contains(tab.who.table.visualRect(tab.who.rows.index(first, 0)))
    tab.who.ended.click()
    assert len(shown.rows()) == before


def test_enter_opens_the_chosen_helper(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    tab.who.table.setFocus()
    QTest.keyClick(tab.who.table, Qt.Key.Key_Down)
    QTest.keyClick(tab.who.table, Qt.Key.Key_Return)
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    assert form.answers["naam"].get() == shown.rows()[1].naam


def test_a_double_click_opens_a_helper(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    place = tab.who.table.visualRect(tab.who.rows.index(0, 0)).center()
    QTest.mouseClick(tab.who.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tab.who.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    opened(tab, FormDialog)


def test_the_drawing_opens_helpers_and_own_people(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    for box in tab.drawing._drawing.vakken:
        if box.titel in ("Rob de Boer", "oma Fatma"):
            place = tab.drawing._canvas().box(box).center().toPoint()
            QTest.mouseDClick(tab.drawing, Qt.MouseButton.LeftButton, pos=place)
            form = opened(tab, FormDialog)
            assert isinstance(form, FormDialog)
            assert form.answers["naam"].get() in ("Rob de Boer", "Fatma Yılmaz")
            form.close()


def test_a_field_that_is_changed_there_is_seen_in_the_table(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    tab.open_part(shown.helper("Karin Smit").id)
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    tab.who.table.choose(shown.row("Karin Smit"))
    form.answers["frequentie"].put("elke dag")
    form.answers["frequentie"].left.emit()
    assert shown.row("Karin Smit").inzet == "elke dag"
    chosen = tab.who.table.current()
    assert chosen is not None
    assert chosen.naam == "Karin Smit"  # what was chosen stays chosen


@pytest.mark.parametrize(
    ("verb", "title"), [("Iemand toevoegen", "Iemand toevoegen"), ("Tijdelijk erbij…", "Tijdelijk erbij")]
)
def test_somebody_can_be_added(shown: Shown, verb: str, title: str) -> None:
    tab = shown.open(DE_VRIES)
    press(tab, verb)
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    assert form.form.title == title
    form.answers["naam"].put("Fenna Achterberg")
    form.answers["vraag"].put("Samen naar de bieb")
    form.answers["verwacht_tot"].put("1-1-2100")
    form.go.click()
    assert shown.row("Fenna Achterberg").rol is (Rol.VAST if "toevoegen" in verb else Rol.TIJDELIJK)


def test_afronden_is_about_the_chosen_one(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    tab.who.table.choose(shown.row("Rob de Boer"))
    press(tab, "Afronden…")
    dialog = opened(tab, EindeDialog)
    assert isinstance(dialog, EindeDialog)
    assert dialog.helper == shown.helper("Rob de Boer").id
    assert "Rob de Boer afronden" in words(dialog)


def test_afronden_without_a_choice_asks_who(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    press(tab, "Afronden…")
    dialog = opened(tab, EindeDialog)
    assert "Wie stopt er?" in words(dialog)


def test_wie_telt_mee_opens_the_list(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    tab.line.counting.click()
    told = words(opened(tab, CountingDialog))
    assert "Telt mee: 4" in told
    assert "Telt niet mee: 3" in told
    assert "vaste basis · Basisschool De Triangel" in told
    assert "Daarnaast zijn er 2 mensen uit familie, vrienden en buren." in told
    press(opened(tab, CountingDialog), "Sluiten")


def test_nobody_yet_says_what_this_is_for(shown: Shown) -> None:
    team = shown.caseload.team()
    assert team is not None
    made = new_family(shown.caseload, team, NieuwGezin("Nieuw", today(), ik_ben_regisseur=False, reden="Net gemeld"))
    tab = shown.open(made.gezin.kenmerk)
    assert "Wie helpt dit gezin?" in words(tab)
    assert [each.isHidden() for each in (tab.around, tab.line, tab.who, tab.holes)] == [True, True, True, False]
    assert tab.holes.height() < 200
    asked: list[bool] = []
    tab.entry.connect(lambda: asked.append(True))
    press(tab.empty, "Wie komen er allemaal?")
    assert asked


def test_all_gone_still_offers_who_stopped(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    ended = [each for each in shown.presenter.family.dossier.betrokkenheden if each.tot is not None]

    def only_ended(family: Family) -> Family:
        dossier = replace(family.dossier, betrokkenheden=tuple(ended))
        bare = replace(
            dossier,
            regisseurschappen=(replace(dossier.regisseurschappen[0], houder=None, tot=None, vervanger=None),),
            acties=(),
            teksten=(),
            agendapunten=(),
            besprekingen=(),
            checks=(),
            veiligheidsafspraken=(),
            maatregelen=(),
            banden=(),
            klikken=(),
            contactmomenten=(),
            deelnames=(),
            akkoorden=(),
            verstrekkingen=(),
            andere_plannen=(),
            tussenfasen=(),
        )
        return replace(
            family,
            dossier=replace(
                bare, betrokkenheden=tuple(replace(each, overgenomen_door=None) for each in bare.betrokkenheden)
            ),
        )

    shown.presenter.change("leeg", only_ended)
    assert [each.values for each in shown.refused] == []
    assert "Op dit moment helpt er niemand." in words(tab)
    assert tab.who.table.isHidden()
    tab.who.ended.click()
    assert len(shown.rows()) == len(ended)


# ---------------------------------------------------------------- shielded


def test_a_shielded_helper_is_asked_for_first(shown: Shown) -> None:
    tab = shown.open(GEHEIM)
    hidden = shown.row("afgeschermd")
    tab.open_part(hidden.id)
    question = opened(tab, Message)
    assert question.windowTitle() == "Hier staan afgeschermde gegevens in"
    press(question, "Annuleren")
    assert not [each for each in tab.findChildren(FormDialog) if each.isVisible()]
    tab.who.table.choose(hidden)
    press(tab, "Afronden…")
    press(opened(tab, Message), "Toon en ga verder")
    assert not shown.presenter.state.shielded
    assert "afgeschermd" not in [each.naam for each in shown.rows()]
    tab.open_part(hidden.id)
    opened(tab, FormDialog)


# ---------------------------------------------------------------- fitting


def clipped(whole: QWidget) -> list[str]:
    """The words that do not fit in their place, or stick out of what they lie in."""
    found = []
    for part in whole.findChildren(QWidget):
        if not part.isVisibleTo(whole) or not isinstance(part, (QLabel, QPushButton)) or isinstance(part, Elided):
            continue
        asked = part.heightForWidth(part.width()) if isinstance(part, Words) else part.sizeHint().height()
        narrow = not isinstance(part, Words) and part.width() < part.sizeHint().width()
        parent = part.parentWidget()
        if parent is not None and (part.height() < asked or narrow or not parent.rect().contains(part.geometry())):
            found.append(part.text())
    return found


@pytest.mark.parametrize("kenmerk", [DE_VRIES, ZONDER_REGISSEUR])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1158), (1.0, 700), (1.5, 1158), (2.0, 1158)])
def test_texts_fit(qtbot: QtBot, shown: Shown, qapp: QApplication, kenmerk: str, scale: float, width: int) -> None:
    theme.dress(qapp, scale)
    large = Shown(qtbot, shown.caseload)
    tab = large.open(kenmerk, width)
    assert clipped(tab) == []
    assert tab.page.horizontalScrollBar().maximum() == 0
    beside = tab.around.y() == tab.line.y()
    assert beside is (scale == 1.0 and width > 1000)


def test_all_controls_have_a_name(shown: Shown) -> None:
    tab = shown.open(ZONDER_REGISSEUR)
    nameless = [each for each in tab.findChildren(QPushButton) if not (each.text() or each.accessibleName())]
    assert nameless == []
    assert tab.who.table.accessibleName() == "Wie helpt"
