"""Every code has one sentence, and is used."""

import re
from datetime import date
from pathlib import Path

import pytest

import gezinsplan
from gezinsplan.domain.errors import Code
from gezinsplan.texts.errors import known_codes, sentence

# What the sentences may ask for; each place that raises the code gives these.
VALUES = {
    "most": 200, "least": 0, "wait": 8, "hours": 12, "day": date(2026, 11, 26), "advice": "date",
    "n": 39, "group": 3, "share": 1, "word": 7,
}  # fmt: skip


def test_every_code_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert known_codes() == {code.value for code in Code}


@pytest.mark.parametrize("code", Code)
def test_the_sentence_is_whole(code: Code) -> None:
    what, next_step = sentence(code, VALUES)
    assert what.endswith(".")
    assert not next_step or next_step.endswith(".")
    assert "{" not in what + next_step


@pytest.mark.parametrize("code", Code)
def test_the_code_is_raised_somewhere(code: Code) -> None:
    source = Path(gezinsplan.__file__).parent
    used = re.compile(rf"\bCode\.{code.name}\b")
    files = [path for path in source.rglob("*.py") if path.name != "errors.py"]
    assert any(used.search(path.read_text(encoding="utf-8")) for path in files)
