"""In a first question, "How do you get it?", it and they are what the one article's title names."""

import re
from collections.abc import Sequence

from footnote.followup.binding import leaning
from footnote.followup.grammar.classes import ARTICLES, VERBS
from footnote.followup.grammar.forms import is_plural, third_person
from footnote.followup.grammar.tokens import Token, tokens
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases
from footnote.followup.pronouns import resolved
from footnote.followup.turns import Turn

_MOST_WORDS = 5
_GENRES = frozenset(
    "review interview opinion analysis comment report editorial profile obituary news release newsletter "
    "essay letter".split()
)
_ONE, _MANY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_NO_WORDS = re.compile(r"[^\w\s’'&-]|_|\d{3}")  # of a headline with commas, or a file's name
# What is asked of the article itself, "Does it say why?", and "Is it true that …", "Was it he who …?".
_OF_THE_TEXT = re.compile(
    r"\bit (?:\w+ )?(?:says?|mentions?|tells?|states?|explains?|describes?|discuss(?:es)?|claims?|argues?|"
    r"means?|is about|written|published|posted|updated|reported|matters?)\b|\bit (?:about|by)[?.! ]*$|"
    r"\b(?:about|wrote|published) it\b|"
    r"\bit\b.* (?:that|who|if|whether)\b|(?:what|which) (?:time|day|year|date) \w+ it\b|"
    r"\bit (?:cost|help|hurt|make sense|pay)s?\b.* to\b|\bit [\w’']+[’']s? \w+ to\b|"
    r"\bit (?:so |too |very |really )?(?:rain|snow|dark|light|cold|hot|warm|wet|windy|late|early|far)",
    re.IGNORECASE,
)


def about_the_title(question: str, title: str) -> str:
    """Return a question with its it and they spelled out from a title, or as it is.

    It stays where the title, up to its colon, is no noun phrase, or the question has another noun that may
    be meant.
    """
    words = tokens(question)
    leans = [words[place] for place, _ in leaning(question, words)]
    meant = {word.lower for word in leans}
    if not leans or not (meant <= _ONE or meant <= _MANY) or _OF_THE_TEXT.search(question):
        return question  # "How did they do it?" speaks of two things
    asked = _asked_of(title)
    if meant <= _MANY and not asked.startswith(("What are ", "What is a", "What is the ")):
        return question  # Brexit is no they
    phrases = noun_phrases(question)
    if not asked or any(_may_be_meant(phrase, pronoun) for phrase in phrases for pronoun in leans):
        return question
    return resolved(question, Turn(asked)).text


def _may_be_meant(phrase: Phrase, pronoun: Token) -> bool:
    many = pronoun.lower in _MANY
    counted = phrase.time or phrase.before == "how"  # "How big are they?"
    return phrase.end <= pronoun.start and not counted and (many or not phrase.plural)


def _asked_of(title: str) -> str:
    """Return "What is the lantern stoat?" of "Lantern stoat: a portrait", or an empty text."""
    named = title.partition(":")[0].strip()
    words = [word for word in named.split() if word.lower() not in ARTICLES]
    if not words or len(words) > _MOST_WORDS or _NO_WORDS.search(named) or not _whole(named):
        return ""
    if _is_headline(words) or _is_somebody(named) or words[-1].lower() in _GENRES:
        return ""
    return f"What {'are' if is_plural(words[-1]) else 'is'} {_within_a_sentence(named)}?"


def _whole(named: str) -> bool:
    return any(phrase.start == 0 and phrase.end == len(named) for phrase in noun_phrases(named))


def _is_headline(words: Sequence[str]) -> bool:
    """Say whether there may be a verb: "Ferry sank", "Council Approves Budget"."""
    verb = any(word.lower() in VERBS or third_person(word) for word in words)
    capitals = all(word[0].isupper() for word in words)
    return verb or any(word.endswith("ed") or (capitals and is_plural(word)) for word in words[1:-1])


def _is_somebody(named: str) -> bool:
    """Say whether a title may be a person's name, "Ilona Varga", which no "it" is for."""
    whole = [phrase for phrase in noun_phrases(named) if phrase.text == named and phrase.name]
    return any(phrase.person for phrase in whole) and len(named.split()) > 1


def _within_a_sentence(named: str) -> str:
    """Return "a lantern stoat" for "Lantern stoat"; what is written like a name stays one."""
    first, *others = named.split()
    if not others or first.lower() in ARTICLES or any(word[0].isupper() for word in others):
        return named
    small = first.lower() if first.istitle() else first
    article = "" if is_plural(others[-1]) else "an " if small[0] in "aeiou" else "a "
    return " ".join([f"{article}{small}", *others])
