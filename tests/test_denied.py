"""A claim is not cited without the sentence that takes it back."""

from dataclasses import replace

import pytest

from footnote.answer.cited import cited
from footnote.answer.quoting import listed, quote
from footnote.quotations import around
from footnote.retrieve.denied import takes_back
from footnote.retrieve.excepted import excepts
from footnote.schema import Candidate, Evidence, Span
from footnote.service import Footnote


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The foreman said that the walls were damp.", "The builder denied this."),
        ("He said that the concrete had been poured in frost.", "The firm denied that any had been poured."),
        ("She said she had told the clerk, Jan Hale.", "Mr Hale denied having been told."),
        (
            "The prosecutor says that she took bribes.",
            "Ms Orr, who left the post in May, denies any wrongdoing.",
        ),
        ("The council hid the report, the party says.", "The mayor flatly rejected that."),
        ("The paper wrote that the bank was bankrupt.", "It has since withdrawn the story."),
        ("The paper wrote that 300 had died.", "The bank called the report nonsense."),
        ("It is often told that he met the queen.", "There is no evidence for this, and she was abroad."),
        (
            "It was said that he had hidden a press.",
            "He neither confirmed nor denied it; the press was found.",
        ),
        ("A rumour had it that the mine was sold.", "The rumour was false, as the owner declared."),
        ("We gave the order book as 96 million.", "Because of an error that figure was too high."),
        ("The report put the number at 40.", "The number was later corrected, to 31."),
        ("It was reported that she had resigned.", "She said that she had not."),
        ("The lamp is said to help sleepers.", "How it works is not known."),
        ("She signed it, her brother says.", "Whether she could write is unclear."),
        ("The bunker can no longer be closed, they claim.", "That is not true of the doors."),
        ("The report put the cost at 40.", "This was wrong, as the clerk found."),
        ("At noon we wrote that the owner had locked the doors.", "The union has not said that."),
        ("The log shows no call, a clerk said.", "The Post could not independently verify the claim."),
        ("A rumour had it that the mine was sold.", "It could not be confirmed."),
        ("I'd like to say that it was on principle.", "It wasn't."),
        ("She hoped that he would pay by Monday.", "He did not."),
    ],
)
def test_what_takes_back_the_sentence_before_is_told(before: str, sentence: str) -> None:
    assert takes_back(sentence, before)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The firm sells lamps.", "Its owner denied that he would retire."),
        ("The court met in May.", "He accused her of theft, and she denied it."),
        ("The towns grew.", "The church was blamed for it, although the bishop denied it."),
        ("She joined no party.", "A newspaper said that she had; she sued, and it withdrew the claim."),
        ("It was made of glass.", "It was invented in 1855 by a smith."),
        ("The council proposed a ban.", "Parliament rejected it in June."),
        ("The old heaters are large.", "It is not true that each must be replaced."),
        ("She liked her trams.", "It is not true, she insists, that she locked the drivers in."),
        ("The theory is old.", "He never withdrew his claim."),
        ("The number is low.", "The minister did not deny this."),
        ("About 40,000 fell ill.", "The true number was put at 300,000."),
        ("He wrote the book in 1960.", "He corrected it in 1970."),
        ("One of them denies four charges.", "The other denies the same charges."),
        ("The bridge is closed.", "The law says that nobody may cross it."),
        ("The fire broke out at three.", "How it started is not known."),
        ("The ship sank in 1912.", "Why it sank is still unknown."),
        ("Rents rose by 4 percent.", "The figures were corrected for inflation."),
        ("Twelve members came.", "The number was too low to elect a chair."),
        ("The archive has the dates of all kings.", "The correct dates are shown in a table."),
        ("She reached the hut in May.", "That was not so easy."),
        ("It is a ford.", "It is not so much a crossing as a place to swim."),
        ("He left the town.", "It was wrong to leave, he found."),
        ("The measurements are old.", "They could not be confirmed by Herle, who measured fog."),
        ("Rumours of oil are old.", "The tale that rats ate the flap has never been confirmed."),
        ("The union met.", "It has not said that it will strike."),
        ("It was wet.", "He did not go."),
    ],
)
def test_another_sentence_takes_nothing_back(before: str, sentence: str) -> None:
    assert not takes_back(sentence, before)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Taxis may be used after 10 pm.", "In all other cases you need approval beforehand."),
        ("You pay half of the cost.", "This does not apply if you are made redundant."),
        ("Part 2 is for all staff.", "It does not apply to apprentices."),
        ("You may use a laptop privately so long as this is lawful.", "Children must not use it."),
        ("You are free to use the boat.", "Guests are not allowed to steer it."),
        ("If eight hours have not gone by, swallow it.", "Otherwise leave it out."),
        ("Few listeners grasped it.", "An exception was a young man from Budapest."),
    ],
)
def test_an_exception_is_told(before: str, sentence: str) -> None:
    assert excepts(sentence, before)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The council may have known.", "The mayor cannot explain it."),
        ("Iodine is scarce on land.", "The gland cannot make its hormones without it."),
        ("Boats may be hired.", "The lake cannot be crossed in winter."),
        ("Boats may be hired.", "They may be paid for by card."),
        ("The rules are old.", "The court applied them in May."),
        ("The school is small.", "Exceptional pupils come from afar."),
        ("The men came from Lod.", "They did not apply for a visa."),
        ("The nurses treat the wound.", "They do not apply pressure to it."),
    ],
)
def test_another_sentence_is_no_exception(before: str, sentence: str) -> None:
    assert not excepts(sentence, before)


@pytest.mark.parametrize(
    ("text", "question", "cited"),
    [
        (
            "It is said that a foreman ordered the doors of the mill to be locked. Three weavers have made "
            "the claim to the police. The foreman, who was not named, denies it. The mill spins wool.",
            "Who ordered the doors of the mill to be locked?",
            "It is said that a foreman ordered the doors of the mill to be locked. Three weavers have made "
            "the claim to the police. The foreman, who was not named, denies it.",
        ),
        (
            "The rent is due in May. For late rent the owner may charge interest at 3% a year. No other "
            "charge may be made for late payment. The flat has two rooms.",
            "Which other charge may be made for late payment?",
            "For late rent the owner may charge interest at 3% a year. No other charge may be made for late "
            "payment.",
        ),
        (
            "The mill owns carts and drays. A dray is low and has no sides. It carries barrels by a vehicle "
            "of this kind. The flour is weighed.",
            "By what vehicle does the mill carry its barrels?",
            "A dray is low and has no sides. It carries barrels by a vehicle of this kind.",
        ),
        (
            'The firm met on Monday. Its head, Ida, rejected this. "The siren of the mill sounded at nine. '
            'That is why nobody died." The mill spins wool.',
            "When did the siren of the mill sound?",
            'Its head, Ida, rejected this. "The siren of the mill sounded at nine. That is why nobody died."',
        ),
    ],
)
def test_a_sentence_is_cited_with_those_that_it_cannot_do_without(
    service: Footnote, text: str, question: str, cited: str
) -> None:
    article = service.add_article(text, title="The mill").id
    *_, last = service.ask(question, [article])
    service.remove_article(article)
    assert cited in last.citations[0].text
    assert all(text[one.start : one.end] == one.text for one in last.citations)


def test_who_is_kind_is_cited_without_the_sentence_before(service: Footnote) -> None:
    text = "The mill spins wool. This kind woman, Ida Holm, paid the carters in 1931. The flour is weighed."
    article = service.add_article(text, title="The mill").id
    *_, last = service.ask("When did Ida Holm pay the carters?", [article])
    service.remove_article(article)
    assert last.citations[0].text == "This kind woman, Ida Holm, paid the carters in 1931."


@pytest.mark.parametrize(
    ("texts", "number", "part"),
    [
        (["Er ging.", "„Wir gehen.", "Sie auch.“", "Sie gingen."], 1, (1, 2)),
        (["„Wir gehen“, sagte er.", "Sie auch.", "„Wir auch.“"], 1, (1, 1)),
        (["„Wir gehen.", "Sie auch.”", "Er ging."], 1, (0, 1)),
        (["“We go.", "“They, too.”", "He went."], 1, (0, 1)),
        (["“We go.", "He went."], 0, (0, 0)),  # never closed
    ],
)
def test_a_quotation_reaches_to_its_closing_mark(
    texts: list[str], number: int, part: tuple[int, int]
) -> None:
    assert around(texts, number) == part


TEXT = "The foreman said that the walls were damp. The builder denied this. The tower is tall."


def _candidate(number: int, start: int, end: int, share: float, denied: Span | None = None) -> Candidate:
    return Candidate("a", number, start, end, TEXT[start:end], share, denied=denied)


def test_both_are_one_citation_and_the_only_one() -> None:
    whole = Span("a", 0, 67, TEXT[:67])
    found = [_candidate(0, 0, 42, 0.6, whole), _candidate(2, 68, 86, 0.4)]
    (one,) = cited(found, [Evidence("a", 0, len(TEXT), TEXT, 0.9)])
    assert (one.start, one.end, one.text) == (0, 67, TEXT[:67])


def test_what_spans_two_citations_is_one_with_both() -> None:
    first, last = _candidate(0, 0, 42, 0.34), _candidate(2, 68, 86, 0.33)
    between = replace(_candidate(1, 43, 67, 0.33), whole=Span("a", 0, 86, TEXT))
    (one,) = cited([first, last, between], [])
    assert (one.start, one.end, one.text) == (0, 86, TEXT)


def test_what_leads_to_what_leads_on_is_quoted_too() -> None:
    above, lead = (
        _candidate(0, 0, 42, 0.3),
        replace(_candidate(1, 43, 67, 0.3), lead=Span("a", 0, 42, TEXT[:42])),
    )
    item = replace(_candidate(2, 68, 86, 0.4), lead=Span("a", 43, 67, TEXT[43:67]))
    composition = quote([item, lead, above])
    assert [one.text for one in composition.citations] == [TEXT[68:86], TEXT[43:67], TEXT[:42]]
    assert all(f"[{one.number}]" in composition.text for one in composition.citations)


def test_an_item_that_ends_as_a_clause_does_is_an_item() -> None:
    spans = [Span("a", 0, 1, text) for text in ("You may keep it unless", "Songs we listened to", "Ferries")]
    assert [line[:2] for line in listed(spans).text.splitlines()] == ["Yo", "- ", "- "]


@pytest.mark.parametrize(
    ("question", "denial"),
    [
        ("Were the walls of the tower damp?", "denied that"),
        ("When did the queen visit the tower?", "no evidence for this"),
    ],
)
def test_an_answer_cites_the_denial_with_the_claim(service: Footnote, question: str, denial: str) -> None:
    text = (
        "The tower of Osk was finished in 1911. A former foreman, Jan Hale, told the paper that the walls of "
        "the tower had been damp. The builder denied that they had been damp.\n\n"
        "It is often written that the queen visited the tower in 1912. There is no evidence for this.\n\n"
        "The tower has 40 rooms. A lift was added in 1960."
    )
    article = service.add_article(text, title="The tower").id
    *_, last = service.ask(question, [article])
    service.remove_article(article)
    assert denial in last.citations[0].text
    assert all(text[one.start : one.end] == one.text for one in last.citations)
    assert last.composed_by == "quotation"


RULES = """The Osk harbour keeps these rules.

7.1 No visitor may keep an animal aboard a boat.

7.2 Clause 7.1 does not apply to fish.

8.1 A berth may not be altered, except as clause 8.2 allows.

8.2 A berth may be painted white. It must be dry.

9.1 Under clause 7.2 nobody has to ask.
"""


@pytest.mark.parametrize(
    ("question", "rule", "exception"),
    [
        ("May a visitor keep an animal aboard?", "7.1 No visitor", "7.2 Clause 7.1 does not apply to fish."),
        ("May a berth be altered?", "8.1 A berth", "8.2 A berth may be painted white."),
    ],
)
def test_a_clause_is_cited_with_the_one_that_excepts_from_it(
    service: Footnote, question: str, rule: str, exception: str
) -> None:
    article = service.add_article(RULES, title="Rules of the harbour").id
    *_, last = service.ask(question, [article])
    service.remove_article(article)
    assert last.citations[0].text.startswith(rule)
    assert exception in [one.text for one in last.citations]
    assert all(RULES[one.start : one.end] == one.text for one in last.citations)
