"""Subtitles (SubRip, WebVTT) become text: what is said, a paragraph until somebody else speaks or a pause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from footnote.load.encoding import decode
from footnote.load.sent import Extract, Sent
from footnote.residue.subtitles import CUE, counters

_PAUSE = 2.0  # seconds
_MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<[\d:.]{5,12}>|\{\\[^{}\n]{1,80}\}")
_NO_SPEECH = re.compile(r"♪.*|#.*#|\([^()]*\)|\[[^\[\]]*\]")  # music, sounds
_DASH = re.compile(r"^(?:[-–—](?!\d)|>>) ?(?=\S)")  # somebody else speaks
_NAMED = re.compile(r"[A-Z][A-Z .'’-]{1,30}:")
_ENDED = re.compile(r"[.!?…][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float  # seconds
    end: float
    lines: tuple[str, ...]


def read(sent: Sent) -> Extract:
    """Read subtitles; what is no speech is left out, a file without any cue taken as plain text.

    Raises:
        InvalidInput: the bytes are no text.
    """
    text = decode(sent)
    cues = list(_cues(text))
    lines = [line for cue in cues for line in cue.lines]
    if not any(map(_is_speech, lines)):
        return Extract(text)
    paragraphs = "\n\n".join(_paragraphs(cues))
    return Extract(paragraphs, dropped=tuple(line for line in lines if not _is_speech(line)))


def _cues(text: str) -> Iterator[_Cue]:
    """Yield each cue: it ends with a blank line or, where there is none, above the next one."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").split("\n")]
    times = {number: found for number, line in enumerate(lines) if (found := CUE.fullmatch(line))}
    ends = counters(lines) | times.keys()
    for number, found in times.items():
        below = takewhile(lambda place: lines[place] and place not in ends, range(number + 1, len(lines)))
        said = (_MARKUP.sub("", lines[place]).strip() for place in below)
        yield _Cue(_seconds(found[1]), _seconds(found[2]), tuple(filter(None, said)))


def _paragraphs(cues: list[_Cue]) -> Iterator[str]:
    said: list[str] = []
    until = 0.0
    for cue in cues:
        for line in filter(_is_speech, cue.lines):
            words = _DASH.sub("", line, count=1)
            paused = cue.start - until >= _PAUSE and _ENDED.search(said[-1] if said else "")
            if said and (paused or words != line or _NAMED.match(line)):
                yield " ".join(said)
                said = []
            said.append(words)
            until = cue.end
    if said:
        yield " ".join(said)


def _is_speech(line: str) -> bool:
    return not _NO_SPEECH.fullmatch(line)


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total
