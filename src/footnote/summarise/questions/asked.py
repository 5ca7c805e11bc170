"""Questions that an article asks itself and answers: a heading, or what an interviewer asks."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from footnote.injection import commands
from footnote.schema import Article, Sentence

_LEAST = 3  # questions, before one that ends a paragraph is taken for more than a flourish
_ASKS = re.compile(
    r"(?:Who|Whose|What|When|Where|Why|How|Which|Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Should|Will|Must|"
    r"May)\b[^?]+\?"
)
_LABEL = re.compile(r"^(?:\d+(?:\.\d+)*[.)]? |(?:Q|[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}): )")


def asked(article: Article, sentences: Sequence[Sentence]) -> Iterator[tuple[str, Sequence[Sentence]]]:
    """Yield each question above a text, with the sentences below it."""
    headed, found = [], []
    for heading, some in groupby(sentences, lambda one: one.heading):
        section = tuple(some)
        headed.append((question_of(heading), section))
        paragraphs = [tuple(group) for _, group in groupby(section, lambda one: one.paragraph)]
        asks = [question_of(_text(article, *paragraph)) for paragraph in paragraphs]
        places = [place for place, question in enumerate(asks) if question]
        for place, following in pairwise((*places, len(paragraphs))):
            below = tuple(chain.from_iterable(paragraphs[place + 1 : following]))
            found += [(asks[place], below)] if below else []
    if len(found) < _LEAST:
        found = []
    for question, below in (*headed, *found):
        if question and not commands(f"{question} {_text(article, below[0])}"):
            yield question, below


def _text(article: Article, *sentences: Sentence) -> str:
    return article.text[sentences[0].start : sentences[-1].end]


def question_of(text: str) -> str:
    """Return the question that a heading or a paragraph is, without its label, "" for any other."""
    plain = _LABEL.sub("", " ".join(text.split()).strip("*_# "))
    return plain if _ASKS.fullmatch(plain) else ""
