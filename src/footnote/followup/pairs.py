"""Things set side by side, and what picks of them: "the former", "the second one", "the others"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from footnote.followup.antecedents import antecedent
from footnote.followup.grammar.openings import lower_first
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases
from footnote.followup.turns import Turn

_PAIRED = re.compile(
    r"\bthe (?:(former|latter)(?! [a-z]+ (?:of|in)\b)"
    r"|(first|second|third|last) (?:one|of (?:them|these|the two)))\b",
    re.IGNORECASE,
)
_PLACES_IN_PAIR = {"former": 0, "latter": -1, "first": 0, "second": 1, "third": 2, "last": -1}
_OTHERS = re.compile(r"\bthe (?:others|other ones|rest)\b(?! of\b)", re.IGNORECASE)


def with_the_picked(question: str, turn: Turn) -> str:
    """Spell out "the former", "the second one" and "the others"."""
    found = _PAIRED.search(question)
    things = (_pair(turn.answer, besides=turn.question) or _pair(turn.question)) if found else []
    if found and things:
        place = _PLACES_IN_PAIR[(found[1] or found[2]).lower()]
        if place < len(things):
            return question[: found.start()] + lower_first(things[place]) + question[found.end() :]
    others = _OTHERS.search(question)
    whole = antecedent("many", turn, question) if others else ""
    if others and whole:
        rest = "the other " + re.sub(r"^the ", "", whole)
        return question[: others.start()] + rest + question[others.end() :]
    return question


def picks(question: str) -> bool:
    """Say whether a question picks one of a pair, or the others of many, without a name."""
    return bool(_PAIRED.search(question) or _OTHERS.search(question))


def _pair(text: str, *, besides: str = "") -> list[str]:
    """Return the two or more things that a sentence sets side by side, in order; empty where none does.

    Args:
        text: sentences, the first that has a pair counts.
        besides: a text whose names are no part of the pair.
    """
    known = frozenset().union(*(phrase.stems for phrase in noun_phrases(besides)))
    phrases = [p for p in noun_phrases(text) if not (p.time or p.possessive or (p.name and p.stems <= known))]
    for chosen in ([phrase for phrase in phrases if phrase.name], phrases):
        joined = _joined(text, chosen)
        if joined:
            return joined
    proper = list(dict.fromkeys(phrase.text for phrase in phrases if phrase.name))
    return proper if len(proper) > 1 else []


def _joined(text: str, phrases: Sequence[Phrase]) -> list[str]:
    """Return the first run of phrases with nothing between them but commas and a last "and" or "or"."""
    run: list[str] = []
    for one, following in pairwise(phrases):
        between = text[one.end : following.start].strip()
        if one.name == following.name and re.fullmatch(r",|(?:, ?)?(?:and|or)", between):
            run = run or [one.text]
            run.append(following.text)
            if between != ",":
                return run
        else:
            run = []
    return []
