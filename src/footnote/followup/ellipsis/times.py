"""A time that is asked about, "And in 1998?", takes the place of the last question's."""

import re

from footnote.followup.grammar.nouns import TIME_NOUNS
from footnote.followup.grammar.openings import lower_first

_TIME_NOUN = "|".join(sorted(TIME_NOUNS))
_TIME = re.compile(
    r"(?:(?:in|on|at|during|since|before|after|by) )?"
    rf"(?:(?:this|last|next|the (?:previous|following|same)|that) )(?:{_TIME_NOUN})\b"
    rf"|the (?:{_TIME_NOUN}) (?:before|after)\b"
    r"|(?:(?:in|since|before|after|by|during|on) )?(?:\d\d? )?(?:[A-Z][a-z]+ )?\b(?:1\d|20)\d\d\b"
    r"|\b(?:today|now|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_UP_TO_YEAR = re.compile(r"(?:in|on|at|during|since|by) (?:\w+ ){0,4}(?:1\d|20)\d\d", re.IGNORECASE)


def is_time(part: str) -> bool:
    """Say whether a part is nothing but a time."""
    return bool(_TIME.fullmatch(part))


def with_time(part: str, last: str) -> str | None:
    """Put a time in the place of the last question's, or at its end."""
    if not is_time(part) and not _UP_TO_YEAR.fullmatch(part):
        return None
    dated = f"in {part}" if part.isdigit() else lower_first(part)
    old = _TIME.search(last)
    return f"{last[: old.start()].rstrip()} {dated}{last[old.end() :]}" if old else f"{last} {dated}"
