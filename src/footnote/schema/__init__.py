"""The data that passes between modules, and the events that reach a caller.

Offsets count Unicode code points of ``Article.text``, start inclusive, end exclusive. Times
are seconds. Everything is frozen: an event once sent does not change.
"""

from footnote.schema.answer import Answer, Feedback, Message, Role, Status, Verdict
from footnote.schema.article import (
    Article,
    ArticleEntry,
    ArticleVectors,
    IndexedArticle,
    Passage,
    RemovedArticle,
    Residue,
    Segments,
    Sentence,
    Vectors,
    WordVectors,
)
from footnote.schema.citation import Citation, ComposedBy, Timings
from footnote.schema.finding import Candidate, Evidence, Hit, Reading, Retrieval, Span, Told
from footnote.schema.summary import Coverage, Style, Summary

__all__ = [
    "Answer",
    "Article",
    "ArticleEntry",
    "ArticleVectors",
    "Candidate",
    "Citation",
    "ComposedBy",
    "Coverage",
    "Evidence",
    "Feedback",
    "Hit",
    "IndexedArticle",
    "Message",
    "Passage",
    "Reading",
    "RemovedArticle",
    "Residue",
    "Retrieval",
    "Role",
    "Segments",
    "Sentence",
    "Span",
    "Status",
    "Style",
    "Summary",
    "Timings",
    "Told",
    "Vectors",
    "Verdict",
    "WordVectors",
]
