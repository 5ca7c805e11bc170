"""Below the heading of one thing nothing is told of another: "The guarantee is two years." is the Bellamy's.

Only names tell things apart: each in the headings of some sections, and never in small letters in the text.
The words of other headings say what is told of the one subject that an article has.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from footnote.dictionary import dictionary
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import carries_content, stems, words
from footnote.retrieve.outline import Above
from footnote.schema import Article, Sentence

_FEWEST_LETTERS = 3
_NOUNS_ARE_CAPITALISED = frozenset({"de", "lb"})
# What is asked by way of one name may be told of another: "Whom did he marry after Anne?"
_BY_WAY_OF = re.compile(
    r"\b(?:than|after|before|since|until|besides?|apart|aside|except|excluding|others?|another|else|instead|"
    r"(?:un)?like|without|replac\w+|follow\w*|succe\w+|preced\w+|next|previous|beat\w*|against|compar\w+|"
    r"differ\w*|similar|same|also|too|both|between)\b",
    re.IGNORECASE,
)


def of_others(
    question: str,
    article: Article,
    sentences: Sequence[Sentence],
    above: Sequence[Above],
    spellings: Mapping[str, str],
) -> NDArray[np.bool_]:
    """Return which sentences tell of another thing than the one that a question names: (n,).

    They stand below another heading of the same level that has a name, in a paragraph without the asked one.
    ``above`` are the headings over each sentence, ``spellings`` the article's words by their small letters,
    each small if it ever is.
    """
    headings = {one.heading for one in sentences} - {""}
    asked = set(words(question))
    if len(headings) > 1 and article.language not in _NOUNS_ARE_CAPITALISED and not by_way_of(question):
        every = {heading for over in above for _, heading in over}
        if any(asked & set(words(heading)) for heading in every):
            body = " ".join(article.text[one.start : one.end] for one in sentences)
            names = {word for word in _telling(every, article.title) if _is_name(word, body, spellings)}
            meant = {word for word in asked & names if _is_meant(word, spellings[word], question)}
            if meant:
                return _beside(article.text, sentences, above, names, meant)
    return np.zeros(len(sentences), dtype=bool)


def by_way_of(question: str) -> bool:
    """Say whether a question may name one thing to ask for another."""
    return bool(_BY_WAY_OF.search(question))


def only_of_others(question: str, one: SentenceSignals, others: NDArray[np.bool_]) -> bool:
    """Say whether an article has what a question asks, names apart, in sentences about ``others`` alone."""
    if not others.any():
        return False
    matter = [
        word for word in words(question) if carries_content(word) and one.vocabulary.get(word, word) == word
    ]
    held = one.index.coverage(stems(" ".join(matter), one.article.language))
    of_it = held[~others].any(axis=0)
    return bool(held.any()) and not of_it.any()


def _beside(
    text: str, sentences: Sequence[Sentence], above: Sequence[Above], names: set[str], asked: set[str]
) -> NDArray[np.bool_]:
    found = np.zeros(len(sentences), dtype=bool)
    levels = {level for over in above for level, heading in over if asked & set(words(heading))}
    for _, numbers in groupby(range(len(sentences)), lambda number: sentences[number].paragraph):
        paragraph = list(numbers)
        told = set(words(text[sentences[paragraph[0]].start : sentences[paragraph[-1]].end]))
        over = above[paragraph[0]]
        told.update(word for _, heading in over for word in words(heading))
        others = {word for level, heading in over if level in levels for word in words(heading)}
        found[paragraph] = bool(names & others) and not asked & told
    return found


def _telling(headings: set[str], title: str) -> set[str]:
    """Return the words with content of headings that are neither in the title nor in most of them."""
    held = [{word for word in words(one) if carries_content(word)} for one in headings]
    every = {word for one in held for word in one if len(word) >= _FEWEST_LETTERS}
    return {w for w in every if 2 * sum(w in one for one in held) <= len(held)} - set(words(title))


def _is_name(word: str, body: str, spellings: Mapping[str, str]) -> bool:
    """Say whether a word stands in capitals only, once within a sentence, or in a cell and no dictionary."""
    spelling = spellings.get(word, word)
    if spelling == word:
        return False
    if re.search(rf"[a-zß-ÿ,] {spelling}\b", body):
        return True
    return bool(re.search(rf"\| {spelling}\b", body)) and not dictionary().known([word])


def _is_meant(word: str, spelling: str, question: str) -> bool:
    """Say whether a question means a word as a name: with a capital within it, or it is in no dictionary."""
    return bool(re.search(rf"\w\W+{spelling}\b", question)) or not dictionary().known([word])
