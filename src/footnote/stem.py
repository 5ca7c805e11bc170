"""The stem of a word in its language, as searching and summarising compare words."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

_STEMMERS = {"da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish"}
_STEMMERS |= {"fr": "french", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese"}
_STEMMERS |= {"ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish", "hu": "hungarian"}
# Of two English spellings one counts, so that "defence" finds "defense" and "organized" "organised".
_ENDING = r"(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"
_SPELLINGS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (rf"(?<=[a-z]{{3}})iz{_ENDING}", "is"),
        (rf"(?<=[a-z]{{2}})yz{_ENDING}", "ys"),
        (r"(?<=[a-z]{3})our(?=(?:s|ed|ing|ers?|ful|able|al|ites?|hoods?|ly|y)?$)", "or"),
        (r"(?<=[a-z]{2})tre(?=s?$)", "ter"),
        (r"(?<=[a-z]{2})tred$", "tered"),
        (r"(?<=^def|^off|^lic)ence(?=s?$)", "ense"),
        (r"(?<=^program)me(?=s?$)", ""),
        (r"(?<=^travel|^cancel|^signal|^tunnel)l(?=(?:ed|ing|ers?)$)", ""),
        (r"(?<=^label|^model|^level)l(?=(?:ed|ing|ers?)$)", ""),
        (r"^grey(?=s?$)", "gray"),
    )
)


@lru_cache(maxsize=200_000)
def stem_of(word: str, language: str) -> str:
    """Return the stem of a case-folded word; ``language`` is ISO 639-1, others count as English.

    British and American spellings have one stem. A word that is not all letters, as a number, is its own.
    """
    return _stemmer(language)(word) if word.isalpha() else word


def _spelt(word: str) -> str:
    """Return an English word in the one of its spellings that counts."""
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import snowballstemmer

    algorithm = _STEMMERS.get(language, "english")
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    return (lambda word: stem_word(_spelt(word))) if algorithm == "english" else stem_word
