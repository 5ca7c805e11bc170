"""Which section a question wants told or summarised, by the words of its heading.

Of what is to be summarised, only words that the article has tell where it stands. Where it has none of them
("Summarise it for a busy reader") the whole of it is meant, unless a subject is named that it does not have.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from footnote.schema import Sentence
from footnote.service.about.ending import under
from footnote.service.about.lookedup import Opened
from footnote.summarise.features import content_stems
from footnote.summarise.questions.asked import question_of
from footnote.utterance import means_the_article, plain

_ASKED = r"(?:(?:please|can you|could you|and|now|just|ok|okay) )*"
_SECTION = re.compile(
    rf"{_ASKED}(?:what (?:does|do|is in|is) |(?:read|quote|show|give|summari[sz]e|sum up|tell)(?: me| us)? )?"
    r"the (?:(?:section|chapter) (?:on |about |called |titled |named |headed )?(?P<title>.+?)|"
    r"(?P<name>.+?) (?:section|chapter))(?: (?:says?|about|tells?(?: us)?))*"
)
_SUMMARY = re.compile(
    rf"{_ASKED}(?:(?:summari[sz]e|sum up|recap|(?:outline|condense)(?= (?:the|it|this|that|article)\b))"
    r"(?: for (?:me|us))?|"
    r"(?:(?:give|write|make|show|get)(?: me| us)? )?(?:(?:an?|the|your) )?"
    r"(?:(?:short|brief|quick|long|simple) )*(?:summary|overview|recap|synopsis|gist|tl ?dr)"
    r"(?= (?:of|for|in|as|with|to|on|about)\b)) (?P<rest>.+)"
)
_SUBJECT = re.compile(r"\b(?:about|on|regarding|concerning|why|how|what|who|when|where|whether|if)\b")
# What the words of a summary's wish are that are no subject of an article's.
_UNTOLD = frozenset(
    "section chapter part passage article summary please word sentence paragraph line".split()
)
# Without one of these before it, a noun names a subject in general: "an overview of tax law".
_MANNER = re.compile(
    r"(?:of )?(?:the|it|this|that|these|them|all|every\w*|its|your|my|article|for|in|as|like|so|to|"
    r"with|without|using|by|please|briefly|quickly|again|\d+|main|key|most)\b"
)
_FOR_SOMEBODY = re.compile(r"(?:it|this|article) (?:for|as|like|so|using)\b.*")
_FEWEST_LETTERS = 3
_UNITS = r"(?:words?|sentences?|lines?|points?|years?|seconds?|minutes?)"
_NAMES_SOMETHING = re.compile(rf"(?<=\S )(?!I\b)[A-ZÀ-Þ][a-zà-ÿ]|\d(?!\d*[ -]{_UNITS}\b)")


def section(question: str, opened: Opened) -> tuple[Sentence, ...]:
    """Return the sentences of the section that a question wants, none where it wants something else."""
    if name := _name(question):
        return named(question, opened) or _headed(name, opened)
    summary = _SUMMARY.fullmatch(plain(question))
    return _headed(summary["rest"], opened) if summary else ()


def named(question: str, opened: Opened) -> tuple[Sentence, ...]:
    """Return the sentences of the section that a question calls one, by words that its heading has."""
    name = _name(question)
    return under(re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), opened.sentences) if name else ()


def asking(question: str, opened: Opened) -> tuple[Sentence, ...]:
    """Return the sentences of the section whose heading is the question, none where no or several are."""
    said = plain(question)
    headings = {one.heading for one in opened.sentences}
    asks = {heading for heading in headings if said and plain(question_of(heading)) == said}
    sections = groupby(opened.told, lambda one: one.heading) if asks else ()
    found = [tuple(some) for heading, some in sections if heading in asks]
    return found[0] if len(found) == 1 else ()


def _name(question: str) -> str:
    """Return what a question calls a section, "" where it calls nothing one."""
    match = _SECTION.fullmatch(plain(question))
    name = re.sub(r" (?:of |in )?article$", "", match["title"] or match["name"]) if match else ""
    return name if len(name) >= _FEWEST_LETTERS else ""


def whole(question: str, opened: Opened, *, opening: bool) -> tuple[Sentence, ...]:
    """Return all sentences where a summary is wanted in words of which the article has none."""
    said = plain(question)
    match = _SUMMARY.fullmatch(said)
    if match is None or not means_the_article(said, opening=opening):
        return ()
    if _FOR_SOMEBODY.fullmatch(match["rest"]):
        return opened.sentences
    if _SUBJECT.search(match["rest"]) or not _MANNER.match(match["rest"]):
        return ()
    if _NAMES_SOMETHING.search(question) or _stems(match["rest"], opened) & _stems(
        opened.article.text, opened
    ):
        return ()
    return opened.sentences


def _headed(words: str, opened: Opened) -> tuple[Sentence, ...]:
    """Return the one section whose heading has most of these words and which has the others, if there is one.

    Words that the article does not have at all are left aside.
    """
    if not any(one.heading for one in opened.sentences):
        return ()
    wanted = _stems(words, opened) & _stems(opened.article.text, opened)
    sections = [
        (heading, tuple(some)) for heading, some in groupby(opened.sentences, lambda one: one.heading)
    ]
    found = [(len(wanted & _stems(heading, opened)), heading, some) for heading, some in sections]
    most = max(shared for shared, _, _ in found)
    best = [some for shared, heading, some in found if shared == most]
    if 2 * most < max(len(wanted), 1) or len(best) != 1 or wanted - _told(best[0], opened):
        return ()
    return best[0]


def _told(sentences: Sequence[Sentence], opened: Opened) -> frozenset[str]:
    text = opened.article.text[sentences[0].start : sentences[-1].end]
    return _stems(f"{sentences[0].heading} {text}", opened)


def _stems(text: str, opened: Opened) -> frozenset[str]:
    return frozenset(content_stems(text, opened.article.language)) - _UNTOLD
