"""Questions find their sentences: in one article, in the whole library, the same each time."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from footnote.answer.opposition import opposition_signals
from footnote.answer.weights import fitted
from footnote.embed import Embedder
from footnote.load import load_file, load_text
from footnote.retrieve import Retriever
from footnote.retrieve.absent import ABSENT, absent_signals
from footnote.retrieve.alignment import matched
from footnote.retrieve.expected import Expected, expected, holds
from footnote.retrieve.features import FEATURES
from footnote.retrieve.lexical import SentenceIndex, content_stems, stems, words
from footnote.retrieve.matching import MATCHES, fitted_matcher, in_context, match, renewed
from footnote.retrieve.ranker import fitted_ranker
from footnote.retrieve.roles import has_role, role
from footnote.schema import IndexedArticle, Retrieval
from footnote.segment import SEGMENTATION, segment
from footnote.store import Indexing, PassageStore, open_store

_FITTED = fitted().confidence
SIGNALS = {*_FITTED.relevant.terms, *_FITTED.says.terms, *_FITTED.absent, "support", "asks_why"} - set(
    opposition_signals("", "")
)
SAMPLES = sorted((Path(str(files("footnote"))) / "assets" / "samples").iterdir())


def index(store: PassageStore, embedder: Embedder, article_text: str | Path) -> str:
    if isinstance(article_text, Path):
        article = load_file(article_text, max_chars=100_000)
    else:
        article = load_text(article_text, max_chars=100_000)
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    store.put(IndexedArticle(article, segments, embedder.embed_article(article, segments)))
    return article.id


@pytest.fixture(scope="module")
def store(embedder: Embedder) -> Iterator[PassageStore]:
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    for sample in SAMPLES:
        index(store, embedder, sample)
    yield store
    store.close()


@pytest.fixture(scope="module")
def retriever(store: PassageStore, embedder: Embedder) -> Retriever:
    return Retriever(store, embedder)


KNOWN = [
    ("How many harbour seals were counted this year?", "412"),
    ("How many photographs did the drone take?", "1,940"),
    ("Who chairs the Wennet Fishermen’s Association?", "Tom Hallett"),
    ("How much could boats that break the rule be fined?", "£1,500"),
    ("What did Fresnel die of?", "tuberculosis"),
    ("What is the focal length of a first-order lens?", "920 millimetres"),
    ("Who proposed grinding a stepped lens from one block of glass?", "Comte de Buffon"),
]


@pytest.mark.parametrize(("question", "answer"), KNOWN, ids=[answer for _, answer in KNOWN])
def test_the_right_sentence_of_the_whole_library_comes_first(
    retriever: Retriever, question: str, answer: str
) -> None:
    found = retriever.find(question)
    assert answer in found.candidates[0].text
    assert answer in found.evidence[0].text


def check(store: PassageStore, found: Retrieval) -> None:
    """Assert what is promised of every finding, whatever was asked."""
    assert found.candidates
    shares = [candidate.probability for candidate in found.candidates]
    assert shares == sorted(shares, reverse=True)
    assert 0 <= shares[-1] <= sum(shares) <= 1 + 1e-9
    for candidate in found.candidates:
        sentence = store.segments(candidate.article_id).sentences[candidate.number]
        assert (candidate.start, candidate.end) == (sentence.start, sentence.end)
        assert (candidate.paragraph, candidate.heading) == (sentence.paragraph, sentence.heading)
        assert store.article(candidate.article_id).text[candidate.start : candidate.end] == candidate.text
    assert 1 <= len(found.evidence) <= 5
    first = found.candidates[0]
    assert found.evidence[0].article_id == first.article_id
    assert found.evidence[0].start <= first.start < first.end <= found.evidence[0].end
    for one in found.evidence:
        assert 0 <= one.score <= 1
        assert store.article(one.article_id).text[one.start : one.end] == one.text
        others = [o for o in found.evidence if o is not one and o.article_id == one.article_id]
        assert all(o.end <= one.start or one.end <= o.start for o in others)
    assert all(isinstance(value, float) for value in found.signals.values())
    assert set(found.signals) <= SIGNALS


def test_a_question_of_words_gets_all_signals_that_the_confidence_rests_on(
    retriever: Retriever,
) -> None:
    assert set(retriever.find(KNOWN[0][0]).signals) == SIGNALS


def test_what_was_searched_for_has_no_slips(retriever: Retriever) -> None:
    right, typed = (
        "How many harbour seals were counted this year?",
        "How many harbuor seals wer countd this year?",
    )
    assert retriever.find(typed).question == right
    assert retriever.find(typed) == retriever.find(right)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Why was the seventh boat missing?", 1.0),
        ("For what reason was the seventh boat missing?", 1.0),
        ("What caused the loss?", 1.0),
        ("When was the seventh boat missing?", 0.0),
        ("What was the loss?", 0.0),
    ],
)
def test_whether_a_reason_is_asked_for_is_among_the_signals(
    retriever: Retriever, question: str, why: float
) -> None:
    assert retriever.find(question).signals["asks_why"] == why


ASKED = [
    *(question for question, _ in KNOWN),
    "Why?",
    "?",
    "🦭",
    "Wer zählt die Robben?",
    "seal " * 500,
    "x" * 4_000,
]


@pytest.mark.parametrize("question", ASKED, ids=range(len(ASKED)))
def test_whatever_is_asked_ranges_are_valid_and_windows_apart(
    retriever: Retriever, store: PassageStore, question: str
) -> None:
    check(store, retriever.find(question))
    one = store.entries()[0].id
    found = retriever.find(question, [one])
    check(store, found)
    assert {candidate.article_id for candidate in found.candidates} == {one}


def test_the_same_question_finds_the_same(store: PassageStore, embedder: Embedder) -> None:
    first = Retriever(store, embedder).find("Who opposes the by-law?")
    for _ in range(2):
        assert Retriever(store, embedder).find("Who opposes the by-law?") == first


def test_windows_stay_under_one_heading_and_within_a_passages_length(
    retriever: Retriever, store: PassageStore
) -> None:
    for question, _ in KNOWN:
        for one in retriever.find(question).evidence:
            segments = store.segments(one.article_id)
            inside = [s for s in segments.sentences if one.start <= s.start and s.end <= one.end]
            assert len({sentence.heading for sentence in inside}) == 1
            assert len(one.text.split()) <= 110 or len(inside) == 1


def test_an_empty_library_finds_nothing(embedder: Embedder) -> None:
    store = open_store("sqlite:///:memory:")
    assert Retriever(store, embedder).find("Who?") == Retrieval("Who?", (), (), {})
    store.close()


def test_an_article_that_was_removed_is_forgotten(embedder: Embedder) -> None:
    store = open_store("sqlite:///:memory:")
    seals = index(store, embedder, "Seals came back. 412 were counted in June by Okafor.")
    boats = index(store, embedder, "Boats may not enter. The board closed the sands on Monday.")
    retriever = Retriever(store, embedder)
    assert retriever.find("How many seals were counted?").candidates[0].article_id == seals
    store.remove(seals)
    retriever.forget(seals)
    assert {c.article_id for c in retriever.find("How many seals were counted?").candidates} == {boats}
    store.close()


@pytest.mark.parametrize("text", ["Seals", "Seals came back.", "港口今天关闭。", "# Seals\n\n## Boats"])
def test_the_smallest_articles_can_be_asked(embedder: Embedder, text: str) -> None:
    store = open_store("sqlite:///:memory:")
    index(store, embedder, text)
    check(store, Retriever(store, embedder).find("Who came back?"))
    store.close()


# --- the parts ------------------------------------------------------------------------------------


def test_the_weights_are_those_of_the_features() -> None:
    fitted = json.loads((files("footnote.retrieve") / "weights.json").read_text("utf-8"))
    assert tuple(fitted["features"]) == FEATURES
    assert fitted_ranker().weights.shape == fitted_ranker().scale.shape == (len(FEATURES),)
    assert (fitted_ranker().scale > 0).all()
    assert tuple(fitted["matches"]) == MATCHES
    assert fitted_matcher().weights.shape == (len(MATCHES),)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How much is the tender worth?", Expected.MONEY),
        ("How many seals were counted?", Expected.NUMBER),
        ("When did it close?", Expected.TIME),
        ("Who chairs the board?", Expected.PERSON),
        ("Where was it lit?", Expected.PLACE),
        ("Why did it close?", Expected.REASON),
        ("What is a lens?", Expected.OTHER),
    ],
)
def test_what_is_asked_for(question: str, kind: Expected) -> None:
    assert expected(question) is kind


def test_a_sentence_holds_what_the_question_does_not_name() -> None:
    assert holds(Expected.NUMBER, "They counted 412 seals.", frozenset())
    assert holds(Expected.TIME, "It was lit in 1823.", frozenset({"lit"}))
    assert not holds(Expected.TIME, "It was lit in 1823.", frozenset({"1823"}))
    assert holds(Expected.PERSON, "It was Tom Hallett who spoke.", frozenset({"who", "spoke"}))
    assert not holds(Expected.PERSON, "It was Tom Hallett who spoke.", frozenset({"tom", "hallett"}))
    assert not holds(Expected.OTHER, "Anything at all in 2004.", frozenset())


def test_words_are_folded_and_numbers_stay_whole() -> None:
    assert words("Fresnel’s CAFÉ took 1,940 of 3.5") == ["fresnel", "cafe", "took", "1,940", "of", "3.5"]
    assert words("Wil\u00adhel\u00admi\u00adna's well-known sea") == ["wilhelmina", "well", "known", "sea"]
    assert words("charac\u2010\n   ters, half\u2010open, a U\u2010 and") == [
        "characters",
        "half",
        "open",
        "a",
        "u",
        "and",
    ]
    assert stems("counted counting counts") == ["count"] * 3
    assert stems("gezählten", "de") == stems("gezählte", "de")
    assert content_stems("Who is the minister?") == stems("minister")
    assert content_stems("Who is it?") == stems("Who is it?")


def test_bm25_over_sentences_is_the_formula() -> None:
    found = SentenceIndex(["seal seal boat", "boat", "lamp"])
    scores = found.bm25(stems("seal boat"))
    average = 5 / 3

    def part(count: int, length: int, holding: int) -> float:
        return found_idf(holding) * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / average))

    def found_idf(holding: int) -> float:
        from math import log

        return log(1 + (3 - holding + 0.5) / (holding + 0.5))

    assert scores.tolist() == pytest.approx([part(2, 3, 1) + part(1, 3, 2), part(1, 1, 2), 0.0])
    assert found.coverage(stems("seal lamp")).tolist() == [[True, False], [False, False], [False, True]]


def test_a_word_that_the_question_aims_at_and_no_article_has() -> None:
    index = SentenceIndex(["The foreign minister speaks of two ships.", "She denied it."])
    nothing = dict.fromkeys(ABSENT, 0.0)
    assert absent_signals("Who is the minister of Narnia?", [index]) == nothing
    president = {"who_absent": 1.0, "matter_absent": 1.0}
    assert absent_signals("Who is the president of Narnia?", [index]) == nothing | president
    assert absent_signals("What is the area of Narnia?", [index]) == nothing | {"matter_absent": 1.0}
    assert absent_signals("What is the area of the ships?", [index]) == nothing
    assert absent_signals("Who was the president of the ships?", [index]) == nothing | {"who_absent": 1.0}
    assert absent_signals("How many new ships were bought?", [index]) == nothing | {"many_absent": 1.0}
    assert absent_signals("How many ships did the foreign minister speak of?", [index]) == nothing
    assert absent_signals("Which president spoke?", [index]) == nothing
    assert absent_signals("How much does the minister say of four ships?", [index]) == nothing
    assert absent_signals("How many aircraft are there?", [index, SentenceIndex(["No aircraft."])]) == nothing


@pytest.mark.parametrize(
    ("question", "by_none"),
    [
        ("Who is the prime minister of Narnia?", True),
        ("Who is Narnia’s finance minister?", True),
        ("Who is the Minister of Health?", True),
        ("Who is the vice president of Narnia?", True),
        ("Who is Narnia's foreign minister?", False),
        ("Who is the minister for foreign affairs?", False),
        ("Who is the defence minister?", False),
        ("Who is the minister of labour?", False),
        ("Who is the minister?", False),
        ("What did the prime minister say?", False),
    ],
)
def test_an_office_that_nobody_in_the_article_holds(question: str, by_none: bool) -> None:
    told = SentenceIndex(
        [
            "The foreign minister met the president.",
            "He left the defense ministry.",
            "So did the labor minister.",
        ]
    )
    apart = SentenceIndex(["Prime, vice, health and finance.", "A minister."])
    for indexes in ([told], [told, apart]):
        assert absent_signals(question, indexes)["office_absent"] == float(by_none)


def test_a_word_with_one_of_its_meaning_in_the_evidence_is_not_absent(embedder: Embedder) -> None:
    told = "A drone took 1,940 photographs of the two largest banks, and the Dutch fought the French."
    index, (sentence,) = SentenceIndex([told]), embedder.embed_words([told])

    def absent(question: str) -> dict[str, float]:
        (asked,) = embedder.embed_words([question])
        return absent_signals(question, [index], matched(asked, [sentence]))

    assert not any(absent("How many pictures did the drone take?").values())
    assert not any(absent("Who did the Dutch fight?").values())
    assert absent("How many motorways did the drone see?")["many_absent"]
    assert absent("Who was the tenor of the French?")["who_absent"]
    # All that is asked for must stand in the article by its own word: a minister is no president.
    assert absent_signals("What is the area?", [index], frozenset({"area"}))["matter_absent"]


def test_a_sentence_is_matched_in_the_light_of_those_before_it(embedder: Embedder) -> None:
    text = "Seals were counted from boats. A drone did so in June. It took photographs."
    starts, asked = [0, 31, 55], embedder.embed_words(["What did the drone take?"])[0]
    passage = embedder.embed_words([text])[0]
    first, last = in_context(passage, starts, 0, 30), in_context(passage, starts, 55, len(text))
    assert last.sentence.words == ("It", "took", "photographs")
    assert last.window.words == passage.words
    assert first.window.words == first.sentence.words == ("Seals", "were", "counted", "from", "boats")
    index = SentenceIndex([text[:30], text[31:54], text[55:]])
    rows = [match(asked, index, 0.0, one) for one in (first, last)]
    assert len(rows[0]) == len(MATCHES)
    assert rows[1][1:] > rows[0][1:]
    assert all(-1 <= value <= 1 for row in rows for value in row)


def test_what_is_matched_anew_keeps_its_standing() -> None:
    scores = np.array([5.0, 1.0, 4.0, 3.0])
    joined = renewed(scores, np.array([0, 2, 3]), np.array([10.0, 40.0, 10.0]))
    assert joined.argmax() == 2
    assert joined[1] == 1.0
    assert joined.mean() == pytest.approx(scores.mean())


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who is Kazakhstan's defense minister?", "defense minister"),
        ("Who’s the harbour master of Lomvik?", "harbour master"),
        ("Who was the last keeper?", "last keeper"),
        ("Who was his first wife?", "first wife"),
        ("Who built the mill?", ""),
        ("What is the harbour master?", ""),
        ("Who is the very old and half forgotten founder?", ""),
    ],
)
def test_a_role_that_is_asked_for(question: str, wanted: str) -> None:
    assert role(question, "en") == tuple(stems(wanted))


def test_a_role_stands_word_beside_word() -> None:
    wanted = tuple(stems("defense minister"))
    assert has_role(wanted, stems("Defense Minister Altynbayev denied it."))
    assert not has_role(wanted, stems("The minister spoke of defense."))
    assert not has_role((), stems("Anything."))


def test_who_holds_a_role_is_sought_where_the_role_stands(embedder: Embedder) -> None:
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    text = (
        "The ministers of Orland\n\nDefense Minister Ada Brink denied that Orland has bought ships. "
        "According to Tom Vance, Orland’s foreign minister, talks go on."
    )
    article = index(store, embedder, text)
    found = Retriever(store, embedder).find("Who is Orland's defense minister?", [article])
    assert "Ada Brink" in found.candidates[0].text
    assert found.candidates[0].probability > 2 * found.candidates[1].probability


def test_a_sentence_that_two_articles_share_is_found_once(embedder: Embedder) -> None:
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    shared = "The lighthouse of Skarholm was lit in 1871 with rapeseed oil."
    for other in ("Boats pass it every day.", "Its keeper left in 1986."):
        index(store, embedder, f"Skarholm\n\n{shared} {other}")
    found = Retriever(store, embedder).find("When was the lighthouse of Skarholm lit?")
    assert [one.text for one in found.candidates].count(shared) == 1
    assert len({one.article_id for one in found.candidates}) == 2
