"""Which lines of a pasted page are around its article by what stands near them.

A line alone does not tell that it is a reader's comment, a link to another article, or a sentence of the
article that is shown once more in large letters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from footnote.residue.subtitles import counters

_COMMENTS = re.compile(
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:leave|post|add) a (?:comment|reply)", re.IGNORECASE
)
_CONTROL = re.compile(
    r"sort(?:ed)? by\b.{0,30}|reply(?:[\W\d]+(?:likes?|share|report|quote|repl(?:y|ies)|upvotes?|to \S+))*|"
    r"\d+ (?:likes?|replies|upvotes)|view all comments|report abuse|(?:log|sign) in to (?:comment|reply)",
    re.IGNORECASE,
)
_NAME = r"(?:\S+|[A-Z]\S*(?: [A-Z]\S*){1,2})"
_AGO = re.compile(rf"(?:{_NAME}\W+)?(?:\d+|an?) (?:minute|hour|day|week|month|year)s? ago")
_SOON = 8  # lines below the word "Comments" among which something is that belongs to comments only
_SIGNS = 2
_LINKS = re.compile(
    r"(?:read more|related (?:articles?|stories)|more (?:on this|stories|must-reads from .{1,30})|most read|"
    r"editors?['’]s? (?:picks|recommendations)):?",
    re.IGNORECASE,
)
_LINK = re.compile(r"[•·▪*-]\s+\S.{0,120}|\d{1,2}\.?")
_LONGEST_LINK = 120
_ADVICE = re.compile(
    r"\W*(?:do not|don['’]t|never|always|please)\b", re.IGNORECASE
)  # an item that is no link
_LEANS = re.compile(  # a line on a list above it, which is then the article's own
    r"(?:(?:all |both |each |any |none )?(?:of )?(?:these|those|them)|the (?:above|rules|items|points|steps)|"
    r"they|such|this list)\b",
    re.IGNORECASE,
)
_TEASER = re.compile(r".*[^\s.!?…\"”’»)] \[(?:…|\.\.\.)\]", re.DOTALL)  # cut within a sentence
_PULLED = range(6, 41)  # words of a sentence that is shown once more
_MARKS = "\"'“”‘’«»„*_.,!?… "
_OPENED = tuple("\"'“‘«„")
_CLOSED = tuple('.,;!?…”"’»')
_ENDED = re.compile(r"[.!?…][\"'”’»)]*\s+$")
_NEAR = 12  # lines
_WIKI = re.compile(r"from wikipedia, the free encyclopedia|.{1,80}\[(?:edit|edit source)\]", re.IGNORECASE)
_WIKI_MARKS = 2
_HATNOTE = re.compile(
    r"for .{1,80}, see (?-i:[A-Z]).{1,80}|[“\"]?.{1,60} redirects here\b.*|not to be confused with .{1,80}|"
    r"(?:article|talk|read|edit|view source|view history|tools)|(?:further information|categories): .+",
    re.IGNORECASE,
)


def surroundings(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that are no part of the article by what stands near them."""
    found = {*_comments(lines), *_links(lines), *_pulled(lines), *_hatnotes(lines), *counters(lines)}
    return found | {*_teasers(lines)}


def _comments(lines: Sequence[str]) -> range:
    """Return the readers' comments, with all below them: they are less than the article above them."""
    before, whole = 0, sum(map(len, lines))
    for number, line in enumerate(lines):
        if 2 * before > whole and len(line) < 40 and _COMMENTS.fullmatch(line):
            below = lines[number + 1 : number + 1 + _SOON]
            controls = sum(bool(_CONTROL.fullmatch(one)) for one in below)
            if controls and controls + sum(bool(_AGO.fullmatch(one)) for one in below) >= _SIGNS:
                return range(number, len(lines))
        before += len(line)
    return range(0)


def _links(lines: Sequence[str]) -> Iterator[int]:
    """Yield the items of a list below "Read more", and this; what is no link ends with a full stop."""
    for number, line in enumerate(lines):
        if _LINKS.fullmatch(line.strip("#* ")):
            end = _end_of_links(lines, number + 1)
            if end > number + 1 and not _is_advice(lines, number, end):
                yield from range(number, end)


def _is_advice(lines: Sequence[str], first: int, end: int) -> bool:
    """Whether a list below "Read more" is the article's: its items tell so, or the lines around."""
    announced = first > 0 and lines[first - 1].endswith(":")
    leant = end < len(lines) and bool(_LEANS.match(lines[end]))
    return announced or leant or any(_ADVICE.match(line) for line in lines[first + 1 : end])


def _end_of_links(lines: Sequence[str], first: int) -> int:
    """Return the number of the line below the links that begin at a line."""
    numbered = False
    for number, line in enumerate(lines[first:], first):
        digits = line.rstrip(".").isdecimal()
        link = digits or (len(line) <= _LONGEST_LINK and not line.endswith((".", ".”", '."')))
        if not link or not (numbered or _LINK.fullmatch(line)):
            return number
        numbered = digits
    return len(lines)


def _teasers(lines: Sequence[str]) -> Iterator[int]:
    """Yield the beginnings of other articles, each cut off within a sentence: "… piano or even the […]"."""
    cut = [bool(_TEASER.fullmatch(line)) for line in lines]
    for number, both in enumerate(map(all, pairwise(cut))):
        if both:
            yield from (number, number + 1)


def _pulled(lines: Sequence[str]) -> Iterator[int]:
    """Yield each line that stands once more as a sentence near it, so that nothing of it is lost."""
    for number, line in enumerate(lines):
        words = line.strip(_MARKS)
        if len(words.split(" ", _PULLED.stop)) in _PULLED:
            near = lines[max(number - _NEAR, 0) : number + _NEAR + 1]
            if any(_says(one, words) for one in near if len(one) > 1.5 * len(line)):
                yield number


def _says(line: str, words: str) -> bool:
    """Whether these words are a sentence, a quotation or a clause that begins one, inside of a line."""
    before, found, after = line.partition(words)
    begins = before.endswith(_OPENED) or bool(_ENDED.search(before[-10:]))
    return bool(found) and begins and after.startswith(_CLOSED)


def _hatnotes(lines: Sequence[str]) -> Iterator[int]:
    """Yield a wiki's notes for whoever looks for another entry, and its controls."""
    if sum(bool(_WIKI.fullmatch(line)) for line in lines if len(line) < 90) < _WIKI_MARKS:
        return
    for number, line in enumerate(lines):
        if len(line) < 200 and _HATNOTE.fullmatch(line):
            yield number
