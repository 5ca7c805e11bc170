"""Does a sentence tell the price that is asked for beside what it is of: "a $2 billion bridge"?"""

import pytest

from footnote.answer.confidence import confidence
from footnote.answer.priced import names_the_price
from footnote.schema import Candidate, Message, Reading, Retrieval
from footnote.service import Footnote

BRIDGE = "The state's most ambitious project, a $2 billion bridge with six lanes, carries Highway 9."
TELESCOPE = "The 1.2-billion-yuan (US$171-million) telescope, named FAST, took half a decade."
ARTICLE = (
    "Riverport gets its bridge at last\n\n"
    "After three decades of argument, drivers crossed the Anson River at Riverport on Monday without waiting "
    "for a ferry.\n\n"
    f"{BRIDGE} It was designed by Mora Lindqvist, who also drew the city's library.\n\n"
    "The ferry, which made its last trip on Sunday, earned $11 million a year. The federal government put in "
    "$700 million. Toll collectors earned $21 an hour; on the bridge cameras read the plates.\n"
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How much did the bridge cost?", BRIDGE),
        ("And how much did the bridge cost to build?", BRIDGE),
        ("What was the price of the bridge?", BRIDGE),
        ("How expensive is the bridge?", BRIDGE),
        ("How much did the telescope cost?", TELESCOPE),
        ("How much did the yacht cost?", "He guards the $70 million yacht for a Russian."),
        ("How much does the lamp cost?", "We tried a 40-euro reading lamp."),
        ("How much does the reading lamp cost?", "We tried a 40-euro reading lamp."),
        ("What did the bridge cost?", "The £3m bridge opened on Sunday."),
        ("How much was the fine?", "The council has now revoked the £70 fine ."),
        ("What do the chairs cost?", "She was not let sit on the £500 chairs - they were new."),
    ],
)
def test_a_sum_right_before_the_thing_is_its_price(question: str, sentence: str) -> None:
    assert names_the_price(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How much did the old bridge cost?", BRIDGE),
        ("How much did the tunnel cost?", BRIDGE),
        ("How much did the highway cost?", BRIDGE),
        ("Who designed the bridge?", BRIDGE),
        ("How much did the bridge cost the ferry's owners?", BRIDGE),
        ("How much did the repair of the bridge cost?", BRIDGE),
        ("How much does the bridge weigh?", BRIDGE),
        ("How much did the bridge cost?", "A $2 million bridge loan was refused."),
        ("How much did the bridge cost?", "The $2 million bridge repairs took a year."),
        ("How much did the bridge cost?", "A $3 billion bridge and tunnel were planned in 1998."),
        ("How much did the bridge cost?", "The state gave $700 million for the bridge."),
        ("How much did the bridge cost?", "Collectors earned $21 an hour; the bridge has none."),
        ("How much did the line cost?", "The bank approved a $2 billion line of credit."),
        ("How much did the dish cost?", "A 500-metre dish was built."),
        ("How much did the course cost?", "The 22-month course begins in May."),
    ],
)
def test_a_sum_of_something_else_is_not(question: str, sentence: str) -> None:
    assert not names_the_price(question, sentence)


def test_the_price_is_answered_though_the_reader_doubts_it() -> None:
    candidate = Candidate("a", 0, 0, len(BRIDGE), BRIDGE, 0.9)
    start = BRIDGE.index("$2 billion")
    doubting = Reading((-0.1,), ((start, start + 10),), -6.0)
    bridge, tunnel = (
        confidence(Retrieval(question, (candidate,), (), {}), doubting, lambda one, other: 0.9)
        for question in ("How much did the bridge cost?", "How much did the tunnel cost?")
    )
    assert bridge.probability > bridge.refuse_below > tunnel.probability


def test_what_costs_nothing_in_the_article_is_refused(service: Footnote) -> None:
    one = service.add_article(ARTICLE)
    *_, bridge = service.ask("How much did the bridge cost?", [one.id])
    assert (bridge.status, bridge.short_answer and bridge.short_answer.text) == ("answered", "$2 billion")
    *_, library = service.ask("How much did the library cost?", [one.id])
    assert library.status == "not_in_article"
    *_, who = service.ask("Who designed the bridge?", [one.id])
    history = (Message("user", "Who designed the bridge?"), Message("assistant", who.answer))
    *_, then = service.ask("And how much did it cost?", [one.id], history)
    assert then.status == "answered"
    assert "$2 billion" in then.answer
    service.remove_article(one.id)
