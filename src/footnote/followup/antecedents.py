"""What a pronoun stands for: a noun phrase of the last question, or else of the last answer.

The topic of the question comes first, as people go on about what they asked about; a question for a
person or a thing ("Who …?", "Which academy …?") makes the one that was named in the answer the topic.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from footnote.followup.asked import asked_phrase
from footnote.followup.gender import is_somebody
from footnote.followup.grammar.classes import DO, SAYING
from footnote.followup.grammar.forms import stem
from footnote.followup.many import many, they_act
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
# "They gave it to the council" tells of the council only where that was asked for.
_FOR_WHAT_IT_LEADS_TO = re.compile(
    r"(?:and |but |so )?where\b|.* (?:with|to|from|for|of|into|against|at)\W*$", re.IGNORECASE
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
    candidates = _candidates(kind, said, question)
    return next((text for text in candidates if text and text not in question), "")


def _candidates(kind: Kind, said: Said, question: str) -> Iterator[str]:
    if kind == "he" or kind == "she":
        return people_of(said, kind)
    if kind == "many":
        return many(said, acting=they_act(question))
    return _thing(said) if kind == "thing" else _place(said)


def topic(turn: Turn) -> str:
    """Return what a turn is about, or an empty text."""
    said = Said.of(turn, "", SUBJECT_FIRST)
    people = [*people_of(said)] if asks_for_person(turn.question) else []
    return next((text for text in (*people, *_thing(said), *many(said), *people_of(said)) if text), "")


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
    things = [*_things(said.asked, said.turn.question, said)]
    asked = [phrase for phrase in things if phrase.role == "asked"]
    for phrase in asked:
        yield from texts_of(one for one in said.answered if stem(one.head) == stem(phrase.head))
        yield from texts_of(one for one in said.stated if one.name and _is_thing(one))
        yield asked_phrase(said.turn.question)
    where = [one for one in things if one.before in _PLACES] if _FOR_THING.match(said.turn.question) else []
    yield from texts_of(sorted((one for one in things if one not in where), key=_full_name))
    if IDENTITY.match(said.turn.question):  # the answer tells of somebody, of its things nothing was asked
        return
    answered = _things(said.stated, said.turn.statement or said.turn.answer, said)
    who, led_to = asks_for_person(said.turn.question), _FOR_WHAT_IT_LEADS_TO.match(said.turn.question)
    meant = (phrase for phrase in answered if led_to or phrase.role != "prepositional")
    yield from texts_of(phrase for phrase in meant if not (who and _full_name(phrase)))
    yield from texts_of(where)


def _things(phrases: Sequence[Phrase], text: str, said: Said) -> Iterator[Phrase]:
    """Yield the things of a text: no name that says something there, as a person's may be one.

    Nor "the composer Alma Reuss", of which "Alma Reuss" is a phrase, too.
    """
    bearers = {(one.end, one.before) for one in phrases if one.name and one.person}
    for phrase in phrases:
        if (phrase.end, phrase.before) in bearers and not phrase.name:
            continue
        says = re.match(rf" (?:{SAYING})\b", text[phrase.end :], re.IGNORECASE)
        named = phrase.name and phrase.person and says
        if _is_thing(phrase) and not (named or is_somebody(phrase, said.turn)):
            yield phrase


def _full_name(phrase: Phrase) -> bool:
    """Say whether a name has two words and more and may be a person's: no first guess for "it"."""
    return phrase.name and phrase.person and len(phrase.text.split()) > 1


def _is_thing(phrase: Phrase) -> bool:
    if phrase.head.lower() in {"lot", "bit"}:  # of which "a lot" there is
        return False
    measured = phrase.role == "asked" and phrase.before in {"much", "many"}
    person = phrase.person and not phrase.name
    return phrase.definite and not (phrase.plural or person or phrase.possessive or measured)


# ---- there


def _place(said: Said) -> Iterator[str]:
    for phrase in [*said.asked, *said.stated]:
        if phrase.before in _PLACES and phrase.definite and not phrase.plural:
            yield f"{phrase.before if phrase.before in {'at', 'on', 'near'} else 'in'} {text_of(phrase)}"
    named = [one for one in said.asked if one.name and not (is_somebody(one, said.turn) or one.before in DO)]
    yield from (f"in {text_of(phrase)}" for phrase in named)
