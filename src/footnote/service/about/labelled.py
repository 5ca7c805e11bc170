"""A clause, a step or a section that a question names by its number: "What does clause 8.3 say?"."""

import re
from collections.abc import Sequence

from footnote.schema import Sentence
from footnote.service.about.lookedup import Opened

_SECTIONS = "clause|section|article|chapter|part|provision|§|abschnitt|artikel|kapitel|ziffer"
_KINDS = f"{_SECTIONS}|step|point|item|rule|number|no\\.?|punkt|schritt|nummer|nr\\.?"
_NAMED = re.compile(
    r"(?:(?:please |can you |could you |and |so )*(?:what (?:does|do|did|is in|is|about)|what['’]s(?: in)?|"
    r"quote|read|show|cite|give|explain|tell|was (?:steht in|sagt|ist)|zitiere|lies|zeig)(?: me| us| mir)? )?"
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
    number = re.escape(found["label"])
    label = re.compile(
        rf"^[ \t#*]*(?:(?:{_KINDS}) ?)?{number}(?:[.):](?!\d)| (?=\S))", re.IGNORECASE | re.MULTILINE
    )
    places = [match.start() for match in label.finditer(opened.article.text)]
    below = [some for some in (_below(place, opened) for place in places) if some]
    if len(below) == 1 and re.fullmatch(_SECTIONS, found["kind"], re.IGNORECASE):
        return below[0]
    return below[0] if below and len(places) == 1 else _paragraph(places, opened)


def _paragraph(places: Sequence[int], opened: Opened) -> tuple[Sentence, ...]:
    """Return the paragraph that begins in the one line at these places."""
    if len(places) != 1:
        return ()
    end = opened.article.text.find("\n", places[0])
    line = range(places[0], end if end >= 0 else len(opened.article.text))
    begun = {one.paragraph for one in opened.sentences if one.start in line}
    return tuple(one for one in opened.sentences if one.paragraph in begun)


def _below(place: int, opened: Opened) -> tuple[Sentence, ...]:
    """Return what stands under the line at a place, nothing where that is no heading."""
    heading = opened.article.text[place:].lstrip("\n").split("\n", 1)[0].strip().strip("#*_ ")
    following = next((one for one in opened.sentences if one.start > place), None)
    if following is None or following.heading != heading:
        return ()
    return tuple(one for one in opened.sentences if one.heading == heading)
