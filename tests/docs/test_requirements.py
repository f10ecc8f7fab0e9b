"""The table of what the source documents ask for names tests that are there."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def test_every_test_that_is_named_is_there() -> None:
    text = (CHECKOUT / "docs" / "requirements.md").read_text(encoding="utf-8")
    named = {*re.findall(r"`(tests/[^`]+)`", text)}
    assert len(named) > 30
    assert [each for each in sorted(named) if not (CHECKOUT / each).is_file()] == []


def test_what_has_no_test_says_why_not() -> None:
    text = (CHECKOUT / "docs" / "requirements.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith('| "')]
    assert len(rows) > 55
    for row in rows:
        assert "`tests/" in row or "Not yet: " in row, row
