"""The library on disk: whole or not at all, seen by every process, searched as a plain reference would."""

import contextlib
import math
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from footnote.errors import NotFound, StoreError, StoreMismatch
from footnote.schema import Article, ArticleVectors, Hit, IndexedArticle, Passage, Segments, Sentence, Vectors
from footnote.store import Indexing, PassageStore, open_store
from footnote.store.words import match_query

DIMENSION = 8
INDEXING = Indexing("an-embedder", DIMENSION, "a-segmentation/1")
WORDS = "bar kom lut dan fig hob rem sok tup wag zel nim pod gat vix cub".split()  # no stem is another's


def unit(rows: int, seed: int) -> Vectors:
    drawn = np.random.default_rng(seed).standard_normal((rows, DIMENSION)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def indexed(name: str, passages: Sequence[str], seed: int = 0, heading: str = "") -> IndexedArticle:
    """An article of the given passages, each one sentence, with drawn vectors."""
    text, ranges = "\n".join(passages), []
    for passage in passages:
        start = ranges[-1][1] + 1 if ranges else 0
        ranges.append((start, start + len(passage)))
    sentences = tuple(Sentence(a, b, n, heading) for n, (a, b) in enumerate(ranges))
    kept = tuple(Passage(a, b, n, n, heading) for n, (a, b) in enumerate(ranges))
    article = Article(name, f"Title of {name}", text, "a test", "en")
    count = len(passages)
    return IndexedArticle(
        article, Segments(sentences, kept), ArticleVectors(unit(count, seed), unit(count, seed + 1))
    )


def drawn_article(name: str, seed: int, passages: int = 20) -> IndexedArticle:
    draw = np.random.default_rng(seed)
    texts = [" ".join(draw.choice(WORDS, draw.integers(3, 12))) for _ in range(passages)]
    return indexed(name, texts, seed, heading=str(draw.choice(WORDS)))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "library" / "footnote.db"


@pytest.fixture
def store(place: Path) -> Iterator[PassageStore]:
    opened = open_store(f"sqlite:///{place}")
    opened.bind(INDEXING)
    yield opened
    opened.close()


def assert_whole(store: PassageStore, place: Path) -> None:
    """Assert that every article that is listed is wholly there, and nothing else is."""
    for entry in store.entries():
        segments, vectors = store.segments(entry.id), store.vectors(entry.id)
        assert len(segments.sentences) == len(vectors.sentences) == entry.sentences > 0
        assert len(segments.passages) == len(vectors.passages) == entry.passages > 0
    with sqlite3.connect(place) as raw:
        count = [
            raw.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("passage", "passage_text")
        ]
        assert count == [sum(entry.passages for entry in store.entries())] * 2
        assert raw.execute("select count(*) from sentence").fetchone()[0] == sum(
            e.sentences for e in store.entries()
        )
        assert raw.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert raw.execute("pragma foreign_key_check").fetchall() == []
    raw.close()


# --- keeping --------------------------------------------------------------------------------------


def test_what_is_put_comes_back_even_after_reopening(store: PassageStore, place: Path) -> None:
    one = indexed("one", ["Seals came back – 412 of them.", "🦭 Naïve “boats” left."], heading="Counting")
    assert not store.put(one).already_known
    again = open_store(f"sqlite:///{place}")
    for library in (store, again):
        assert library.article("one") == one.article
        assert library.segments("one") == one.segments
        np.testing.assert_array_equal(library.vectors("one").passages, one.vectors.passages)
        np.testing.assert_array_equal(library.vectors("one").sentences, one.vectors.sentences)
        (entry,) = library.entries()
        assert entry == library.entry("one")
        assert (entry.title, entry.words, entry.sentences, entry.passages) == ("Title of one", 11, 2, 2)
    again.close()


def test_entries_keep_the_order_in_which_they_came(store: PassageStore) -> None:
    for name in ("c", "a", "b"):
        store.put(indexed(name, [f"Article {name}."]))
    store.remove("a")
    store.put(indexed("a", ["Article a."]))
    assert [entry.id for entry in store.entries()] == ["c", "b", "a"]


def test_an_article_is_put_back_to_where_it_stood(store: PassageStore, place: Path) -> None:
    for name in ("one", "two"):
        store.put(indexed(name, [f"Article {name}."]))
    stood = store.place_of("one")
    store.remove("one")
    assert not store.put(indexed("one", ["Article one."]), stood).already_known
    assert [entry.id for entry in store.entries()] == ["one", "two"]
    assert_whole(store, place)


def test_an_article_whose_place_is_taken_comes_last(store: PassageStore) -> None:
    store.put(indexed("one", ["Seals."]))
    store.put(indexed("two", ["Boats."]), store.place_of("one"))
    assert [entry.id for entry in store.entries()] == ["one", "two"]


def test_an_article_that_is_known_is_not_stored_twice(store: PassageStore, place: Path) -> None:
    first, second = (store.put(indexed("one", ["Seals."])) for _ in range(2))
    assert (first.already_known, second.already_known) == (False, True)
    assert first == store.entry("one") == replace(second, already_known=False)
    assert len(store.entries()) == 1
    assert_whole(store, place)


def test_removing_leaves_nothing_behind(store: PassageStore, place: Path) -> None:
    store.put(indexed("one", ["Seals."]))
    store.put(indexed("two", ["Boats."]))
    store.remove("one")
    assert_whole(store, place)
    assert [hit.article_id for hit in store.search("seals", unit(1, 0)[0], 9)] == ["two"]
    for look in (store.entry, store.article, store.segments, store.vectors, store.remove):
        with pytest.raises(NotFound, match="No article has the id 'one'"):
            look("one")


@pytest.mark.parametrize("kind", ["sentences", "passages"])
def test_vectors_of_a_wrong_count_are_refused_and_nothing_is_stored(
    store: PassageStore, place: Path, kind: str
) -> None:
    one = indexed("one", ["Seals.", "Boats."])
    vectors = {"sentences": one.vectors.sentences, "passages": one.vectors.passages}
    vectors[kind] = vectors[kind][:1]
    with pytest.raises(StoreError, match=f"The article one has 2 {kind} but 1 vectors"):
        store.put(IndexedArticle(one.article, one.segments, ArticleVectors(**vectors)))
    assert store.entries() == ()
    assert_whole(store, place)


def test_a_put_that_fails_midway_leaves_nothing(store: PassageStore, place: Path) -> None:
    one = indexed("one", ["Seals.", "Boats."])
    broken = Segments((*one.segments.sentences[:1], Sentence(7, None, 1)), one.segments.passages)  # type: ignore[arg-type]
    with pytest.raises(
        StoreError, match=r"cannot be written: NOT NULL constraint failed.*Nothing was changed"
    ):
        store.put(IndexedArticle(one.article, broken, one.vectors))
    assert store.entries() == ()
    assert_whole(store, place)
    assert not store.put(one).already_known


def test_first_time_is_once_in_the_life_of_a_library(store: PassageStore, place: Path) -> None:
    assert store.first_time("sample")
    assert not store.first_time("sample")
    again = open_store(f"sqlite:///{place}")
    assert not again.first_time("sample")
    assert again.first_time("another")
    again.close()


# --- what it was made with ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "both"),
    [
        (Indexing("another", DIMENSION, "a-segmentation/1"), ("embedder 'an-embedder'", "'another' is set")),
        (Indexing("an-embedder", 16, "a-segmentation/1"), ("dimension '8'", "'16' is set")),
        (
            Indexing("an-embedder", DIMENSION, "another/2"),
            ("segmentation 'a-segmentation/1'", "'another/2' is set"),
        ),
    ],
    ids=["embedder", "dimension", "segmentation"],
)
def test_another_indexing_is_refused_with_both_values(
    store: PassageStore, other: Indexing, both: tuple[str, str]
) -> None:
    with pytest.raises(StoreMismatch) as refused:
        store.bind(other)
    for part in (*both, "footnote rebuild"):
        assert part in str(refused.value)
    store.bind(INDEXING)


def test_rebuilding_replaces_everything_or_nothing(store: PassageStore, place: Path) -> None:
    store.put(indexed("one", ["Seals."]))
    new = Indexing("another", DIMENSION, "a-segmentation/1")
    two = indexed("two", ["Boats.", "Nets."])
    bad = IndexedArticle(
        two.article, two.segments, ArticleVectors(two.vectors.passages, two.vectors.sentences[:1])
    )
    with pytest.raises(StoreError):
        store.rebuild(new, [two, bad])
    assert [entry.id for entry in store.entries()] == ["one"]
    store.bind(INDEXING)
    store.rebuild(new, [two])
    assert [entry.id for entry in store.entries()] == ["two"]
    store.bind(new)
    assert_whole(store, place)


def test_a_library_of_another_schema_is_refused(place: Path, store: PassageStore) -> None:
    store.close()
    with sqlite3.connect(place) as raw:
        raw.execute("pragma user_version = 99")
    raw.close()
    with pytest.raises(StoreMismatch, match="schema version 99; this program reads 2"):
        open_store(f"sqlite:///{place}")


# --- what cannot be opened or written -------------------------------------------------------------


def test_places_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("A text, no library. " * 100)
    for bad in ("file", "file/library.db", "."):
        with pytest.raises(StoreError, match=r"cannot be opened: .*FOOTNOTE_STORE"):
            open_store(f"sqlite:///{tmp_path}/{bad}")
    assert (tmp_path / "file").read_text().startswith("A text, no library.")


@pytest.mark.parametrize("url", ["sqlite:///", "postgresql://host/base", "footnote.db", ""])
def test_urls_that_are_no_library(url: str) -> None:
    with pytest.raises(StoreError, match=r"FOOTNOTE_STORE is .*; it must be sqlite:///FILE"):
        open_store(url)


PRELUDE = f"""
import os, resource, signal, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_store import *
url = "sqlite:///" + sys.argv[1]
"""


def in_another_process(code: str, place: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PRELUDE + code, str(place)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="only POSIX has permissions to drop")
def test_a_read_only_library_is_refused_and_stays_as_it_is() -> None:
    with tempfile.TemporaryDirectory() as folder:  # not tmp_path, which only its owner may enter
        place = Path(folder) / "footnote.db"
        store = open_store(f"sqlite:///{place}")
        store.bind(INDEXING)
        store.put(indexed("one", ["Seals."]))
        store.close()
        place.chmod(0o444)
        Path(folder).chmod(0o555)
        code = """
if os.getuid() == 0:
    os.setuid(65534)  # permissions do not bind the superuser
try:
    store = open_store(url)
    store.put(indexed("two", ["Boats."]))
except StoreError as error:
    print(error)
"""
        done = in_another_process(code, place)
        Path(folder).chmod(0o755)
        place.chmod(0o644)
        assert "The library" in done.stdout, done.stderr
        assert "readonly" in done.stdout or "unable to open" in done.stdout
        assert "Check" in done.stdout
        again = open_store(f"sqlite:///{place}")
        assert [entry.id for entry in again.entries()] == ["one"]
        again.close()


def test_a_full_disk_leaves_whole_articles_only(place: Path, store: PassageStore) -> None:
    """The size of a file is limited instead of the disk's: the write fails in the same place."""
    store.close()
    code = """
store = open_store(url)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
try:
    for number in range(200):
        store.put(drawn_article(f"article {number}", number))
        print(number)
except StoreError as error:
    print(error)
print(len(store.entries()))
"""
    done = in_another_process(code, place)
    *stored, message, kept = done.stdout.splitlines()
    assert "The library cannot be written" in message, done.stderr
    assert "Nothing was changed. Check the free disk space" in message
    again = open_store(f"sqlite:///{place}")
    assert len(again.entries()) == len(stored) == int(kept) > 0
    assert_whole(again, place)
    assert not again.put(indexed("after", ["There is room again."])).already_known
    again.close()


def test_killing_a_process_that_adds_leaves_whole_articles_only(place: Path, store: PassageStore) -> None:
    code = (
        PRELUDE
        + """
store = open_store(url)
for number in range(100_000):
    store.put(drawn_article(f"article {sys.argv[2]} {number}", number, passages=200))
    print(number, flush=True)
"""
    )
    for least in (1, 3, 5):
        command = [sys.executable, "-c", code, str(place), str(least)]
        adding = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert adding.stdout is not None
        before = len(store.entries())
        for _ in range(least):
            assert adding.stdout.readline()
        adding.send_signal(signal.SIGKILL)
        adding.wait()
        adding.stdout.close()
        assert len(store.entries()) >= before + least
        assert_whole(store, place)


# --- several at once ------------------------------------------------------------------------------


def test_what_another_connection_writes_is_seen_at_once(store: PassageStore, place: Path) -> None:
    other = open_store(f"sqlite:///{place}")
    question = unit(1, 5)[0]
    store.put(indexed("one", ["Seals."]))
    assert [hit.article_id for hit in store.search("seals", question, 9)] == ["one"]
    other.put(indexed("two", ["Seals."], seed=3))
    assert {hit.article_id for hit in store.search("seals", question, 9)} == {"one", "two"}
    other.remove("one")
    assert [hit.article_id for hit in store.search("seals", question, 9)] == ["two"]
    assert [entry.id for entry in store.entries()] == ["two"]
    other.close()


def read_until(done: threading.Event, store: PassageStore, errors: list[BaseException]) -> None:
    """Search, and look at what was found; an article may go between the two, but not in part."""
    try:
        while not done.is_set():
            for hit in store.search("bar", unit(1, 1)[0], 5):
                with contextlib.suppress(NotFound):
                    assert len(store.segments(hit.article_id).passages) == 20
                    assert len(store.vectors(hit.article_id).passages) == 20
    except BaseException as error:
        errors.append(error)


def test_many_threads_read_while_two_connections_write(store: PassageStore, place: Path) -> None:
    errors: list[BaseException] = []
    done = threading.Event()
    readers = [threading.Thread(target=read_until, args=(done, store, errors)) for _ in range(4)]
    for reader in readers:
        reader.start()
    other = open_store(f"sqlite:///{place}")
    for number in range(30):
        (store if number % 2 else other).put(drawn_article(f"{number}", number))
        if number % 3 == 2:
            other.remove(f"{number - 1}")
    done.set()
    for reader in readers:
        reader.join()
    other.close()
    assert errors == []
    assert_whole(store, place)


# --- searching ------------------------------------------------------------------------------------


def reference(
    articles: Sequence[IndexedArticle], question: str, vector: Vectors, named: Sequence[str]
) -> list[tuple[str, int, float]]:
    """Cosine and BM25 over all passages in plain Python, fused by reciprocal rank."""
    rows = [
        (one, p, v)
        for one in articles
        for p, v in zip(one.segments.passages, one.vectors.passages, strict=True)
    ]
    scores = bm25(
        [(p.heading.split(), one.article.text[p.start : p.end].split()) for one, p, _ in rows], question
    )
    chosen = [n for n, (one, _, _) in enumerate(rows) if not named or one.article.id in named]
    dense = sorted(chosen, key=lambda n: (-float(rows[n][2] @ vector), n))
    lexical = sorted((n for n in chosen if scores[n] > 0), key=lambda n: (-scores[n], n))
    if not named:
        lexical = lexical[:50]
    fused = {n: 1 / (61 + dense.index(n)) for n in chosen}
    for rank, n in enumerate(lexical):
        fused[n] += 1 / (61 + rank)
    best = sorted(chosen, key=lambda n: (-fused[n], n))
    return [(rows[n][0].article.id, rows[n][1].first_sentence, fused[n]) for n in best]


def bm25(documents: Sequence[tuple[list[str], list[str]]], question: str) -> list[float]:
    """As SQLite documents it for FTS5: k1 = 1.2, b = 0.75; a heading's words count half."""
    lengths = [len(heading) + len(text) for heading, text in documents]
    average = sum(lengths) / len(lengths)
    scores = [0.0] * len(documents)
    for word in dict.fromkeys(question.split()):
        counts = [Counter(heading)[word] * 0.5 + Counter(text)[word] for heading, text in documents]
        holding = sum(count > 0 for count in counts)
        rarity = max(math.log((len(documents) - holding + 0.5) / (holding + 0.5)), 1e-6) if holding else 0
        for n, count in enumerate(counts):
            scores[n] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths[n] / average))
    return scores


@pytest.mark.parametrize(
    "named", [(), ("article 1",), ("article 0", "article 3"), ("article 3", "article 0")]
)
def test_search_equals_a_plain_reference(store: PassageStore, named: Sequence[str]) -> None:
    articles = [drawn_article(f"article {number}", number) for number in range(4)]
    for one in articles:
        store.put(one)
    for seed, question in enumerate(["bar", "kom lut dan", "zel nim pod gat", "fig", "unheard"]):
        vector = unit(1, 100 + seed)[0]
        found = [
            (h.article_id, h.passage.first_sentence, h.score)
            for h in store.search(question, vector, 80, named)
        ]
        wanted = reference(articles, question, vector, named)
        assert [row[:2] for row in found] == [row[:2] for row in wanted]
        assert [row[2] for row in found] == pytest.approx([row[2] for row in wanted])


def test_a_hit_says_its_cosine_its_bm25_and_k_is_kept(store: PassageStore) -> None:
    one = indexed("one", ["bar kom.", "lut dan.", "fig hob."])
    store.put(one)
    hits = store.search("kom", one.vectors.passages[1], 2)
    assert len(hits) == 2
    by_place = {hit.passage.first_sentence: hit for hit in store.search("kom", one.vectors.passages[1], 9)}
    assert by_place[1].cosine == pytest.approx(1.0, abs=1e-6)
    assert by_place[0].bm25 > 0
    assert by_place[1].bm25 == by_place[2].bm25 == 0


def test_ties_go_to_what_was_stored_first(store: PassageStore) -> None:
    for name in ("b", "a", "c"):
        store.put(indexed(name, ["bar kom."], seed=7))
    for _ in range(3):
        assert [hit.article_id for hit in store.search("bar", unit(1, 7)[0], 9)] == ["b", "a", "c"]
        assert [hit.article_id for hit in store.search("bar", unit(1, 7)[0], 9, ["c", "b", "c"])] == [
            "b",
            "c",
        ]


HOSTILE = [
    '"',
    '""',
    "NEAR(bar kom)",
    "*",
    "bar*",
    "a:b",
    "heading:bar",
    "^bar",
    "-bar",
    "bar AND",
    "OR",
    "NOT bar",
    "(",
    "🦭",
    "_",
    "²",
    "١",
    "ﬁ",
    "'; drop table article; --",
    "\0",
    "{bar}: kom",
    "port\u200bs",
    "İ",
]


@pytest.mark.parametrize("question", HOSTILE)
def test_no_question_is_syntax(store: PassageStore, question: str) -> None:
    store.put(indexed("one", ["bar kom.", "lut dan."]))
    hits: list[Hit] = store.search(question, unit(1, 2)[0], 9)
    assert {hit.passage.first_sentence for hit in hits} == {0, 1}
    assert store.entries()


def test_words_are_found_in_other_forms_and_without_accents(store: PassageStore) -> None:
    store.put(indexed("one", ["The seal was counted in the café.", "Nothing else.", "Nobody came."]))
    for question in ("counting", "SEALS", "cafe"):
        best = max(store.search(question, unit(1, 2)[0], 9), key=lambda hit: hit.bm25)
        assert best.passage.first_sentence == 0
        assert best.bm25 > 0


def test_words_without_content_are_left_out_unless_there_are_no_others() -> None:
    assert match_query("Who is the minister?") == '"minister"'
    assert match_query("Who is it?") == '"who" OR "is" OR "it"'
    assert match_query("?!") == ""
    assert match_query("word " * 500) == '"word"'
    assert match_query(" ".join(f"w{n}" for n in range(500))).count(" OR ") == 63


def test_an_empty_library_and_unknown_articles_give_no_hits(store: PassageStore) -> None:
    assert store.search("bar", unit(1, 2)[0], 9) == []
    store.put(indexed("one", ["bar kom."]))
    assert store.search("bar", unit(1, 2)[0], 9, ["gone"]) == []


def test_a_library_in_memory_is_its_own() -> None:
    first, second = open_store("sqlite:///:memory:"), open_store("sqlite:///:memory:")
    first.put(indexed("one", ["bar kom."]))
    assert second.entries() == ()
    first.close()
    with pytest.raises(StoreError, match="cannot be read"):
        first.entries()


# --- a library of an earlier version --------------------------------------------------------------

VERSION_1 = """
create table setting (name text primary key, value text not null) without rowid;
create table article (
    number integer primary key autoincrement, id text not null unique, title text not null,
    text text not null, source text not null, language text not null, words integer not null,
    sentence_vectors blob not null
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


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    """A file as version 1 wrote it, with one article of two sentences."""
    place = tmp_path / "old.db"
    rows, texts = unit(2, 7), ["Seals came back.", "Boats left."]
    with sqlite3.connect(place) as raw:
        raw.execute("pragma journal_mode = wal")
        raw.executescript(VERSION_1 + "pragma user_version = 1;")
        for pair in (("embedder", "an-embedder"), ("dimension", "8"), ("segmentation", "a-segmentation/1")):
            raw.execute("insert into setting values (?, ?)", pair)
        values = (1, "old", "Seals", "\n".join(texts), "pasted text", "en", 5, rows.tobytes())
        raw.execute("insert into article values (?, ?, ?, ?, ?, ?, ?, ?)", values)
        for n, (start, end) in enumerate(((0, 16), (17, 28))):
            raw.execute("insert into sentence values (1, ?, ?, ?, ?, '')", (n, start, end, n))
            raw.execute(
                "insert into passage values (?, 1, ?, ?, ?, ?, '', ?)",
                (n + 1, start, end, n, n, rows[n].tobytes()),
            )
            raw.execute(
                "insert into passage_text (rowid, heading, text) values (?, '', ?)", (n + 1, texts[n])
            )
    raw.close()
    return place


def test_a_library_of_version_1_keeps_everything_and_takes_more(old_library: Path) -> None:
    for _ in range(2):  # the second time it is of this version already
        store = open_store(f"sqlite:///{old_library}")
        store.bind(INDEXING)
        assert store.article("old") == Article(
            "old", "Seals", "Seals came back.\nBoats left.", "pasted text", "en", "", "", ()
        )
        entry = store.entry("old")
        assert (entry.words, entry.sentences, entry.passages, entry.author, entry.date) == (5, 2, 2, "", "")
        np.testing.assert_array_equal(store.vectors("old").sentences, unit(2, 7))
        assert [hit.passage.start for hit in store.search("boats", unit(2, 7)[1], 1)] == [17]
        assert_whole(store, old_library)
        store.close()
    store = open_store(f"sqlite:///{old_library}")
    one = indexed("new", ["Whales came."])
    known = replace(one.article, author="Jane Doe", date="2024-05-04", dropped=("Menu", "Page 1"))
    assert not store.put(replace(one, article=known)).already_known
    assert store.article("new") == known
    assert [(e.id, e.author, e.date) for e in store.entries()] == [
        ("old", "", ""),
        ("new", "Jane Doe", "2024-05-04"),
    ]
    store.close()


def test_two_processes_that_open_an_old_library_at_once_migrate_it_once(old_library: Path) -> None:
    code = (
        "import sys; from footnote.store import open_store; store = open_store(sys.argv[1]); "
        "print(len(store.entries())); store.close()"
    )
    command = [sys.executable, "-c", code, f"sqlite:///{old_library}"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=60)[0] for process in running] == ["1\n"] * 3
