"""What a pronoun stands for: a noun phrase of the last question, or else of the last answer.

The topic of the question comes first, as people go on about what they asked about; a question for a
person or a thing ("Who …?", "Which academy …?") makes the one that was named in the answer the topic.
"""

import re
from collections.abc import Iterator
from typing import Literal

from footnote.followup.asked import asked_phrase
from footnote.followup.gender import is_somebody
from footnote.followup.grammar.classes import PREPOSITIONS, SAYING
from footnote.followup.grammar.forms import base_form, pluralise, stem, third_person
from footnote.followup.people import people_of
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases
from footnote.followup.said import (
    IDENTITY,
    OBJECT_FIRST,
    SUBJECT_FIRST,
    Said,
    asks_for_person,
    text_of,
    texts_of,
)
from footnote.followup.turns import Turn

Kind = Literal["he", "she", "thing", "many", "place"]

_PLACES = frozenset("in at near on to from off around inside outside".split())

# A thing is asked for, and where it was is none: "What did she build on the hill?", "What was found in …?".
_FOR_THING = re.compile(
    rf"what (?:(?:did|does|has|had) (?!.*\b(?:do|{SAYING})\b)|"
    r"(?:was|were|is|are) (?:\w+ed|found|built|made|kept)\b)",
    re.IGNORECASE,
)


def antecedent(kind: Kind, turn: Turn, question: str, *, as_object: bool = False) -> str:
    """Return the words that a pronoun of a kind stands for in ``question``, or an empty text.

    Args:
        kind: he, she, it, they, or there.
        turn: where to look.
        question: what was asked; what it names already is stood for by no pronoun.
        as_object: the pronoun is an object, and more likely stands for what was one.
    """
    said = Said.of(turn, question, OBJECT_FIRST if as_object else SUBJECT_FIRST)
    return next((text for text in _candidates(kind, said) if text and text not in question), "")


def _candidates(kind: Kind, said: Said) -> Iterator[str]:
    if kind == "he" or kind == "she":
        return people_of(said, kind)
    return {"thing": _thing, "many": _many, "place": _place}[kind](said)


def topic(turn: Turn) -> str:
    """Return what a turn is about, or an empty text."""
    said = Said.of(turn, "", SUBJECT_FIRST)
    people = [*people_of(said)] if asks_for_person(turn.question) else []
    return next((text for text in (*people, *_thing(said), *_many(said), *people_of(said)) if text), "")


def named_like(noun: str, turn: Turn, question: str) -> str:
    """Return the fuller phrase behind "this noun", or an empty text."""
    wanted = stem(noun)
    for phrase in [*noun_phrases(turn.question), *noun_phrases(turn.answer)]:
        longer = len(phrase.stems) > 1 and phrase.text not in question
        if stem(phrase.head) == wanted and longer and not phrase.possessive:
            bare = not (
                phrase.name or phrase.plural or re.match(r"(?:the|an?) |.+[’']s? ", phrase.text, re.I)
            )
            return f"the {phrase.text}" if bare else text_of(phrase)
    asked = [phrase for phrase in noun_phrases(turn.question)[:1] if phrase.role == "asked"]
    return asked_phrase(turn.question) if asked and stem(asked[0].head) == wanted else ""


# ---- it


def _thing(said: Said) -> Iterator[str]:
    things = [
        one for one in said.asked if _is_thing(one) and not (is_somebody(one, said.turn) or _says(one, said))
    ]
    asked = [phrase for phrase in things if phrase.role == "asked"]
    for phrase in asked:
        yield from texts_of(one for one in said.answered if stem(one.head) == stem(phrase.head))
        yield from texts_of(one for one in said.stated if one.name and _is_thing(one))
        yield asked_phrase(said.turn.question)
    where = [one for one in things if one.before in _PLACES] if _FOR_THING.match(said.turn.question) else []
    yield from texts_of(sorted((one for one in things if one not in where), key=_full_name))
    if IDENTITY.match(said.turn.question):  # the answer tells of somebody, of its things nothing was asked
        return
    answered = [one for one in said.stated if _is_thing(one) and not is_somebody(one, said.turn)]
    who = asks_for_person(said.turn.question)
    yield from texts_of(phrase for phrase in answered if not (who and _full_name(phrase)))
    yield from texts_of(where)


def _says(phrase: Phrase, said: Said) -> bool:
    """Say whether a name in the question may be a person's, as it says something there."""
    behind = said.turn.question[phrase.end :]
    return phrase.name and phrase.person and bool(re.match(rf" (?:{SAYING})\b", behind, re.IGNORECASE))


def _full_name(phrase: Phrase) -> bool:
    """Say whether a name has two words and more and may be a person's: no first guess for "it"."""
    return phrase.name and phrase.person and len(phrase.text.split()) > 1


def _is_thing(phrase: Phrase) -> bool:
    if phrase.head.lower() in {"lot", "bit"}:  # of which "a lot" there is
        return False
    measured = phrase.role == "asked" and phrase.before in {"much", "many"}
    person = phrase.person and not phrase.name
    return phrase.definite and not (phrase.plural or person or phrase.possessive or measured)


# ---- they


def _many(said: Said) -> Iterator[str]:
    yield from _counted(said)
    yield from texts_of(phrase for phrase in said.asked if phrase.plural)
    yield from _generic(said.turn.question)
    yield from texts_of(
        phrase for phrase in said.stated if phrase.plural and phrase.role == "subject" and not _verbal(phrase)
    )
    yield from _those_who(said.turn.question)
    yield from texts_of(phrase for phrase in said.stated if phrase.plural and not _verbal(phrase))
    yield from texts_of(
        p for p in [*said.asked, *said.stated] if p.name and not (p.possessive or is_somebody(p, said.turn))
    )


def _verbal(phrase: Phrase) -> bool:
    """Say whether what looks like a plural may be a verb: "becomes", and not "the moves" or "of moves"."""
    clause = phrase.before in PREPOSITIONS or not phrase.before.isalnum()
    return phrase.text == phrase.head and third_person(phrase.head) and not clause


def _counted(said: Said) -> Iterator[str]:
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
    """Yield "those who elect the leader" after "Who elects the leader?"."""
    found = re.match(r"who (?!(?:is|was|did|does|do|will|has|else)\b)(\w+)([^?]*)", question, re.IGNORECASE)
    if found:
        yield f"those who {base_form(found[1])}{found[2]}"


# ---- there


def _place(said: Said) -> Iterator[str]:
    for phrase in [*said.asked, *said.stated]:
        if phrase.before in _PLACES and phrase.definite and not phrase.plural:
            yield f"{phrase.before if phrase.before in {'at', 'on', 'near'} else 'in'} {text_of(phrase)}"
    yield from (f"in {text_of(phrase)}" for phrase in said.asked if phrase.name)
