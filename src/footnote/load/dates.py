"""Dates in some words: each that is full, and the one that a line of a text's opening is there to give."""

import datetime
import re
from collections.abc import Iterator

from footnote.residue import is_residue

LONGEST_LINE = 160  # code points of a line that is looked at as a whole

PARTED = r"\s*(?:[|·•]|(?<=\s)//(?=\s))\s*"  # what stands between a byline and a date on one line

_MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True)) | {
    "mär": 3,
    "mai": 5,
    "okt": 10,
    "dez": 12,
}
_MONTH = (
    r"(jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|"
    r"sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_DATES = (
    (re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?!\d)"), (0, 1, 2)),
    (re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\.?\d)"), (2, 1, 0)),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH},? (\d{{4}})\b", re.IGNORECASE), (2, 1, 0)),
    (re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE), (2, 0, 1)),
)
_SAID = (  # that a date is to follow
    r"(?:(?:first |originally )?(?:published|posted)|(?:last )?(?:updated|modified)|date|dated|version|"
    r"for (?:immediate )?release|veröffentlicht|stand|arxiv:\S{1,40} \[[\w.-]{1,20}\])(?!\w)"
    r"(?: on| at| am)?:?"
)
_HOUR = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?,?"
_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?"
)
_LEAD = re.compile(rf"(?:{_SAID}\s*)?(?:{_HOUR}\s+)?(?:{_WEEKDAY}\s*)?", re.IGNORECASE)
_TAIL = re.compile(  # an hour, a remark
    r"(?:,? (?:(?:updated )?(?:at )?|um )(?:\d{1,2}[:.h]\d\d.{0,30}|\d{1,2} ?[ap]\.?m\.?))?"
    r"\s*(?:[|·•(;].*|//.*|\.)?"
)
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_PAPER = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,4}}, (?i:{_WEEKDAY}) ")  # "The Herald, Monday "
_AGENCY = re.compile(r"\s*[,(]?\s*(?:\(?[A-Z][\w ]{1,20}\)|/[A-Z][\w ]{1,20}/|\))?\s*")
_PLACE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*,?(?: (?=\S)|$)){1,5}")


def iso_date(words: str) -> str:
    """Return the first full date in some words as ISO 8601, "" where there is none."""
    return next((date for _, _, date in dates(words)), "")


def is_full(words: str) -> bool:
    """Whether some words give a day, a month and a year, be it one that the calendar has not."""
    return any(pattern.search(words) for pattern, _ in _DATES)


def dates(words: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, ISO 8601) of each full date in some words that the calendar has."""
    for pattern, order in _DATES:
        for match in pattern.finditer(words):
            year, month, day = (match.groups()[place] for place in order)
            number = int(month) if month.isdecimal() else _MONTHS[month[:3].casefold()]
            try:
                yield *match.span(), datetime.date(int(year), number, int(day)).isoformat()
            except ValueError:  # 31 February
                continue


def stated_date(line: str, *, signed: bool) -> str:
    """Return the date of a line that is there to give it, or of the dateline that a line begins with.

    ``signed`` says that the line names its author, so that any date on it is the article's.
    """
    if len(line) <= LONGEST_LINE:
        for start, end, date in dates(line):
            if signed or (_leads(line[:start]) and _TAIL.fullmatch(line, end)):
                return date
    return _dateline(line)


def _leads(before: str) -> bool:
    """Whether what stands before a date on its line tells that it is the article's."""
    *others, last = re.split(PARTED, before)
    said = re.match(_SAID, last, re.IGNORECASE) or all(map(is_residue, others))
    return bool(said and _LEAD.fullmatch(last)) or bool(not others and _PAPER.fullmatch(last))


def _dateline(line: str) -> str:
    """Return the date of "LEEDS, 4 May 2024 (CNA) – The …" or "LEEDS – May 4, 2024 – The …"."""
    place, *rest = re.split(r"\s[–—-]+\s", line[:100], maxsplit=2)
    if len(rest) == 2 and _PLACE.fullmatch(place):
        return next((date for start, end, date in dates(rest[0]) if (start, end) == (0, len(rest[0]))), "")
    for start, end, date in dates(place):
        named = all(word[0].isupper() for word in place[:start].strip(" ,(").split())
        closed = place.count("(") == place.count(")")  # not "Marie Curie (7 November 1867 – 4 July 1934)"
        if named and closed and start > 0 and rest and _AGENCY.fullmatch(place, end):
            return date
    return ""
