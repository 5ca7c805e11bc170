"""The tables of a SQLite library, and how an article is written into them."""

import json
import sqlite3
from collections.abc import Callable

import numpy as np

from footnote.errors import StoreError
from footnote.schema import IndexedArticle, Passage, Vectors
from footnote.store import Indexing

Execute = Callable[..., sqlite3.Cursor]

VERSION = 2
SCHEMA = """
create table setting (name text primary key, value text not null) without rowid;
create table article (
    number integer primary key autoincrement, id text not null unique, title text not null,
    text text not null, source text not null, language text not null, words integer not null,
    sentence_vectors blob not null, author text not null default '', date text not null default '',
    dropped text not null default '[]'
);
create table sentence (
    article integer not null references article(number) on delete cascade, position integer not null,
    start integer not null, "end" integer not null, paragraph integer not null, heading text not null,
    primary key (article, position)
) without rowid;
create table passage (
    number integer primary key autoincrement,
    article integer not null references article(number) on delete cascade,
    start integer not null, "end" integer not null, first_sentence integer not null,
    last_sentence integer not null, heading text not null, vector blob not null
);
create index passage_article on passage(article);
create virtual table passage_text
    using fts5 (heading, text, tokenize = 'porter unicode61 remove_diacritics 2');
"""
# From each earlier version to the next; "dropped" is a JSON list of lines.
MIGRATIONS = {
    1: (
        "alter table article add column author text not null default ''",
        "alter table article add column date text not null default ''",
        "alter table article add column dropped text not null default '[]'",
    )
}


def prepare(run: Execute) -> None:
    """Make the tables, or bring those of an earlier version up to this one; inside a transaction."""
    version = run("pragma user_version").fetchone()[0]  # read here: another process may have been first
    if version == 0:
        for statement in SCHEMA.split(";\n"):
            run(statement)
    else:
        for statement in (s for step in range(version, VERSION) for s in MIGRATIONS[step]):
            run(statement)
    run(f"pragma user_version = {VERSION}")


def named(indexing: Indexing) -> dict[str, str]:
    """Return what a library is made with, by the names under which it is kept."""
    return {name: str(getattr(indexing, name)) for name in ("embedder", "dimension", "segmentation")}


def record(run: Execute, indexing: Indexing) -> None:
    """Keep what a library is made with, where nothing is kept yet."""
    for pair in named(indexing).items():
        run("insert or ignore into setting values (?, ?)", pair)


def insert(run: Execute, indexed: IndexedArticle, number: int | None = None) -> None:
    """Write an article with all its rows, last or under a number that is free.

    Raises StoreError where vectors are missing or too many.
    """
    article, vectors = indexed.article, indexed.vectors
    _check_counts(indexed)
    words, rows = len(article.text.split()), vectors.sentences.astype(np.float32).tobytes()
    said = (article.title, article.text, article.source, article.language, article.author, article.date)
    number = run(
        "insert into article"
        " (number, id, title, text, source, language, author, date, dropped, words, sentence_vectors)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, article.id, *said, json.dumps(article.dropped), words, rows),
    ).lastrowid
    for position, s in enumerate(indexed.segments.sentences):
        row = (number, position, s.start, s.end, s.paragraph, s.heading)
        run("insert into sentence values (?, ?, ?, ?, ?, ?)", row)
    for passage, vector in zip(indexed.segments.passages, vectors.passages, strict=True):
        _insert_passage(run, number, article.text, passage, vector)


def _check_counts(indexed: IndexedArticle) -> None:
    """Refuse an article whose vectors belong to other sentences or passages than its own."""
    for kind in ("sentences", "passages"):
        wanted, found = len(getattr(indexed.segments, kind)), len(getattr(indexed.vectors, kind))
        if wanted != found:
            raise StoreError(
                f"The article {indexed.article.id} has {wanted} {kind} but {found} vectors of {kind}. "
                "Nothing was stored; segment and embed it again."
            )


def _insert_passage(run: Execute, number: int | None, text: str, passage: Passage, vector: Vectors) -> None:
    p = passage
    row = (number, p.start, p.end, p.first_sentence, p.last_sentence, p.heading)
    rowid = run(
        'insert into passage (article, start, "end", first_sentence, last_sentence, heading, vector)'
        " values (?, ?, ?, ?, ?, ?, ?)",
        (*row, vector.astype(np.float32).tobytes()),
    ).lastrowid
    words = (rowid, p.heading, text[p.start : p.end])
    run("insert into passage_text (rowid, heading, text) values (?, ?, ?)", words)
