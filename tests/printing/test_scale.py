from gezinsplan.domain.ecogram import Plek, draw
from gezinsplan.domain.tekening import Kleur
from gezinsplan.printing import fonts
from gezinsplan.printing.drawing import Ecogram, Legenda
from gezinsplan.printing.layout import HEIGHT, WIDTH
from tests.printing import families
from tests.printing.paper import Paper


def test_the_drawing_always_fits_on_a_page() -> None:
    fonts.load()
    for count in (1, 2, 9, 25, 60):
        people = tuple(Plek(str(n), f"Naam {n}", "Organisatie", Kleur.TELT_MEE, n % 2 == 0) for n in range(count))
        wide, high = Ecogram(draw("ons gezin", "", people)).wrap(WIDTH, HEIGHT)
        assert wide <= WIDTH
        assert high < 0.7 * HEIGHT


def test_the_legend_explains_what_is_drawn_and_no_more() -> None:
    flat = Paper(families.big().papier()).flat
    for words in ("onze regisseur", "helpt tijdelijk mee", "familie, vrienden en buren"):
        assert words in flat[flat.index("Iedereen om ons heen") :]
    make = families.Maker()
    make.regisseur(None, "Nog niemand")
    make.helper(None, omschrijving="Een")
    make.helper(None, omschrijving="Twee")
    drawn = Paper(make.papier()).flat.split("Iedereen om ons heen")[1]
    assert "helpt tijdelijk mee" not in drawn
    assert "hulpverlener" in drawn


def test_the_legend_breaks_its_lines() -> None:
    fonts.load()
    entries = [(kleur, "woorden " * 4) for kleur in Kleur]
    assert Legenda(entries).wrap(WIDTH, HEIGHT)[1] > Legenda(entries[:1]).wrap(WIDTH, HEIGHT)[1]
