"""What a word's ending tells, and its plural and possessive forms."""

import re

from footnote.followup.grammar.classes import FUNCTION, VERBS
from footnote.followup.grammar.tokens import POSSESSIVE

_SINGULAR = frozenset(
    "lens news series species means physics mathematics politics gas its this was has specimen regimen "
    "acumen omen abdomen semen stamen lumen yemen bremen carmen".split()
)
_IRREGULAR_PLURALS = frozenset(
    "people men women children police mice geese feet teeth sheep fish data".split()
)
_NOUN_ENDING = re.compile(r"(?:tion|sion|ment|ness|ity|er|or|ist|ship|ry|ance|ence|ism|logy)$")


def is_plural(word: str) -> bool:
    """Say whether a noun looks like a plural."""
    lower = word.lower()
    if lower in _SINGULAR:
        return False
    return lower in _IRREGULAR_PLURALS or bool(re.search(r"(?<![sui])s$|(?<=\w)men$", lower))


def third_person(word: str) -> bool:
    """Say whether a word may be a verb in -s: "becomes", "dies", "leaves"."""
    lower = word.lower()
    bases = {lower[:-1], lower.removesuffix("es"), stem(lower)}  # "brokers" is nothing of "broke"
    return lower.endswith("s") and not bases.isdisjoint(VERBS)


def base_form(verb: str) -> str:
    """Return what a verb in -s has with "they": "elect", "teach", "carry", "choose"."""
    if verb.lower() in FUNCTION or not is_plural(verb):
        return verb
    if re.search(r"[^aeiou]ies$", verb) and len(verb) > len("dies"):
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:ss|x|ch|sh|[^e]o)es$", verb) else verb[:-1]


def looks_like_noun(word: str) -> bool:
    """Say whether a word's ending is one that base forms of verbs hardly have."""
    return is_plural(word) or bool(_NOUN_ENDING.search(word.lower()))


def stem(word: str) -> str:
    """Return a word without case, possessive and plural ending, for comparison only."""
    lower = POSSESSIVE.sub("", word).lower()
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if re.search(r"(?:s|x|ch|sh)es$", lower):
        return lower[:-2]
    return lower[:-1] if is_plural(lower) and lower.endswith("s") else lower


def pluralise(noun: str) -> str:
    """Return the regular plural of a noun."""
    if re.search(r"(?:s|x|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def possessive(phrase: str) -> str:
    """Return a noun phrase with its possessive ending."""
    return phrase + ("’" if phrase.endswith("s") and is_plural(phrase.split()[-1]) else "’s")
