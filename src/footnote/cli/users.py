"""The commands on the file of users."""

import argparse
import sys
from getpass import getpass
from pathlib import Path

from footnote.cli.terminal import say
from footnote.config import Settings
from footnote.errors import ConfigError


def user(settings: Settings, options: argparse.Namespace) -> int:
    """Change the file of users as ``options.change`` says; print what was done."""
    from footnote.accounts import commands

    if not settings.auth:
        raise ConfigError("Which file of users? Say --file FILE, or set FOOTNOTE_AUTH.")
    change = getattr(commands, options.change)
    asked = (_new_password,) if options.change in ("add", "password") else ()
    say(change(Path(settings.auth), options.name, *asked))
    return 0


def _new_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    chosen = getpass("Password: ")
    if getpass("The same again: ") != chosen:
        raise ConfigError("These are two different passwords. Nothing was changed.")
    return chosen
