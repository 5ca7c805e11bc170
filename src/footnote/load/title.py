"""Which line of a text is its title."""

import re

from footnote.residue import is_residue

MAX_TITLE = 300  # code points

_TITLE_WORDS = 30  # a longer first line is a paragraph
_OPENING_LINES = 12  # a title is looked for among so many first lines
_WORD = re.compile(r"\w+")
_UNTITLED_LENGTH = 80
_MARKS = "#*_ \t"  # Markdown's around a title


def find_title(text: str) -> str:
    """Return the line that is most likely the title: among the first lines, not residue, about the text.

    A title's words come back in the article, those of a stray "Placeholder canvas" do not; so of
    the short lines before the first paragraph the first is taken most of whose words come back.
    Where there is none, the first words of the text serve.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_OPENING_LINES]:  # further down, "# " may be a comment in a listing
        if re.match(r"#\s", line) and _WORD.search(line) and len(line) <= MAX_TITLE:
            return line.strip(_MARKS)
    opening: list[str] = []
    for line in lines[:_OPENING_LINES]:
        words = len(line.split())
        if words > _TITLE_WORDS or len(line) > MAX_TITLE or (words > 6 and line[-1] in ".;"):
            break
        opening.append(line)
    body = {word.casefold()[:4] for line in lines[len(opening) :] for word in _WORD.findall(line)}
    titles = [line for line in opening if not is_residue(line) and _WORD.search(line)]
    for line in titles:
        long = [word.casefold()[:4] for word in _WORD.findall(line) if len(word) > 3]  # "seal" is in "seals"
        if long and 2 * sum(word in body for word in long) >= len(long):
            return line.strip(_MARKS)
    return titles[0].strip(_MARKS) if titles and body else _first_words(lines)


def _first_words(lines: list[str]) -> str:
    line = next((line for line in lines if not is_residue(line)), lines[0])
    if len(line) <= _UNTITLED_LENGTH:
        return line
    return line[:_UNTITLED_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
