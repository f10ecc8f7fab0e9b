"""Beheer, tab Reservekopieën: how old the last good one is, the list, and the second place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.backup_words import newest_words
from gezinsplan.presenters.backups import BackupRow, BackupsPresenter, BackupsState
from gezinsplan.services.backups import Backup
from gezinsplan.texts import _
from gezinsplan.ui import messages, paper_out, theme
from gezinsplan.ui.ask_dialog import AskDialog
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Banner, Card, EmptyState, Page, clear, stack
from gezinsplan.ui.fields import FormField, Secret
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Chip, Line, Words, muted, small, strong
from gezinsplan.ui.progress import Progress
from gezinsplan.ui.rows import RowStack, kept
from gezinsplan.ui.tokens import Size, Space, Tone


class BackupsTab(QWidget):
    """What was kept, and what can be done with it; the presenter does one long thing at a time."""

    restored = Signal(object)
    """The user wants this backup put back, for which the vault is closed."""

    def __init__(self, presenter: BackupsPresenter) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.presenter = presenter
        self._top = QVBoxLayout()
        self._told = ""
        self.make = primary(_("Nu maken"), presenter.make, "save")
        self.last = strong()
        self.progress = Progress(presenter.stop)
        self.rows: RowStack[BackupRow] = RowStack(lambda row: row.backup.path, self._row)
        self._empty = EmptyState(
            _("Nog geen reservekopieën"), _("De eerste komt vanzelf: als u ontgrendelt of afsluit."), glyph="save"
        )
        self.place = secondary(_("Tweede plek kiezen…"), self.ask_place, "folder-open")
        self.no_place = secondary(_("Niet meer gebruiken"), lambda: presenter.choose_second_place(None))
        self._where = Words("")
        self._place()

    def _place(self) -> None:
        about = muted(_("Gezinsplan maakt er vanzelf één per dag en bij het afsluiten, en kijkt elke kopie na."))
        newest = QHBoxLayout()
        newest.setSpacing(Space.M)
        newest.addWidget(self.last, 1)
        newest.addWidget(self.make)
        listed = Card(_("Reservekopieën")).add(newest, about, self.progress, self._empty, self.rows)
        second = Card(_("Tweede plek")).add(
            muted(
                _("Een stick of netwerkmap, voor als deze computer stukgaat of kwijtraakt. Elke kopie is versleuteld.")
            ),
            self._where,
            Flow(self.place, self.no_place),
        )
        inside = QWidget()
        inside.setLayout(stack(self._top, listed, second))
        inside.setMaximumWidth(theme.scaled(Size.READING_WIDE))
        content = QHBoxLayout()
        content.addWidget(inside, 1)
        content.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.page = Page(content)
        whole.addWidget(self.page)

    # ------------------------------------------------------------ what is shown

    def show_state(self, state: BackupsState) -> None:
        """Show the list, and what is being done."""
        with kept(self.page):
            self.last.setText(newest_words(state.last) if state.listed else "")
            self.rows.show_rows(state.rows)
            self._empty.setVisible(state.listed and not state.rows)
            self._where.setText(str(state.second_place or _("Nog niet gekozen.")))
            self.no_place.setVisible(state.second_place is not None)
            self._show_top(state)
        for button in self._busy_buttons():
            button.setEnabled(not state.working)
        if state.working:
            self.progress.show_work(state.working, state.percent)
        else:
            self.progress.hide()

    def _busy_buttons(self) -> tuple[QWidget, ...]:
        inside = (self.rows.widget_of(row.backup.path) for row in self.presenter.state.rows)
        buttons = (button for row in inside if isinstance(row, BackupLine) for button in row.buttons)
        return (self.make, self.place, self.no_place, *buttons)

    def _show_top(self, state: BackupsState) -> None:
        clear(self._top)
        if state.told:
            banner = Banner(state.told, Tone.GREEN)
            self._top.addWidget(banner)
            if state.told != self._told:
                banner.announce()
        self._told = state.told
        if state.second_place_away:
            text = _("De tweede plek was niet te bereiken. Sluit de stick aan of open de netwerkmap.")
            self._top.addWidget(Banner(text, Tone.AMBER, (_("Opnieuw"), self.presenter.make)))
        if state.proposes_test and state.rows and not state.working:
            newest = next((row.backup for row in state.rows if row.backup.readable), None)
            if newest is not None:
                text = _("Het is een jaar geleden dat er een reservekopie is getest. Dat duurt een paar tellen.")
                self._top.addWidget(Banner(text, Tone.AMBER, (_("Nu testen"), lambda: self.prove(newest))))

    def _row(self, row: BackupRow) -> "BackupLine":
        return BackupLine(row, self)

    # ------------------------------------------------------------ what is done

    def prove(self, backup: Backup) -> None:
        """Test a backup."""
        self.presenter.prove(backup, lambda again: self._ask_key(_("Reservekopie testen"), _("Testen"), again))

    def renew(self, backup: Backup) -> None:
        """Let it open only as the vault does now."""
        self.presenter.renew(backup, lambda again: self._ask_key(_("Reservekopie vernieuwen"), _("Vernieuwen"), again))

    def _ask_key(self, title: str, verb: str, again: Callable[[str], object]) -> None:
        text = _("Deze reservekopie heeft nog een oude sleutel. Typ het wachtwoord van toen.")
        field = FormField(_("Wachtwoord van toen, of de code van het herstelblad"), Secret())
        dialog = AskDialog(self.window(), title, (text,), {"passphrase": field}, verb)

        def confirmed() -> None:
            typed = dialog.typed("passphrase")
            dialog.done_here()
            again(typed)

        dialog.confirm = confirmed
        dialog.open()

    def restore(self, row: BackupRow) -> None:
        """Say what happens, then ask for the passphrase on the first screen."""
        text = _(
            "De kluis wordt weer zoals in de reservekopie van {moment}. Wat u daarna typte, staat er dan niet meer in. "
            "Van de kluis van nu blijft een kopie bewaard. Gezinsplan vergrendelt eerst."
        )
        messages.ask(
            self.window(),
            _("Reservekopie terugzetten?"),
            text.format(moment=row.when),
            (_("Vergrendelen en terugzetten"), lambda: self.restored.emit(row.backup)),
            dangerous=True,
        )

    def ask_place(self) -> None:
        """Ask for the folder of the second place."""
        paper_out.ask_folder(self, _("Tweede plek voor reservekopieën"), self._chosen)

    def _chosen(self, folder: Path) -> None:
        self.presenter.choose_second_place(folder)


class BackupLine(QWidget):
    """One backup: when, why and how much is in it, and what can be done with it."""

    def __init__(self, row: BackupRow, tab: BackupsTab) -> None:
        """Show a backup; `tab` does what is pressed."""
        super().__init__()
        self._tab = tab
        self._row = row
        self._when, self._about = strong(), small()
        self._old = Chip(_("opent nog op de oude manier"), Tone.AMBER)
        self.renew = link(_("Vernieuwen"), lambda: tab.renew(self._row.backup))
        self.test = link(_("Testen…"), lambda: tab.prove(self._row.backup))
        self.back = link(_("Terugzetten…"), lambda: tab.restore(self._row))
        self.buttons = (self.renew, self.test, self.back)
        words = stack(self._when, self._about, gap=Space.HALF, end=False)
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        line.addLayout(words, 1)
        line.addLayout(Flow(self._old, *self.buttons, gap=Space.L))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Line())
        column.addLayout(line)
        self.show_row(row)

    def show_row(self, row: BackupRow) -> None:
        """Show it as it is now."""
        self._row = row
        self._when.setText(row.when)
        self._about.setText(", ".join(part for part in (row.reason, row.counts) if part))
        self._old.setVisible(row.backup.opens_old_way)
        self.renew.setVisible(row.backup.opens_old_way)
        for button, words in ((self.renew, _("vernieuwen")), (self.test, _("testen")), (self.back, _("terugzetten"))):
            button.setObjectName(f"{button.text()} {row.backup.path.name}")
            button.setAccessibleName(_("Reservekopie van {moment} {verb}").format(moment=row.when, verb=words))
        for button in (self.test, self.back):
            button.setVisible(row.backup.readable)
