"""A new part is asked, "And Russia’s?", "What about the sixth order?": it takes the like part's place."""

import re

from footnote.followup.ellipsis.likeness import another_matter
from footnote.followup.ellipsis.part import is_introduced, new_part
from footnote.followup.ellipsis.putting import put_in_place
from footnote.followup.grammar.openings import lower_first

_ASIDE = re.compile(r"^what about [^:?]+: ", re.IGNORECASE)  # our own, before the question that it came after
_LEFT = frozenset("him her it them".split())  # first it is found out who that is
_ABOUT_ALONE = re.compile(r"what about .+", re.IGNORECASE)


def about_alone(question: str) -> str:
    """Return "What about the birds?" of "What about the birds: when did it open?", "" of others."""
    return f"{question.partition(':')[0]}?" if _ASIDE.match(question) else ""


def with_new_part(question: str, last: str, *, named_in_answer: bool = False) -> str | None:
    """Return the last question with the new part in it, or None where the question is more than a part.

    Args:
        question: what was asked.
        last: the question before it.
        named_in_answer: the part was taken from the answer; without a like part it is asked about alone.
    """
    part = new_part(question, last)
    if not part or part.split()[-1].lower() in _LEFT:
        return None
    last = _ASIDE.sub("", last).rstrip(" ?.!")
    if _ABOUT_ALONE.fullmatch(last):
        return f"What about {part}?" if is_introduced(question) else None
    changed = put_in_place(part, last)
    if changed:
        return changed[:1].upper() + changed[1:] + "?"
    if named_in_answer or not is_introduced(question):
        return None
    if another_matter(part):
        return f"What about {part}?"  # the last question's words would outweigh the part
    return f"What about {part}: {lower_first(last)}?"
