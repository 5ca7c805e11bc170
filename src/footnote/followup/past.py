"""The turns so far, each question of them made to stand alone by those before it."""

from collections.abc import Sequence
from dataclasses import replace

from footnote.followup.asker import kin_of_the_asker
from footnote.followup.casing import cased, common_openers
from footnote.followup.gender import owner_in
from footnote.followup.grammar.openings import without_lead
from footnote.followup.more import wants_more
from footnote.followup.preamble import without_preamble
from footnote.followup.remark import without_remark
from footnote.followup.resolving import resolve
from footnote.followup.statement import asks_what_came_next, doubts_the_answer
from footnote.followup.told import told_in
from footnote.followup.turns import Turn, turns
from footnote.schema import Message
from footnote.shorthand import spelt_out


def past_turns(history: Sequence[Message], title: str, sentences: str) -> list[Turn]:
    """Return the turns so far, their questions made to stand alone.

    ``title`` and ``sentences`` are those of the one article that is asked, or empty.
    """
    past: list[Turn] = []
    for turn in turns(history):
        typed = spelt_out(turn.question)
        asked = cased(without_remark(without_preamble(typed)), [*texts_in(past), turn.answer], sentences)
        whole = resolve(without_lead(asked), past, title)
        known = past[-1].people if past else ()
        people = (*known, *kin_of_the_asker(typed), *owner_in(whole.text, known), *whole.people)
        further = bool(past) and (wants_more(asked) or asks_what_came_next(asked))
        stays = further or (bool(past) and doubts_the_answer(asked))
        matter = past[-1].question if stays else whole.asked or whole.text
        told = told_in(turn.answer) + told_in(sentences)
        common = common_openers(turn.answer, sentences)
        now = Turn(matter, turn.answer, further=further, told=told, common=common)
        past = [replace(one, people=people) for one in (*past, now)]
    return past


def texts_in(past: Sequence[Turn]) -> list[str]:
    """Return what was asked and answered, in order."""
    return [text for turn in past for text in (turn.question, turn.answer)]
