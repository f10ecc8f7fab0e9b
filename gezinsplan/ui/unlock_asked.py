"""What the first card asks in each of its first stages; those for who lost his passphrase come when they are needed."""

from typing import NamedTuple

from gezinsplan.presenters.unlock import Stage, UnlockState
from gezinsplan.texts import _


class Question(NamedTuple):
    """One field of the card; `kind` is how it is answered: line, secret, words or file."""

    name: str
    label: str
    help: str = ""
    kind: str = "line"


class Asked(NamedTuple):
    """What the card asks in one stage: title, a sentence, its fields, the verb, the other button, other ways in."""

    title: str
    below: str
    questions: tuple[Question, ...]
    verb: str
    other: str = ""
    wide: bool = False
    links: tuple[tuple[str, str], ...] = ()
    """What can be done instead: the words and where they lead."""
    weighs: bool = False
    """Whether the passphrase is a new one, whose strength is told while it is typed."""
    tick: str = ""


FIRST = (Stage.UNLOCK, Stage.CREATE, Stage.INTRODUCE)
NEW_PASSPHRASE = ("passphrase", "again")


def new_passphrase(label: str) -> tuple[Question, ...]:
    """A passphrase that is chosen, typed twice."""
    help_text = _("Vijf of zes woorden die niet bij elkaar horen zijn sterk en makkelijk te onthouden.")
    first, again = NEW_PASSPHRASE
    return (Question(first, label, help_text, "secret"), Question(again, _("Nog een keer"), kind="secret"))


def asked(state: UnlockState) -> Asked:
    """The card of one of the first stages."""
    if state.stage is Stage.UNLOCK:
        return Asked(
            _("Gezinsplan"),
            _("Eén gezin, één plan, één regisseur"),
            (Question("passphrase", _("Wachtwoord (een zin mag)"), kind="secret"),),
            _("Ontgrendelen"),
            _("Andere kluis…"),
            links=_links(state),
        )
    if state.stage is Stage.CREATE:
        return Asked(
            _("Nieuwe kluis"),
            _("Hier komen uw gezinnen in. Alleen wie het wachtwoord weet, kan erbij. Bewaar het goed."),
            new_passphrase(_("Wachtwoord (een zin mag)")),
            _("Kluis maken"),
            _("Andere map…"),
            weighs=True,
        )
    return _introduction()


def _introduction() -> Asked:
    return Asked(
        _("Wie bent u?"),
        _("Zo staat u als regisseur op het plan van een gezin."),
        (
            Question("naam", _("Uw naam")),
            Question("organisatie", _("Organisatie"), _("Bijvoorbeeld: Sociaal team Gouda.")),
            Question("functie", _("Functie")),
            Question("telefoon", _("Telefoon")),
            Question("bereikbaar", _("Wanneer bereikbaar?"), _("Bijvoorbeeld: maandag tot donderdag, 9 tot 17 uur.")),
        ),
        _("Beginnen"),
    )


def _links(state: UnlockState) -> tuple[tuple[str, str], ...]:
    """The other ways in for which the vault has a slot."""
    found = []
    if "sheet" in state.ways:
        found.append((_("Wachtwoord vergeten? Gebruik het herstelblad"), Stage.SHEET.value))
    if "gemeente" in state.ways:
        found.append((_("Sleutel van de gemeente…"), Stage.GEMEENTE.value))
    return tuple(found)
