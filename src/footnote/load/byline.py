"""Who wrote a text and when, where its first lines plainly say so; the text itself is left as it is."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_OPENING_LINES = 15
LONGEST_LINE = 160  # code points of a line that is looked at as a whole

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*"  # begins with a capital
_PART = rf"(?:{_NAME}|de|da|di|del|der|den|van|von|la|le|el|bin|al)"
_PERSON = rf"{_NAME}(?: {_PART}){{1,4}}"
_PERSONS = rf"{_PERSON}(?:(?:, and |, | and | & ){_PERSON}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:written by|story by|by|author|authors)(?::\s*|\s+)(?-i:({_PERSONS}))"
    r"(?:\s*[|,•·–—(].*|\s+(?:updated|published)\b.*)?",
    re.IGNORECASE,
)

_NOBODY = frozenset(
    [
        *(
            "admin",
            "administrator",
            "anonymous",
            "author",
            "default",
            "guest",
            "owner",
            "python-docx",
            "root",
        ),
        *("unknown", "unspecified", "user", "microsoft office user", "windows user", "(anonymous)"),
    ]
)

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
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH},? (\d{{4}})\b", re.IGNORECASE), (2, 1, 0)),
    (re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE), (2, 0, 1)),
)
_DATE_LEAD = re.compile(  # what may stand before a date on a line that is there to give it
    r"(?:(?:first )?(?:published|posted|updated|last updated|date|dated|veröffentlicht|stand)\b"
    r"(?: on| at| am)?:?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:mon|diens|donners|frei|sams|sonn)tag,|mittwoch,)?\s*",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(r"(?:,? (?:at |um )?\d{1,2}[:.h]\d\d.{0,20})?\s*(?:[|·•(].*)?")  # an hour, a remark
_AGENCY = re.compile(r"\s*[,(]?\s*(?:\(?[A-Z][\w ]{1,20}\)|\))?\s*")  # what stands after a dateline's date


@dataclass(frozen=True, slots=True)
class Byline:
    """An author and a date (ISO 8601), each "" where the text does not plainly say it."""

    author: str = ""
    date: str = ""


def find_byline(text: str) -> Byline:
    """Return what the first lines of a text say of its author and date: a byline, a line that is a date."""
    author = date = ""
    for start, end in opening_lines(text):
        line = text[start:end].strip("*_").strip()
        author = author or _author(line)
        date = date or _date(line)
    return Byline(author, date)


def opening_lines(text: str) -> list[tuple[int, int]]:
    """Return where the first lines of a text stand that have words, without the blanks around them."""
    lines = islice(re.finditer(r"\S(?:.*\S)?", text[:20_000]), _OPENING_LINES)
    return [line.span() for line in lines]


def stated_author(name: str | None) -> str:
    """Return the author that a file states, "" where a program put something in that names nobody."""
    name = " ".join((name or "").split())
    return "" if not name or name.casefold() in _NOBODY else name


def iso_date(words: str) -> str:
    """Return the first full date in some words as ISO 8601, "" where there is none."""
    return next((date for _, _, date in dates(words)), "")


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


def _author(line: str) -> str:
    found = (
        _BYLINE.fullmatch(line) if len(line) <= LONGEST_LINE and not line.endswith((".", "!", "?")) else None
    )
    return found[1] if found else ""


def _date(line: str) -> str:
    """Return the date of a line that is there to give it, or of the dateline that a line begins with."""
    if len(line) <= LONGEST_LINE:
        lead = _DATE_LEAD.match(line)
        for start, end, date in dates(line):
            if (lead and start == lead.end() and _DATE_TAIL.fullmatch(line, end)) or _author(line):
                return date
    head = re.split(r"\s[–—-]+\s", line[:100], maxsplit=1)[0]
    for start, end, date in dates(head):
        named = all(word[0].isupper() for word in head[:start].strip(" ,(").split())
        if named and start > 0 and len(head) < min(len(line), 100) and _AGENCY.fullmatch(head, end):
            return date
    return ""
