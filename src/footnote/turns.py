"""Who speaks in a chat or a transcript, and what an interviewer asks: told once, it holds for a paragraph.

Both are told by signs that recur: names that open lines, "[10:02] Mara: ", and paragraphs that are wholly
bold, or begin with "Q:", most of them questions, each before one that is not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from footnote.schema import Sentence

_Range = tuple[int, int]  # of the text

_NAME = r"[^\W\d_a-zß-ÿ][\w.’'-]*(?: [^\W\d_a-zß-ÿ][\w.’'-]*){0,2}"
_SPEAKER = re.compile(
    rf"[*_]{{0,3}}(?:\[?\d{{1,2}}:\d\d(?::\d\d)?\]?,?[ \t]+)?(?:\*\*)?"
    rf"(?P<name>{_NAME})[*_]{{0,3}}:[*_]{{0,3}}(?=\s+\S)"
)
_FEWEST_LINES, _FEWEST_SPEAKERS = 5, 2  # of those who speak twice or more
_ASKED = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|Q(?:uestion)?: (?P<marked>.+)", re.DOTALL)
_FEWEST_ASKED = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What holds for a sentence of what is said by turns.

    ``above`` is the range of what tells who speaks, where the sentence does not begin with that, or of what
    was asked before it. ``leans`` says that the sentence is not understood without it. ``asks`` says that
    the sentence is an interviewer's, ``answers`` that it stands next below one.
    """

    above: _Range | None = None
    leans: bool = False
    asks: bool = False
    answers: bool = False


def turns(text: str, sentences: Sequence[Sentence]) -> tuple[Turn, ...]:
    """Return what holds for each sentence of an article."""
    paragraphs = [tuple(some) for _, some in groupby(sentences, lambda one: one.paragraph)]
    ranges = [(some[0].start, some[-1].end) for some in paragraphs]
    lengths = speakers([text[start:end] for start, end in ranges])
    labels = {place: (ranges[place][0], ranges[place][0] + length) for place, length in lengths.items()}
    questions = asked(text, ranges)
    return tuple(
        turn
        for place, some in enumerate(paragraphs)
        for turn in _of_paragraph(place, some, labels, questions, text)
    )


def speakers(lines: Sequence[str]) -> dict[int, int]:
    """Return how long the label is of each line that begins with who says it, "[10:02] Ida Lund:".

    There are none but in a talk of at least two by turns.
    """
    told = {number: found for number, line in enumerate(lines) if (found := _SPEAKER.match(line))}
    times = Counter(found["name"] for found in told.values())
    again = {name: count for name, count in times.items() if count > 1}
    if len(again) < _FEWEST_SPEAKERS or sum(again.values()) < _FEWEST_LINES:
        return {}
    return {number: found.end() for number, found in told.items() if found["name"] in again}


def _of_paragraph(
    place: int,
    some: tuple[Sentence, ...],
    labels: Mapping[int, _Range],
    questions: Mapping[int, _Range],
    text: str,
) -> Iterator[Turn]:
    question = questions.get(place - 1)
    for number in range(len(some)):
        if place in questions:
            yield Turn(asks=True)
        elif question:
            yield Turn(question, not _only_asks(text[slice(*question)]), answers=True)
        elif place in labels and number:
            yield Turn(labels[place], leans=True)
        else:
            yield Turn()


def asked(text: str, ranges: Sequence[_Range]) -> dict[int, _Range]:
    """Return the words of each paragraph that an interviewer asks, without the marks around them."""
    found = {place: _ASKED.fullmatch(text, *one) for place, one in enumerate(ranges)}
    told = {place: match.span(match.lastgroup or 0) for place, match in found.items() if match}
    asking = sum(text[start:end].rstrip().endswith("?") for start, end in told.values())
    by_turns = all(place + 1 not in told and place + 1 < len(ranges) for place in told)
    return told if by_turns and asking >= _FEWEST_ASKED and 2 * asking > len(told) else {}


def _only_asks(words: str) -> bool:
    """Say whether what is asked is one question, which whoever asks the like has in mind."""
    return len(re.findall(r"[.!?](?=\s|$)", words.strip())) == 1 and words.rstrip().endswith("?")
