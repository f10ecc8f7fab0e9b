from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.ecogram import Deelnemer, draw
from gezinsplan.domain.tekening import Kleur, Lid, Lijn
from gezinsplan.printing import fonts
from gezinsplan.printing.drawing import Ecogram, Legenda, Teken, legend
from gezinsplan.printing.layout import HEIGHT, WIDTH
from tests.printing import families
from tests.printing.paper import Paper


def test_the_drawing_always_fits_on_a_page() -> None:
    fonts.load()
    for count in (1, 2, 9, 25, 60):
        people = tuple(Deelnemer(str(n), f"Naam {n}", "Organisatie", Kleur.TELT_MEE, n % 2 == 0) for n in range(count))
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
    entries: list[Teken] = [(Lijn(0, 0, 50, 0, kleur), "woorden " * 4) for kleur in Kleur]
    assert Legenda(entries).wrap(WIDTH, HEIGHT)[1] > Legenda(entries[:1]).wrap(WIDTH, HEIGHT)[1]


def test_the_legend_explains_ties_as_far_as_they_are_known() -> None:
    ties = (
        (Bandsterkte.STERK, Richting.BEIDE, "PE"),
        (Bandsterkte.GESPANNEN, Richting.VAN_GEZIN, ""),
        (Bandsterkte.ZWAK, None, ""),
    )
    people = tuple(
        Deelnemer(str(number), "Oma", "", Kleur.NETWERK, False, None, *tie) for number, tie in enumerate(ties)
    )
    words = [each for _, each in legend(draw("", "", people))]
    assert words[1:] == ["sterke band", "losse band", "gespannen band", "wij helpen", "we helpen elkaar",
                         "P: praktische hulp", "E: steun bij gevoelens"]  # fmt: skip


def test_every_name_is_on_paper_with_ties_and_members() -> None:
    from io import BytesIO

    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    fonts.load()
    ties = [(sterkte, richting) for sterkte in Bandsterkte for richting in (*Richting, None)]
    people = tuple(
        Deelnemer(f"{number}", f"Naam-{number}", "buur", Kleur.NETWERK, number > 9, None, *tie, "P")
        for number, tie in enumerate(ties)
    )
    for leden in ((), (Lid("a", "mama", True), Lid("b", "Noor")), (Lid("a", "mama"), Lid("b", "Noor"))):
        drawing = draw("Gezin", "samen", people, leden)
        file = BytesIO()
        canvas = Canvas(file)
        for flowable in (Ecogram(drawing), Legenda(legend(drawing))):
            flowable.wrap(WIDTH, HEIGHT)
            flowable.canv = canvas
            flowable.draw()
        canvas.save()
        text = "".join(page.extract_text() for page in PdfReader(file).pages).replace("\n", "")
        assert all(each.titel in text for each in people)
        assert ("mama" in text and "Noor" in text) is bool(leden)
        assert ("samen" in text) is not bool(leden)
