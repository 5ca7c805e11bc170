"""What a pronoun stands for: a noun phrase of the last question, or else of the last answer.

The topic of the question comes first, as people go on about what they asked about; a question for a
person or a thing ("Who …?", "Which academy …?") makes the one that was named in the answer the topic.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from footnote.followup.gender import is_somebody, may_be, told_gender
from footnote.followup.grammar import (
    ARTICLES,
    DO,
    ORGANISATION_WORDS,
    PERSON_NOUNS,
    QUANTIFIERS,
    SHIPS,
    lower_first,
    pluralise,
    stem,
    tokens,
)
from footnote.followup.phrases import Phrase, Role, asked_phrase, noun_phrases
from footnote.followup.turns import Gender, Turn

Kind = Literal["he", "she", "thing", "many", "place"]

_SUBJECT_FIRST: dict[Role, int] = {"asked": 0, "subject": 1, "object": 2, "prepositional": 3}
_OBJECT_FIRST: dict[Role, int] = {"asked": 0, "object": 1, "subject": 2, "prepositional": 3}
_ASKS_FOR_PERSON = re.compile(
    r"(?:and |but |so )?(?:by |to |with |for )?(?:who|whom|whose|which \w*(?:person|minister))\b", re.I
)
_IDENTITY = re.compile(r"who (?:is|was) (?!the |a )([^?]+)\?*$", re.I)
_TOWNS = frozenset("town village suburb capital county country hamlet".split())
_WHERE = frozenset("in at near off around inside outside".split())
_PLACES = _WHERE | frozenset("on to from".split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A turn's noun phrases, best first, without those that the new question names itself.

    ``stated`` are those of the answer's first sentence: a thing that comes later was hardly asked about.
    """

    turn: Turn
    asked: list[Phrase]
    answered: list[Phrase]
    stated: list[Phrase]

    @classmethod
    def of(cls, turn: Turn, question: str, order: Mapping[Role, int]) -> "_Said":
        named = frozenset().union(*(phrase.stems for phrase in noun_phrases(question)))
        texts = (turn.question, turn.answer, turn.statement or turn.answer)
        return cls(turn, *(_others(text, named, order) for text in texts))


def antecedent(kind: Kind, turn: Turn, question: str, *, as_object: bool = False) -> str:
    """Return the words that a pronoun of a kind stands for in ``question``, or an empty text.

    Args:
        kind: he, she, it, they, or there.
        turn: where to look.
        question: what was asked; what it names already is stood for by no pronoun.
        as_object: the pronoun is an object, and more likely stands for what was one.
    """
    said = _Said.of(turn, question, _OBJECT_FIRST if as_object else _SUBJECT_FIRST)
    return next((text for text in _candidates(kind, said) if text and text not in question), "")


def _candidates(kind: Kind, said: "_Said") -> Iterator[str]:
    if kind == "he" or kind == "she":
        return _person(said, kind)
    return {"thing": _thing, "many": _many, "place": _place}[kind](said)


def topic(turn: Turn) -> str:
    """Return what a turn is about, or an empty text."""
    said = _Said.of(turn, "", _SUBJECT_FIRST)
    people = [*_person(said)] if asks_for_person(turn.question) else []
    return next((text for text in (*people, *_thing(said), *_many(said), *_person(said)) if text), "")


def asks_for_person(question: str) -> bool:
    """Say whether a question asks who somebody is."""
    return bool(_ASKS_FOR_PERSON.match(question))


def named_like(noun: str, turn: Turn, question: str) -> str:
    """Return the fuller phrase behind "this noun", or an empty text."""
    wanted = stem(noun)
    for phrase in [*noun_phrases(turn.question), *noun_phrases(turn.answer)]:
        longer = len(phrase.stems) > 1 and phrase.text not in question
        if stem(phrase.head) == wanted and longer and not phrase.possessive:
            bare = not (
                phrase.name or phrase.plural or re.match(r"(?:the|an?) |.+[’']s? ", phrase.text, re.I)
            )
            return f"the {phrase.text}" if bare else _text(phrase)
    asked = [phrase for phrase in noun_phrases(turn.question)[:1] if phrase.role == "asked"]
    return asked_phrase(turn.question) if asked and stem(asked[0].head) == wanted else ""


def _others(text: str, named: frozenset[str], order: Mapping[Role, int]) -> list[Phrase]:
    phrases = [phrase for phrase in noun_phrases(text) if not phrase.time and not phrase.stems <= named]
    return sorted(phrases, key=lambda phrase: order[phrase.role])


def _text(phrase: Phrase) -> str:
    """Return a phrase as it stands within a sentence, without a quantifier in front."""
    words = phrase.text.split()
    if (
        words[0].lower() in {"all", "both", "most", "some", "many", "several", "nearly", "about"}
        and len(words) > 1
    ):
        words = words[1:] if words[1].lower() in ARTICLES else ["the", *words[1:]]
    if words[0].lower() in {"a", "an"}:
        words[0] = "the"
    return lower_first(" ".join(words))


# ---- he, she


def _person(said: _Said, gender: Gender | None = None) -> Iterator[str]:
    asked, answered = (
        [one for one in phrases if _may_be_person(one, phrases) and may_be(gender, one, said.turn.people)]
        for phrases in (said.asked, said.answered)
    )
    if _IDENTITY.match(said.turn.question):
        yield from _texts(phrase for phrase in asked if phrase.name and not phrase.possessive)
    if asks_for_person(said.turn.question):
        yield from _people(answered)
    kin = [p for p in asked if p.definite and not p.name and gender and told_gender(p) == gender]
    yield from _texts(phrase for phrase in kin if phrase.role == "subject")  # "her husband" is he
    yield from _people(asked)
    yield from _texts(kin)
    yield from _texts(phrase for phrase in said.asked if phrase.bare_name and phrase.before in DO)
    yield from _people(answered)
    yield from _texts(one for one in asked + answered if one.definite and not _apposed(one))
    if gender == "she":
        yield from _ships(said)


def _ships(said: _Said) -> Iterator[str]:
    """Yield what is a ship, and so she too: the word itself, or a name with an article beside such a word."""
    things = [phrase for phrase in [*said.asked, *said.answered] if phrase.definite]
    yield from _texts(p for p in things if p.head.lower() in SHIPS and p.role != "prepositional")
    if SHIPS & {word.lower for word in tokens(f"{said.turn.question} {said.turn.answer}")}:
        yield from _texts(p for p in things if p.name and p.text.lower().startswith("the "))


def _may_be_person(phrase: Phrase, phrases: Iterable[Phrase]) -> bool:
    """Say whether it may be he or she: no "the Hall of Organs", nothing "in Grenau", and no part of those."""
    if not phrase.person or not phrase.name:
        return phrase.person
    words = phrase.text.split()
    titled = words[0].lower() not in ARTICLES or any(word.lower() in PERSON_NOUNS for word in words)
    around = [one for one in phrases if one.start < phrase.start and one.end == phrase.end]
    within = any(one.name or one.head.lower() in _TOWNS | ORGANISATION_WORDS for one in around)
    return titled and not within and (phrase.possessive or phrase.before not in _WHERE)


def _apposed(phrase: Phrase) -> bool:
    """Say whether a phrase only says what somebody is: "Viktor Sandor, an engineer"."""
    return phrase.before == "," and phrase.text.lower().startswith(("a ", "an "))


def _people(phrases: Iterable[Phrase]) -> list[str]:
    """Return the names that may be persons', full names and acting ones first."""
    people = [phrase for phrase in phrases if phrase.name]
    acting = [p for p in people if not (p.role == "prepositional" and p.before in _PLACES | {"of"})]
    ranked = sorted(acting, key=lambda p: (len(p.text.split()) < 2, p.role != "subject"))
    return _texts(p for p in ranked if not p.possessive or len(p.text.split()) > 1)


# ---- it


def _thing(said: _Said) -> Iterator[str]:
    things = [one for one in said.asked if _is_thing(one) and not is_somebody(one, said.turn.people)]
    asked = [phrase for phrase in things if phrase.role == "asked"]
    for phrase in asked:
        yield from _texts(one for one in said.answered if stem(one.head) == stem(phrase.head))
        yield from _texts(one for one in said.stated if one.name and _is_thing(one))
        yield asked_phrase(said.turn.question)
    yield from _texts(sorted(things, key=_full_name))
    if _IDENTITY.match(said.turn.question):  # the answer tells of somebody, of its things nothing was asked
        return
    answered = [phrase for phrase in said.stated if _is_thing(phrase)]
    who = asks_for_person(said.turn.question)
    yield from _texts(phrase for phrase in answered if not (who and _full_name(phrase)))


def _full_name(phrase: Phrase) -> bool:
    """Say whether a name has two words and more and may be a person's: no first guess for "it"."""
    return phrase.name and phrase.person and len(phrase.text.split()) > 1


def _is_thing(phrase: Phrase) -> bool:
    measured = phrase.role == "asked" and phrase.before in {"much", "many"}
    person = phrase.person and not phrase.name
    return phrase.definite and not (phrase.plural or person or phrase.possessive or measured)


# ---- they


def _many(said: _Said) -> Iterator[str]:
    yield from _counted(said)
    yield from _texts(phrase for phrase in said.asked if phrase.plural)
    yield from _generic(said.turn.question)
    yield from _texts(phrase for phrase in said.stated if phrase.plural and phrase.role == "subject")
    yield from _those_who(said.turn.question)
    yield from _texts(phrase for phrase in said.stated if phrase.plural)
    yield from _texts(p for p in [*said.asked, *said.stated] if p.name and not p.possessive)


def _counted(said: _Said) -> Iterator[str]:
    found = re.match(r"how many of (the [^?]+)", said.turn.question, re.I)
    if found:
        yield re.split(r" (?:were|was|are|is|have|had|left|did|came|went|will|would)\b(?! fitted)", found[1])[
            0
        ]
    if said.asked and said.asked[0].role == "asked" and said.asked[0].plural:
        yield asked_phrase(said.turn.question)


def _generic(question: str) -> Iterator[str]:
    """Yield the plural of the kind of thing that was asked about: "What is a first-order lens?"."""
    found = re.match(r"(?:what|who) (?:is|was) an? ([^?]+)", question, re.I)
    if found and noun_phrases(f"a {found[1]}")[:1]:
        words = noun_phrases(f"a {found[1]}")[0].text.split()[1:]
        yield " ".join([*words[:-1], pluralise(words[-1])])


def _those_who(question: str) -> Iterator[str]:
    found = re.match(r"who (?!is\b|was\b|did\b|does\b|do\b|will\b|has\b)([^?]+)", question, re.I)
    if found:
        yield f"those who {found[1]}"


# ---- there


def _place(said: _Said) -> Iterator[str]:
    for phrase in [*said.asked, *said.stated]:
        if phrase.before in _PLACES and phrase.definite and not phrase.plural:
            yield f"{phrase.before if phrase.before in {'at', 'on', 'near'} else 'in'} {_text(phrase)}"
    yield from (f"in {_text(phrase)}" for phrase in said.asked if phrase.name)


def _texts(phrases: Iterable[Phrase]) -> list[str]:
    return [_text(phrase) for phrase in phrases if phrase.text.lower() not in QUANTIFIERS]
