"""The command line: serve, add, ask, summarise, feedback, evaluate, rebuild, user, doctor."""

import sys
from collections.abc import Sequence
from dataclasses import fields

from footnote.cli.parser import parser
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
        print(f"footnote: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
