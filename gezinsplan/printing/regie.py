"""Who keeps the help together: on top of the first page, with whom to call when he or she is not there."""

from uuid import UUID

from reportlab.platypus import Flowable

from gezinsplan.domain import namen, regie
from gezinsplan.domain.betrokken import regisseur_on
from gezinsplan.domain.dossier import Betrokkenheid, Regisseurschap
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.overdracht import Termijn, termijnen
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import find, get
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import BOX, BOX_NAME, CELL, CELL_HEAD, INK2, WIDTH
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, Stuk, alinea, kader, quoted, sectie, tabel
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date


def regie_kader(papier: Papier) -> Flowable:
    """The box on page 1: the regisseur or the vacancy, who stands in, and whom to call in danger and at night."""
    term = regie.term_on(papier.dossier, papier.op)
    parts: list[list[Flowable]] = []
    if term is not None:
        houder = regisseur_on(papier.dossier, papier.op)
        parts.append(_regisseur(papier, houder) if houder is not None else _vacancy(term))
        parts.append(_vervanger(papier, term))
    parts.append(_danger())
    shown = [each for each in parts if each]
    starts = [sum(len(each) for each in shown[:number]) for number in range(1, len(shown))]
    return kader([part for each in shown for part in each], frozenset(starts))


def _vacancy(term: Regisseurschap) -> list[Flowable]:
    """Since when and why; of a holder who died or left the paper says no more than that there is nobody now."""
    said = [alinea(BOX_NAME, _("Er is nu geen regisseur."))]
    if term.houder is None:
        since = _("Sinds {date}.").format(date=long_date(term.vanaf))
        said.append(alinea(BOX, f"{since} {term.reden.strip()}"))
    return said


def _regisseur(papier: Papier, houder: UUID) -> list[Flowable]:
    persoon = find(papier.dossier, Persoon, houder)
    if persoon is not None:
        return [_label(), alinea(BOX_NAME, papier.called(houder)), alinea(BOX, _who(persoon))]
    helper = get(papier.dossier, Betrokkenheid, houder)
    parts = [_label(), alinea(BOX_NAME, namen.helper_name(helper, papier.kaart))]
    organisation = namen.helper_organisation(helper, papier.kaart)
    if organisation:
        parts.append(alinea(BOX, organisation))
    professional = namen.professional_of(papier.kaart, helper.professional)
    if professional is not None:
        parts += _reachable(papier, professional, helper.organisatie)
    return parts


def _label() -> Flowable:
    return alinea(BOX, Stuk(_("Onze regisseur"), kleur=INK2))


def _who(persoon: Persoon) -> str:
    if persoon.band:
        return persoon.band
    home = persoon.soort is PersoonSoort.GEZINSLID
    return _("hoort bij ons gezin") if home else _("hoort bij onze familie, vrienden en buren")


def _reachable(papier: Papier, professional: Professional, organisatie: UUID | None) -> list[Flowable]:
    """The telephone and when it is answered; without an own one that of the organisation."""
    phone, when = _numbers(papier, professional, organisatie)
    lines: list[Flowable] = []
    if phone:
        lines.append(
            alinea(
                BOX,
                Stuk(_("Telefoon {number}").format(number=phone), face=Face.SEMIBOLD),
                f" · {when}" if when else "",
            )
        )
    elif when:
        lines.append(alinea(BOX, _("Bereikbaar: {when}").format(when=when)))
    return lines


def _numbers(papier: Papier, professional: Professional, organisatie: UUID | None) -> tuple[str, str]:
    if professional.telefoon.strip():
        return professional.telefoon.strip(), professional.bereikbaar.strip()
    office = namen.organisation_of(papier.kaart, organisatie or professional.organisatie)
    if office is None:
        return "", professional.bereikbaar.strip()
    return office.telefoon.strip(), professional.bereikbaar.strip() or office.bereikbaar.strip()


def _vervanger(papier: Papier, term: Regisseurschap) -> list[Flowable]:
    name = papier.called(term.vervanger)
    if not name:
        return []
    asked = _("Tot er een regisseur is, bel:") if term.houder is None else _("Niet bereikbaar? Vervanger:")
    professional = namen.professional_of(papier.kaart, term.vervanger)
    if professional is None:
        return [alinea(BOX, f"{asked} ", Stuk(name, face=Face.SEMIBOLD))]
    organisation = namen.organisation_name(papier.kaart, professional.organisatie)
    phone, when = _numbers(papier, professional, None)
    rest = " · ".join(part for part in (organisation, phone, when) if part)
    return [alinea(BOX, f"{asked} ", Stuk(name, face=Face.SEMIBOLD), f"\n{rest}" if rest else "")]


def _danger() -> list[Flowable]:
    night = _("'s Avonds en 's nachts:")
    return [
        alinea(BOX, _("Is er nu gevaar?"), " ", Stuk(_("Bel 112."), face=Face.BOLD)),
        alinea(BOX, f"{night} ", Stuk(_("Veilig Thuis 0800-2000"), face=Face.SEMIBOLD), _(" (gratis, dag en nacht)")),
    ]


# ---------------------------------------------------------------- the whole line


_COLUMNS = (0.36 * WIDTH, 0.28 * WIDTH, 0.36 * WIDTH)


def regisseurs(papier: Papier) -> list[Flowable]:
    """Everybody who was regisseur, the oldest first, with days and reason; nothing while there was one."""
    terms = termijnen(papier.dossier, papier.op)
    if len(terms) <= 1:
        return []
    head = [alinea(CELL_HEAD, name) for name in (_("Wanneer"), _("Wie"), _("Waarom"))]
    table = tabel(_COLUMNS, [head, *(_term(papier, each) for each in terms)], kop=True)
    return sectie(_("Wie hield de hulp bij elkaar?"), Blok([table]))


def _term(papier: Papier, termijn: Termijn) -> list[Flowable]:
    term = termijn.term
    end = _("nu") if term.tot is None else long_date(term.tot)
    days = _("{start} tot {end}").format(start=long_date(term.vanaf), end=end)
    if term.houder is None:
        who = [Stuk(_("geen regisseur"), face=Face.SEMIBOLD)]
    else:
        who = [Stuk(papier.called(term.houder), face=Face.SEMIBOLD), Stuk(_side(papier, term), kleur=INK2)]
    said = quoted(term.mening_gezin) if term.mening_gezin.strip() else ""
    told = [part for part in (term.reden.strip(), said, _still(papier, termijn)) if part]
    return [alinea(CELL, days), alinea(CELL, *who), alinea(CELL, "\n".join(told))]


def _side(papier: Papier, term: Regisseurschap) -> str:
    helper = find(papier.dossier, Betrokkenheid, term.houder)
    organisation = namen.helper_organisation(helper, papier.kaart) if helper is not None else ""
    return f"\n{organisation}" if organisation else ""


def _still(papier: Papier, termijn: Termijn) -> str:
    """The one before, who stayed in contact for a while."""
    contact = termijn.contact
    name = papier.called(contact.houder) if contact is not None else ""
    if contact is None or not name:
        return ""
    return _("{name} is nog te bereiken tot {date}.").format(name=name, date=long_date(contact.tot))
