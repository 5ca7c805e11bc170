"""What is compared of a word: folded, in one spelling, stemmed."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from footnote.verify.tables.numbers import MONTHS, UNITS

_STEMMER = snowballstemmer.stemmer("english")
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
