"""The family's dossier as frozen values, and the rules that turn one value into the next."""
