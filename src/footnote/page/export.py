"""Answers as Markdown: their quotations as footnotes, and every character of an article or a user as text.

What a reader keeps is read in other programs, which make HTML of it and fetch its images, so nothing that is
Markdown or HTML in a text may stay so.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import count

from footnote.page.turn import Titles, Turn
from footnote.page.why import unsure
from footnote.page.words import Words
from footnote.schema import Answer, Citation, Evidence
from footnote.schema.lines import unwrapped

_MARK = re.compile(r"[ \t]*\[(\d{1,4})\]")
_MARKUP = re.compile(r"[\\`*_\[\]<>~|#]|&(?=#?\w+;)")
_BLOCK = re.compile(r"[+=-]|\d+(?=[.)])")  # what makes a block of a line that begins with it
_ITEM = re.compile(r"[-•*]\s+")


def whole(turns: Sequence[Turn], titles: Titles, words: Words) -> str:
    """Return a conversation, its footnotes numbered through and at its end."""
    return "\n\n".join([f"# {escaped(words.conversation)}", *_written(turns, titles, words)]) + "\n"


def one(turn: Turn, titles: Titles, words: Words) -> str:
    """Return one question with its answer and footnotes."""
    return "\n\n".join(_written([turn], titles, words)) + "\n"


def escaped(text: str) -> str:
    """Return text in one line, as Markdown that shows exactly its characters."""
    line = _MARKUP.sub(r"\\\g<0>", unwrapped(text))
    start = _BLOCK.match(line)
    if start is None:
        return line
    number = start[0].isdecimal()  # a digit cannot be escaped, what follows it can
    return f"{start[0]}\\{line[start.end() :]}" if number else f"\\{line}"


def _written(turns: Sequence[Turn], titles: Titles, words: Words) -> list[str]:
    """Return the paragraphs of the turns and then, as one, their footnotes."""
    paragraphs: list[str] = []
    notes: list[str] = []
    numbers = count(1)
    for turn in turns:
        citations = () if turn.progress == "failed" else turn.answer.citations
        numbered = {citation.number: next(numbers) for citation in citations}
        paragraphs += [f"## {escaped(turn.question)}", *_reply(turn, numbered, titles, words)]
        for citation in citations:
            notes.append(f"[^{numbered[citation.number]}]: {_quotation(citation, titles, words)}")
    return [*paragraphs, "\n".join(notes)] if notes else paragraphs


def _reply(turn: Turn, numbered: Mapping[int, int], titles: Titles, words: Words) -> list[str]:
    answer = turn.answer
    if turn.progress == "failed":
        return [f"*{escaped(words.problem)}*", escaped(turn.problem)]
    if answer.status == "not_in_article":
        return _refusal(answer, titles, words)
    if unsure(answer):
        short = [f"*{escaped(words.unsure)}*"]
    else:
        short = [f"**{escaped(answer.short_answer.text)}**"] if answer.short_answer is not None else []
    stopped = [f"*{escaped(words.stopped)}*"] if turn.progress == "stopped" else []
    return [*short, *_lines(answer.answer, numbered), *stopped]


def _refusal(answer: Answer, titles: Titles, words: Words) -> list[str]:
    said = [f"**{escaped(words.not_in_article)}**", escaped(answer.answer)]
    if answer.evidence:
        said += [escaped(words.closest), f"> {_quotation(answer.evidence[0], titles, words)}"]
    return said


def _lines(text: str, numbered: Mapping[int, int]) -> list[str]:
    """Return the paragraphs of an answer; neighbouring items are one list."""
    paragraphs: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        item = _ITEM.match(line)
        if line.startswith("## "):
            paragraphs.append(f"### {_cited(line[3:], numbered)}")
        elif item is None:
            paragraphs.append(_cited(line, numbered))
        else:
            row = f"- {_cited(line[item.end() :], numbered)}"
            if paragraphs and paragraphs[-1].startswith("- "):
                row = f"{paragraphs.pop()}\n{row}"
            paragraphs.append(row)
    return paragraphs


def _cited(line: str, numbered: Mapping[int, int]) -> str:
    parts: list[str] = []
    position = 0
    for match in _MARK.finditer(line):
        number = numbered.get(int(match[1]))
        if number is not None:
            parts += [line[position : match.start()], f"[^{number}]"]
            position = match.end()
    texts, marks = [*parts[::2], line[position:]], [*parts[1::2], ""]
    # Only what begins the line can make a block of it.
    return "".join(
        (escaped(text) if place == 0 else _inner(text)) + mark
        for place, (text, mark) in enumerate(zip(texts, marks, strict=True))
    )


def _inner(text: str) -> str:
    """Return text inside a line, the space at its ends kept."""
    return _MARKUP.sub(r"\\\g<0>", re.sub(r"\s+", " ", text))


def _quotation(span: Citation | Evidence, titles: Titles, words: Words) -> str:
    title = titles.get(span.article_id, "")
    quoted = words.quoted.format(_inner(span.text.strip()))
    return f"{quoted} — {_inner(title)}" if title else quoted
