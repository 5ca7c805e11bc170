"""Headings that a text marks by signs around them, in bold or by a number, and how deep each stands."""

import re

from footnote.layout import columns

MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_UNDERLINES = "=-~^\"'*+#"  # below headings, from the highest level on
_UNDERLINE = re.compile(rf"([{re.escape(_UNDERLINES)}])\1{{2,}}")
_DIFFER = 3  # code points by which an underline and its heading do, at most
_EDIT = re.compile(r"(?<=\S)\[edit(?: source)?\]$")  # after a heading that was copied from a wiki
_SUMMARY = re.compile(
    r"\s*<summary>\s*(\S(?:.*\S)?)\s*</summary>", re.IGNORECASE
)  # what a page unfolds below it
_BOLD = re.compile(r"(\*\*|__)(?! )[^*_\n]*[^*_\s.,:;!?…)\]]\1")
_BOLD_WORDS = 8
_NUMBERED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S")
# Levels: what has but a number is part of what is marked, and what is bold of both.
_BELOW_MARKED, _LOWEST = 10, 20


def heading_of(line: str) -> str:
    """Return the heading that a line is, as it is kept with the sentences below it."""
    summary = _SUMMARY.fullmatch(line)
    return _EDIT.sub("", (summary[1] if summary else line).strip().strip(">#*_ \t"))


def is_marked(line: str, below: str) -> bool:
    """Whether a line is marked as a heading, by signs before it or the line below."""
    marked = MARKDOWN_HEADING.match(line) or _EDIT.search(line) or _SUMMARY.fullmatch(line)
    return bool(marked) or is_underlined(line, below)


def is_underlined(line: str, below: str) -> bool:
    """Whether the line below is of one sign and about as long, as below a heading in a text without marks."""
    return (
        bool(_UNDERLINE.fullmatch(below))
        and abs(len(line) - len(below)) <= min(_DIFFER, len(line) // 4)
        and bool(re.search(r"\w", line))
        and not ("|" in line or columns(line) > 1 or line.endswith((".", "。")))
    )


def is_bold(line: str) -> bool:
    """Whether a line is a few words in bold without an end."""
    return bool(_BOLD.fullmatch(line)) and len(line.split()) <= _BOLD_WORDS


def level_of(line: str, below: str) -> int:
    """Return how deep a heading stands: by its marks, the line below or its number, 0 for neither."""
    if marks := MARKDOWN_HEADING.match(line):
        return marks.group().count("#")
    if is_underlined(line, below):
        return 1 + _UNDERLINES.index(below[0])
    if number := _NUMBERED.match(line):
        return _BELOW_MARKED + number[1].count(".")
    return _LOWEST if is_bold(line) else 0
