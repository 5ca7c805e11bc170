"""Names typed in small letters, "and what did varga say?", get the capitals that the texts write them with.

Only a question typed without any capital is mended; one that stands alone is searched for as it was typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from footnote.dictionary import dictionary
from footnote.followup.grammar.classes import ARTICLES, AUXILIARIES, VERBS
from footnote.followup.grammar.forms import is_plural, third_person
from footnote.followup.grammar.nouns import ORGANISATION_WORDS, TIME_NOUNS
from footnote.followup.grammar.tokens import POSSESSIVE, Token, tokens

_TITLES = frozenset("dr mr mrs ms prof".split())
_NO_NAME_AFTER = ARTICLES | frozenset("his her its their this that these those my your".split())
_OPENS = frozenset('.!?:;…“”"‘([]*•')
_VERBS = VERBS | AUXILIARIES
_LONGEST_NAME = 4  # words
_BEHIND = 8  # words and marks, as those of a citation
_SHORTENED = 3  # letters of "Mrs" at most
_HEADLINE = re.compile(  # before a blank line, with no mark at its end, as a sentence or its footnote has
    r"^.*[^\s.!?…:;”\"’)\]][^\S\n]*(?=\n[^\S\n]*\n|\Z)", re.MULTILINE
)


def cased(question: str, texts: Sequence[str], sentences: str = "") -> str:
    """Return a question with a capital for each name that the texts write with one, and never without.

    Args:
        question: what was typed.
        texts: what was said before.
        sentences: those of the article that is asked, so many that "High Street" makes no "high" a name.
    """
    if re.search(r"[A-Z]", question[1:]):
        return question
    words, written = tokens(question), [*map(_written, texts), _written(sentences, ends_only=True)]
    small = frozenset().union(*(one.small for one in written))
    whole = _whole_names(words, written, small)
    names = {name: text for one in reversed(written) for name, text in one.names.items() if name not in small}
    for place, (before, word) in reversed([*enumerate(pairwise([None, *words]))]):
        if word is not None and (place in whole or _may_be_name(before, word)):
            bare = POSSESSIVE.sub("", word.text)
            name = whole.get(place) or names.get(bare) or _title(before, bare)
            question = question[: word.start] + name + question[word.start + len(bare) :]
    return question


def common_openers(text: str, sentences: str) -> frozenset[str]:
    """Return the words that have a capital in a text only as they open a sentence, and are no names.

    Those are names that the article has with a capital within a sentence. Of what it has nowhere else the
    words of the dictionary are none, "Hopefully", but for one that may have done something, "Grace said".
    """
    words, article = tokens(text), _written(sentences)
    return frozenset(word.text for n, word in enumerate(words) if _only_opens(words, n, article))


def _only_opens(words: Sequence[Token], place: int, article: "_Written") -> bool:
    word, behind = words[place], words[place + 1 : place + _BEHIND]
    alone = _opens(words, place) and not (behind and behind[0].capital)
    if not alone or not word.capital or not word.content or word.lower in article.names:
        return False
    return word.lower in article.small or (not _acts(behind) and bool(dictionary().known([word.lower])))


def _opens(words: Sequence[Token], place: int) -> bool:
    """Say whether a word opens a sentence, and does not stand behind the stop of "St." or an initial."""
    before = words[max(0, place - 2) : place]
    shortened = len(before) > 1 and before[0].capital and len(before[0].text) <= _SHORTENED
    return not before or (before[-1].text in _OPENS and not (before[-1].text == "." and shortened))


def _acts(behind: Sequence[Token]) -> bool:
    """Say whether what stands behind a word may be its verb, or stands so behind a name.

    That is "Rose, who …", "Rose (born 1920)", "Rose and Frank", and nothing where an answer is "Rose.".
    """
    verb = behind[0] if behind else None
    if verb is None or not any(one.text[0].isalpha() for one in behind):
        return True
    if verb.text == "(" or [one.lower for one in behind[:2]] == [",", "who"]:
        return True
    if verb.lower == "and":
        return behind[1:2] != [] and behind[1].capital
    return verb.lower in _VERBS or third_person(verb.text) or verb.text.endswith("ed")


@lru_cache(maxsize=32)
def prose(text: str) -> str:
    """Return an article without its headlines, in which any word may have a capital."""
    return _HEADLINE.sub("", text)


def _may_be_name(before: Token | None, word: Token) -> bool:
    determined = before is not None and before.lower in _NO_NAME_AFTER
    return word.content and word.text[0].islower() and word.lower not in VERBS and not determined


def _title(before: Token | None, word: str) -> str:
    """Return a word as it is, with a capital where it is a title or stands behind one."""
    titled = word in _TITLES or (before is not None and before.lower in _TITLES)
    return word.capitalize() if titled else word


@dataclass(frozen=True, slots=True)
class _Written:
    """How a text writes words within its sentences, by their small letters.

    ``names`` have a capital, ``whole`` are several such words side by side, ``small`` have none.
    """

    names: dict[str, str]
    whole: dict[str, str]
    small: frozenset[str]


@lru_cache(maxsize=32)  # an article is looked at for each turn anew
def _written(text: str, *, ends_only: bool = False) -> _Written:
    words = tokens(text)
    inside = [word for before, word in pairwise(words) if before.text not in _OPENS]
    by_capital = groupby(inside, key=lambda word: word.capital)
    runs = [[word.text for word in run] for capital, run in by_capital if capital]
    named = [POSSESSIVE.sub("", word) for run in runs for word in (run[-1:] if ends_only else run)]
    small = frozenset(word.lower for word in words[1:] if word.text[0].islower())
    return _Written(
        {name.lower(): name for name in named if not is_plural(name)},
        {name.lower(): name for run in runs for name in _side_by_side(run)},
        small | ORGANISATION_WORDS | TIME_NOUNS,
    )


def _side_by_side(run: Sequence[str]) -> Iterator[str]:
    """Yield each two to four words that stand side by side."""
    run = [*run[:-1], *(POSSESSIVE.sub("", word) for word in run[-1:])]
    for length in range(2, _LONGEST_NAME + 1):
        yield from (" ".join(run[at : at + length]) for at in range(len(run) - length + 1))


def _whole_names(
    words: Sequence[Token], written: Sequence[_Written], small: frozenset[str]
) -> dict[int, str]:
    """Return the words that stand together as a name does in the texts, also behind "the", by their place.

    Not where the texts write each of them small, too.
    """
    names = {name: text for one in written for name, text in one.whole.items()}
    found: dict[int, str] = {}
    for length in range(2, _LONGEST_NAME + 1):
        for start in range(len(words) - length + 1):
            some = [POSSESSIVE.sub("", word.text) for word in words[start : start + length]]
            name = names.get(" ".join(some))
            if name and not small.issuperset(some):
                found |= dict(zip(range(start, start + length), name.split(), strict=True))
    return found
