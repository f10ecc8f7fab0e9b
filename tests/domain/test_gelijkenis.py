import pytest

from gezinsplan.domain.gelijkenis import close, digits, folded, same_words


def test_names_without_case_marks_and_signs() -> None:
    assert folded("  Yılmaz-de  Vries ") == "yilmaz de vries"
    assert same_words(folded("Noor Yılmaz"), folded("YILMAZ, Noor"))


@pytest.mark.parametrize(
    ("een", "ander", "alike"),
    [
        ("noor", "noor yilmaz", True),
        ("petra zwanenburg", "petra zwanenberg", True),
        ("petra zwanenburg", "joyce agyeman", False),
        ("", "noor", False),
    ],
)
def test_close(een: str, ander: str, alike: bool) -> None:
    assert close(een, ander) is alike
    assert close(ander, een) is alike


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("06-1234 5678", "0612345678"),
        ("+31 6 1234 5678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("+31 (0)182 555000", "0182555000"),
        ("0182-555000", "0182555000"),
        ("112", ""),
        ("", ""),
    ],
)
def test_telephone_numbers(written: str, dialled: str) -> None:
    assert digits(written) == dialled
