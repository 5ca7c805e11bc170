"""Does the number that answers "how many aircraft …" count aircraft? "27 members of its battalion" does not.

The reader finds the number that stands nearest to what is asked; a number of other things is no answer.
"""

import re

from footnote.answer.compose import Similar
from footnote.answer.ranking import Ranked
from footnote.numerals import NUMBER_WORDS
from footnote.stem import stem_of

# What is asked for begins where this ends.
_ASKED = re.compile(
    r"\bhow\s+many\s+|\bwhat(?:['’]s|\s+is|\s+was)\s+the\s+(?:\w+\s+)?(?=population\b)", re.IGNORECASE
)
_NUMBER = re.compile(rf"(?:\d[\d.,]*|\b(?:{NUMBER_WORDS})\b)(?:[-‑](?:{NUMBER_WORDS})\b)?", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:(?:the|its|his|her|their|our|these|those)\s+)?", re.IGNORECASE)
_WORD = re.compile(r"\s*\b([^\W\d_][\w’'-]*)")
# What ends the words for a thing, or stands where a number has none beside it: "530 in the summer of 2021".
_GRAMMAR = frozenset(
    (
        "a about after again against ago all an and any are around as at away be been before being below "
        "between but by can could did do does done down during each earlier either for from get got had has "
        "have he her here his i if in into is it its later less made make many may more most much must near "
        "no nor not of off on only or other others our out over past per put she should since so some such "
        "than that the their them then there these they this those through to together under until up us was "
        "we were what when where which while who whose will with within without would you"
    ).split()
)
_MOST_WORDS = 3
# Cosines below which two words name different things, and below which a thing is none that is asked about at
# all: where "signatures" answer how many people signed, the question as a whole is near to them.
_ANOTHER, _UNASKED = 0.4, 0.2


def counts_another(question: str, answer: Ranked, similar: Similar) -> bool:
    """Say whether "how many" or a population is asked for and the number that answers counts something else.

    ``similar`` gives the cosine of two texts.
    """
    asked = _ASKED.search(question)
    if asked is None or answer.span is None:
        return False
    wanted = _thing(question, asked.end())
    start = answer.candidate.start
    found = _counted(answer.candidate.text, answer.span.start - start, answer.span.end - start)
    if not wanted or not found or not _stems(wanted).isdisjoint(_stems(found)):
        return False
    return similar(wanted, found) < _ANOTHER and similar(question, found) < _UNASKED


def _counted(sentence: str, start: int, end: int) -> str:
    """Return the words for what the last number of a range counts, "" where none are beside it."""
    numbers = list(_NUMBER.finditer(sentence, start, end))
    if not numbers:
        return ""
    after = numbers[-1].end()
    of = _OF.match(sentence, after)
    return _thing(sentence, of.end() if of else after)


def _thing(text: str, start: int) -> str:
    """Return the words for a thing at a place of a text, as far as no grammar and no sign comes between."""
    end = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None or word[1].casefold() in _GRAMMAR:
            break
        end = word.end()
    return text[start:end].strip()


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem_of(word.casefold(), "en") for word in words.split())
