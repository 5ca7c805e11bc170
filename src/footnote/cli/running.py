"""The commands that serve, measure and examine an installation."""

import argparse
import os
import sys
from contextlib import closing
from dataclasses import replace

from footnote.cli.terminal import say
from footnote.config import Settings


def serve(settings: Settings, options: argparse.Namespace) -> int:
    """Serve the page and the endpoints until told to stop."""
    from footnote.app import serve

    del options
    serve(settings)
    return 0


def evaluate(settings: Settings, options: argparse.Namespace) -> int:
    """Print what is measured on files of questions and of summaries."""
    from footnote.evaluate import Options, Progress, render, run
    from footnote.service import Footnote

    def progress(done: Progress) -> None:
        say(done, sys.stderr, end="\x1b[K\r" if sys.stderr.isatty() else "\n")

    chosen = Options(limit=options.limit, json=options.json, plots=options.plots)
    with closing(Footnote(replace(settings, store="sqlite:///:memory:"))) as service:
        say(render(run(options.files, service, chosen, progress)))
    return 0


def doctor(settings: Settings, options: argparse.Namespace) -> int:
    """Print what is installed; the status is 1 where something of it is not well."""
    from footnote.doctor import report

    del options
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    findings = report(settings)
    for finding in findings:
        say(f"{finding.name:12} {finding.value}")
    return 0 if all(finding.good for finding in findings) else 1
