"""Follow-up questions are spelled out, and a question that stands alone comes back as it was typed."""

import json
import os
import string
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnote.config import Settings
from footnote.embed import load_embedder
from footnote.followup import standalone, understood, understood_apart
from footnote.followup.casing import prose
from footnote.followup.turns import turns
from footnote.retrieve import Retriever
from footnote.schema import Article, Message, Told
from footnote.segment import SEGMENTATION
from footnote.shorthand import spelt_out
from footnote.store import Indexing, open_store
from ranking import put, rank

SAMPLES = Path(__file__).parents[1] / "src" / "footnote" / "assets" / "samples"
DATA = Path(__file__).parent / "data"

MINISTER = (
    "Who is Kazakhstan’s defence minister?",
    "**Mukhtar Altynbayev** “Mukhtar Altynbayev, Kazakhstan’s defence minister, firmly denied this.” [1]",
)
CADETS = (
    "How many cadets graduated from the Naval Academy?",
    "“In early July 17 cadets became the first to graduate from the Naval Academy at Aktau.” [1]",
)
ACADEMY = (
    "What is the Naval Academy at Aktau?",
    "“17 cadets graduated from the Naval Academy at Aktau.” [1]",
)
BIDDERS = (
    "Which companies were allowed to bid?",
    "“BAE Systems and EADS of Germany are among the companies that have been allowed to bid.” [1]",
)
NATO = (
    "Does Russia want the CSTO to talk to NATO?",
    "“Russia would like the CSTO to speak to the alliance.” [1]",
)
DEAL = (
    "Did Kazakhstan reach a deal with BAE Systems?",
    "“Defense Minister Mukhtar Altynbayev strenuously denied that Kazakhstan has reached a deal.” [1]",
)
BATTALION = (
    "How many peacekeepers did Kazakhstan send to Iraq?",
    "“The 27 members of its battalion in Iraq irritate Russian policymakers.” [1]",
)
SEALS = (
    "How many harbour seals were counted this year?",
    "“Volunteers counted 412 animals on 14 August, down from 468 last year.” [1]",
)
DRONE = ("Did the drone fly over Pell Spit?", "“It did not fly over Pell Spit.” [1]")
LENS = (
    "Where was Fresnel’s first large lens lit?",
    "“It was lit in the tower of Cordouan, in July 1823.” [1]",
)
ORDERS = ("What is the focal length of a first-order lens?", "It has a focal length of 920 millimetres. [1]")
BUFFON = (
    "Who thought of a stepped lens before Fresnel?",
    "The Comte de Buffon and the Marquis de Condorcet thought of a stepped lens. [1]",
)
REFUSED = ("When does the tender end?", "The article does not say.")

SPELLED_OUT = [
    # he, she, it, they and what is theirs
    (MINISTER, "When was he born?", "When was Mukhtar Altynbayev born?"),
    (MINISTER, "What else did he say?", "What else did Mukhtar Altynbayev say?"),
    (MINISTER, "Is Tokayev older than him?", "Is Tokayev older than Mukhtar Altynbayev?"),
    (CADETS, "What did they study?", "What did the cadets that graduated from the Naval Academy study?"),
    (
        CADETS,
        "How long were their courses?",
        "How long were the courses of the cadets that graduated from the Naval Academy?",
    ),
    (ACADEMY, "When was it founded?", "When was the Naval Academy at Aktau founded?"),
    (ACADEMY, "What is its purpose?", "What is the purpose of the Naval Academy at Aktau?"),
    (ACADEMY, "Who graduated from there?", "Who graduated from the Naval Academy at Aktau?"),
    (LENS, "How did he die?", "How did Fresnel die?"),
    (LENS, "How big was it?", "How big was Fresnel’s first large lens?"),
    (LENS, "Where is that?", "Where is the tower of Cordouan?"),
    (NATO, "Who leads it?", "Who leads the CSTO?"),
    (BIDDERS, "Why were these companies chosen?", "Why were the companies that were allowed to bid chosen?"),
    (REFUSED, "Who won it?", "Who won the tender?"),
    # one of two
    (BUFFON, "What did the latter suggest?", "What did the Marquis de Condorcet suggest?"),
    (BIDDERS, "Where is the second one based?", "Where is EADS of Germany based?"),
    (BIDDERS, "What about the second one?", "What about EADS of Germany?"),
    # a new part in the place of the like part
    (MINISTER, "And Russia’s?", "Who is Russia’s defence minister?"),
    (MINISTER, "Russia?", "Who is Russia’s defence minister?"),
    (MINISTER, "What about the foreign minister?", "Who is Kazakhstan’s foreign minister?"),
    (MINISTER, "And his deputy?", "Who is Mukhtar Altynbayev’s deputy?"),
    (SEALS, "And grey seals?", "How many grey seals were counted this year?"),
    (SEALS, "And how many grey seals?", "How many grey seals were counted this year?"),
    (SEALS, "And last year?", "How many harbour seals were counted last year?"),
    (SEALS, "And in the summer of 2021?", "How many harbour seals were counted in the summer of 2021?"),
    (NATO, "And does Kazakhstan?", "Does Kazakhstan want the CSTO to talk to NATO?"),
    (NATO, "Does Kazakhstan?", "Does Kazakhstan want the CSTO to talk to NATO?"),
    (ORDERS, "What about the sixth order?", "What is the focal length of the sixth order?"),
    # a bare question word
    (DRONE, "Why?", "Why did the drone not fly over Pell Spit?"),
    (DRONE, "When was that?", "When did the drone fly over Pell Spit?"),
    (LENS, "And when?", "When was Fresnel’s first large lens lit?"),
    (SEALS, "By whom?", "How many harbour seals were counted this year, and by whom?"),
    (
        CADETS,
        "Who said that?",
        "Who said that in early July 17 cadets became the first to graduate from the Naval Academy at Aktau?",
    ),
    (NATO, "Is that true?", "Is it true that Russia would like the CSTO to speak to the alliance?"),
    (NATO, "Really?", "Is it true that Russia would like the CSTO to speak to the alliance?"),
    (NATO, "Are you sure?", "Is it true that Russia would like the CSTO to speak to the alliance?"),
    # more of the same matter
    (MINISTER, "Tell me more", "Tell me more about Mukhtar Altynbayev."),
    (MINISTER, "Can you elaborate?", "Tell me more about Mukhtar Altynbayev."),
    (
        SEALS,
        "Please explain that in simple words.",
        "Tell me more about the harbour seals that were counted this year.",
    ),
    (DRONE, "I don’t understand", "Tell me more about the drone and Pell Spit."),
    (LENS, "What else?", "Tell me more about Fresnel’s first large lens."),
    # what is the same as a bare question word
    (DRONE, "What was the reason for that?", "Why did the drone not fly over Pell Spit?"),
    (DRONE, "Does it say why?", "Why did the drone not fly over Pell Spit?"),
    (DRONE, "Why though?", "Why did the drone not fly over Pell Spit?"),
    (LENS, "Can you tell me when that was?", "When was Fresnel’s first large lens lit?"),
    # corrections, and what a thing has, which takes no thing's place
    (MINISTER, "I meant Russia", "Who is Russia’s defence minister?"),
    (MINISTER, "No, Russia.", "Who is Russia’s defence minister?"),
    (MINISTER, "Not Kazakhstan, but Russia", "Who is Russia’s defence minister?"),
    (MINISTER, "Same question for Russia", "Who is Russia’s defence minister?"),
    (LENS, "And the causes?", "What about the causes: where was Fresnel’s first large lens lit?"),
    (LENS, "And the cost?", "What about the cost: where was Fresnel’s first large lens lit?"),
    # the answer's statement
    (("What about the engines?", "“Two.” [1]"), "and the crew's wages?", "What about the crew's wages?"),
    (DRONE, "And then?", "What happened after the drone did not fly over Pell Spit?"),
    (DRONE, "What happened before that?", "What happened before the drone did not fly over Pell Spit?"),
    (DRONE, "And the result?", "What was the result when the drone did not fly over Pell Spit?"),
    (DRONE, "Is that still the case?", "Is it still so that the drone did not fly over Pell Spit?"),
    (NATO, "How do you know?", "Where does it say that Russia would like the CSTO to speak to the alliance?"),
    (NATO, "Quote it", "Where does it say that Russia would like the CSTO to speak to the alliance?"),
    (
        NATO,
        "Why is that important?",
        "Why is it important that Russia would like the CSTO to speak to the alliance?",
    ),
    # a country is no he
    (
        DEAL,
        "Why did he deny it?",
        "Why did Defense Minister Mukhtar Altynbayev deny the deal with BAE Systems?",
    ),
    # beside one that is asked for, he is no subject; nor what was done, where something else is the verb
    (MINISTER, "Who came before him?", "Who came before Mukhtar Altynbayev?"),
    (MINISTER, "who listened to him?", "Who listened to Mukhtar Altynbayev?"),
    (MINISTER, "Who wanted to see him?", "Who wanted to see Mukhtar Altynbayev?"),
    (MINISTER, "Who was minister before him?", "Who was minister before Mukhtar Altynbayev?"),
    (MINISTER, "Why does Tokayev’s wife not like him?", "Why does Tokayev’s wife not like him?"),
    (MINISTER, "How many men did Tokayev bring with him?", "How many men did Tokayev bring with him?"),
    (MINISTER, "Who lost when he left?", "Who lost when he left?"),
    (MINISTER, "Who said that he would go?", "Who said that he would go?"),
    (LENS, "How much did it cost", "How much did Fresnel’s first large lens cost"),
    (LENS, "why did it fail", "Why did Fresnel’s first large lens fail"),
    (DRONE, "who did it", "who did it (Did the drone fly over Pell Spit?)"),
    # nothing to put in its place: the last question is set beside it
    (BATTALION, "Did Russia?", "Did Russia? (How many peacekeepers did Kazakhstan send to Iraq?)"),
    (SEALS, "What caused it?", "What caused it? (How many harbour seals were counted this year?)"),
]

STANDS_ALONE = [
    "What is KAZBAT?",
    "And what is KAZBAT?",
    "In what decade did Louis XIV start his reign?",
    "From whom did the Huguenots purchase the land where they settled?",
    "Who lost his post in 1974?",
    "Why did the sworn brokers end their strike?",
    "Who deployed its army into Afghanistan in 1979?",
    "When Japan received 71% of its oil from the middle east what result did it cause?",
    "How far is it from Davenports Neck to New Rochelle?",
    "How many Huguenots were there in France in 1685?",
    "It is generally assumed that a Turing machine can solve what?",
    "What does it mean when currencies are left to float?",
    "Whose thesis states that the solution to a problem is solvable?",
    "What was Abu Hamaz al-Masri charged with when he was arrested?",
    "What suite uses UDP?",
    "What happened in Iraq?",
    "What is the main point of the article?",
    "What about the relations between Kazakhstan and Russia in the last ten years?",
    "Was sagte er?",
    "Warum?",
    "Und Russland?",
    "Wo kommt er her?",
    "Was bedeutet KAZBAT?",
    "  What is KAZBAT?  ",
    "",
    "?",
]


def _history(turns: Sequence[str]) -> list[Message]:
    return [Message("assistant" if place % 2 else "user", text) for place, text in enumerate(turns)]


@pytest.mark.parametrize(("turns", "question", "wanted"), SPELLED_OUT)
def test_a_follow_up_is_spelled_out(turns: tuple[str, str], question: str, wanted: str) -> None:
    assert standalone(question, _history(turns)) == wanted


VARGA = (
    "Who is Ilona Varga?",
    "“Ilona Varga was born on 3 February 1902 in the mining town of Korlat.” [1]",
)
VARGA_LEFT = (
    "did varga ever go to university?",
    "“In 1920 she entered the University of Grenau to study mathematics.” [1]",
)
CHAMBER = (
    "what did varga discover?",
    "“In 1933 Varga found the great chamber now called the Hall of Organs.” [1]",
)
SANDOR = ("Who was Viktor Sandor?", "“She met Viktor Sandor, an engineer and amateur caver.” [1]")
METHOD = ("so he invented the thread method?", "“Her method used a long waxed thread.” [1]")
HUSBAND = ("What did her husband do?", "“Her father, Bela, was a mine surveyor.” [1]")
NYLON = ("Who built the second model?", "“The engineer Mateo Ferrant has built a version from nylon.” [1]")
DOCTOR = ("what did dr osei say about fog?", "The article does not say.")
SHIP = (
    "What is the newest ship of Cape Verde called?",
    "“The newest, the Guardião, tied up at Mindelo.” [1]",
)
PEOPLE = [
    # he is who is told to be a man, she who is told to be a woman
    ((*VARGA, *HUSBAND), "How did he die?", "How did Ilona Varga’s husband die?"),
    ((*VARGA, *HUSBAND), "How did she die?", "How did Ilona Varga die?"),
    ((*VARGA, *HUSBAND), "Was she with him?", "Was Ilona Varga with Ilona Varga’s husband?"),
    # her is one who was met, or the same woman that the question calls she
    (VARGA, "Who met her?", "Who met Ilona Varga?"),
    (VARGA, "Who was kind to her?", "Who was kind to Ilona Varga?"),
    (VARGA, "Who met her father?", "Who met her father?"),
    (
        VARGA,
        "Why did Anna Weiss not know what she had in front of her?",
        "Why did Anna Weiss not know what she had in front of her?",
    ),
    # a name that was she stays she
    (
        (*VARGA, "when was she born?", "In 1902. [1]", *SANDOR),
        "How did he die?",
        "How did Viktor Sandor die?",
    ),
    (
        (*CHAMBER, "was she alone?", "She was. [1]", *SANDOR, *METHOD),
        "how many caves did she survey?",
        "How many caves did Varga survey?",
    ),
    ((*NYLON, *DOCTOR), "Does she work with him?", "Does Dr Osei work with Mateo Ferrant?"),
    # no place and no thing is he or she, but for a ship
    (VARGA_LEFT, "Why did she leave?", "Why did varga leave?"),
    (
        ("In which year was that?", "“In 1920 she entered the University of Grenau.” [1]"),
        "Why did she leave?",
        "Why did she leave? (In which year was that?)",
    ),
    ((*VARGA, *VARGA_LEFT), "why did she leave?", "Why did Varga leave?"),
    (CHAMBER, "Was she alone?", "Was Varga alone?"),
    (SHIP, "Where was she built?", "Where was the newest ship of Cape Verde built?"),
    # but for one that is trusted in, and where nobody else was named for one that something is near
    (("Who has faith in Weber?", "“Many have.” [1]"), "When was he elected?", "When was Weber elected?"),
    (("Why did it trust in Anna Weber?", "It did."), "When was she elected?", "When was Anna Weber elected?"),
    (("What is near Anna?", "“A dog.” [1]"), "How old is she?", "How old is Anna?"),
    ((*VARGA, "What is near Korlat?", "“A mine.” [1]"), "Where did she die?", "Where did Ilona Varga die?"),
    ((*VARGA, *SEALS, "What is near Korlat?", "No."), "Where did she die?", "Where did Ilona Varga die?"),
    (
        ("Who lives in Korlat?", "“Miners.” [1]"),
        "How old is she?",
        "How old is she? (Who lives in Korlat?)",
    ),
    (
        ("What is near France?", "“An isle.” [1]"),
        "How old is she?",
        "How old is she? (What is near France?)",
    ),
    (
        ("What is near the town of Korlat?", "“A mine.” [1]"),
        "How old is she?",
        "How old is she? (What is near the town of Korlat?)",
    ),
    (
        ("Who has an interest in Weber?", "“Many.” [1]"),
        "Did she know?",
        "Did she know? (Who has an interest in Weber?)",
    ),
    # a name in small letters that was in no answer
    (("did grundy vote for the act?", "“The act was passed.” [1]"), "Was he paid?", "Was grundy paid?"),
    (SANDOR, "did grundy vote for the act when he was ill?", "did grundy vote for the act when he was ill?"),
    (SANDOR, "how did lenggen take her postcard?", "how did lenggen take her postcard?"),
    # a river is nobody
    (
        (
            "What is Threlkeld's best-known work?",
            "“It is the Ellerbeck Viaduct over the gorge of the Eller.” [1]",
        ),
        "How did he die?",
        "How did Threlkeld die?",
    ),
    (
        ("Who owns the ferry?", "“It belongs to Brightwater Lines.” [1]"),
        "How old is she?",
        "How old is the ferry?",
    ),
    # a name is what its own question calls it
    (
        ("When did Anna leave her brother?", "“In 1930.” [1]"),
        "Did he follow?",
        "Did he follow? (When did Anna leave her brother?)",
    ),
    (("When did Anna leave her brother?", "“In 1930.” [1]"), "Did she follow?", "Did Anna follow?"),
    (("How did Renn break his leg?", "“He fell.” [1]"), "Did he recover?", "Did Renn recover?"),
    # but not what it calls another: whom one speaks of, whom one acts upon, and a known one's kin
    (
        (
            "Why did the minister resign?",
            "“He was ill.” [1]",
            "What did Merkel say about his resignation?",
            "The article does not say.",
        ),
        "And what did she do next?",
        "And what did Merkel do next?",
    ),
    (
        ("Who discovered radium?", "Marie Curie. [1]", "Did Pierre help her?", "The article does not say."),
        "And when did he die?",
        "And when did Pierre die?",
    ),
    (("Why did Orban dismiss her?", "“She lied.” [1]"), "What did he say?", "What did Orban say?"),
    (
        ("What did Anna Berg say about his plan?", "The article does not say."),
        "Did she vote for it?",
        "Did Anna Berg vote for it?",
    ),
    (
        (*VARGA, "When was she born?", "In 1902. [1]", "Why did Grundy dismiss her brother?", "No idea."),
        "What did he say?",
        "What did Grundy say?",
    ),
    (
        ("When did Grundy’s wife leave her son?", "“In 1930.” [1]"),
        "How old was he?",
        "How old was Grundy?",
    ),
    # further back, for he and she only
    ((*VARGA, *DRONE, *ORDERS, *SEALS), "Did she marry?", "Did Ilona Varga marry?"),
    # what stands in front is taken up
    (VARGA_LEFT, "And the doctorate, when was that?", "And the doctorate, when was that?"),
    # in the other's place
    (
        (*SANDOR, *METHOD, *VARGA, "how many caves did she survey?", "“Varga surveyed 62 caves.” [1]"),
        "and how many did he?",
        "How many caves did Viktor Sandor survey?",
    ),
]


SISTER = (
    "And her sister?",
    "“The ropemaker Joachim Torvald and his wife Brechta had three. Her sister, Annika, taught.” [1]",
)
BOARD = ("Who runs the board?", "“Its director is Ulla Berg, and her deputy is Jan Orme.” [1]")
KENT = ("Who looked at it?", "“Its surveyor, Tobias Kent, came in March. He now regrets the wording.” [1]")
MILLER = ("Who had the mill?", "“Joachim Torvald sold the mill when he was old.” [1]")
PEOPLE += [
    # what a text tells of them: kin beside a name, or a sentence that goes on with he or she
    (SISTER, "When did she die?", "When did Annika die?"),
    (SISTER, "When did he die?", "When did Joachim Torvald die?"),
    (BOARD, "What did he say?", "What did Jan Orme say?"),
    (BOARD, "What did she say?", "What did Ulla Berg say?"),
    (KENT, "Why did he come?", "Why did Tobias Kent come?"),
    (KENT, "Why did she refuse?", "Why did she refuse? (Who looked at it?)"),
    # a whole name may open the sentence
    (MILLER, "When did he leave?", "When did Joachim Torvald leave?"),
    (MILLER, "When did she come?", "When did she come? (Who had the mill?)"),
    # a surname alone may be that of another
    (
        (
            "Who was Ilona Varga?",
            "“Varga and her brother, Bela Varga, drew the maps. Varga died in 1980.” [1]",
        ),
        "When did she die?",
        "When did Ilona Varga die?",
    ),
    # a firm is no she
    (
        ("Who built the dam?", "“It was built by Brothers Maas in 1938.” [1]"),
        "Why was she there?",
        "Why was she there? (Who built the dam?)",
    ),
]


PERENS = (
    "Who came after Ian Murdock?",
    "“When Ian Murdock left Debian, he appointed Bruce Perens as the next leader.” [1]",
)
CALLED = ("Who is Mel?", "“I'll call him Mel, because that was his name.” [1]")
PEOPLE += [
    # what is asked for is none of those whom the question names
    (PERENS, "What did he do as leader?", "What did Bruce Perens do as leader?"),
    (
        ("Who replaced Ada Voss?", "“Ada Voss was replaced by Ida Ruan.” [1]"),
        "Was she tall?",
        "Was Ida Ruan tall?",
    ),
    (("Who is Ada Voss?", "“Ada Voss was a baker.” [1]"), "When did she die?", "When did Ada Voss die?"),
    (("Who paid Ada Voss?", "“Nobody paid Ada Voss.” [1]"), "Did she wait?", "Did Ada Voss wait?"),
    # "I'll" and "I've" are nobody
    (CALLED, "Why didn't he use the drum?", "Why didn't Mel use the drum?"),
    (("What was bad?", "“I've had to read some books.” [1]"), "Why did he?", "Why did he? (What was bad?)"),
    # who wants Mel is no "wanted Mel"
    (
        ("What did the salesmen want?", "“They wanted Mel to modify the program.” [1]"),
        "Did he agree?",
        "Did Mel agree?",
    ),
]


@pytest.mark.parametrize(("turns", "question", "wanted"), PEOPLE)
def test_he_and_she_are_people_of_their_gender(turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert standalone(question, _history(turns)) == wanted


AIMS = "The aims are complementary. It is hoped that grace and fair rules help. We asked Tim Fair."


@pytest.mark.parametrize("opening", ["Hopefully,", "However,", "Raw", "Grace", "Suddenly,", "Maybe", "Fair"])
def test_a_word_that_only_opens_a_sentence_is_nobody(opening: str) -> None:
    turns = ("What was decided?", f"“{opening} the two aims are complementary.” [1]")
    text = AIMS.replace("Tim Fair", "Tim") if opening == "Fair" else AIMS
    assert standalone("What does he mean?", _history(turns), "", text).startswith("What does he mean?")


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        ("Fair,", AIMS),
        ("Mel had", ""),
        ("Grace said", ""),
        ("Grace, who knew,", ""),
        ("Grace (1920–1990):", ""),
    ],
)
def test_a_name_that_opens_a_sentence_is_somebody(opening: str, text: str) -> None:
    turns = ("What was decided?", f"“{opening} the two aims are complementary.” [1]")
    said = standalone("What does she mean?", _history(turns), "", text)
    assert said == f"What does {opening.split()[0].strip(',')} mean?"


def test_an_answer_that_is_a_name_is_somebody() -> None:
    asked = "Who painted the house?"
    assert standalone("Where did he live?", _history((asked, "“Mark.” [1]"))) == "Where did Mark live?"


def test_a_word_in_front_of_a_sentence_is_no_matter() -> None:
    turns = ("What is missing?", "“Inevitably, one aspect of each system had a shortcoming.” [1]")
    assert "Inevitably" not in standalone("Tell me more", _history(turns), "", AIMS)


MOSS = ("How much water does the grey moss collect?", "“It can gather up to 60 millilitres.” [1]")
LEDGER = ("How many people died according to the Courier?", "The articles do not say.")
AGREE = ("Do both agree on the date?", "The articles do not say.")
RENN = (
    "Who is Tobias Renn?",
    "“The skipper, Tobias Renn, had seen the ferry's lights tilt and then vanish.” [1]",
)
KERN = ("When did Ilse Kern arrive?", "“Nobody knows.” [1]")
PARTS = [
    # one is a thing of the same kind
    (MOSS, "What about the artificial one?", "How much water does the artificial moss collect?"),
    ((*MOSS, "and the artificial one?", "5 litres. [1]"), "Who built it?", "Who built the artificial moss?"),
    (("When did the old contract end?", "In May. [1]"), "And the new one?", "When did the new contract end?"),
    (("What does the second one say?", "Nothing."), "And the first one?", "What does the first one say?"),
    # what follows two words takes the place of what follows the same
    (LEDGER, "And according to the Ledger?", "How many people died according to the Ledger?"),
    (MOSS, "and according to Osei?", "How much water does the grey moss collect according to Osei?"),
    # a clause, and a thing in a clause's place
    (AGREE, "And on how deep the wreck lies?", "Do both agree on how deep the wreck lies?"),
    (
        (*AGREE, "And on how deep the wreck lies?", "No. [1]"),
        "What about the number of passengers?",
        "Do both agree on the number of passengers?",
    ),
    # a time that is guessed is asked for, and no name is put where it may be the answer
    (KERN, "Was it June?", "Did Ilse Kern arrive in June?"),
    (KERN, "Wasn't it on 3 May?", "Did Ilse Kern arrive on 3 May?"),
    (KERN, "was it last year?", "Did Ilse Kern arrive last year?"),
    (KERN, "And was it a Monday?", "Did Ilse Kern arrive on a Monday?"),
    (KERN, "Was it May?", "Did Ilse Kern arrive in May?"),
    (KERN, "Was it 1902?", "Did Ilse Kern arrive in 1902?"),
    (("Where did Ilse Kern arrive?", "“Nobody knows.” [1]"), "Was it Oslo?", "Was it Oslo?"),
    (("Which cave did Varga find?", "“Nobody knows.” [1]"), "Was it Korlat?", "Was it Korlat?"),
    (("When was the dam built?", "“Nobody knows.” [1]"), "Was it expensive?", "Was the dam expensive?"),
    (("When was the dam built?", "“Long ago.” [1]"), "Was it the first time?", "Was the dam the first time?"),
    (("How did Ilse Kern die?", "“Nobody knows.” [1]"), "Wasn't it Pike?", "How did Pike die?"),
    (("So Ilse Kern built it?", "“She did.” [1]"), "Wasn't it Pike?", "So Pike built it?"),
    # a plural and what it was seen to do are no thing
    (RENN, "What did he say about it?", "What did Tobias Renn say about it?"),
]


@pytest.mark.parametrize(("turns", "question", "wanted"), PARTS)
def test_a_part_takes_the_place_of_its_like(turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert standalone(question, _history(turns)) == wanted


WRECK = ("when did the divers reach the wreck?", "“Divers reached the wreck on Wednesday.” [1]")
CAPSIZED = (
    "so what happened?",
    "A ferry capsized off Marrow Point on Tuesday evening, killing at least 27 people, officials said. [1]",
)
QUARRY = ("Who owned the quarry?", "“The quarry belonged to the parish.” [1]")
HARDINGS = ("Where do the Hardings live?", "“They live in a mill.” [1]")
REMARKS = [
    (WRECK, "No, I meant how deep it was", "How deep was the wreck?"),
    (WRECK, "sorry, I wanted to know how deep it is.", "How deep is the wreck?"),
    (WRECK, "My question was who found it", "Who found the wreck"),
    (WRECK, "I meant how deep the wreck lies", "How deep the wreck lies"),
    (WRECK, "No, I meant what colour was the hull?", "What colour was the hull?"),
    # whether: the word falls away
    (QUARRY, "I meant whether it was closed", "Was the quarry closed?"),
    (QUARRY, "I mean if it is deep", "Is the quarry deep?"),
    (QUARRY, "I meant whether there is a fee.", "Is there a fee?"),
    (QUARRY, "I meant whether the quarry was closed", "Whether the quarry was closed"),
    (QUARRY, "I meant if it is open, who owns it?", "If the quarry is open, who owns it?"),
    # what one did, and what one did say
    (QUARRY, "I meant what it did to the river", "What did the quarry do to the river?"),
    (HARDINGS, "No, I meant what they do for a living", "What do the Hardings do for a living?"),
    (HARDINGS, "I asked how many they did in May", "How many did the Hardings do in May?"),
    (QUARRY, "I meant what it did not produce", "What did the quarry not produce?"),
    (QUARRY, "I meant what it did mention", "What the quarry did mention"),
    (HARDINGS, "I meant what they have in common", "What the Hardings have in common"),
    (HARDINGS, "I meant how long they had been there", "How long had the Hardings been there?"),
    # one is no subject
    (
        HARDINGS,
        "I meant which one was built first",
        "Which one was built first (Where do the Hardings live?)",
    ),
    # the number of a furnace is no doubt
    (QUARRY, "No. 3 furnace was shut down when?", "No. 3 furnace was shut down when?"),
    (QUARRY, "No. Who owns it?", "Who owns the quarry?"),
    (MINISTER, "Are you sure? Who appointed him?", "Who appointed Mukhtar Altynbayev?"),
    (
        (*CHAMBER, "was she alone?", "She was. [1]", *SANDOR, *METHOD),
        "are you sure? wasn't it her?",
        "So Varga invented the thread method?",
    ),
    (("Who built the dam?", "Renn built it. [1]"), "Wasn’t it Pike?", "Wasn’t it Pike?"),
    (CAPSIZED, "when was that?", "When was it that a ferry capsized off Marrow Point?"),
    (CAPSIZED, "Why?", "Why was it that a ferry capsized off Marrow Point?"),
    # what has a few words of its own is not explained by another question
    (
        WRECK,
        "does the second one say what the captain said?",
        "does the second one say what the captain said?",
    ),
    # and what is explained by one does not hand it on
    ((*BATTALION, "Did Russia?", "“It did.” [1]"), "Did it?", "Did Russia?"),
    # a complaint is passed over
    ((*WRECK, "That is not what I asked", "I am sorry."), "How deep is it?", "How deep is the wreck?"),
    ((*WRECK, "I didn't ask about Dr. Weber.", "I am sorry."), "How deep is it?", "How deep is the wreck?"),
    ((*WRECK, "You didn't answer No. 3!", "I am sorry."), "How deep is it?", "How deep is the wreck?"),
    # but not what is asked behind one
    (
        (*WRECK, "I didn't ask how deep it is. Where is the ferry built?", "In Oslo. [1]"),
        "And when?",
        "When is the ferry built?",
    ),
    ((*WRECK, "I didn't ask that. Where is it now?", "No idea."), "And why?", "Why is the wreck now?"),
    (WRECK, "That is not what I asked. How deep is it?", "How deep is the wreck?"),
    (WRECK, "You didn't answer. Who found it?", "Who found the wreck?"),
    (WRECK, "I didn't ask that. Tell me about the ferry.", "Tell me about the ferry."),
    (WRECK, "I didn't ask about Dr. Weber, who was he?", "I didn't ask about Dr. Weber, who was he?"),
    ((*WRECK, "But you didn't answer my question!", "I am sorry."), "Is it big?", "Is the wreck big?"),
]


@pytest.mark.parametrize(("turns", "question", "wanted"), REMARKS)
def test_a_remark_is_taken_off(turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert standalone(question, _history(turns)) == wanted


@pytest.mark.parametrize(
    "question",
    ["I meant well", "No, who is the minister of Peru?", "What I asked was granted"],
)
def test_what_is_no_remark_stays(question: str) -> None:
    assert standalone(question, _history(BUFFON)) == question


HEATING = (
    "The Two Ways to Heat Marlowe Fen\n\n"
    "The Quarry Loop would draw warmth from a flooded quarry, and Project Heron would burn reeds. A heron "
    "is a bird. The company behind it is Fenwarm, and its director is Gareth Pell. It sits in the High "
    "Street, and the firm behind the reeds is Heron Heat.\n\nNeither is cheap, wrote Dilys\nOrmond in the "
    "Harbour Weekly."
)
SURVEY = ("how many preferred the quarry loop", "“47 percent preferred the Quarry Loop.” [1]")
FENWARM = ("who is the director of fenwarm", "“Its director is Gareth Pell.” [1]")
TYPED_SMALL = [
    # a name has all of its capitals or none
    (SURVEY, "and project heron", "How many preferred Project Heron?"),
    (SURVEY, "what does it cost", "What does the Quarry Loop cost"),
    (SURVEY, "and the other quarry", "How many preferred the other quarry?"),
    # what only the article writes with a capital
    (FENWARM, "how much did they lose", "How much did Fenwarm lose"),
    (FENWARM, "and of heron heat?", "Who is the director of Heron Heat?"),
    (FENWARM, "what did ormond say of him", "What did Ormond say of Gareth Pell"),
    (FENWARM, "what does the harbour weekly say of him", "What does the Harbour Weekly say of Gareth Pell"),
    (FENWARM, "what is ormond's job", "what is ormond's job"),
    (FENWARM, "and ormond's?", "Who is the director of Ormond?"),
    (FENWARM, "how high is his pay", "How high is Gareth Pell’s pay"),  # no "High" of "High Street"
    (FENWARM, "which two ways does he see", "Which two ways does Gareth Pell see"),  # of a headline
    (FENWARM, "what does the harbour weekly say", "what does the harbour weekly say"),
]


def test_headlines_are_no_prose_but_paragraphs_with_a_footnote_are() -> None:
    told = "The bridge of Ely was opened by Ada Falk.[3]"
    assert prose(f"# Two Ways Out\n\n{told}\n\nThe Long Reach\n\n{told}").split("\n\n") == [
        "",
        told,
        "",
        told,
    ]


@pytest.mark.parametrize(("turns", "question", "wanted"), TYPED_SMALL)
def test_names_in_small_letters_are_written_as_the_article_has_them(
    turns: tuple[str, ...], question: str, wanted: str
) -> None:
    assert standalone(question, _history(turns), text=HEATING) == wanted


@pytest.mark.parametrize("question", ["what did varga write?", "is the hall big?", "what did pike say?"])
def test_a_question_in_small_letters_stays_as_it_was_typed(question: str) -> None:
    assert standalone(question, _history(CHAMBER)) == question


@pytest.mark.parametrize(
    "reply",
    ["No, wrong.", "Not really, thanks", "Sorry, my mistake.", "No, nothing more.", "No, the other one"],
)
def test_a_reply_is_no_correction(reply: str) -> None:
    assert standalone(reply, _history(MINISTER)) == reply


def test_a_thing_that_is_judged_is_no_statement() -> None:
    turns = ["What is a first-order lens?", "“A first-order lens is the largest that is made.” [1]"]
    assert standalone("Why is it useful?", _history(turns)) == "Why is the first-order lens useful?"


def test_what_does_not_end_is_no_wish_for_more() -> None:
    start = time.perf_counter()
    standalone("explain" + " more simple" * 300 + " x", _history(MINISTER))
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize("question", STANDS_ALONE)
@pytest.mark.parametrize("turns", [MINISTER, CADETS, DRONE], ids=["who", "how many", "did"])
def test_a_question_that_stands_alone_is_unchanged(turns: tuple[str, str], question: str) -> None:
    assert standalone(question, _history(turns)) == question


@pytest.mark.parametrize(
    "question", ["How long were their courses?", "Why?", "And Russia’s?", "Who said that?"]
)
def test_without_a_conversation_nothing_is_changed(question: str) -> None:
    assert standalone(question, []) == question
    assert standalone(question, [Message("assistant", "Hello."), Message("user", " ")]) == question
    assert (
        standalone(question, [Message("user", "Thanks"), Message("assistant", "You are welcome.")])
        == question
    )


PREAMBLES = [
    (
        "My class is doing a project on sea battles. Who showed the burning ships the way?",
        "Who showed the burning ships the way?",
    ),
    ("Morning! My coffee is cold, forgive me. Who paid for the roof?", "Who paid for the roof?"),
    (
        "Just back from Morocco. By the way, how much were the soldiers paid?",
        "How much were the soldiers paid?",
    ),
    (
        "I love books. When did Orwell look in on the famous novel?",
        "When did Orwell look in on the famous novel?",
    ),
    ("I collect old books. How old was the printer when he died?", "How old was the printer when he died?"),
    ("How long is the slate trail? I need it for a school trip, thanks!", "How long is the slate trail?"),
]
KEPT = [
    "I read about Corvey. When did he die there?",  # he is Corvey
    "I read of a paper of 1962 on computations. Who was responsible?",  # says nothing by itself
    "Kazakhstan has sent soldiers to Iraq. Which minister announced the decision?",  # tells of the matter
    "Who is my ancestor? Where did he live for ten years?",  # two questions
    "I like ships. Tell me about the crew of the Saumarez.",
    "I read about the lighthouse. When was it first lit with gas?",
    "I have a question about the seals. How many of them were counted in the bay?",
    "Fresnel fascinates me. When did he die in Paris?",
    "The US invaded Iraq in 2003. Which countries sent soldiers?",
    "The mine closed in 1984. How many miners lost jobs?",
    "World War I began in 1914. Which minister signed the treaty?",
    "Elizabeth I ruled England. When did the queen die in London?",
    "Great Britain left the Union in 2020. Which minister signed the treaty?",
    "Do you know if the U.S. has signed the treaty?",
    "Could you say if Dr. Who was shown in 1963 in colour?",
    'To what end did I choose the name "G.I. Bill of Rights"?',
]


@pytest.mark.parametrize(("typed", "asked"), PREAMBLES)
def test_what_people_tell_of_themselves_is_not_searched_for(typed: str, asked: str) -> None:
    assert standalone(typed, []) == asked
    assert standalone(typed, _history(MINISTER)) == asked


@pytest.mark.parametrize("typed", KEPT)
def test_what_the_question_needs_stays(typed: str) -> None:
    assert standalone(typed, []) == typed


# Typed small, without marks, or joined by a comma: the last clause that asks is the question.
LAST_CLAUSES = [
    ("my class is on ships, who showed them the way in the fog?", None),  # them may be the ships
    (
        "thanks, one more thing: when is the meeting and do i have to pay",
        "When is the meeting and do i have to pay",
    ),
    ("hello again, is the bronze gate safe", "Is the bronze gate safe"),
    ("ok, cheers. and who found the cracks", "Who found the cracks"),
    ("ok so ive got 40 quid and a baby at home, which kettle is best for me", "Which kettle is best for me"),
    (
        "my uncle sailed there in his youth. how long can the new ship stay out",
        "How long can the new ship stay out",
    ),
    (
        "I was wondering, how deep is Stenna Water when it is full?",
        "How deep is Stenna Water when it is full?",
    ),
    # what "it" is for, of the asker's own
    ("my son is 6 and has a yellow rash and fever, is it dangerous", "Is the yellow rash dangerous"),
    ("My son is 6 and has a rash. We were at a lake. Is it dangerous?", "Is the rash dangerous?"),
    (
        "hi im new here, walked past the tanners bridge today and its all taped off, whats going on with it",
        "What is going on with the tanners bridge",
    ),
    # a condition, a relative clause, a statement and two questions stay whole
    ("If I lose my card, what should I do?", None),
    ("When I was ill, what did the doctor do to me?", None),
    ("I am a member, and if it rains, is the pool open?", None),
    ("I met my friend, who is a doctor of medicine", None),
    ("I was ill, had been for days of fever", None),
    ("is it contagious, can he go to school", None),
    ("When Japan received oil from the middle east, what result did it cause?", None),
    ("I read about the cracks, when did the council find them?", None),
    ("I live in Korlat, how old is it by now?", None),  # it is Korlat
    # what is known already says what the question is about
    ("I know the ferry sank, but did anybody die?", None),
    ("i heard that the mill burnt down, did anybody die", None),
    ("I read the article, but when does the ferry sail?", "When does the ferry sail?"),
]


@pytest.mark.parametrize(("typed", "asked"), LAST_CLAUSES)
def test_the_last_clause_that_asks_is_searched_for(typed: str, asked: str | None) -> None:
    assert standalone(typed, []) == (asked or typed)


@pytest.mark.parametrize(
    "typed", [", what is a stoat", "?, is a b", "ok " * 1200 + "the seal is ill, is it rare"]
)
def test_commas_and_courtesies_alone_in_front_of_a_question_are_no_harm(typed: str) -> None:
    started = time.perf_counter()
    assert standalone(typed, [])
    assert time.perf_counter() - started < 2


def test_what_is_typed_without_its_apostrophe_is_spelt_out() -> None:
    turns = ["whats a lantern stoat", "“The lantern stoat is a small nocturnal mammal.” [1]"]
    assert (
        standalone("why dont they leave the island", _history(turns))
        == "Why don't lantern stoats leave the island"
    )
    assert standalone("wheres it found", _history(turns)) == "Where is the lantern stoat found"
    assert standalone("whos paying for the repair", []) == "who is paying for the repair"
    assert spelt_out("why wont they, and if it cant?") == "why won't they, and if it can't?"
    assert spelt_out("im new at the school, u know") == "i am new at the school, you know"
    assert spelt_out("who are the ppl") == "who are the people"
    for typed in (
        "What is the track cant?",
        "Why did the ship's cant grow?",
        "Why the hows and the whens matter",
        "What is the im factor?",
        "How many u boats were sunk?",
    ):
        assert spelt_out(typed) == typed
    for typed in (
        "its were ill well id shed hell wed shell",
        "as was her wont",
        "thieves' cant",
        "Wer ist im Park",
    ):
        assert standalone(typed, []) == typed
    for typed in (
        "Qu'est-ce dont il parle",
        "Qui dirige l'entreprise dont The Guardian parle?",
        "Welche Rolle spielt Müller im Film The Master?",
        "Was steht im Text über IT-Sicherheit?",
        "Wie viele Leute arbeiten im IT-Bereich?",
        "wat denkt u van de brug",
        "co u niego i u niej",
        "was will er im Park",
        "vitamin U",
        "@u u.s. whats-his-name",
    ):
        assert standalone(typed, []) == typed


TITLED = [
    ("Marrow fever: symptoms and treatment", "how do u get it", "How do you get the marrow fever"),
    ("Marrow fever: symptoms and treatment", "is it contagious?", "Is the marrow fever contagious?"),
    ("Lantern stoat", "can it kill you", "Can the lantern stoat kill you"),
    ("Lantern stoat", "how big are they?", "How big are lantern stoats?"),
    ("Lantern stoat", "how come theres less of them", "How come there is less of lantern stoats"),
    ("Breadfruit", "Where does it grow?", "Where does Breadfruit grow?"),
    ("Marrow fever", "is it spread by midges?", "Is the marrow fever spread by midges?"),
    # of the text itself, of two things, or of those whom no title names
    ("Lantern stoat", "What is it about?", None),
    ("Lantern stoat", "who is it by", None),
    ("Lantern stoat", "Who wrote it?", None),
    ("Lantern stoat", "How did they do it?", None),
    ("Brexit", "Why did they leave?", None),
    ("Annual report", "How long is it?", None),
    ("Press release", "When did it happen?", None),
    # another noun may be meant, or none
    ("Lantern stoat", "did the ferry sink when it was hit", None),
    ("Lantern stoat", "where did the lynx go when they were brought back", None),
    ("Lantern stoat", "Is it safe to swim?", None),
    ("Lantern stoat", "What does it cost to hire a bike?", None),
    ("Lantern stoat", "Why is it so dark in the second room?", None),
    ("Lantern stoat", "does it say why", None),
    ("Lantern stoat", "when is that", None),
    # no noun phrase, a person, a kind of text, a file
    ("Footbridge to shut again as repair bill has tripled", "how long is it?", None),
    ("Council Approves Budget", "how big is it?", None),
    ("Ilona Varga", "how big is it?", None),
    ('Review: "Salt and Silver"', "is it good?", None),
    ("notes_2.txt", "how long is it?", None),
    ("The valley that rented out its snow", "how long is it?", None),
    ("", "how long is it?", None),
]


@pytest.mark.parametrize(("title", "typed", "wanted"), TITLED)
def test_it_and_they_of_a_first_question_are_what_the_title_names(
    title: str, typed: str, wanted: str | None
) -> None:
    assert standalone(typed, [], title) == (wanted or typed)


def test_the_title_is_meant_only_where_nothing_was_answered() -> None:
    refused = _history(["how many are left", "The article does not say."])
    assert standalone("Is it rare?", refused, "Lantern stoat") == "Is the lantern stoat rare?"
    assert standalone("Who won it?", _history(REFUSED), "Lantern stoat") == "Who won the tender?"
    assert (
        standalone("Is it rare?", _history(ORDERS), "Lantern stoat")
        == "Is the focal length of a first-order lens rare?"
    )
    asked = ["how do u get it", "“By the bite of the reed midge.” [1]"]
    assert standalone("is it contagious", _history(asked), "Marrow fever") == "Is the marrow fever contagious"


STOAT = ("what is a lantern stoat?", "“The lantern stoat is a small nocturnal mammal.” [1]")
BITE = (
    "can it kill you?",
    "“Its bite is not venomous, but the wound often becomes infected and can glow for several days.” [1]",
)
FIRM = (
    "who is to blame?",
    "“The repair was carried out by Dorrin & Pell, a contractor from Stoke Marley.” [1]",
)
BANK = ("Who paid for it?", "“It was paid for by Hart, Rowe & Finch, a bank in Leeds.” [1]")
MEDICINE = (
    "what is velocycline?",
    "“Velocycline is not suitable for children under 8, because it can stain their teeth.” [1]",
)
SON = ("my son is 6 and has a rash, is it dangerous?", "The article does not say.")
HANGERS = (
    "ok but why did nobody test the hangers",
    "“The council did not order the tests, because they would have delayed the reopening.” [1]",
)
SAID = ("What did the mayor say about the mill?", "“Mayor Varga said that the mill was dead.” [1]")
MAYOR = (
    "why was the mayor against the mill?",
    "“The mayor, Osric Brandt, was against it because he feared for the oyster beds.” [1]",
)
RISKS = ("What are the risks of the Quarry Loop?", "“The main risk is the price of electricity.” [1]")
GROUND = ("What was found in the ground?", "“It found, at four metres, the hull of a boat.” [1]")
LAKE = ("What did the diver find in the lake?", "“He found a bronze helmet near the dam.” [1]")
BRIDGE_TODAY = "“Since 2004 the bridge has carried only bicycles and the tram; cars use the tunnel.” [1]"
CHATTED = [
    # what "about" leads to is what is asked after, not what the answer has besides
    (("What about the bridge?", BRIDGE_TODAY), "who opened it?", "Who opened the bridge?"),
    (("Tell me about the bridge", BRIDGE_TODAY), "who opened it?", "Who opened the bridge?"),
    # it is what was asked for, and not where that was
    (GROUND, "How old is it?", "How old is the hull of a boat?"),
    (LAKE, "Where is it now?", "Where is the bronze helmet now?"),
    (
        ("What did she say in the interview?", "“She had left.” [1]"),
        "How long was it?",
        "How long was the interview?",
    ),
    (("What happened in the valley?", "“A dam broke.” [1]"), "How wide is it?", "How wide is the valley?"),
    (("What does the board do in the summer?", "“It rests.” [1]"), "Who runs it?", "Who runs the board?"),
    # a firm of several names is no he and no she
    (FIRM, "what did she say?", "what did she say? (who is to blame?)"),
    (FIRM, "what did they say?", "What did Dorrin & Pell say?"),
    (BANK, "what did he do?", "what did he do? (Who paid for it?)"),
    # nor is what is called it; but the asker's own son is, where nobody else is asked about
    (MEDICINE, "can he go to school?", "can he go to school? (what is velocycline?)"),
    ((*SON, *MEDICINE), "can he go to school?", "Can my son go to school?"),
    ((*SON, *VARGA), "can she go to school?", "Can Ilona Varga go to school?"),
    ((*SON, *RENN), "can he go to school?", "Can Tobias Renn go to school?"),
    (
        ("Who died?", "“Fresnel died in 1827, but it was known only later.” [1]"),
        "Was he ill?",
        "Was Fresnel ill?",
    ),
    # a verb is no they
    ((*STOAT, *BITE), "why are there fewer of them?", "Why are there fewer of lantern stoats?"),
    # a doubt leaves the matter as it is
    ((*STOAT, *BITE, "really?", BITE[1]), "why does it glow?", "Why does the lantern stoat glow?"),
    ((*STOAT, *BITE, "is that true?", BITE[1]), "why does it glow?", "Why does the lantern stoat glow?"),
    ((*STOAT, *BITE, "where does it say that?", BITE[1]), "is it rare?", "Is the lantern stoat rare?"),
    (("Is the bronze gate open?", "“It is.” [1]"), "Is it safe?", "Is the bronze gate safe?"),
    # a fixed adverbial is no thing, nor is a name that says something
    (
        ("What do they want in the end?", "“They want it.” [1]"),
        "Who signed it?",
        "Who signed it? (What do they want in the end?)",
    ),
    (("What did it cost in the end?", "“The dam fell.” [1]"), "Who built it?", "Who built the dam?"),
    (
        ("What does Guido say?", "The article does not say."),
        "Is it finished?",
        "Is it finished? (What does Guido say?)",
    ),
    (("What does the PEP say?", "The article does not say."), "Is it finished?", "Is the PEP finished?"),
    # what somebody said or did is no thing and nobody
    (
        ("What did Hobsbawm get wrong?", "“Their account refuted Hobsbawm.” [1]"),
        "Who proved that?",
        "Who proved that their account refuted Hobsbawm?",
    ),
    (GROUND, "Who disagreed with that?", "Who disagreed with that? (What was found in the ground?)"),
    (LAKE, "What did Ada Voss say to this?", "What did Ada Voss say to this?"),
    (LAKE, "Did he do it?", "Did the diver do it?"),
    (("Who plans the dam?", "“Hart plans the dam.” [1]"), "Who will do it?", "Who will do the dam?"),
    (
        ("Why didn't the guard let them in?", "“The guard got out his list.” [1]"),
        "Did it work?",
        "Did it work? (Why didn't the guard let them in?)",
    ),
    # "the very first tool" is one phrase, and the author is none of those whom he tells of
    (
        ("What was the very first tool called?", "“It was dpkg.” [1]"),
        "Who wrote it?",
        "Who wrote the very first tool?",
    ),
    (("What does the author want?", "“Ada Voss said so.” [1]"), "Who is she?", "Who is the author?"),
    (("What does the mayor want?", "“Ada Voss said so.” [1]"), "Who is she?", "Who is Ada Voss?"),
    # "this" is the article where a text is spoken of
    (LAKE, "Is this a true story?", "Is this a true story?"),
    (LAKE, "why is it written like a poem?", "why is it written like a poem?"),
    (("What is the loop?", "“It is a loop.” [1]"), "When was it written?", "When was the loop written?"),
    # who is known as he is no they, and "those who" are many
    (
        ("Who wrote the tool?", "“Ian Murdock wrote it, and he left.” [1]"),
        "Why did they switch?",
        "Why did those who wrote the tool switch?",
    ),
    (
        ("Who elects the leader?", "“Nobody knows.” [1]"),
        "What if they disagree?",
        "What if those who elect the leader disagree?",
    ),
    (
        ("Who teaches the class?", "“Nobody knows.” [1]"),
        "What if they disagree?",
        "What if those who teach the class disagree?",
    ),
    (
        ("Who chooses the leader?", "“Nobody knows.” [1]"),
        "What if they disagree?",
        "What if those who choose the leader disagree?",
    ),
    (
        ("Who else does he blame?", "“Nobody knows.” [1]"),
        "Why do they hate?",
        "Why do they hate? (Who else does he blame?)",
    ),
    # one word in small letters is meant in the place of a name in small letters
    (("when was lenny released", "“In 2009.” [1]"), "no i meant etch", "When was etch released?"),
    (("when was the gate closed", "“In 2009.” [1]"), "no i meant etch", "no i meant etch"),
    # what was not answered about another matter is not the topic
    (
        ("when does the bridge close?", "“In May.” [1]", "why does it close?", "“It is unsafe.” [1]"),
        "and the kids?",
        "What about the kids?",
    ),
    (
        (
            *("when does the bridge close?", "“In May.” [1]"),
            *(
                "why does it close?",
                "“It is unsafe.” [1]",
                "what about the money?",
                "The article does not say.",
            ),
        ),
        "who built it?",
        "Who built the bridge?",
    ),
    (HANGERS, "what about kids", "What about kids?"),
    # what is asked of somebody is asked of nothing else, and of what a thing has, of no other thing
    (MAYOR, "what about the bridge", "What about the bridge?"),
    (MAYOR, "and his deputy?", "Why was Osric Brandt’s deputy against the mill?"),
    ((*MAYOR, "and his deputy?", "“He was for it.” [1]"), "what about the bridge", "What about the bridge?"),
    (MAYOR, "and the governor?", "Why was the governor against the mill?"),
    (MAYOR, "and the council?", "What about the council?"),
    (SAID, "and the bridge?", "What about the bridge?"),
    (SAID, "and the union?", "What did the union say about the mill?"),
    (SAID, "what about the city council?", "What did the city council say about the mill?"),
    (RISKS, "What about the birds?", "What about the birds?"),
    (RISKS, "And Project Heron?", "What are the risks of Project Heron?"),
    (STOAT, "and the drains", "What about the drains?"),
    (HANGERS, "and dorrin", "What about dorrin: why did nobody test the hangers?"),  # may be a name
    (HANGERS, "and the cost?", "What about the cost: why did nobody test the hangers?"),
    # a preposition at the end
    (WRECK, "how long for", "For how long did the divers reach the wreck?"),
    (WRECK, "who with?", "when did the divers reach the wreck, and with who?"),
    (DRONE, "what for?", "Why did the drone not fly over Pell Spit?"),
    # more of the same
    (LENS, "any others?", "Tell me more about Fresnel’s first large lens."),
    (LENS, "and?", "Tell me more about Fresnel’s first large lens."),
    (("list all the symptoms", "“a high temperature of 38.5C” [1]"), "any other?", "list all the symptoms"),
    # English
    (("can i give him aspirin", "“Do not take aspirin.” [1]"), "how come", "Why can i not give him aspirin?"),
    (DRONE, "is that a lot?", "is that a lot?"),
    (
        ("How much is the fee?", "“The fee is 40 euros.” [1]"),
        "Is that much lower than before?",
        "Is the fee much lower than before?",
    ),
    (NATO, "quote it exactly", "Where does it say that Russia would like the CSTO to speak to the alliance?"),
]


LIST = "“The guard got out the list of things that patients were permitted to have in their rooms.” [1]"


@pytest.mark.parametrize(
    ("question", "wanted", "more"),
    [
        ("And then?", "Tell me more about the pump.", True),
        ("and after that", "Tell me more about the pump.", True),
        ("what happened then?", "What happened after the guard got out the list of things that", False),
        ("And before?", "What happened before the guard got out the list of things that", False),
    ],
)
def test_what_is_told_next_to_a_long_statement_is_more_of_it(question: str, wanted: str, more: bool) -> None:
    said, told = understood(question, _history(("Why did the pump stop?", LIST)))
    assert (said[: len(wanted)], told.more) == (wanted, more)
    assert told.passed_over


@pytest.mark.parametrize(("turns", "question", "wanted"), CHATTED)
def test_people_chat(turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert standalone(question, _history(turns)) == wanted


SAID = "Mukhtar Altynbayev. Mukhtar Altynbayev, Kazakhstan’s defence minister, firmly denied this."


def test_what_was_told_is_passed_over_only_where_nothing_new_is_named() -> None:
    history = _history(MINISTER)
    for typed in ("Tell me more", "more details, please", "Explain that", "Anything else?", "And then?"):
        _, before = understood(typed, history)
        assert (before.leaned_on, before.passed_over) == (SAID, (SAID,)), typed
        assert before.more == (typed != "And then?")
    for typed in ("Tell me more about NATO", "What else did Ivanov say?", "Explain the tender"):
        assert understood(typed, history)[1] == Told(), typed
    assert understood("How old is he?", history)[1] == Told(SAID)
    assert understood("Tell me more", [])[1] == Told()


def test_what_a_question_leans_on_is_told_by_its_own_turn() -> None:
    between = ["Thanks!", "You are welcome.", "Is it cold there?", "The article does not say."]
    history = _history([*MINISTER, *between])
    assert standalone("How old is he?", history) == "How old is Mukhtar Altynbayev?"
    assert understood("How old is he?", history)[1] == Told(SAID)


@pytest.mark.skipif("FOOTNOTE_EVAL_SETS" not in os.environ, reason="names no folder of development sets")
def test_the_development_questions_are_left_alone() -> None:
    lines = (Path(os.environ["FOOTNOTE_EVAL_SETS"]) / "qa-dev.jsonl").read_text("utf-8").splitlines()
    asked = changed = 0
    for article in map(json.loads, lines):
        for before, question in pairwise(article["questions"]):
            start = before["spans"][0][0] if before["spans"] else 0
            history = _history([before["question"], f"“{article['text'][start : start + 150]}” [1]"])
            asked += 1
            changed += standalone(question["question"], history) != question["question"]
    assert asked > 3_000
    assert changed / asked < 0.02


def test_a_chain_is_followed_back_to_its_first_question() -> None:
    turns = [*LENS, "When?", "“In July 1823.” [1]", "How did he die?", "He died of tuberculosis. [1]"]
    assert standalone("At what age?", _history(turns)) == "At what age did Fresnel die?"
    assert standalone("And where?", _history(turns)) == "Where did Fresnel die?"


def test_more_and_more_stays_with_its_matter() -> None:
    turns = [*LENS, "Tell me more", "“Fresnel died in 1827, at Ville-d’Avray, of tuberculosis.” [1]"]
    assert standalone("Go on", _history(turns)) == "Tell me more about Fresnel’s first large lens."


@pytest.mark.parametrize(
    ("asked", "question", "wanted"),
    [
        ("explain", "and of Project Heron?", "What are the risks of Project Heron?"),
        ("and then?", "and of Project Heron?", "What are the risks of Project Heron?"),
        ("more", "when did that happen", "When was it that the pumps failed twice?"),
        ("and when?", "and of Project Heron?", "What are the risks of Project Heron?"),
        ("what about the birds", "who will they sue", "Who will the birds sue"),
        ("and the birds?", "and the reeds?", "What about the reeds?"),
    ],
)
def test_a_request_for_more_is_no_matter_itself(asked: str, question: str, wanted: str) -> None:
    turns = [*RISKS, asked, "“The pumps failed twice in 2012.” [1]"]
    assert standalone(question, _history(turns)) == wanted


def test_thanks_in_between_are_passed_over() -> None:
    turns = [*ACADEMY, "Thanks!", "You are welcome."]
    assert standalone("Where is it?", _history(turns)) == "Where is the Naval Academy at Aktau?"


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from(string.printable + "’“”…éß中"), max_size=80)
    | st.sampled_from([question for _, question, _ in SPELLED_OUT]),
    st.lists(
        st.builds(
            Message,
            st.sampled_from(["user", "assistant"]),
            st.text(max_size=60)
            | st.sampled_from([text for turns, _, _ in SPELLED_OUT for text in turns])
            | st.just("Why? " * 2_000),
        ),
        max_size=8,
    ),
)
def test_no_history_makes_it_fail(question: str, history: list[Message]) -> None:
    assert isinstance(standalone(question, history), str)
    assert standalone(question, history).strip() or not question.strip()


@pytest.mark.parametrize(
    ("before", "question"),
    [("Did it sink?", "Did  ?"), ("Did Kallela paint it for a work of his", "why"), ("Is it?", "Is \t ?")],
)
def test_what_is_cut_short_is_no_part(before: str, question: str) -> None:
    assert standalone(question, _history([before, "It did. [1]"]))


def test_a_long_history_is_cheap() -> None:
    history = _history(
        [*MINISTER, *CADETS, "he said it to them " * 500, "the minister of the navy, " * 500] * 50
    )
    start = time.perf_counter()
    standalone("How long were their courses?", history)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize("words", ["A", "Aa ", "a-", "Aa’’", "his son, ", "Its ", "Aa and his "])
def test_a_strange_article_is_cheap(words: str) -> None:
    start = time.perf_counter()
    standalone("what did he say", _history(MINISTER), text=f"{words * 20_000}.")
    assert time.perf_counter() - start < 2


# ---- the gate: what a question finds as typed, as spelled out here, and as a person would put it


@dataclass(frozen=True)
class Case:
    stands_alone: bool
    typed: str
    resolved: str
    ranks: tuple[int, int, int]  # of the gold sentence: typed, resolved, by a person


@pytest.fixture(scope="module")
def cases() -> Iterator[list[Case]]:
    embedder, store = load_embedder(Settings()), open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    articles = {
        path.stem: put(store, embedder, path.read_text("utf-8"), path.name) for path in SAMPLES.glob("0*")
    }
    retriever = Retriever(store, embedder)
    lines = (DATA / "conversations.jsonl").read_text("utf-8").splitlines()
    yield [_case(retriever, articles, json.loads(line)) for line in lines]
    store.close()


def _case(retriever: Retriever, articles: dict[str, Article], line: dict[str, object]) -> Case:
    article, typed, rewrite = articles[str(line["article"])], str(line["question"]), str(line["rewrite"])
    turns = line["history"]
    assert isinstance(turns, list)
    resolved = standalone(typed, [Message(turn["role"], turn["content"]) for turn in turns])
    gold = line["gold_span"]
    assert isinstance(gold, list)
    typed_rank, resolved_rank, rewrite_rank = (
        rank(retriever, article.id, question, gold) for question in (typed, resolved, rewrite)
    )
    return Case(bool(line["stands_alone"]), typed, resolved, (typed_rank, resolved_rank, rewrite_rank))


def _within(cases: Sequence[Case], way: int, most: int) -> float:
    return sum(case.ranks[way] <= most for case in cases) / len(cases)


def test_follow_ups_find_nearly_what_a_person_would(cases: list[Case]) -> None:
    leaning = [case for case in cases if not case.stands_alone]
    assert len(leaning) >= 40
    typed, resolved, person = (_within(leaning, way, 3) for way in range(3))
    assert resolved >= 0.90
    # Most of what a person's rewriting gains over the question as typed, and that is much.
    assert resolved - typed >= 0.8 * (person - typed) >= 0.1
    assert resolved >= person - 0.03


def test_conversations_leave_questions_that_stand_alone(cases: list[Case]) -> None:
    alone = [case for case in cases if case.stands_alone]
    assert len(alone) >= 12
    assert [case.resolved for case in alone] == [case.typed for case in alone]
    assert _within(alone, 1, 1) >= 0.9


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        ("Who built the bridge and when?", "Who built the bridge?", "When was the bridge built?"),
        ("when was it opened and by whom", "When was it opened?", "By whom was it opened?"),
        ("What did the council decide and why?", "What did the council decide?", None),
        ("Was the bridge sold, and when?", "Was the bridge sold?", "When was the bridge sold?"),
        ("Where did Hart live and when?", "Where did Hart live?", "When did Hart live?"),
        ("when is the meeting and do i have to pay?", "When is the meeting?", "Do i have to pay?"),
        ("Is Pell ill, can he go to school", "Is Pell ill?", "Can he go to school?"),
        ("Who is Halvard Brekke and when did he live?", None, "When did Halvard Brekke live?"),
        ("Who will carry out the study and what will it cost?", None, "What will the study cost?"),
        ("How many seals are there; where do they live?", "How many seals are there?", None),
        ("Who runs the club and who pays for it?", "Who runs the club?", "Who pays for the club?"),
    ],
)
def test_two_questions_are_understood_apart(asked: str, first: str | None, second: str | None) -> None:
    both = [question for question, _ in understood_apart(asked, ())]
    assert len(both) == 2
    assert first in (None, both[0])
    assert second in (None, both[1])


@pytest.mark.parametrize(
    "asked",
    [
        "What do Israel and Syria do?",
        "What did Toyota, Chevrolet and Dodge have in common?",
        "Who was the man who built the bridge and who died in 1900?",
        "Which ship was built in 1900 and is the largest of the fleet?",
        "When and where was the festival last held?",
        "Do you know who built it and when?",
        "Is it big, isn't it?",
        "Is the fever contagious, can a child go to school",
        "When did it open, was it in May?",
        "Is she married or has she got children?",
        "Can a packet be sent empty?  If so, is it billable?",
        "When Japanese companies introduced compact trucks, what policy ended?",
        "How many problems, formerly believed to be hard, did Karp's paper address?",
        "Imperialism extends a country's power and what?",
        "Who is the mayor and why?",
        "What happened and why?",
        "How many people were killed and where?",
        "I want to walk the Herders' Way, how many stages has it got?",
        "Wer hat die Brücke gebaut und wann?",
    ],
)
def test_one_question_is_not_cut(asked: str) -> None:
    assert understood_apart(asked, ()) == ()


def test_the_second_of_two_questions_may_lean_on_what_was_said() -> None:
    history = [Message("user", BATTALION[0]), Message("assistant", BATTALION[1])]
    (first, _), (second, _) = understood_apart("Where are they and when did they return?", history)
    assert "they" not in first.split()
    assert "they" not in second.split()
    (first, _), (second, _) = understood_apart("Who was the commander and was he hurt?", history)
    assert (first, second) == ("Who was the commander?", "Was the commander hurt?")


@pytest.mark.parametrize("said", ["lol", "no way", "what's the weather tomorrow", "in german please"])
def test_small_talk_is_nothing_to_lean_on(said: str) -> None:
    history = [Message("user", MINISTER[0]), Message("assistant", MINISTER[1]), Message("user", said)]
    reply = "All right. You can ask about “Kazakhstan shops in the West”."
    talk = [*history, Message("assistant", reply)]
    assert standalone("Who appointed him?", talk) == "Who appointed Mukhtar Altynbayev?"
    quoted = [*history, Message("assistant", "“You can ask about the tenders of Hanna Weiss.” [1]")]
    assert turns(quoted)[-1].question == said


def test_the_title_before_what_an_article_says_is_no_part_of_the_answer() -> None:
    told = "“The bridge at Ely was opened by Ada Falk.” [1]"
    titled = f"Harbour of Carrow closed by Tom Ash: {told}"
    marked = f"Ash says harbour of Carrow is a “grave”: {told}"
    assert turns(_history(["Who?", marked])) == turns(_history(["Who?", told]))
    quoted = _history(["Who?", "“He said: “The bridge is ours.”” [1]"])
    assert "He said" in turns(quoted)[0].answer
    for question in ("When was it opened?", "How old was she?", "And in Carrow?"):
        plainly, named = (
            standalone(question, _history(["Who opened the bridge at Ely?", said])) for said in (told, titled)
        )
        assert named == plainly
    assert turns(_history(["Who speaks?", "- Ada Falk: “I am tired.” [1]"]))[0].answer.startswith(
        "- Ada Falk"
    )


SKY = (
    "What has the dish found?",
    "“Although it sees less of the sky, also known as ‘Eye of Heaven’, the dish makes maps.” [1]",
)


def test_what_he_she_or_it_does_is_no_thing_and_a_closing_mark_ends_a_name() -> None:
    assert "sees" not in standalone("What do they want to add?", _history(SKY))
    assert "Heaven’" not in standalone("Who can use it?", _history(SKY))


POOL = "Mayor Denise Okafor said repairs would cost 2.4 million dollars."
SIGNED = ("how many signatures", "“Residents have collected 4,800 signatures to keep it open.” [1]")
HANDED = (*SIGNED, "when do they hand them in", "“They plan to hand them to the council in June.” [1]")
PATENT = ("Did anyone buy her patent?", "“The Dunlop company bought it for 900 pounds in 1938.” [1]")
STUDIED = ("Where did Tansley study?", "“She studied chemistry at Manchester.” [1]")
CLAES = ("Who led the study?", "“The study, led by Hanne Claes, was paid for by the state.” [1]")
TAXES = ("anything about taxes?", "“For imposing Taxes on us without our Consent:” [1]")
CARGO = ("what was in the ship?", "“The cargo, 300 barrels of whisky, was never found.” [1]")
REES = ("Any critics?", "“Tom Rees of Cardiff University calls the results weak.” [1]")
BRUSH = ("What is bad?", "“Users complain about the brush, which collects hair.” [1]")
VOTED = (
    "Who voted against the closure?",
    "“Mayor Denise Okafor said repairs would cost 2.4 million dollars. Councilman Pete Lindqvist voted "
    "against it.” [1]",
)
REUSS = ("who wrote it", "“The composer Alma Reuss wrote her first opera, The Salt Road, at 19.” [1]")
LISE = ("what did she find", "“She found his drawings in the attic.” [1]")
SAVED = ("how many survived?", "“The fisherman rowed out and saved 22 people.” [1]")
DOUBTED = ("is there life", "“The surface may be wet, Zhang said, but it is too early to say.” [1]")
KIPTOO = ("Who fell?", "“Kenyan runner Elijah Kiptoo fell.” [1]", "How old is he?", "“He is 30.” [1]")
HURRIED = [
    # a plural that opens a sentence is written small, but for a name
    (SIGNED, "when do they hand them in", "When do residents hand them in"),
    (CLAES, "When was it published?", "When was the study published?"),
    (
        (*CLAES, "What does she warn about?", "“Claes warns that it proves no cause.” [1]"),
        "What did they find?",
        "What did those who led the study find?",
    ),
    (REES, "what do they say", "What do the critics say"),
    # it is not what a preposition leads to, where that was not asked for
    (HANDED, "is it old", "is it old (When do residents hand them in)"),
    (
        ("Where was she born?", "“She was born in the village of Korlat.” [1]"),
        "is it big?",
        "Is the village of Korlat big?",
    ),
    # nor what was told in a turn further back, which had its own matter
    (
        (*STUDIED, "what did she discover", "“She found a way to make rubber.” [1]"),
        "did anyone buy it?",
        "did anyone buy it? (What did Tansley discover)",
    ),
    (
        ("what burned down", "“A fire destroyed the old mill.” [1]", "anyone hurt", "“Nobody was hurt.” [1]"),
        "how did it start",
        "How did the fire start",
    ),
    # who wants, pays and says something are people or a group
    (PATENT, "how much did they pay", "How much did the Dunlop company pay"),
    (TAXES, "who did they warn?", "who did they warn? (anything about taxes?)"),
    (TAXES, "when were they raised?", "When were the taxes raised?"),
    (CARGO, "did they ever find it?", "Did they ever find the ship?"),
    (CARGO, "how old were they?", "How old were 300 barrels of whisky?"),
    (BIDDERS, "what do they want?", "What do the companies that were allowed to bid want?"),
    (CADETS, "what did they promise?", "What did the cadets that graduated from the Naval Academy promise?"),
    (
        ("How did it pass?", "“The law was passed by 61 votes to 44.” [1]"),
        "what if they don't repair it",
        "what if they don't repair it (How did it pass?)",
    ),
    (KENT, "was it his fault?", "Was it Tobias Kent’s fault?"),
    # a name is nowhere and none of many where it is somebody, or where they are
    (
        ("What did Pete Lindqvist call it?", "“A betrayal.” [1]"),
        "Who works there?",
        "Who works there? (What did Pete Lindqvist call it?)",
    ),
    (
        ("Where is the telescope?", "“The Lumen telescope is on Mount Kora.” [1]"),
        "are they building another one",
        "are they building another one (Where is the telescope?)",
    ),
    (DOUBTED, "who doubts it", "Who doubts the surface"),
    (KIPTOO, "Is it bad?", "Is it bad? (How old is Kenyan runner Elijah Kiptoo?)"),
    # the university of somebody makes no university of him
    (REES, "where is he from", "Where is Tom Rees of Cardiff University from"),
    (
        (*REES, "what do they say", "“Critics say parents reported the hours.” [1]"),
        "where is he from",
        "Where is Tom Rees of Cardiff University from",
    ),
    # who did it stands where it is told, and not before
    (VOTED, "what did he call it", "What did Councilman Pete Lindqvist call the closure"),
    (REUSS, "was it a success", "Was the Salt Road a success"),
    (("Who wrote the Salt Road?", REUSS[1]), "was she young", "Was Alma Reuss young"),
    (("Who leads it?", "“Torp’s daughter Lise does.” [1]", *LISE), "is he alive", "Is Torp alive"),
    # verbs are no nouns
    (
        ("Do they want it?", "“The ministry refuses.” [1]"),
        "how much does it pay",
        "How much does the ministry pay",
    ),
    (BRUSH, "will they fix that", "Will they fix the brush"),
    (SAVED, "who saved them", "Who saved 22 people"),
    # kin that a question names by its owner is nobody else
    (
        ("what did the kid tell his mother?", "“The 6-year-old first-grader told her all.” [1]"),
        "what did she say to that?",
        "what did she say to that? (what did the kid tell his mother?)",
    ),
    # what is counted anew is asked about alone, and a year as a time
    (PATENT, "how many signatures", "how many signatures"),
    (PATENT, "how many people?", "Did anyone buy her patent, and how many people?"),
    (
        ("what do i need", "“Flour.” [1]", "how much flour", "“500 grams.” [1]"),
        "and water",
        "How much water?",
    ),
    (LENS, "which year?", "In which year was Fresnel’s first large lens lit?"),
    (DRONE, "what day", "On what day did the drone fly over Pell Spit?"),
    (("How much is the fee?", "“40 euros.” [1]"), "and before that?", "How much is the fee before that?"),
    (("How much is the fee?", "“40 euros.” [1]"), "is that more than before", "is that more than before"),
    (("When was the dam opened?", "“In May.” [1]"), "where is it", "Where is the dam"),
    # parts: of him and her, opposites, another degree; no second time what is named already
    (
        (*VARGA, "Did she marry Viktor Sandor?", "“In 1931.” [1]", "when did he die?", "“In 1952.” [1]"),
        "and her",
        "When did Ilona Varga die?",
    ),
    (("How many voted for the law?", "“61.” [1]"), "and against?", "How many voted against the law?"),
    (("Is the S2 better than the S1?", "“It is.” [1]"), "and cheaper?", "Is the S2 cheaper than the S1?"),
    (("which one is louder", "“The S2.” [1]"), "and the warranty", "What about the warranty?"),
    ((*PERENS, "What did he do?", "“He led it.” [1]"), "and after him?", "And after Bruce Perens?"),
    # nothing was claimed
    (REFUSED, "Is that really so?", "Is that really so?"),
    ((*DRONE, *REFUSED), "Is that true?", "Is that true?"),
]


@pytest.mark.parametrize(("turns", "question", "wanted"), HURRIED)
def test_people_in_a_hurry_are_understood_or_left_alone(
    turns: tuple[str, ...], question: str, wanted: str
) -> None:
    assert standalone(question, _history(turns), "", POOL) == wanted


def test_who_was_named_long_before_is_still_she() -> None:
    talk = [*VARGA, *(text for n in range(10) for text in (f"Did she see cave {n}?", "“She did.” [1]"))]
    assert standalone("When did she die?", _history(talk)) == "When did Ilona Varga die?"
