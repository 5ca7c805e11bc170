"""The data that passes between modules, and the events that reach a caller.

Offsets count Unicode code points of ``Article.text``, start inclusive, end exclusive. Times
are seconds. Everything is frozen: an event once sent does not change.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

Style = Literal["short", "bullets", "long"]
Status = Literal["answered", "not_in_article", "drafting"]
ComposedBy = Literal["quotation", "model"]
Role = Literal["user", "assistant"]
Verdict = Literal["right", "wrong", "wrong_citation"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored. ``id`` is derived from the text, so equal texts are one article."""

    id: str
    title: str
    text: str
    source: str
    language: str  # ISO 639-1, "und" where undetermined
    author: str = ""
    date: str = ""  # ISO 8601 where it can be read
    dropped: tuple[str, ...] = ()  # lines of the document that are not in the text: running heads, menus


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a range of the article's text; ``paragraph`` counts the article's paragraphs."""

    start: int
    end: int
    paragraph: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences [first, last] that are embedded and retrieved together."""

    start: int
    end: int
    first_sentence: int
    last_sentence: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """An article's sentences and passages, both in the order of the text."""

    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Residue:
    """A range of the article's text, with its words, that belongs to no sentence and is no heading."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class ArticleVectors:
    """Unit vectors of an article: one row a passage (n, dim) and one row a sentence (m, dim)."""

    passages: Vectors
    sentences: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """A text's words, in order, where each starts, and their unit vectors in its context (n, dim)."""

    words: tuple[str, ...]
    vectors: Vectors
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class IndexedArticle:
    """An article with all that is stored of it."""

    article: Article
    segments: Segments
    vectors: ArticleVectors


@dataclass(frozen=True, slots=True, eq=False)
class RemovedArticle:
    """All that is needed to put an article back; ``place`` is where it stood in the order of the library."""

    indexed: IndexedArticle
    place: int


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """What a library lists of an article."""

    id: str
    title: str
    source: str
    language: str
    words: int
    sentences: int
    passages: int
    author: str = ""
    date: str = ""
    already_known: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the entry as the public interface spells it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage; ``score`` fuses the ranks, greater is better, on no fixed scale.

    ``cosine`` is the passage's with the question, ``bm25`` its lexical score: 0 where no word matches.
    """

    article_id: str
    passage: Passage
    score: float
    cosine: float = 0.0
    bm25: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A range of an article with its words: ``article.text[start:end] == text``."""

    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A window of an article that may hold the answer; ``score`` is in [0, 1], greater is better."""

    article_id: str
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer a question; ``probability`` is its share among all that were ranked.

    ``number`` is its place among the article's sentences, ``paragraph`` among its paragraphs.
    """

    article_id: str
    number: int
    start: int
    end: int
    text: str
    probability: float
    paragraph: int = 0
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found for a question: sentences best first, windows best first, and what speaks for them.

    ``signals`` are numbers about the whole finding (see retrieve.signals); they feed the confidence.
    """

    question: str
    candidates: tuple[Candidate, ...]
    evidence: tuple[Evidence, ...]
    signals: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model that reads makes of a question and some sentences."""

    # Of each sentence, 1.5 log P that it holds the answer and the score of its best range: log P of writing
    # it / tokens ** 0.4, 0.2 log P of pointing at where it begins and 0.4 at where it ends, less where it
    # echoes the question or is no amount where one is asked for.
    sentence_scores: tuple[float, ...]
    # Of each sentence, in code points of its text, the best range that cuts no name short, if any, with the
    # whole of its date where the question asks when; (0, 0) where it has no words, or none is an amount
    # though one is asked for.
    ranges: tuple[tuple[int, int], ...]
    answers: float  # log odds that the sentences answer, as the model was trained to tell: not calibrated

    @property
    def sentence(self) -> int:
        """Which of the sentences holds the answer: the first of those with the best score."""
        return self.sentence_scores.index(max(self.sentence_scores))

    @property
    def start(self) -> int:
        """Where the answer begins in that sentence's text."""
        return self.ranges[self.sentence][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.ranges[self.sentence][1]


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that sentence number ``sentence`` of an answer or summary rests on."""

    number: int
    article_id: str
    start: int
    end: int
    text: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds from the start of a request to its evidence, its first text and its end."""

    evidence: float = 0.0
    first_text: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One event of an answer; every event has all fields, the last has ``done``."""

    answer: str = ""
    short_answer: Span | None = None
    status: Status = "drafting"
    done: bool = False
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    searched_for: str = ""
    composed_by: ComposedBy = "quotation"
    timings: Timings = Timings()
    model: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the public interface spells it."""
        return _as_json(self)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader thought of an answer, with what is needed to learn from it.

    ``time`` is ISO 8601 in UTC; ``article_ids`` are where the answer was looked for, none for the whole
    library. A second verdict under the same ``id`` takes the first one's place.
    """

    id: str
    time: str
    verdict: Verdict
    question: str
    article_ids: tuple[str, ...]
    answer: str
    status: Status
    citations: tuple[Citation, ...]
    evidence: tuple[Evidence, ...]
    searched_for: str
    confidence: float
    composed_by: ComposedBy
    model: str
    version: str

    def as_dict(self) -> dict[str, Any]:
        """Return the feedback as `footnote feedback` prints it."""
        return _as_json(self)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the article, or of a part of it, was read, and how much of that a summary draws on.

    ``covered`` are ranges of paragraphs. ``words_read`` are those of the sentences that were chosen among,
    all of them; what is more in ``words`` are the title, headings and residue.
    """

    sentences_cited: int = 0
    paragraphs: int = 0
    paragraphs_covered: int = 0
    covered: tuple[tuple[int, int], ...] = ()
    words_read: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """One event of a summary; every event has all fields, the last has ``done``."""

    summary: str = ""
    done: bool = False
    style: Style = "short"
    citations: tuple[Citation, ...] = ()
    coverage: Coverage = Coverage()
    timings: Timings = Timings()
    model: str = ""
    composed_by: ComposedBy = "quotation"

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the public interface spells it."""
        return _as_json(self)


def _as_json(event: "Answer | Summary | Feedback") -> dict[str, Any]:
    """Return the event as it looks after a round trip through JSON: no tuples, only lists."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(event)))
    return plain
