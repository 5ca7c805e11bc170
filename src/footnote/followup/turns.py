"""The conversation so far as turns of one question and one answer, without marks and quotation signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from footnote.schema import Message

_TURNS = 12  # further back than this nobody refers to without naming it
_CHARACTERS = 2_000  # of one message
_STATEMENT_WORDS = 30
_MARK = re.compile(r"\s*\[\d+(?:\s*[,–-]\s*\d+)*\]")
_DECORATION = re.compile(r"[“”„«»\"*_`#]+")
_SOURCE = re.compile(r"^(?!- |“)[^\n]{1,300}?: (?=“)", re.MULTILINE)  # an article's title before its words
_SHORT_ANSWER = re.compile(r"\*\*([^*]+?)[.:]?\*\*(?=\s*(?:[“\"\n—–-]|$))")  # bold, then its quotation
_QUOTED_SENTENCE = re.compile(r"(?<=\w)\s+[“\"](?=[A-Z](?:[^”\"]*\s){3})")
_SENTENCE_END = re.compile(r"(?<=[\w\])’][.!?…])\s+(?=[A-Z0-9])")
_NOTHING_SAID = re.compile(
    r"(?:sorry, )?(?:the|this) article does not (?:say|answer|tell|mention)", re.IGNORECASE
)
_OTHER_NOT_ANSWERED = re.compile(r"\s*I found no answer in the articles? to the other question: .*$")
# Of our own reply, which ends with no mark; an article may say so, too.
_SMALL_TALK = re.compile(r"(?:^|[.?] )(?:You can ask about “|Sie können Fragen stellen zu „)[^\n?]*\.\s*$")
COMPLAINT = (  # up to its sentence's end, as a question may stand behind it
    r"(?:(?:but|no|sorry)[,.!]? )?(?:(?:that|this|it)(?:['’]s| is| was|s)?(?: not|n['’]t) "
    r"(?:what i (?:asked|meant)|my question)|"
    r"(?:you (?:did not|didn['’]?t) answer|i (?:did not|didn['’]?t) ask)"
    r"(?:\b(?:dr|mrs?|ms|st|prof|no)\.|\.(?=\d)|[^.?!])*+)"
)
_IDLE = re.compile(
    r"(?:(?:hi|hello|hey|thanks?(?: you)?|thank you very much|ok(?:ay)?|great|nice|yes|no|i see|bye|help|"
    rf"(?:are you|how) (?:really |quite )?(?:sure|certain)(?: are you)?|{COMPLAINT})\W*)",
    re.IGNORECASE,
)


Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class Person:
    """Words that a pronoun of an earlier question stood for, and whether it was he or she."""

    text: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was answered; ``statement`` is the answer's first whole sentence, if any.

    ``people`` are those that the whole conversation called he or she, ``told`` those of whom a text tells
    which, ``common`` words with a capital that only open a sentence of the answer. That may tell
    what comes ``further``, as was asked for next: the question is then that which it goes on from.
    """

    question: str
    answer: str = ""
    people: tuple[Person, ...] = ()
    further: bool = False
    told: tuple[Person, ...] = ()
    common: frozenset[str] = frozenset()

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the answer's sentences."""
        ends = [found.end() for found in _SENTENCE_END.finditer(self.answer)]
        return tuple(pairwise([0, *ends, len(self.answer)]))

    @property
    def statement(self) -> str:
        """The answer's first sentence of four words and more, without its full stop, cut to 30."""
        for sentence in _SENTENCE_END.split(self.answer):
            words = sentence.split()
            if len(words) >= 4:
                return _clipped(words).rstrip(" .,;:!?…")
        return ""


def _clipped(words: Sequence[str]) -> str:
    """Return at most 30 words, ending with a clause where one ends in time."""
    if len(words) <= _STATEMENT_WORDS:
        return " ".join(words)
    ends = [place for place in range(8, _STATEMENT_WORDS) if words[place].endswith((",", ";", ":"))]
    return " ".join(words[: ends[-1] + 1 if ends else _STATEMENT_WORDS])


def turns(history: Sequence[Message]) -> list[Turn]:
    """Return the last turns, oldest first; greetings, small talk and blank questions are passed over."""
    found: list[Turn] = []
    for message in history[-4 * _TURNS :]:
        if message.role == "user":
            found.append(Turn(plain(message.content)))
        elif found and _SMALL_TALK.search(message.content[:_CHARACTERS]):
            found.pop()
        elif found:
            said = _answer(plain(_SOURCE.sub("", message.content[:_CHARACTERS])))
            found[-1] = Turn(found[-1].question, f"{found[-1].answer} {said}".strip())
    asked = (one for one in found if re.search(r"\w", one.question) and not _SMALL_TALK.search(one.answer))
    return [turn for turn in asked if not _IDLE.fullmatch(turn.question)][-_TURNS:]


def plain(text: str) -> str:
    """Return a message's first 2,000 characters without citation marks, quotation signs and emphasis."""
    text = _SHORT_ANSWER.sub(r"\1.", _MARK.sub("", text[:_CHARACTERS]))
    text = _DECORATION.sub(" ", _QUOTED_SENTENCE.sub(". ", text))
    return re.sub(r" (?=[.,;:!?])", "", " ".join(text.split()))


def _answer(text: str) -> str:
    return "" if _NOTHING_SAID.match(text) else _OTHER_NOT_ANSWERED.sub("", text)
