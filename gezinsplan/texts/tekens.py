"""The words of the lines in the drawing of who stands around the family, alike on screen and paper."""

from gezinsplan.texts import _


def sterkte_words() -> dict[str, str]:
    """What a line that is not a plain one means; by the value of the domain's list."""
    return {"sterk": _("sterke band"), "zwak": _("losse band"), "gespannen": _("gespannen band")}
