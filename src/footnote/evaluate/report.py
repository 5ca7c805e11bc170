"""What a run reports: the measures of each file, and the outcomes that they were made of."""

from dataclasses import asdict, dataclass
from typing import Any

from footnote.evaluate.measures import Measure
from footnote.evaluate.questions import Outcome
from footnote.evaluate.summaries import SummaryOutcome
from footnote.schema import Style


@dataclass(frozen=True, slots=True)
class Positions:
    """How many of a style's quotations begin in each tenth of their article."""

    style: Style
    tenths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetReport:
    """The measures of one file, and the outcomes that they were made of."""

    name: str
    digest: str
    model: str
    measures: tuple[Measure, ...]
    questions: tuple[Outcome, ...] = ()
    summaries: tuple[SummaryOutcome, ...] = ()
    positions: tuple[Positions, ...] = ()

    def value(self, name: str) -> float | None:
        """Return the value of a measure by its name."""
        return next(one.value for one in self.measures if one.name == name)


@dataclass(frozen=True, slots=True)
class Report:
    """What ``run`` returns: one part a file."""

    program: str
    settings: dict[str, str]
    sets: tuple[SetReport, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return everything, outcomes too, as JSON takes it."""
        return asdict(self)
