"""Whether, where and how often an article mentions something: the sentences in which the words stand.

This asks for words, not for what they say, so it is looked up and not searched for. Where the words do not
stand there is nothing to look up: then the question is searched for, as the thing may stand in other words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.marks import quoted
from footnote.schema import Answer, Span
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.service.about.words import Words, words_for
from footnote.stem import stem_of
from footnote.utterance import plain

_MOST_SHOWN = 3  # sentences of an article
_MOST_LINES = 10  # articles
_MOST_WORDS = 5  # of what may be mentioned: "why the talks failed" is no such thing
_X = r"(?:the (?:word|name|term|phrase) (?!of ))?(?P<x>.+?)"
_HERE = r"(?: (?:(?:anywhere )?(?:here|in (?:it|article))|anywhere|at all|hier|darin|article))?"
_IN_IT = " in (?:it|article)"
_WORD = r"the (?:word|name|term|phrase) (?!of )(?P<x>.+?)"
_IT = "(?:it|this|article|es|er)"
_SHOW = r"(?:(?:find|show|list|give|search|highlight)(?: me| for)?(?: all| every| any| the)* )?"
# Whether it does is looked up for names only: "Does it mention a reason?" asks for more than the word.
_WHETHER = (
    rf"does {_IT} (?:ever |also |even )?mention {_X}{_HERE}",
    rf"does article (?:ever |also |even )?(?:name|refer to|speak of|talk about|contain) {_X}{_HERE}",
    rf"(?:is|are|was|were) {_X} (?:ever |also )?(?:mentioned|named|referred to){_HERE}",
    rf"does {_X} (?:come up|appear|occur){_HERE}",
    rf"(?:is there )?any mention of {_X}{_HERE}",
    rf"(?:find|highlight|search for|search|ctrl f|look for|such|finde) {_X}(?: for me)?{_HERE}",
    rf"(?:erwähnt|nennt) {_IT} {_X}",
    rf"(?:wird|werden) {_X}{_HERE} (?:erwähnt|genannt)",
    rf"kommt {_X}{_HERE} vor",
)
_WHERE = (
    rf"where{_HERE} (?:is|are|was|were) {_X} (?:mentioned|named|referred to){_HERE}",
    rf"where{_IN_IT} do(?:es)? {_X}(?:'s name)? (?:come up|appear|occur|stand)",
    rf"where do(?:es)? {_X}(?:'s name)? (?:come up|appear|occur|stand){_IN_IT}",
    rf"where do(?:es)? {_WORD} (?:come up|appear|occur|stand)",
    rf"where does {_IT} (?:mention|talk about) {_X}",
    r"(?:which|what) (?:one )?(?:of (?:the|these|my) )?(?:articles?|texts?|documents?|paragraphs?|"
    rf"sentences?) mentions? {_X}(?: first)?",
    rf"{_SHOW}(?:mentions?|occurrences?) of {_X}{_HERE}",
    rf"{_SHOW}(?:places|sentences|passages|parts|paragraphs) (?:which|that) mention {_X}{_HERE}",
    rf"{_SHOW}(?:places|sentences|passages|parts|paragraphs) (?:where|in which) {_X} "
    rf"(?:(?:is|are) mentioned|comes? up|appears?){_HERE}",
    rf"(?:show me |find |tell me )?where {_IT} (?:mentions?|talks about) {_X}",
    rf"wo (?:wird|werden) {_X}{_HERE} (?:erwähnt|genannt)",
    rf"wo kommt {_X}{_HERE} vor",
)
_HOW_OFTEN = (
    rf"how (?:often|many times) (?:is|are|was|were) {_X} (?:mentioned|named|referred to){_HERE}",
    rf"how (?:often|many times) does {_IT} mention {_X}",
    rf"how (?:often|many times) do(?:es)? {_X} (?:appear|occur|come up){_IN_IT}",
    rf"how (?:often|many times) do(?:es)? {_WORD} (?:appear|occur|come up)",
    rf"count (?:how often )?(?:mentions of {_X}|{_WORD.replace('<x>', '<y>')})(?: (?:appears|"
    rf"occurs))?{_HERE}",
    rf"wie oft (?:wird|werden) {_X}{_HERE} (?:erwähnt|genannt)",
    rf"wie oft kommt (?:(?:das wort|der name) )?{_X}{_HERE} vor",
)
_POLITE = re.compile(
    r"^(?:(?:so|and|ok|okay|please|can you|could you|tell me|do you know|und|bitte|kannst du)\b ?)+| please$"
)
_CLAUSE = re.compile(
    r"\b(?:why|how|when|where|who|what|which|whose|whether|if|that|any|some|someone|something|anything|"
    r"anyone|"
    r"it|its|he|his|she|her|hers|they|their|him|them|my|our|your|this|these|those|there|else|other)\b"
)
_LEFT_OUT = re.compile(r"^(?:the|an?|der|die|das|den) ")


@dataclass(frozen=True, slots=True)
class _Found:
    """The sentences of an article in which the words stand, and how often they do."""

    opened: Opened
    sentences: tuple[Span, ...]
    times: int
    named: bool  # they have a capital wherever they stand, and not only as the first word of a sentence

    def line(self, words: Words, *, counted: bool, several: bool) -> Line:
        said = f"{quoted(self.opened.article.title)}:" if several else ""
        if counted or len(self.sentences) > _MOST_SHOWN:
            said = f"{said} {self._how_often(words)}".strip()
        return Line(said, self.sentences[:_MOST_SHOWN])

    def _how_often(self, words: Words) -> str:
        first = words.first if len(self.sentences) > _MOST_SHOWN else ""
        times, places = words.count(self.times, "time"), words.count(len(self.sentences), "sentence")
        return words.mentioned.format(times, places, first)


def mentioned(question: str, opened: Sequence[Opened]) -> Answer | None:
    """Return where the articles mention what a question names; None for another one, or if they do not."""
    said = _POLITE.sub("", plain(question))
    for patterns in (_WHERE, _HOW_OFTEN, _WHETHER):  # "find all mentions of X" is more than "find X"
        for one in patterns:
            if match := re.fullmatch(one, said):
                words = match["x"] or match.groupdict().get("y") or ""
                return _mentioned(question, words, opened, patterns)
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
    counted, several, said = patterns is _HOW_OFTEN, len(opened) > 1, words_for(question)
    lines = [one.line(said, counted=counted, several=several) for one in found[:_MOST_LINES]]
    more = [Line(said.more.format(len(found) - _MOST_LINES))] if len(found) > _MOST_LINES else []
    return looked_up(question, [*lines, *more])


def _find(words: str, opened: Opened) -> _Found:
    """Return where words stand, in their plural and possessive too, and in other spellings of theirs."""
    article, language = opened.article, opened.article.language
    wanted = [stem_of(word, language) for word in re.findall(r"\w+", words.casefold())]
    sentences, ends, inside = [], [], False
    for sentence in opened.sentences:
        tokens = re.findall(r"\w+", article.text[sentence.start : sentence.end])
        stems = [stem_of(token.casefold(), language) for token in tokens]
        places = [n for n in range(len(stems)) if wanted and stems[n : n + len(wanted)] == wanted]
        ends += [tokens[place + len(wanted) - 1] for place in places]
        inside |= any(place + len(wanted) > 1 for place in places)  # a sentence's first word tells nothing
        if places:
            sentences.append(Span.of(article, sentence.start, sentence.end))
    capital = inside and all(not one[0].islower() for one in ends)
    named = capital and language != "de"  # German writes all its nouns with a capital
    return _Found(opened, tuple(sentences), len(ends), named)
