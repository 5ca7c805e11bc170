"""The stem of a word in its language, as searching and summarising compare words."""

from collections.abc import Callable
from functools import cache, lru_cache

_STEMMERS = {"da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish"}
_STEMMERS |= {"fr": "french", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese"}
_STEMMERS |= {"ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish", "hu": "hungarian"}


@lru_cache(maxsize=200_000)
def stem_of(word: str, language: str) -> str:
    """Return the stem of a case-folded word; ``language`` is ISO 639-1, others count as English.

    A word that is not all letters, such as a number, is its own stem.
    """
    return _stemmer(language)(word) if word.isalpha() else word


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import snowballstemmer

    stem_word: Callable[[str], str] = snowballstemmer.stemmer(_STEMMERS.get(language, "english")).stemWord
    return stem_word
