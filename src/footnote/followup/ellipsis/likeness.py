"""How like a new part is to each noun phrase of the question before, in whose place it may be put."""

import re

from footnote.followup.grammar.classes import SAYING
from footnote.followup.grammar.nouns import KIN, PERSON_NOUNS
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases

# What a thing has: it takes the place of another such, and of no thing.
_ATTRIBUTES = frozenset(
    "cost price money budget size weight length height width depth age name date number population colour "
    "color speed distance cause purpose reason result outcome effect".split()
)
# "Which one is louder": what is said of things is none.
_PREDICATE = re.compile(
    r"(?:which|what) (?!(?:is|are|was|were)\b).* (?:is|are|was|were) (?P<said>\w+)", re.IGNORECASE
)
_SAYS = re.compile(rf" (?:{SAYING})\b")


def most_like(part: str, last: str) -> tuple[Phrase | None, float]:
    """Return the phrase of the last question that is most like the part, and how like it is."""
    own = max(noun_phrases(part), key=lambda phrase: len(phrase.text), default=None)
    said = _PREDICATE.fullmatch(last)
    phrases = [
        phrase
        for phrase in noun_phrases(last)
        if not (phrase.time or phrase.before == "how" or (said and phrase.start == said.start("said")))
    ]
    if own is None or not phrases or any(own.text == phrase.text for phrase in phrases):
        return None, 0.0
    # Of equally like phrases the shorter one is replaced: within "the length of a lens", the lens.
    scores = {phrase: _likeness(own, phrase, last[phrase.end :]) for phrase in phrases}
    best = max(phrases, key=lambda phrase: (scores[phrase], -len(phrase.text)))
    return best, scores[best]


def _likeness(new: Phrase, old: Phrase, behind: str) -> float:
    same_head = new.head.lower() == old.head.lower()
    shared = 3.0 if same_head else 2.0 if _core(new) & _core(old) else 0.0
    names = 2.0 * (new.name and old.name) - 1.0 * (new.name != old.name)
    kind = 1.0 * (new.name and old.name and new.organisation == old.organisation)
    number = 1.0 * (new.plural == old.plural and not new.name and _may_take_turns(new, old, behind))
    foremost = 0.5 * (old.role in {"asked", "subject"}) + 1.5 * (old.before == "about")
    return shared + names + kind + number + foremost


def _may_take_turns(new: Phrase, old: Phrase, behind: str) -> bool:
    """Say whether the same may be asked of both: not of the mayor and of the bridge, but of his deputy.

    A union says things as he does. The risks of one thing are no birds.
    """
    somebody = old.head.lower() in PERSON_NOUNS | KIN and not old.name
    fits = new.person or new.owned or not somebody or (new.organisation and bool(_SAYS.match(behind)))
    of_another = " of " in old.text or behind.startswith(" of ")
    return fits and (not of_another or " of " in new.text)


def _core(phrase: Phrase) -> frozenset[str]:
    """Return the stems of a phrase's words up to the first "of"."""
    own = noun_phrases(phrase.text.split(" of ")[0])
    return own[0].stems if own else frozenset()


def one_phrase(part: str) -> bool:
    """Say whether a part is a noun phrase and nothing else."""
    return any(phrase.start == 0 and phrase.end == len(part) for phrase in noun_phrases(part))


def attribute(words: str) -> bool:
    """Say whether words name what a thing has: "the cost"."""
    own = noun_phrases(words)
    last = (own[0].head if own else words.split()[-1]).lower()
    return last in _ATTRIBUTES or last.removesuffix("s") in _ATTRIBUTES


def another_matter(part: str) -> bool:
    """Say whether a part is a common noun, "the kids", and none of what a thing has, "the cost".

    One alone without an article, "heron", may be a name that was typed small.
    """
    own = [phrase for phrase in noun_phrases(part) if phrase.start == 0 and phrase.end == len(part)]
    common = bool(own) and not own[0].name and (own[0].plural or own[0].definite)
    return common and not attribute(part)
