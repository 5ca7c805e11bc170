"""What was said in a turn: its noun phrases, best first, and how each stands within a sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footnote.followup.grammar.classes import ARTICLES, QUANTIFIERS
from footnote.followup.grammar.forms import stem
from footnote.followup.grammar.openings import lower_first
from footnote.followup.phrase import Phrase, Role
from footnote.followup.phrases import noun_phrases
from footnote.followup.turns import Turn

SUBJECT_FIRST: dict[Role, int] = {"asked": 0, "subject": 1, "object": 2, "prepositional": 3}
OBJECT_FIRST: dict[Role, int] = {"asked": 0, "object": 1, "subject": 2, "prepositional": 3}
_ASKS_FOR_PERSON = re.compile(
    r"(?:and |but |so )?(?:by |to |with |for )?(?:who|whom|whose|which \w*(?:person|minister))\b", re.I
)
_COUNTING = frozenset("all both most some any many several nearly about".split())
IDENTITY = re.compile(r"who (?:is|was) (?!the |a )([^?]+)\?*$", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A turn's noun phrases, best first, without those that the new question names itself.

    ``stated`` are those of the answer's first sentence: a thing that comes later was hardly asked about.
    """

    turn: Turn
    asked: list[Phrase]
    answered: list[Phrase]
    stated: list[Phrase]

    @classmethod
    def of(cls, turn: Turn, question: str, order: Mapping[Role, int]) -> "Said":
        """Return what a turn has for a question, the phrases of each role in the order given."""
        named = frozenset().union(*(phrase.stems for phrase in noun_phrases(question)))
        texts = (turn.question, turn.answer, turn.statement or turn.answer)
        return cls(turn, *(_others(text, named | _adverbs(text, turn), order) for text in texts))


def asks_for_person(question: str) -> bool:
    """Say whether a question asks who somebody is."""
    return bool(_ASKS_FOR_PERSON.match(question))


def _adverbs(text: str, turn: Turn) -> frozenset[str]:
    """Return the stems of the words in front of a sentence: "Hopefully, the two aims …"."""
    return frozenset(stem(word) for word in turn.common if word.endswith("ly") or f"{word}, " in text)


def _others(text: str, named: frozenset[str], order: Mapping[Role, int]) -> list[Phrase]:
    phrases = [phrase for phrase in noun_phrases(text) if not phrase.time and not phrase.stems <= named]
    return sorted(phrases, key=lambda phrase: order[phrase.role])


def text_of(phrase: Phrase) -> str:
    """Return a phrase as it stands within a sentence, without a quantifier in front."""
    words = phrase.text.split()
    if words[0].lower() in _COUNTING and len(words) > 1:
        words = words[1:] if words[1].lower() in ARTICLES else ["the", *words[1:]]
    if words[0].lower() in {"a", "an"}:
        words[0] = "the"
    if len(words) == 1 and phrase.opening_plural:
        words = [words[0].lower()]
    return lower_first(" ".join(words))


def texts_of(phrases: Iterable[Phrase]) -> list[str]:
    """Return phrases as they stand within a sentence, without those that only count."""
    return [text_of(phrase) for phrase in phrases if phrase.text.lower() not in QUANTIFIERS]
