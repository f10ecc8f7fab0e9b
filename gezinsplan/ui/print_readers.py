"""What is printed and for whom: a card to choose each from, and one that tells what is left out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy

from gezinsplan.presenters.print_plan import Lezer, PrintState, VersieKeuze
from gezinsplan.services.paper import Blad
from gezinsplan.texts import _
from gezinsplan.ui.cards import Card
from gezinsplan.ui.labels import muted, small


class ReaderChoice(QRadioButton):
    """Somebody for whom the plan can be printed, or a version of it; a long name shortens itself."""

    def __init__(self, whole: str, why_not: str = "") -> None:
        """Show the name; `why_not` is why it cannot be chosen."""
        super().__init__()
        self._whole = whole
        self.setAccessibleName(whole)
        self.setAccessibleDescription(why_not)
        self.setEnabled(not why_not)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten for the new width."""
        super().resizeEvent(event)
        room = self.width() - self.sizeHint().width() + self._advance(self.text())
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if shown == self._whole else self._whole)
        if shown != self.text():
            self.setText(shown)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.sizeHint().height() * 4, self.sizeHint().height())

    def _advance(self, text: str) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(text)


class Papers(Card):
    """The papers about a family."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """The plan is what is printed most."""
        super().__init__(_("Wat drukt u af?"))
        self.choices: dict[Blad, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._offer(Blad.PLAN, _("Het plan"))
        self._offer(Blad.WIE_DOET_WAT, _("Wie doet wat"))
        self._offer(Blad.LIJN, _("De lijn en de regisseurs"))
        self._offer(Blad.STAMBOOM, _("De stamboom"))

    def _offer(self, blad: Blad, name: str) -> None:
        choice = QRadioButton(name)
        self._group.addButton(choice)
        choice.clicked.connect(lambda _on: self.chosen.emit(blad))
        self.choices[blad] = choice
        self.add(choice)

    def show_state(self, state: PrintState) -> None:
        """Show which it is now."""
        self.choices[state.blad].setChecked(True)


class Versions(Card):
    """The plan of now and the versions that were made of it; hidden while there are none."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """Start without any."""
        super().__init__(_("Welke versie?"))
        self.choices: dict[object, ReaderChoice] = {}
        self._versies: tuple[VersieKeuze, ...] = ()
        self._group = QButtonGroup(self)
        self.hide()

    def show_state(self, state: PrintState) -> None:
        """Show them, with the one that is printed now."""
        self.setVisible(bool(state.versies))
        if state.versies != self._versies:
            self.forget()
            self._versies = state.versies
            for versie in state.versies:
                self._offer(versie)
        if state.versies:
            self.choices[state.versie].setChecked(True)

    def forget(self) -> None:
        """Show none."""
        self._versies, self.choices = (), {}
        self.clear()

    def _offer(self, versie: VersieKeuze) -> None:
        choice = ReaderChoice(versie.naam)
        self._group.addButton(choice)
        choice.clicked.connect(lambda _on: self.chosen.emit(versie.id))
        self.choices[versie.id] = choice
        self.add(choice)


class Readers(Card):
    """The family together and each person; who cannot be chosen has the reason under the name."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """Start without anybody."""
        super().__init__(_("Voor wie"))
        self.choices: dict[object, ReaderChoice] = {}
        self._lezers: tuple[Lezer, ...] = ()
        self._group = QButtonGroup(self)

    def show_state(self, state: PrintState) -> None:
        """Show everybody, with the one for whom it is now."""
        new = state.lezers != self._lezers
        if new:
            self.forget()
            self._lezers = state.lezers
            for lezer in state.lezers:
                self._offer(lezer)
        if state.voor is not None:
            self.choices[state.voor.id].setChecked(True)
        if new:
            self._take_keyboard()

    def forget(self) -> None:
        """Show nobody."""
        self._lezers = ()
        self.choices = {}
        self.clear()

    def _take_keyboard(self) -> None:
        """The page begins where somebody is chosen."""
        choices = [each for each in self.choices.values() if each.isEnabled()]
        first = next((each for each in choices if each.isChecked()), choices[0] if choices else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, lezer: Lezer) -> None:
        whole = f"{lezer.naam} \N{MIDDLE DOT} {lezer.voluit}" if lezer.voluit else lezer.naam
        choice = ReaderChoice(whole, lezer.reden)
        self._group.addButton(choice)
        choice.clicked.connect(lambda _on: self.chosen.emit(lezer))
        self.choices[lezer.id] = choice
        self.add(choice)
        choice.show()  # at once, so that it can have the keyboard
        if lezer.reden:
            self.add(small(lezer.reden))


class LeftOut(Card):
    """What is not on this paper, in general words."""

    def __init__(self) -> None:
        """Start hidden: nobody has been chosen."""
        super().__init__(_("Wat staat er niet op?"))
        self.hide()

    def show_state(self, state: PrintState) -> None:
        """Tell it for the reader who was chosen."""
        self.clear()
        self.setVisible(state.voor is not None)
        for line in state.weggelaten or (_("Er is niets weggelaten."),):
            self.add(muted(line))
