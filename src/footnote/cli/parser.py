"""What may be said on the command line, and which function each command runs."""

import argparse
from collections.abc import Callable
from pathlib import Path

from footnote import __version__
from footnote.cli import adding, library, running, users
from footnote.cli.flags import settings

Command = Callable[[str, object, str], argparse.ArgumentParser]  # name, function and text to a new parser


def parser() -> argparse.ArgumentParser:
    """Return the parser; what it reads holds ``run``, the command's function."""
    whole = argparse.ArgumentParser(prog="footnote", description="Chat with an article, with footnotes.")
    whole.add_argument("--version", action="version", version=f"footnote {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    flags = settings()

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[flags], help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("serve", running.serve, "start the page and the endpoints")
    _library_commands(command)
    _reading_commands(command)
    _evaluate(command)
    command("rebuild", library.rebuild, "make the library anew with the embedder that is set")
    _user_commands(
        commands.add_parser("user", help="users who may log in", description="Users who may log in.")
    )
    command("doctor", running.doctor, "say what is installed, which models would run and where")
    return whole


def _library_commands(command: Command) -> None:
    add = command("add", adding.add, "add articles to the library")
    add.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, or an address of the web")
    add.add_argument("--title", default="", metavar="T", help="the title of the one article that is added")
    add.add_argument("--show-dropped", action="store_true", help="print what was taken for no part of it")
    command("articles", library.articles, "list the articles of the library: id, words, title")
    remove = command("remove", library.remove, "remove articles from the library")
    remove.add_argument("articles", nargs="+", metavar="ID")


def _reading_commands(command: Command) -> None:
    ask = command("ask", library.ask, "ask the library a question")
    ask.add_argument("question")
    ask.add_argument(
        "--article", action="append", default=[], metavar="ID", help="where to look; all if not given"
    )
    summarise = command("summarise", library.summarise, "summarise an article")
    summarise.add_argument("article", metavar="ID")
    summarise.add_argument("--style", default="short", choices=("short", "bullets", "long"))
    command("feedback", library.feedback, "print what readers said of answers, one JSON object a line")


def _evaluate(command: Command) -> None:
    evaluate = command("evaluate", running.evaluate, "measure answers and summaries on files of questions")
    evaluate.add_argument("files", nargs="+", type=Path, metavar="FILE")
    evaluate.add_argument("--limit", type=int, default=None, metavar="N", help="at most N items of each file")
    evaluate.add_argument("--json", type=Path, default=None, metavar="OUT", help="write the figures there")
    evaluate.add_argument("--plots", type=Path, default=None, metavar="DIR", help="draw plots there")


def _user_commands(user: argparse.ArgumentParser) -> None:
    commands = user.add_subparsers(required=True, metavar="COMMAND")
    for name, text in (
        ("add", "add a user; the password is asked for, or read from standard input"),
        ("password", "change a user's password and end the user's sessions"),
        ("token", "make a token for a user's programs and print it, once"),
        ("revoke", "make all tokens of a user worthless"),
        ("remove", "remove a user; the library stays on disk"),
    ):
        added = commands.add_parser(name, help=text, description=text)
        added.add_argument("name", metavar="NAME")
        added.add_argument(
            "--file", dest="auth", default=None, metavar="F", help="FOOTNOTE_AUTH if not given"
        )
        added.set_defaults(run=users.user, change=name)
