"""Questions that an article asks itself and answers: a heading, or what an interviewer asks."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from footnote.injection import commands
from footnote.schema import Article, Sentence

_LEAST = 3  # questions, before one that ends a paragraph is taken for more than a flourish
_ASKS = re.compile(
    r"(?:Who|Whose|What|When|Where|Why|How|Which|Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Should|Will|Must|"
    r"May)\b[^?]+\?"
)
_SPEAKER = re.compile(r"^(?:Q|[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}): ")


def asked(article: Article, sentences: Sequence[Sentence]) -> Iterator[tuple[str, Sentence]]:
    """Yield each question above a text, with the first sentence below it."""
    headed = [
        (_question(heading), next(some)) for heading, some in groupby(sentences, lambda one: one.heading)
    ]
    paragraphs = [tuple(some) for _, some in groupby(sentences, lambda one: one.paragraph)]
    found = [(_question(_text(article, *some)), below[0]) for some, below in pairwise(paragraphs)]
    if sum(bool(question) for question, _ in found) < _LEAST:
        found = []
    for question, first in (*headed, *found):
        if question and not commands(f"{question} {_text(article, first)}"):
            yield question, first


def _text(article: Article, *sentences: Sentence) -> str:
    return article.text[sentences[0].start : sentences[-1].end]


def _question(text: str) -> str:
    """Return the question that a line or a paragraph is, "" for one that is more."""
    plain = _SPEAKER.sub("", " ".join(text.split()).strip("*_# "))
    return plain if _ASKS.fullmatch(plain) else ""
