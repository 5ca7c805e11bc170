"""Slips of the keyboard in a question give way to the article's words, else to common English ones.

A word counts as a slip where neither the article nor an English dictionary has it. Names are touched least: a
short one, or one like no name of the article, stays as it was typed. For English only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA, JaroWinkler

from footnote.dictionary import dictionary
from footnote.retrieve.lexical import FUNCTION_WORDS, words

_WORD = re.compile(r"(?<![\w'’./@-])[A-Za-zÀ-ÿ]{3,}(?![\w/@-]|\.\w|['’](?!s\b))")
_MOST_CHARACTERS = 300  # of a question; what is longer was pasted
_LEAST = 4  # letters of a word that is more than grammar
_SHORT = 5  # letters, up to which a strange word is a question's "wich", or somebody's name
_LONG = 8  # letters, from which on two of them may be wrong
_LIKE = 0.9  # Jaro and Winkler's similarity, below which two wrong letters make another word
_COMMON = 1e-6  # of all words; a rarer one is hardly what was meant, nor of short words
_COMMON_SHORT = 1e-5
_ENDINGS = ("", "s", "es", "ed", "ing", "ly", "er", "ers")
_BRITISH = re.compile(
    "our|is(?=e|i|a)|ys(?=e|i)|(?<!l)ll(?=ed$|ing$|[eo]rs?$)|re(?=s?$)|ce(?=s?$)|mme(?=s?$)|nium$|sc|ou(?=ld)"
)
_AMERICAN = {"our": "or", "is": "iz", "ys": "yz", "ll": "l", "re": "er", "ce": "se", "mme": "m"}
_AMERICAN |= {"nium": "num", "sc": "sk", "ou": "o"}


def vocabulary(texts: Iterable[str]) -> dict[str, str]:
    """Return the words of texts by their small letters, each as it stands most often, small if ever so."""
    counts = Counter(word for text in texts for word in re.findall(r"[A-Za-zÀ-ÿ]+", text))
    ordered = sorted(counts, key=lambda word: (word.islower(), not word.isupper(), counts[word]))
    return {word.lower(): word for word in ordered}


def spelled(question: str, known: Mapping[str, str]) -> str:
    """Return a question with its slips mended; ``known`` is the article's vocabulary.

    One with more strange words that are like none than such as are like one is in another language: it stays,
    as a very long one does.
    """
    if len(question) > _MOST_CHARACTERS:
        return question
    strange = [found for found in _WORD.finditer(question) if _is_strange(found.group(), known)]
    mended = {one.start(): _mended(one.group(), known, opens=one.start() == 0) for one in strange}
    unchanged = [one for one in strange if mended[one.start()] == one.group()]
    unlike = [one for one in unchanged if one.group().islower() or not one.start()]
    if len(unlike) > len(strange) - len(unlike):
        return question
    return _WORD.sub(lambda found: mended.get(found.start(), found.group()), question)


def _mended(word: str, known: Mapping[str, str], *, opens: bool) -> str:
    lower = word.lower()
    if word[0].isupper() and not opens:
        return _name(word, known)
    near = _grammar(lower) if len(lower) <= _SHORT else ""
    if len(lower) < _LEAST:
        return near if near and word.islower() else word
    # A short strange word may be a name in small letters: it gains letters, but loses none.
    own = known if len(lower) > _SHORT else [word for word in known if len(word) >= len(lower)]
    near = near or _nearest(lower, own, _common(lower)) or lower
    meant = known.get(near, near)
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant


def _name(word: str, known: Mapping[str, str]) -> str:
    """Return the article's name that a capitalised word is a slip of, or the word where it is of none."""
    names = {lower: name for lower, name in known.items() if name[0].isupper()}
    folded = words(word)
    plain = next((name for name in names.values() if words(name) == folded), "")
    near = _nearest(word.lower(), names) if len(word) > _SHORT else ""
    return plain or names.get(near, word)


def _is_strange(word: str, known: Mapping[str, str]) -> bool:
    """Say whether neither article nor dictionary has a word, its plural, stem or American spelling."""
    lower = word.lower()
    if word[1:] != word[1:].lower():
        return False
    american = _BRITISH.sub(lambda found: _AMERICAN[found.group()], lower)
    stems = (f"{lower}s", *(lower.removesuffix(ending) for ending in _ENDINGS))  # it may have the plural only
    english = {lower, american, lower.removesuffix("s"), lower.removesuffix("es")}
    return not any(stem in known for stem in stems) and not dictionary().known(english)


def _grammar(lower: str) -> str:
    """Return the word of grammar that a short slip was meant to be; the shortest lost no letter in it."""
    near = _nearest(lower, FUNCTION_WORDS)
    return near if len(lower) >= _LEAST or set(lower) <= set(near) else ""


def _nearest(lower: str, *among: Iterable[str]) -> str:
    """Return the word that a slip most likely was meant to be, or an empty text.

    Its first letter is right. Of two equally near the first iterable's is taken.
    """
    most = 2 if len(lower) >= _LONG else 1
    near = [
        (distance, place, -JaroWinkler.similarity(lower, word), word)
        for place, some in enumerate(among)
        for word in some
        if word[0] == lower[0] and (distance := OSA.distance(lower, word, score_cutoff=most)) <= most
    ]
    distance, _, unlike, word = min(near, default=(0, 0, 0.0, ""))
    return word if distance < 2 or -unlike >= _LIKE else ""


def _common(lower: str) -> list[str]:
    """Return the common English words at a distance of one letter.

    In a short word a letter was left out, or two have changed places: else it may well be a name.
    """
    english = dictionary()
    found = english.candidates(lower) or set()
    if len(lower) > _SHORT:
        return [word for word in found if english.word_usage_frequency(word) >= _COMMON]
    likely = (word for word in found if len(word) > len(lower) or sorted(word) == sorted(lower))
    return [word for word in likely if english.word_usage_frequency(word) >= _COMMON_SHORT]
