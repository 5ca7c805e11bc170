"""Who wrote a text and when, where its first lines plainly say so; the text itself is left as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footnote.load.dates import LONGEST_LINE, PARTED, dates, stated_date
from footnote.residue import is_residue
from footnote.residue.header import header_of
from footnote.schema.lines import ENDS, LINE

_OPENING_LINES = 15  # of more than a few words
_FEW_WORDS = 3  # of an entry of a menu; such do not count, of which a page has many above its title
_MOST_LINES = 80

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*"  # begins with a capital
_PART = rf"(?:{_NAME}|de|da|di|del|der|den|van|von|la|le|el|bin|al)"
_PERSON = rf"{_NAME}(?: {_PART}){{1,4}}"
_AND = r"(?:,? and |, | & )"
_BYLINE = re.compile(
    rf"(?:(?:written by|story by|by)(?::\s*|\s+)(?!order\b)|authors?:\s*)"
    rf"(?-i:({_PERSON}(?:{_AND}{_PERSON}){{0,4}}))"
    r"(?:\s*[,–—(<].*|\s+(?:updated|published)\b.*)?",
    re.IGNORECASE,
)
_OURS = re.compile(  # "Exclusive by our industrial correspondent, Edmund Vail"
    rf"(?:exclusive )?by our (?:[a-z-]+ ){{0,3}}(?:correspondent|reporter|editor|critic),? (?-i:({_PERSON}))",
    re.IGNORECASE,
)
_SEAT = rf"(?: in {_NAME}(?: {_PART}){{0,3}})?"
_REPORTED = re.compile(  # below an agency's article
    rf"\((?i:reporting by) ({_PERSON}{_SEAT}(?:{_AND}{_PERSON}{_SEAT}){{0,4}})(?:; .*)?\)"
)
_NO_PERSON = re.compile(  # what is written like a name, or stands beside one
    r"\b(?:(?:agenc|universit)\w*|correspondent|critic|desk|editors?|foundation|institut\w*|journalists?|ltd|"
    r"magazine|new|news|press|reporters?|service|staff|team|times|united|writers?)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(  # before a date
    r"(?:posted|written|submitted|uploaded) by (?!(?:the|an?|our)\b)"
    r"(\S{1,40}(?: \S{1,40}){0,3}?),? (?:on )?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?<=:) \| ")  # a table's row
_SIGNS = r"[\d*†‡§¶∗^]"
_MARKS = (  # of an affiliation, after an author's name
    r"(?:[ ,]{0,2}(?:\^?\d{1,2}(?!\d)|\^\{[\d,*†‡§¶∗]{1,20}\}|\^?[*†‡§¶∗]))*"
)
_SURNAME = r"(?:(?:de|da|di|del|der|den|van|von|la|le|el|bin|al) ){0,2}[^\W\d_a-zß-ÿ](?:[^\W\d_]|['’-])*"
_MARKED = rf"{_SURNAME}\.?(?: {_SURNAME}\.?){{1,4}}(?=[ ,]{{0,2}}{_SIGNS}){_MARKS}"
_INITIALLED = rf"(?:[A-Z]\.[ -]?){{1,3}} ?{_SURNAME}(?: {_SURNAME})?{_MARKS}"
_AUTHOR = rf"(?>{_MARKED}|{_INITIALLED})"  # atomic: in a line that is none, each author would be tried twice
_AUTHORS = re.compile(rf"{_AUTHOR}(?:{_AND}{_AUTHOR}){{1,19}}")
_HEADING = re.compile(r"^#{1,6} .{1,160}$", re.MULTILINE)
_MARKED_UP = re.compile(r"^(?:#{1,6} )?[*_ ]*")
_PAPER = re.compile(
    r"(?:(?:\d\.? )?introduction|keywords\b.*|background:.*|abstract(?:[.:—–-].*)?|received:? \d.*)",
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
        *(
            "unknown",
            "unspecified",
            "user",
            "microsoft office user",
            "super user",
            "windows user",
            "(anonymous)",
        ),
    ]
)


@dataclass(frozen=True, slots=True)
class Byline:
    """An author and a date (ISO 8601), each "" where the text does not plainly say it."""

    author: str = ""
    date: str = ""


def find_byline(text: str) -> Byline:
    """Return what the first lines of a text say of its author and date: a byline, a line that is a date."""
    said = [byline for _, _, byline in bylines(text)]
    author = next((one.author for one in said if one.author), "")
    return Byline(author, next((one.date for one in said if one.date), ""))


def bylines(text: str) -> Iterator[tuple[int, int, Byline]]:
    """Yield where each of the first lines of a text stands, and what that line says."""
    lines = opening_lines(text)
    sender = header_of(text).sender
    paper = any(_PAPER.fullmatch(_bare(text[start:end])) for start, end in lines)
    for start, end in lines:
        line = _LABELLED.sub(" ", _bare(text[start:end]), count=1)
        if sender and line[:5].casefold() == "from:":
            author, sender = sender, ""
        else:
            author = _author(line) or (_authors(_MARKED_UP.sub("", text[start:end])) if paper else "")
        entry = text[start] == "#" and _is_diary(text)
        yield start, end, Byline(author, "" if entry else stated_date(line, signed=bool(author)))
    start, end = _last_line(text)
    if end - start <= LONGEST_LINE and (reported := _REPORTED.fullmatch(text, start, end)):
        yield start, end, Byline(re.sub(rf"{_SEAT}(?={_AND}|$)", "", reported[1]))


def _bare(line: str) -> str:
    """Return a line without Markdown's marks around it: of a heading, bold or italic."""
    return _MARKED_UP.sub("", line).rstrip("*_").rstrip()


def _is_diary(text: str) -> bool:
    """Whether several headings are dates: each is that of what stands below it."""
    headings = (_bare(line) for line in _HEADING.findall(text))
    return sum(bool(stated_date(line, signed=False)) for line in headings) > 1


def opening_lines(text: str) -> list[tuple[int, int]]:
    """Return where the first lines of a text stand that have words, without the blanks around them."""
    found: list[tuple[int, int]] = []
    counted = 0
    for line in re.finditer(rf"\S(?:{LINE}*\S)?", text[:20_000]):
        found.append(line.span())
        counted += len(line.group().split()) > _FEW_WORDS
        if counted == _OPENING_LINES or len(found) == _MOST_LINES:
            break
    return found


def _last_line(text: str) -> tuple[int, int]:
    end = len(text.rstrip())
    start = max(text.rfind(sign, 0, end) for sign in ENDS) + 1
    return start, end


def stated_author(name: str | None) -> str:
    """Return the author that a file states, "" where a program put something in that names nobody."""
    name = " ".join((name or "").split())
    return "" if not name or name.casefold() in _NOBODY else name


def authors(author: str) -> tuple[str, ...]:
    """Return each of the people whom an article's author names, as one where they may be no people."""
    names = tuple(re.split(_AND, author))
    people = all(re.fullmatch(_PERSON, name) and not _NO_PERSON.search(name) for name in names)
    return names if people else (author,)


def _author(line: str) -> str:
    if len(line) > LONGEST_LINE or line.endswith((".", "!", "?")):
        return ""
    parts = re.split(PARTED, line)
    signed = (_BYLINE.fullmatch(part) or _OURS.fullmatch(part) for part in parts if not _is_menu(parts))
    posted = (_POSTED.fullmatch(line, 0, start) for start, _, _ in dates(line))
    return next((found[1] for found in (*signed, *posted) if found), "")


def _is_menu(parts: Sequence[str]) -> bool:
    """Whether the parts of a line are a menu's, as in "Visit | By Night Train": none is a date or residue."""
    told = (any(dates(part)) or (is_residue(part) and not _BYLINE.fullmatch(part)) for part in parts)
    return len(parts) > 1 and not any(told)


def _authors(line: str) -> str:
    """Return the authors whom a paper names below its title: each has initials or an affiliation's mark."""
    if len(line) > 2 * LONGEST_LINE or not _AUTHORS.fullmatch(line):
        return ""
    return re.sub(rf"(?<=[^\W\d_])(?=[ ,]{{0,2}}{_SIGNS}){_MARKS}", "", line).rstrip()
