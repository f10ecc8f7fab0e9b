"""The parts that pages are made of: named for who cannot see them, and never clipped."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.presenters.backup_words import Line
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import danger, icon_button, link, primary, secondary
from gezinsplan.ui.cards import Banner, Card, EmptyState, Facts, Page, columns, stack
from gezinsplan.ui.fields import FormField, LongText, SearchField, Secret
from gezinsplan.ui.frame import Attention, Entry, PageHeader, SavedState, SideBar, TabRow
from gezinsplan.ui.inputs import Check, Choice, Flow
from gezinsplan.ui.labels import Chip, Elided, Words, heading, muted, small, strong
from gezinsplan.ui.tokens import Size, Tone

pytestmark = pytest.mark.usefixtures("dressed")

LONG = "Sinds het begin van dit plan ging het aantal professionals van vijftien naar vier, en dat is gevierd."


def spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def page() -> Page:
    role = Choice()
    role.addItems(["Regisseur", "Vast", "Tijdelijk"])
    wrong = FormField("Vanaf", QLineEdit("31-02"), "Dag, maand of alleen een jaar.")
    wrong.set_error("31-02 is geen dag. Schrijf bijvoorbeeld 28-02-2026.")
    left = stack(
        Card("In het kort", link("Aanpassen", glyph="pencil")).add(Words(LONG), muted(LONG), small(LONG)),
        Card("Doelen").add(EmptyState("Nog geen doelen", LONG, primary("Doel toevoegen", glyph="plus"), "target")),
        Banner(LONG, Tone.RED, ("Iemand kiezen…", lambda: None)),
    )
    right = stack(
        Card("Wie").add(
            strong("Sanne Dijkstra"),
            Facts(("Vervanger", "Jeroen Mulder"), ("Dossierhouder", LONG)),
            Flow(Chip("Veilig genoeg, 5 nov", Tone.GREEN, "circle-check"), Chip("2 te laat", Tone.RED), Chip("Nazorg")),
            Flow(primary("Ontgrendelen"), secondary("Andere kluis…"), danger("Verwijderen…"), icon_button("x", "Weg")),
        ),
        Card("Toevoegen").add(
            FormField("Waar helpt zij bij?", LongText("Emre gaat elke dag naar school."), LONG, optional=True),
            wrong,
            FormField("Rol", role),
            FormField("Wachtwoord (een zin mag)", Secret(), LONG),
            Check("Heeft gezag"),
            SearchField("Zoek gezin of persoon"),
        ),
    )
    return Page(columns((left, 1), (right, 1)))


def clipped(whole: QWidget) -> list[str]:
    """The words that do not fit in their place, or stick out of what they lie in."""
    found = []
    for part in whole.findChildren(QWidget):
        if not part.isVisibleTo(whole) or not isinstance(part, (QLabel, QPushButton)) or isinstance(part, Elided):
            continue
        asked = part.heightForWidth(part.width()) if isinstance(part, Words) else part.sizeHint().height()
        narrow = not isinstance(part, Words) and part.width() < part.sizeHint().width()
        parent = part.parentWidget()
        assert parent is not None
        if part.height() < asked or narrow or not parent.rect().contains(part.geometry()):
            found.append(part.text())
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_text_fits(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.dress(qapp, scale)
    whole = page()
    qtbot.addWidget(whole)
    whole.resize(1150, 700)
    whole.show()
    qtbot.waitExposed(whole)
    assert clipped(whole) == []


def test_the_page_scrolls_down_not_sideways(qtbot: QtBot, qapp: QApplication) -> None:
    theme.dress(qapp, 1.5)
    whole = page()
    qtbot.addWidget(whole)
    whole.resize(1100, 400)
    whole.show()
    qtbot.waitExposed(whole)
    assert whole.verticalScrollBar().maximum() > 0
    assert whole.horizontalScrollBar().maximum() == 0


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    whole = page()
    qtbot.addWidget(whole)
    controls = [part for part in whole.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = {type(part).__name__: spoken(part) for part in controls if not isinstance(part, QAbstractItemView)}
    assert all(named.values()), named
    assert len(controls) > 10


def test_every_target_is_large_enough(qtbot: QtBot) -> None:
    whole = page()
    qtbot.addWidget(whole)
    whole.resize(1100, 700)
    whole.show()
    qtbot.waitExposed(whole)
    low = [part.text() for part in whole.findChildren(QPushButton) if part.isVisible() and part.height() < 32]
    assert low == []


def test_an_error_is_seen_said_and_taken_away(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = FormField("Vanaf", line, "Dag, maand of jaar.")
    qtbot.addWidget(field)
    field.show()
    field.set_error("Dit is geen dag.")
    assert spoken(line) == "Vanaf"
    assert spoken(line, QAccessible.Text.Description) == "Dit is geen dag. Dag, maand of jaar."
    assert [label.text() for label in field.findChildren(QLabel) if label.isVisible()][-1] == "Dit is geen dag."
    field.set_error()
    assert spoken(line, QAccessible.Text.Description) == "Dag, maand of jaar."
    assert field.error() == ""
    assert line.property("invalid") is False


def test_the_label_of_a_field_leads_to_it(qtbot: QtBot) -> None:
    secret = Secret()
    field = FormField("Wachtwoord", secret)
    qtbot.addWidget(field)
    assert field.label.buddy() is secret.line
    assert spoken(secret.line) == "Wachtwoord"


def test_a_passphrase_is_hidden_until_asked(qtbot: QtBot) -> None:
    secret = Secret()
    qtbot.addWidget(secret)
    look = secret.findChild(QPushButton)
    assert isinstance(look, QPushButton)
    assert secret.line.echoMode() == QLineEdit.EchoMode.Password
    assert secret.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    look.click()
    assert (secret.line.echoMode(), look.text()) == (QLineEdit.EchoMode.Normal, "Verbergen")
    assert spoken(look) == "Wachtwoord verbergen"
    look.click()
    assert (secret.line.echoMode(), look.text()) == (QLineEdit.EchoMode.Password, "Tonen")
    assert spoken(look) == "Wachtwoord tonen"


def test_text_of_a_family_is_never_markup(qtbot: QtBot) -> None:
    name = Words("<b>Şahin</b> & zn")
    qtbot.addWidget(name)
    assert name.textFormat() == Qt.TextFormat.PlainText
    assert Words("<b>x</b>", rich=True).textFormat() == Qt.TextFormat.RichText


def test_a_long_name_is_shortened_and_told_whole(qtbot: QtBot) -> None:
    name = Elided("Van der Meulen tot Nijenhuis – Abdelkader-Özdemir", "title")
    qtbot.addWidget(name)
    name.resize(120, 30)
    name.show()
    assert name.text().endswith("…")
    assert name.toolTip() == spoken(name) == name.whole()
    name.resize(2000, 30)
    qtbot.waitUntil(lambda: name.text() == name.whole())
    assert name.toolTip() == ""


def test_a_long_text_grows_and_tab_leaves_it(qtbot: QtBot) -> None:
    text = LongText(lines=2, most=5)
    qtbot.addWidget(text)
    text.resize(300, 10)
    text.show()
    low = text.height()
    text.setPlainText("regel\n" * 4)
    assert text.height() > low
    high = text.height()
    text.setPlainText("regel\n" * 400)
    assert low < high <= text.height() < 8 * text.fontMetrics().lineSpacing()
    with qtbot.waitSignal(text.left):
        QApplication.sendEvent(text, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def test_escape_empties_the_search(qtbot: QtBot) -> None:
    search = SearchField("Zoek gezin")
    qtbot.addWidget(search)
    search.setText("sahin")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert spoken(search) == "Zoek gezin"


def test_a_banner_acts_and_closes(qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner("Er is geen vervanger.", Tone.AMBER, ("Iemand kiezen…", lambda: done.append("chosen")))
    qtbot.addWidget(banner)
    banner.show()
    banner.announce()
    act, close = banner.findChildren(QPushButton)
    act.click()
    with qtbot.waitSignal(banner.closed):
        close.click()
    assert done == ["chosen"]
    assert not banner.isVisible()


def test_a_card_is_emptied_at_once(qtbot: QtBot) -> None:
    card = Card("Wie").add(strong("Sanne"), stack(small("regisseur"), Flow(Chip("vast"))))
    qtbot.addWidget(card)
    card.clear()
    assert [label.text() for label in card.findChildren(QLabel)] == ["Wie"]


def test_the_side_bar_goes_and_counts(qtbot: QtBot) -> None:
    bar = SideBar("Gezinsplan", [Entry("gezinnen", "Mijn gezinnen", "house"), Entry("kaart", "Sociale kaart", "users")])
    qtbot.addWidget(bar)
    bar.set_count("gezinnen", 18)
    went: list[str] = []
    bar.set_status([Line("Kluis ontgrendeld")], went.append)
    bar.set_status([Line("Kluis ontgrendeld"), Line("Nog geen reservekopie", attention=True)], went.append)
    (asks,) = bar.findChildren(Attention)
    QTest.keyClick(asks, Qt.Key.Key_Space)
    assert (spoken(asks), went) == ("Nog geen reservekopie", ["backups"])
    bar.choose("gezinnen")
    bar.show()
    first, second = bar.findChildren(QPushButton)
    assert spoken(first) == "Mijn gezinnen, 18"
    with qtbot.waitSignal(bar.chosen) as gone:
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert gone.args == ["kaart"]
    assert (first.isChecked(), second.isChecked()) == (False, True)
    assert second.sizeHint().height() >= Size.TARGET
    bar.set_count("gezinnen", None)
    assert spoken(first) == "Mijn gezinnen"


def test_the_header_goes_back_and_gives_way(qtbot: QtBot) -> None:
    back: list[str] = []
    header = PageHeader(SavedState(), secondary("Wijzigen…"), primary("Plan afdrukken"))
    qtbot.addWidget(header)
    header.show_title("De Vries – Yılmaz", ("Mijn gezinnen", lambda: back.append("list")))
    header.show_chip("Aan de slag")
    header.resize(1100, 60)
    header.show()
    low = header.sizeHint().height()
    crumb = header.findChildren(QPushButton)[0]
    assert spoken(crumb) == "Terug naar Mijn gezinnen"
    crumb.click()
    assert back == ["list"]
    header.resize(420, 60)
    qtbot.waitUntil(lambda: header.sizeHint().height() > low)  # the actions went under the name
    header.show_title("Mijn gezinnen")
    header.show_chip("")
    assert not crumb.isVisible()


def test_tabs_are_walked_with_arrows(qtbot: QtBot) -> None:
    tabs = TabRow("Overzicht", "Gezin en netwerk", "Wie helpt", "Plan")
    qtbot.addWidget(tabs)
    tabs.show()
    with qtbot.waitSignal(tabs.chosen) as chosen:
        QTest.keyClick(tabs.bar, Qt.Key.Key_Right)
    assert chosen.args == [1]


def test_saved_is_said_in_words(qtbot: QtBot) -> None:
    state = SavedState()
    qtbot.addWidget(state)
    said = []
    for change in (state.saving, state.saved, state.unsaved):
        change()
        said.append(state.text())
    assert said == ["Opslaan…", "Bewaard", "Nog niet bewaard"]


def test_a_tick_is_painted(qtbot: QtBot) -> None:
    box = Check("Heeft gezag")
    qtbot.addWidget(box)
    empty = box.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != empty


def test_a_heading_says_itself(qtbot: QtBot) -> None:
    title = heading("Wie helpt", "title")
    qtbot.addWidget(title)
    assert spoken(title) == "Wie helpt"
