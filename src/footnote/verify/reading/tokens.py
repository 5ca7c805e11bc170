"""A token, and the tokens of a text with what stands before and between them."""

from dataclasses import dataclass
from typing import Literal

from footnote.verify.reading.keys import key_of
from footnote.verify.tables.grammar import BE, DETERMINERS, IRREGULAR_VERBS, PREPOSITIONS

Kind = Literal["word", "name", "number", "function", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. ``key`` is what is compared; ``sentence`` counts the texts given."""

    surface: str
    word: str  # folded, without its possessive ending
    key: str
    kind: Kind
    sentence: int = 0
    possessive: bool = False

    @property
    def counts(self) -> bool:
        """Whether the token carries a claim: a word, a name or a number."""
        return self.kind in {"word", "name", "number"}

    @property
    def is_verb(self) -> bool:
        """Whether the token is a verb as far as its form shows it."""
        regular = len(self.word) > 3 and self.word.endswith("ed") and not self.word.endswith("eed")
        return self.word in IRREGULAR_VERBS or (self.kind == "word" and regular)


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of one or several sentences, in order."""

    tokens: tuple[Token, ...]

    def counting(self) -> tuple[int, ...]:
        """Return the places of the tokens that carry a claim."""
        return tuple(place for place, token in enumerate(self.tokens) if token.counts)

    def governor(self, place: int) -> str:
        """Return the preposition that stands before the phrase of the token at ``place``, or ""."""
        for before in range(place - 1, max(-1, place - 5), -1):
            token = self.tokens[before]
            if token.word in PREPOSITIONS:
                return token.word
            if token.kind == "mark" or token.word in BE or (token.counts and token.is_verb):
                return ""
            if token.kind == "function" and token.word in {"and", "or", "but", "who", "which", "that"}:
                return ""
        return ""

    def preposition(self, place: int) -> str:
        """Return the preposition that stands right before a place, determiners aside, or ""."""
        for before in range(place - 1, -1, -1):
            token = self.tokens[before]
            if token.word in PREPOSITIONS:
                return token.word
            if token.word not in DETERMINERS:
                return ""
        return ""

    def beside(self, place: int, step: int) -> str:
        """Return the word so many steps behind a place, before it where negative, or ""."""
        return self.tokens[place + step].word if 0 <= place + step < len(self.tokens) else ""

    def apart(self, first: int, last: int) -> tuple[Token, ...]:
        """Return the tokens strictly between two places, whichever comes first."""
        low, high = sorted((first, last))
        return self.tokens[low + 1 : high]


def token_of(word: str, surface: str, kind: Kind, possessive: bool = False) -> Token:
    """Return a folded word as a token; a function word is compared as it stands."""
    key = word if kind == "function" else key_of(word)
    return Token(surface, word, key, kind, possessive=possessive)
