"""The day on which the services are asked."""

from datetime import date

import pytest

from gezinsplan.texts import dates


@pytest.fixture
def today() -> date:
    return dates.today()
