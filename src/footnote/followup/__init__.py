"""A question that leans on the conversation is made to stand alone, by rules and without a model.

What is searched for is shown to the reader, so it is a question again wherever that can be had: "How
long were their courses?" becomes "How long were the courses of the cadets that graduated from the Naval
Academy?". What the asker tells of himself around a question is left out; one that explains itself comes
back as it was typed. The rules are for English; a question in another language comes back as it is.
"""

from collections.abc import Sequence

from footnote.followup.casing import cased, prose
from footnote.followup.ellipsis import about_alone
from footnote.followup.more import wants_more
from footnote.followup.past import past_turns, texts_in
from footnote.followup.preamble import without_preamble
from footnote.followup.remark import without_remark
from footnote.followup.resolving import Resolved, resolve
from footnote.followup.statement import asks_what_came_next, goes_on
from footnote.followup.twofold import two_questions
from footnote.schema import Message, Told
from footnote.shorthand import spelt_out

__all__ = ["about_alone", "standalone", "understood", "understood_apart"]


def standalone(question: str, history: Sequence[Message], title: str = "", text: str = "") -> str:
    """Return the question as it is searched for: unchanged where it leans on nothing that was said.

    Args:
        question: what was just asked.
        history: the conversation before it, oldest first; anything goes, also no question at all.
        title: that of the one article that is asked, which "it" means where nothing was answered before.
        text: that of the same article, which shows what is a name though it was typed small.
    """
    return understood(question, history, title, text)[0]


def understood(
    question: str, history: Sequence[Message], title: str = "", text: str = ""
) -> tuple[str, Told]:
    """Return the question as ``standalone`` does, and what was told before it.

    Told is what the question leans on, and what it wants no more of.
    """
    sentences = prose(text)
    past = past_turns(history, title, sentences)
    question = spelt_out(question)
    typed = without_remark(without_preamble(question)) if past else without_preamble(question)
    whole = resolve(cased(typed, texts_in(past), sentences), past, title)
    if whole.text.casefold() == typed.casefold():
        whole = Resolved(typed)
    before = tuple(turn.answer for turn in past if turn.answer)
    more = bool(before) and (wants_more(question) or goes_on(question, past[-1]))
    return whole.text, Told(whole.answer, before if more or asks_what_came_next(question) else (), more)


def understood_apart(
    question: str, history: Sequence[Message], title: str = "", text: str = ""
) -> tuple[tuple[str, Told], ...]:
    """Return two questions that were asked at once, "Who built it and when?", each as ``understood`` does.

    There are none where one was asked.
    """
    both = two_questions(without_preamble(spelt_out(question)))
    if both is None:
        return ()
    first, second = (understood(one, history, title, text) for one in (both.first, both.second))
    if both.leans:
        behind = understood(both.second, [*history, Message("user", both.first)], title, text)
        # A whole question in brackets says little of "he" and "she", and would outweigh the second.
        if not behind[0].startswith(f"{both.second} (") or both.leans_on_a_thing:
            second = behind
    return first, second
