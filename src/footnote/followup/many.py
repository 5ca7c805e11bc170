"""What they and them stand for: many, a group of people, or those of whom one was asked about."""

import re
from collections.abc import Iterator

from footnote.followup.asked import asked_phrase
from footnote.followup.gender import is_somebody
from footnote.followup.grammar.classes import PREPOSITIONS, SAYING
from footnote.followup.grammar.forms import base_form, pluralise, third_person
from footnote.followup.grammar.nouns import GROUPS, are_people
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases
from footnote.followup.said import Said, texts_of

# What only people do, or a group of them.
_ACTING = re.compile(
    rf"\bthey (?:(?:\w+ly|also|still|ever|even|all) )?(?:{SAYING}|want|hope|listen|promise|plan|ask|pay|buy|"
    r"sell|decide|demand|refuse|find|hate|complain|try|earn|make money)\b|"
    r"\bthey (?:[\w’']+ ){1,2}(?:it|them)\b",
    re.IGNORECASE,
)


def they_act(question: str) -> bool:
    """Say whether they do in a question what only people do: "What do they want?"."""
    return bool(_ACTING.search(question))


def many(said: Said, *, acting: bool = False) -> Iterator[str]:
    """Yield what they may be, best first; no taxes and no barrels where they are ``acting``."""
    fits = _may_act if acting else _is_many
    stated = [phrase for phrase in said.stated if fits(phrase) and not _verbal(phrase)]
    if acting:
        yield from texts_of(one for one in (*said.asked, *stated) if one.role == "subject" and _act(one))
    yield from _counted(said)
    yield from texts_of(phrase for phrase in said.asked if fits(phrase))
    yield from _generic(said.turn.question)
    yield from texts_of(phrase for phrase in stated if phrase.role == "subject")
    yield from _those_who(said.turn.question)
    yield from texts_of(stated)
    named = [one for one in said.asked if not _place(one) or one.before == "of"]
    named += [one for one in said.stated if not _place(one)]
    yield from texts_of(p for p in named if p.name and not (p.possessive or is_somebody(p, said.turn)))


def _place(phrase: Phrase) -> bool:
    """Say whether a name may be but where they are: the "Mount Kora" of "on Mount Kora"."""
    return phrase.role == "prepositional" and phrase.before != "by"


def _is_many(phrase: Phrase) -> bool:
    return phrase.plural


def _may_act(phrase: Phrase) -> bool:
    """Say whether they may want and say something: people, a group, or many who do something there."""
    beside = phrase.before == "," or phrase.text.lower().startswith("about ")
    does = phrase.plural and phrase.role in {"asked", "subject"} and not beside
    return does or _act(phrase)


def _act(phrase: Phrase) -> bool:
    if phrase.head.lower() in GROUPS:
        return phrase.definite and not phrase.possessive
    return phrase.plural and are_people(phrase.head)


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
