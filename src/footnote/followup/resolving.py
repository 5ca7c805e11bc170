"""A question is resolved from the turn that it leans on, or from the title where nothing was answered yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footnote.followup.bare import asked_anew
from footnote.followup.ellipsis import with_new_part
from footnote.followup.grammar.tokens import tokens
from footnote.followup.guess import guessed_time
from footnote.followup.people import as_asked_of
from footnote.followup.phrases import noun_phrases
from footnote.followup.pronouns import Resolution, calls_somebody, people_spelled_out, resolved
from footnote.followup.statement import doubts_the_answer
from footnote.followup.title import about_the_title
from footnote.followup.turns import Person, Turn

_MOST_CHARACTERS = 300  # a longer question brings its own context
_WORDS_IN_BRACKETS = 20
_SAYS_LITTLE = 2  # words: a question that has more brings its own context, too
# Words of German, the other language that is looked after, which are none of English.
_GERMAN = frozenset(
    "der das und wer wie wo warum wann ist nicht von dem den ein eine einen kommt welche welcher welches "
    "worum er sagte geht sind wird wurde wurden haben hatte ich sie es für über nach mit bei auf wem wen "
    "seine ihre".split()
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone, and the answer that it leaned on, "" where on none.

    ``asked`` is what the next question goes on from, where that is not the whole text.
    """

    text: str
    answer: str = ""
    people: tuple[Person, ...] = ()
    asked: str = ""


def resolve(question: str, past: Sequence[Turn], title: str) -> Resolved:
    """Resolve a question from what was said, or from the title where nothing was answered before."""
    whole = _from_talk(question, past)
    left = whole.text == question or bool(whole.asked)
    if not title or not left or any(turn.answer for turn in past):
        return whole
    spelled_out = about_the_title(question, title)
    return Resolved(spelled_out) if spelled_out != question else whole


def _from_talk(question: str, past: Sequence[Turn]) -> Resolved:
    """Resolve a question from the last turn, or from the one before where that has nothing to offer.

    He and she may have been named further back.
    """
    typed = question.strip()
    if not past or not typed or len(typed) > _MOST_CHARACTERS or _foreign(typed, past[-1].question):
        return Resolved(question)
    if doubts_the_answer(typed) and not past[-1].answer:
        return Resolved(question)
    left_open = False
    for turn in sorted(_live(past), key=_is_refused_aside):
        whole = _from_turn(typed, turn)
        if whole.text != typed:
            whole = replace(whole, text=_in_its_place(whole.text, past[-1]))
            asked = turn.question if whole.text.startswith(f"{turn.question.rstrip(' ?.!')}, and ") else ""
            return _with_people(Resolved(whole.text, turn.answer, whole.people, asked), past, typed)
        left_open = left_open or whole.open
    named = _with_people(Resolved(typed), [*as_asked_of(past[-1]), *past[:-1]], typed)
    if named.people:
        return replace(named, text=_in_its_place(named.text, past[-1]))
    if not left_open or sum(word.content for word in tokens(typed)) > _SAYS_LITTLE:
        return Resolved(question)
    return Resolved(f"{typed} ({_clipped(past[-1].question)})", past[-1].answer, asked=typed)


def _in_its_place(named: str, last: Turn) -> str:
    """Return the last question with a part that was spelled out, "And Ilona Varga?"; a whole one as it is."""
    return with_new_part(named, last.question, named_in_answer=True) or named


def _live(past: Sequence[Turn]) -> list[Turn]:
    """Return the last turn, and what the one before asked about; its answer is over where that is enough."""
    last, *before = reversed(past[-2:])
    over = [last.answer and noun_phrases(one.question) for one in before]
    return [last, *(replace(one, answer="") if past else one for one, past in zip(before, over, strict=True))]


def _is_refused_aside(turn: Turn) -> bool:
    """Say whether "What about X?" was not answered: then the topic is still that of the turn before."""
    return not turn.answer and turn.question.startswith("What about ")


def _with_people(whole: Resolved, past: Sequence[Turn], typed: str) -> Resolved:
    """Spell out the he and she that were typed and are left, from the last turn that offers somebody."""
    if not calls_somebody(typed):
        return whole
    for turn in reversed(past):
        named = people_spelled_out(whole.text, turn)
        if named.people:
            people = (*whole.people, *named.people)
            whole = replace(whole, text=named.text, answer=whole.answer or turn.answer, people=people)
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
