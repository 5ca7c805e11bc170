"""A text becomes tokens that can be compared: folded, stemmed, numbers read as numbers."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import snowballstemmer

from footnote.verify.quantities import quantity
from footnote.verify.tables.grammar import BE, DETERMINERS, FUNCTION_WORDS, IRREGULAR_VERBS, PREPOSITIONS
from footnote.verify.tables.numbers import CURRENCIES, MEASURES, MONTHS, UNITS

Kind = Literal["word", "name", "number", "function", "mark"]

_STEMMER = snowballstemmer.stemmer("english")
_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}|[$£€¥₹%]|\d[\d,]*\d(?:\.\d+)?[^\W\d_]*|\d(?:\.\d+)?[^\W\d_]*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|[,;:.!?()\[\]\"“”—–…]|['‘](?=\w)"
)
_PER_CENT = re.compile(r"\bper cent\b")
_CONTRACTIONS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
_SPELLINGS = (
    (re.compile(r"is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|ing|er|ers)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ful$|ite$|ites$|less$|hood$|ist$)"), "or"),
    (re.compile(r"(?<=[a-z][tbdv])re(?=s?$)"), "er"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
    (re.compile(r"^(m|sm)oul(?=d|t)"), r"\1ol"),
)
_WHOLE_SPELLINGS = {"grey": "gray", "cheque": "check", "tyre": "tire", "plough": "plow", "licence": "license"}


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

    def apart(self, first: int, last: int) -> tuple[Token, ...]:
        """Return the tokens strictly between two places, whichever comes first."""
        low, high = sorted((first, last))
        return self.tokens[low + 1 : high]


def read(texts: Sequence[str]) -> Reading:
    """Return the tokens of texts, one after the other."""
    return Reading(tuple(token for number, text in enumerate(texts) for token in _placed(text, number)))


@lru_cache(maxsize=256)
def _placed(text: str, number: int) -> tuple[Token, ...]:
    """Read one text; an article's sentences come again with every draft, so they are kept."""
    tokens = _sentence(text)
    return tuple(replace(token, sentence=number) for token in tokens) if number else tokens


def _sentence(text: str) -> tuple[Token, ...]:
    text = _PER_CENT.sub("percent", text.replace("’", "'").replace("ʼ", "'"))
    return tuple(_dated(list(_numbered(list(_words(text))))))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Return what is compared of a folded word: its stem in one spelling."""
    word = MONTHS.get(word, word) if len(word) != 3 else word
    word = _WHOLE_SPELLINGS.get(word, UNITS.get(word, word))
    if len(word) > 4:
        for pattern, spelling in _SPELLINGS:
            word = pattern.sub(spelling, word)
    stem = str(_STEMMER.stemWord(word))
    return stem[:-1] if stem.endswith("ll") else stem


def _words(text: str) -> Iterator[Token]:
    """Yield words and marks; numbers are still as written, contractions and possessives are resolved."""
    begins = True
    for match in _PIECE.finditer(text):
        surface = match.group()
        if not surface[0].isalnum():
            sign = CURRENCIES.get(surface)
            begins = begins or surface in ".!?:\"“'‘"
            yield _token(sign, surface, "word") if sign else Token(surface, surface, surface, "mark")
            continue
        yield from _word(surface, begins)
        begins = False


@lru_cache(maxsize=50_000)
def _word(surface: str, begins: bool) -> tuple[Token, ...]:
    """Return a written word as one token, or two where it is contracted."""
    word, possessive, extra = fold(surface.rstrip("'")), surface.endswith("'"), ""
    if word.endswith("'s"):
        word, possessive = word[:-2], True
    if word in {"can't", "won't", "cannot"}:
        word, extra = ("will" if word == "won't" else "can"), "not"
    for ending, full in _CONTRACTIONS.items():
        if word.endswith(ending):
            word, extra = word.removesuffix(ending), full
    word = word.replace("'", "")
    if surface.count(".") > 1:
        word = word.replace(".", "")
    token = _token(word, surface, _kind(word, surface, begins), possessive)
    return (token, Token(extra, extra, extra, "function")) if extra else (token,)


def _kind(word: str, surface: str, begins: bool) -> Kind:
    capitals = sum(c.isupper() for c in surface)
    if capitals > 1 or (capitals and surface.count(".") > 1):
        return "name"
    if word in FUNCTION_WORDS and (begins or not capitals):
        return "function"
    if capitals and not begins:
        return "function" if word in FUNCTION_WORDS - {"may", "will"} else "name"
    return "word"


def _token(word: str, surface: str, kind: Kind, possessive: bool = False) -> Token:
    key = word if kind == "function" else key_of(word)
    return Token(surface, word, key, kind, possessive=possessive)


def _numbered(tokens: list[Token]) -> Iterator[Token]:
    """Read runs of words as numbers; a currency sign moves behind its number, a month behind its day."""
    words = [token.word for token in tokens]
    place = 0
    sign: Token | None = None
    while place < len(tokens):
        token = tokens[place]
        if token.surface in CURRENCIES and token.surface != "%":
            sign, place = token, place + 1
            continue
        key, following = quantity(words, place, money=sign is not None)
        if following == place:
            yield from _measured(token)
            place += 1
            continue
        surface = " ".join(t.surface for t in tokens[place:following])
        yield Token(surface, surface.casefold(), key, "number")
        if sign:
            yield sign
        sign, place = None, following


def _measured(token: Token) -> Iterator[Token]:
    """Take "30km" apart; read a short month in full."""
    found = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)([a-z]+)", token.word)
    if found:
        yield Token(found[1], found[1], quantity([found[1]], 0, money=False)[0], "number")
        yield _token(found[2], found[2], "word")
    elif token.kind == "name" and token.word in MONTHS:
        yield replace(token, key=key_of(MONTHS[token.word]))
    else:
        yield token


def _dated(tokens: list[Token]) -> list[Token]:
    """Write "July 7" as "7 July"."""
    for place in range(len(tokens) - 1):
        month, day = tokens[place], tokens[place + 1]
        if month.key in _MONTH_KEYS and month.kind != "function" and day.key in _DAYS:
            tokens[place : place + 2] = day, month
    return tokens


def is_measure(token: Token) -> bool:
    """Whether a word is a unit: a count of it is nothing without it."""
    return token.key in _MEASURE_KEYS


_MONTH_KEYS = frozenset(key_of(month) for month in MONTHS.values())
_DAYS = frozenset(f"#{day}" for day in range(1, 32))
_MEASURE_KEYS = frozenset(key_of(word) for word in MEASURES)
