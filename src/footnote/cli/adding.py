"""The command that fills the library."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from footnote.cli.terminal import say
from footnote.config import Settings
from footnote.errors import InvalidInput

if TYPE_CHECKING:
    from footnote.service import Footnote


def add(settings: Settings, options: argparse.Namespace) -> int:
    """Add files and addresses to the library; print each entry, and go on after one that cannot be read."""
    from footnote.service import Footnote

    sources: Sequence[str] = options.sources
    if options.title and len(sources) > 1:
        raise InvalidInput(
            f"--title is for one article, and there are {len(sources)}. Add it alone.", "title"
        )
    with closing(Footnote(settings)) as service:
        found = list(_done(sources, lambda source: _check(service, source)))
        if found:  # so no model is loaded for nothing
            service.start()
        added = list(_done(found, lambda source: _add(service, source, options)))
    if len(sources) > 1 and len(added) < len(sources):
        missing = ", ".join(source for source in sources if source not in added)
        say(f"footnote: {len(added)} of {len(sources)} were added. Not added: {missing}", sys.stderr)
    return 0 if len(added) == len(sources) else 1


def _done(sources: Sequence[str], work: Callable[[str], None]) -> Iterator[str]:
    """Yield the sources that some work succeeds with; say of each other one why it does not."""
    for source in sources:
        try:
            work(source)
        except InvalidInput as error:
            say(f"footnote: {error}", sys.stderr)
        else:
            yield source


def _check(service: "Footnote", source: str) -> None:
    """Refuse what cannot be added, as far as that can be told without a model."""
    if _is_address(source):
        service.check_url(source)
        return
    path = Path(source)
    try:
        if not path.is_fifo():  # that can be opened once only
            path.open("rb").close()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InvalidInput(f"{source!r} cannot be read: {reason}. Check the name.", "file") from error


def _add(service: "Footnote", source: str, options: argparse.Namespace) -> None:
    if _is_address(source):
        entry = service.add_url(source, title=options.title)
    else:
        entry = service.add_file(Path(source), title=options.title)
    known = " (already known)" if entry.already_known else ""
    say(f"{entry.id}  {entry.title}  {entry.words} words, {entry.sentences} sentences{known}")
    if options.show_dropped:
        _print_dropped(service, entry.id)


def _is_address(source: str) -> bool:
    return "://" in source


def _print_dropped(service: "Footnote", article_id: str) -> None:
    for line in service.article(article_id).dropped:
        say(f"  left out: {line}")
    for residue in service.residue(article_id):
        say(f"  not cited, {residue.start}-{residue.end}: {residue.text}")
