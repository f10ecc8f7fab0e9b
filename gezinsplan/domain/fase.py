"""Where a family is on the road."""

from enum import StrEnum


class CasusFase(StrEnum):
    """Where the family is on the road; a phase guides and never blocks (product.md 3)."""

    AANMELDING = "aanmelding"
    KENNISMAKEN = "kennismaken"
    STARTGESPREK = "startgesprek"
    UITVOEREN = "uitvoeren"
    EVALUEREN = "evalueren"
    AFRONDEN = "afronden"
    NAZORG = "nazorg"
    GESLOTEN = "gesloten"


PERSOONLIJK = "persoonlijk_plan"
EIGEN_PLAN = frozenset({"familiegroepsplan", PERSOONLIJK})
ANTWOORD, NETWERK = "antwoord", "netwerk"
STAPPEN: dict[CasusFase, tuple[str, ...]] = {
    CasusFase.AANMELDING: (
        "familiegroepsplan",
        PERSOONLIJK,
        "clientondersteuning",
        "vertrouwenspersoon",
        "gegevens",
        "gezag",
        "regisseur",
        ANTWOORD,
        NETWERK,
    ),
    CasusFase.KENNISMAKEN: ("gesproken", "kracht", "wie_komen", "veilig_eerst"),
    CasusFase.STARTGESPREK: ("gekozen", "uitgenodigd", "eigen_verhaal", "afgesproken"),
    CasusFase.UITVOEREN: ("iemand_doet_het", "nog_nodig", "kind_apart"),
    CasusFase.EVALUEREN: ("cijfers", "wie_kan_gaan", "plan_bij", "volgende"),
    CasusFase.AFRONDEN: ("overgenomen", "veilig_einde", "terug_bij", "nazorg_dag"),
    CasusFase.NAZORG: ("gebeld", "weer_nodig"),
    CasusFase.GESLOTEN: ("overgezet", "plan_mee", "bewaren"),
}
"""The shipped steps by their keys; a step without a key is the family's own."""
GEWOON = frozenset(key for keys in STAPPEN.values() for key in keys)
