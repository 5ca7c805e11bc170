"""Names typed in small letters, "and what did varga say?", get the capitals that the talk gave them.

Only a question typed without any capital is mended; one that stands alone is searched for as it was typed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from footnote.followup.grammar import ARTICLES, ORGANISATION_WORDS, TIME_NOUNS, VERBS, Token, tokens

_TITLES = frozenset("dr mr mrs ms prof".split())
_NO_NAME_AFTER = ARTICLES | frozenset("his her its their this that these those my your".split())
_OPENS = frozenset('.!?:;…“”"‘([')


def cased(question: str, texts: Sequence[str]) -> str:
    """Return a question with a capital for each word that the texts write with one, and never without."""
    if re.search(r"[A-Z]", question[1:]):
        return question
    words = tokens(question)
    names = _names(texts)
    for before, word in reversed([*pairwise([None, *words])]):
        if word is not None and _is_name(before, word, names):
            question = question[: word.start] + word.text[0].upper() + question[word.start + 1 :]
    return question


def _is_name(before: Token | None, word: Token, names: frozenset[str]) -> bool:
    if not word.content or word.lower in VERBS or not word.text[0].islower():
        return False
    titled = before is not None and before.lower in _TITLES
    named = word.lower in names and not (before is not None and before.lower in _NO_NAME_AFTER)
    return titled or named or (word.lower in _TITLES and word.lower != "ms")


def _names(texts: Sequence[str]) -> frozenset[str]:
    """Return, in small letters, the words that have a capital within a sentence, and none without one."""
    names: set[str] = set()
    small: set[str] = set()
    for text in texts:
        for before, word in pairwise(tokens(text)):
            if word.text[0].islower():
                small.add(word.lower)
            elif word.capital and before.text not in _OPENS:
                names.add(word.lower)
    return frozenset(names - small - ORGANISATION_WORDS - TIME_NOUNS)
