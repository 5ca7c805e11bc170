"""A clause, a step or a section that a question names by its number: "What does clause 8.3 say?"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from footnote.headings import heading_of
from footnote.retrieve.outline import Above, headings_over
from footnote.schema import Sentence
from footnote.segment.signs import is_ended
from footnote.service.about.lookedup import Opened

_OF_LAWS = "article|section|chapter|part|provision|§|abschnitt|artikel|kapitel"
_OF_CONTRACTS = "clause|ziffer|rule"
_OF_LISTS = "step|point|item|number|no\\.?|punkt|schritt|nummer|nr\\.?"
_KINDS = f"{_OF_LAWS}|{_OF_CONTRACTS}|{_OF_LISTS}"
_NEXT = re.compile(rf"(?:{_KINDS}) ?\d", re.IGNORECASE)  # a part that begins without a heading
_ITEM = re.compile(r"\((?:[a-z]|[ivx]+)\)\s")  # that a clause goes on with
_MOST_NAMED = 14  # words
_NAMED = re.compile(
    r"(?:(?:please |can you |could you |and |so )*(?:what (?:does|do|did|is in|is|about)|what['’]s(?: in)?|"
    r"quote|read|show|cite|give|explain|tell|summari[sz]e|sum up|was (?:steht in|sagt|ist)|zitiere|lies|zeig)"
    r"(?: me| us| mir)? )?"
    rf"(?:the )?(?P<kind>{_KINDS}) ?(?P<label>\d+(?:\.\d+)*)"
    r"(?: (?:says?|about|states?|means?|covers?|regulates?|of the (?:contract|agreement|text|document)))*",
    re.IGNORECASE,
)


def labelled(question: str, opened: Opened) -> tuple[Sentence, ...]:
    """Return the sentences of the part that a question does no more than name, none where it is not found.

    Nor are there any where several have the number, as the steps of two lists do; but a section may be the
    one of them that is a heading.
    """
    found = _NAMED.fullmatch(" ".join(question.split()).rstrip(" ?.!"))
    if found is None:
        return ()
    kind, number = found["kind"], found["label"]
    listed = bool(re.fullmatch(_OF_LISTS, kind, re.IGNORECASE))
    law = "." not in number and bool(re.fullmatch(_OF_LAWS, kind, re.IGNORECASE))
    lines = list(_label(number).finditer(opened.article.text))
    below = [some for some in (_below(line.start(), opened) for line in lines) if some]
    if len(below) == 1 and not listed:
        return below[0]
    places = [line.start() for line in lines if not (law and line["prose"])]
    if below and len(places) == 1:
        return below[0]
    told = _paragraph(places, opened)
    return told if listed or not _is_name(told, opened.article.text) else ()


def _label(number: str) -> re.Pattern[str]:
    """Return the pattern of a line that begins with a number as a label.

    A plain one labels a section only behind the word for it, in a line that is a heading, or in capitals or
    behind a mark: in ``prose`` "11 people …" and "5. Germany …" begin lines too.
    """
    alone = rf"[(]?{re.escape(number)}"
    after = r"(?:[.):](?!\d)|(?= \S)|$)" if "." in number else r"[.):](?!\d)"
    prose = rf"(?P<prose>[ \t]*(?:[-*•][ \t]+)?{alone}{after})"
    heading = rf"[ \t]*(?:#+[ \t]+{alone}\b|{alone}[.)]?[ \t]+(?-i:[A-ZÀ-Þ]{{2,}}[^a-z\n]*$))"
    named = rf"[ \t#*]*(?:{_KINDS}) ?{re.escape(number)}(?!\.?\d)\b"
    return re.compile(rf"^(?:{named}|{heading}|{prose})", re.IGNORECASE | re.MULTILINE)


def _is_name(told: Sequence[Sentence], text: str) -> bool:
    """Say whether what was found is no more than what a part is called: "4.1. Powers"."""
    words = text[told[0].start : told[-1].end] if told else ""
    return len(words.split()) <= _MOST_NAMED and not is_ended(words)


def _paragraph(places: Sequence[int], opened: Opened) -> tuple[Sentence, ...]:
    """Return the paragraph that begins at the one of these places, with the items that it goes on with."""
    if len(places) != 1:
        return ()
    text, place = opened.article.text, places[0]
    begin = place + len(text[place:]) - len(text[place:].lstrip(" \t-*•"))
    begun = {one.paragraph for one in opened.sentences if place <= one.start <= begin}
    found = tuple(one for one in opened.sentences if one.paragraph in begun)
    return (*found, *_items_below(found[-1], opened)) if found else ()


def _items_below(last: Sentence, opened: Opened) -> Iterator[Sentence]:
    """Yield the lettered items that stand right below a sentence, each a paragraph."""
    rest = (one for one in opened.sentences if one.start > last.start)
    for _, paragraph in groupby(rest, lambda one: one.paragraph):
        first, *others = paragraph
        if first.heading != last.heading or not _ITEM.match(opened.article.text, first.start):
            return
        yield from (first, *others)


def _below(place: int, opened: Opened) -> tuple[Sentence, ...]:
    """Return what stands under the line at a place with its parts, nothing where that is no heading."""
    text, sentences = opened.article.text, opened.sentences
    heading = heading_of(text[place:].lstrip("\n").split("\n", 1)[0])
    following = [
        pair for pair in zip(sentences, headings_over(text, sentences), strict=True) if pair[0].start > place
    ]

    def under(found: tuple[Sentence, Above]) -> bool:
        return heading in (one for _, one in found[1]) and not _NEXT.match(text, found[0].start)

    return tuple(sentence for sentence, _ in takewhile(under, following))
