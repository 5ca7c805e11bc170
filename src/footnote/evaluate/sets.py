"""Read development sets: one JSON object a line, questions over articles or articles to summarise."""

import hashlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from footnote.errors import InvalidInput
from footnote.evaluate.measures import Range

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its gold answers; ``spans`` are ranges of the article's text."""

    id: str
    question: str
    answerable: bool
    answers: tuple[str, ...] = ()
    spans: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionedArticle:
    """An article and what is asked of it."""

    title: str
    text: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SummaryCase:
    """An article and a summary of it by a human."""

    id: str
    text: str
    reference: str


@dataclass(frozen=True, slots=True)
class DevelopmentSet:
    """One file: articles with questions, or cases to summarise; ``digest`` is of its bytes."""

    name: str
    digest: str
    articles: tuple[QuestionedArticle, ...] = ()
    cases: tuple[SummaryCase, ...] = ()

    def limited(self, limit: int | None) -> "DevelopmentSet":
        """Return a sample of this many questions or cases, the same at every call, in their order."""
        if limit is None:
            return self
        asked = [(place, question) for place, a in enumerate(self.articles) for question in a.questions]
        chosen = set(_sample(asked, limit))
        articles = (
            replace(article, questions=tuple(q for q in article.questions if (place, q) in chosen))
            for place, article in enumerate(self.articles)
        )
        kept = tuple(article for article in articles if article.questions)
        return replace(self, articles=kept, cases=tuple(_sample(self.cases, limit)))


def _sample(parts: Sequence[Part], limit: int) -> list[Part]:
    if limit >= len(parts):
        return list(parts)
    return [parts[place] for place in sorted(random.Random(limit).sample(range(len(parts)), limit))]


def read(path: Path) -> DevelopmentSet:
    """Read a set.

    Raises:
        InvalidInput: the file cannot be read, a line is no such object, or a span is not in its text.
    """
    try:
        raw = path.read_bytes()
        lines = [line for line in raw.decode("utf-8").split("\n") if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise _bad(path, f"cannot be read ({error.__class__.__name__})") from None
    if not lines:
        raise _bad(path, "is empty")
    rows = [_row(path, number, line) for number, line in enumerate(lines, 1)]
    digest = hashlib.sha256(raw).hexdigest()
    if "questions" in rows[0]:
        articles = tuple(_each(path, rows, _questioned_article))
        return DevelopmentSet(path.name, digest, articles=articles)
    return DevelopmentSet(path.name, digest, cases=tuple(_each(path, rows, _summary_case)))


def other_article(text: str) -> str:
    """Return an article that is not this one: the text of one of the package's samples."""
    samples = files("footnote") / "assets" / "samples"
    names = sorted(sample.name for sample in samples.iterdir() if sample.name[:2].isdigit())
    texts = ((samples / name).read_text(encoding="utf-8") for name in reversed(names))
    return next(other for other in texts if other != text)


def _row(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        raise _bad(path, f"has no JSON object on line {number}") from None
    if not isinstance(row, dict):
        raise _bad(path, f"has no JSON object on line {number}")
    return row


def _each(path: Path, rows: list[dict[str, Any]], make: Callable[[dict[str, Any]], Part]) -> list[Part]:
    made: list[Part] = []
    for number, row in enumerate(rows, 1):
        try:
            made.append(make(row))
        except (KeyError, TypeError, ValueError) as error:
            raise _bad(path, f"is wrong on line {number}: {error}") from None
    return made


def _questioned_article(row: dict[str, Any]) -> QuestionedArticle:
    text = str(row["text"])
    questions = tuple(_question(text, question) for question in row["questions"])
    return QuestionedArticle(str(row.get("title", "")), text, questions)


def _question(text: str, row: dict[str, Any]) -> Question:
    spans = tuple((int(start), int(end)) for start, end in row.get("spans", ()))
    answers = tuple(str(answer) for answer in row.get("answers", ()))
    question = Question(str(row["id"]), str(row["question"]), bool(row["answerable"]), answers, spans)
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError(f"a span of question {question.id} is not in the text")
    if question.answerable != bool(spans and answers):
        raise ValueError(f"question {question.id} needs answers and spans if answerable, else neither")
    return question


def _summary_case(row: dict[str, Any]) -> SummaryCase:
    return SummaryCase(str(row["id"]), str(row["text"]), str(row["reference"]))


def _bad(path: Path, what: str) -> InvalidInput:
    return InvalidInput(
        f"{path} {what}. A set has one JSON object a line: title, text and questions, or id, text and "
        "reference.",
        "file",
    )
