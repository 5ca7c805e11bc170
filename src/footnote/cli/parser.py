"""What may be said on the command line, and which function each command runs."""

import argparse
from dataclasses import fields
from pathlib import Path

from footnote import __version__
from footnote.cli import adding, library, running, users
from footnote.config import SWITCHES, Settings, variable

_HELP = {
    "embedder": "a sentence-transformers id or folder",
    "model": "a causal language model: hub id, folder, .gguf file, or http://host/v1",
    "host": "the address to listen on",
    "port": "the port to listen on",
    "store": "sqlite:///FILE, the library",
    "device": "auto, cpu, cuda, cuda:N or mps",
    "dtype": "auto, float32, bfloat16 or float16",
    "threads": "threads of the models, 0 for as many as physical cores",
    "cache": "the folder for converted models",
    "auth": "a file of users, who must log in",
    "insecure": "serve others than this machine although nobody must log in",
    "hosts": "names that the server is called by, with commas, such as footnote.example.org",
    "mcp": "serve the endpoints as tools of the Model Context Protocol too, at /gradio_api/mcp",
    "max_article_chars": "the longest article that is taken",
    "queue_size": "how many requests may wait",
    "queue_share": "how many of them one caller may have, 0 for half",
    "deadline": "seconds that a request may take, waiting included",
    "refuse_below": "the least confidence that is answered, 0 to 1",
    "fetch": "on or off: whether articles are read from addresses of the web",
    "fetch_private": "networks beside the public internet that addresses may lead to, with commas",
}


def parser() -> argparse.ArgumentParser:
    """Return the parser; what it reads holds ``run``, the command's function."""
    settings = argparse.ArgumentParser(add_help=False)
    group = settings.add_argument_group("settings, each also an environment variable")
    for field in fields(Settings):
        flag = "--" + field.name.replace("_", "-")
        said = f"{_HELP[field.name]} ({variable(field.name)})"
        if field.name in SWITCHES:
            group.add_argument(flag, default=None, nargs="?", const="on", metavar="on|off", help=said)
        else:
            group.add_argument(flag, default=None, metavar="X", help=said)
    whole = argparse.ArgumentParser(prog="footnote", description="Chat with an article, with footnotes.")
    whole.add_argument("--version", action="version", version=f"footnote {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[settings], help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("serve", running.serve, "start the page and the endpoints")
    add = command("add", adding.add, "add articles to the library")
    add.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, or an address of the web")
    add.add_argument("--title", default="", metavar="T", help="the title of the one article that is added")
    add.add_argument("--show-dropped", action="store_true", help="print what was taken for no part of it")
    command("articles", library.articles, "list the articles of the library: id, words, title")
    remove = command("remove", library.remove, "remove articles from the library")
    remove.add_argument("articles", nargs="+", metavar="ID")
    ask = command("ask", library.ask, "ask the library a question")
    ask.add_argument("question")
    ask.add_argument(
        "--article", action="append", default=[], metavar="ID", help="where to look; all if not given"
    )
    summarise = command("summarise", library.summarise, "summarise an article")
    summarise.add_argument("article", metavar="ID")
    summarise.add_argument("--style", default="short", choices=("short", "bullets", "long"))
    command("feedback", library.feedback, "print what readers said of answers, one JSON object a line")
    evaluate = command("evaluate", running.evaluate, "measure answers and summaries on files of questions")
    evaluate.add_argument("files", nargs="+", type=Path, metavar="FILE")
    evaluate.add_argument("--limit", type=int, default=None, metavar="N", help="at most N items of each file")
    evaluate.add_argument("--json", type=Path, default=None, metavar="OUT", help="write the figures there")
    evaluate.add_argument("--plots", type=Path, default=None, metavar="DIR", help="draw plots there")
    command("rebuild", library.rebuild, "make the library anew with the embedder that is set")
    _user_commands(
        commands.add_parser("user", help="users who may log in", description="Users who may log in.")
    )
    command("doctor", running.doctor, "say what is installed, which models would run and where")
    return whole


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
