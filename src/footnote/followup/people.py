"""Who he and she may be: a person of that gender that the turn names, or a ship."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from footnote.followup.gender import may_be, told_gender
from footnote.followup.grammar.classes import ARTICLES, DO
from footnote.followup.grammar.forms import stem
from footnote.followup.grammar.nouns import ORGANISATION_WORDS, PERSON_NOUNS, SHIPS
from footnote.followup.grammar.tokens import tokens
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases
from footnote.followup.said import IDENTITY, Said, asks_for_person, texts_of
from footnote.followup.turns import Gender, Person, Turn

_TOWNS = frozenset("town village suburb capital county country hamlet".split())
_WHERE = frozenset("in at near off around inside outside".split())  # is a place, never somebody
_BESIDE = frozenset("near around".split())  # people stand there, too
_TRUSTED = re.compile(
    r"\b(?:faith|trust(?:s|ed|ing)?|confidence|belie(?:f|ves?|ved|ving)) in $", re.IGNORECASE
)
_TELLERS = frozenset({"the author", "the writer", "the narrator"})
_OF_PLACES = _WHERE | frozenset("on to from of".split())


def people_of(said: Said, gender: Gender | None = None) -> Iterator[str]:
    """Yield those that may be he, or she, best first; without a gender those that may be either."""
    known = (said.turn.people, said.turn.told)
    asked, answered = (
        [p for p in phrases if _may_be_person(p, phrases, text, said.turn) and may_be(gender, p, *known)]
        for phrases, text in ((said.asked, said.turn.question), (said.answered, said.turn.answer))
    )
    if IDENTITY.match(said.turn.question):
        yield from texts_of(phrase for phrase in asked if phrase.name and not phrase.possessive)
    if asks_for_person(said.turn.question):
        others = [one for one in answered if not _named_in(said.asked, one)]
        yield from _people(_in_its_answer(others, said.turn))
        yield from _people(others)
    yield from _asked_after(asked, gender)
    yield from (one.text for one in reversed(said.turn.people) if _own(one) and gender == one.gender)
    bare = (p for p in said.asked if p.bare_name and p.before in DO)
    yield from texts_of(p for p in bare if may_be(gender, p, *known))
    yield from _people(answered)
    kin = any(p.owned and gender and told_gender(p) == gender for p in asked)  # no other is "his mother"
    nouns = (p for p in (asked if kin else asked + answered) if p.definite)
    yield from texts_of(p for p in nouns if not (_apposed(p) or _place(p)))
    if gender == "she":
        yield from _ships(said)


def _asked_after(asked: Sequence[Phrase], gender: Gender | None) -> Iterator[str]:
    """Yield those of the question: names, and nouns that tell the gender behind them unless one acts.

    The author acts outside of what the text tells: whoever is named there is another.
    """
    yield from texts_of(p for p in asked if p.role == "subject" and p.text.lower() in _TELLERS)
    kin = [p for p in asked if p.definite and not p.name and gender and told_gender(p) == gender]
    yield from texts_of(phrase for phrase in kin if phrase.role == "subject")  # "her husband" is he
    yield from _people(asked)
    yield from texts_of(kin)


def _in_its_answer(phrases: Iterable[Phrase], turn: Turn) -> Iterator[Phrase]:
    """Yield those of the sentence with most words of the question: "Who voted?" is told by "Ash voted"."""
    wanted = {stem(word.text) for word in tokens(turn.question) if word.content}
    of_question = {
        span: len(wanted & {stem(word.text) for word in tokens(turn.answer[slice(*span)])})
        for span in turn.sentences
    }
    start, end = max(of_question, key=of_question.__getitem__, default=(0, 0))
    if of_question.get((start, end)):
        yield from (phrase for phrase in phrases if start <= phrase.start < end)


def _named_in(asked: Sequence[Phrase], phrase: Phrase) -> bool:
    """Say whether a question names somebody, and so asks for another: "Who came after Ian Murdock?"."""
    return any(one.name and phrase.stems <= one.stems for one in asked)


def _own(person: Person) -> bool:
    """Say whether somebody is of the asker's own kin."""
    return person.text.startswith("my ")


def as_asked_of(turn: Turn) -> Iterator[Turn]:
    """Yield the turn as if asked about the one name that it has behind "near": where nobody else is he."""
    phrases = noun_phrases(turn.question)
    named = [phrase for phrase in phrases if phrase.name and phrase.person]
    beside = [phrase for phrase in named if phrase.before in _BESIDE and not phrase.possessive]
    for phrase in beside if len(named) == 1 else ():
        if phrase.text.split()[0].lower() not in ARTICLES and not _within_another(phrase, phrases):
            yield replace(turn, question=f"Who is {phrase.text}?")


def _ships(said: Said) -> Iterator[str]:
    """Yield what is a ship, and so she too: the word itself, or a name with an article beside such a word."""
    things = [phrase for phrase in [*said.asked, *said.answered] if phrase.definite]
    yield from texts_of(p for p in things if p.head.lower() in SHIPS and p.role != "prepositional")
    if SHIPS & {word.lower for word in tokens(f"{said.turn.question} {said.turn.answer}")}:
        yield from texts_of(p for p in things if p.name and p.text.lower().startswith("the "))


def _may_be_person(phrase: Phrase, phrases: Iterable[Phrase], text: str, turn: Turn) -> bool:
    """Say whether it may be he or she: no "the Hall of Organs", nothing "in Grenau", and no part of those."""
    if not phrase.person or not phrase.name:
        return phrase.person
    words = phrase.text.split()
    titled = words[0].lower() not in ARTICLES or any(word.lower() in PERSON_NOUNS for word in words)
    placed = phrase.before in _WHERE and not (phrase.possessive or _TRUSTED.search(text[: phrase.start]))
    if phrase.text in turn.common or _called_it(phrase, phrases, text):
        return False
    return titled and not placed and not _within_another(phrase, phrases)


def _called_it(phrase: Phrase, phrases: Iterable[Phrase], text: str) -> bool:
    """Say whether one word that opens a sentence, "Iodine", is a thing there, or no name."""
    if phrase.before.isalnum() or " " in phrase.text:
        return False
    if re.search(rf"\b{re.escape(phrase.text.lower())}\b", text):
        return True
    sentence = re.split(r"[.!?](?:\s|$)", text[phrase.end :], maxsplit=1)[0]
    taken_up = re.search(
        r"\b(?:because|as|since|and|but|so|if|when|which|,) (?:its|it (?!is|was|has|had))\b", sentence
    )
    if not taken_up or re.search(r"\b(?:he|she|him|his|her|it \w+ (?:that|to))\b", sentence):
        return False
    others = [one for one in phrases if phrase.end <= one.start < phrase.end + taken_up.start()]
    return not any(one.definite and not (one.plural or one.time or one.person) for one in others)


def _within_another(phrase: Phrase, phrases: Iterable[Phrase]) -> bool:
    """Say whether a name is the last part of another, or of a town's."""
    around = [one for one in phrases if one.start < phrase.start and one.end == phrase.end]
    return any(one.name or one.head.lower() in _TOWNS | ORGANISATION_WORDS for one in around)


def _apposed(phrase: Phrase) -> bool:
    """Say whether a phrase only says what somebody is: "Viktor Sandor, an engineer"."""
    return phrase.before == "," and phrase.text.lower().startswith(("a ", "an "))


def _place(phrase: Phrase) -> bool:
    """Say whether a name is where somebody comes from: "a contractor from Stoke Marley"."""
    return phrase.name and phrase.before == "from" and not phrase.possessive


def _people(phrases: Iterable[Phrase]) -> list[str]:
    """Return the names that may be persons', full names and acting ones first."""
    people = [phrase for phrase in phrases if phrase.name]
    acting = [p for p in people if not (p.role == "prepositional" and p.before in _OF_PLACES)]
    ranked = sorted(acting, key=lambda p: (len(p.text.split()) < 2, p.role != "subject"))
    return texts_of(p for p in ranked if not p.possessive or len(p.text.split()) > 1)
