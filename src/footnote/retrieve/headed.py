"""What a heading says, it says of what stands under it: "Only assistance dogs." answers "Are dogs allowed?".

No article of the development sets has headings, so nothing of this is fitted: for sentences without one all
stays as it is, and a heading's words count for the sentence where the question has them and the sentence
has not.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from footnote.embed import Embedder
from footnote.retrieve.lexical import stems, telling_stems
from footnote.retrieve.matching import InContext
from footnote.schema import ArticleVectors, Sentence, Vectors, WordVectors
from footnote.turns import Turn

_MOST_ASKED = 40  # words of a question
_LABELLED = 6  # sentences behind a label
_NO_LABEL = (  # what begins a clause that goes on behind its colon
    "The|An?|This|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|My|Our|Your|But|And|Or|So|Yet|If|"
    "As|When|Then|There|Here|What|Why|How|Who|Where|Which|One|Some|Another"
)
_LABEL = re.compile(
    rf"(?:\d+[.)]\s+)?(?:\*\*|__)?(?!(?:{_NO_LABEL})\b)"
    r"(?P<words>[A-ZÀ-Þ][^\s:.,;!?|*_(]*"
    r"(?: (?!(?:said|says|is|are|was|were)\b)(?:\d+(?:\.\d+)+|[^\s:.,;!?|*_(]+)){0,3}"
    r"(?: \((?=\w+ \d)[^():|\n]{1,30}\))?)"  # "Debian 1.1 Buzz (June 17th, 1996):"
    r"(?:(?P<marked>[.:](?:\*\*|__)|(?:\*\*|__):)(?=\s|$)|:(?=\s+[^\s\"“‘«„]))"
)


def above(
    text: str,
    sentences: Sequence[Sentence],
    heads: Sequence[int | None],
    turns: Sequence[Turn],
    under: Sequence[str],
) -> tuple[str, ...]:
    """Return what stands above each sentence, one below the other.

    That is its heading below those of which it is a part (``under``), for a row of a table the row that
    names its cells (``heads``), for a paragraph after one that ends with a question that question, or all
    that was asked before it (``turns``), and for the later sentences of a paragraph the label before them,
    "Valves: revenue rose. Operating income fell.", or who speaks.
    """
    found: list[str] = []
    asked = ""
    labels = _labels([text[one.start : one.end] for one in sentences], sentences)
    for number, (sentence, head) in enumerate(zip(sentences, heads, strict=True)):
        before = sentences[number - 1] if number else sentence
        if before.paragraph != sentence.paragraph:
            asked = _question(text[before.start : before.end])
        first = "" if head is None else text[sentences[head].start : sentences[head].end]
        turn = turns[number]
        said = text[slice(*turn.above)] if turn.above else ""
        told = (said, labels[number]) if turn.answers else (asked, labels[number] or said)
        found.append("\n".join(part for part in (under[number], *told, first) if part))
    return tuple(found)


def _labels(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[str]:
    """Return the label above each sentence: what opens its paragraph, or is marked as a label within.

    It reaches to the next label, and not far. What several sentences open with is who speaks.
    """
    opened = [_LABEL.match(text) for text in texts]
    times = Counter(one["words"] for one in opened if one)
    found: list[str] = []
    label, first = "", 0
    for number, one in enumerate(opened):
        opens = number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph
        if opens or one or number > first + _LABELLED:
            label = ""
        found.append(label)
        if one and (opens or one["marked"]) and times[one["words"]] == 1:
            label, first = one["words"], number
    return found


def _question(sentence: str) -> str:
    short = len(sentence.split()) <= _MOST_ASKED
    return sentence if short and sentence.rstrip("\"'”’»)*_ ").endswith(("?", "？")) else ""


def told_by(above: str, question: str, text: str, language: str) -> str:
    """Return what stands above a sentence where it has words of the question that this lacks, else ""."""
    if not above:
        return ""
    own = set(stems(text, language))
    lacking = telling_stems(question, language) - own
    return above if lacking & set(stems(above, language)) else ""


def headed_vectors(
    alone: ArticleVectors, over_passages: Sequence[str], over_sentences: Sequence[str], embedder: Embedder
) -> ArticleVectors:
    """Return an article's vectors together with what stands above each passage and each sentence."""
    texts = sorted({one for one in (*over_passages, *over_sentences) if one})
    if not texts:
        return alone
    known = dict(zip(texts, embedder.embed(texts), strict=True))
    return ArticleVectors(
        _together(alone.passages, over_passages, known), _together(alone.sentences, over_sentences, known)
    )


def _together(vectors: Vectors, above: Sequence[str], known: Mapping[str, Vectors]) -> Vectors:
    nothing = np.zeros(vectors.shape[1], np.float32)
    joint = vectors + np.array([known.get(one, nothing) for one in above])
    unit: Vectors = joint / np.maximum(np.linalg.norm(joint, axis=1, keepdims=True), 1e-9)
    return unit


def below(one: InContext, heading: WordVectors) -> InContext:
    """Return a sentence's words with those of its heading before them."""
    return replace(one, sentence=_joined(heading, one.sentence), window=_joined(heading, one.window))


def _joined(one: WordVectors, other: WordVectors) -> WordVectors:
    vectors = np.concatenate([one.vectors, other.vectors])
    return WordVectors(one.words + other.words, vectors, one.starts + other.starts)
