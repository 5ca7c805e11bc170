"""Benchmarks: each module has ``run() -> list[Row]``; ``python -m tests.bench [module ...]`` prints them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure; ``wanted`` says in words what it should be, "" where it is only reported."""

    name: str
    value: float
    unit: str
    wanted: str = ""
