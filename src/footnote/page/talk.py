"""The conversation's components and which of their events calls what."""

from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.events import Dependency

from footnote.page import conversation
from footnote.page.answering import Answering
from footnote.page.asking import Asking
from footnote.page.components import CLICKS, MODEL, QUICK, SECRET, Place, html
from footnote.page.conversing import Conversing
from footnote.page.line import Line
from footnote.page.personal import Personal
from footnote.page.words import ENGLISH
from footnote.service import Libraries

_TICK = 0.5  # seconds between two looks at the place in the line
_PAST = """footnote.past(element, trigger, watch); watch('value', () => footnote.cited());"""
_LIVE = """watch('value', () => footnote.asked(element));"""
_JUDGED = """watch('value', () => footnote.judged(element));"""
# The box is emptied as a question is sent, not when the server has taken it, lest what is typed meanwhile go.
_SENT = "(question, turns) => [footnote.sent(question), turns]"


@dataclass(frozen=True, slots=True)
class Tools:
    """What can be done with the whole conversation, in the masthead."""

    export: gr.HTML
    clear: gr.Button


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation's components that events read or write."""

    past: gr.HTML
    live: gr.HTML
    ahead: gr.HTML
    judged: gr.HTML
    chips: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    hint: gr.HTML
    clock: gr.Timer


@dataclass(frozen=True, slots=True)
class _Memory:
    """What a session remembers of its conversation, and what its browser does."""

    turns: gr.State
    draft: gr.State
    asked: gr.State  # the id of the turn that was taken last: its change sets the answering off
    lost: gr.State  # the id of the turn whose answer never came
    cleared: gr.State
    kept: gr.BrowserState


def tools(word: Any) -> Tools:  # noqa: ANN401
    """Lay out the buttons for the whole conversation."""
    export = html("", elem_id="export", js_on_load="footnote.exporting(element);")
    clear = gr.Button(word("clear"), size="sm", scale=0, min_width=90, elem_id="clear-chat")
    return Tools(export, clear)


def talk(word: Any) -> Talk:  # noqa: ANN401
    """Lay the conversation out."""
    with gr.Column(elem_id="turns"):
        past = html(conversation.welcome(ENGLISH), elem_id="past", js_on_load=_PAST)
        live = html("", elem_id="live", js_on_load=_LIVE)
        ahead = html("", elem_id="ahead")
        judged = html("", elem_id="judged", js_on_load=_JUDGED)
    chips = html("", elem_id="chips", js_on_load=CLICKS)
    hint = html("", elem_id="hint")
    with gr.Row(elem_id="asking"):
        question = gr.Textbox(
            label=word("question"),
            placeholder=word("question_hint"),
            max_lines=5,
            scale=8,
            elem_id="question",
        )
        ask = gr.Button(word("ask"), variant="primary", scale=0, min_width=90, elem_id="ask")
        stop = gr.Button(word("stop"), variant="stop", scale=0, min_width=90, elem_id="stop", visible=False)
    return Talk(past, live, ahead, judged, chips, question, ask, stop, hint, gr.Timer(_TICK, active=False))


def wire_talk(
    blocks: gr.Blocks, parts: Talk, tools: Tools, evidence: gr.HTML, place: Place, libraries: Libraries
) -> None:
    """Let the conversation's events change the conversation and the evidence."""
    memory, whole, answers = _memory(), Personal(Conversing, libraries), Personal(Answering, libraries)
    restored = [tools.export, parts.past, evidence, memory.turns]
    blocks.load(whole.restore, memory.kept, restored, **QUICK)
    line = Line(blocks, str(MODEL["concurrency_id"]))
    _wire_asking(parts, memory, Personal(lambda service: Asking(service, line), libraries))
    answering = _wire_answering(parts, memory, place, evidence, answers)
    judged = [memory.turns, memory.kept, parts.judged]
    parts.past.select(whole.judge, memory.turns, judged, trigger_mode="multiple", **QUICK)
    cleared = [memory.cleared, evidence, *_settled(parts, memory)]
    tools.clear.click(whole.clear, memory.turns, cleared, cancels=[answering], **QUICK).then(
        answers.quiet, memory.turns, parts.live, **QUICK
    )
    undone = [memory.turns, parts.past, evidence, memory.kept]
    parts.past.undo(whole.undo, [memory.cleared, memory.turns], undone, **QUICK)


def _memory() -> _Memory:
    return _Memory(
        gr.State([]),
        gr.State(None),
        gr.State(""),
        gr.State(""),
        gr.State([]),
        gr.BrowserState("", storage_key="footnote-conversation", secret=SECRET),
    )


def _wire_asking(parts: Talk, memory: _Memory, asking: Personal) -> None:
    shown = [parts.question, parts.past, parts.live, memory.turns, parts.ask, parts.stop, parts.hint]
    taken = [*shown, memory.asked, parts.clock, memory.kept]
    for listen in (parts.question.submit, parts.ask.click):
        listen(asking.take, [parts.question, memory.turns], taken, js=_SENT, **QUICK)
    parts.chips.select(asking.take_suggested, memory.turns, taken, **QUICK)
    parts.past.retry(asking.retry, memory.turns, taken, **QUICK)
    parts.clock.tick(asking.wait, memory.turns, [parts.ahead, parts.clock], **QUICK)


def _wire_answering(
    parts: Talk, memory: _Memory, place: Place, evidence: gr.HTML, answers: Personal
) -> Dependency:
    """Return the event that answers, which stopping cancels."""
    answering = memory.asked.change(
        answers.answer,
        [memory.turns, place.chosen],
        [parts.live, evidence, memory.draft],
        trigger_mode="multiple",
        **MODEL,
    )
    settled = _settled(parts, memory)
    answering.then(answers.settle, [memory.turns, memory.draft], settled, **QUICK)
    answering.failure(answers.pause, memory.asked, memory.lost, **QUICK).then(
        answers.lose, [memory.lost, memory.turns], settled, **QUICK
    )
    parts.stop.click(answers.stop, [memory.turns, memory.draft], settled, cancels=[answering], **QUICK).then(
        answers.quiet, memory.turns, parts.live, **QUICK
    )
    return answering


def _settled(parts: Talk, memory: _Memory) -> list[Any]:
    buttons = [parts.ask, parts.stop, parts.hint, parts.ahead]
    return [memory.turns, parts.past, parts.live, memory.kept, *buttons]
