"""Whether somebody is he or she, as far as a noun, a title or an earlier pronoun of the talk tells."""

from collections.abc import Sequence

from footnote.followup.grammar import HE_NOUNS, SHE_NOUNS, tokens
from footnote.followup.phrases import Phrase, noun_phrases
from footnote.followup.turns import Gender, Person

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


def may_be(gender: Gender | None, phrase: Phrase, people: Sequence[Person] = ()) -> bool:
    """Say whether nothing contradicts that a phrase is he, or she; None is either."""
    told = told_gender(phrase) or next((one.gender for one in reversed(people) if _same(one, phrase)), None)
    return gender is None or told in {None, gender}


def owner_in(question: str) -> tuple[Person, ...]:
    """Return the one that a question names and calls he or she: "When did Anna leave her son?"."""
    words = tokens(question)
    names = [one for one in noun_phrases(question) if one.name and one.person]
    owners = {PRONOUNS[word.lower] for word in words if word.lower in {"his", "her"}}
    if len(names) != 1 or len(owners) != 1 or names[0].role != "subject":
        return ()
    return (Person(names[0].text, owners.pop()),)


def is_somebody(phrase: Phrase, people: Sequence[Person]) -> bool:
    """Say whether a phrase is for one who was called he or she before."""
    return any(_same(one, phrase) for one in people)


def _same(person: Person, phrase: Phrase) -> bool:
    """Say whether a phrase is for a person met before: Varga is Ilona Varga, and Bela Varga is not."""
    known = noun_phrases(person.text)
    if phrase.name and len(known) == 1 and known[0].name:
        return phrase.stems <= known[0].stems or known[0].stems <= phrase.stems
    return phrase.text.lower() == person.text.lower()
