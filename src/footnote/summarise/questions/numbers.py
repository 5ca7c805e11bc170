"""A rule that asks how many did or were something, where a number opens the sentence."""

import re
from collections.abc import Iterator

from footnote.summarise.questions.clause import INTRANSITIVE, Question, Vocabulary, first_part, main_clause
from footnote.summarise.questions.forms import ABOUT, AUXILIARY, NUMBER, WORD
from footnote.summarise.questions.verbs import FORMS, PAST

_SUBJECT = re.compile(
    rf"(?P<number>{ABOUT}{NUMBER}) (?P<noun>(?:[a-z-]+ ){{0,2}}?(?:[a-z-]+s|people|children|women|men)) "
    rf"(?P<verb>{AUXILIARY}|{WORD})\b ?(?P<rest>.*)$"
)
_UNCOUNTED = re.compile(  # "Three things are clear", "Two years have passed"
    r"\b(?:things|reasons|ways|points|times|others|of|to|or|and|such|more|other|later|further|larger|smaller|\w*(?:second|minute|hour|day|week|month|year|decade)s|"
    r"percent|metres|meters|miles|kilometres)\b"
)
_MANY = re.compile(r"\b(?:some|dozens of|hundreds of|thousands of)\b")


def numbered(sentence: str, _: Vocabulary) -> Iterator[Question]:
    """Ask "How many people were evacuated?" of "About 600 people were evacuated."."""
    found = _SUBJECT.match(f"{sentence[:1].lower()}{sentence[1:]}")
    if found is None or _UNCOUNTED.search(found["noun"]) or _MANY.match(found["number"]):
        return
    verb, rest = found["verb"], main_clause(f" {first_part(found['rest'])}")
    if re.fullmatch(AUXILIARY, verb):
        fits = bool(rest)
    else:
        fits = verb in PAST and (bool(rest) or FORMS[verb].base in INTRANSITIVE)
        fits = fits and not re.search(rf"\b(?:{AUXILIARY})\b", rest)
    if fits:
        yield Question(f"How many {found['noun']} {verb} {rest}?", found["number"])
