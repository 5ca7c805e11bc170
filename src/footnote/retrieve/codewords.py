"""Code words: "-k", "--keep-index", "%b", "sort()", "max_age" and "stash.showPatch" are words to the sign.

A stemmer takes them apart, so that "sort()" and "sorted()" are one to the search. A sentence without one goes
on with what the sentence before it has: "You may also call list.sort(). It returns None."
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from footnote.retrieve.features import Matrix, SentenceSignals
from footnote.retrieve.paragraphs import Paragraphs
from footnote.schema import Span

_CODE = (
    r"(?<![\w-])(?P<sign>--?[A-Za-z](?:[\w-]*\w)?|%[^\w\s]?[A-Za-z](?!\w))|(?<!\w)(?:(?P<called>\w+){call}|"
    r"(?P<name>[A-Za-z]\w+(?:\.[A-Za-z]\w+)++(?!\()|\w*[^\W_]_[^\W_]\w*))"
)
# A text may show what a function is given; a question with "person(s)" names none.
_ASKED, _TOLD = (re.compile(_CODE.replace("{call}", call)) for call in (r"\(\)", r"\("))
_KIND = re.compile(r"[-%_]|\(\)|^\w+\.")
_TERM = re.compile(rf"[`*_]*(?P<term>(?:{_TOLD.pattern})[^:]{{0,120}}):[`*_]*\s")
_ASKS_DEFAULT = re.compile(r"\bdefaults?\b", re.IGNORECASE)
_TELLS_DEFAULT = re.compile(
    r"\bby default\b|\bdefaults? to\b|\bdefault(?: value| setting)?(?: (?:is|are|of|being)\b| ?[:=,)])",
    re.IGNORECASE,
)
# What a sentence gains that tells of a code word which is asked for, as much again where it explains it, and
# where it tells its default.
_NAMED, _DEFAULT = 2.0, 20.0
_MOST = 4  # sentences of an explanation that are cited as one


def code_word_gains(question: str, one: SentenceSignals) -> Matrix:
    """Return what each of an article's sentences gains by the code words of a question: (n,)."""
    asked, gains = _code_words(_ASKED, question), np.zeros(len(one.sentences))
    if not asked:
        return gains
    wanted = _ASKS_DEFAULT.search(question)
    for paragraph in _paragraphs(one):
        term, told = _term(one.text(paragraph[0])), set[str]()
        for number in paragraph:
            text = one.text(number)
            told = _code_words(_TOLD, text) or told
            gains[number] = _NAMED * (bool(asked & (told | term)) + bool(asked & term))
            gains[number] += _DEFAULT * bool(gains[number] and wanted and _TELLS_DEFAULT.search(text))
    return gains


def explanation(question: str, one: SentenceSignals, number: int) -> Span | None:
    """Return the whole of a short explanation of a question's code word that a sentence is a part of."""
    if not (asked := _code_words(_ASKED, question)):
        return None
    paragraphs = Paragraphs(one.article.text, one.sentences)
    first, last = paragraphs.first(number), paragraphs.last(number)
    if not first < last < first + _MOST or asked.isdisjoint(_term(one.text(first))):
        return None
    ordering = one.orders[first : last + 1].any()
    return None if ordering else Span.of(one.article, one.sentences[first].start, one.sentences[last].end)


def lacks_code_word(question: str, found: Sequence[SentenceSignals]) -> bool:
    """Say whether a question has a code word that articles lack which have others of its kind.

    A function may be told of without its brackets.
    """
    asked = _code_words(_ASKED, question)
    known = set().union(*(_code_words(_TOLD, one.article.text) for one in found)) if asked else set()
    every = known.union(*(one.vocabulary for one in found))
    missing = (word for word in asked if every.isdisjoint((word, word.removesuffix("()"))))
    kinds = {kind[0] for word in missing if (kind := _KIND.search(word))}
    return any(kind in word for kind in kinds for word in known)


def _paragraphs(one: SentenceSignals) -> Iterator[list[int]]:
    every = groupby(range(len(one.sentences)), lambda number: one.sentences[number].paragraph)
    return (list(numbers) for _, numbers in every)


def _term(text: str) -> set[str]:
    """Return the code words that a text explains: "-k, --keep-index: The index stays as it is."."""
    found = _TERM.match(text)
    return _code_words(_TOLD, found["term"]) if found else set()


def _code_words(form: re.Pattern[str], text: str) -> set[str]:
    return {_as_compared(found) for found in form.finditer(text)}


def _as_compared(found: re.Match[str]) -> str:
    """Return a code word as it is compared: options and formats to the letter, names in small letters.

    A function is the same whatever it is a part of and given.
    """
    return found["sign"] or (f"{found['called']}()" if found["called"] else found["name"]).casefold()
