"""What is told hour by hour, as a live report does it: each time is a heading above what was known then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from footnote.marks import quoted
from footnote.schema import Answer, Sentence, Span
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.utterance import plain

_LEAST = 4  # entries
_MOST_QUOTED = 3  # sentences of one
_NOON = 12
_TIME = r"(?P<hour>[01]?\d|2[0-3])(?P<sign>[:. ])(?P<minute>[0-5]\d)\b(?: ?(?P<half>[ap]) ?\.?m\b)?"
_HEADED = re.compile(_TIME, re.IGNORECASE)
_ASKED = re.compile(
    r"(?:(?:and|so|ok|okay|please) )*what (?:happened|was (?:reported|said|announced|known)|do we know|"
    rf"does (?:it|article) say) at {_TIME}(?: in article)?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a heading that begins with a time, which is ``minute`` of its day."""

    minute: int
    heading: str
    sentences: tuple[Sentence, ...]

    def line(self, opened: Opened, most: int, marker: str = "") -> Line:
        """Return a line of the heading and its first sentences, at most so many."""
        spans = (Span.of(opened.article, one.start, one.end) for one in self.sentences[:most])
        return Line(f"{marker}{quoted(' '.join(self.heading.split()))}:", tuple(spans))


def entries(opened: Opened) -> tuple[Entry, ...]:
    """Return what is told hour by hour, the earliest first; nothing where there are fewer than four times.

    Its newest stands first where it was added on top. A night's report may pass midnight once.
    """
    found = tuple(_entries(opened))
    if len(found) < _LEAST:
        return ()
    earlier = sum(after.minute < before.minute for before, after in pairwise(found))
    return found[::-1] if 2 * earlier >= len(found) else found


def at_the_time(question: str, opened: Opened) -> Answer | None:
    """Return what is told under the time that a question names, and wherever else that is spoken of.

    What was reported then may be taken back later. None for another question, or where no heading has it.
    """
    asked = _ASKED.fullmatch(plain(question))
    if asked is None:
        return None
    every = entries(opened)
    meant = [one for one in every if one.minute == _minute(asked)]
    if not meant:
        return None
    said = [one for one in _that_name(asked, every, opened) if one not in meant]
    return looked_up(question, [one.line(opened, _MOST_QUOTED) for one in (*meant, *said)])


def _entries(opened: Opened) -> Iterator[Entry]:
    for heading, some in groupby(opened.told, lambda one: one.heading):
        found = _HEADED.match(heading)
        if found and (found["sign"] == ":" or found["half"]):
            yield Entry(_minute(found), heading, tuple(some))


def _that_name(asked: re.Match[str], every: Sequence[Entry], opened: Opened) -> Iterator[Entry]:
    """Yield the entries in which the time stands."""
    time = re.compile(rf"(?<![\d:.]){asked['hour']}[:.]{asked['minute']}(?!\d)")
    for one in every:
        if time.search(opened.article.text, one.sentences[0].start, one.sentences[-1].end):
            yield one


def _minute(found: re.Match[str]) -> int:
    half, hour = (found["half"] or "").lower(), int(found["hour"])
    if half and hour <= _NOON:
        hour = hour % _NOON + _NOON * (half == "p")
    return 60 * hour + int(found["minute"])
