"""What stands behind an article and beside it: service lines, credits, a note on the author, contacts."""

import re
from collections.abc import Sequence
from itertools import groupby

from footnote.residue import is_residue
from footnote.schema import Article, Sentence

_SERVICE_LINES = (
    r"(?:scroll|swipe) (?:down|up)\b",
    r"click (?:here|on|through|to)\b",
    r"(?:read|see|watch)(?: more| also| next| now| video)?:",
    r"(?:watch|see|read|take a look|learn more|vote|listen)\b.*[»›]\W*$",
    r"vote now\b",
    r"video\b(?!s? (?:show|game|call|of|from|on|record))",
    r"for (?:more|further|confidential) (?:information|details|help|support|on|about)\b",
    r"(?:let us know|tell us)\b.*\b(?:comments?|facebook|twitter|below)\b",
    r"follow (?:us|me|him|her|them|@)",
    r"e-?mail to a friend",
    r"sorry,? we are\b",
    r"(?:the )?(?:views|opinions) expressed\b",
    r"this (?:article|story|post|report|interview) (?:is a sample|was|has been|first|originally|appeared)\b",
    r"(?:all )?(?:copyright|rights reserved)\b",
    r"(?:published|updated|posted|last updated|created)\b:? ",
    r"by\b[ .]*$",
    r"\d{1,2}[:.]\d\d (?:[ap]m|[A-Z]{2,4})\b.{0,40}\d{4}",
    r"to (?:order|subscribe|donate|find out more|learn more|comment)\b",
    r"(?:this|our) (?:live )?(?:page|blog|coverage) (?:is|has) (?:now )?(?:closed|ended)\b",
    r"that(?: is|['’]s) all from (?:us|me)\b",
    r"this (?:e-?mail|message) (?:is|may be|and any attachments?)\b.*\b(?:confidential|privileged)\b",
    r"if you are not the intended recipient\b",
    r"(?:please )?note that this (?:article|chapter|document|page|post|text|translation|version)\b",
    r"version \d[\d.]*,? [a-z]+ed (?:(?:on|in) )?(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?,? (?:[a-z]+ )?\d{4}\W*$",
    r"(?:supersedes|replaces) version \d",
    r"key ?words(?: and phrases)?:",
    r"(?:fig(?:ure|\.)|table|abb(?:ildung|\.)|tabelle) (?:\d+(?:[.-]\d+)*|[IVX]+) ?[.:](?!\d)",  # a caption
)
_SERVICE = re.compile("|".join(rf"(?:{line})" for line in _SERVICE_LINES), re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_CREDITED = rf"{_NAME}(?:[,;]?(?: (?:and|&|in|for|by|editing|writing|additional))* {_NAME}){{0,9}}"
_REFERENCE = re.compile(  # an entry of a list of works: its authors, or its volume and pages
    r"(?:[A-Z][\w’'-]+,? [A-Z]{1,3}\b,? ){2}|.*[a-z]\.?,? \d{1,4}(?: ?\(\d{1,4}\))?[,:] ?\d+[–-] ?\d+\.?$"
)
_CREDIT = re.compile(
    r"(?i:\bcontributed to (?:this|the) (?:report|story|article)\b|\ball rights reserved\b)|"
    r"^\W*(?i:(?:(?:additional|further|live) )?(?:reporting|research|writing|editing|translation|photography|"
    rf"interview) by) {_CREDITED}\W*$"
)
_ORGANISATION = (
    r"(?:association|centre|center|charity|club|college|company|foundation|fund|group|institute|journal|"
    r"museum|organi[sz]ation|publisher|society|trust|university)"
)
_INTERESTS = r"(?:disclosures?|(?:conflicts? of|competing) interests?|acknowledge?ments?)"
_WORKS = (
    r"references?|bibliography|works cited|literature(?: cited)?|further reading|external links|see also|"
    r"literatur(?:verzeichnis)?|weblinks|einzelnachweise"
)
_OF_WORKS = re.compile(rf"(?:[\dIVX]+\.? )?(?:{_WORKS})\W*", re.IGNORECASE)
_SECTION = re.compile(
    rf"(?:[\dIVX]+\.? )?(?:about (?:us|the (?:authors?|writers?|editors?|{_ORGANISATION}))|"
    r"(?:media |press )?(?:contacts?|enquiries|inquiries)(?: us| details| information)?|"
    r"(?:notes?|information) (?:to|for) (?:the )?(?:editors?|journalists)|"
    rf"(?:funding (?:and|&) )?{_INTERESTS}(?: (?:and|&) (?:funding|{_INTERESTS}))?|author contributions|"
    rf"{_WORKS}|über (?:uns|den autor|die autorin|die autoren)|(?:presse)?kontakt|danksagung)\W*",
    re.IGNORECASE,
)
_FULL_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?: (?:de|da|di|del|van|von|der|la|le|el|bin|al))?(?: [A-ZÀ-Þ][\w.’'-]*)+"
_WRITES = (
    r"(?:writer|author|journalist|columnist|editor|correspondent|professor|fellow|lecturer|researcher|"
    r"reporter|critic|historian|novelist|freelance\w*)"
)
_NOTE = re.compile(
    rf"[*_(]*(?P<name>The (?:author|writer)|{_FULL_NAME})[*_]* is (?:an? |the )?[^.,;]*\b{_WRITES}\b"
)
_DISCLAIMER = re.compile(
    r"\b(?:views|opinions) expressed\b|\bwrites (?:here )?in (?:a|his|her|their) personal capacity\b"
)
_SPEAKS = re.compile(r"\b(?:said|says|told|tells|added|adds|warned|warns)\b")  # a source, who was asked
_LONGEST_NOTE = 4  # sentences
_MOST_NOTES = 3  # an article on several people ends with more


def is_service(text: str) -> bool:
    """Whether a sentence serves the page and not the article: "Click here", a credit, a work referred to."""
    line = text.strip(" .|\n")
    if is_residue(line) or _REFERENCE.match(line):
        return True
    return bool(_SERVICE.match(text.lstrip(" (“\"'‘")) or _CREDIT.search(text))


def lists_works(heading: str) -> bool:
    """Whether what stands under a heading is a list of works, as under "References"."""
    return bool(_OF_WORKS.fullmatch(heading))


def back_matter(article: Article, sentences: Sequence[Sentence]) -> int:
    """Return the number of the sentence with which what stands behind the article begins.

    It is how many sentences there are where nothing does, or where there would be nothing else.
    """
    paragraphs = [tuple(some) for _, some in groupby(sentences, lambda one: one.paragraph)]
    end = len(sentences)
    notes: list[int] = []  # where each ends
    for paragraph in reversed(paragraphs):
        if not _serves(article, paragraph):
            if not _is_note(article, paragraph, sentences[0].start):
                break
            notes.append(end)
            if len(notes) > _MOST_NOTES:
                return notes[0]
        end -= len(paragraph)
    return end or len(sentences)


def _serves(article: Article, paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph stands under a heading such as "References", or all of it serves the page."""
    headed = bool(_SECTION.fullmatch(paragraph[0].heading))
    return headed or all(is_service(article.text[one.start : one.end]) for one in paragraph)


def _is_note(article: Article, paragraph: Sequence[Sentence], first: int) -> bool:
    """Whether a paragraph tells who the author is: somebody who is not named before, but above the text."""
    if len(paragraph) > _LONGEST_NOTE:
        return False
    texts = [article.text[one.start : one.end] for one in paragraph]
    if any(_DISCLAIMER.search(text) for text in texts):
        return True
    note = _NOTE.match(texts[0])
    if note is None or any(_SPEAKS.search(text) for text in texts):
        return False
    surname = re.escape(note["name"].split()[-1])
    return not re.search(rf"\b{surname}\b", article.text[first : paragraph[0].start])
