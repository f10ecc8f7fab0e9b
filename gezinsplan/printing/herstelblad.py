"""The recovery sheet: one page with the code that opens a vault without its passphrase, and how to keep and use it."""

from dataclasses import dataclass
from datetime import date

from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from gezinsplan.printing import fonts
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import (
    ACCENT,
    BODY,
    BOX,
    COLUMN_HEADING,
    HAIRLINE,
    INK2,
    ITEM,
    TITLE,
    UNDER_TITLE,
    WIDTH,
    Rand,
    document,
    draw_line,
)
from gezinsplan.printing.prose import Stuk, alinea, kader
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date

_CODE_SIZE, _NUMBER_SIZE, _SMALL = 20.0, 9.0, 10.0
_QR, _GAP, _PAD = 39 * mm, 7 * mm, 5 * mm
_COLUMNS = 4
_LABEL = 42 * mm


@dataclass(frozen=True, slots=True)
class Blad:
    """What stands on one sheet: no name, nothing of a family.

    `groepen` are the groups of the code, `code` the whole of it for a scanner, `kluis` the short number of the vault.
    """

    groepen: tuple[str, ...]
    code: str
    kluis: str
    op: date


def herstelblad(blad: Blad) -> bytes:
    """The sheet as a PDF in memory; the same sheet always gives the same bytes."""
    made = _("Kluis {number} · gemaakt op {day}").format(number=blad.kluis, day=long_date(blad.op))
    story = [
        alinea(TITLE, _("Herstelblad")),
        alinea(UNDER_TITLE, made),
        alinea(
            BODY,
            _(
                "Weet u het wachtwoord niet meer? Met de code op dit blad opent u uw kluis toch. "
                "Gezinsplan bewaart de code niet: dit blad is er maar één keer."
            ),
        ),
        Spacer(0, 4),
        _bewaren(),
        Spacer(0, 16),
        Code(blad),
        Spacer(0, 6),
        alinea(
            _UITLEG,
            _(
                "De letters O, I, L en U komen niet voor: een rondje is een nul, een streepje een één. "
                "In het vierkant staat dezelfde code, voor een scanner."
            ),
        ),
        *_gebruiken(),
        Spacer(0, 8),
        alinea(
            _UITLEG,
            _("Knip dit uit, plak het over de sluiting van de envelop en zet uw handtekening over de rand."),
        ),
        Spacer(0, 4),
        Etiket(blad),
    ]
    return document(story, _edge(blad), _("Herstelblad"))


def _edge(blad: Blad) -> Rand:
    vault = _("kluis {number}").format(number=blad.kluis)
    return Rand(_("Herstelblad"), status=_("Gezinsplan"), voor=vault, datum=long_date(blad.op), nummer="")


_UITLEG = BODY.clone("uitleg", fontSize=_SMALL, leading=14, textColor=INK2, spaceAfter=0)
_KOP = COLUMN_HEADING.clone("kop", spaceBefore=12, spaceAfter=3)
_STAP = ITEM.clone("stap", spaceAfter=3, leftIndent=6 * mm, bulletFontSize=11.5)


def _bewaren() -> Flowable:
    return kader(
        [
            alinea(BOX, Stuk(_("Wie dit blad en de laptop heeft, kan alles lezen."), face=Face.SEMIBOLD)),
            alinea(
                BOX,
                _(
                    "Doe het blad in een envelop en plak die dicht. Bewaar de envelop op een veilige plek, niet bij de "
                    "laptop. Maak geen foto of kopie van dit blad."
                ),
            ),
        ]
    )


def _gebruiken() -> list[Flowable]:
    """What to do when the day has come, step by step."""
    steps = (
        _("Start Gezinsplan en kies bij het openen van de kluis: code van het herstelblad."),
        _("Typ de acht groepen over. Hoofdletters en spaties maken niet uit. Zit er een tikfout in, dan zegt "
          "Gezinsplan in welke groep."),
        _("Kies een nieuw wachtwoord. Dit blad blijft daarna geldig: doe het weer in een dichte envelop."),
        _("Blad kwijt, of heeft iemand anders het gezien? Maak meteen een nieuw herstelblad. Het oude blad opent dan "
          "alleen nog oude reservekopieën."),
    )  # fmt: skip
    head = alinea(_KOP, _("Wachtwoord vergeten? Zo gebruikt u het herstelblad"))
    return [head, *(alinea(_STAP, step, bullet=f"{number}.") for number, step in enumerate(steps, start=1))]


class Code(Flowable):  # type: ignore[misc] # reportlab is without types
    """The groups, large and numbered, and beside them the same code for a scanner."""

    def __init__(self, blad: Blad) -> None:
        super().__init__()
        self._groups = blad.groepen
        self._scanned = QrCode(blad.code, width=_QR, height=_QR, qrLevel="M", qrBorder=0)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole width, and as high as the code for a scanner."""
        return WIDTH, _QR + 2 * _PAD

    def draw(self) -> None:
        """Draw the box, the groups from left to right and from top to bottom, and the code for a scanner."""
        canvas = self.canv
        tall, wide = _QR + 2 * _PAD, WIDTH - _QR - _GAP - _PAD
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.2)
        canvas.roundRect(0, 0, WIDTH, tall, 6)
        rows = -(-len(self._groups) // _COLUMNS)
        for place, group in enumerate(self._groups):
            row, column = divmod(place, _COLUMNS)
            x, y = _PAD + column * wide / _COLUMNS, tall - (row + 0.5) * tall / rows - _CODE_SIZE / 2
            draw_line(canvas, x, y + _CODE_SIZE + 2, str(place + 1), Face.REGULAR, _NUMBER_SIZE, colour=INK2)
            draw_line(canvas, x, y, group, Face.CODE, _CODE_SIZE)
        canvas.setFillColor("black")
        self._scanned.drawOn(canvas, WIDTH - _QR - _PAD, _PAD)


class Etiket(Flowable):  # type: ignore[misc] # reportlab is without types
    """A label to cut out and stick on the envelope, with room to write."""

    def __init__(self, blad: Blad) -> None:
        super().__init__()
        self._kluis = _("Kluis {number}").format(number=blad.kluis)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole width."""
        return WIDTH, _LABEL

    def draw(self) -> None:
        """Draw the line to cut along, what stands on the envelope, and lines to write on."""
        canvas, half = self.canv, WIDTH / 2
        canvas.setStrokeColor(INK2)
        canvas.setLineWidth(0.8)
        canvas.setDash([4, 3])
        canvas.rect(0, 0, WIDTH, _LABEL - 6)
        canvas.setDash([])
        draw_line(canvas, 6, _LABEL - 10.5, "✂", Face.SIGNS, 13, colour=INK2)
        top = _LABEL - 30
        draw_line(canvas, _PAD, top, _("Herstelblad van Gezinsplan"), Face.SEMIBOLD, 13)
        draw_line(canvas, _PAD, top - 18, self._kluis, Face.REGULAR, 11.5)
        for number, words in enumerate((_("Alleen openen als het wachtwoord"), _("van deze kluis kwijt is."))):
            draw_line(canvas, _PAD, top - 42 - 14 * number, words, Face.REGULAR, _SMALL, colour=INK2)
        canvas.setStrokeColor(HAIRLINE)
        for number, words in enumerate((_("Naam"), _("Dichtgeplakt op"), _("Handtekening"))):
            y = top - 2 - 33 * number
            draw_line(canvas, half, y, words, Face.REGULAR, _SMALL, colour=INK2)
            begin = half + fonts.width(words, Face.REGULAR, _SMALL) + 5
            canvas.line(begin, y - 2, WIDTH - _PAD, y - 2)
