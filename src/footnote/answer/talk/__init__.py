"""Small talk and commands, which are no questions to an article: they get a reply without a search.

Only a whole utterance counts, so that "What is the thank-you fund about?" is searched for as it should
be. English and German are known, of some other languages what wants a summary; anything else is taken for a
question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.answer.talk.english import ENGLISH
from footnote.answer.talk.german import GERMAN
from footnote.answer.talk.kind import Kind
from footnote.answer.talk.remarks import REMARKS
from footnote.answer.talk.reply import Language, reply
from footnote.answer.talk.summaries import LEANING, SUMMARIES
from footnote.answer.talk.summary_wish import SUMMARY
from footnote.schema import Style
from footnote.shorthand import spelt_out

_MOST_CHARACTERS = 80
_LANGUAGES: tuple[tuple[Language, tuple[tuple[Kind, re.Pattern[str]], ...]], ...] = (
    ("en", ENGLISH),
    ("de", GERMAN),
    ("en", SUMMARIES),  # which need no reply
    ("en", REMARKS),
)
_MOST_OF_SHORT = 4  # sentences that a short summary has
_NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True))
_NUMBERS |= {"a single": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
_SENTENCES = re.compile(
    rf"\b({'|'.join(_NUMBERS)}|\d{{1,2}}) (?:\w+ )*?"
    r"(?:sentences?|lines?|facts|points?|takeaways|things|bullets?|satz|sätzen|stichpunkten?)\b"
)
_DOUBT = re.compile(r"\W*(?:(?:but|and|so|ok|okay)\W+)?(?:sure|certain|right)\W*\?\W*", re.IGNORECASE)
_LEANS = re.compile(r"(?:so )?what(?:'s| is| was) (?:it|that) ")  # after other talk: on that
_IN_POINTS = re.compile(
    r"\b(?:bullets?|points?|facts?|takeaways?|things|highlights|arguments|claims|lessons|themes|ideas|"
    r"hauptpunkte|kernaussagen|punkte|stichpunkten?)\b"
)
_IN_DETAIL = re.compile(
    r"\b(?:long(?:er)?|länger|more detail|detailed|comprehensive|in (?:depth|detail)|ausführliche?)\b"
)


@dataclass(frozen=True, slots=True)
class Talk:
    """What was meant, and the reply; for a summary the reply is empty, as the summary is the reply.

    ``style`` is that of the summary, ``sentences`` how many it is to have, None for as many as it has.
    """

    kind: Kind
    reply: str
    style: Style = "short"
    sentences: int | None = None


def respond(question: str, titles: Sequence[str], *, opening: bool = True) -> Talk | None:
    """Return the reply to small talk or a command, or None where the question is one to the articles.

    Args:
        question: what the reader typed.
        titles: the articles that can be asked, of which up to three are named.
        opening: nothing was said before it, so that "it" can mean the article only.
    """
    if doubts(question):
        return Talk("sure", reply("sure", "en", titles))
    said = _plain(question)
    for language, patterns in _LANGUAGES:
        for kind, pattern in patterns:
            if kind == "compare" and len(titles) < 2:  # of one article it may be a question
                continue
            if said and pattern.fullmatch(said) and (opening or not _leans(said)):
                wanted = (_style(said), _sentences(said)) if kind == "summary" else ("short", None)
                return Talk(kind, reply(kind, language, titles), *wanted)
    if said and (wish := SUMMARY.said(question, opening=opening)):
        return Talk("summary", "", _style(wish), _sentences(wish))
    return None


def doubts(question: str) -> bool:
    """Say whether an utterance doubts the last answer in a word, which without its "?" would be assent."""
    return bool(_DOUBT.fullmatch(question))


def _plain(question: str) -> str:
    """Return a short utterance in lower case without marks and smileys, or an empty text for a long one."""
    if len(question) > _MOST_CHARACTERS:
        return ""
    words = re.sub(r"(?<!\w)[:;]-?[)(DP]", " ", spelt_out(question).replace("’", "'"))
    return " ".join(re.sub(r"[^\w'\s/-]", " ", words).lower().split())


def _leans(said: str) -> bool:
    return bool(_LEANS.match(said) or LEANING.fullmatch(said))


def _style(said: str) -> Style:
    many = (_sentences(said) or 0) > _MOST_OF_SHORT
    if _IN_POINTS.search(said):
        return "bullets"
    return "long" if many or _IN_DETAIL.search(said) else "short"


def _sentences(said: str) -> int | None:
    found = _SENTENCES.search(said)
    return (_NUMBERS.get(found[1]) or int(found[1]) or None) if found else None
