"""The default store: one SQLite file with articles, vectors as float32 BLOBs and an FTS5 index.

Dense search is an exact dot product in numpy over one article's rows or over a cached matrix of
the whole library, which is read anew when another process has changed the file.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from footnote.errors import NotFound, StoreMismatch
from footnote.schema import (
    Article,
    ArticleEntry,
    ArticleVectors,
    Feedback,
    Hit,
    IndexedArticle,
    Passage,
    Segments,
    Sentence,
    Vectors,
)
from footnote.store import Indexing, feedback
from footnote.store.connection import Connection, Row
from footnote.store.tables import insert, named, record
from footnote.store.words import match_query

_COUNTS = """
select id, title, source, language, words,
    (select count(*) from sentence where article = a.number),
    (select count(*) from passage where article = a.number), author, date from article a
"""
_PASSAGES = """
select passage.number, id, start, "end", first_sentence, last_sentence, heading, vector
from passage join article on article.number = article
"""

_RRF = 60
_DEPTH = 50  # ranks of each kind that are fused


@dataclass(frozen=True, slots=True)
class _Rows:
    """Passages in the order stored, with their row numbers and vectors (n, dim)."""

    numbers: list[int]
    hits: list[Hit]
    vectors: Vectors


class SQLiteStore:
    """A PassageStore in one SQLite file, or in memory under the name ``:memory:``."""

    def __init__(self, place: str) -> None:
        self._connection = Connection(place)
        self._library: tuple[tuple[int, int], _Rows] | None = None

    def bind(self, indexing: Indexing) -> None:
        """See PassageStore."""
        with self._connection.transaction() as run:
            record(run, indexing)
        found: dict[str, str] = dict(self._connection.read("select name, value from setting"))
        for name, value in named(indexing).items():
            if found[name] != value:
                raise StoreMismatch(
                    f"The library was made with {name} {found[name]!r}, but {value!r} is set. "
                    "Run `footnote rebuild` to make it anew, or set what it was made with."
                )

    def rebuild(self, indexing: Indexing, articles: Sequence[IndexedArticle]) -> None:
        """See PassageStore."""
        with self._connection.transaction() as run:
            for table in ("passage_text", "passage", "sentence", "article"):
                run(f"delete from {table}")
            run("delete from setting where name in ('embedder', 'dimension', 'segmentation')")
            record(run, indexing)
            for indexed in articles:
                insert(run, indexed)

    def first_time(self, name: str) -> bool:
        """See PassageStore."""
        with self._connection.transaction() as run:
            return run("insert or ignore into setting values (?, 'done')", (name,)).rowcount > 0

    def put(self, indexed: IndexedArticle, place: int | None = None) -> ArticleEntry:
        """See PassageStore."""
        entry, key = _COUNTS + "where id = ?", (indexed.article.id,)
        with self._connection.transaction() as run:
            if known := run(entry, key).fetchone():
                return replace(ArticleEntry(*known), already_known=True)
            taken = run("select 1 from article where number = ?", (place,)).fetchone()
            insert(run, indexed, None if taken else place)
            return ArticleEntry(*run(entry, key).fetchone())

    def remove(self, article_id: str) -> None:
        """See PassageStore."""
        with self._connection.transaction() as run:
            row = run("select number from article where id = ?", (article_id,)).fetchone()
            if row is None:
                raise NotFound(article_id)
            run("delete from passage_text where rowid in (select number from passage where article = ?)", row)
            run("delete from article where number = ?", row)

    def place_of(self, article_id: str) -> int:
        """See PassageStore."""
        return int(self._one(article_id, "select number from article where id = ?")[0])

    def entries(self) -> tuple[ArticleEntry, ...]:
        """See PassageStore."""
        return tuple(ArticleEntry(*row) for row in self._connection.read(_COUNTS + "order by number"))

    def entry(self, article_id: str) -> ArticleEntry:
        """See PassageStore."""
        return ArticleEntry(*self._one(article_id, _COUNTS + "where id = ?"))

    def article(self, article_id: str) -> Article:
        """See PassageStore."""
        query = "select id, title, text, source, language, author, date, dropped from article where id = ?"
        *said, dropped = self._one(article_id, query)
        return replace(Article(*said), dropped=tuple(json.loads(dropped)))

    def segments(self, article_id: str) -> Segments:
        """See PassageStore."""
        with self._connection.snapshot():
            number = self._one(article_id, "select number from article where id = ?")
            sentences = self._connection.read(
                'select start, "end", paragraph, heading from sentence where article = ? order by position',
                number,
            )
            passages = self._connection.read(
                'select start, "end", first_sentence, last_sentence, heading from passage'
                " where article = ? order by number",
                number,
            )
        return Segments(tuple(Sentence(*row) for row in sentences), tuple(Passage(*row) for row in passages))

    def vectors(self, article_id: str) -> ArticleVectors:
        """See PassageStore."""
        query = "select number, sentence_vectors from article where id = ?"
        with self._connection.snapshot():
            number, sentences = self._one(article_id, query)
            rows = self._connection.read(
                "select vector from passage where article = ? order by number", (number,)
            )
        passages = np.frombuffer(b"".join(row[0] for row in rows), np.float32).reshape(len(rows), -1)
        return ArticleVectors(passages, np.frombuffer(sentences, np.float32).reshape(-1, passages.shape[1]))

    def search(self, question: str, vector: Vectors, k: int, article_ids: Sequence[str] = ()) -> list[Hit]:
        """See PassageStore."""
        rows = self._rows(tuple(dict.fromkeys(article_ids)))
        if not rows.numbers:
            return []
        cosines = rows.vectors @ vector
        bm25 = self._bm25(question, rows.numbers if article_ids else None)
        lexical = np.array([bm25.get(number, 0.0) for number in rows.numbers])
        fused = _reciprocal_ranks(cosines) + np.where(lexical > 0, _reciprocal_ranks(lexical), 0)
        best = np.argsort(-fused, kind="stable")[:k]
        return [
            Hit(
                rows.hits[i].article_id,
                rows.hits[i].passage,
                float(fused[i]),
                float(cosines[i]),
                float(lexical[i]),
            )
            for i in best
        ]

    def keep_feedback(self, given: Feedback) -> None:
        """See PassageStore."""
        with self._connection.transaction() as run:
            feedback.keep(run, given)

    def feedback(self) -> tuple[Feedback, ...]:
        """See PassageStore."""
        return feedback.kept(self._connection.read)

    def close(self) -> None:
        """See PassageStore."""
        self._connection.close()

    def _rows(self, article_ids: tuple[str, ...]) -> _Rows:
        if article_ids:
            marks = ",".join("?" * len(article_ids))
            return _as_rows(
                self._connection.read(
                    f"{_PASSAGES} where id in ({marks}) order by passage.number", article_ids
                )
            )
        with self._connection.lock:
            state = self._connection.state()
            if self._library is None or self._library[0] != state:
                self._library = state, _as_rows(self._connection.read(f"{_PASSAGES} order by passage.number"))
            return self._library[1]

    def _bm25(self, question: str, numbers: list[int] | None) -> dict[int, float]:
        """Return the passages' BM25 scores, greater is better, within a range of rows where given."""
        query = match_query(question)
        if not query:
            return {}
        low, high = (min(numbers), max(numbers)) if numbers else (0, 2**62)
        rows = self._connection.read(
            "select rowid, -bm25(passage_text, 0.5, 1.0) from passage_text"
            " where passage_text match ? and rowid between ? and ? order by 2 desc, rowid limit ?",
            (query, low, high, _DEPTH if numbers is None else 2**31),
        )
        return dict(rows)

    def _one(self, article_id: str, query: str) -> Row:
        rows = self._connection.read(query, (article_id,))
        if not rows:
            raise NotFound(article_id)
        return rows[0]


def _as_rows(rows: list[Row]) -> _Rows:
    hits = [Hit(row[1], Passage(*row[2:7]), 0.0) for row in rows]
    vectors = np.frombuffer(b"".join(row[7] for row in rows), np.float32)
    return _Rows([row[0] for row in rows], hits, vectors.reshape(len(rows), -1) if rows else vectors)


def _reciprocal_ranks(scores: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return 1.0 / (_RRF + ranks)
