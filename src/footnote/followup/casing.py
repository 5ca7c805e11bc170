"""Names typed in small letters, "and what did varga say?", get the capitals that the talk gave them.

Only a question typed without any capital is mended; one that stands alone is searched for as it was typed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from footnote.followup.grammar.classes import ARTICLES, VERBS
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.nouns import ORGANISATION_WORDS, TIME_NOUNS
from footnote.followup.grammar.tokens import Token, tokens

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
        if word is not None and _may_be_name(before, word):
            written = names.get(word.text) or (word.text.capitalize() if _titled(before, word) else word.text)
            question = question[: word.start] + written + question[word.end :]
    return question


def _may_be_name(before: Token | None, word: Token) -> bool:
    determined = before is not None and before.lower in _NO_NAME_AFTER
    return word.content and word.text[0].islower() and word.lower not in VERBS and not determined


def _titled(before: Token | None, word: Token) -> bool:
    return word.lower in _TITLES or (before is not None and before.lower in _TITLES)


def _names(texts: Sequence[str]) -> dict[str, str]:
    """Return the words that have a capital within a sentence, and nowhere none, by their small letters."""
    names: dict[str, str] = {}
    small = ORGANISATION_WORDS | TIME_NOUNS
    for before, word in (pair for text in texts for pair in pairwise(tokens(text))):
        if word.text[0].islower():
            small |= {word.lower}
        elif word.capital and before.text not in _OPENS and not is_plural(word.text):
            names[word.text.lower()] = word.text
    return {word: written for word, written in names.items() if word not in small}
