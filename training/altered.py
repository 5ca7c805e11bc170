"""Questions with one word exchanged: for a synonym, or for what the article does not say.

Who writes a question that only seems answerable does the latter (Rajpurkar, Jia and Liang 2018, "Know What
You Don't Know": antonyms, exchanged entities, mutual exclusion); the former teaches that not every word that
is new to the article makes a difference.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footnote.retrieve.lexical import carries_content
from training.wordnet import WordNet

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{2,4}\b")
_SYNONYMS = 3  # of a word, the first, are used


@dataclass(frozen=True, slots=True)
class Named:
    """Names and numbers of an article, to exchange for those of a question."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Named":
        """Find them."""
        return cls(*(tuple(dict.fromkeys(kind.findall(text))) for kind in (_NAME, _NUMBER)))


def altered(
    question: str, answerable: bool, named: Named, wordnet: WordNet, chance: random.Random
) -> Iterator[tuple[str, bool]]:
    """Yield altered questions, and whether the article still answers them.

    A question that it does not answer is only said in other words, once; one that it answers is so twice, at
    most, and turned into one that it does not up to four times.
    """
    words = [one for one in re.finditer(r"\w+", question) if carries_content(one.group())]
    related = [(match, wordnet.related(match.group())) for match in words if match.group().islower()]
    same = [(match, word) for match, one in related for word in one.synonyms[:_SYNONYMS]]
    for match, word in _some(same, 1 + answerable, chance):
        yield _put(question, match, word), answerable
    if not answerable:
        return
    turned = [(match, word) for match, one in related for word in one.opposites]
    sisters = [(match, chance.choice(one.sisters)) for match, one in related if one.sisters]
    chosen = [*_some(turned, 2, chance), *_some(sisters, 1, chance)]
    chosen += _some(list(_renamed(question, words, named, chance)), 1, chance)
    for match, word in chosen:
        yield _put(question, match, word), False


def _renamed(
    question: str, words: Sequence[re.Match[str]], named: Named, chance: random.Random
) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each name and number of a question with another one of the article."""
    for match in words:
        kind = named.numbers if match.group().isdigit() else named.names
        others = [one for one in kind if one not in question]
        if others and (match.group().isdigit() or (match.start() and match.group()[0].isupper())):
            yield match, chance.choice(others)


def _some(
    found: Sequence[tuple[re.Match[str], str]], most: int, chance: random.Random
) -> list[tuple[re.Match[str], str]]:
    return chance.sample(found, min(most, len(found)))


def _put(question: str, match: re.Match[str], word: str) -> str:
    return question[: match.start()] + word + question[match.end() :]
