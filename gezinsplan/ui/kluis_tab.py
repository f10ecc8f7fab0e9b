"""Beheer, tab Kluis: what is lacking on top, the ways in, looking at the whole, and a new key."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gezinsplan.presenters.kluis import KluisPresenter, KluisState, WayRow, lacking_words
from gezinsplan.services.kluis import Toegang
from gezinsplan.texts import _
from gezinsplan.ui import messages, theme
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Banner, Card, Page, clear, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.kluis_dialogs import OrgKeyDialog, PassphraseDialog
from gezinsplan.ui.labels import Glyph, Line, muted, strong
from gezinsplan.ui.sheet_dialog import SheetDialog
from gezinsplan.ui.tokens import Size, Space, Tone

_GLYPHS = {
    Toegang.PASSPHRASE: "lock",
    Toegang.COMPUTER: "house",
    Toegang.SHEET: "file-text",
    Toegang.GEMEENTE: "shield",
    Toegang.OTHER: "circle-alert",
}


class KluisTab(QWidget):
    """The ways into the vault, each with what can be done with it."""

    new_key = Signal()
    """The user wants a new key, for which the vault is closed."""

    def __init__(self, presenter: KluisPresenter) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.presenter = presenter
        self._top = QVBoxLayout()
        self._ways = Card(_("Hoe deze kluis opengaat"))
        self.sheet = secondary(_("Herstelblad maken…"), self.make_sheet, "file-text")
        self.here = secondary(_("Openen zonder wachtwoord op deze computer"), presenter.allow_here, "house")
        self.gemeente = secondary(_("Sleutel van de gemeente toevoegen…"), self.add_key, "shield")
        self.passphrase = secondary(_("Wachtwoord wijzigen…"), self.change_passphrase, "lock")
        self.check = secondary(_("Kluis nakijken"), presenter.check, "circle-check")
        self.rekey = secondary(_("Nieuwe sleutel…"), self.new_key.emit, "shield")
        self._place()

    def _place(self) -> None:
        checking = Card(_("Is alles nog heel?")).add(
            muted(_("Kijkt alle bladzijden, sleutels en gezinnen na, en of er iets aan het logboek is veranderd.")),
            Flow(self.check),
        )
        leaked = Card(_("Kon iemand anders bij uw kluis?")).add(
            muted(_("Geef de kluis dan een nieuwe sleutel. Het oude herstelblad werkt daarna niet meer.")),
            Flow(self.rekey),
        )
        inside = QWidget()
        inside.setLayout(stack(self._top, self._ways, checking, leaked))
        inside.setMaximumWidth(theme.scaled(Size.READING))
        content = QHBoxLayout()
        content.addWidget(inside, 1)
        content.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.page = Page(content)
        whole.addWidget(self.page)

    def show_state(self, state: KluisState) -> None:
        """Show the ways and what is lacking."""
        clear(self._top)
        lacking = lacking_words(state.lacking)
        if lacking:
            step = (_("Herstelblad maken…"), self.make_sheet)
            self._top.addWidget(Banner(lacking, Tone.RED, step, closable=False))
        if state.outcome is not None:
            self._top.addWidget(_outcome(state.outcome))
        for button in (self.sheet, self.here, self.gemeente, self.passphrase):
            button.setParent(None)
        self._ways.clear()
        self._ways.add(muted(_("Kluis {number}").format(number=state.number)))
        for row in state.rows:
            self._ways.add(self._row(row), Line())
        self.sheet.setText(_("Herstelblad vernieuwen…") if state.has_sheet else _("Herstelblad maken…"))
        self._ways.add(Flow(self.passphrase, self.sheet, self.gemeente, self.here))
        for button in (self.passphrase, self.sheet, self.gemeente):
            button.show()
        self.here.setVisible(not state.opens_here)
        self.check.setEnabled(not state.checking)
        self.check.setText(_("Even geduld…") if state.checking else _("Kluis nakijken"))

    def _row(self, row: WayRow) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, Space.XS, 0, Space.XS)
        line.setSpacing(Space.M)
        line.addLayout(stack(Glyph(_GLYPHS[row.toegang], "accent")))
        line.addLayout(stack(strong(row.name), muted(row.detail), gap=Space.HALF, end=False), 1)
        if row.removal:
            remove = _remove_button(row, self.remove)
            line.addWidget(remove)
        return made

    # ------------------------------------------------------------ what is done

    def make_sheet(self, *, offered: bool = False) -> SheetDialog:
        """Make a recovery sheet, and type it back."""
        dialog = SheetDialog(self.window(), self.presenter, offered=offered)
        dialog.open()
        return dialog

    def change_passphrase(self) -> None:
        """Ask for the old passphrase and a new one."""
        PassphraseDialog(self.window(), self.presenter).open()

    def add_key(self) -> None:
        """Ask for the public key of the gemeente."""
        OrgKeyDialog(self.window(), self.presenter).open()

    def remove(self, row: WayRow) -> None:
        """Ask first, and say what it means."""
        title = _("{way}: weghalen?").format(way=row.name)
        messages.ask(
            self.window(),
            title,
            row.removal,
            (_("Weghalen"), lambda: self.presenter.remove(row.id)),
            dangerous=True,
        )


def _remove_button(row: WayRow, remove: Callable[[WayRow], object]) -> QPushButton:
    made = link(_("Uitzetten…") if row.toegang is Toegang.COMPUTER else _("Weghalen…"), lambda: remove(row))
    made.setAccessibleName(_("{way} weghalen").format(way=row.name))
    return made


def _outcome(whole: bool) -> Banner:
    if whole:
        made = Banner(_("De kluis is heel. Er is niets aan het logboek veranderd."), Tone.GREEN)
    else:
        text = _("Er klopt iets niet in de kluis. Maak er niets nieuws in, en zet een reservekopie terug.")
        made = Banner(text, Tone.RED)
    made.announce()
    return made
