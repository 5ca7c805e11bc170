"""The command line: serve, add, ask, summarise, feedback, evaluate, rebuild, doctor."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import fields, replace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from footnote import __version__
from footnote.config import SWITCHES, Settings, variable
from footnote.errors import ConfigError, FootnoteError

if TYPE_CHECKING:
    from footnote.schema import ArticleEntry, Citation
    from footnote.service import Footnote

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 1 with the reason on standard error."""
    parser = _parser()
    options = parser.parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    settings = argparse.ArgumentParser(add_help=False)
    group = settings.add_argument_group("settings, each also an environment variable")
    for field in fields(Settings):
        flag = "--" + field.name.replace("_", "-")
        said = f"{_HELP[field.name]} ({variable(field.name)})"
        if field.name in SWITCHES:
            group.add_argument(flag, default=None, nargs="?", const="on", metavar="on|off", help=said)
        else:
            group.add_argument(flag, default=None, metavar="X", help=said)
    parser = argparse.ArgumentParser(prog="footnote", description="Chat with an article, with footnotes.")
    parser.add_argument("--version", action="version", version=f"footnote {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[settings], help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("serve", _serve, "start the page and the endpoints")
    add = command("add", _add, "add articles to the library")
    add.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, or an address of the web")
    add.add_argument("--show-dropped", action="store_true", help="print what was taken for no part of it")
    ask = command("ask", _ask, "ask the library a question")
    ask.add_argument("question")
    ask.add_argument(
        "--article", action="append", default=[], metavar="ID", help="where to look; all if not given"
    )
    summarise = command("summarise", _summarise, "summarise an article")
    summarise.add_argument("article", metavar="ID")
    summarise.add_argument("--style", default="short", choices=("short", "bullets", "long"))
    command("feedback", _feedback, "print what readers said of answers, one JSON object a line")
    evaluate = command("evaluate", _evaluate, "measure answers and summaries on files of questions")
    evaluate.add_argument("files", nargs="+", type=Path, metavar="FILE")
    evaluate.add_argument("--limit", type=int, default=None, metavar="N", help="at most N items of each file")
    evaluate.add_argument("--json", type=Path, default=None, metavar="OUT", help="write the figures there")
    evaluate.add_argument("--plots", type=Path, default=None, metavar="DIR", help="draw plots there")
    command("rebuild", _rebuild, "make the library anew with the embedder that is set")
    _user_commands(
        commands.add_parser("user", help="users who may log in", description="Users who may log in.")
    )
    command("doctor", _doctor, "say what is installed, which models would run and where")
    return parser


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
        added.set_defaults(run=_user, change=name)


def _user(settings: Settings, options: argparse.Namespace) -> int:
    from footnote.accounts import commands

    if not settings.auth:
        raise ConfigError("Which file of users? Say --file FILE, or set FOOTNOTE_AUTH.")
    change = getattr(commands, options.change)
    asked = (_new_password,) if options.change in ("add", "password") else ()
    print(change(Path(settings.auth), options.name, *asked))
    return 0


def _new_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    chosen = getpass("Password: ")
    if getpass("The same again: ") != chosen:
        raise ConfigError("These are two different passwords. Nothing was changed.")
    return chosen


def _serve(settings: Settings, options: argparse.Namespace) -> int:
    from footnote.app import serve

    del options
    serve(settings)
    return 0


def _add(settings: Settings, options: argparse.Namespace) -> int:
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


def _ask(settings: Settings, options: argparse.Namespace) -> int:
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


def _summarise(settings: Settings, options: argparse.Namespace) -> int:
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


def _feedback(settings: Settings, options: argparse.Namespace) -> int:
    from footnote.service import Footnote

    del options
    with closing(Footnote(settings)) as service:
        for feedback in service.feedback():
            print(json.dumps(feedback.as_dict(), ensure_ascii=False))
    return 0


def _rebuild(settings: Settings, options: argparse.Namespace) -> int:
    from footnote.service import Footnote

    del options
    with closing(Footnote(settings)) as service:
        print(f"{service.rebuild()} articles made anew")
    return 0


def _evaluate(settings: Settings, options: argparse.Namespace) -> int:
    from footnote.evaluate import Options, Progress, render, run
    from footnote.service import Footnote

    def progress(done: Progress) -> None:
        print(done, file=sys.stderr, end="\x1b[K\r" if sys.stderr.isatty() else "\n")

    chosen = Options(limit=options.limit, json=options.json, plots=options.plots)
    with closing(Footnote(replace(settings, store="sqlite:///:memory:"))) as service:
        print(render(run(options.files, service, chosen, progress)))
    return 0


def _doctor(settings: Settings, options: argparse.Namespace) -> int:
    from footnote.doctor import report

    del options
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    findings = report(settings)
    for finding in findings:
        print(f"{finding.name:12} {finding.value}")
    return 0 if all(finding.good for finding in findings) else 1
