"""Slips of the keyboard are mended by the article's words; names and words that are right stay."""

import json
from pathlib import Path

import pytest

from footnote.retrieve.spelling import spelled, vocabulary

DATA = Path(__file__).parent / "data"
KNOWN = vocabulary(
    [
        "The architect Möngke Hallenberg designed the Tannery Street bridge in Kazakhstan. The bridge was "
        "not closed by the government. Altynbayev received the peacekeepers in the harbour, and people were "
        "paid.",
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who desinged the brige", "who designed the bridge"),
        ("how many peopel did the goverment pay", "how many people did the government pay"),
        ("hwo many architcts were paid?", "how many architects were paid?"),
        ("wich bridge was closd", "which bridge was closed"),
        ("What did teh peacekeppers do in kazakstan?", "What did the peacekeepers do in Kazakhstan?"),
        ("Did Mongke design it?", "Did Möngke design it?"),
        ("Did Hallenburg design it?", "Did Hallenberg design it?"),
        ("Who was Altynbaev’s deputy?", "Who was Altynbayev’s deputy?"),
        ("Wher is it?", "Where is it?"),
        ("who recieved them", "who received them"),
        ("when did the avalance come", "when did the avalanche come"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert spelled(typed, KNOWN) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who designed the bridge?",
        "Which colours did the programme of the centre show?",
        "Who criticised the defence of the harbours, and who organised it?",
        "What did Munk say to Anders Crail?",
        "what did munk say to crail",
        "Who is Mendel?",
        "What is KAZBAT, or the CSTO?",
        "Is co-operation de facto wanted?",
        "Wer hat die Brücke entworfen?",
        "wer hat die brücke entworfen",
        "¿Quién diseñó el puente y cuándo se cerró?",
        "How many km2, e.g. 12kWh?",
        "https://example.org/brige",
        "who desinged the brige " * 20,
        "?",
        "",
    ],
)
def test_what_is_no_slip_stays(question: str) -> None:
    assert spelled(question, KNOWN) == question


def test_of_a_word_in_several_forms_the_small_one_is_taken() -> None:
    assert vocabulary(["Bridges. The bridges of Bern; BERN"]) == {
        "bridges": "bridges",
        "the": "The",
        "of": "of",
        "bern": "Bern",
    }


def test_of_the_questions_to_measure_with_only_slips_are_touched() -> None:
    """As read by a person: each of these is one."""
    changed = {
        (before, after)
        for file in sorted(DATA.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
        if "questions" in (article := json.loads(line))
        if article.get("language", "en") == "en"  # of other articles no slip is mended
        for question in article["questions"]
        for before, after in zip(
            question["question"].split(),
            spelled(question["question"], vocabulary([article["text"]])).split(),
            strict=True,
        )
        if before != after
    }
    assert changed == {
        ("recieved?", "received?"),
        ("recomend", "recommend"),
        ("previos", "previous"),
        ("goverment", "government"),
        ("doesnt", "doesn't"),
        ("departement?", "department?"),
        ("colector", "collector"),
        ("alowed", "allowed"),
        ("acident", "accident"),
    }
