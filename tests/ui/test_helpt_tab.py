"""The tab Wie helpt in a real window on a real vault: one test per wire."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import Actie, Betrokkenheid
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.namen import helper_name
from gezinsplan.domain.values import get, put
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.presenters.wie_helpt import Rij
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.families import NieuwGezin, by_kenmerk, new_family
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui import theme
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.helpt_tab import HelptTab
from gezinsplan.ui.labels import Elided, Words
from gezinsplan.ui.line_card import CountingDialog
from gezinsplan.ui.messages import Message
from tests.running import at_once

pytestmark = pytest.mark.usefixtures("dressed")

DE_VRIES, GEHEIM, ZONDER_REGISSEUR, OTS = "G-2025-014", "G-2026-007", "G-2025-019", "G-2025-008"


class Shown:
    """The tab with the presenter behind it, and what was refused."""

    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.refused: list[Refused] = []
        self.caseload = caseload
        self.presenter = FamilyPresenter(caseload, at_once, self._show, self.refused.append)
        self.tab = HelptTab(self.presenter)
        qtbot.addWidget(self.tab)

    def _show(self, state: FamilyState) -> None:
        self.tab.show_state(state)

    def open(self, kenmerk: str, width: int = 1158, height: int = 640) -> HelptTab:
        self.presenter.open(by_kenmerk(self.caseload, kenmerk).id)
        self.tab.resize(width, height)
        self.tab.show()
        QApplication.processEvents()
        return self.tab

    def rows(self) -> list[Rij]:
        return [self.tab.rows.row(each) for each in range(self.tab.rows.rowCount())]

    def row(self, name: str) -> Rij:
        return next(each for each in self.rows() if each.naam == name)

    def helper(self, name: str) -> Betrokkenheid:
        family = self.presenter.family
        return next(each for each in family.dossier.betrokkenheden if helper_name(each, family.team.kaart) == name)


@pytest.fixture
def folder(demo_folder: Path) -> Path:
    return demo_folder


@pytest.fixture
def shown(qtbot: QtBot, vault: Vault) -> Iterator[Shown]:
    caseload = Caseload(vault)
    made = Shown(qtbot, caseload)
    yield made
    for dialog in made.tab.findChildren(QDialog):
        dialog.close()


def opened(tab: HelptTab, kind: type[QDialog]) -> QDialog:
    """The one dialog of that kind that is on screen."""
    (dialog,) = (each for each in tab.findChildren(QDialog) if type(each) is kind and each.isVisible())
    return dialog


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def press(widget: QWidget, verb: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if each.text() == verb and each.isVisibleTo(widget)).click()


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
    assert tab.ended.text() == "11 gestopt – toon"
    tab.ended.click()
    assert tab.ended.text() == "11 gestopt – verberg"
    assert len(shown.rows()) == before + 11
    first = next(at for at, each in enumerate(shown.rows()) if each.rol is Rol.GESTOPT)
    assert tab.table.viewport().rect().contains(tab.table.visualRect(tab.rows.index(first, 0)))
    tab.ended.click()
    assert len(shown.rows()) == before


def test_enter_opens_the_chosen_helper(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    assert form.answers["naam"].get() == shown.rows()[1].naam


def test_a_double_click_opens_a_helper(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    place = tab.table.visualRect(tab.rows.index(0, 0)).center()
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    opened(tab, FormDialog)


def test_the_drawing_opens_helpers_and_own_people(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    for box in tab.drawing._drawing.vakken:
        if box.titel in ("Rob de Boer", "oma Fatma"):
            QTest.mouseClick(tab.drawing, Qt.MouseButton.LeftButton, pos=tab.drawing._box(box).center().toPoint())
            form = opened(tab, FormDialog)
            assert isinstance(form, FormDialog)
            assert form.answers["naam"].get() in ("Rob de Boer", "Fatma Yılmaz")
            form.close()


def test_a_field_that_is_changed_there_is_seen_in_the_table(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    tab.open_part(shown.helper("Karin Smit").id)
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    tab.table.choose(shown.row("Karin Smit"))
    form.answers["frequentie"].put("elke dag")
    form.answers["frequentie"].left.emit()
    assert shown.row("Karin Smit").inzet == "elke dag"
    chosen = tab.table.current()
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
    tab.table.choose(shown.row("Rob de Boer"))
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
    press(tab.empty, "Iemand toevoegen")
    opened(tab, FormDialog)


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
        )
        return replace(
            family,
            dossier=replace(
                bare, betrokkenheden=tuple(replace(each, overgenomen_door=None) for each in bare.betrokkenheden)
            ),
        )

    shown.presenter.change("leeg", only_ended)
    assert shown.refused == []
    assert "Op dit moment helpt er niemand." in words(tab)
    assert tab.table.isHidden()
    tab.ended.click()
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
    tab.table.choose(hidden)
    press(tab, "Afronden…")
    press(opened(tab, Message), "Toon en ga verder")
    assert not shown.presenter.state.shielded
    assert "afgeschermd" not in [each.naam for each in shown.rows()]
    tab.open_part(hidden.id)
    opened(tab, FormDialog)


# ---------------------------------------------------------------- what nobody does now


def test_a_vacancy_opens_choosing_the_regisseur(shown: Shown) -> None:
    tab = shown.open(ZONDER_REGISSEUR)
    assert "Niemand doet dit nu" in words(tab.holes)
    press(tab.holes, "Oplossen…")
    assert opened(tab, FormDialog).windowTitle() == "Regisseur kiezen"


def gone(shown: Shown, name: str) -> None:
    """Somebody is already gone, told in the dialog."""
    dialog = EindeDialog(shown.tab, shown.presenter, shown.helper(name).id)
    dialog.ways.al_weg.click()
    dialog.questions.answers["reden"].put("Ander werk")
    dialog.save()


def test_an_actie_without_anybody_is_solved_in_its_form(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    gone(shown, "Rob de Boer")
    assert "Schuldhulp afronden" in words(tab.holes)
    assert "dit deed Rob de Boer" in words(tab.holes)
    press(tab.holes, "Oplossen…")
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    actie = next(each for each in shown.presenter.family.dossier.acties if each.wat == "Schuldhulp afronden")
    form.answers["wie"].put((shown.helper("Inge Prins").id,))
    form.answers["wie"].left.emit()
    assert get(shown.presenter.family.dossier, Actie, actie.id).wie == (shown.helper("Inge Prins").id,)
    assert tab.holes.isHidden()
    shown.presenter.undo()
    assert not tab.holes.isHidden()


def test_a_child_without_contact_gets_one(shown: Shown) -> None:
    tab = shown.open(DE_VRIES)
    lisa = next(each for each in shown.presenter.family.dossier.personen if each.roepnaam == "Lisa")

    def alone(family: Family) -> Family:
        """Karin is the only one who sees Lisa."""
        away = [
            replace(each, over=(family.dossier.personen[0].id,))
            for each in family.dossier.betrokkenheden
            if not each.over and each.tot is None
        ]
        return replace(family, dossier=put(family.dossier, *away))

    shown.presenter.change("x", alone)
    gone(shown, "Karin Smit")
    assert "Contact houden met Lisa" in words(tab.holes)
    press(tab.holes, "Oplossen…")
    form = opened(tab, FormDialog)
    assert isinstance(form, FormDialog)
    form.go.click()
    assert form.fields["overgenomen_door"].error().startswith("Deze persoon doet nog iets")
    form.answers["overgenomen_door"].put(shown.helper("Sanne Dijkstra").id)
    form.go.click()
    assert lisa.id in shown.helper("Sanne Dijkstra").over
    assert "Contact houden met Lisa" not in words(tab.holes)


def test_each_hole_of_safety_opens_its_own_form(shown: Shown) -> None:
    tab = shown.open(OTS)
    gone(shown, "Marijke Vonk")
    assert "Uitvoeren: ondertoezichtstelling" in words(tab.holes)
    assert "Nakijken of dit gebeurt: Drinkt mama, dan gaan Jayden en Senna naar oma Ton" in words(tab.holes)
    solved = {"Besluit wijzigen": "uitvoerder", "Afspraak over veiligheid wijzigen": "controle_door"}
    taker = shown.helper("Naïma El Idrissi").id
    for button in tab.holes.findChildren(QPushButton):
        if "ondertoezicht" in button.accessibleName() or "Drinkt" in button.accessibleName():
            button.click()
            form = opened(tab, FormDialog)
            assert isinstance(form, FormDialog)
            name = solved.pop(form.form.step)
            form.answers[name].put(taker)
            form.answers[name].left.emit()
            form.go.click()
    assert solved == {}
    assert "Uitvoeren" not in words(tab.holes)
    assert "Nakijken" not in words(tab.holes)


def test_a_hole_of_a_shielded_helper_asks_first(shown: Shown) -> None:
    tab = shown.open(GEHEIM)
    family = shown.presenter.family
    hidden = shown.row("afgeschermd").id
    actie = replace(family.dossier.acties[0], wie=(hidden,))
    shown.presenter.change("x", lambda now: replace(now, dossier=put(now.dossier, actie)))
    dialog = EindeDialog(tab, shown.presenter, hidden)
    dialog.ways.al_weg.click()
    dialog.questions.answers["reden"].put("Ander werk")
    dialog.save()
    for button in [each for each in tab.holes.findChildren(QPushButton) if actie.wat in each.accessibleName()]:
        button.click()
    opened(tab, Message)


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
    assert tab.table.accessibleName() == "Wie helpt"
