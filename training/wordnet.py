"""Words that WordNet puts beside a word: those that mean the same, the opposite, or something alike.

Reads the files of WordNet 3.0 as its manual describes them (wndb(5), morphy(7)); Debian has them in the
package wordnet-base.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# Endings that a word may have, and what stands for each in the lemma.
_ENDINGS = {
    "n": (("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}  # fmt: skip
_SENSES = 3  # of a word are looked at, the most frequent first
_SIMPLE = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Related:
    """Words in the form of the one that they could stand for."""

    synonyms: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    sisters: tuple[str, ...] = ()  # other kinds of the same thing: "navy" for "army"


@dataclass(frozen=True, slots=True)
class _Sense:
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]  # symbol, sense, number of the word here and there


@dataclass(frozen=True, slots=True)
class _Lemma:
    part: str
    word: str
    ending: str  # that the form has; "irregular" for one of the exceptions
    senses: tuple[str, ...]
    seen: int  # how often it is marked in texts


class WordNet:
    """The database in a folder."""

    def __init__(self, folder: Path) -> None:
        """Read it, which takes some seconds."""
        self._senses: dict[str, _Sense] = {}
        self._index: dict[tuple[str, str], tuple[tuple[str, ...], int]] = {}
        self._exceptions: dict[tuple[str, str], str] = {}
        for name, part in _PARTS.items():
            for fields in _lines(folder / f"data.{name}"):
                self._senses[part + fields[0]] = _sense(fields)
            for fields in _lines(folder / f"index.{name}"):
                rest = fields[4 + int(fields[3]) :]
                self._index[part, fields[0]] = (tuple(part + offset for offset in rest[2:]), int(rest[1]))
            for fields in _lines(folder / f"{name}.exc"):
                self._exceptions[part, fields[0]] = fields[1]

    def related(self, word: str) -> Related:
        """Return what is related to the likeliest lemma of a word without capitals."""
        lemma = max(self._lemmas(word), key=lambda one: one.seen, default=None)
        if lemma is None:
            return Related()
        senses = [self._senses[sense] for sense in lemma.senses[:_SENSES]]
        synonyms = self._forms(lemma, word, [other for one in senses[:2] for other in one.words], 1)
        opposites = self._forms(lemma, word, [o for one in senses for o in self._opposites(one, lemma)], 0)
        sisters = self._forms(lemma, word, self._sisters(lemma), 2)
        known = {*synonyms, *opposites}
        return Related(synonyms, opposites, tuple(one for one in sisters if one not in known))

    def _lemmas(self, word: str) -> Iterator[_Lemma]:
        for part in _PARTS.values():
            forms = [(word, "")]
            forms += [(word[: -len(end)] + put, end) for end, put in _ENDINGS[part] if word.endswith(end)]
            if (part, word) in self._exceptions:
                forms.append((self._exceptions[part, word], "irregular"))
            for form, ending in forms:
                if (part, form) in self._index:
                    yield _Lemma(part, form, ending, *self._index[part, form])

    def _opposites(self, sense: _Sense, lemma: _Lemma) -> Iterator[str]:
        """Yield antonyms of the word itself, and for an adjective those of what it is like."""
        for symbol, other, here, there in sense.pointers:
            if symbol == "!" and (not here or sense.words[here - 1] == lemma.word):
                yield self._senses[other].words[max(0, there - 1)]
            if symbol == "&" and lemma.part == "a":
                heads = (head for mark, head, _, _ in self._senses[other].pointers if mark == "!")
                yield from (self._senses[head].words[0] for head in heads)

    def _sisters(self, lemma: _Lemma) -> list[str]:
        own = lemma.senses[0]
        above = [kind for mark, kind, _, _ in self._senses[own].pointers if mark in ("@", "@i")]
        below = [p for kind in above for p in self._senses[kind].pointers if p[0] in ("~", "~i")]
        return [self._senses[kind].words[0] for _, kind, _, _ in below if kind != own]

    def _forms(self, lemma: _Lemma, word: str, others: list[str], seen: int) -> tuple[str, ...]:
        """Return single words that texts have at least ``seen`` times, in the form of ``word``."""
        common = [one for one in others if _SIMPLE.fullmatch(one) and self._seen(one) >= seen]
        forms = (self._form(lemma, word, one) for one in common if one != lemma.word)
        return tuple(dict.fromkeys(form for form in forms if form and form != word))

    def _seen(self, word: str) -> int:
        return max(
            (self._index[part, word][1] for part in _PARTS.values() if (part, word) in self._index), default=0
        )

    def _form(self, lemma: _Lemma, word: str, other: str) -> str:
        """Return another lemma as ``word`` is a form of its own; "" where it is not known how."""
        if not lemma.ending:
            return other
        if lemma.part == "n" or lemma.ending in ("s", "es", "ies"):
            return _with_s(other)
        if lemma.ending == "ing":
            return other.removesuffix("e") + "ing"
        if lemma.part == "v":
            return self._irregular.get(other) or _joined(other, "ed")
        return _joined(other, lemma.ending) if lemma.ending != "irregular" and len(other) < 8 else ""

    @cached_property
    def _irregular(self) -> dict[str, str]:
        """Return a past form of each irregular verb."""
        verbs = {(lemma, form) for (part, form), lemma in self._exceptions.items() if part == "v"}
        return dict(sorted(verbs, reverse=True))


def _lines(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(" "):  # of the licence
                yield line.split("|")[0].split()


def _sense(fields: list[str]) -> _Sense:
    count = int(fields[3], 16)
    words = tuple(re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * count : 2])
    first = 5 + 2 * count
    rows = (fields[place : place + 4] for place in range(first, first + 4 * int(fields[first - 1]), 4))
    pointers = tuple(
        (symbol, part.replace("s", "a") + offset, int(both[:2], 16), int(both[2:], 16))
        for symbol, offset, part, both in rows
    )
    return _Sense(words, pointers)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _joined(word: str, ending: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "i" + ending
    return word.removesuffix("e") + ending
