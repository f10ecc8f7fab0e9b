"""The same person in two open families of this vault: noticed, decided about, looked at again (product.md 4)."""

from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain import dubbel
from gezinsplan.domain.banden import Dubbel
from gezinsplan.domain.betrokken import regisseur_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.dubbel import Iemand, TweeRegisseurs, Voorstel
from gezinsplan.domain.namen import full_name
from gezinsplan.domain.personen import Afscherming, Bewoning, Gezagsverhouding, Huishouden, Persoon
from gezinsplan.domain.values import find
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.families import for_screen, twee_regisseurs_in
from gezinsplan.storage import values

_SHIELDS = (Afscherming, Huishouden, Bewoning)  # what tells which words are shielded in that family
_PARTS = (Gezin, Persoon, Gezagsverhouding, Betrokkenheid, Regisseurschap, Dubbel, *_SHIELDS)


@dataclass(frozen=True, slots=True)
class Gelijke:
    """Somebody of another open family who may be the same person, with what is needed to see whether he is."""

    voorstel: Voorstel
    naam: str
    geboren: Datum | None
    gezin: str
    kenmerk: str
    regisseur: str


def te_beslissen(caseload: Caseload, family: Family, persoon: UUID | None = None) -> tuple[Gelijke, ...]:
    """Who of this family, or this one person, may stand in another open one too, while nothing is decided about it.

    A decision counts in both families, until its day to look again. Works on the family as it is on the page, so that
    somebody is noticed when he is entered.
    """
    others = [each for each in _light(caseload) if each.id != family.dossier.id]
    people = [each for other in others for each in dubbel.leden(other, family.op)]
    mine = [each for each in dubbel.leden(family.dossier, family.op) if persoon in (None, each.persoon)]
    found = [each for one in mine for each in dubbel.voorstellen(one, people)]
    there = {each.id: each for each in others}
    open_here = dubbel.te_beslissen(family.dossier, found, family.op)
    return tuple(
        _gelijke(each, there[each.ander_gezin], family, people)
        for each in open_here
        if not _decided_there(there[each.ander_gezin], each, family)
    )


def _decided_there(ander: Dossier, voorstel: Voorstel, family: Family) -> bool:
    turned = replace(voorstel, persoon=voorstel.ander, ander_gezin=family.dossier.id, ander=voorstel.persoon)
    return not dubbel.te_beslissen(ander, [turned], family.op)


def _gelijke(voorstel: Voorstel, ander: Dossier, family: Family, people: list[Iemand]) -> Gelijke:
    who = next(each for each in people if each.persoon == voorstel.ander)
    there = _elders(ander, family)
    return Gelijke(voorstel, who.naam, who.geboren, there.gezin, there.kenmerk, there.regisseur)


@dataclass(frozen=True, slots=True)
class _Elders:
    """What may be told of another family: what is shielded there is masked, also after "Toon" in this one (rule 7)."""

    gezin: str
    kenmerk: str
    regisseur: str


def _elders(ander: Dossier, family: Family) -> _Elders:
    kaart, op = family.team.kaart, family.op
    seen = for_screen(ander, kaart, op)
    return _Elders(seen.gezin.naam, seen.gezin.kenmerk, full_name(seen, kaart, regisseur_on(seen, op)))


def beslis(family: Family, besluit: Dubbel) -> Family:
    """Write down what was decided; two plans need a reason and a day to look again (`domain.dubbel.decide`)."""
    return replace(family, dossier=dubbel.decide(family.dossier, besluit))


@dataclass(frozen=True, slots=True)
class TweeInWoorden:
    """A child of this family with two regisseurs: who, in which other family, and who is regisseur there."""

    rood: TweeRegisseurs
    kind: str
    gezin: str
    kenmerk: str
    regisseur: str


def twee_regisseurs(caseload: Caseload, family: Family) -> tuple[TweeInWoorden, ...]:
    """What stands red in this family because a child of it has another regisseur elsewhere."""
    light = {each.id: each for each in _light(caseload)} | {family.dossier.id: family.dossier}
    red = [each for each in twee_regisseurs_in([*light.values()], family.op) if each.gezin == family.dossier.id]
    return tuple(_in_words(each, family, light[each.ander_gezin]) for each in red)


def _in_words(rood: TweeRegisseurs, family: Family, ander: Dossier) -> TweeInWoorden:
    kind, there = find(family.dossier, Persoon, rood.persoon), _elders(ander, family)
    return TweeInWoorden(
        rood=rood,
        kind=(kind.roepnaam.strip() or kind.naam) if kind is not None else "",
        gezin=there.gezin,
        kenmerk=there.kenmerk,
        regisseur=there.regisseur,
    )


def _light(caseload: Caseload) -> list[Dossier]:
    with caseload.vault.read() as conn:
        return values.load_many(conn, Dossier, _PARTS)
