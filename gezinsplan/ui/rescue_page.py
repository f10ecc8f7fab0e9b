"""A vault that is damaged: what is wrong, that nothing was thrown away, and what can be put back or saved."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.backup_words import counts_words, reason_words, when
from gezinsplan.presenters.rescue import explained, offers_keys, offers_salvage
from gezinsplan.presenters.unlock import UnlockPresenter, UnlockState
from gezinsplan.services.backups import Backup, Rescue
from gezinsplan.services.identity import now
from gezinsplan.texts import _
from gezinsplan.ui import paper_out, theme
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Banner, Card, EmptyState, Page, clear, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Line, heading, muted, small, strong
from gezinsplan.ui.tokens import Size, Space, Tone


class RescuePage(QWidget):
    """Stands in the place of the first card until the vault opens again or the user goes back."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        """Show nothing until there is something to rescue."""
        super().__init__()
        self.presenter = presenter
        self._inside = QVBoxLayout()
        self._inside.setSpacing(Space.L)
        sheet = QWidget()
        sheet.setLayout(self._inside)
        sheet.setMaximumWidth(theme.scaled(Size.READING))
        content = QHBoxLayout()
        content.addStretch(1)
        content.addWidget(sheet, 1000)
        content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(stack(content)))

    def show_state(self, state: UnlockState) -> None:
        """Show what is wrong and what can be done."""
        rescue = state.rescue
        if rescue is None:
            return
        clear(self._inside)
        self._inside.addWidget(heading(_("Deze kluis gaat niet open"), "figure"))
        self._inside.addWidget(Banner(explained(rescue.wrong), Tone.RED, closable=False))
        self._inside.addWidget(
            muted(_("Er is niets veranderd of weggegooid. Kluis: {folder}").format(folder=state.folder))
        )
        if offers_keys(rescue):
            self._inside.addWidget(self._keys(state.folder))
        self._inside.addWidget(self._backups(rescue, state.folder))
        if offers_salvage(rescue):
            self._inside.addWidget(self._salvage())
        self.back = secondary(_("Terug naar ontgrendelen"), self.presenter.leave_rescue)
        self._inside.addLayout(Flow(self.back))
        self._inside.addStretch(1)
        self.back.setFocus()

    def _keys(self, folder: Path) -> Card:
        from gezinsplan.presenters import vault_tasks

        text = _("In een reservekopie staat een sleutelbestand dat past. Uw gezinnen blijven zoals ze nu zijn.")
        go = primary(
            _("Sleutelbestand terugzetten…"), lambda: self.presenter.ask(vault_tasks.put_back_keys(folder)), "shield"
        )
        return Card(_("Sleutelbestand terugzetten")).add(muted(text), Flow(go))

    def _backups(self, rescue: Rescue, folder: Path) -> Card:
        card = Card(_("Een reservekopie terugzetten"))
        if not rescue.backups:
            return card.add(
                EmptyState(
                    _("Geen goede reservekopie gevonden"),
                    _("Hebt u een stick of netwerkmap met reservekopieën? Sluit die aan en probeer het opnieuw."),
                    glyph="folder-open",
                )
            )
        card.add(muted(_("De kluis wordt dan weer zoals hij toen was. Ook van de beschadigde kluis blijft een kopie.")))
        for each in rescue.backups:
            card.add(Line(), self._row(each, folder))
        return card

    def _row(self, backup: Backup, folder: Path) -> QWidget:
        from gezinsplan.presenters import vault_tasks

        made, moment = QWidget(), now()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        about = f"{reason_words(backup)}, {counts_words(backup)}"
        row.addLayout(stack(strong(when(backup, moment)), small(about), gap=Space.HALF, end=False), 1)
        go = link(_("Terugzetten…"), lambda: self.presenter.ask(vault_tasks.restore(folder, backup)))
        go.setAccessibleName(
            _("Reservekopie van {moment} {verb}").format(moment=when(backup, moment), verb=_("terugzetten"))
        )
        row.addWidget(go)
        return made

    def _salvage(self) -> Card:
        text = _(
            "Is geen reservekopie nieuw genoeg? Dan komt wat nog te lezen is in een nieuwe kluis in een andere map."
        )
        go = secondary(_("Redden wat nog te lezen is…"), self._ask_folder)
        return Card(_("Redden")).add(muted(text), Flow(go))

    def _ask_folder(self) -> None:
        paper_out.ask_folder(self, _("Lege map voor wat gered wordt"), self._salvage_to)

    def _salvage_to(self, new_folder: Path) -> None:
        from gezinsplan.presenters import vault_tasks

        self.presenter.ask(vault_tasks.salvage(self.presenter.state.folder, new_folder))
