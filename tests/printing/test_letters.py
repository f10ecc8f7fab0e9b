"""Whatever people type stands on the paper, readable; nothing is read as markup and nothing disappears unseen."""

import re
import subprocess
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gezinsplan.domain.dossier import Onderdeel
from gezinsplan.printing import fonts, rtl
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.gezinsplan import gezinsplan
from gezinsplan.printing.prose import quoted
from tests.printing import families
from tests.printing.families import Maker
from tests.printing.paper import Paper


def with_text(text: str) -> Maker:
    make = families.empty()
    kind = make.persoon(text[:200].strip() or "Bo")
    make.tekst(Onderdeel.WENS, text, kind)
    doel = make.doel(text, kind)
    make.score(doel, kind, 3, 6)
    make.actie(text, (kind,), doel, herhaling=text[:200])
    helper = make.helper(None, text, omschrijving=text[:200].strip() or "Bo", frequentie=text[:200])
    make.helper(None, "", omschrijving="Nog iemand", over=(kind,))
    make.regisseur(helper)
    return make


@pytest.mark.parametrize(
    "text",
    [
        "<b>geen</b> opmaak & geen <font color='red'>kleur</font> &amp; <br/> </para>",
        "Zażółć gęślą jaźń",
        "Nguyễn Thị Ánh Phượng",
        "Çağrı Yılmaz İpek Şule",
        "Grigoriţă Ștefănescu",
        "Ελένη en Олександра",
        "Twee regels\nonder elkaar",
        "“Eigen aanhalingstekens”",
        "1 ≈ 2 → 3 ✓ ☐ ●",
        "een\u0301e\u0301n losse accenten",
    ],
)
def test_every_letter_can_be_read_back(text: str) -> None:
    flat = Paper(with_text(text).papier()).flat
    assert " ".join(fonts.clean(text).split()) in flat
    assert fonts.MISSING not in flat


def test_emoji_are_drawn_or_shown_as_missing() -> None:
    flat = Paper(with_text("Blij 😀 en 🦄 en 中文").papier()).flat
    assert "Blij 😀 en ▯ en ▯▯" in flat


def test_nothing_unseen_is_left() -> None:
    assert fonts.clean("a\u200bb\u202ec\x00d\te\u00ad \r\n\r\n  f ❤\ufe0f") == "abcd e\nf ❤"


def test_every_sign_gets_a_font_that_has_it() -> None:
    signs = fonts.load()
    for face in Face:
        for used, piece in fonts.runs("Aé ☐ 😀 中 \ud800 سلام", face):
            assert all(ord(sign) in signs[used] for sign in piece)


def test_a_word_without_an_end_is_broken_inside_the_page() -> None:
    paper = Paper(with_text("w" * 300).papier())
    widest = max(len(line.strip()) for line in paper.text.splitlines())
    assert widest < 150
    assert paper.text.count("w") >= 300
    assert inside_page(paper)


def inside_page(paper: Paper) -> bool:
    """Whether every word lies between the edges of the page."""
    boxes = re.findall(
        r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)"', paper.poppler("pdftotext", "-bbox", "-", "-")
    )
    return all(float(left) >= 70 and float(right) <= 595.3 - 69 for left, _, right in boxes)


@pytest.mark.parametrize(
    "family", [families.big, families.crowded, families.long_names], ids=lambda each: each.__name__
)
def test_nothing_is_over_the_edge(family: object) -> None:
    assert callable(family)
    assert inside_page(Paper(family().papier()))


def test_a_text_of_ten_thousand_letters_is_whole() -> None:
    words = [f"woord{number:04}" for number in range(1000)]
    make = families.empty()
    make.tekst(Onderdeel.WENS, " ".join(words))
    make.tekst(Onderdeel.KRACHT, " ".join(words))
    make.doel(" ".join(words))
    make.helper(None, " ".join(words), omschrijving="Iemand")
    make.regisseur(None, " ".join(words))
    flat = Paper(make.papier()).flat
    assert all(flat.count(word) == 5 for word in words)


def test_hebrew_and_arabic_stand_in_the_order_in_which_they_are_drawn() -> None:
    assert rtl.visual("abc שלום עולם (1984) def") == "abc םלוע םולש (1984) def"
    assert rtl.visual("שלום (12) עולם") == "םלוע (12) םולש"
    assert rtl.shaped("سلام") == "\ufeb3\ufefc\ufee1"
    assert rtl.shaped("مُحَمَّد") == rtl.shaped("محمد"), "vowel signs are left out"
    assert rtl.shaped("Jan") == "Jan"


def test_arabic_can_be_searched() -> None:
    make = families.empty()
    make.tekst(Onderdeel.WENS, "Mijn naam is محمد علي en dat is goed")
    make.tekst(Onderdeel.KRACHT, "محمد علي")
    make.helper(None, "سلامة", omschrijving="علي كتاب")
    flat = unicodedata.normalize("NFKC", Paper(make.papier()).flat)
    assert "محمد" in flat
    assert "سلامة" in flat
    assert "علي كتاب" in flat
    assert fonts.MISSING not in flat


def test_a_long_arabic_text_runs_from_right_to_left_on_every_line() -> None:
    make = families.empty()
    make.tekst(Onderdeel.WENS, "نص " + " ".join(["قلم", "كتاب"] * 300))
    paper = Paper(make.papier())
    assert len(paper.pages) > 1, "a text torn by a page break is not turned twice"
    word = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="[-\d.]+" yMax="[-\d.]+">([^<]+)</word>')
    for page in paper.poppler("pdftotext", "-bbox", "-", "-").split("<page ")[1:]:
        lines: dict[float, list[tuple[float, str]]] = {}
        for left, top, text in word.findall(page):
            if rtl.has_rtl(text):
                lines.setdefault(round(float(top)), []).append((float(left), text.strip("“”")))
        for words in lines.values():
            read = [text[::-1] for _, text in sorted(words, reverse=True)]  # the file holds them as drawn
            pairs = {pair for pair in pairwise(read) if "نص" not in pair}
            assert pairs <= {("قلم", "كتاب"), ("كتاب", "قلم")}


@pytest.mark.parametrize(("typed", "shown"), [("Rust", "“Rust”"), ('"Rust"', '"Rust"'), ("‘Rust’", "‘Rust’")])
def test_quotation_marks_come_once(typed: str, shown: str) -> None:
    assert quoted(typed) == shown


@pytest.mark.parametrize("room", [0, 10, 40, 200])
def test_a_shortened_line_fits(room: float) -> None:
    line = fonts.fitted("Hulpverlener van der Heijden 😀 " * 4, Face.BOLD, 9, room)
    assert line.endswith("…")
    assert room < 10 or fonts.width(line, Face.BOLD, 9) <= room


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.text("אבשلام 12()<&>é😀\n", max_size=80)


@given(text=TEXTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_prints(text: str) -> None:
    data = gezinsplan(with_text(text or "x").papier())
    told = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    assert not told.stderr
    assert "Wat willen wij?" in told.stdout.decode("utf-8")
