"""How a question opens: the "ok but" in front of it, and its capital."""

import re

from footnote.followup.grammar.classes import ASKING, AUXILIARIES, FUNCTION

LEADS = r"(?:(?:and|but|so|or|ok(?:ay)?|well|then)[, ]+)*"  # of one in a word or two: "OK, but why?"
ONE_LEAD = r"(?:(?:and|but|so)[, ]+)?"  # of a bare follow-up: "And did Russia?"
_LED = re.compile(rf"^{LEADS}(?=(?:{'|'.join(ASKING | AUXILIARIES)})\b)", re.IGNORECASE)


def without_lead(text: str) -> str:
    """Return a question without the "ok but" in front of what it asks with."""
    return _LED.sub("", text)


def lower_first(text: str) -> str:
    """Return the text to stand inside a sentence: an opening function word loses its capital."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].lower() + text[1:] if first.lower() in FUNCTION and first != "I" else text
