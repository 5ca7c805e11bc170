"""Whether those that a text names are he or she, where it says so: "her sister, Annika", "Kent … he"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from footnote.followup.gender import PRONOUNS
from footnote.followup.grammar.classes import FUNCTION
from footnote.followup.grammar.nouns import HE_KIN, KIN, ORGANISATION_WORDS, PERSON_NOUNS, SHE_KIN, TIME_NOUNS
from footnote.followup.grammar.openings import lower_first
from footnote.followup.grammar.tokens import POSSESSIVE
from footnote.followup.turns import Gender, Person

_WORD = r"[A-Z][\w’'-]{0,30}[a-z]"
_NAME = rf"(?<![\w’'-]){_WORD}(?: (?:(?:de|di|du|la|van|von) )?{_WORD}){{0,4}}"
_KIN = "|".join(sorted(HE_KIN | SHE_KIN))
_APPOSED = re.compile(
    rf"\b(?:his|her|their|\w{{1,30}}[’']s|an?|elder|younger) ({_KIN}), ({_NAME})(?=[,(.;]| \()"
)
_BESIDE = re.compile(rf"\b(?:his|her|their) ({_KIN}) ({_NAME})")
_AND_KIN = re.compile(rf"({_NAME}) and (his|her) (?:{'|'.join(sorted(KIN))})\b")
_SENTENCE = re.compile(r"(?<=[.!?…][\s”\"’])\s*(?=[A-Z“\"‘])")
_PRONOUN = re.compile(r"\b(he|she)\b")
_ANY_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_OPENING = re.compile(rf"(?:(?:The|Its|An?)(?: [\w-]+){{0,6}},? )?{_NAME}")  # a sentence's subject is a name
_GOES_ON = re.compile(r"(He|She)\b")
_NAMED = re.compile(rf"(?:(?<![\w’'-])(?P<before>[\w’'-]{{1,30}})[,:]? )?(?P<name>{_NAME})")
_AND_HIS = re.compile(rf"{_NAMED.pattern},? and (?P<his>his|her)\b")
_ANYBODY = re.compile(rf"\b(?:{_KIN}|man|woman|boy|girl|who|whom)\b", re.IGNORECASE)
_NO_FIRST_NAME = FUNCTION | TIME_NOUNS | PERSON_NOUNS
_NOBODY_AFTER = frozenset(
    "in at on from to of near into towards for with against the a an his her its".split()
)


@lru_cache(maxsize=32)  # an article is looked at for each turn anew
def told_in(text: str) -> tuple[Person, ...]:
    """Return the people of a text of whom it tells one gender and never the other."""
    told: dict[str, set[Gender]] = {}
    for person in (*_by_kin(text), *_by_pronoun(text)):
        told.setdefault(person.text, set()).add(person.gender)
    return tuple(Person(name, *genders) for name, genders in told.items() if len(genders) == 1)


def _by_kin(text: str) -> Iterator[Person]:
    """Yield Annika of "her sister, Annika", and both of "Joachim and his wife Brechta"."""
    for kin, name in (*_APPOSED.findall(text), *_BESIDE.findall(text)):
        yield Person(POSSESSIVE.sub("", name), "he" if kin in HE_KIN else "she")
    for name, pronoun in _AND_KIN.findall(text):
        yield Person(name, PRONOUNS[pronoun])


def _by_pronoun(text: str) -> Iterator[Person]:
    """Yield whoever is the only one that is named before it goes on with he or she."""
    for found in _AND_HIS.finditer(text):
        if _is_person(found):
            yield Person(_name(found), PRONOUNS[found["his"]])
    for previous, sentence in pairwise(["", *_SENTENCE.split(text)]):
        if _GOES_ON.match(sentence) and _OPENING.match(previous) and not _ANY_PRONOUN.search(previous):
            sentence = f"{previous} {lower_first(sentence)}"
        pronoun = _PRONOUN.search(sentence)
        before = sentence[: pronoun.start()] if pronoun else ""
        names = [one for one in _NAMED.finditer(before) if one["name"].lower() not in FUNCTION | TIME_NOUNS]
        if pronoun and len(names) == 1 and not _ANYBODY.search(before) and _is_person(names[0]):
            yield Person(_name(names[0]), PRONOUNS[pronoun[1]])


def _name(named: re.Match[str]) -> str:
    """Return a name with the word before it where that has a capital, too: it may open a sentence."""
    before, name = named["before"] or "", named["name"]
    first = re.fullmatch(_WORD, before) and before.lower() not in _NO_FIRST_NAME
    return f"{before} {name}" if first and named[0].startswith(f"{before} {name}") else name


def _is_person(named: re.Match[str]) -> bool:
    """Say whether a name of two words and more may be a person's: no owner, no place and no thing."""
    words = _name(named).lower().split()
    other = not (ORGANISATION_WORDS | TIME_NOUNS | FUNCTION).isdisjoint(words)
    nobody = (named["before"] or "").lower() in _NOBODY_AFTER
    return len(words) > 1 and not (other or nobody or POSSESSIVE.search(named["name"]))
