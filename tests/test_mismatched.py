"""Does the best sentence show that it answers another question than is asked?"""

import pytest

from footnote.answer.confidence import confidence
from footnote.answer.mismatched import tells_another
from footnote.answer.ranking import Ranked
from footnote.schema import Candidate, Reading, Retrieval, Span

PLOTS = "The plots in the east are the smallest of the valley."
LIFE = "The composer Emil Strand was born in the city in 1861 but spent his working life in [Karlin]."
MEDAL = "Abey was given the medal in [1922]; Korsten, who had been nominated twice, never received it."
REVIEW = "A review of [1978] called the museum useless and recommended that it be merged with the survey."
RULE = "Under [Tamas II], the towns grew, and the mint at Olmar was founded in 1130."
REVOLT = "It provoked the revolt of 1103, which was put down by [her half-brother], Joren the Lame."
STARCH = "In modern plants the [starch] has been replaced by synthetic polymers, which act faster."


def _ranked(marked: str) -> Ranked:
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    candidate = Candidate("a", 0, 40, 40 + len(before + words + after), before + words + after, 0.9)
    start = 40 + len(before)
    return Ranked(candidate, Span("a", start, start + len(words), words) if words else None)


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Where are the largest plots?", PLOTS),
        ("Which country suffered most?", "Of the four, [Orland] suffered least."),
        ("Who was the oldest of those elected?", "[Olga Brenn], at twenty-nine, was the youngest member."),
        ("In what city did Emil Strand die?", LIFE),
        ("When did Philippa Foot die?", "The case was put forward in [1967] by Philippa Foot."),
        ("When was Ursula Tarn born?", "Ursula Tarn joined the Bauhaus in [1926]."),
        ("In what year did Korsten receive the medal?", MEDAL),
        ("When was the museum merged with the survey?", REVIEW),
        (
            "When was Deverell confirmed?",
            "The election of Deverell in [1853] was proposed but never confirmed.",
        ),
        (
            "When was the mint of Tamas I founded?",
            RULE.replace("[", "").replace("]", "").replace("1130", "[1130]"),
        ),
        ("Who put down the revolt against Joren the Lame?", REVOLT),
        ("Who did Kessner defeat?", "She defeated [the incumbent], Kessner, by 1,104 votes."),
        ("What replaced the synthetic polymers in modern plants?", STARCH),
        ("Which company won the air defense contract?", "[Two firms] denied a deal to secure it."),
        ("Who won the case?", "The case was brought in 1931 by [a dyer] of the town."),
    ],
)
def test_what_answers_another_question(question: str, marked: str) -> None:
    assert tells_another(question, [_ranked(marked)])


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Where are the smallest plots?", PLOTS),
        ("Are the largest plots in the east?", PLOTS),  # yes or no is the answer
        ("Where are the largest plots?", "The largest plots are in [the west], the smallest in the east."),
        ("What is the least expensive scheme?", "[Isler's] was the cheapest and the most modern."),
        ("Who won the most seats?", "The [Greens] won at least 34 seats."),
        ("Which is the lowest town of the south?", "[Orl] is the northwest of all."),
        ("Where was Emil Strand born?", "Emil Strand was born in [Vass]."),
        ("Where was jazz born?", "It came up in [New Orleans]."),
        ("In what year did Ada Holm die?", "Ada Holm (1861–[1920]) wrote it."),
        ("When did Bruno die?", "He lived until [1989] and became the emblem of the garden."),
        ("When did the elm die out?", "By [1930] no elm stood there."),
        ("Who received the medal in 1922?", MEDAL),
        ("When was the medal received by Abey?", MEDAL),
        ("Why did Korsten not receive the medal?", MEDAL),
        ("When was a missile last fired?", "The battery has never fired a missile since [1989]."),
        ("What keeps them from leaving?", "They have mostly declined to leave because of [their cattle]."),
        ("Who followed Tamas I?", "[Tamas II] followed him."),
        ("When did Tamas II rule?", "Tamas II, the son of Tamas I, ruled from [1121] to 1150."),
        ("Who is Joren the Lame?", REVOLT),
        ("Who put down the revolt of 1103?", REVOLT),
        ("What was replaced in modern plants?", STARCH),
        ("What replaced the starch?", "The starch was replaced by [polymers]."),
        ("Who won gold for Norway?", "Gold went to [Ole Berg], Norway, and silver to Jan Smit, Sweden."),
        ("Who directed Vessel?", "The film was directed by [Ridley Hale], Vessel, in 1979."),
        ("When did the engine die?", "The engine stopped at [3.10 a.m.]."),
        ("When did Ada Holm die?", "Ada Holm took her own life in [1950]."),
        ("When did Ada Holm die?", "Ada Holm succumbed to cancer in [1950]."),
        ("When was Ada Holm born?", "Ada Holm, [1867]–1934, was a painter."),
        ("When was Ada Holm born?", "Ada Holm came into the world in [1867]."),
        ("Where was Jazz born?", "Jazz emerged in [New Orleans]."),
        ("When was Impressionism born?", "Impressionism began in [1874]."),
        ("What did most workers do?", "The workers, not least the women, [went on strike]."),
        ("What is the most common cause?", "[Smoking], to say the least, is a common cause."),
        ("When is it best to plant tulips?", "Plant them in [November] to be spared the worst of the frost."),
        ("Who won the case?", "The court found for [the dyer]; it was an honourable victory."),
        ("Which company won the contract?", "The contract went to [Holt and Sons]."),
        ("Who won the election?", "[Ada Holm] was returned with 58 percent."),
        ("Who won the race?", "[Ada Holm] crossed the line two seconds ahead of Vass."),
        ("Who won the match?", "[Orl] crushed Vass in the second game."),
        ("Who won the war?", "The [Orls] forced Vass to sign an armistice."),
        ("Who won independence in 1960?", "[Orland] was left by the last of its governors in 1960."),
        ("What film won the audience over?", "The film [Rose] charmed all who saw it."),
        ("Who won in 1998?", "The final ended [Orl] 3–1 Vass."),
        (
            "Who won the battle of Lake George?",
            "The battle ended inconclusively, with [both sides] withdrawing.",
        ),
        ("Who was won over?", "[The mayor] thought better of it in the end."),
        ("What did the dyer win?", "The court allowed him [his costs]."),
        (
            "Who developed the same method as Baran?",
            "[Davies] developed the same method as developed by Baran.",
        ),
    ],
)
def test_what_may_answer(question: str, marked: str) -> None:
    assert not tells_another(question, [_ranked(marked)])


@pytest.mark.parametrize(
    ("question", "marked", "other"),
    [
        ("Where was Solveig Barr born?", "[Solveig Barr], who was 91, came home.", "She was born in Tromsø."),
        ("When did Solveig Barr die?", "[Solveig Barr] came home in 1980.", "Her death came in May."),
        ("Where are the largest plots?", PLOTS, "The largest lie in the west."),
        ("When did Korsten receive the medal?", MEDAL, "Korsten received the medal in 1930."),
        ("When was the mint of Tamas I founded?", RULE, "The mint of Tamas I was at Lod."),
    ],
)
def test_another_sentence_may_answer(question: str, marked: str, other: str) -> None:
    best = _ranked(marked.replace("[", "").replace("]", ""))
    assert tells_another(question, [best])
    assert not tells_another(question, [best, _ranked(other)])


def test_another_sentence_about_others_does_not_answer() -> None:
    other = _ranked("Eighteen people died in the fire of 1834.")
    assert tells_another("In what city did Emil Strand die?", [_ranked(LIFE), other])


def test_the_confidence_falls_below_what_is_answered() -> None:
    candidate = _ranked(PLOTS).candidate
    start = PLOTS.index("the east")
    reading = Reading((-0.1,), ((start, start + 8),), 6.0)
    largest, smallest = (
        confidence(
            Retrieval(f"Where are the {which} plots?", (candidate,), (), {}), reading, lambda _, __: 1.0
        )
        for which in ("largest", "smallest")
    )
    assert largest.probability < largest.refuse_below < smallest.probability
