from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.services import caseload
from gezinsplan.services.passphrases import checked


@pytest.mark.parametrize("short", ["", "elf tekens!", "e\u0301" * 11])
def test_a_short_passphrase_is_refused_and_makes_no_folder(short: str, tmp_path: Path) -> None:
    with pytest.raises(VaultRefused) as caught:
        caseload.create(tmp_path / "kluis", short)
    assert (caught.value.code, caught.value.values) == (Code.PASSPHRASE_SHORT, {"min": 12})
    assert not (tmp_path / "kluis").exists()


def test_a_long_passphrase_is_as_it_was_typed() -> None:
    assert checked("twaalf teken").text == "twaalf teken"
