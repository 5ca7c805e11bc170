"""Pronouns that nothing in their own question explains give way to what they stand for."""

import re
from dataclasses import dataclass

from footnote.followup.antecedents import Kind
from footnote.followup.binding import leaning
from footnote.followup.grammar.openings import ONE_LEAD
from footnote.followup.grammar.tokens import tokens
from footnote.followup.pairs import picks, with_the_picked
from footnote.followup.phrases import noun_phrases
from footnote.followup.replacing import Edit, before_noun, edit_of, edited
from footnote.followup.turns import Person, Turn

_LEFT_OPEN = re.compile(
    r"\bwhich (?:one|ones|of (?:them|these|those|the two))\b|\b(?:happened|happens) (?:then|next)\b"
    rf"|^{ONE_LEAD}(?:did|does|do|has|have|had|will|would|can|could)"  # "Did Russia?"
    r"(?: the)?(?: (?-i:[A-Z])[\w’'-]+)+ ?\?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A question with its pronouns spelled out; ``open`` where one is left that nothing explains.

    ``people`` are those that he and she stood for.
    """

    text: str
    open: bool
    people: tuple[Person, ...] = ()


def resolved(question: str, turn: Turn) -> Resolution:
    """Return the question with what leans on the turn spelled out; as it is where nothing does."""
    question = with_the_picked(question, turn)
    left_open = bool(_LEFT_OPEN.search(question)) or picks(question)
    words = tokens(question)
    edits: list[Edit] = []
    for place, kind in leaning(question, words):
        edit = edit_of(question, words, place, kind, turn)
        if edit is None:
            left_open = left_open or not before_noun(words, place)
        elif edit.text not in {one.text for one in edits}:
            edits.append(edit)
    people = tuple(edit.person for edit in edits if edit.person)
    return Resolution(edited(question, edits), left_open and not edits, people)


def people_spelled_out(question: str, turn: Turn) -> Resolution:
    """Return the question with he and she spelled out from the turn, and nothing else."""
    words = tokens(question)
    edits = [
        edit for place, kind in _people(question) if (edit := edit_of(question, words, place, kind, turn))
    ]
    people = tuple(edit.person for edit in edits if edit.person)
    return Resolution(edited(question, edits), open=False, people=people)


def with_own_thing(question: str, told: str) -> str:
    """Return a question with its one "it" spelled out from what the asker told, "a rash", of himself.

    Empty where there is no such thing, or a name, which may be what an article is about.
    """
    words = tokens(question)
    leans = [*leaning(question, words)]
    if len(leans) != 1 or words[leans[0][0]].lower not in {"it", "its"}:
        return ""
    if any(phrase.name for phrase in noun_phrases(told)):
        return ""
    edit = edit_of(question, words, *leans[0], Turn(told))
    return edited(question, [edit]) if edit else ""


def calls_somebody(question: str) -> bool:
    """Say whether he or she is in a question that does not explain who that is."""
    return bool(_people(question))


def _people(question: str) -> list[tuple[int, Kind]]:
    return [one for one in leaning(question, tokens(question)) if one[1] in {"he", "she"}]
