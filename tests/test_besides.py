"""A question that leaves something aside is looked for without that too: elsewhere the rest may be told."""

import pytest

from footnote.retrieve.besides import mixed, without_excluded
from footnote.schema import Candidate
from footnote.service import Footnote

NAVY = (
    "The new navy will be, in addition to its maritime border-guard service, placed under the operational "
    "control of the security service. The ministry is attempting to create a functioning navy that will "
    "include marines, coastal artillery, and a military flotilla. The yards at Uralsk build patrol boats."
)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Besides its coast guard, who makes up the navy?", "who makes up the navy?"),
        ("Apart from England who was welcoming?", "who was welcoming?"),
        ("Who besides the Russians are often left out?", "Who are often left out?"),
        ("Who else, apart from the mayor, did they invite?", "Who did they invite?"),
        ("What advances besides arms did Europe make?", "What advances did Europe make?"),
        ("What pest other than shipworms does it withstand?", "What pest does it withstand?"),
        ("What did she bring, apart from her books?", "What did she bring?"),
    ],
)
def test_what_is_left_aside_is_cut(question: str, rest: str) -> None:
    assert without_excluded(question) == rest


@pytest.mark.parametrize(
    "question",
    [
        "Who stood beside the king?",
        "What is known besides?",
        "Was anybody told except the air force?",
        "Other than that, nothing was said.",
        "Who told them other things?",
        "Besides",
        "apart from apart from apart from " * 50,
    ],
)
def test_what_leaves_nothing_aside_stays_whole(question: str) -> None:
    assert without_excluded(question) is None


def _candidate(number: int, probability: float) -> Candidate:
    return Candidate("a", number, number * 10, number * 10 + 5, f"{number}", probability, 0)


def test_two_findings_are_averaged_and_ordered() -> None:
    one = [_candidate(1, 0.9), _candidate(2, 0.1)]
    other = [_candidate(3, 0.7), _candidate(2, 0.3)]
    found = mixed(one, other)
    assert [(c.number, round(c.probability, 3)) for c in found] == [(1, 0.45), (3, 0.35), (2, 0.2)]


def test_the_sentence_that_tells_the_rest_is_cited(service: Footnote) -> None:
    article = service.add_article(text=NAVY, title="Navy").id
    *_, last = service.ask("Besides its border-guard service, who will make up the navy?", [article], [])
    service.remove_article(article)
    assert any("marines" in one.text for one in last.citations)
    assert last.short_answer is None  # the sentence before tells of the border guards
    assert all(NAVY[one.start : one.end] == one.text for one in last.citations)
