"""Scores of a goal: given by one speaker after the other, and looked back at."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Doel, Score
from gezinsplan.domain.namen import called
from gezinsplan.domain.values import get
from gezinsplan.presenters import plan_forms
from gezinsplan.presenters.afspraken import only_for, quoted
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.plan_tab import next_speaker
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import primary
from gezinsplan.ui.cards import Page, clear, stack
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.labels import Words, heading, muted, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.tokens import Size, Space


class ScoreDialog(FormDialog):
    """Number, Enter, next speaker: until everybody was asked or the user is done."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, doel: Doel) -> None:
        """Ask the first speaker who has not given a score today."""
        form = plan_forms.score_form(presenter.family, doel)
        first = next_speaker(presenter.family, doel.id)
        super().__init__(parent, presenter, replace(form, values={**form.values, "spreker": first}))
        self._doel = doel
        part = doel.id
        self.reopen = lambda page: ScoreDialog(page, page.presenter, _doel(page.presenter, part)).open()
        self._given: list[str] = []
        self._asked: set[object] = set()
        self._answer_number()

    def _answer_number(self) -> None:
        QTimer.singleShot(0, self, self.answers["cijfer"].focus)  # after the dialog has chosen its first field

    def _new_made(self) -> None:
        """Keep the dialog for the next speaker, if there is one."""
        self._kept = {}
        family, speaker = self._presenter.seen, self.answers["spreker"].get()
        self._given.append(f"{called(family.dossier, family.team.kaart, speaker)} {self.answers['cijfer'].get()}")
        self._asked.add(speaker)
        following = next_speaker(self._presenter.family, self._doel.id, self._asked)  # type: ignore[arg-type]
        if following is None:
            self.accept()
            return
        self.sheet.say(_("Bewaard: {scores}").format(scores=", ".join(self._given)))
        self.answers["spreker"].put(following)
        self.answers["cijfer"].put("")
        self.go.setEnabled(True)
        if self.cancel is not None:
            self.cancel.setText(_("Klaar"))
        self.fit()
        self._answer_number()


def _doel(presenter: FamilyPresenter, part: UUID) -> Doel:
    return get(presenter.family.dossier, Doel, part)


class ScoresDialog(QDialog):
    """All scores of a goal, the latest first; a row opens to set it right or take it away."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, doel: Doel) -> None:
        """Show the scores of `doel`."""
        super().__init__(parent)
        self.setWindowTitle(_("Alle cijfers"))
        self.setModal(True)
        self.finished.connect(self.deleteLater)
        self._presenter = presenter
        self._doel = doel
        self._rows = stack(gap=0, end=False)
        title = heading(_("Alle cijfers"), "title")
        title.setContentsMargins(Space.XL, 0, Space.XL, 0)
        done = QHBoxLayout()
        done.setContentsMargins(Space.XL, 0, Space.XL, 0)
        done.addStretch(1)
        done.addWidget(primary(_("Klaar"), self.accept))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.XL, 0, Space.L)
        whole.addWidget(title)
        whole.addWidget(Page(stack(muted(quoted(doel.woorden)), self._rows, gap=Space.M)), 1)
        whole.addLayout(done)
        self.resize(theme.scaled(Size.DIALOG), theme.scaled(Size.DIALOG))
        self.fill()

    def fill(self) -> None:
        """Show the scores as they are now."""
        clear(self._rows)
        for score in plan_forms.scores_of(self._presenter.seen, self._doel.id):
            self._rows.addWidget(self._row(score))

    def _row(self, score: Score) -> OpenRow:
        seen = self._presenter.seen
        name = called(seen.dossier, seen.team.kaart, score.spreker)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(strong(str(score.cijfer)))
        line.addWidget(Words(name), 1)
        line.addWidget(
            muted(
                " \N{MIDDLE DOT} ".join(
                    part for part in (long_date(score.datum), only_for(seen, score.voor_wie)) if part
                )
            ),
            1,
        )
        spoken = f"{name} {score.cijfer}, {long_date(score.datum)}"
        return OpenRow(line, spoken, lambda: self._edit(score))

    def _edit(self, score: Score) -> None:
        part = score.id

        def make(family: Family) -> Form:
            return plan_forms.score_edit_form(family, get(family.dossier, Score, part))

        dialog = FormDialog(self, self._presenter, make(self._presenter.family), removable=part)
        dialog.reopen = lambda page: open_form(page, page.presenter, make, part)
        dialog.settled.connect(self.fill)
        dialog.open()
