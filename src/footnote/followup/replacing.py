"""What a pronoun stands for is put in its place: "Fresnel’s lens" for "his lens"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footnote.followup.antecedents import Kind, antecedent, named_like
from footnote.followup.binding import POINTING, inverted, owns, subject_of_clause
from footnote.followup.grammar.classes import DO, PREPOSITIONS, SUBJECTS, VERBS
from footnote.followup.grammar.forms import looks_like_noun, possessive
from footnote.followup.grammar.tokens import Token
from footnote.followup.phrases import noun_phrases
from footnote.followup.turns import Person, Turn

_DID = frozenset({"did"})
_DEED = frozenset("did do does done".split())  # in front of a pronoun for what somebody did
_DEEDS = POINTING | {"it", "they", "them"}
_ANSWERING = frozenset("say said agree agreed agrees disagree disagreed disagrees react reacted".split())
_LONG = 3  # words, above which an owner is put behind: "the courses of the cadets who …"


@dataclass(frozen=True, slots=True)
class Edit:
    """What is put into [start, end) of a question, and who it is where a person's pronoun was there."""

    start: int
    end: int
    text: str
    person: Person | None = None


def edited(question: str, edits: Sequence[Edit]) -> str:
    """Return a question with edits, that are in its order, made in it."""
    for edit in reversed(edits):
        question = question[: edit.start] + edit.text + question[edit.end :]
    return question[:1].upper() + question[1:] if edits else question


def edit_of(question: str, words: Sequence[Token], place: int, kind: Kind, turn: Turn) -> Edit | None:
    """Return what is put in the place of a pronoun; None where the turn has nothing that it stands for."""
    word = words[place]
    if before_noun(words, place):
        return _pointed_at(question, words, place, turn)
    stands_for = antecedent(kind, turn, question, as_object=_is_object(words, place))
    if not stands_for or _action(words, place):
        return None
    if kind == "place" and words[place - 1].lower in PREPOSITIONS:
        stands_for = stands_for.partition(" ")[2]  # "from there"
    person = Person(stands_for, kind) if kind == "he" or kind == "she" else None
    following = words[place + 1] if place + 1 < len(words) else None
    if owns(words, place) and following is not None and (following.content or following.lower == "own"):
        return replace(_owned(question, words, place, stands_for), person=person)
    return Edit(word.start, word.end, stands_for, person)


def _action(words: Sequence[Token], place: int) -> bool:
    """Say whether the pronoun is what somebody did, or said: "Who did that?", "Who disagreed with that?".

    Not so of "How much did it cost?" and "Why did it?".
    """
    word = words[place].lower
    if place < 2 or any(one.text[0].isalnum() for one in words[place + 1 :]):
        return False
    before, verb = words[place - 1].lower, words[place - 2].lower
    if word in {"that", "this"} and before in {"to", "with"} and verb in _ANSWERING:
        return True
    if word == "it" and before == "do":  # "Did he do it?", and not "Who will do it?", which may be a work
        return verb in SUBJECTS
    return word in _DEEDS and before in (_DEED if word in {"that", "this"} else _DID)


def _is_object(words: Sequence[Token], place: int) -> bool:
    return not owns(words, place) and not inverted(words, place) and not subject_of_clause(words, place)


def _pointed_at(question: str, words: Sequence[Token], place: int, turn: Turn) -> Edit | None:
    """Return the fuller name for "this edict", where the turn has one."""
    noun = words[place + 1]
    further = words[place + 2].lower if place + 2 < len(words) else ""
    if further == "of" or (place and words[place - 1].lower == "all"):
        return None
    fuller = named_like(noun.text, turn, question)
    if not fuller:
        return None
    return Edit(words[place].start, noun.end, possessive(fuller) if noun.possessive else fuller)


def before_noun(words: Sequence[Token], place: int) -> bool:
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


def _owned(question: str, words: Sequence[Token], place: int, owner: str) -> Edit:
    """Return "Fresnel’s lens" for "his lens", and "the courses of the …" where the owner is long."""
    word = words[place]
    if len(owner.split()) <= _LONG or " of " not in f"{owner} of ":
        return Edit(word.start, word.end, possessive(owner))
    owned = next((p for p in noun_phrases(question) if p.start == words[place + 1].start), None)
    if owned is None or len(owner.split()) <= _LONG:
        return Edit(word.start, word.end, possessive(owner))
    return Edit(word.start, owned.end, f"the {owned.text} of {owner}")
