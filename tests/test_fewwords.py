"""Which few words of a sentence may be shown by themselves, and which of two figures they are."""

import pytest

from footnote.answer import point
from footnote.answer.asserted import asserted
from footnote.answer.compared import compares
from footnote.answer.fewwords import answered_by_yes_or_no, is_fragment
from footnote.answer.figures import of_two, undated
from footnote.schema import Candidate, Reading, Retrieval, Span


def _place(marked: str) -> tuple[str, int, int]:
    """Return a sentence without the brackets around its few words, and where these are."""
    before, rest = marked.split("[")
    words, after = rest.split("]")
    return before + words + after, len(before), len(before + words)


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Where is the press?", "It was claimed that she had hidden a press in [the organ loft]."),
        ("For whom did she play?", "It is often written that she played for [the conductor Reiss] at nine."),
        ("By how much did it help?", 'The maker wrote in a press release that it "helps by [40 percent]".'),
        ("Who bought the mill?", "It is rumoured that [Halvard Lund] bought the mill in 1920."),
        ("Who painted the altar?", "The altar was allegedly painted by [Jan Bruyn]."),
        ("By how much were emissions cut?", "We aimed to cut our emissions by [10 percent]."),
        ("What margin was reached?", "We expect revenue of €230 million and a margin of [8 percent]."),
        ("When was the opera performed?", "A production was announced for [1954] but never took place."),
        (
            "How many homes were built?",
            "The council promised in May that it would build [400] homes by June.",
        ),
        ("How many workers were dismissed?", "The firm intends to dismiss [90] workers."),
        (
            "Where is the office?",
            "It had planned to move its office from Tarn to [Marsk], but dropped the idea.",
        ),
        ("When does it open?", "We had planned to open a plant in Georgia, United States, in [2024]."),
        ("How many were hired?", "Norrland would have brought in 14 ships and hired [60] people."),
        ("When was the bridge finished?", "The bridge was to have been finished in [1902]."),
        ("By when is it neutral?", "Our goal of neutrality by [2030] has been moved to 2035."),
        ("When was the festival held?", "The festival of [June 2021] was cancelled."),
        ("Who won the contract?", "The ministry denies that [Orme & Sons] won the contract."),
        ("Where did the queen die?", "There is no evidence that the queen died in [Lisbon]."),
        ("Which systems are supported?", "[Windows] is not supported."),
        ("Where does the ferry land?", "The ferry doesn’t land at [Ferrow] in winter."),
        ("Which language did he speak?", "He never spoke [Danish] in public."),
        (
            "For what was consent needed?",
            "Consent was needed for new taxes but not for [declarations of war].",
        ),
        (
            "With what was the museum merged?",
            "The review recommended that the museum be merged with [the survey].",
        ),
    ],
)
def test_words_that_are_not_stated(question: str, marked: str) -> None:
    assert not asserted(question, *_place(marked))


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("When did it open?", "It was to have opened in 1951, but it was first opened on [2 March 1952]."),
        ("When will it open?", "The hall, which was meant to open in June, will open in [November]."),
        ("How many will be built?", "We now expect to build [3,500] looms in 2024."),
        ("When is the vote?", "The council is expected to vote on [28 March]."),
        ("What was the goal?", "We aimed to cut our emissions by [10 percent]."),
        ("What did she plan to sell?", "She had planned to sell [the mill]."),
        ("How many were sold?", "They had planned to sell 50, and [70] were sold."),
        ("When did she leave?", "She did not leave the country until [1948]."),
        ("What did he refuse to sign?", "He did not sign [the treaty]."),
        ("Who employs most?", "The firm, which does not publish accounts, employs [340] people."),
        ("Whom was it to visit?", "Only those who did not reply within [ten days] were visited."),
        ("Where was he born?", "He was not only born in [Turku] but died there."),
        ("Who denied it?", "[Vidal] denied that he knew of it."),
        ("Who knew?", "Councillor [Dermot Pryce] said the cracks had been known since December."),
        ("Who is said to have won?", "It is rumoured that [Halvard Lund] won."),
        ("Who got the land?", "The land promised to its inhabitants was given to [a golf course]."),
        ("What gives it its colour?", "The yellow of its surface is due to [sulphur]."),
        ("Who was king?", "[Harald] was not yet twenty when he was king."),
        ("When was the race put off?", "The race of [5 May] was postponed."),
        ("What did the review suggest?", "It recommended that the museum be merged with [the survey]."),
        ("Who is missing on the plaque?", "It names both Brekkes, but not [Dall]."),
        ("When was it printed?", "It was written in 1780 but not printed until [1789]."),
    ],
)
def test_words_that_are_stated_or_asked_for_so(question: str, marked: str) -> None:
    assert asserted(question, *_place(marked))


@pytest.mark.parametrize(
    ("question", "sentence", "is_so"),
    [
        ("How much more did Valves make than Pumps?", "Revenue fell 2.1% to $166.2 million.", False),
        ("How much more light than a candle did it give?", "It gave as much as about seven candles.", True),
        ("What is the difference between a host and a platform?", "A host offers a dwelling.", False),
        ("Which segment had the highest income?", "Income was $8.8 million (Q3 2023: $8.6 million).", False),
        ("Which is the oldest guild?", "The Century Guild was set up in 1882.", False),
        ("Which is the largest lake?", "No lake is larger than Orme.", True),
        ("Which is the highest peak?", "The ridge culminates in Mount Tolva.", True),
        ("Who paid the most?", "The chief buyer was Holm.", True),
        ("Who was the oldest of the brothers?", "The eldest was Jan.", True),
        ("How much further than Rome is it?", "It lies 30 km beyond Rome.", True),
        ("How much more than planned did it cost?", "It cost $3 million over the estimate.", True),
        ("What is the most likely cause?", "It was probably frost.", True),
        ("Who won most of the seats?", "The Greens won 34 seats.", True),
        ("How many were at least saved?", "About 30 were saved.", True),
        ("What happens if it lasts more than an hour?", "Sleepers feel groggy.", True),
        ("Who lives in the forest?", "The Orme live there.", True),
    ],
)
def test_what_sets_things_side_by_side(question: str, sentence: str, is_so: bool) -> None:
    assert compares(question, sentence) is is_so


PROFIT = "Operating profit fell to €14.1 million from [€21.9 million]."
RESERVE = "The council drew on its reserve, which fell from [30 million] to 19 million crowns."
HEADACHES = "[Eleven] people reported headaches, seven of them in the lamp group."
JOBS = "About [340] jobs will be lost, of which 210 in production."
EXCESS = "We pay up to [€1,400], or €2,200 for a laptop, in each year of cover."
GUARANTEE = "The guarantee lasts [two years], or four years for the Duo if you register it within 60 days."
LEAVE = "You get [five days] for a partner, parent or child; two days for a grandparent, sister or brother."


@pytest.mark.parametrize(
    ("question", "marked", "words"),
    [
        ("What was the operating profit?", PROFIT, "€14.1 million"),
        ("From what did the profit fall?", PROFIT, "€21.9 million"),
        ("How high was the profit before?", PROFIT, "€21.9 million"),
        ("By how much did the profit fall?", PROFIT, "€21.9 million"),
        ("How big is the reserve?", RESERVE, "19 million"),
        ("What happened to it?", "Its value fell [from 74 million to 19].", "from 74 million to 19"),
        ("How far is it?", "The road leads from [3] to 9 and on.", "3"),
        ("How many people in the lamp group had headaches?", HEADACHES, "seven"),
        ("How many people had headaches?", HEADACHES, "Eleven"),
        ("Who reported headaches in the lamp group?", HEADACHES, "Eleven"),
        ("How many production jobs will be lost?", JOBS, "210"),
        ("How many jobs will be lost?", JOBS, "340"),
        ("How long is the walk?", "The walk was cut from [5 km] to 3 km.", "3 km"),
        ("Over which years was it cut?", "The staff was cut from [1990] to 1995.", "1990"),  # these are years
        ("How large is the staff?", "The staff was cut from [1990] to 120.", "120"),
        ("What is the most you pay for a laptop?", EXCESS, "€2,200"),
        ("What is the most you pay in a year?", EXCESS, "€1,400"),
        ("How long is the guarantee for the Duo?", GUARANTEE, "four years"),
        ("How long is the guarantee?", GUARANTEE, "two years"),
        ("How many days do I get when my grandmother dies?", LEAVE, "two days"),
        ("How many days do I get when my child dies?", LEAVE, "five days"),
        ("How many days do I get for a brother or a parent?", LEAVE, "five days"),  # both
        ("How many radiators are there?", "There are [two] or three in the coldest rooms.", "two"),
    ],
)
def test_which_of_two_figures(question: str, marked: str, words: str) -> None:
    sentence, start, end = _place(marked)
    assert sentence[slice(*of_two(question, sentence, start, end))] == words


@pytest.mark.parametrize(
    ("question", "marked", "is_so"),
    [
        ("What was the profit in 2023?", PROFIT, True),
        ("What was the profit?", PROFIT, False),
        ("What was it in 2019?", "It fell to 14 in 2023 from [22] in 2019.", False),
        ("Where was the profit made in 2023?", "In [Orme] the profit fell to 14 from 22.", False),
    ],
)
def test_a_year_that_does_not_tell_which(question: str, marked: str, is_so: bool) -> None:
    assert undated(question, *_place(marked)) is is_so


@pytest.mark.parametrize(
    ("question", "marked", "short"),
    [
        ("When was the opera performed?", "It was announced for [1954] but never took place.", None),
        ("When was the opera performed?", "It was performed in [1954].", "1954"),
        ("What was the operating profit?", PROFIT, "€14.1 million"),
        ("What was the operating profit in 2023?", PROFIT, None),
        ("What is the oldest guild?", "The [Century Guild] was set up in 1882.", None),
    ],
)
def test_what_is_shown_short(question: str, marked: str, short: str | None) -> None:
    sentence, start, end = _place(marked)
    candidate = Candidate("a", 0, 7, 7 + len(sentence), sentence, 0.9)
    retrieval = Retrieval(question, (candidate,), (), {})
    pointed = point(retrieval, Reading((-0.1,), ((start, end),), 2.0))
    assert (pointed.span.text if pointed.span else None) == short
    assert pointed.words is not None, "a draft must still say them"
    assert [one.text for one in pointed.cited] == [sentence]


@pytest.mark.parametrize(
    ("question", "marked", "is_so"),
    [
        ("What did Yusuf say?", "He [did] not say what he meant.", True),
        ("Who invented the process?", "It works in the cold [and needs no ink].", True),
        ("Who opened the building?", "[The building was designed by Edmund Rask in a plain style].", True),
        ("When was it opened?", "[It was opened with a feast].", True),
        ("Who opened the building?", "The building was opened by [Edmund Rask].", False),
        ("Who was it?", "[Andrew Bell]", False),
        ("When was it?", "The fair was held [in May].", False),
        ("In which month was it?", "The fair was held in [May].", False),
        ("Who wrote this document?", "[This document] was written by many.", True),
        ("When did Orl become governor of Vass?", "Orl became [governor of Vass] late.", True),
        ("Who is Mel?", "I call him Mel, since [that was] his name.", True),
        ("Who was older, Orl or Vass?", "[Vass] was the older of the two.", False),
        ("Who wins the final between Orl and Vass?", "[Orl] goes home with the final.", False),
        ("Who has to pay if the tenant leaves early?", "[The tenant] has to pay.", False),
        ("Who of Orl and Vass was older?", "[Vass] was the older of the two.", False),
        ("Who led the team?", "For years [it was Orl] whom they followed.", False),
        ("When did the crisis of 1973 begin?", "The crisis began in [1973].", False),
        ("When did it end?", "It ended when [he was ill].", False),
        ("What did she say?", "[The door was open].", False),  # what is said is a sentence
        ("What happened when it fell?", "[Four men were killed].", False),
    ],
)
def test_a_fragment_is_no_answer(question: str, marked: str, is_so: bool) -> None:
    assert is_fragment(question, *_place(marked)) is is_so


def test_am_i_asks_for_yes_or_no() -> None:
    assert answered_by_yes_or_no("Am I allowed to smoke on the balcony?")
    assert answered_by_yes_or_no("So am I covered?")
    assert not answered_by_yes_or_no("AM stations began when?")


TIMES = "Food | Note | HP-20 | HP-30"
EXCESSES = "Event | Phone | Tablet | Laptop"


@pytest.mark.parametrize(
    ("question", "head", "marked", "short"),
    [
        ("How long do potatoes take?", TIMES, "Potatoes | in slices | [16 min] | 13 min", None),
        ("How long do potatoes take in the HP-30?", TIMES, "Potatoes | whole | 16 min | [13 min]", "13 min"),
        ("How should potatoes be cut?", TIMES, "Potatoes | [in slices] | 16 min | 13 min", "in slices"),
        ("How much is it for a laptop?", EXCESSES, "Theft | €50 | €100 | [€150]", None),
        ("How much is it when a laptop is lost by theft?", EXCESSES, "Theft | €50 | €100 | [€150]", "€150"),
        ("What costs €150?", EXCESSES, "[Theft] | €50 | €100 | €150", "Theft"),
        ("How much must I pay?", "Item | Price", "Whole ticket | [£9]", "£9"),  # neither is named
        ("How long does it take?", "", "Potatoes | [16 min]", "16 min"),  # no row names the cells
    ],
)
def test_one_cell_of_many(question: str, head: str, marked: str, short: str | None) -> None:
    row, start, end = _place(marked)
    named = Span("a", 0, len(head), head) if head else None
    candidate = Candidate("a", 1, 100, 100 + len(row), row, 0.9, head=named)
    retrieval = Retrieval(question, (candidate,), (), {})
    pointed = point(retrieval, Reading((-0.1,), ((start, end),), 2.0))
    assert (pointed.span.text if pointed.span else None) == short


SETTINGS = "Setting | Default | Most"


@pytest.mark.parametrize(
    ("question", "head", "marked", "short"),
    [
        (
            "What is the default of list.sizes?",
            "",
            "If this is set to [true], the list has the sizes.",
            False,
        ),
        (
            "What is the default of list.sizes?",
            "",
            "When set to [true], sizes are shown; the default is false.",
            False,
        ),
        (
            "What is the default of list.sizes?",
            "",
            "When it is [true], sizes are shown, as by default.",
            False,
        ),
        ("What is the default of list.sizes?", "", "Defaults to [false].", True),
        (
            "What is list.sizes' default?",
            "",
            "If sizes are wanted, set this to true; the default is [false].",
            True,
        ),
        ("What does the limit default to?", "", "Up to 40 files, by default [20], are open at once.", True),
        ("Which is the default age?", "", "(The default, [200 million transactions], takes 50 MB.)", True),
        ("What's the default limit?", SETTINGS, "limit | [20] | 400", True),
        ("What's the default limit?", SETTINGS, "limit | 20 | [400]", False),
        # Where it is not asked for, nothing has to tell it.
        ("What shows the sizes?", "", "If [list.sizes] is set to true, the list has the sizes.", True),
        ("Which colour do rows have by default?", "", "If nothing is chosen, rows are [grey].", True),
        ("Which country was in default?", "", "If [Argentina] does not pay, it is sued.", True),
    ],
)
def test_a_default_is_told_as_one(question: str, head: str, marked: str, short: bool) -> None:
    row, start, end = _place(marked)
    candidate = Candidate(
        "a", 1, 100, 100 + len(row), row, 0.9, head=Span("a", 0, len(head), head) if head else None
    )
    pointed = point(Retrieval(question, (candidate,), (), {}), Reading((-0.1,), ((start, end),), 2.0))
    assert (pointed.span is not None) is short
    assert short or pointed.words is None  # no draft must say it either


@pytest.mark.parametrize(
    ("question", "marked", "is_so"),
    [
        ("What does -k do?", "-k, --[keep-old]: Only valid for push.", True),
        ("What does the option -k do?", "-k, --[keep-old]: Only valid for push.", True),
        ("What does marl.sizes do?", "[marl.sizes], marl.rows: The list has both.", True),
        ("What does -k do?", "-k, --keep-old: [Files that are gone stay].", False),
        ("Which option keeps old files?", "[-k], --keep-old: Files that are gone stay.", False),
        ("What is another name of -k?", "-k, [--keep-old]: Files that are gone stay.", False),
        ("What does Weber do?", "Anna Weber, [dentist]: I never drill on Mondays.", False),
        ("What does -k do?", "With -k [old files stay].", False),
    ],
)
def test_another_name_is_not_what_a_code_word_does(question: str, marked: str, is_so: bool) -> None:
    assert is_fragment(question, *_place(marked)) is is_so
