"""What is wrong with a vault that does not open, in a sentence, and what can help."""

from gezinsplan.services.backups import Rescue
from gezinsplan.texts import N_, _

_EXPLAINED = {
    "nothing": N_("De kluis is beschadigd."),
    "no_vault": N_("In deze map staat geen kluis meer, wel reservekopieën."),
    "unfinished": N_("Het maken van deze kluis is niet afgekomen. Er stond nog niets in."),
    "database_missing": N_("Het bestand met uw gezinnen (dossiers.db) is weg."),
    "database_damaged": N_("Het bestand met uw gezinnen (dossiers.db) is beschadigd."),
    "keys_missing": N_("Het sleutelbestand (keys.json) is weg. Zonder dat bestand past geen wachtwoord."),
    "keys_damaged": N_("Het sleutelbestand (keys.json) is beschadigd. Zo past geen wachtwoord."),
    "keys_older": N_("Het sleutelbestand (keys.json) is ouder dan de kluis. Iemand heeft een oud bestand teruggezet."),
}
_KEYS = ("keys_missing", "keys_damaged", "keys_older")
_READABLE = ("nothing", "database_damaged")


def explained(wrong: str) -> str:
    """What is the matter."""
    return _(_EXPLAINED[wrong])


def offers_keys(rescue: Rescue) -> bool:
    """Whether a key file out of a backup may be what is needed."""
    return rescue.wrong in _KEYS and bool(rescue.backups)


def offers_salvage(rescue: Rescue) -> bool:
    """Whether parts of the database may still be readable."""
    return rescue.wrong in _READABLE
