"""What an abbreviation stands for: which questions ask for it, and what sentences say."""

import time

import pytest

from footnote.abbreviation import asked_for, long_form, may_tell
from footnote.service import Footnote

TREATY = "Collective Security Treaty Organization"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What does CSTO stand for?", "CSTO"),
        ("what did the acronym “FIS” stand for", "FIS"),
        ("What does U.S. mean?", "U.S"),
        ("What does mRNA stand for?", "mRNA"),
        ("What does pH mean?", "pH"),
        ("What do NGOs stand for?", "NGO"),
        ("What does iPhone mean?", ""),
        ("What does NATO mean for Russia?", ""),
        ("What is KNB short for?", "KNB"),
        ("What is NATO an abbreviation of?", "NATO"),
        ("What is the full name of the CRDF?", "CRDF"),
        ("What does focal length mean?", ""),
        ("What does Russia stand for?", ""),
        ("What does the CSTO do?", ""),
        ("What does E3 mean?", ""),
        ("What does B12 stand for?", ""),
        ("What does H2O mean?", "H2O"),
    ],
)
def test_which_questions_ask_for_it(question: str, short: str) -> None:
    assert asked_for(question) == short


@pytest.mark.parametrize(
    ("short", "sentence", "words"),
    [
        ("CSTO", f"the head of the {TREATY} (CSTO), said", TREATY),
        ("CSTO", f"In the CSTO ({TREATY}) it is", TREATY),
        ("FIS", "It is the FIS (Front Islamique de Salut) in Algeria.", "Front Islamique de Salut"),
        ("KNB", "the National Security Service (KNB) controls it", None),
        ("CSTO", "The CSTO, said Interfax, agreed.", None),
        ("CSTO", "The CSTO (see below) agreed.", None),
        ("", "Nothing (at all) is asked.", None),
        ("ANSI", "The American National Standards Institute (ANSI, say AN-see) met.",
         "American National Standards Institute"),
        ("NATO", "the North Atlantic Treaty Organization (NATO; French: OTAN)",
         "North Atlantic Treaty Organization"),
        ("TAI", "International Atomic Time (TAI, from the French name Temps Atomique International) is",
         "Temps Atomique International"),
        ("TAI", "with the equation TT(TAI) = TAI + 32.184 s", None),
        ("TAI", "the name International Atomic Time (TAI)", None),
        ("BTA", "It will not be sent to another town (BTA, Sofia).", None),
        ("EAL", "the EAL (Echelle Atomique Libre, meaning Free Atomic Scale)", "Echelle Atomique Libre"),
        ("OCP", "by the Office of Civil Protection (OCP)", "Office of Civil Protection"),
        ("HHU", "at the Harbour Health Unit (HHU) in May", "Harbour Health Unit"),
        ("ipRGC", "intrinsically photosensitive retinal ganglion cells (ipRGCs)",
         "intrinsically photosensitive retinal ganglion cells"),
        ("eGFR", "the estimated glomerular filtration rate (eGFR)", "estimated glomerular filtration rate"),
        ("mRNA", "with messenger RNA (mRNA)", "messenger RNA"),
        ("NGO", "The NGOs (non-governmental organisations) left.", "non-governmental organisations"),
        ("CRDF", "the Collective Rapid Deployment forces (CRDF)", "Collective Rapid Deployment forces"),
        ("NATO", "the North Atlantic Treaty Organisation (NATO)", "North Atlantic Treaty Organisation"),
        ("AB", "(AB)", None),
    ],
)  # fmt: skip
def test_what_a_sentence_gives_it_for(short: str, sentence: str, words: str | None) -> None:
    found = long_form(short, sentence)
    assert (sentence[slice(*found)] if found else None) == words


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("The National Security Committee (KNB) controls it.", True),
        ("The KNB [its secret service] controls it.", True),
        ("The committee, or KNB, controls it.", True),
        ("The KNB, the Committee of Security, controls it.", True),
        ("The committee, known as the “KNB”, controls it.", True),
        ("KNB stands for a committee.", True),
        ("The National Security Committee (KNB, founded in 1992) controls it.", True),
        ("The KNB, said Ivanov, controls it.", False),
        ("The letter stands for a committee.", False),
    ],
)
def test_what_may_tell_it_in_some_other_way(sentence: str, tells: bool) -> None:
    assert may_tell("KNB", sentence) is tells


@pytest.mark.parametrize("text", [" ", "( ", "(WHO, ", " (WHO) ", "WHO (a, ", "of "])
def test_a_strange_sentence_is_looked_through_in_linear_time(text: str) -> None:
    began = time.perf_counter()
    long_form("WHO", text * (100_000 // len(text)))
    assert time.perf_counter() - began < 5.0


def test_an_abbreviation_that_nothing_spells_out_is_refused(service: Footnote) -> None:
    text = (
        "The harbour of Ostra took part in NATO exercises in May. A NATO brigade trained there. "
        "Its commander, Jan Holm, praised the Partnership for Peace. The harbour was closed for a week."
    )
    article = service.add_article(text, title="Exercises")
    *_, answer = service.ask("What does NATO stand for?", article_ids=[article.id])
    assert answer.status == "not_in_article"
    *_, answer = service.ask("Who praised the Partnership for Peace?", article_ids=[article.id])
    assert answer.status == "answered"


def test_the_sentence_that_spells_it_out_answers(service: Footnote) -> None:
    text = (
        "CRDF officers met twice in May. The CRDF stands by at Aktau, and what the CRDF does is hidden. "
        "Ivanov thinks that there is a mechanism already: the Collective Rapid Deployment forces (CRDF), "
        "which he commands. The CRDF has a name of its own and full barracks."
    )
    article = service.add_article(text, title="Forces")
    *_, answer = service.ask("What is the full name of the CRDF?", article_ids=[article.id])
    assert answer.status == "answered"
    assert answer.short_answer is not None
    assert answer.short_answer.text == "Collective Rapid Deployment forces"
    assert answer.citations[0].text.startswith("Ivanov thinks")
