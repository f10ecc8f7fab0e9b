"""What changed since the plan was agreed, in one sentence each."""

from dataclasses import replace

import pytest

from gezinsplan.domain.dossier import ActieStatus, DoelStatus
from gezinsplan.domain.verschil import Verschil, Wijziging
from gezinsplan.presenters.verschil import in_woorden
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_kaart,
    a_kind,
    a_praktijk,
    a_tekst,
    a_veiligheidsafspraak,
    an_actie,
    an_oma,
    day,
    uid,
)

FAMILY = Family(a_dossier(a_betrokkenheid(), a_doel()), Team(a_kaart(), a_praktijk()), day(100))

_DOEL, _ACTIE, _HULP, _TEKST = a_doel(), an_actie(), a_betrokkenheid(), a_tekst()


@pytest.mark.parametrize(
    ("wijziging", "deel", "said"),
    [
        (Wijziging.REGISSEUR, OMA, "oma is nu de regisseur."),
        (Wijziging.REGISSEUR, None, "Er is nu geen regisseur."),
        (
            Wijziging.VEILIG_ERBIJ,
            a_veiligheidsafspraak(),
            "Nieuwe afspraak over veiligheid: Mama belt oma als het spannend wordt (mama)",
        ),
        (Wijziging.DOEL_ERBIJ, _DOEL, "Nieuw doel: “Ik wil rust in huis.”"),
        (Wijziging.DOEL_WEG, replace(_DOEL, status=DoelStatus.GESTOPT), "Doel is gestopt: “Ik wil rust in huis.”"),
        (Wijziging.AFSPRAAK_KLAAR, replace(_ACTIE, status=ActieStatus.KLAAR), "Klaar: De school bellen (mama)"),
        (Wijziging.AFSPRAAK_ERBIJ, replace(_ACTIE, wie=()), "Nieuwe afspraak: De school bellen"),
        (
            Wijziging.HULP_OP_AFSTAND,
            _HULP,
            "Rob van de begeleiding helpt nu op afstand.",
        ),
        (Wijziging.HULP_WEG, replace(_HULP, professional=uid(901)), "Sanne Dijkstra helpt niet meer."),
        (Wijziging.MENS_ERBIJ, a_kind(), "Noor Yılmaz hoort er nu bij."),
        (Wijziging.MENS_WEG, an_oma(), "oma hoort er niet meer bij."),
        (Wijziging.WOORDEN_ERBIJ, _TEKST, "Erbij gezet: Wat gaat goed: “We eten altijd samen.”"),
    ],
)
def test_each_change_in_one_sentence(wijziging: Wijziging, deel: object, said: str) -> None:
    assert in_woorden(Verschil(wijziging, MAMA, deel), FAMILY, FAMILY) == said


def test_the_agreed_number_in_one_sentence() -> None:

    def told(number: int | None) -> str:
        gezin = replace(FAMILY.dossier.gezin, streefaantal=number)
        return in_woorden(Verschil(Wijziging.STREEFAANTAL, FAMILY.dossier.id, gezin), FAMILY, FAMILY)

    assert told(3) == "Afgesproken aantal hulpverleners: 3."
    assert told(None) == "Er is geen aantal hulpverleners meer afgesproken."


def test_who_is_no_more_in_the_sociale_kaart_is_called_as_then() -> None:
    then = FAMILY
    now = replace(then, team=replace(then.team, kaart=replace(then.team.kaart, professionals=())))
    gone = replace(_HULP, professional=uid(901), omschrijving="")
    assert in_woorden(Verschil(Wijziging.HULP_WEG, ROB, gone), then, now) == "Sanne Dijkstra helpt niet meer."


@pytest.mark.parametrize("wijziging", [*Wijziging])
def test_every_change_has_words(wijziging: Wijziging) -> None:
    kind = wijziging.value.split("_", maxsplit=1)[0]
    parts: dict[str, object] = {
        "regisseur": MAMA, "veilig": a_veiligheidsafspraak(), "doel": _DOEL, "afspraak": _ACTIE, "hulp": _HULP,
        "mens": an_oma(), "woorden": _TEKST, "streefaantal": FAMILY.dossier.gezin,
    }  # fmt: skip
    assert len(in_woorden(Verschil(wijziging, MAMA, parts[kind]), FAMILY, FAMILY)) > 10
