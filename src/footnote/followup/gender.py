"""Whether somebody is he or she, as far as a noun, a title or an earlier pronoun of the talk tells."""

from collections.abc import Sequence

from footnote.followup.grammar.classes import AUXILIARIES
from footnote.followup.grammar.forms import stem
from footnote.followup.grammar.nouns import BODY, HE_NOUNS, KIN, SHE_NOUNS
from footnote.followup.grammar.tokens import Token, tokens
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases
from footnote.followup.turns import Gender, Person, Turn

PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her"), "she"),
}
_HE_TITLES = HE_NOUNS | {"mr", "sir", "lord"}
_SHE_TITLES = SHE_NOUNS | {"mrs", "ms", "miss", "dame"}


def told_gender(phrase: Phrase) -> Gender | None:
    """Return the gender that a noun or a title tells, "her husband" or "Mrs Varga"; None for most names."""
    words = phrase.text.lower().split()[:-1] if phrase.name else [phrase.head.lower()]
    if any(word in _HE_TITLES for word in words):
        return "he"
    return "she" if any(word in _SHE_TITLES for word in words) else None


def may_be(
    gender: Gender | None, phrase: Phrase, people: Sequence[Person] = (), told: Sequence[Person] = ()
) -> bool:
    """Say whether nothing contradicts that a phrase is he, or she; None is either.

    ``people`` are those whom the talk called he or she, ``told`` those of whom a text tells which.
    """
    known = told_gender(phrase) or next((one.gender for one in told if _is_told(one, phrase)), None)
    known = known or next((one.gender for one in reversed(people) if _same(one, phrase)), None)
    return gender is None or known in {None, gender}


def _is_told(person: Person, phrase: Phrase) -> bool:
    """Say whether a phrase has the whole name of a person: "Varga" alone may be Ilona's brother."""
    return phrase.name and {stem(word) for word in person.text.split()} <= phrase.stems


def owner_in(question: str, known: Sequence[Person] = ()) -> tuple[Person, ...]:
    """Return the one that a question names and calls he or she: "When did Anna leave her son?".

    Args:
        question: what was asked.
        known: those that the talk called he or she before, one of whom may be meant instead.
    """
    words = tokens(question)
    names = [one for one in noun_phrases(question) if one.name and one.person]
    places = [place for place, word in enumerate(words) if word.lower in PRONOUNS]
    if len(names) != 1 or len(places) != 1 or not _owns(names[0], words, places[0]):
        return ()
    gender = PRONOUNS[words[places[0]].lower]
    another = any(one.gender == gender and not _same(one, names[0]) for one in known)
    return () if another else (Person(names[0].text, gender),)


def _owns(name: Phrase, words: Sequence[Token], place: int) -> bool:
    """Say whether nothing but a verb parts a subject from "her son": his plan may be another man's."""
    if name.role != "subject" or name.possessive or words[place].lower not in {"his", "her"}:
        return False
    between = [word for word in words[:place] if word.start >= name.end]
    behind = words[place + 1 : place + 3]
    its_end = len(behind) < 2 or not (behind[1].content or behind[1].lower in AUXILIARIES)
    own = bool(behind) and stem(behind[0].text) in KIN | BODY and not behind[0].possessive
    return own and its_end and len(between) == 1 and between[0].content


def is_somebody(phrase: Phrase, turn: Turn) -> bool:
    """Say whether a phrase is for one who was called he or she before, or is so in a text."""
    called = any(_same(one, phrase) for one in turn.people)
    return called or any(_is_told(one, phrase) for one in turn.told)


def _same(person: Person, phrase: Phrase) -> bool:
    """Say whether a phrase is for a person met before: Varga is Ilona Varga, and Bela Varga is not."""
    whole = (one for one in noun_phrases(person.text) if not (one.possessive or one.owned))
    names = [one.stems for one in whole if one.name]
    if phrase.name and names:
        return any(phrase.stems <= stems or stems <= phrase.stems for stems in names)
    return phrase.text.lower() == person.text.lower()
