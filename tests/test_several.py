"""Asked of several articles, what the others say too is quoted beside the answer, and only that."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from footnote.schema import Answer, Candidate, Citation, Message, Retrieval
from footnote.service import Footnote
from footnote.service.agreeing import agrees
from footnote.service.authored import to_the_author
from footnote.service.comparing import asks_which_says, compared
from footnote.service.denying import with_denials
from footnote.service.naming import with_titles
from footnote.service.saidbefore import about_the_last_answer
from test_about import Shelf, entry

COURIER = (
    "The ferry Saint Elwyn sank off Marrow Point on Tuesday. The wreck lies at a depth of 38 metres. Divers "
    "hope to reach it on Thursday. The captain, Henrik Dall, was questioned by the police."
)
LEDGER = (
    "Divers have reached the ferry Saint Elwyn. The chief diver, Samuel Okoro, said that the wreck lies at a "
    "depth of 42 metres and that its bow door is open. The minister of transport has resigned."
)
BRIDGE_NEWS = (
    "A bridge was closed on Monday. Engineers found cracks in it. The mayor said: "
    '"I saw it. I was afraid. I told my son. My car stood there, and my bag was in it."'
)
MOSS = (
    "A grey moss of the western slopes drinks fog. A patch of the size of a plate gathers 60 millilitres of "
    "water in a night. Ines Osei, who did not take part in the study, calls it a marvel."
)


@pytest.fixture(scope="module")
def articles(service: Footnote) -> Iterator[dict[str, str]]:
    texts = {"courier": COURIER, "ledger": LEDGER, "moss": MOSS}
    ids = {name: service.add_article(text=text, title=name).id for name, text in texts.items()}
    yield {one: text for name, text in texts.items() for one in [ids[name]]}
    for one in ids.values():
        service.remove_article(one)


def _asked(service: Footnote, articles: dict[str, str], question: str, count: int = 3) -> Answer:
    *_, last = service.ask(question, list(articles)[:count], [])
    assert [one.number for one in last.citations] == list(range(1, len(last.citations) + 1))
    for one in last.citations:
        assert articles[one.article_id][one.start : one.end] == one.text
        assert f"[{one.number}]" in last.answer
    return last


def test_two_articles_that_differ_are_both_quoted(service: Footnote, articles: dict[str, str]) -> None:
    answer = _asked(service, articles, "How deep does the wreck lie?")
    assert len({one.article_id for one in answer.citations}) == 2
    assert "38 metres" in answer.answer
    assert "42 metres" in answer.answer
    assert [one.sentence for one in answer.citations] == [0, 1]
    assert answer.short_answer is None, "it would take one side"
    assert [line.split(": ")[0] for line in answer.answer.split("\n")] == [
        {"38": "courier", "42": "ledger"}[re.findall(r"\d\d", one.text)[0]] for one in answer.citations
    ]


@pytest.mark.parametrize(
    ("short", "other", "alike"),
    [
        ("five", "at least 5 people", True),
        ("21", "twenty-one men", True),
        ("3:15 a.m.", "The explosion followed at 3.05 am.", False),
        ("3.05 am", "at 3:05", True),
        ("22", "17 people", False),
        ("£18,400", "18400 pounds", True),
        ("14 May", "14 May 2024", True),
        ("2019", "October 2022", False),
        ("Dall", "Henrik Dall", True),
        ("Helen Arkwright", "Ray Arkle", False),
        ("a dispute over pay", "the pay dispute", True),
    ],
)
def test_two_answers_agree_where_one_has_all_of_the_other(short: str, other: str, alike: bool) -> None:
    assert agrees(short, other) is alike


def test_where_two_articles_agree_the_short_answer_stays(service: Footnote) -> None:
    texts = [
        "The bridge at Ely is 340 metres long. It was opened in May.",
        "A new bridge, which is about 340 metres long, stands at Ely. The mayor cut a ribbon.",
    ]
    ids = [service.add_article(text=text, title=text[:9]).id for text in texts]
    *_, answer = service.ask("How long is the bridge at Ely?", ids, [])
    assert len({one.article_id for one in answer.citations}) == 2
    assert answer.short_answer
    assert "340 metres" in answer.short_answer.text


def test_each_title_stands_before_what_its_article_says() -> None:
    spans = [("a", "One."), ("b", "Two."), ("b", "Three."), ("a", "Four.")]
    citations = tuple(
        Citation(n, article, 0, len(text), text, n - 1) for n, (article, text) in enumerate(spans, 1)
    )
    told = " ".join(f"“{text}” [{n}]" for n, (_, text) in enumerate(spans, 1))
    titles = {"a": "Alpha [3]", "b": "Beta"}
    assert with_titles(Answer(told + " More.", citations=citations), titles).answer == (
        "Alpha [\u20603]: “One.” [1]\nBeta: “Two.” [2] “Three.” [3]\nAlpha [\u20603]: “Four.” [4]\nMore."
    )
    one = Answer("“Two.” [2] “Three.” [3]", citations=citations[1:3])
    assert with_titles(one, titles) == one
    assert with_titles(one, titles, least=1).answer == "Beta: “Two.” [2] “Three.” [3]"
    items = Answer("- One [1]\n- Two [2]", citations=citations[:2])
    assert with_titles(items, titles) == items


def test_marks_that_stand_together_stay_so_below_the_titles() -> None:
    spans = [("a", "Two."), ("b", "Three."), ("a", "One:")]
    citations = tuple(Citation(n, article, 0, 4, text, 0) for n, (article, text) in enumerate(spans, 1))
    titles = {"a": "Alpha", "b": "Beta"}
    led = Answer("“One:” “Two.” [1][3] “Three.” [2]", citations=citations)
    assert with_titles(led, titles).answer == "Alpha: “One:” “Two.” [1][3]\nBeta: “Three.” [2]"
    both = Answer("Both burnt [1][2]. One sank [3].", citations=citations)
    assert with_titles(both, titles).answer == "Alpha, Beta: Both burnt [1][2].\nAlpha: One sank [3]."


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        (
            "Which of the articles says that Dall was questioned?",
            "Does the article say that Dall was questioned?",
        ),
        ("which article reports that the mill burnt", "Does the article say that the mill burnt?"),
        ("Which of these two reports claimed that it sank?", "Does the article say that it sank?"),
        ("Which article of the treaty says that arms are forbidden?", ""),
        ("Which of the two boats sank?", ""),
        ("What does the article say that is new?", ""),
    ],
)
def test_which_article_says_so_is_asked_of_each(asked: str, searched: str) -> None:
    assert asks_which_says(asked) == searched


@pytest.mark.parametrize(
    ("asked", "both"),
    [
        (
            "Compare what the union and the company say about the alarm.",
            ("What did the union say about the alarm?", "What did the company say about the alarm?"),
        ),
        (
            "Compare what Dall and\nArkle said about the boat?!",
            ("What did Dall say about the boat?", "What did Arkle say about the boat?"),
        ),
        ("Compare what it costs and what it saves", ()),
        ("Compare the union and the company", ()),
        ("What did he compare?", ()),
    ],
)
def test_what_two_say_is_searched_for_apart(asked: str, both: tuple[str, ...]) -> None:
    assert compared(asked) == both


@pytest.mark.parametrize(
    "asked",
    ["Which report says that" + "\n" * 3_900 + "it?", "compare what " + " and it say of x" * 240 + "\n~"],
)
def test_no_odd_question_takes_long_to_be_compared(asked: str) -> None:
    begun = time.perf_counter()
    assert asks_which_says(asked) or len(compared(asked)) == 2
    assert time.perf_counter() - begun < 0.5


def test_the_one_article_that_says_so_is_named(service: Footnote, articles: dict[str, str]) -> None:
    answer = _asked(service, articles, "Which of the articles says that the minister has resigned?")
    assert answer.answer == "ledger: “The minister of transport has resigned.” [1]"


DENIAL = (
    "The union says that the alarm was switched off in the winter. Workers say that it was off for weeks. "
    "Chief executive Tom Ash denied that an alarm had been disabled. He did not deny that doors were open."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "Did the firm deny that the alarm was switched off?",
            "Chief executive Tom Ash denied that an alarm",
        ),
        ("Did the firm deny that the doors were open?", "He did not deny that doors were open."),
        ("What did the union say about the alarm?", "The union says that the alarm was switched off"),
    ],
)
def test_whether_something_was_denied_is_told_by_who_says_so(
    service: Footnote, question: str, words: str
) -> None:
    entry = service.add_article(text=DENIAL, title="Alarm")
    *_, answer = service.ask(question, [entry.id], [])
    service.remove_article(entry.id)
    assert answer.citations[0].text.startswith(words)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Did the mill dispute that the pay was cut?", "The mill disputes that pay was cut."),
        ("Did the dispute over pay end in May?", "Talks over pay went on until May."),
        ("Has the disputed pay been cut in May?", "Talks over pay went on until May."),
    ],
)
def test_a_dispute_is_none_that_disputes(question: str, first: str) -> None:
    texts = ["Talks over pay went on until May.", "The mill disputes that pay was cut."]
    found = tuple(Candidate("a", n, 0, len(text), text, 0.5) for n, text in enumerate(texts))
    assert with_denials(Retrieval(question, found, (), {})).candidates[0].text == first


COLUMN = (
    "No accident\n\nBy Rosalind Quaife\n\nMy father drove a forklift for nineteen years. I have covered six "
    "inquiries in my career. I do not know who did it. Kent is brave, but he waited. I think I would walk."
    "\n\n*Rosalind Quaife is the author of* Salt and Sleep."
)


@pytest.mark.parametrize(
    ("asked", "author", "text", "meant"),
    [
        ("How many inquiries has Quaife covered?", "Rosalind Quaife", COLUMN, "the author covered?"),
        (
            "What does Rosalind Quaife think of Kent?",
            "Rosalind Quaife",
            COLUMN,
            "does the author think of Kent?",
        ),
        ("Who is Rosalind Quaife?", "Rosalind Quaife", COLUMN, "Who is Rosalind Quaife?"),
        ("what did quaife cover?", "Rosalind Quaife", COLUMN, "what did the author cover?"),
        ("What does Mrs Long think of it?", "Anna Long", COLUMN, "What does the author think of it?"),
        ("Why was it that Long walked?", "Anna Long", COLUMN, "Why was it that the author walked?"),
        ("How long did it take?", "Anna Long", COLUMN, "How long did it take?"),
        ("Will it rain?", "George Will", COLUMN, "Will it rain?"),
        ("What happened at the end of May?", "Theresa May", COLUMN, "What happened at the end of May?"),
        ("what is the price of a coat?", "Jane Price", COLUMN, "what is the price of a coat?"),
        ("Who founded the Quaife Prize?", "Rosalind Quaife", COLUMN, "Who founded the Quaife Prize?"),
        ("What does Kent think?", "Rosalind Kent", COLUMN, "What does Kent think?"),
        ("What does Quaife think?", "", COLUMN, "What does Quaife think?"),
        ("What does the Gazette say?", "Ada Falk, Wennet Gazette", COLUMN, "What does the Gazette say?"),
        ("What does Falk say?", "Ada Falk", BRIDGE_NEWS, "What does Falk say?"),
    ],
)
def test_the_author_who_says_i_is_asked_about_as_the_author(
    asked: str, author: str, text: str, meant: str
) -> None:
    shelf = Shelf(text)
    (article,) = shelf.articles.values()
    assert to_the_author(asked, replace(entry(article), author=author), shelf).endswith(meant)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much water does a patch of moss gather in a night?", "60 millilitres"),
        ("Who was questioned by the police?", "Henrik Dall"),
        ("Who has resigned?", "The minister of transport"),
    ],
)
def test_what_only_one_says_is_quoted_of_that_one(
    service: Footnote, articles: dict[str, str], question: str, words: str
) -> None:
    answer = _asked(service, articles, question)
    assert words in answer.answer
    assert len({one.article_id for one in answer.citations}) == 1


def test_asked_of_one_nothing_of_another_is_quoted(service: Footnote, articles: dict[str, str]) -> None:
    answer = _asked(service, articles, "How deep does the wreck lie?", count=1)
    assert {one.article_id for one in answer.citations} == {next(iter(articles))}
    assert "42" not in answer.answer


def test_what_is_refused_stays_so(service: Footnote, articles: dict[str, str]) -> None:
    answer = _asked(service, articles, "What is the population of Orland?")
    assert (answer.status, answer.citations) == ("not_in_article", ())


FERRY = (
    "Die Fähre nach Orland fährt im Winter zweimal am Tag. Sie wurde 1974 gebaut und fasst 180 Fahrgäste. "
    "Der Kapitän Henrik Dall hat sie seit zwölf Jahren geführt. Im Sommer fährt sie jede Stunde, weil dann "
    "viele Gäste auf die Insel wollen."
)


def test_of_an_article_in_another_language_only_quotations_are_given(service: Footnote) -> None:
    article = service.add_article(text=FERRY, title="Die Fähre")
    *_, answer = service.ask("Wie viele Fahrgäste fasst die Fähre?", [article.id], [])
    assert answer.status == "answered"
    assert "180 Fahrgäste" in answer.citations[0].text
    assert (answer.short_answer, answer.composed_by) == (None, "quotation")
    *_, answer = service.ask("Wie viele Schulen gibt es in Brasilien?", [article.id], [])
    assert answer.answer == "Der Artikel sagt das nicht. Er handelt von: Die Fähre"
    *_, answer = service.ask("What is the population of Orland?", [article.id], [])
    assert answer.answer.endswith("It is about: Die Fähre. Its language is German: ask in German.")


def test_an_article_in_another_language_beside_it_changes_nothing(service: Footnote) -> None:
    german = service.add_article(text=FERRY, title="Die Fähre")
    english = service.add_article(text=COURIER, title="Ferry")
    for ids in ([german.id, english.id], [english.id, german.id]):
        *_, answer = service.ask("Who was questioned by the police?", ids, [])
        assert answer.short_answer
        assert answer.short_answer.text == "Henrik Dall"


def test_what_two_articles_share_is_quoted_once(service: Footnote) -> None:
    shared = "The bridge at Ely is 340 metres long."
    texts = (f"{shared} It was opened in May.", f"Ely has a new bridge. {shared} The mayor cut a ribbon.")
    ids = [service.add_article(text=text, title=text[:9]).id for text in texts]
    *_, answer = service.ask("How long is the bridge at Ely?", ids, [])
    assert answer.answer.count("340") == 1


def test_lists_of_two_articles_are_both_given(service: Footnote) -> None:
    texts = [
        f"The {place}.\n\n## What to bring\n\n" + "\n".join(f"- {item}" for item in items)
        for place, items in (("baths", ["a towel", "a coin"]), ("boats", ["a life vest", "a hat"]))
    ]
    ids = [service.add_article(text=text, title=text[:9]).id for text in texts]
    *_, answer = service.ask("What should I bring?", ids, [])
    assert sorted(line.split(" [")[0] for line in answer.answer.split("\n")) == [
        "- a coin",
        "- a hat",
        "- a life vest",
        "- a towel",
    ]
    assert [one.number for one in answer.citations] == [1, 2, 3, 4]
    assert [one.sentence for one in answer.citations] == [0, 1, 2, 3]


def test_of_two_questions_each_is_answered(service: Footnote, articles: dict[str, str]) -> None:
    last = _asked(service, articles, "When did the ferry sink and who was questioned by the police?", 1)
    assert [one.text for one in last.citations] == [
        "The ferry Saint Elwyn sank off Marrow Point on Tuesday.",
        "The captain, Henrik Dall, was questioned by the police.",
    ]
    assert (last.status, last.short_answer) == ("answered", None)
    assert last.searched_for == "When did the ferry sink? Who was questioned by the police?"


def test_one_sentence_that_answers_both_questions_is_quoted_once(
    service: Footnote, articles: dict[str, str]
) -> None:
    last = _asked(service, articles, "Where did the ferry sink and when?", 1)
    assert [one.text for one in last.citations] == ["The ferry Saint Elwyn sank off Marrow Point on Tuesday."]


@pytest.mark.parametrize(
    ("asked", "lacks"),
    [
        ("How deep does the wreck lie and who owns the moon?", "who owns the moon?"),
        ("Who owns the moon and how deep does the wreck lie?", "who owns the moon?"),
    ],
)
def test_the_one_of_two_questions_that_is_not_answered_is_named(
    service: Footnote, articles: dict[str, str], asked: str, lacks: str
) -> None:
    last = _asked(service, articles, asked, 1)
    assert last.citations[0].text == "The wreck lies at a depth of 38 metres."
    assert last.answer.endswith(f" I found no answer in the article to the other question: {lacks}")
    assert last.short_answer is not None


def test_two_questions_that_are_both_not_answered_are_refused(
    service: Footnote, articles: dict[str, str]
) -> None:
    last = _asked(service, articles, "Who owns the moon and when was it painted?", 1)
    assert (last.status, last.citations) == ("not_in_article", ())


BRIDGE = (
    "The footbridge over the Cotter is 86 metres long. It was opened on 9 August 1958 by the Duchess of Arle."
    "\n\n## Repairs\n\nThe earlier repair was carried out by Dorrin & Pell. Engineers found cracks in four "
    "of the nine hangers.\n\nA report says that the firm had warned the council in November 2021."
)
REPAIR = "The earlier repair was carried out by Dorrin & Pell."
WARNED = "A report says that the firm had warned the council in November 2021."
TOLD = f"“{REPAIR}” [1] “{WARNED}” [2]"


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("where does it say that", f"Under “Repairs”, in paragraph 2: “{REPAIR}” [1]\nUnder “Repairs”, in "),
        ("Where exactly does the article say that?", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("in which paragraph?", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("are you sure?", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("sure?", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("u sure", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("source?", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("says who?", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("who says", "Under “Repairs”, in paragraph 2: “The earlier"),
        ("in short?", f"“{REPAIR}” [1]"),
        ("shorter please", f"“{REPAIR}” [1]"),
        ("Can you make it shorter?", f"“{REPAIR}” [1]"),
        ("repeat that", f"“{REPAIR}” [1]\n“{WARNED}” [2]"),
        ("Quote it exactly, please.", f"“{REPAIR}” [1]\n“{WARNED}” [2]"),
    ],
)
def test_a_wish_about_the_last_answer_is_looked_up(service: Footnote, wish: str, told: str) -> None:
    entry = service.add_article(text=BRIDGE, title="The bridge")
    history = [Message("user", "Who is to blame?"), Message("assistant", TOLD)]
    *_, last = service.ask(wish, [entry.id], history)
    service.remove_article(entry.id)
    assert last.answer.startswith(told)
    assert (last.status, last.confidence) == ("answered", 1.0)
    assert all(BRIDGE[one.start : one.end] == one.text for one in last.citations)
    assert last.answer == told or last.answer.endswith(f"in paragraph 3: “{WARNED}” [2]")


@pytest.mark.parametrize(
    "told",
    [
        f"The “bad” bridge: “{REPAIR}” [1]\nA “lie”: “{WARNED}” [2]",
        f"Under “Repairs”, in paragraph 2: “{REPAIR}” [1]\nUnder “Repairs”, in paragraph 3: “{WARNED}” [2]",
        f"- Dorrin: “{REPAIR}” [1]\n- “{WARNED}” [2]",
        f"- {REPAIR} [1]\n- {WARNED} [2]",
        f"“{REPAIR}” “{WARNED}” [1][2]",
    ],
)
def test_quotations_are_found_again_behind_titles_places_and_names(told: str) -> None:
    shelf = Shelf(BRIDGE)
    (article,) = shelf.articles.values()
    history = [Message("user", "Who is to blame?"), Message("assistant", told)]
    last = about_the_last_answer("repeat that", history, [entry(article)], shelf)
    assert last is not None
    assert [one.text for one in last.citations] == [REPAIR, WARNED]


@pytest.mark.parametrize(
    "said", ["“" * 50_000, "“a” " * 20_000, "- a" * 30_000, "A: “" * 30_000, "“a” [1]" * 9_000]
)
def test_a_strange_answer_is_cheap_to_look_through(said: str) -> None:
    shelf = Shelf(BRIDGE)
    (article,) = shelf.articles.values()
    begun = time.perf_counter()
    history = [Message("assistant", said), Message("user", said)]
    assert about_the_last_answer("repeat that", history, [entry(article)], shelf) is None
    assert time.perf_counter() - begun < 1.0


def test_such_a_wish_is_another_one_where_nothing_was_quoted(service: Footnote) -> None:
    entry = service.add_article(text=BRIDGE, title="The bridge")
    *_, first = service.ask("Shorter please", [entry.id], [])
    history = [Message("user", "Hi"), Message("assistant", "Hello. You can ask about “The bridge”.")]
    *_, sure = service.ask("Are you sure?", [entry.id], history)
    *_, length = service.ask("Where does it say that the council was warned?", [entry.id], history)
    service.remove_article(entry.id)
    assert len(first.citations) > 1, "a summary"
    assert sure.citations == ()
    assert WARNED in {one.text for one in length.citations}
