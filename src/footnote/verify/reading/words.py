"""A text becomes words and marks, its numbers still as written."""

import re
from collections.abc import Iterator
from functools import lru_cache

from footnote.verify.reading.keys import fold
from footnote.verify.reading.tokens import Kind, Token, token_of
from footnote.verify.tables.grammar import FUNCTION_WORDS
from footnote.verify.tables.numbers import CURRENCIES

_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}|[$£€¥₹%]|\d[\d,]*\d(?:\.\d+)?[^\W\d_]*|\d(?:\.\d+)?[^\W\d_]*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|[,;:.!?()\[\]\"“”—–…]|['‘](?=\w)"
)
_CONTRACTIONS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}


def words(text: str) -> Iterator[Token]:
    """Yield words and marks; numbers are still as written, contractions and possessives are resolved."""
    begins = True
    for match in _PIECE.finditer(text):
        surface = match.group()
        if not surface[0].isalnum():
            sign = CURRENCIES.get(surface)
            begins = begins or surface in ".!?:\"“'‘"
            yield token_of(sign, surface, "word") if sign else Token(surface, surface, surface, "mark")
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
    token = token_of(word, surface, _kind(word, surface, begins), possessive)
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
