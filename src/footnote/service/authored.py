"""The author's name in a question to an article in which he says "I": no sentence of it has the name."""

import re

from footnote.numerals import MONTHS
from footnote.schema import ArticleEntry
from footnote.service.about.lookedup import Opened, Reads

_ONE = re.compile(r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}")  # author, and no newspaper behind it
_LEAST = 5  # words of somebody who says "I", outside quotation marks
_I = re.compile(r"\b(?:I|[Mm]y|me)\b")
_SPEECH = re.compile(r"[“\"][^“”\"]*[”\"]")
_TITLE = r"(?:Mr|Mrs|Ms|Dr)\.? "
_DOES = r"(?:(?<=\bdo )|(?<=\bdoes )|(?<=\bdid )|(?<=\bhas )|(?<=\bhad ))"
_WHO = re.compile(r"\W*who (?:is|was)\b", re.IGNORECASE)


def to_the_author(question: str, entry: ArticleEntry, library: Reads) -> str:
    """Return a question with "the author" for the name, where the article is in the first person."""
    if not _ONE.fullmatch(entry.author) or _WHO.match(question):
        return question
    name = _name(entry.author)
    if not name.search(question):
        return question
    texts = _texts(Opened(entry.id, library))
    first_person = len(_I.findall(_SPEECH.sub("", " ".join(texts)))) >= _LEAST
    surname = re.compile(rf"\b{re.escape(entry.author.split()[-1])}\b", re.IGNORECASE)
    named = any(surname.search(text) for text in texts if text.strip("*_ ") != entry.author)
    if not first_person or named:
        return question
    return name.sub("the author", question)


def _name(author: str) -> re.Pattern[str]:
    """Return what finds an author's name in a question; the surname alone may be a word, as Long or Price.

    In small letters that is one who does something, "what did quaife see?", and none that opens a question.
    """
    surname = re.escape(author.split()[-1])
    alone = rf"{_DOES}(?i:{surname})"
    if not re.fullmatch(MONTHS, surname):
        alone += rf"|(?<=\w )(?<!\bthe )(?<!\ba ){surname}(?! [A-Z])"
    return re.compile(rf"\b(?:(?i:{_TITLE}{surname}|(?:{_TITLE})?{re.escape(author)})|{alone})\b")


def _texts(opened: Opened) -> list[str]:
    """Return the sentences but those of the last paragraph, which may tell who the author is."""
    last = opened.sentences[-1].paragraph if opened.sentences else 0
    return [opened.article.text[one.start : one.end] for one in opened.sentences if one.paragraph != last]
