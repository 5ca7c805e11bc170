"""What a reader typed, made plain, and whether it has no other words than those of one wish.

A wish about the article itself ("Could you list the people, please?") can be put in many ways, but always
with the same few words. An utterance that has these and grammar only means nothing else, in whatever order
they stand; one word more ("the people of Aktau") makes it a question to the article. English and German are
known.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from footnote.dictionary import dictionary
from footnote.shorthand import spelt_out

_NOUNS = "article|text|page|piece"
_ARTICLE = re.compile(
    rf"\b(?:(?:the|this|that) )?(?:whole |entire |full )?(?:{_NOUNS})\b"
    # "The report" may be one that the article is about; "this report" is the article.
    r"|\bthis (?:news )?(?:story|document|post|paper|report|essay|blog post|website|webpage)\b"
    r"|\b(?:(?:de[rmns]|das|diese[rmns]?|im|zum|vom) )(?:artikels?|texte?s?)\b"
    r"|\bdiese[rmns]? (?:beitrags?|berichts?|dokuments?|seite)\b"
)
_PRONOUN = re.compile(r"\b(?:it|its|this|that|they|them|he|she|es|das|dies|er|sie)\b")
_DEMAND = re.compile(
    r"\b(?:list|give|show|make|create|extract|pull|put|print|quote|read|mentioned|named|listed|quoted|"
    r"timeline|summar\w+|sum up|tl ?dr|recap|gist|takeaways?|overview|headings|sections|please|pls|"
    r"paragraph|liste|gib|zeig|nenne|genannt|erwähnt|zitiere?|fass|fasse|zusammenfassung|absatz)\b"
)
_SHORTENED = (
    (r"\b(what|who|that|there|here|how|when|where)'?s\b|\b(it)'s\b", r"\1\2 is"),
    (r"\bi'(?:[md]|ll|ve)\b", "i"),
)
_ENGLISH = frozenset(
    """a an the this that these those it its in of on for to from at by with about as and or but so then if
    me us my i we you your can could would will shall should may please pls plz do does did is are was were be
    been being have has had get got give show tell let want wanted need like what which who whose when where
    how many much any some all every each both just only really quite very here there anywhere now again also
    too still ok okay hey hi sorry than them yes no not article""".split()
)
_GERMAN = frozenset(
    """der die das den dem des dies diese dieser dieses ein eine einen einem einer im in an aus von vom zu zum
    zur und oder mir uns ich du kannst können könntest sie es er bitte mal ist sind war wird werden wurde
    wurden hat haben gibt wie was wer wo wann welche welcher welches welchem alle für auf gib zeig nenne sag
    da drin article""".split()
)
_ENGLISH_ALONE = frozenset(
    "and could did does from how should that the there they this were what when where which who whose why "
    "with would".split()
)
_MOST_CHARACTERS = 160  # nobody words a wish longer than that
_LEAST_MENDED = 5  # letters of a word in which a slip is mended


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish: the patterns that are all found in it, and the words that it may have beside grammar.

    ``named`` says that after other talk it must name the article: "Who wrote it?" may be about a book then.
    """

    keys: tuple[re.Pattern[str], ...]
    words: frozenset[str]
    named: bool = False

    def said(self, utterance: str, *, opening: bool) -> str | None:
        """Return the utterance, plain and with its slips mended, if it is this wish, else None.

        ``opening`` says that nothing was said before it, so that "it" can mean the article only.
        """
        said = only(plain(utterance), self.words)
        if said is None or not all(key.search(said) for key in self.keys):
            return None
        meant = names_the_article(said) or opening if self.named else means_the_article(said, opening=opening)
        return said if meant else None


def wish(*keys_and_words: str, named: bool = False) -> Wish:
    """Return a wish: the patterns of whole words that are its keys, and last its words, apart by blanks."""
    *keys, words = keys_and_words
    patterns = tuple(re.compile(rf"\b(?:{key})\b") for key in keys)
    return Wish(patterns, frozenset(words.split()), named)


def plain(said: str) -> str:
    """Return an utterance in lower case, without marks, the article's many names being "article".

    A long one is no such wish: of it nothing is left.
    """
    if len(said) > _MOST_CHARACTERS:
        return ""
    words = " ".join(re.sub(r"[^\w'\s]", " ", spelt_out(said).replace("’", "'")).lower().split())
    for pattern, long in _SHORTENED:
        words = re.sub(pattern, long, words)
    return _ARTICLE.sub("article", re.sub(r"\barticle (?=\d)", "provision ", words))  # that of a law


def names_the_article(said: str) -> bool:
    """Say whether a plain utterance names the article."""
    return " article " in f" {said} "


def means_the_article(said: str, *, opening: bool) -> bool:
    """Say whether what a plain utterance speaks of can be the article.

    It can where it is named or where nothing was said before (``opening``); else only where it demands
    something ("List the people") and has no pronoun: "Which year?" asks for more of what was told.
    """
    return opening or names_the_article(said) or bool(_DEMAND.search(said) and not _PRONOUN.search(said))


def only(said: str, words: frozenset[str]) -> str | None:
    """Return a plain utterance with its slips mended; None if a word is neither known nor of the grammar.

    Known are ``words``, and numbers if "#" is; the grammar is one language's for all of it.
    """
    for grammar in (_ENGLISH, _GERMAN):
        mended = [_meant(word, words, grammar) for word in said.split()]
        if all(mended):
            return " ".join(mended)
    return None


def _meant(word: str, words: frozenset[str], grammar: frozenset[str]) -> str:
    if word in grammar or word in words or (word.isdigit() and "#" in words):
        return word
    return _nearest(word, words) if grammar is _ENGLISH else ""


def speaks_german(said: str) -> bool:
    """Say whether an utterance is rather German than English, by its words of grammar."""
    words = set(plain(said).split())
    return len(words & _GERMAN) > len(words & _ENGLISH)


def speaks_english(said: str) -> bool:
    """Say whether an utterance has a word that is of English grammar and of no other language's."""
    return not _ENGLISH_ALONE.isdisjoint(re.findall(r"[a-z]+", said.lower()))


@lru_cache(4096)
def _nearest(word: str, words: frozenset[str]) -> str:
    """Return the word that a slip was meant to be, or an empty text; its first letter is right.

    An English word is no slip: "states" are no "stats".
    """
    near = [other for other in sorted(words) if other[0] == word[0] and OSA.distance(word, other) <= 1]
    slip = bool(near) and len(word) >= _LEAST_MENDED and not dictionary().known([word])
    return near[0] if slip else ""
