"""Things that are set side by side: "the radar and the sonar"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases


def pair(text: str, *, besides: str = "") -> list[str]:
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
