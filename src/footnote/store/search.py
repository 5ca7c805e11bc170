"""Passages found in a SQLite library: by vectors and by words, the ranks of both fused.

Dense search is an exact dot product in numpy over one article's rows or over a cached matrix of
the whole library, which is read anew when another process has changed the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from footnote.schema import Hit, Passage, Vectors
from footnote.store.connection import Connection, Row
from footnote.store.words import match_query

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


class Search:
    """Searches one library; the matrix of the whole is kept for as long as nothing changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._library: tuple[tuple[int, int], _Rows] | None = None

    def search(self, question: str, vector: Vectors, k: int, article_ids: Sequence[str]) -> list[Hit]:
        """Return the k best passages, best first; see PassageStore."""
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


def _as_rows(rows: list[Row]) -> _Rows:
    hits = [Hit(row[1], Passage(*row[2:7]), 0.0) for row in rows]
    vectors = np.frombuffer(b"".join(row[7] for row in rows), np.float32)
    return _Rows([row[0] for row in rows], hits, vectors.reshape(len(rows), -1) if rows else vectors)


def _reciprocal_ranks(scores: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return 1.0 / (_RRF + ranks)
