"""Beside which field of the first card a refusal stands."""

from gezinsplan.domain.errors import Code, Refused

_BESIDE: dict[Code, tuple[str, ...]] = {
    Code.PASSPHRASE_WRONG: ("passphrase",),
    Code.PASSPHRASE_WEAK: ("passphrase",),
    Code.PASSPHRASE_DIFFERS: ("again",),
    Code.TRY_LATER: ("passphrase", "code"),
    Code.CODE_LENGTH: ("code",),
    Code.CODE_TYPO: ("code",),
    Code.CODE_WRONG: ("code", "passphrase"),
    Code.CODE_DIFFERS: ("code",),
    Code.ORG_KEY_FILE: ("file",),
    Code.ORG_KEY_OTHER: ("file",),
    Code.ORG_KEY_DAMAGED: ("file",),
    Code.ORG_KEY_NEWER: ("file",),
    Code.ORG_KEY_NOT_OF_VAULT: ("file",),
    Code.ORG_KEY_PRESENT: ("file",),
    Code.ORG_KEY_PASSPHRASE: ("passphrase",),
}


def field_of(refused: Refused, fields: tuple[str, ...]) -> str:
    """The name of the field, out of those that are there; empty when it belongs to none."""
    share = refused.values.get("share")
    told = (f"list_{share}",) if share else (str(refused.values.get("field", "")),)
    return next((name for name in (*_BESIDE.get(refused.code, ()), *told) if name in fields), "")
