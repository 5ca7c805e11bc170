"""Answers from given evidence: what is written, cited and refused, each path by a scripted model."""

import math
import threading
import time
from dataclasses import replace

import pytest

from footnote.answer import Asked, answer
from footnote.answer.confidence import confidence
from footnote.answer.fewwords import answered_by_yes_or_no, answered_in_few_words, names_a_matter
from footnote.answer.opposition import opposition_signals
from footnote.answer.quoting import quotation
from footnote.answer.ranking import rerank
from footnote.answer.weights import RELEVANCE, Calibration, Emphasis, Logistic, Scale, Term, fitted
from footnote.answer.wording import refusal
from footnote.errors import Cancelled
from footnote.generate import ChatModel
from footnote.schema import Answer, Candidate, Evidence, Reading, Retrieval
from footnote.service import Footnote
from scripted_model import ScriptedModel

TEXT = (
    "The wardens counted 214 adult seals in July. Pups were counted by Ilse Brandt, who used a drone. "
    "The council will vote on a ban in March."
)
SENTENCES = ((0, 44), (45, 96), (97, 137))


def _retrieval(question: str, *probabilities: float) -> Retrieval:
    candidates = tuple(
        Candidate("a", number, *SENTENCES[number], TEXT[slice(*SENTENCES[number])], share)
        for number, share in enumerate(probabilities)
    )
    factors = (fitted().confidence.relevant, fitted().confidence.says)
    signals = {
        name: term.mean + math.copysign(3 * term.scale, term.weight)
        for factor in factors
        for name, term in factor.terms.items()
    }
    evidence = (Evidence("a", 0, len(TEXT), TEXT, 0.9),)
    return Retrieval(question, candidates, evidence, signals)


def _alike(one: str, other: str) -> float:
    return 0.9


def _events(retrieval: Retrieval, model: ChatModel, refuse_below: float | None = 0.0) -> list[Answer]:
    asked = Asked(["Seals return"], _alike, refuse_below)
    return list(answer(retrieval, model, asked))


def _check(event: Answer) -> None:
    for citation in event.citations:
        assert TEXT[citation.start : citation.end] == citation.text
        assert f"[{citation.number}]" in event.answer


def test_evidence_comes_first_and_without_text() -> None:
    first, *_ = _events(_retrieval("How many seals?", 0.9, 0.05), ScriptedModel())
    assert first.evidence
    assert (first.answer, first.status, first.done) == ("", "drafting", False)


def test_a_supported_draft_is_the_answer() -> None:
    model = ScriptedModel("The wardens counted 214 adult seals.")
    last = _events(_retrieval("How many seals were counted?", 0.98, 0.01), model)[-1]
    assert last.answer == "The wardens counted 214 adult seals. [1]"
    assert (last.composed_by, last.status, last.done) == ("model", "answered", True)
    assert [c.text for c in last.citations] == [TEXT[0:44]]
    _check(last)


@pytest.mark.parametrize(
    "draft",
    [
        "The wardens counted 241 adult seals.",
        "The fishermen counted 214 adult seals.",
        "The wardens did not count 214 adult seals.",
        "Seals are marine mammals.",
        "",
    ],
    ids=["number", "name", "negation", "unfounded", "nothing"],
)
def test_an_unsupported_draft_gives_way_to_the_quotation(draft: str) -> None:
    last = _events(_retrieval("How many seals were counted?", 0.98, 0.01), ScriptedModel(draft))[-1]
    assert last.answer == f"“{TEXT[0:44]}” [1]"
    assert last.composed_by == "quotation"
    _check(last)


def test_the_model_is_stopped_at_the_first_word_that_is_not_the_articles() -> None:
    model = ScriptedModel("The walruses were counted by the wardens in July and so on and so on.")
    _events(_retrieval("How many seals were counted?", 0.98, 0.01), model)
    assert model.tokens_generated <= 4


def _apart(question: str) -> Retrieval:
    """Return a finding whose two best sentences do not stand beside each other."""
    found = _retrieval(question, 0.5, 0.01, 0.45)
    return replace(found, candidates=(found.candidates[0], found.candidates[2], found.candidates[1]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is changed into charac\u2010\n       ters.", "“It is changed into characters.”"),
        ("It counts half\u2010open and half-\nshut ones.", "“It counts half\u2010open and half- shut ones.”"),
        (
            "From 1\u2010\n4 it is U\u2010 or\nV\u2010shaped.",
            "“From 1\u2010 4 it is U\u2010 or V\u2010shaped.”",
        ),
    ],
)
def test_words_that_a_manual_parts_at_the_ends_of_lines_are_quoted_whole(text: str, said: str) -> None:
    assert quotation(text) == said


def test_a_second_sentence_is_quoted_where_it_may_be_the_one() -> None:
    last = _events(_apart("What will the council do?"), ScriptedModel())[-1]
    assert last.answer == f"“{TEXT[0:44]}” [1] “{TEXT[97:137]}” [2]"
    assert [(c.number, c.sentence) for c in last.citations] == [(1, 0), (2, 1)]
    _check(last)


def test_a_draft_from_the_second_sentence_cites_it_first() -> None:
    model = ScriptedModel("The council will vote on a ban.")
    last = _events(_apart("What will the council do?"), model)[-1]
    assert last.answer == f"The council will vote on a ban. [1] “{TEXT[0:44]}” [2]"
    assert [c.start for c in last.citations] == [97, 0]
    _check(last)


@pytest.mark.parametrize(
    ("question", "apart", "phrased"),
    [
        ("How many seals were counted?", False, True),
        ("How many seals were counted?", True, False),
        ("Why were seals counted?", False, False),
    ],
)
def test_a_model_that_reads_phrases_what_one_sentence_says_in_few_words(
    question: str, apart: bool, phrased: bool
) -> None:
    found = _apart(question) if apart else _retrieval(question, 0.98, 0.01)
    count = len(found.candidates)
    ranges = ((20, 23), (0, 3), (0, 3))[:count]
    reading = Reading((-0.1, -0.3, -9.0)[:count], ranges, 2.0)
    model = ScriptedModel("The wardens counted 214 adult seals.", reading)
    assert _events(found, model)[-1].composed_by == ("model" if phrased else "quotation")
    assert bool(model.prompts) is phrased


def test_neighbours_are_quoted_as_one_range_and_leave_room_for_a_third() -> None:
    two = _events(_retrieval("Who counted the pups?", 0.5, 0.45), ScriptedModel())[-1]
    assert two.answer == f"“{TEXT[0:96]}” [1]"
    three = _events(_retrieval("Who counted the pups?", 0.4, 0.3, 0.3), ScriptedModel())[-1]
    assert three.answer == f"“{TEXT[0:96]}” [1] “{TEXT[97:137]}” [2]"
    _check(three)


@pytest.mark.parametrize(("field", "value"), [("number", 2), ("paragraph", 1)])
def test_sentences_that_are_no_neighbours_stay_apart(field: str, value: int) -> None:
    found = _retrieval("Who counted the pups?", 0.5, 0.45)
    moved = replace(found.candidates[1], **{field: value})
    last = _events(replace(found, candidates=(found.candidates[0], moved)), ScriptedModel())[-1]
    assert [(c.start, c.end) for c in last.citations] == [(0, 44), (45, 96)]


def test_neighbours_that_no_window_shows_together_stay_apart() -> None:
    found = replace(
        _retrieval("Who counted the pups?", 0.5, 0.45), evidence=(Evidence("a", 0, 44, TEXT[:44], 1),)
    )
    assert len(_events(found, ScriptedModel())[-1].citations) == 2


def test_the_short_answer_is_a_range_of_its_citation_and_decides_the_order() -> None:
    reading = Reading((-9.0, -0.2), ((20, 23), (21, 32)), 2.0)
    last = _events(_retrieval("Who counted the pups?", 0.5, 0.45), ScriptedModel(reading=reading))[-1]
    assert last.short_answer is not None
    assert last.short_answer.text == "Ilse Brandt" == TEXT[last.short_answer.start : last.short_answer.end]
    first = last.citations[0]
    assert first.start <= last.short_answer.start < last.short_answer.end <= first.end


@pytest.mark.parametrize("draft", ["The wardens counted seals in July.", "The wardens counted 214."])
def test_a_draft_that_does_not_say_the_short_answer_or_what_was_asked_is_not_shown(draft: str) -> None:
    reading = Reading((-0.1,), ((20, 23),), 2.0)
    model = ScriptedModel(draft, reading)
    last = _events(_retrieval("How many seals were counted?", 0.98), model)[-1]
    assert last.composed_by == "quotation"


def test_why_is_answered_by_a_clause_so_there_are_no_few_words() -> None:
    reading = Reading((-0.1,), ((20, 23),), 2.0)
    last = _events(_retrieval("Why were seals counted?", 0.98), ScriptedModel(reading=reading))[-1]
    assert last.short_answer is None
    assert last.citations


@pytest.mark.parametrize(
    ("question", "few"),
    [
        ("How many seals were counted?", True),
        ("Name the warden who counted the seals.", True),
        ("The seals were counted by", True),
        ("Did the wardens count the seals, and when?", True),
        ("Which seals and otters were counted?", True),
        ("Did the wardens count the seals?", False),
        ("Why were seals counted?", False),
        ("How many seals were counted, and who counted them?", False),
        ("When did it begin and in which month did it end?", False),
        ("seals", False),
        ("Grey seals?", False),
        ("What about the seals?", False),
        ("Tell me more about the seals and the wardens.", False),
        ("Who?", True),
    ],
)
def test_which_questions_are_answered_in_few_words(question: str, few: bool) -> None:
    assert answered_in_few_words(question) is few


@pytest.mark.parametrize(
    ("question", "whether"),
    [
        ("Did the wardens count the seals?", True),
        ("was the man who counted them a warden", True),
        ("Isn’t the ban decided yet?", True),
        ("And will the council vote?", True),
        ("In July, were pups counted?", True),
        ("The seals were counted by drone, right?", True),
        ("Can you see seals from the pier?", True),
        ("Does anybody know how to count seals?", True),
        ("Can you tell me who counted the pups?", False),
        ("Could you please name the wardens?", False),
        ("Does the article say when the seals were counted?", False),
        ("Did the wardens count the seals, and when?", False),
        ("Who was right?", False),
        ("What is it?", False),
        ("Name the wardens, is all I ask", False),
        ("", False),
    ],
)
def test_which_questions_ask_whether_something_is_so(question: str, whether: bool) -> None:
    assert answered_by_yes_or_no(question) is whether


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("How many whales?", "en", "The article does not say. It is about: Seals"),
        (
            "How many whales are there?",
            "de",
            "The article does not say. It is about: Seals. Its language is German: ask in German.",
        ),
        ("Wie viele Wale gibt es?", "de", "Der Artikel sagt das nicht. Er handelt von: Seals"),
        ("Wie viele Wale gibt es?", "en", "The article does not say."),  # of an article in English
        ("Was geschah?", "de", "Der Artikel sagt das nicht."),
        ("Qual a idade do rei?", "pt", "O artigo não o diz."),
        ("Wie was in de raad?", "nl", "Het artikel zegt dat niet."),
        ("¿A quién?", "es", "El artículo no lo dice."),
        ("Why did Dall leave?", "fr", "The article does not say. It is about: Seals. Its language is French"),
        ("Combien de baleines ?", "fr", "L’article ne le dit pas. Il porte sur : Seals"),
        ("¿Cuántas ballenas hay?", "es", "El artículo no lo dice."),
        ("Сколько там китов?", "ru", "В статье об этом не говорится."),
        ("クジラは何頭？", "ja", "The article does not say."),  # no words for that
    ],
)
def test_a_refusal_is_in_the_language_of_article_and_question(
    question: str, language: str, words: str
) -> None:
    assert refusal(["Seals"], question, language).startswith(words)


def test_a_refusal_of_several_names_three() -> None:
    assert refusal(list("ABCDE"), "Who is it?", "de") == (
        "The articles do not say. They are about: A; B; C; and 2 more"
    )
    assert refusal(list("ABCDE"), "Wer ist das?", "de").endswith("Sie handeln von: A; B; C; und 2 weitere")
    assert refusal(list("AB"), "Qui ?", "fr") == "Les articles ne le disent pas. Ils portent sur : A; B"


def test_a_refusal_cites_nothing_and_keeps_the_closest_passage() -> None:
    events = _events(_retrieval("How many whales?", 0.4, 0.3), ScriptedModel(), refuse_below=1.0)
    last = events[-1]
    assert (last.status, last.citations, last.done) == ("not_in_article", (), True)
    assert last.answer.startswith("The article does not say.")
    assert "Seals return" in last.answer
    assert last.evidence
    assert last.short_answer is None


def test_nothing_found_is_refused() -> None:
    last = _events(Retrieval("Why?", (), (), {}), ScriptedModel(), refuse_below=None)[-1]
    assert last.status == "not_in_article"


def test_a_stopped_request_raises() -> None:
    cancel = threading.Event()
    asked = Asked(["Seals return"], _alike, 0.0, cancel)
    events = answer(_retrieval("How many seals?", 0.9), ScriptedModel("The wardens counted."), asked)
    next(events)
    cancel.set()
    with pytest.raises(Cancelled):
        next(events)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What about the money?", True),
        ("how about wind power", True),
        ("Anything on her family?", True),
        ("Is there something about insurance?", True),
        ("And the miners’ wages?", True),
        ("any word on the heating", True),
        ("the roof?", True),
        ("Bad weather?", True),
        ("What about the man who built it?", False),
        ("What about the mill made it famous?", True),  # a verb is not known from a noun here
        ("Is there a roof?", False),
        ("the roof is made of what?", False),
        ("Who built it?", False),
        ("Which roof?", False),
        ("What is the roof made of?", False),
        ("a" * 70 + "(", False),
        ("word " * 16, False),
    ],
)
def test_a_question_that_only_names_a_matter(question: str, names: bool) -> None:
    start = time.perf_counter()
    assert names_a_matter(question) is names
    assert time.perf_counter() - start < 0.1


def test_confidence_joins_two_regressions_and_is_calibrated() -> None:
    relevant = Logistic({"max_cosine": Term(0.5, 0.1, 2.0)}, 0.0)
    says = Logistic({"align_all_mean": Term(0.4, 0.2, 1.0)}, 0.0)
    support, answers = Term(-1.0, 2.0, 0.4), Term(0.5, 2.0, 0.8)
    unread, read = Scale(1.0, 0.0, 0.3), Scale(2.0, 1.0, 0.4)
    kinds = {
        "names_matter": Emphasis(rest=0.3, answers=1.7, added=0.1, unread=2.0),
        "asks_why": Emphasis(rest=0.5, answers=1.5, added=-1.0, unread=0.0),
        "asks_whether": Emphasis(rest=0.7, answers=1.2, added=0.3, unread=0.6),
    }
    calibration = Calibration(relevant, says, {"who_absent": 0.5}, support, answers, kinds, unread, read)
    logit = RELEVANCE * math.log(0.5) + math.log(0.5)
    assert calibration.probability({}) == pytest.approx(1 / (1 + math.exp(-logit)))
    assert calibration.probability({"who_absent": 1.0}) == pytest.approx(1 / (1 + math.exp(0.5 - logit)))
    assert calibration.probability({"support": 4.0}) == pytest.approx(1 / (1 + math.exp(-1.0 - logit)))
    with_reading = 2.0 * (logit + 0.8) + 1.0
    assert calibration.probability({"answers": 2.5}) == pytest.approx(1 / (1 + math.exp(-with_reading)))
    assert calibration.scale({"answers": 2.5}).refuse_below == 0.4
    asked_why = 2.0 * (0.5 * logit + 1.5 * 0.8 - 1.0) + 1.0
    signals = {"answers": 2.5, "asks_why": 1.0}
    assert calibration.probability(signals) == pytest.approx(1 / (1 + math.exp(-asked_why)))
    assert calibration.probability({"asks_why": 1.0, "asks_whether": 0.0}) == calibration.probability({})
    asked_whether = 2.0 * (0.7 * logit + 1.2 * 0.8 + 0.3) + 1.0
    signals = {"answers": 2.5, "asks_why": 0.0, "asks_whether": 1.0}
    assert calibration.probability(signals) == pytest.approx(1 / (1 + math.exp(-asked_whether)))
    unread_whether = 1 / (1 + math.exp(-logit - 0.6))
    assert calibration.probability({"asks_whether": 1.0}) == pytest.approx(unread_whether)
    named = 2.0 * (0.3 * logit + 1.7 * 0.8 + 0.1) + 1.0
    signals = {"answers": 2.5, "names_matter": 1.0, "asks_whether": 1.0}  # the first kind counts
    assert calibration.probability(signals) == pytest.approx(1 / (1 + math.exp(-named)))
    near = {"max_cosine": 0.6, "align_all_mean": 0.4}
    logit = RELEVANCE * math.log(1 / (1 + math.exp(-2))) + math.log(0.5)
    assert calibration.probability(near) == pytest.approx(1 / (1 + math.exp(-logit)))


def test_a_question_that_turns_the_sentence_round_is_noticed() -> None:
    same = opposition_signals("Who won the war?", "The north won the war.")
    turned = opposition_signals("Who did not lose the war?", "The north lost the war.")
    opposite = opposition_signals("What increased in 1973?", "Prices decreased in 1973.")
    assert not any(same.values())
    assert turned["negation_unmatched"] == 1
    assert not any(opposition_signals("Who did not win?", "The south did not win.").values())
    assert opposite["opposites"] == 1


def test_confidence_falls_with_the_signals() -> None:
    high = _retrieval("How many seals?", 0.9)
    low = Retrieval(
        high.question, high.candidates, high.evidence, {k: v - 9 for k, v in high.signals.items()}
    )
    assert confidence(high, None, _alike).probability > confidence(low, None, _alike).probability


def test_confidence_rises_with_what_the_reader_says_of_it() -> None:
    found = _retrieval("How many seals?", 0.9)
    doubting, sure = (confidence(found, Reading((-0.1,), ((20, 23),), says), _alike) for says in (-3.0, 3.0))
    assert doubting.probability < confidence(found, None, _alike).probability < sure.probability


def test_a_reader_that_finds_no_reason_outweighs_a_sentence_that_has_all_words() -> None:
    doubting = Reading((-0.1,), ((20, 23),), -3.0)
    who, why = _retrieval("Who?", 0.9), _retrieval("Why?", 0.9)
    why = replace(why, signals={**why.signals, "asks_why": 1.0})
    threshold = confidence(why, doubting, _alike).refuse_below
    doubted, other = (confidence(found, doubting, _alike).probability for found in (why, who))
    assert doubted < threshold < other
    assert confidence(why, replace(doubting, answers=3.0), _alike).probability > threshold


def test_reranking_keeps_the_order_without_a_reader_and_ties_with_one() -> None:
    candidates = _retrieval("Who?", 0.5, 0.3, 0.1).candidates
    assert [one.candidate for one in rerank(candidates, None)] == list(candidates)
    tie = Reading((-1.0, -1.0), ((0, 3), (0, 3)), 0.0)
    assert [one.candidate.number for one in rerank(candidates, tie)] == [0, 1, 2]
    total = sum(one.candidate.probability for one in rerank(candidates, tie))
    assert total == pytest.approx(0.9)


def test_the_same_question_gets_the_same_answer(service: Footnote) -> None:
    question = "How many cadets became the first to graduate from the Naval Academy at Aktau?"
    once, again = (list(service.ask(question)) for _ in range(2))
    assert once[-1].citations
    for one, other in zip(once, again, strict=True):
        assert replace(one, timings=other.timings) == other
