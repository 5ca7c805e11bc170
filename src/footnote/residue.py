"""Which lines of a pasted web page are residue: around the article, not of it.

A line counts only as a whole and only where it is short, so a sentence that happens to
begin with such words stays.
"""

import re

_LONGEST = 120  # code points; a longer line is a paragraph

_SHARE_VERBS = {"share", "tweet", "print", "email", "save", "comment", "comments", "reply", "follow"}
_SHARE_PLACES = {"facebook", "twitter", "linkedin", "whatsapp", "reddit", "instagram", "telegram", "x"}
_SHARE_BAR = _SHARE_VERBS | _SHARE_PLACES
_SHARE_BAR |= {"e", "mail", "like", "copy", "link", "us", "on", "this", "the", "article", "menu"}
_SHARE_BAR |= {"search", "pin", "story", "post", "page", "via"}

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12})?"
_DATE = rf"(?:[a-z]+day,? )?(?:{_DAY} {_MONTH}|{_MONTH} {_DAY}),? \d{{4}}{_TIME}"

_WHOLE_LINES = (
    r"placeholder canvas",
    r"\d+ (?:comments?|shares?|likes?|min(?:ute)?s? read)",
    r"(?:skip|jump) to (?:main )?content",
    r"advertise?ment|sponsored(?: content)?|story continues below.{0,20}",
    r"(?:read|see|view|show|learn|load) (?:more|also|all|next|related)\b(?:\.|.*[^.])?",
    r"(?:related|recommended|most read|trending|more) (?:articles?|stories|posts?|news|on this|from)\b.*",
    r"(?:sign up|subscribe|log ?in|register|join us|newsletter)\b.*[^.]",
    r"(?:we|this site) uses? cookies.*|accept (?:all )?cookies",
    r"(?:photo(?:graph)?|image|picture|video|graphic)s?(?: credit| by| courtesy)?(?: of)? ?[:©].*",
    r"getty images.*|ap photo.*|afp|reuters",
    r"(?:first )?(?:published|updated|posted|last (?:updated|modified))\b(?: (?:on|at|by))?:? .*\d.*[^.]",
    r"publication:.*(?:volume|issue|vol\.|no\.).*",
    r"(?:volume|vol\.):? ?\d+.*(?:issue|no\.):? ?\d+.*",
    _DATE,
    r"(?:©|copyright|all rights reserved).*",
)
_RESIDUE = re.compile("|".join(f"(?:{line})" for line in _WHOLE_LINES), re.IGNORECASE)
_BYLINE = re.compile(r"(?:By|BY) (?:[A-Z][\w.'’-]*,? ?(?:and |& )?){2,5}(?:[,|].{0,60})?")


def is_residue(line: str) -> bool:
    """Whether a whole line is residue: a share bar, a byline, a bare date, "Read more", and such."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return False
    if _RESIDUE.fullmatch(line):
        return True
    if _BYLINE.fullmatch(line) and not line.endswith((".", "!", "?")):
        return True
    words = re.findall(r"\w+", line.casefold())
    return bool(words) and set(words) <= _SHARE_BAR and bool(_SHARE_VERBS & set(words))
