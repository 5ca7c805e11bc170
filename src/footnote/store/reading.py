"""One article read from a SQLite library: its text, its segments, and their vectors."""

import json
from dataclasses import replace

import numpy as np

from footnote.errors import NotFound
from footnote.schema import Article, ArticleVectors, Passage, Segments, Sentence
from footnote.store.connection import Connection, Row


def article(connection: Connection, article_id: str) -> Article:
    """Return an article. Raises NotFound."""
    query = "select id, title, text, source, language, author, date, dropped from article where id = ?"
    *said, dropped = one(connection, article_id, query)
    return replace(Article(*said), dropped=tuple(json.loads(dropped)))


def segments(connection: Connection, article_id: str) -> Segments:
    """Return an article's sentences and passages. Raises NotFound."""
    with connection.snapshot():
        number = one(connection, article_id, "select number from article where id = ?")
        sentences = connection.read(
            'select start, "end", paragraph, heading from sentence where article = ? order by position',
            number,
        )
        passages = connection.read(
            'select start, "end", first_sentence, last_sentence, heading from passage'
            " where article = ? order by number",
            number,
        )
    return Segments(tuple(Sentence(*row) for row in sentences), tuple(Passage(*row) for row in passages))


def vectors(connection: Connection, article_id: str) -> ArticleVectors:
    """Return the vectors of an article's passages and sentences. Raises NotFound."""
    query = "select number, sentence_vectors from article where id = ?"
    with connection.snapshot():
        number, sentences = one(connection, article_id, query)
        rows = connection.read("select vector from passage where article = ? order by number", (number,))
    passages = np.frombuffer(b"".join(row[0] for row in rows), np.float32).reshape(len(rows), -1)
    return ArticleVectors(passages, np.frombuffer(sentences, np.float32).reshape(-1, passages.shape[1]))


def one(connection: Connection, article_id: str, query: str) -> Row:
    """Return the row that a query has for an article. Raises NotFound."""
    rows = connection.read(query, (article_id,))
    if not rows:
        raise NotFound(article_id)
    return rows[0]
