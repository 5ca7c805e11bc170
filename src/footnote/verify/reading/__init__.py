"""A text becomes tokens that can be compared: folded, stemmed, numbers read as numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from footnote.verify.reading.numbers import dated, numbered
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.reading.words import words

_PER_CENT = re.compile(r"\bper cent\b")


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
    return tuple(dated(list(numbered(list(words(text))))))
