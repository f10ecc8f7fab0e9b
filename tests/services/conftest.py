"""The day on which the services are asked, and the demo caseload on several days."""

from datetime import date

import pytest

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.kaart import Praktijk, SocialeKaart
from gezinsplan.texts import dates
from tests.services.demo_days import DAYS, made


@pytest.fixture
def today() -> date:
    return dates.today()


@pytest.fixture(params=DAYS, ids=str)
def vandaag(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def praktijk(vandaag: date) -> Praktijk:
    return made(vandaag)[0]


@pytest.fixture
def kaart(vandaag: date) -> SocialeKaart:
    return made(vandaag)[1]


@pytest.fixture
def gezinnen(vandaag: date) -> tuple[Dossier, ...]:
    return made(vandaag)[2]
