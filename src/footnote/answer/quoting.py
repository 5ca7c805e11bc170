"""An answer in the article's own words: quotations of the best sentences, or a list's items."""

from collections.abc import Sequence
from dataclasses import dataclass

from footnote.layout import goes_on, introduces, without_marker
from footnote.marks import quoted
from footnote.schema import Candidate, Citation, ComposedBy, Span
from footnote.schema.lines import unwrapped


@dataclass(frozen=True, slots=True)
class Composition:
    """An answer's text with its marks, and what each mark points at."""

    text: str
    citations: tuple[Citation, ...]
    composed_by: ComposedBy


def quote(chosen: Sequence[Candidate], marks: int = 0, sentences: int = 0) -> Composition:
    """Return the quotations of the chosen sentences, each followed by its mark.

    One that another leads to stands behind that, and both marks behind both. So many ``marks`` and
    ``sentences`` stand before them.
    """
    led = _led(chosen)
    alone = [place for place in range(len(chosen)) if place not in led]
    parts, citations = [], []
    for sentence, place in enumerate(alone):
        both = [place, *(lead for lead, first in led.items() if first == place)]
        found = [citation(chosen[one], marks + one, sentences + sentence) for one in both]
        text = " ".join(quotation(one.text) for one in reversed(found))
        parts.append(f"{text} {''.join(f'[{one.number}]' for one in found)}")
        citations += found
    return Composition(" ".join(parts), tuple(sorted(citations, key=_number)), "quotation")


def _led(chosen: Sequence[Candidate]) -> dict[int, int]:
    """Return the places of those that lead to others, each with that of the first that it leads to.

    What leads to one that leads on itself is not among them.
    """
    leads = [one.lead and (one.lead.article_id, one.lead.start, one.lead.end) for one in chosen]
    ranges = [(one.article_id, one.start, one.end) for one in chosen]
    led = {place: leads.index(found) for place, found in enumerate(ranges) if found in leads}
    return {place: first for place, first in led.items() if first not in led}


def _number(one: Citation) -> int:
    return one.number


def listed(items: Sequence[Span], marks: int = 0, sentences: int = 0) -> Composition:
    """Return a list's items, a line each, followed by its mark; see ``quote``.

    The line that introduces them or a part of them is none of them; a single thing is quoted behind it.
    """
    found = [
        Citation(marks + n + 1, s.article_id, s.start, s.end, s.text, sentences + n)
        for n, s in enumerate(items)
    ]
    leads = [introduces(c.text) or (c is found[0] and goes_on(c.text)) for c in found]
    if len(found) == 2 and leads[0]:
        return Composition(
            " ".join(f"{quotation(c.text)} [{c.number}]" for c in found), tuple(found), "quotation"
        )
    lines = [
        f"{'' if lead else '- '}{_item(c.text)} [{c.number}]" for lead, c in zip(leads, found, strict=True)
    ]
    return Composition("\n".join(lines), tuple(found), "quotation")


def _item(text: str) -> str:
    return quoted(unwrapped(without_marker(text)))


def citation(candidate: Candidate, place: int, sentence: int) -> Citation:
    """Return the citation of a candidate, number ``place + 1``, by the answer's sentence ``sentence``."""
    c = candidate
    return Citation(place + 1, c.article_id, c.start, c.end, c.text, sentence)


def quotation(text: str) -> str:
    """Return words of the article on one line, in quotation marks."""
    return f"“{quoted(unwrapped(text))}”"
