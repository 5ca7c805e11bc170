"""Does the number that answers "how many aircraft …" count aircraft? "27 members of its battalion" does not.

The reader finds the number that stands nearest to what is asked; a number of other things is no answer.
"""

import re

from footnote.answer.phrasing import Similar
from footnote.answer.ranking import Ranked
from footnote.numerals import NUMBER_WORDS

# What is asked for begins where this ends. "How many times" asks for no thing that has a name beside it, and
# "how many of the …" for a part that is seldom named again: with it 3 more were told rightly and 1 wrongly.
_ASKED = re.compile(
    r"\bhow\s+many\s+(?!times\b)|\bwhat(?:['’]s|\s+is|\s+was)\s+the\s+(?:\w+\s+)?(?=population\b)",
    re.IGNORECASE,
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
# Cosines below which the words for two things name different ones; below which a thing is none that the
# question is about, as "signatures" are where people have signed; and the same of what is said of it next.
_ANOTHER, _UNASKED, _UNTOLD = 0.4, 0.2, 0.3
_SAID_WORDS = 8
_CLAUSE_END = re.compile(r"[.,;:()!?]")


def counts_another(question: str, answer: Ranked, similar: Similar) -> bool:
    """Say whether "how many" or a population is asked for and the number that answers counts something else.

    ``similar`` gives the cosine of two texts.
    """
    asked = _ASKED.search(question)
    if asked is None or answer.span is None:
        return False
    sentence, before = answer.candidate.text, answer.candidate.start
    numbers = list(_NUMBER.finditer(sentence, answer.span.start - before, answer.span.end - before))
    if not numbers:
        return False
    wanted, found = thing(question, asked.end()), _counted(sentence, numbers[-1].end())
    if not wanted or not found:
        return False
    clause = _CLAUSE_END.split(sentence[numbers[-1].end() :], maxsplit=1)[0]
    said = " ".join(clause.split()[:_SAID_WORDS])
    return (
        similar(wanted, found) < _ANOTHER
        and similar(question, found) < _UNASKED
        and similar(question, said) < _UNTOLD
    )


def _counted(sentence: str, after: int) -> str:
    """Return the words for what a number that ends at a place counts, "" where none are beside it."""
    of = _OF.match(sentence, after)
    return thing(sentence, of.end() if of else after)


def thing(text: str, start: int) -> str:
    """Return the words for a thing at a place of a text, as far as no grammar and no sign comes between."""
    end = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None or word[1].casefold() in _GRAMMAR:
            break
        end = word.end()
    return text[start:end].strip()
