"""What stands beside a sentence's words: an item's marker, a mail's quotation mark, a reference's number."""

import re

_MARKER = re.compile(r"[-*•–·‣▪●○◦]\s+(?=\S)")
_QUOTED = re.compile(r"(?:>[ \t]*)+(?=[^\s\d>=])")  # "> 65 years" is a number
_PAGES = r":\d{1,4}(?:[-–]\d{1,4})?"
_SIGN = r"\[(?:\d{1,3}|[a-z]|(?:note|nb) \d{1,2}|(?:[a-z]+ ){1,3}needed)\]"
REFERENCE = rf"(?:(?:{_SIGN}){{1,9}}(?:{_PAGES})?|{_PAGES}(?!\S))"
_NUMBERED = (  # is written with a number behind it: "held in para.12 The Crown may appeal"
    "para paras paragraph item items clause page pages section sections article chapter part rule note line "
    "step point figure table question number verse appendix annex schedule volume column room unit"
).split()
# "until 1962.1 The weir": the number of a footnote, which was raised
RAISED = r"(?<=\.)" + "".join(rf"(?<!\b{word}\.)" for word in _NUMBERED) + r"\d{1,2}\s+(?=[A-Z][a-z]|[AI]\s)"
_FOLLOWS = re.compile(rf"{REFERENCE}\s*|{RAISED}")
_STOP = r"[.!?…。！？]"
_ENDS = re.compile(rf"(?:(?<={_STOP})|(?<={_STOP}[\"”’»)])) ?{REFERENCE}$")
_REACH = 240  # code points before an end that are looked at
_INDENT = 8


def without_margins(text: str, start: int, end: int, paragraph: int) -> tuple[int, int]:
    """Return the range of a sentence's own words, all of it where it has none beside its margins.

    Its paragraph begins at ``paragraph``.
    """
    first = _beginning(text, start, end, paragraph)
    last = without_references(text, first, end)
    return (first, last) if re.search(r"\w", text[first:last]) else (start, end)


def without_references(text: str, start: int, end: int) -> int:
    """Return where a range ends without the references behind its stop: "…in 1846.[1]"."""
    low = max(start, end - _REACH)
    found = _ENDS.search(text[low:end])
    return low + found.start() if found else end


def _beginning(text: str, start: int, end: int, paragraph: int) -> int:
    before = text[max(paragraph, start - _INDENT) : start]
    if before and not before[-1].isspace():  # a reference of the sentence before
        marks = _FOLLOWS.match(text, start, end)
        return marks.end() if marks else start
    if before and not before.rstrip(" \t").endswith("\n"):
        return start
    quoted = _QUOTED.match(text, start, end)
    words = quoted.end() if quoted else start
    item = _MARKER.match(text, words, end) if quoted or start == paragraph else None
    return item.end() if item else words
