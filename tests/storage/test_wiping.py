import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.storage.wiping import wipe


@given(st.binary(min_size=1, max_size=300))
def test_only_the_content_is_overwritten(content: bytes) -> None:
    for fresh in (content.hex(), bytes(bytearray(content * 2))):
        size = len(fresh)
        wipe(fresh)
        assert len(fresh) == size
        assert fresh == ("\0" * size if isinstance(fresh, str) else bytes(size))


def test_what_python_shares_is_left_alone() -> None:
    for shared in ("", "a", b"", b"a"):
        wipe(shared)
    assert ("".join(["a"]), bytes([97])) == ("a", b"a")


def test_a_text_that_lies_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="ASCII"):
        wipe("é" + os.urandom(4).hex())
