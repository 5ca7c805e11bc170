"""What is found for a question, and what a model that reads makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from footnote.schema.article import Article, Passage


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

    @classmethod
    def of(cls, article: Article, start: int, end: int) -> "Span":
        """Return a range of an article with its words."""
        return cls(article.id, start, end, article.text[start:end])


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

    ``number`` is its place among the article's sentences, ``paragraph`` among its paragraphs. ``below`` is
    its heading where that has words of the question which the sentence lacks, ``items`` are those of the list
    that it is part of where the question asks for the whole, ``head`` is the first row of its table,
    ``denied`` is the sentence together with those behind it up to one that takes it back, ``whole`` together
    with those that it is a part of, as of a quotation. ``lead`` is what stands above it and makes it a whole
    statement, as "The Tenant shall:" does of an item, ``excepting`` the clause that says where it does not
    hold; ``named`` are words of ``lead`` that answer the question, as "the Tenant" who has to.
    """

    article_id: str
    number: int
    start: int
    end: int
    text: str
    probability: float
    paragraph: int = 0
    heading: str = ""
    below: str = ""
    items: tuple[Span, ...] = ()
    head: Span | None = None
    denied: Span | None = None
    whole: Span | None = None
    lead: Span | None = None
    excepting: Span | None = None
    named: Span | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader was told before asking: where the next answer may stand, and where it does not.

    ``leaned_on`` is the answer that the question leans on, "" where it leans on none; what ``passed_over``
    says is not what the question wants. ``more`` says that it wants nothing but what is told next to that.
    """

    leaned_on: str = ""
    passed_over: tuple[str, ...] = ()
    more: bool = False


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
