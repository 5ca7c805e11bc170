"""Whether, where and how often an article mentions something: the sentences in which the words stand.

This asks for words, not for what they say, so it is looked up and not searched for. Where the words do not
stand there is nothing to look up: then the question is searched for, as the thing may stand in other words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.marks import quoted
from footnote.schema import Answer, Span
from footnote.service.about.lookedup import Line, Opened, looked_up, span_of
from footnote.service.about.wording import asked, plain
from footnote.stem import stem_of

_MOST_SHOWN = 3  # sentences of an article
_MOST_WORDS = 5  # of what may be mentioned: "why the talks failed" is no such thing
_X = r"(?:the (?:word|name|term|phrase) (?!of ))?(?P<x>.+?)"
# "It" that mentions something is the article, whatever was said before. Whether it does is looked up for
# names only: "Does it mention a reason?" asks for more than the word.
_WHETHER = (
    rf"does (?:it|IT) (?:ever |also |even )?mention {_X}(?:HERE| at all)?",
    rf"does IT (?:ever |also |even )?(?:name|refer to|speak of|talk about|contain) {_X}(?:HERE| at all)?",
    rf"(?:is|are|was|were) {_X} (?:ever |also )?(?:mentioned|named|referred to)HERE",
    rf"(?:erwähnt|nennt) (?:es|er|IT) {_X}",
    rf"(?:wird|werden) {_X}HERE (?:erwähnt|genannt)",
)
_WHERE = (
    rf"where (?:is|are|was|were) {_X} (?:mentioned|named|referred to)HERE",
    rf"where does (?:it|IT) mention {_X}",
    rf"which (?:of the |of these |of my )?(?:articles?|texts?|documents?) mentions? {_X}",
    rf"(?:find|show|list|give|search)(?: me| for)?(?: all| every| the)*"
    rf" (?:mentions?|occurrences?) of {_X}HERE",
    rf"(?:find|show|list|give)(?: me)?(?: all| every| the)* (?:places|sentences|passages|parts|paragraphs)"
    rf" (?:which|that) mention {_X}HERE",
    rf"wo (?:wird|werden) {_X}HERE (?:erwähnt|genannt)",
)
_HOW_OFTEN = (
    rf"how (?:often|many times) (?:is|are|was|were) {_X} (?:mentioned|named|referred to)HERE",
    rf"how (?:often|many times) does (?:it|IT) mention {_X}",
    r"how (?:often|many times) do(?:es)? the (?:word|name|term|phrase) (?P<x>.+?)"
    r" (?:appear|occur|stand|come up)HERE",
    rf"wie oft (?:wird|werden) {_X}HERE (?:erwähnt|genannt)",
)
_CLAUSE = re.compile(
    r"\b(?:why|how|when|where|who|what|which|whose|whether|if|that|any|some|someone|something|anything|anyone|"
    r"it|he|she|they|him|her|them|this|these|those|there|else|other)\b"
)
_LEFT_OUT = re.compile(r"^(?:the|an?|der|die|das|den) ")


@dataclass(frozen=True, slots=True)
class _Found:
    """The sentences of an article in which the words stand, and how often they do."""

    opened: Opened
    sentences: tuple[Span, ...]
    times: int
    named: bool  # they begin with a capital wherever they stand

    def line(self, *, counted: bool, several: bool) -> Line:
        said = f"{quoted(self.opened.article.title)}:" if several else ""
        if counted or len(self.sentences) > _MOST_SHOWN:
            said = f"{said} {self._how_often()}:".strip()
        return Line(said, self.sentences[:_MOST_SHOWN])

    def _how_often(self) -> str:
        times = "once" if self.times == 1 else f"{self.times} times"
        places = "one sentence" if len(self.sentences) == 1 else f"{len(self.sentences)} sentences"
        first = ", first here" if len(self.sentences) > _MOST_SHOWN else ""
        return f"Mentioned {times}, in {places}{first}"


def mentioned(question: str, opened: Sequence[Opened], *, opening: bool) -> Answer | None:
    """Return where the articles mention what a question names; None for another one, or if they do not."""
    said = plain(question)
    for patterns in (_WHETHER, _WHERE, _HOW_OFTEN):
        for one in patterns:
            if match := asked(one, said, opening=opening):
                return _mentioned(question, match["x"], opened, patterns)
    return None


def _mentioned(
    question: str, words: str, opened: Sequence[Opened], patterns: tuple[str, ...]
) -> Answer | None:
    words = _LEFT_OUT.sub("", words)
    if len(words.split()) > _MOST_WORDS or _CLAUSE.search(words):
        return None
    found = [one for article in opened if (one := _find(words, article)).sentences]
    if not found or (patterns is _WHETHER and not all(one.named for one in found)):
        return None
    counted, several = patterns is _HOW_OFTEN, len(opened) > 1
    return looked_up(question, [one.line(counted=counted, several=several) for one in found])


def _find(words: str, opened: Opened) -> _Found:
    """Return where words stand, in their plural and possessive too, and in other spellings of theirs."""
    article, language = opened.article, opened.article.language
    wanted = [stem_of(word, language) for word in re.findall(r"\w+", words.casefold())]
    sentences, starts = [], []
    for sentence in opened.sentences:
        tokens = list(re.finditer(r"\w+", article.text[sentence.start : sentence.end]))
        stems = [stem_of(token.group().casefold(), language) for token in tokens]
        places = [n for n in range(len(stems)) if wanted and stems[n : n + len(wanted)] == wanted]
        starts += [tokens[place].group() for place in places]
        if places:
            sentences.append(span_of(article, sentence.start, sentence.end))
    return _Found(opened, tuple(sentences), len(starts), all(not one[0].islower() for one in starts))
