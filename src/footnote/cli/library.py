"""The commands that fill, ask, summarise and rebuild the library."""

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from footnote.config import Settings

if TYPE_CHECKING:
    from footnote.schema import ArticleEntry, Citation
    from footnote.service import Footnote


def add(settings: Settings, options: argparse.Namespace) -> int:
    """Add files and addresses to the library; print each entry."""
    from footnote.service import Footnote

    with closing(Footnote(settings)) as service:
        for source in filter(_is_address, options.sources):  # refused before models load
            service.check_url(source)
        service.start()
        for source in options.sources:
            entry = _added(service, source)
            known = " (already known)" if entry.already_known else ""
            print(f"{entry.id}  {entry.title}  {entry.words} words, {entry.sentences} sentences{known}")
            if options.show_dropped:
                _print_dropped(service, entry.id)
    return 0


def _added(service: "Footnote", source: str) -> "ArticleEntry":
    return service.add_url(source) if _is_address(source) else service.add_file(Path(source))


def _is_address(source: str) -> bool:
    return "://" in source


def _print_dropped(service: "Footnote", article_id: str) -> None:
    for line in service.article(article_id).dropped:
        print(f"  left out: {line}")
    for residue in service.residue(article_id):
        print(f"  not cited, {residue.start}-{residue.end}: {residue.text}")


def ask(settings: Settings, options: argparse.Namespace) -> int:
    """Print the answer to a question with its citations."""
    from footnote.service import Footnote

    with closing(Footnote(settings)) as service:
        events = service.ask(
            options.question, options.article
        )  # a bad argument is refused before models load
        service.start()
        *_, last = events
        print(last.answer)
        _print_citations(service, last.citations)
        print(f"  confidence {last.confidence:.2f}, by {last.composed_by}, {last.timings.total:.2f} s")
    return 0


def _print_citations(service: "Footnote", citations: Sequence["Citation"]) -> None:
    for citation in citations:
        title = service.entry(citation.article_id).title
        print(f"  [{citation.number}] {title}, {citation.start}-{citation.end}: {citation.text}")


def summarise(settings: Settings, options: argparse.Namespace) -> int:
    """Print a summary with its citations and what it covers."""
    from footnote.service import Footnote

    with closing(Footnote(settings)) as service:
        events = service.summarise(options.article, options.style)
        service.start()
        *_, last = events
        print(last.summary)
        _print_citations(service, last.citations)
        covered = last.coverage
        print(
            f"  covers {covered.paragraphs_covered} of {covered.paragraphs} paragraphs; "
            f"read {covered.words_read:,} of {covered.words:,} words, all that are sentences"
        )
    return 0


def feedback(settings: Settings, options: argparse.Namespace) -> int:
    """Print the readers' verdicts, one JSON object a line."""
    from footnote.service import Footnote

    del options
    with closing(Footnote(settings)) as service:
        for feedback in service.feedback():
            print(json.dumps(feedback.as_dict(), ensure_ascii=False))
    return 0


def rebuild(settings: Settings, options: argparse.Namespace) -> int:
    """Make the library anew with the embedder that is set."""
    from footnote.service import Footnote

    del options
    with closing(Footnote(settings)) as service:
        print(f"{service.rebuild()} articles made anew")
    return 0
