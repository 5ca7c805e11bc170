"""A question that leans on the conversation is made to stand alone, by rules and without a model.

What is searched for is shown to the reader, so it is a question again wherever that can be had: "How
long were their courses?" becomes "How long were the courses of the cadets that graduated from the Naval
Academy?". What the asker tells of himself around a question is left out; one that explains itself comes
back as it was typed. The rules are for English; a question in another language comes back as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footnote.followup.asker import kin_of_the_asker
from footnote.followup.bare import asked_anew
from footnote.followup.casing import cased
from footnote.followup.ellipsis import with_new_part
from footnote.followup.gender import owner_in
from footnote.followup.grammar.openings import without_lead
from footnote.followup.grammar.tokens import tokens
from footnote.followup.guess import guessed_time
from footnote.followup.more import wants_more
from footnote.followup.people import as_asked_of
from footnote.followup.preamble import without_preamble
from footnote.followup.pronouns import Resolution, calls_somebody, people_spelled_out, resolved
from footnote.followup.remark import without_remark
from footnote.followup.statement import asks_what_came_next, doubts_the_answer
from footnote.followup.title import about_the_title
from footnote.followup.turns import Person, Turn, turns
from footnote.followup.twofold import two_questions
from footnote.schema import Message, Told
from footnote.shorthand import spelt_out

__all__ = ["standalone", "understood", "understood_apart"]

_MOST_CHARACTERS = 300  # a longer question brings its own context
_WORDS_IN_BRACKETS = 20
_SAYS_LITTLE = 2  # words: a question that has more brings its own context, too
# Words of German, the other language that is looked after, which are none of English.
_GERMAN = frozenset(
    "der das und wer wie wo warum wann ist nicht von dem den ein eine einen kommt welche welcher welches "
    "worum er sagte geht sind wird wurde wurden haben hatte ich sie es für über nach mit bei auf wem wen "
    "seine ihre".split()
)


def standalone(question: str, history: Sequence[Message], title: str = "") -> str:
    """Return the question as it is searched for: unchanged where it leans on nothing that was said.

    Args:
        question: what was just asked.
        history: the conversation before it, oldest first; anything goes, also no question at all.
        title: that of the one article that is asked, which "it" means where nothing was answered before.
    """
    return understood(question, history, title)[0]


def understood(question: str, history: Sequence[Message], title: str = "") -> tuple[str, Told]:
    """Return the question as ``standalone`` does, and what was told before it.

    Told is what the question leans on, and what it wants no more of.
    """
    past = _past(history, title)
    question = spelt_out(question)
    typed = without_remark(without_preamble(question)) if past else without_preamble(question)
    whole = _resolve(cased(typed, _texts(past)), past, title)
    if whole.text.casefold() == typed.casefold():
        whole = _Resolved(typed)
    before = tuple(turn.answer for turn in past if turn.answer)
    more = wants_more(question) and bool(before)
    return whole.text, Told(whole.answer, before if more or asks_what_came_next(question) else (), more)


def understood_apart(
    question: str, history: Sequence[Message], title: str = ""
) -> tuple[tuple[str, Told], ...]:
    """Return two questions that were asked at once, "Who built it and when?", each as ``understood`` does.

    There are none where one was asked.
    """
    both = two_questions(without_preamble(spelt_out(question)))
    if both is None:
        return ()
    first, second = (understood(one, history, title) for one in (both.first, both.second))
    if both.leans:
        behind = understood(both.second, [*history, Message("user", both.first)], title)
        # A whole question in brackets says little of "he" and "she", and would outweigh the second.
        if not behind[0].startswith(f"{both.second} (") or both.leans_on_a_thing:
            second = behind
    return first, second


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A question that stands alone, and the answer that it leaned on, "" where on none.

    ``asked`` is what the next question goes on from, where that is not the whole text.
    """

    text: str
    answer: str = ""
    people: tuple[Person, ...] = ()
    asked: str = ""


def _past(history: Sequence[Message], title: str) -> list[Turn]:
    """Return the turns so far, their questions made to stand alone."""
    past: list[Turn] = []
    for turn in turns(history):
        typed = spelt_out(turn.question)
        asked = cased(without_remark(without_preamble(typed)), [*_texts(past), turn.answer])
        whole = _resolve(without_lead(asked), past, title)
        known = past[-1].people if past else ()
        people = (*known, *kin_of_the_asker(typed), *owner_in(whole.text, known), *whole.people)
        doubts = bool(past) and doubts_the_answer(asked)
        matter = past[-1].question if doubts else whole.asked or whole.text
        past = [replace(one, people=people) for one in (*past, Turn(matter, turn.answer))]
    return past


def _texts(past: Sequence[Turn]) -> list[str]:
    return [text for turn in past for text in (turn.question, turn.answer)]


def _resolve(question: str, past: Sequence[Turn], title: str) -> _Resolved:
    """Resolve a question from what was said, or from the title where nothing was answered before."""
    whole = _from_talk(question, past)
    left = whole.text == question or bool(whole.asked)
    if not title or not left or any(turn.answer for turn in past):
        return whole
    spelled_out = about_the_title(question, title)
    return _Resolved(spelled_out) if spelled_out != question else whole


def _from_talk(question: str, past: Sequence[Turn]) -> _Resolved:
    """Resolve a question from the last turn, or from the one before where that has nothing to offer.

    He and she may have been named further back.
    """
    typed = question.strip()
    if not past or not typed or len(typed) > _MOST_CHARACTERS or _foreign(typed, past[-1].question):
        return _Resolved(question)
    left_open = False
    for turn in sorted([*reversed(past[-2:])], key=_is_refused_aside):
        whole = _from_turn(typed, turn)
        if whole.text != typed:
            return _with_people(_Resolved(whole.text, turn.answer, whole.people), past, typed)
        left_open = left_open or whole.open
    named = _with_people(_Resolved(typed), [*as_asked_of(past[-1]), *past[:-2]], typed)
    if named.people:
        in_its_place = with_new_part(named.text, past[-1].question, named_in_answer=True)
        return replace(named, text=in_its_place or named.text)
    if not left_open or sum(word.content for word in tokens(typed)) > _SAYS_LITTLE:
        return _Resolved(question)
    return _Resolved(f"{typed} ({_clipped(past[-1].question)})", past[-1].answer, asked=typed)


def _is_refused_aside(turn: Turn) -> bool:
    """Say whether "What about X?" was not answered: then the topic is still that of the turn before."""
    return not turn.answer and turn.question.startswith("What about ")


def _with_people(whole: _Resolved, past: Sequence[Turn], typed: str) -> _Resolved:
    """Spell out the he and she that were typed and are left, from the last turn that offers somebody."""
    if not calls_somebody(typed):
        return whole
    for turn in reversed(past):
        named = people_spelled_out(whole.text, turn)
        if named.people:
            whole = _Resolved(named.text, whole.answer or turn.answer, (*whole.people, *named.people))
    return whole


def _from_turn(question: str, turn: Turn) -> Resolution:
    anew = asked_anew(question, turn) or guessed_time(question, turn.question)
    if anew:
        return Resolution(anew, open=False)
    whole = resolved(question, turn)
    in_its_place = with_new_part(whole.text, turn.question, named_in_answer=whole.text != question)
    return Resolution(in_its_place, open=False) if in_its_place else whole


def _clipped(question: str) -> str:
    """Return the last question to be put in brackets behind one that cannot be spelled out."""
    return " ".join(question.split()[:_WORDS_IN_BRACKETS])


def _foreign(*texts: str) -> bool:
    return any(word.lower in _GERMAN for text in texts for word in tokens(text))
