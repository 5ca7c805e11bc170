"""The command line: serve, add, articles, remove, ask, summarise, feedback, and what runs an installation."""

import sys
from collections.abc import Sequence
from dataclasses import fields

from footnote.cli.parser import parser
from footnote.cli.terminal import say
from footnote.config import Settings
from footnote.errors import FootnoteError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 1 with the reason on standard error."""
    options = parser().parse_args(arguments)
    try:
        settings = Settings.from_env(
            **{field.name: getattr(options, field.name, None) for field in fields(Settings)}
        )
        return int(options.run(settings, options))
    except FootnoteError as error:
        say(f"footnote: {error}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
