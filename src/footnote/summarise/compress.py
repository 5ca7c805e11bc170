"""A sentence becomes shorter without a model: only what its truth does not depend on is left out.

Left out are a news agency's dateline, a step's number, words that join a sentence to the one before it
("However,", "Secondly,", "also"), bracketed sources, reference marks and one of a pair of bold marks.
Attributions, conditions, negations, appositions and whatever else may carry the meaning stay. The patterns
are English; another language's sentence loses only its marks.
"""

import re

from footnote.numerals import MONTHS
from footnote.quotations import open_quotation
from footnote.schema.lines import unwrapped
from footnote.verify.tables.grammar import AUXILIARIES, SUBJECT_PRONOUNS

_FEWEST_WORDS = 4  # what is left must still be a sentence

_AGENCIES = r"(?:CNN|AP|AFP|Reuters|UPI|Xinhua|Interfax|TASS|dpa|PA|Bloomberg|[A-Z][\w ]{2,30} News)"
_DATELINE = re.compile(rf"^[A-ZÀ-Þ]?[\w .,’'()À-ÿ-]{{0,60}}?\({_AGENCIES}\)\s*(?:--|[—–-])?\s*")
_PLACE_DATELINE = re.compile(r"^[A-Z]{3,}[A-Z ,.]*(?:, [A-Z][\w .]{2,20},?)?\s+(?:--|[—–])\s+")
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_DAY_AND_MONTH = rf"(?:(?:{MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{MONTHS}))(?:,? \d{{4}})?"
_OPENING_DATELINE = re.compile(  # of a press release: "**Carrow, 3 November** — "
    # No letter or diary: "Dear Ada, May 3 — …", "Easter Sunday, 4 April — …".
    r"^(\*\*)?(?!(?:On|Dear)\b|[^,]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\bDay|\bEve)\b)"
    rf"(?:{_NAME},? (?:of |the )?){{0,6}}{_NAME}, {_DAY_AND_MONTH}"
    r"(?: \([A-Z][\w ]{1,30}\))?(?(1)\*\*)\s+(?:--|[—–-])\s+"
)
_JOINING = (
    r"however|moreover|furthermore|in addition|additionally|also|besides|indeed|in fact|meanwhile|"
    r"nevertheless|nonetheless|therefore|thus|hence|consequently|as a result|accordingly|in turn|"
    r"for example|for instance|of course|by contrast|in contrast|on the other hand|on the contrary|"
    r"similarly|likewise|finally|in short|in other words|in particular|that said|what is more|"
    r"to be sure|after all|then again|at the same time|in this context|as such|importantly"
)
_LEADING = re.compile(rf"^(?:(?:and|but|so|yet|or) )?(?:{_JOINING}),\s+", re.IGNORECASE)
_COUNTING = re.compile(  # "Second, third and fourth prizes" counts things
    r"^(?:first|second|third|fourth|last)(?:ly)?,\s+(?!(?:second|third|fourth|fifth|and|but)\b)",
    re.IGNORECASE,
)
_STEP = re.compile(r"^\d{1,2}[.)]\s+(?=(?:[A-ZÀ-Þ][a-zß-ÿ]|A )[^|]*$)")  # alone, its number counts nothing
_CONJUNCTION = re.compile(r"^(?:And|But|Yet|So),?\s+(?=[A-Za-z“‘])(?!that\b|far\b|much\b|many\b|long\b)")
_INNER = re.compile(
    r",\s(?:however|moreover|therefore|for example|for instance|in fact|indeed|of course),(?=\s)"
)
_ALSO = re.compile(r"(?<!\bbut)(?<!\bnot)(?<!,) also(?= [a-z])")
_BEFORE_CONJUNCTION = re.compile(r"\s(?:and|but|or|which|who)\b")

_FINITE = AUXILIARIES - {"be", "been", "being"}
_LIMITS = frozenset("but except if unless otherwise within until after before only not".split())

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS}|{_MONTHS} \d{{4}}|(?:19|20)\d\d[a-z]?|p\.? ?\d+"
_DATED = rf"[^()]*\b(?:{_DAY})[^()]*"
_NAMED_SOURCE = rf"(?:{_AGENCIES}|(?:see|source:|photo:|via|pictured|left|right|above|below|file)\b[^()]*)"
_SOURCE = re.compile(rf"\s*\((?:(?=[A-Z])(?={_DATED}\)){_DATED}|{_NAMED_SOURCE})\)")
_REFERENCE = re.compile(r"\s*\[(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|citation needed|note \d+|[a-z])\]")


def compress(text: str, language: str = "en", *, opens: bool = False) -> str:
    """Return a sentence on one line, without what can safely be left out; it keeps its end.

    ``opens`` says that it opens the article: only there place and date are a dateline.
    """
    tidy = _REFERENCE.sub("", _on_one_line(text))
    if language not in ("en", "und"):
        return tidy
    shorter = _without_source(_without_dateline(_STEP.sub("", tidy), opens=opens))
    shorter = _ALSO.sub("", _INNER.sub(_comma_where_wanted, shorter))
    for pattern in (_LEADING, _COUNTING, _CONJUNCTION):
        rest = pattern.sub("", shorter, count=1)
        shorter = shorter if rest == shorter else _capitalised(rest)
    return shorter if len(shorter.split()) >= min(_FEWEST_WORDS, len(tidy.split())) else tidy


def first_clause(text: str) -> str:
    """Return what stands before a semicolon, where that is a sentence of its own, else the text.

    The clause must be long enough and leave no bracket, quotation or list open; what follows must be clauses
    with a verb, and not such as limit it: "you pay back half of the cost; within six months, all of it".
    """
    head, *others = text.split("; ")
    whole = head.count("(") == head.count(")") and ":" not in head and not open_quotation(head)
    long_enough = len(head.split()) > 2 * _FEWEST_WORDS
    return f"{head}." if others and whole and long_enough and all(map(_adds, others)) else text


def _adds(clause: str) -> bool:
    """Whether a clause says something more, and does not limit what stands before it."""
    words = re.findall(r"\w+", clause.lower())
    opens = {*words[:1]}
    return bool(_FINITE.intersection(words) or opens & SUBJECT_PRONOUNS) and not opens & _LIMITS


def _on_one_line(text: str) -> str:
    whole = text.replace("**", "") if text.count("**") % 2 else text
    return re.sub(r"\s+([.,;:!?])(?=\s|$)", r"\1", unwrapped(whole))


def _without_dateline(text: str, *, opens: bool) -> str:
    for pattern in (_DATELINE, _PLACE_DATELINE, *([_OPENING_DATELINE] if opens else [])):
        rest = pattern.sub("", text, count=1)
        if rest != text and rest[:1].isupper() | (rest[:1] in "\"“‘'") | rest[:1].isdigit():
            return rest
    return text


def _without_source(text: str) -> str:
    rest = _SOURCE.sub("", text)
    if rest == text:
        return text
    rest = rest.rstrip()
    ended = rest.endswith((".", "!", "?", "”", '"', "’", "…"))
    doubled = re.sub(r"([.!?][”’\"]?)\s*\.$", r"\1", rest)
    return doubled if ended else f"{rest}."


def _comma_where_wanted(match: re.Match[str]) -> str:
    """Keep one comma before a conjunction: "poisonous, however, and most" -> "poisonous, and most"."""
    return "," if _BEFORE_CONJUNCTION.match(match.string, match.end()) else ""


def _capitalised(text: str) -> str:
    place = next((i for i, char in enumerate(text) if char.isalnum()), 0)
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]
