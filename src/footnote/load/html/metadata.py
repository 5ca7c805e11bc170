"""What a page says of itself, put right: its title without the site's name, who wrote it, and its date."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from footnote.load.byline import stated_author
from footnote.load.dates import iso_date
from footnote.load.html.lines import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SITE = re.compile(r"(?:\s*[|–—•»·]\s*|\s+-\s+)\S.*")  # behind a title
_TITLES = ("og:title", "twitter:title")
_PUBLISHED = ("article:published_time", "datePublished")
_LABEL = re.compile(r"^(?:view all posts by|posted by|autor(?:; ?in)?\b:?)\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s+On$")  # "Kim on 11.05.2012"
_COMPANY = re.compile(r"\b(?:gmbh|inc|llc|ltd|verlag)\b|^www\b", re.IGNORECASE)
_GENERATED = re.compile(r"\W*(?:page )?generated (?:on|at|by)\b", re.IGNORECASE)


def headlines(page: "Element") -> list[str]:
    """Return what a page calls itself on it and in its head."""
    shown = (folded("".join(heading.itertext())) for heading in page.iter("h1"))
    return [*filter(None, shown), *map(folded, _said(page, _TITLES))]


def title_of(title: str, names: Sequence[str], site: str) -> tuple[str, str]:
    """Return a title without the site's name behind one of its ``names``, and what was behind it."""
    shorter = [
        name
        for name in names
        if name.casefold() != site.casefold() and title.startswith(name) and _SITE.fullmatch(title, len(name))
    ]
    name = min(shorter, key=len, default=title)
    return name, title[len(name) :]


def author_of(stated: str, site: str) -> str:
    """Return the authors that a page states, apart by ";", without labels, companies and the site's name."""
    parts = _LABEL.sub("", folded(stated)).split("; ")
    names = list(filter(None, (stated_author(_JOINED.sub("", part)) for part in parts)))
    if _COMPANY.search(stated):  # it stands with its address
        names = [name for name in names if " " in name and not _COMPANY.search(name)]
    return ", ".join([name for name in names if name.casefold() != site.casefold()] or names)


def date_of(page: "Element", behind_title: str, found: str, visible: Sequence[str]) -> str:
    """Return the date that stands behind a page's title or in its head, else the one that was found.

    When the page was "generated" is none.
    """
    if any(_GENERATED.match(piece) and iso_date(piece) == found for piece in visible):
        found = ""
    published = {date for said in _said(page, _PUBLISHED) if (date := iso_date(said))}
    return iso_date(behind_title) or (published.pop() if len(published) == 1 else found)


def _said(page: "Element", names: Sequence[str]) -> Iterator[str]:
    for meta in page.iter("meta"):
        if {meta.get("property"), meta.get("name"), meta.get("itemprop")} & {*names}:
            yield meta.get("content") or ""
