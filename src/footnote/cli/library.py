"""The commands that list, empty, ask, summarise and rebuild the library."""

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from footnote.cli.terminal import say
from footnote.config import Settings
from footnote.errors import StoreError

if TYPE_CHECKING:
    from footnote.schema import Citation
    from footnote.service import Footnote


def articles(settings: Settings, options: argparse.Namespace) -> int:
    """Print the articles of the library in the order in which they came: id, words and title."""
    del options
    with closing(_existing(settings)) as service:
        for entry in service.articles():
            say(f"{entry.id}  {entry.words:>7,} words  {entry.title}")
    return 0


def remove(settings: Settings, options: argparse.Namespace) -> int:
    """Remove articles; none is removed where one of them is not in the library."""
    with closing(_existing(settings)) as service:
        chosen = [service.entry(article_id) for article_id in dict.fromkeys(options.articles)]
        for entry in chosen:
            service.remove_article(entry.id)
            say(f"{entry.id}  {entry.title}  removed")
    return 0


def _existing(settings: Settings) -> "Footnote":
    """Return a library that is there already: a misspelt place is not to pass for an empty library."""
    from footnote.service import Footnote

    place = settings.store.removeprefix("sqlite:///")
    if place != ":memory:" and not Path(place).exists():
        raise StoreError(
            f"There is no library at {settings.store!r}. Check FOOTNOTE_STORE or --store; "
            "`footnote add` and `footnote serve` make one."
        )
    return Footnote(settings)


def ask(settings: Settings, options: argparse.Namespace) -> int:
    """Print the answer to a question with its citations."""
    from footnote.service import Footnote

    with closing(Footnote(settings)) as service:
        events = service.ask(
            options.question, options.article
        )  # a bad argument is refused before models load
        service.start()
        *_, last = events
        say(last.answer)
        _print_citations(service, last.citations)
        say(f"  confidence {last.confidence:.2f}, by {last.composed_by}, {last.timings.total:.2f} s")
    return 0


def _print_citations(service: "Footnote", citations: Sequence["Citation"]) -> None:
    for citation in citations:
        title = service.entry(citation.article_id).title
        say(f"  [{citation.number}] {title}, {citation.start}-{citation.end}: {citation.text}")


def summarise(settings: Settings, options: argparse.Namespace) -> int:
    """Print a summary with its citations and what it covers."""
    from footnote.service import Footnote

    with closing(Footnote(settings)) as service:
        events = service.summarise(options.article, options.style)
        service.start()
        *_, last = events
        say(last.summary)
        _print_citations(service, last.citations)
        covered = last.coverage
        say(
            f"  covers {covered.paragraphs_covered} of {covered.paragraphs} paragraphs; "
            f"read {covered.words_read:,} of {covered.words:,} words, all that are sentences"
        )
    return 0


def feedback(settings: Settings, options: argparse.Namespace) -> int:
    """Print the readers' verdicts, one JSON object a line."""
    del options
    with closing(_existing(settings)) as service:
        for feedback in service.feedback():
            say(json.dumps(feedback.as_dict(), ensure_ascii=False))
    return 0


def rebuild(settings: Settings, options: argparse.Namespace) -> int:
    """Make the library anew with the embedder that is set."""
    del options
    with closing(_existing(settings)) as service:
        say(f"{service.rebuild()} articles made anew")
    return 0
