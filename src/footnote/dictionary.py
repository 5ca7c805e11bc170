"""The English dictionary, one for all that ask whether a word is one."""

from functools import cache

from spellchecker import SpellChecker


@cache
def dictionary() -> SpellChecker:
    """Load the dictionary: a tenth of a second, which only the first question with a strange word costs."""
    return SpellChecker(language="en", distance=1)
