"""The default store: one SQLite file with articles, vectors as float32 BLOBs and an FTS5 index."""

from collections.abc import Sequence
from dataclasses import replace

from footnote.errors import NotFound, StoreMismatch
from footnote.schema import (
    Article,
    ArticleEntry,
    ArticleVectors,
    Feedback,
    Hit,
    IndexedArticle,
    Segments,
    Vectors,
)
from footnote.store import Indexing, feedback, reading
from footnote.store.connection import Connection
from footnote.store.search import Search
from footnote.store.tables import insert, named, record

_COUNTS = """
select id, title, source, language, words,
    (select count(*) from sentence where article = a.number),
    (select count(*) from passage where article = a.number), author, date from article a
"""


class SQLiteStore:
    """A PassageStore in one SQLite file, or in memory under the name ``:memory:``."""

    def __init__(self, place: str) -> None:
        self._connection = Connection(place)
        self._search = Search(self._connection)

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
        return int(reading.one(self._connection, article_id, "select number from article where id = ?")[0])

    def entries(self) -> tuple[ArticleEntry, ...]:
        """See PassageStore."""
        return tuple(ArticleEntry(*row) for row in self._connection.read(_COUNTS + "order by number"))

    def entry(self, article_id: str) -> ArticleEntry:
        """See PassageStore."""
        return ArticleEntry(*reading.one(self._connection, article_id, _COUNTS + "where id = ?"))

    def article(self, article_id: str) -> Article:
        """See PassageStore."""
        return reading.article(self._connection, article_id)

    def segments(self, article_id: str) -> Segments:
        """See PassageStore."""
        return reading.segments(self._connection, article_id)

    def vectors(self, article_id: str) -> ArticleVectors:
        """See PassageStore."""
        return reading.vectors(self._connection, article_id)

    def search(self, question: str, vector: Vectors, k: int, article_ids: Sequence[str] = ()) -> list[Hit]:
        """See PassageStore."""
        return self._search.search(question, vector, k, article_ids)

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
