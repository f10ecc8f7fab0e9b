"""What the tab Kluis asks: another passphrase, and the key of the gemeente."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.presenters.kluis import KluisPresenter
from gezinsplan.services.org_key import GemeenteKey
from gezinsplan.texts import _
from gezinsplan.ui.ask_dialog import AskDialog
from gezinsplan.ui.fields import FormField, Secret
from gezinsplan.ui.labels import Words, muted
from gezinsplan.ui.strength import StrengthLine
from gezinsplan.ui.unlock_asked import new_passphrase
from gezinsplan.ui.unlock_others import FileChoice


class PassphraseDialog(AskDialog):
    """The passphrase of today, and another one, twice."""

    def __init__(self, parent: QWidget, presenter: KluisPresenter) -> None:
        """Change it with `presenter`."""
        first, again = new_passphrase(_("Nieuw wachtwoord (een zin mag)"))
        fields = {
            "old": FormField(_("Wachtwoord van nu"), Secret()),
            first.name: FormField(first.label, Secret(), first.help),
            again.name: FormField(again.label, Secret()),
        }
        text = _("Reservekopieën van eerder openen nog met het oude wachtwoord, tot u ze vernieuwt.")
        super().__init__(parent, _("Wachtwoord wijzigen"), (text,), fields, _("Wachtwoord wijzigen"))
        self.beside = {Code.PASSPHRASE_WRONG: "old", Code.TRY_LATER: "old"}
        line = self.line(first.name)
        if line is not None:
            self.meter = StrengthLine(line, presenter.weigh)
            fields[first.name].put_below(self.meter)
            self.meter.weighed.connect(self.fit)
        self.confirm = lambda: presenter.change_passphrase(
            self.typed("old"), self.typed(first.name), self.typed(again.name), self.done_here, self.refused
        )


class OrgKeyDialog(AskDialog):
    """The public key of the gemeente out of its file; its fingerprint is compared before it opens anything."""

    def __init__(self, parent: QWidget, presenter: KluisPresenter) -> None:
        """Add it with `presenter`."""
        self._presenter = presenter
        self._key: GemeenteKey | None = None
        self.choice = FileChoice(_("Bestand met de openbare sleutel"))
        texts = (
            _("De gemeente kan deze kluis dan openen als u er niet meer bent. Dat staat daarna in het logboek."),
            _("Vraag de beheerder om het bestand met de openbare sleutel."),
        )
        fields = {"file": FormField(_("Bestand met de openbare sleutel"), self.choice)}
        super().__init__(parent, _("Sleutel van de gemeente toevoegen"), texts, fields, _("Sleutel toevoegen"))
        self.fingerprint = Words("", "title", select=True)
        self.compare = muted(
            _("Bel de beheerder op een nummer dat u al kent, en vergelijk deze vingerafdruk. Verschilt hij, stop dan.")
        )
        for part in (self.fingerprint, self.compare):
            part.hide()
            self.content.insertWidget(self.content.count() - 2, part)
        self.choice.chosen.connect(self._read)
        self.confirm = self._add

    def _read(self) -> None:
        self._key = None
        self.fields["file"].set_error()
        for part in (self.fingerprint, self.compare):
            part.hide()
        if self.choice.path is not None:
            self._presenter.read_key(self.choice.path, self._compare, self.refused)

    def _compare(self, key: GemeenteKey) -> None:
        if not isValid(self):
            return
        self._key = key
        self.fingerprint.setText(key.fingerprint)
        for part in (self.fingerprint, self.compare):
            part.show()
        self.fit()
        self.go.setFocus()

    def _add(self) -> None:
        if self._key is None:
            self.refused(Refused(Code.EMPTY, field="file"))
        else:
            self._presenter.add_key(self._key, self.done_here, self.refused)
