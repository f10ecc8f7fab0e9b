"""What nobody does now, on the tab Wie helpt: each hole opens what solves it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from gezinsplan.domain.dossier import Actie
from gezinsplan.domain.values import get, put
from gezinsplan.services.caseload import Family
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.messages import Message
from gezinsplan.ui.regie_dialog import RegieDialog
from tests.ui.helpt import DE_VRIES, GEHEIM, OTS, ZONDER_REGISSEUR, Shown, gone, opened, press, words

pytestmark = pytest.mark.usefixtures("dressed")


def test_a_vacancy_opens_choosing_the_regisseur(shown: Shown) -> None:
    tab = shown.open(ZONDER_REGISSEUR)
    assert "Niemand doet dit nu" in words(tab.holes)
    press(tab.holes, "Oplossen…")
    assert opened(tab, RegieDialog).windowTitle() == "Regisseur kiezen"


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
