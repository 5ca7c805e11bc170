"""Which sentences are no whole ones: cut off, glued together, or an answer that needs its question."""

import re
from collections.abc import Sequence

from footnote.schema import Sentence

_FEWEST_WORDS = 5
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]\s]*$")
_GLUED = re.compile(r"[a-z]\)[A-Z\d]|[a-z]{2}[.!?][A-Z][a-z]|\d\.$(?<=[a-z)]\d\.)")
_NO_PREDICATE = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,2}, (?:who|which|whose|where) [^,]+[.!?]$")
_CUT_SHORT = re.compile(r"(?:\bthen-|\b(?:with|former|senior|top|by|and|then|-)) ?U\.S\.$")
_UNFINISHED = re.compile(
    r"\b(?:of|the|and|to|for|in|an?|with|that|by|on|at|from|or|as|his|her|their|its|could|would|will|which)\s+\.$"
)
_RELATIVE = re.compile(r",? (?:who|which|that|whose)\b[^.]*")
_PLACED = (
    "in|on|at|of|from|to|for|and|or|with|between|by|until|till|before|after|under|near|over|within|only|not"
)
_SENTENCE = re.compile(  # has a subject's or a verb's signs, or begins as a demand does
    r"\W*(?:the|an?|this|that|these|those|your|our|my|his|her|its|their|all|each|every|most|please|just|simply|"
    r"never|always|ask|bring|call|come|e-?mail|go|pay|see|send|write)\b|"
    rf"\W*(?!(?:{_PLACED})\b)\w+ (?:the|an?|your|our|us|me|it|them|up|down)\b|"  # "Ring the bell"
    rf"\W*(?:\w*[^\Ws] \w+s|\w+s (?!(?:{_PLACED})\b)[a-z]+)\b|"  # "Membership costs", "Guests pay"
    r".*\b(?:I|you|we|they|he|she|it|there|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|"
    r"would|may|might|must|shall|should|cannot|\w+n['’]t|\w+['’](?:s|re|ve|ll|d|m)|\w+ed)\b",
    re.IGNORECASE | re.DOTALL,
)


def fragments(texts: Sequence[str], sentences: Sequence[Sentence], language: str) -> list[bool]:
    """Return which sentences are no whole ones; in English also which need the question above them."""
    asked = _asked(texts, sentences) if language in ("en", "und") else [False] * len(texts)
    return [
        _is_fragment(text)
        or (asked[number] and _has_no_verb(text))
        or (number > 0 and bool(_UNFINISHED.search(texts[number - 1])))
        for number, text in enumerate(texts)
    ]


def _is_fragment(text: str) -> bool:
    start = text.lstrip("\"'“‘( ")
    lower = start[:1].islower() and not start[1:2].isupper()  # iPhone
    few = len(text.split()) < _FEWEST_WORDS and not _is_unspaced(text)
    broken = _GLUED.search(text) or _NO_PREDICATE.fullmatch(text) or _CUT_SHORT.search(text)
    return lower or few or bool(broken) or not _ENDS.search(text)


def _asked(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which sentences are the first below a question: the heading, or the paragraph before."""
    found = []
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number else None
        opens = before is None or before.paragraph != sentence.paragraph
        below = before is None or before.heading != sentence.heading
        asked = sentence.heading if below else texts[number - 1]
        found.append(opens and asked.rstrip("\"'”’)*_ ").endswith("?"))
    return found


def _has_no_verb(answer: str) -> bool:
    """Whether an answer needs its question to be a sentence: "Anyone over 18 who lives here."."""
    return not _SENTENCE.match(_RELATIVE.sub("", answer))


def _is_unspaced(text: str) -> bool:
    return any("぀" <= char <= "鿿" or "가" <= char <= "힯" for char in text)
