"""Does the number that answers count what is asked for? By the default embedder's cosines."""

from collections.abc import Callable

import pytest

from footnote.answer.confidence import confidence
from footnote.answer.counted import counts_another
from footnote.answer.ranking import Ranked
from footnote.embed import Embedder
from footnote.schema import Candidate, Reading, Retrieval, Span

GRADUATES = "In July the first 17 graduates of the academy completed their 22-month courses."
ACADEMY = (
    "In early July the first 17 graduates of the Naval Academy at Aktau completed their 22-month courses in "
    "ship mechanics, radio operations, and navigation."
)
BATTALION = "The continued presence in Iraq of the 27 members of its peacekeeping battalion irritates Russia."
PETITION = "The merchants gathered 1,870 signatures on a petition asking for lower harbour dues."
SEALS = "The wardens counted 530 in the summer of 2021, when numbers were at their lowest."
POSTS = "Of them 2,140 posts for teachers in the upland districts were vacant."
FERRY = "The ferry of Orland carries 180 passengers and was built in 1974."
MARSK = "By then 41,000 people lived in Marsk, most of them by fishing."
CENSUS = "The census of 1921 gave Marsk a population of 41,000."
MEMBERS = "Of its ten thousand members five hundred and ten of the older women had left."


@pytest.fixture(scope="module")
def similar(embedder: Embedder) -> Callable[[str, str], float]:
    def cosine(one: str, other: str) -> float:
        first, second = embedder.embed([one, other])
        return float(first @ second)

    return cosine


def _answer(sentence: str, words: str, before: int = 50) -> Ranked:
    start = sentence.index(words)
    candidate = Candidate("a", 0, before, before + len(sentence), sentence, 0.9)
    return Ranked(candidate, Span("a", before + start, before + start + len(words), words))


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("How many battleships were delivered?", GRADUATES, "17"),
        ("How many battleships were delivered?", GRADUATES, "the first 17 graduates"),
        ("How many battleships were delivered?", ACADEMY, "17"),
        ("How many aircraft does Kazakhstan’s air force have?", BATTALION, "27"),
        ("What is the population of Orland?", FERRY, "180"),
        ("Tell me how many guns the ship carried.", MEMBERS, "five hundred and ten"),
    ],
)
def test_a_number_of_something_else_is_told(
    question: str, sentence: str, words: str, similar: Callable[[str, str], float]
) -> None:
    assert counts_another(question, _answer(sentence, words), similar)


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("How many graduates were there?", GRADUATES, "17"),
        ("How many students graduated?", GRADUATES, "17"),  # another word for the same
        ("How many soldiers does its battalion have?", BATTALION, "27"),
        ("How many people put their names on the merchants' petition?", PETITION, "1,870"),
        ("How many teaching jobs in the uplands were unfilled?", POSTS, "2,140"),  # told by what follows
        ("How many harbour seals were counted?", SEALS, "530"),  # counts nothing that is named beside it
        ("What was the population of Marsk?", MARSK, "41,000"),
        ("What was the population of Marsk?", CENSUS, "41,000"),
        ("How many times did the academy open?", GRADUATES, "17"),  # asks for nothing that is named
        ("How many are there?", GRADUATES, "17"),  # nothing named in the question
        ("Which battleships were delivered?", GRADUATES, "17"),  # no number asked for
        ("How many battleships were delivered?", GRADUATES, "the academy"),  # no number read
    ],
)
def test_a_number_of_what_is_asked_for_is_left_alone(
    question: str, sentence: str, words: str, similar: Callable[[str, str], float]
) -> None:
    assert not counts_another(question, _answer(sentence, words), similar)


def test_without_few_words_that_answer_nothing_is_said(similar: Callable[[str, str], float]) -> None:
    unread = Ranked(_answer(GRADUATES, "17").candidate)
    assert not counts_another("How many battleships were delivered?", unread, similar)


def test_the_confidence_falls_below_what_is_answered(similar: Callable[[str, str], float]) -> None:
    candidate = _answer(GRADUATES, "17").candidate
    start = GRADUATES.index("17")
    reading = Reading((-0.1,), ((start, start + 2),), 6.0)
    asked = (
        confidence(Retrieval(question, (candidate,), (), {}), reading, similar)
        for question in ("How many graduates were there?", "How many battleships were delivered?")
    )
    graduates, battleships = asked
    assert battleships.probability < battleships.refuse_below < graduates.probability
