"""Words become numbers as meant, each before its unit and a day before its month."""

import re
from collections.abc import Iterator
from dataclasses import replace

from footnote.verify.reading.keys import key_of
from footnote.verify.reading.quantities import quantity
from footnote.verify.reading.tokens import Token, token_of
from footnote.verify.tables.numbers import CURRENCIES, MEASURES, MONTHS

_MONTH_KEYS = frozenset(key_of(month) for month in MONTHS.values())
_DAYS = frozenset(f"#{day}" for day in range(1, 32))
_MEASURE_KEYS = frozenset(key_of(word) for word in MEASURES)


def numbered(tokens: list[Token]) -> Iterator[Token]:
    """Read runs of words as numbers; a currency sign moves behind its number."""
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
        yield token_of(found[2], found[2], "word")
    elif token.kind == "name" and token.word in MONTHS:
        yield replace(token, key=key_of(MONTHS[token.word]))
    else:
        yield token


def dated(tokens: list[Token]) -> list[Token]:
    """Write "July 7" as "7 July"."""
    for place in range(len(tokens) - 1):
        month, day = tokens[place], tokens[place + 1]
        if month.key in _MONTH_KEYS and month.kind != "function" and day.key in _DAYS:
            tokens[place : place + 2] = day, month
    return tokens


def is_measure(token: Token) -> bool:
    """Whether a word is a unit: a count of it is nothing without it."""
    return token.key in _MEASURE_KEYS
