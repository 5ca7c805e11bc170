"""The numbers: how well Footnote finds, cites, answers, refuses and summarises on development sets.

``run`` asks every question of a set through the service that a user has, so that what is measured
is what is shipped. Nothing here knows a text or tunes anything.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from footnote.errors import InvalidInput
from footnote.evaluate.journal import Journal, program
from footnote.evaluate.plots import plot, require_matplotlib
from footnote.evaluate.question_measures import report_questions
from footnote.evaluate.questions import ask_all, count_questions
from footnote.evaluate.report import Report, SetReport
from footnote.evaluate.sets import DevelopmentSet, read
from footnote.evaluate.summaries import require_rouge, summarise_all
from footnote.evaluate.summary_measures import report_summaries
from footnote.evaluate.table import render
from footnote.schema import Style
from footnote.service import Footnote

__all__ = ["Options", "Progress", "Report", "SetReport", "render", "run"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run does beside asking."""

    limit: int | None = None  # questions or cases of each file, a sample that stays the same
    json: Path | None = None  # the whole report, outcomes too
    plots: Path | None = None  # a folder for PNG files
    journal: Path | None = None  # None: beside ``json``, and none without it
    styles: tuple[Style, ...] = ("short", "bullets", "long")  # of summaries

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise InvalidInput(f"The limit is {self.limit}; it must be 1 or more.", "limit")
        if self.journal is None and self.json is not None:
            object.__setattr__(self, "journal", self.json.with_name(self.json.name + ".partial.jsonl"))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is: ``done`` of ``total`` questions or summaries."""

    file: str
    done: int
    total: int

    def __str__(self) -> str:
        return f"{self.file}: {self.done} of {self.total}"


Tell = Callable[[Progress], None]


def run(
    files: Sequence[Path], service: Footnote, options: Options = Options(), tell: Tell = lambda _: None
) -> Report:
    """Measure each file, and write the JSON and the plots that the options ask for.

    Args:
        files: question sets or summary sets.
        service: of the store ``sqlite:///:memory:``, whose articles are removed; its models are
            loaded if they are not yet.
        options: what to write, and how much to ask.
        tell: called after each question or summary.

    Raises:
        InvalidInput: a file is no set, or the library is one that is kept.
        FootnoteError: the extra ``evaluate`` is needed and missing.
    """
    sets = [read(path).limited(options.limit) for path in files]
    _check(sets, service, options)
    service.start()
    service.wait()
    for entry in service.articles():  # the bundled sample: each article of a set is asked alone
        service.remove_article(entry.id)
    settings = _settings(service)
    with Journal(options.journal, f"{program()} {json.dumps(settings)}") as journal:
        parts = tuple(_measure(one, service, options, journal, tell) for one in sets)
        report = Report(program(), settings, parts)
        if options.json:
            options.json.write_text(json.dumps(report.as_dict(), indent=1) + "\n", encoding="utf-8")
        if options.plots:
            plot(report, options.plots)
    return report


def _check(sets: Sequence[DevelopmentSet], service: Footnote, options: Options) -> None:
    """Find out what would fail before the first question, not after the last."""
    if not sets:
        raise InvalidInput("There is nothing to measure; give one or more files.", "file")
    if not service.settings.store.endswith(":memory:"):
        raise InvalidInput(
            f"The store is {service.settings.store}, whose articles would be mixed with the set's; use "
            "sqlite:///:memory: to measure.",
            "store",
        )
    if any(one.cases for one in sets):
        require_rouge()
    if options.plots:
        require_matplotlib()


def _settings(service: Footnote) -> dict[str, str]:
    """Return the settings that answers depend on."""
    names = ("model", "embedder", "device", "dtype", "refuse_below")
    return {name: str(getattr(service.settings, name)) for name in names}


def _measure(
    one: DevelopmentSet, service: Footnote, options: Options, journal: Journal, tell: Tell
) -> SetReport:
    total, done = count_questions(one) + len(one.cases), 0

    def step() -> None:
        nonlocal done
        done += 1
        tell(Progress(one.name, done, total))

    if one.cases:
        summarised = summarise_all(one, service, options.styles, journal, step)
        return report_summaries(one.name, one.digest, summarised)
    return report_questions(one.name, one.digest, ask_all(one, service, journal, step))
