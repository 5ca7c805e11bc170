"""Which sentences are no whole ones: cut off, glued together, or such as need the line above them.

That is a question, or one that introduces a list: "Together, the Developers may:".
"""

import re
from collections.abc import Iterator, Sequence

from footnote.layout import begins_item, introduces, without_marker
from footnote.schema import Article, Sentence

_FEWEST_WORDS = 5
_OPENING = re.compile(  # also a source: "[Op. Cit., p. 5] and so"
    r"\A(?:[\"'“‘( ]|\[(?=[^\]]*[\d.])[^\]]*\][_,]*\s)+"
)
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
_PLACING = re.compile(rf"(?:{_PLACED})\b", re.IGNORECASE)  # a demand may follow: "For more, ask"
_SENTENCE = re.compile(  # has a subject's or a verb's signs, or begins as a demand does
    r"\W*(?:the|an?|this|that|these|those|your|our|my|his|her|its|their|all|each|every|most|please|just|simply|"
    r"never|always|ask|bring|call|come|e-?mail|go|pay|see|send|write)\b|"
    rf"\W*(?!(?:{_PLACED})\b)\w+ (?:the|an?|your|our|us|me|it|them|up|down)\b|"  # "Ring the bell"
    rf"\W*(?:\w*[^\Ws] \w+s|\w+s (?!(?:{_PLACED})\b)[a-z]+)\b|"  # "Membership costs", "Guests pay"
    r".*\b(?:I|you|we|they|he|she|it|there|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|"
    r"would|may|might|must|shall|should|cannot|\w+n['’]t|\w+['’](?:s|re|ve|ll|d|m)|\w+ed)\b",
    re.IGNORECASE | re.DOTALL,
)
_HALF = re.compile(r"\b(?:if|unless|when|where|that|to|may|can|must|shall|should|will|by|of)\W*$")
_BRACKETED = re.compile(r"\([^()]*\)")
_ARTICLE = re.compile(r"(?:The|An?)\b")  # a clause of its own
_AIM = re.compile(  # "To convince people.", "For taking away our Charters, abolishing our Laws."
    r"(?:To [a-z]+|For [a-z]+ing)\b[^,;]*(?:,\s(?:to|for|and|or|by|in|with|[a-z]+ing)\b[^,;]*)*"
)


def fragments(article: Article, texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which sentences are no whole ones; in English also which need the line above them."""
    judged = article.language in ("en", "und")
    needing = list(_needing(article, texts, sentences)) if judged else [False] * len(texts)
    return [
        _is_fragment(text) or needing[number] or (number > 0 and bool(_UNFINISHED.search(texts[number - 1])))
        for number, text in enumerate(texts)
    ]


def _is_fragment(text: str) -> bool:
    start = _OPENING.sub("", text)
    lower = start[:1].islower() and not start[1:2].isupper()  # iPhone
    few = len(text.split()) < _FEWEST_WORDS and not _is_unspaced(text)
    broken = _GLUED.search(text) or _NO_PREDICATE.fullmatch(text) or _CUT_SHORT.search(text)
    return lower or few or bool(broken) or not _ENDS.search(text)


def _needing(article: Article, texts: Sequence[str], sentences: Sequence[Sentence]) -> Iterator[bool]:
    """Yield whether a sentence is the first below a line that it needs, or an item of the list below one."""
    lead, before = "", None
    for number, sentence in enumerate(sentences):
        opens = before is None or before.paragraph != sentence.paragraph
        line = article.text.rfind("\n", 0, sentence.start + 1) + 1
        item = begins_item(article.text, line)
        below = before is None or before.heading != sentence.heading
        if opens and (below or not (item and _leads(lead))):
            lead = sentence.heading if below else texts[number - 1]
        yield opens and _needs(texts[number], lead, item=item)
        before = sentence


def _leads(text: str) -> bool:
    return introduces(text) or bool(_HALF.search(text))


def _needs(text: str, lead: str, *, item: bool) -> bool:
    if lead.rstrip("\"'”’)*_ ").endswith("?"):
        return _has_no_verb(text)
    said = _BRACKETED.sub("", without_marker(text))
    if item and _leads(lead):
        half = bool(_HALF.search(lead)) and not _ARTICLE.match(said)
        return half or bool(_AIM.fullmatch(said)) or (_has_no_verb(said) and not _PLACING.match(said))
    return introduces(lead) and bool(_AIM.fullmatch(said))


def _has_no_verb(answer: str) -> bool:
    """Whether an answer needs its question to be a sentence: "Anyone over 18 who lives here."."""
    return not _SENTENCE.match(_RELATIVE.sub("", answer))


def _is_unspaced(text: str) -> bool:
    return any("぀" <= char <= "鿿" or "가" <= char <= "힯" for char in text)
