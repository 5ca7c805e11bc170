"""Pronouns that nothing in their own question explains give way to what they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from footnote.followup.antecedents import Kind, antecedent, named_like
from footnote.followup.binding import OWNERS, POINTING, inverted, leaning, subject_of_clause
from footnote.followup.grammar.classes import DO, PREPOSITIONS, VERBS
from footnote.followup.grammar.forms import looks_like_noun, possessive
from footnote.followup.grammar.openings import ONE_LEAD, lower_first
from footnote.followup.grammar.tokens import Token, tokens
from footnote.followup.pairs import pair
from footnote.followup.phrases import noun_phrases
from footnote.followup.turns import Person, Turn

_LEFT_OPEN = re.compile(
    r"\bwhich (?:one|ones|of (?:them|these|those|the two))\b|\b(?:happened|happens) (?:then|next)\b"
    rf"|^{ONE_LEAD}(?:did|does|do|has|have|had|will|would|can|could)"  # "Did Russia?"
    r"(?: the)?(?: (?-i:[A-Z])[\w’'-]+)+ ?\?$",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    r"\bthe (?:(former|latter)(?! [a-z]+ (?:of|in)\b)"
    r"|(first|second|third|last) (?:one|of (?:them|these|the two)))\b",
    re.IGNORECASE,
)
_PLACES_IN_PAIR = {"former": 0, "latter": -1, "first": 0, "second": 1, "third": 2, "last": -1}
_OTHERS = re.compile(r"\bthe (?:others|other ones|rest)\b(?! of\b)", re.IGNORECASE)
_LONG = 3  # words, above which an owner is put behind: "the courses of the cadets who …"


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
    question = _pairs(question, turn)
    left_open = any(pattern.search(question) for pattern in (_LEFT_OPEN, _PAIRED, _OTHERS))
    words = tokens(question)
    edits: list[_Edit] = []
    for place, kind in leaning(question, words):
        edit = _edit(question, words, place, kind, turn)
        if edit is None:
            left_open = left_open or not _before_noun(words, place)
        elif edit.text not in {one.text for one in edits}:
            edits.append(edit)
    people = tuple(edit.person for edit in edits if edit.person)
    return Resolution(_edited(question, edits), left_open and not edits, people)


def people_spelled_out(question: str, turn: Turn) -> Resolution:
    """Return the question with he and she spelled out from the turn, and nothing else."""
    words = tokens(question)
    edits = [edit for place, kind in _people(question) if (edit := _edit(question, words, place, kind, turn))]
    people = tuple(edit.person for edit in edits if edit.person)
    return Resolution(_edited(question, edits), open=False, people=people)


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
    edit = _edit(question, words, *leans[0], Turn(told))
    return _edited(question, [edit]) if edit else ""


def calls_somebody(question: str) -> bool:
    """Say whether he or she is in a question that does not explain who that is."""
    return bool(_people(question))


def _people(question: str) -> list[tuple[int, Kind]]:
    return [one for one in leaning(question, tokens(question)) if one[1] in {"he", "she"}]


@dataclass(frozen=True, slots=True)
class _Edit:
    """What is put into [start, end) of a question, and who it is where a person's pronoun was there."""

    start: int
    end: int
    text: str
    person: Person | None = None


def _edited(question: str, edits: Sequence[_Edit]) -> str:
    for edit in reversed(edits):
        question = question[: edit.start] + edit.text + question[edit.end :]
    return question[:1].upper() + question[1:] if edits else question


def _pairs(question: str, turn: Turn) -> str:
    """Spell out "the former", "the second one" and "the others"."""
    found = _PAIRED.search(question)
    things = (pair(turn.answer, besides=turn.question) or pair(turn.question)) if found else []
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


# ---- putting the words in its place


def _edit(question: str, words: Sequence[Token], place: int, kind: Kind, turn: Turn) -> _Edit | None:
    word = words[place]
    if _before_noun(words, place):
        return _pointed_at(question, words, place, turn)
    stands_for = antecedent(kind, turn, question, as_object=_is_object(words, place))
    if not stands_for or _action(words, place):
        return None
    if kind == "place" and words[place - 1].lower in PREPOSITIONS:
        stands_for = stands_for.partition(" ")[2]  # "from there"
    person = Person(stands_for, kind) if kind == "he" or kind == "she" else None
    following = words[place + 1] if place + 1 < len(words) else None
    if word.lower in OWNERS and following is not None and (following.content or following.lower == "own"):
        return replace(_owned(question, words, place, stands_for), person=person)
    return _Edit(word.start, word.end, stands_for, person)


def _action(words: Sequence[Token], place: int) -> bool:
    """Say whether the pronoun is what somebody did: "Who did that?"."""
    if words[place].lower not in POINTING | {"it", "they", "them"}:
        return False
    acts = {"did", "do", "does", "done"} if words[place].lower in {"that", "this"} else {"did"}
    return place > 1 and words[place - 1].lower in acts and place == len(words) - 2


def _is_object(words: Sequence[Token], place: int) -> bool:
    word = words[place].lower
    return word not in OWNERS and not inverted(words, place) and not subject_of_clause(words, place)


def _pointed_at(question: str, words: Sequence[Token], place: int, turn: Turn) -> _Edit | None:
    """Return the fuller name for "this edict", where the turn has one."""
    noun = words[place + 1]
    further = words[place + 2].lower if place + 2 < len(words) else ""
    if further == "of" or (place and words[place - 1].lower == "all"):
        return None
    fuller = named_like(noun.text, turn, question)
    if not fuller:
        return None
    return _Edit(words[place].start, noun.end, possessive(fuller) if noun.possessive else fuller)


def _before_noun(words: Sequence[Token], place: int) -> bool:
    """Say whether "this" or "those" has a noun behind it: "that company", but not "Does that compare …"."""
    following = words[place + 1] if place + 1 < len(words) else None
    if words[place].lower not in POINTING or following is None or not following.content:
        return False
    if words[place].lower in {"these", "those"} or not inverted(words, place):
        return True
    behind = words[place + 2] if place + 2 < len(words) else None
    verb_behind = behind is not None and (behind.content or behind.lower in {"do", "have", "be"})
    verb_behind = verb_behind or looks_like_noun(following.text)
    predicate = following.lower.endswith("ed") or following.lower in VERBS
    return verb_behind or not (words[place - 1].lower in DO or predicate)


def _owned(question: str, words: Sequence[Token], place: int, owner: str) -> _Edit:
    """Return "Fresnel’s lens" for "his lens", and "the courses of the …" where the owner is long."""
    word = words[place]
    if len(owner.split()) <= _LONG or " of " not in f"{owner} of ":
        return _Edit(word.start, word.end, possessive(owner))
    owned = next((p for p in noun_phrases(question) if p.start == words[place + 1].start), None)
    if owned is None or len(owner.split()) <= _LONG:
        return _Edit(word.start, word.end, possessive(owner))
    return _Edit(word.start, owned.end, f"the {owned.text} of {owner}")
