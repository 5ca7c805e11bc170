"""Does the best sentence tell of another ruler, of no birth or death, of the one to whom it was done?

A question that only seems answerable has all the sentence's words, but one of them in another part. Besides
opposites (see opposition.py) this is said of none of 41,500 sentences that answer questions about written
articles, and of 193 of 33,500 that are likest to questions which have no answer; of 1,400 from SQuAD of two,
where the answer to where somebody was born is "Ratzel of Germany".
"""

import re

from footnote.answer.fewwords import answered_by_yes_or_no
from footnote.answer.headed import read_as
from footnote.answer.opposition import turned_round
from footnote.answer.ranking import Ranked
from footnote.answer.telling import telling

_RULER = re.compile(r"\b(?P<name>[A-ZÀ-Þ][\w’-]+) [IVX]+\b")
_PLACE_OR_TIME = (
    r"\b(?:when|where|(?:what|which) (?:year|day|date|month|century|city|town|place|village|country|age|"
    r"hospital|house|island))\b"
)
# What asks where or when somebody was born or died, and what every sentence that tells so has one of.
_EVENTS = tuple(
    (re.compile(rf"{_PLACE_OR_TIME} {asked}", re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            r"(?:was|were) (?:(?-i:[A-ZÀ-Þ])|s?he\b)[^,]*\bborn\b",
            r"\b(?:born|birth\w*|nativ\w+|b\.)|\(.*\d{4}",
        ),
        (
            r"did [^,]*\bdie\b(?! (?:out|down|away|off)\b)",
            r"\b(?:die[sd]?|dying|death\w*|dead|kill\w*|murder\w*|execut\w*|assassin\w*|drown\w*|perish\w*|"
            r"buried|grave|funeral|hang\w*|behead\w*|shot|stabb\w+|suicide|pass\w* away|live[sd]?|until|lost|"
            r"last|end\w*|age[sd]?|f[ae]ll|widow\w*)\b|\d{4} ?[–-] ?\d",
        ),
    )
)
_WHO_ACTS = re.compile(r"\W*whom?\b(?!['’]s| (?:is|was|are|were)\b)", re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|the|de|von|van) )?[A-ZÀ-Þ][\w’'-]*)*"
_NAME_NEXT = re.compile(rf", (?:the )?(?P<name>{_NAME})(?=[,.;:)]|$)")
_DONE = re.compile(r"\W*(?:who|what|which \w+) (?P<verb>\w+ed) (?P<thing>.+)", re.IGNORECASE)


def tells_another(question: str, best: Ranked) -> bool:
    """Say whether the best sentence shows that it answers another question, of those not for yes or no."""
    if answered_by_yes_or_no(question):
        return False
    sentence = best.candidate.text
    if turned_round(question, sentence) or _lacks_the_event(question, read_as(best.candidate)):
        return True
    if _names_another_ruler(question, sentence, best.span.text if best.span else ""):
        return True
    before = best.candidate.start
    return best.span is not None and _is_the_other(
        question, sentence, best.span.start - before, best.span.end - before
    )


def _lacks_the_event(question: str, sentence: str) -> bool:
    """Say whether a birth or a death is asked for, its place or time, and a sentence tells of none."""
    return any(asked.search(question) and not told.search(sentence) for asked, told in _EVENTS)


def _names_another_ruler(question: str, sentence: str, words: str) -> bool:
    """Say whether a sentence has "Tamas II" where "Tamas I" is asked of, and not as the words that answer."""
    for asked in _RULER.finditer(question):
        told = {found[0] for found in _RULER.finditer(sentence) if found["name"] == asked["name"]}
        if told and asked[0] not in told and not any(name in words for name in told):
            return True
    return False


def _is_the_other(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a range of a sentence is the one whom the question names, or to whom it was done.

    "her half-brother, Joren" is not who put down the revolt against Joren, and where "starch was replaced by
    polymers" it is not starch that replaced them.
    """
    return _is_named(question, sentence, start, end) or _is_done_to(question, sentence[end:])


def _is_named(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a range stands beside a name that the question has, as another word for whom it names."""
    name = _NAME_NEXT.match(sentence, end)
    if name is None or not _WHO_ACTS.match(question):
        return False
    others = "’s " in sentence[start:end] or "'s " in sentence[start:end]
    listed = sentence[:start].rstrip().endswith((" and", " or", ","))
    said = re.search(rf"\b{re.escape(name['name'])}\b", question)
    return said is not None and not others and not listed


def _is_done_to(question: str, after: str) -> bool:
    """Say whether what stands behind a range has "done by X" where the question asks who has done it to X."""
    asked = _DONE.match(question)
    if asked is None:
        return False
    done = re.search(rf"(?<!\bas )\b{asked['verb']} by (?P<doer>[^,;.]+)", after)
    doer = telling(done["doer"]) if done else set()
    return bool(doer) and doer <= telling(asked["thing"])
