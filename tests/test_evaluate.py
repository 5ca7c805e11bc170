"""The measures against hand-computed values, and the run against a service whose answers are known."""

import json
import math
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from footnote.config import Settings
from footnote.errors import FootnoteError, InvalidInput
from footnote.evaluate import Options, Progress, measures, render, run
from footnote.evaluate.journal import Journal
from footnote.evaluate.question_measures import risk_rows
from footnote.evaluate.sets import other_article, read
from footnote.evaluate.summaries import count_cited, first_sentences, rouge, stretches_covered
from footnote.schema import (
    Answer,
    Article,
    ArticleEntry,
    Citation,
    Coverage,
    Evidence,
    Message,
    Segments,
    Sentence,
    Span,
    Style,
    Summary,
    Timings,
)

DATA = Path(__file__).parent / "data"
QUESTIONS = DATA / "questions.jsonl"


# --- measures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The  Royal Navy’s “help”.", "royal navy’s “help”"),  # only ASCII marks go, as in SQuAD's script
        ("An order: $1,000!", "order 1000"),
        ("theatre a", "theatre"),
    ],
)
def test_normalise(text: str, wanted: str) -> None:
    assert measures.normalise(text) == wanted


def test_contains_whole_words_only() -> None:
    assert measures.contains("In July, the 17 cadets left.", ["17 cadets"])
    assert measures.contains("“Kasymzhomart Tokayev, the minister” spoke", ["Kasymzhomart Tokayev"])
    assert not measures.contains("It took 1,170 photographs.", ["17"])
    assert not measures.contains("Anything", ["the"])  # an empty gold answer stands in nothing


def test_f1_takes_the_best_gold_answer() -> None:
    # Shared: "national security service"; 2 * 3 / (4 + 3).
    assert measures.f1("by the National Security Service", ["KNB", "National Security Service"]) == 6 / 7
    assert measures.f1("", ["x"]) == 0
    assert measures.f1("a a b b", ["b b c"]) == pytest.approx(4 / 5)  # "a" is dropped; b twice shared


def test_exact_match_ignores_case_and_article() -> None:
    assert measures.exact_match("The KNB.", ["knb"])
    assert not measures.exact_match("the KNB of old", ["knb"])


def test_inside_is_whole_and_inclusive_of_the_ends() -> None:
    assert measures.inside([(3, 5), (90, 95)], [(3, 5)])
    assert not measures.inside([(3, 6)], [(3, 5), (5, 9)])


@pytest.mark.parametrize("seed", range(5))
def test_auroc_is_that_of_scikit_learn(seed: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.integers(0, 8, 60) / 8  # many ties
    positive = draw.integers(0, 2, 60)
    ours = measures.auroc(np.column_stack([scores, positive]).astype(float))
    assert ours == pytest.approx(roc_auc_score(positive, scores))


def test_auroc_needs_both_kinds() -> None:
    assert math.isnan(measures.auroc(np.array([[0.3, 1.0], [0.4, 1.0]])))
    assert measures.measure("auroc", [(0.3, True)], measures.auroc).value is None


def test_calibration_error_by_hand() -> None:
    # Bin [0.9, 1]: mean confidence 0.95, all right; bin [0.2, 0.3): 0.2, one of two right.
    rows = np.array([[0.9, 1.0], [1.0, 1.0], [0.2, 0.0], [0.2, 1.0]])
    assert measures.reliability(rows) == [
        (pytest.approx(0.2), 0.5, 2),
        (pytest.approx(0.95), 1.0, 2),
    ]
    assert measures.calibration_error(rows) == pytest.approx((0.3 * 2 + 0.05 * 2) / 4)


def test_risk_coverage_takes_ties_together() -> None:
    rows = np.array([[0.5, 0.0], [0.9, 1.0], [0.5, 1.0], [0.1, 0.0]])
    assert measures.risk_coverage(rows) == [(0.25, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]


def test_an_interval_is_the_same_at_every_call_and_holds_the_value() -> None:
    one = measures.measure("share", [True] * 30 + [False] * 10)
    assert one == measures.measure("share", [True] * 30 + [False] * 10)
    assert one.value == 0.75
    assert one.low is not None
    assert one.high is not None
    # The normal approximation: 0.75 ± 1.96 * sqrt(0.75 * 0.25 / 40) = 0.616 to 0.884.
    assert (one.low, one.high) == (pytest.approx(0.616, abs=0.03), pytest.approx(0.884, abs=0.03))
    assert one.count == 40


def test_a_measure_of_nothing_has_no_value() -> None:
    assert measures.measure("share", []) == measures.Measure("share", None, None, None, 0)


# --- summaries ------------------------------------------------------------------------------------

QUOTE = "He said: “Go. Now.” They went."


@pytest.mark.parametrize(
    ("summary", "wanted"),
    [
        ("One thing. [1] Another thing. [2]", (2, 2)),
        ("One thing [1]. Another thing [2][1].", (2, 2)),
        ("Unmarked start. One thing. [1] Unmarked end.", (3, 1)),
        ("One thing. [3]", (1, 0)),  # no such citation is valid
        (f"{QUOTE} [7]", (1, 1)),  # a quotation counts once, wherever else it might be cut
        ("- One thing. [1]\n- Another thing. [2]\n", (2, 2)),
        ("", (0, 0)),
    ],
)
def test_count_cited(summary: str, wanted: tuple[int, int]) -> None:
    assert count_cited(summary, {1: "One", 2: "Another", 7: QUOTE}) == wanted


def test_first_sentences_keep_residue() -> None:
    assert (
        first_sentences("Share this\n\nOne is here. Two is there.")
        == "Share this\n\nOne is here. Two is there."
    )
    assert first_sentences("One is. Two is. Three is. Four is.") == "One is. Two is. Three is."


def test_rouge_by_hand() -> None:
    scores = rouge(["the cat sat"], ["the cats sat down"])
    assert scores["rouge1"] == [pytest.approx(2 * 3 / 7)]  # stemmed: the, cat, sat
    assert scores["rouge2"] == [pytest.approx(2 * 2 / 5)]
    assert scores["rougeL"] == [pytest.approx(2 * 3 / 7)]


# --- the sets of the project ----------------------------------------------------------------------


def sample_texts() -> dict[str, str]:
    folder = Path(str(files("footnote"))) / "assets" / "samples"
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("0*"))}


def test_the_question_set_is_over_the_sample_articles() -> None:
    articles = read(QUESTIONS).articles
    assert [article.text for article in articles] == list(sample_texts().values())
    for article in articles:
        answerable = [question for question in article.questions if question.answerable]
        assert len(answerable) >= 14
        assert len(article.questions) - len(answerable) >= 8
        assert any(question.id.endswith("-p") for question in answerable)
        for question in answerable:
            assert {article.text[start:end] for start, end in question.spans} == set(question.answers)


def test_the_conversations_are_over_the_sample_articles() -> None:
    texts = sample_texts()
    cases = [json.loads(line) for line in (DATA / "conversations.jsonl").read_text("utf-8").splitlines()]
    assert len(cases) >= 40
    assert sum(case["stands_alone"] for case in cases) >= 12
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        start, end = case["gold_span"]
        words = texts[case["article"]][start:end]
        assert words
        assert words == words.strip()
        assert [turn["role"] for turn in case["history"]] == ["user", "assistant"] * (
            len(case["history"]) // 2
        )
        assert (case["rewrite"] == case["question"]) == case["stands_alone"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty"),
        ("[]\n", "has no JSON object on line 1"),
        ('{"id": "a", "text": "b", "reference": "c"}\n{"id"\n', "has no JSON object on line 2"),
        ('{"id": "a", "text": "b"}\n', "is wrong on line 1"),
        (
            '{"text": "b", "questions": [{"id": "q", "question": "?", "answerable": true,'
            ' "answers": ["b"], "spans": [[0, 2]]}]}\n',
            "a span of question q is not in the text",
        ),
    ],
    ids=["empty", "array", "cut off", "no reference", "span too far"],
)
def test_a_file_that_is_no_set_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput, match=message):
        read(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"none\.jsonl cannot be read \(FileNotFoundError\)"):
        read(tmp_path / "none.jsonl")


def test_a_limit_takes_the_same_sample_of_all_articles() -> None:
    chosen = read(QUESTIONS).limited(20)
    asked = [question for article in chosen.articles for question in article.questions]
    assert len(asked) == 20
    assert len(chosen.articles) == 3
    assert {question.answerable for question in asked} == {True, False}
    assert chosen == read(QUESTIONS).limited(20)
    assert read(QUESTIONS).limited(10_000) == read(QUESTIONS)


def test_the_other_article_is_another() -> None:
    for text in sample_texts().values():
        assert other_article(text) in sample_texts().values()
        assert other_article(text) != text


# --- a run over a service whose answers are known --------------------------------------------------

SEALS = "Seals are few. Volunteers counted 412 seals. Nobody knows why they left."
LAMPS = "Lamps are bright. Fresnel died in 1827. Nobody lights them now."


class Quoting:
    """The service's interface over three-sentence articles: quotes the sentence with most shared words.

    It is sure (0.9) where a word of four or more letters is shared, else it refuses (0.1). A
    ``patience`` of n raises KeyboardInterrupt at question n + 1, as Ctrl-C does.
    """

    def __init__(self, patience: int = 1000) -> None:
        self.settings = Settings(store="sqlite:///:memory:")
        self.asked: list[str] = []
        self._patience = patience
        self._articles: dict[str, Article] = {}

    def start(self) -> None: ...

    def wait(self, timeout: float | None = None) -> None: ...

    def add_article(self, text: str, *, title: str = "", source: str = "pasted text") -> ArticleEntry:
        article = Article(f"id{hash(text)}", title, text, source, "en")
        self._articles[article.id] = article
        return ArticleEntry(article.id, title, source, "en", len(text.split()), 3, 1)

    def articles(self) -> tuple[ArticleEntry, ...]:
        return tuple(ArticleEntry(a.id, a.title, a.source, "en", 1, 1, 1) for a in self._articles.values())

    def article(self, article_id: str) -> Article:
        return self._articles[article_id]

    def segments(self, article_id: str) -> Segments:
        return Segments(tuple(self._sentences(self._articles[article_id].text)), ())

    def lead(self, article_id: str, count: int = 3) -> tuple[str, ...]:
        text = self._articles[article_id].text
        return tuple(text[s.start : s.end] for s in self._sentences(text))[:count]

    def remove_article(self, article_id: str) -> None:
        del self._articles[article_id]

    def close(self) -> None: ...

    @staticmethod
    def _sentences(text: str) -> Iterator[Sentence]:
        start = 0
        for piece in text.split(". "):
            yield Sentence(start, min(start + len(piece) + 1, len(text)), 0)
            start += len(piece) + 2

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: object = None,
    ) -> Iterator[Answer]:
        if len(self.asked) == self._patience:
            raise KeyboardInterrupt
        self.asked.append(question)
        article = self._articles[article_ids[0]]
        words = {word for word in question.lower().strip("?").split() if len(word) > 3}

        def shared(sentence: Sentence) -> int:
            text = article.text[sentence.start : sentence.end].lower()
            return sum(word in text for word in words)

        ranked = sorted(self._sentences(article.text), key=lambda sentence: -shared(sentence))
        evidence = tuple(
            Evidence(article.id, s.start, s.end, article.text[s.start : s.end], 0.5) for s in ranked
        )
        yield Answer(evidence=evidence)
        if not shared(ranked[0]):
            yield Answer("The article does not say.", None, "not_in_article", True, (), evidence, 0.1)
            return
        best = evidence[0]
        cited = Citation(1, best.article_id, best.start, best.end, best.text, 0)
        short = Span(best.article_id, best.end - 5, best.end - 1, best.text[-5:-1])
        timings = Timings(0.1, 0.2, 0.4)
        yield Answer(
            f"{best.text} [1]",
            short,
            "answered",
            True,
            (cited,),
            evidence,
            0.9,
            question,
            "quotation",
            timings,
            "m",
        )

    def summarise(
        self,
        article_id: str,
        style: Style = "short",
        start: int = 0,
        end: int | None = None,
        *,
        cancel: object = None,
    ) -> Iterator[Summary]:
        text = self._articles[article_id].text
        cited = Citation(1, article_id, 0, 5, text[:5], 0)
        wrong = Citation(2, article_id, 0, 5, "Other", 1)
        yield Summary(
            f"{text[:5]} [1] More. [2]",
            True,
            style,
            (cited, wrong),
            Coverage(2, 4, 1),
            Timings(0, 0.1, 0.3),
            "m",
        )


def question(number: int, text: str, article: str, gold: str = "") -> dict[str, object]:
    spans = [[article.index(gold), article.index(gold) + len(gold)]] if gold else []
    return {
        "id": f"q{number}",
        "question": text,
        "answerable": bool(gold),
        "answers": [gold] if gold else [],
        "spans": spans,
    }


@pytest.fixture
def small_set(tmp_path: Path) -> Path:
    seals = [
        question(1, "How many seals did volunteers count?", SEALS, "412"),  # right
        question(2, "Who knows the reason?", SEALS, "Nobody knows why"),  # right
        question(3, "Who tagged volunteers?", SEALS),  # answered, wrongly
        question(4, "Which ship sank?", SEALS),  # refused, rightly
    ]
    lamps = [
        question(5, "When did Fresnel die?", LAMPS, "1827"),  # right, and so is the short answer
        question(6, "Are lamps dim?", LAMPS, "Nobody lights them"),  # answered by another sentence
        question(7, "Of what?", LAMPS, "Lamps"),  # refused, wrongly
    ]
    rows = [
        {"title": "Seals", "text": SEALS, "questions": seals},
        {"title": "Lamps", "text": LAMPS, "questions": lamps},
    ]
    path = tmp_path / "small.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_measures_of_a_known_service(small_set: Path) -> None:
    service = Quoting()
    part = run([small_set], service).sets[0]
    values = {one.name: one.value for one in part.measures}
    assert values == values | {
        "recall@1": pytest.approx(4 / 5),
        "recall@3": 1.0,
        "quote_hit": pytest.approx(3 / 5),
        "quote_hit of answered": pytest.approx(3 / 4),
        "citations": 1.0,
        "answer_contains": pytest.approx(3 / 5),
        "exact_match": pytest.approx(1 / 5),
        "refused_answerable": pytest.approx(1 / 5),
        "refused_unanswerable": pytest.approx(1 / 2),
        "wrong_article_refused": 1.0,
        "pointer_valid": 1.0,
        "composed by the model": 0.0,
        # Of the 5 x 2 pairs: 4 sure against sure (half), 4 sure against not, 1 unsure against sure, 1 tie.
        "auroc": pytest.approx((4 * 0.5 + 4 + 0 + 0.5) / 10),
        # 5 at 0.9, 4 of them answerable; 2 at 0.1, 1 of them.
        "calibration error": pytest.approx((5 * 0.1 + 2 * 0.4) / 7),
        "total p50, s": 0.4,
    }
    assert part.model == "m"
    assert service.articles() == ()
    assert [right for _, right in risk_rows(part.questions)] == [1, 1, 0, 0, 1, 0, 1]


def test_wrong_questions_are_asked_of_the_other_article(small_set: Path) -> None:
    part = run([small_set], Quoting()).sets[0]
    assert [one.question.id for one in part.questions if one.other] == ["q5", "q6", "q7", "q1", "q2"]


def test_a_single_article_lends_its_questions_to_a_sample(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    row = {"title": "", "text": SEALS, "questions": [question(1, "How many were counted?", SEALS, "412")]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    part = run([path], Quoting()).sets[0]
    assert [one.other for one in part.questions] == [False, True]


def test_an_interrupted_run_goes_on_and_gives_the_same_report(small_set: Path, tmp_path: Path) -> None:
    options = Options(json=tmp_path / "out" / "report.json")
    assert options.journal is not None
    options.journal.parent.mkdir()
    interrupted = Quoting(patience=5)
    with pytest.raises(KeyboardInterrupt):
        run([small_set], interrupted, options)
    assert interrupted.articles() == ()
    assert len(options.journal.read_text().splitlines()) == 5
    with options.journal.open("a") as file:
        file.write('{"key": "cut o')  # as a crash while writing leaves it
    resumed, whole, seen = Quoting(), Quoting(), list[Progress]()
    report = run([small_set], resumed, options, seen.append)
    assert len(resumed.asked) == 12 - 5
    assert report == run([small_set], whole)
    assert len(whole.asked) == 12
    assert [str(one) for one in seen][::11] == ["small.jsonl: 1 of 12", "small.jsonl: 12 of 12"]
    assert not options.journal.exists()  # complete: the next run measures anew
    assert options.json is not None
    written = json.loads(options.json.read_text())
    assert written["sets"][0]["measures"][0]["name"] == "recall@1"
    assert len(written["sets"][0]["questions"]) == 12


def test_a_journal_of_another_run_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    interrupted = Journal(path, "model a")
    interrupted.put("q", {"answer": 1})
    with Journal(path, "model b") as other:
        assert other.get("q") is None


def test_a_library_that_is_kept_is_left_alone(small_set: Path) -> None:
    service = Quoting()
    service.settings = Settings(store="sqlite:///library.db")
    service.add_article("The reader's own article.")
    with pytest.raises(InvalidInput, match=r"The store is sqlite:///library\.db"):
        run([small_set], service)
    assert len(service.articles()) == 1


def test_the_bundled_sample_is_out_of_the_way(small_set: Path) -> None:
    service = Quoting()
    service.add_article("The sample that a new library has.")
    run([small_set], service)
    assert service.articles() == ()


def test_no_files_and_no_limit_are_refused() -> None:
    with pytest.raises(InvalidInput, match="one or more files"):
        run([], Quoting())
    with pytest.raises(InvalidInput, match="must be 1 or more"):
        Options(limit=0)


def test_plots_and_table(small_set: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps({"id": "s", "text": SEALS, "reference": "Seals left."}) + "\n")
    report = run([small_set, cases], Quoting(), Options(plots=tmp_path / "plots"))
    names = {path.name for path in (tmp_path / "plots").iterdir()}
    styles = ("short", "bullets", "long")
    assert names == {"small-risk-coverage.png", "small-reliability.png"} | {
        f"cases-positions-{style}.png" for style in styles
    }
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in (tmp_path / "plots").iterdir())
    table = render(report)
    assert "small.jsonl (m)" in table
    for style in styles:
        assert f"{style}: 1, 0, 0, 0, 0, 0, 0, 0, 0, 0" in table.splitlines()
    row = next(line for line in table.splitlines() if line.startswith("| quote_hit "))
    assert [cell.strip() for cell in row.split("|")][2] == "0.600"


def test_sets_of_questions_are_compared_in_one_plot(small_set: Path, tmp_path: Path) -> None:
    other = small_set.with_name("other.jsonl")
    other.write_text(small_set.read_text())
    run([small_set, other], Quoting(), Options(plots=tmp_path / "plots"))
    names = {path.name for path in (tmp_path / "plots").iterdir()}
    own = {f"{name}-{what}.png" for name in ("small", "other") for what in ("risk-coverage", "reliability")}
    assert names == {*own, "all-sets-risk-coverage.png"}
    assert (tmp_path / "plots" / "all-sets-risk-coverage.png").read_bytes().startswith(b"\x89PNG")


def test_the_measures_of_a_known_summary(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"id": "s", "text": SEALS, "reference": SEALS}) + "\n")
    part = run([path], Quoting()).sets[0]
    assert part.value("ROUGE-1 of Lead-3") == 1.0
    assert part.value("ROUGE-1 of Lead-3 cleaned") == 1.0
    assert part.value("ROUGE-1") == pytest.approx(2 * 1 / (2 + 12))  # "Seals More." shares "seals"
    assert part.value("ROUGE-1 above Lead-3 cleaned") == pytest.approx(2 * 1 / (2 + 12) - 1)
    for style in ("short", "bullets", "long"):
        assert part.value(f"{style}: sentences cited") == 0.5  # the second citation does not hold its words
        assert part.value(f"{style}: pointer_valid") == 0.5
        assert part.value(f"{style}: paragraphs covered") == 0.25
        assert part.value(f"{style}: stretches of six sentences covered") == 1.0
        assert part.value(f"{style}: words") == 2
        assert part.value(f"{style}: ... of the article's") == pytest.approx(2 / 12)
    assert part.summaries[0].summarised.places == (0.0,)
    assert [(one.style, sum(one.tenths)) for one in part.positions] == [
        ("short", 1),
        ("bullets", 1),
        ("long", 1),
    ]


def test_a_difference_is_measured_article_by_article(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    rows = [{"id": f"s{n}", "text": text, "reference": text} for n, text in enumerate((SEALS, LAMPS))]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    part = run([path], Quoting()).sets[0]
    above = next(one for one in part.measures if one.name == "ROUGE-1 above Lead-3 cleaned")
    each = [2 * 1 / (2 + len(text.split())) - 1 for text in (SEALS, LAMPS)]
    assert above.value == pytest.approx(sum(each) / 2)
    assert (above.low, above.high) == (pytest.approx(min(each)), pytest.approx(max(each)))


def test_stretches_are_of_six_sentences() -> None:
    sentences = [Sentence(10 * n, 10 * n + 9, n // 2) for n in range(13)]
    at = [Citation(1, "a", start, start + 5, "words", 0) for start in (0, 52, 120)]
    assert stretches_covered(sentences, at) == pytest.approx(2 / 3)
    assert stretches_covered(sentences, []) == 0
    assert stretches_covered([], []) == 0


class Cut(Quoting):
    """Its answers end before their last event, as those of a broken service would."""

    def ask(self, *arguments: object, **options: object) -> Iterator[Answer]:
        yield Answer("half an")


def test_an_answer_without_its_last_event_is_an_error(small_set: Path) -> None:
    with pytest.raises(FootnoteError, match="ended before its last event"):
        run([small_set], Cut())
