"""``python -m fuzz --seconds N``: new examples until the time is over, or until one fails."""

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzz.inputs import any_file, any_text
from fuzz.properties import file_is_read_or_refused, text_is_segmented

PROPERTIES = ((file_is_read_or_refused, any_file()), (text_is_segmented, any_text()))
BATCH = 200  # examples between two looks at the clock


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120, help="how long (120)")
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="of the examples; printed, to repeat a run"
    )
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    counts: dict[str, int] = {}
    ends = time.monotonic() + options.seconds
    batch = 0
    while time.monotonic() < ends:
        for check, inputs in PROPERTIES:
            counts[check.__name__] = counts.get(check.__name__, 0) + run(
                check, inputs, options.seed + batch, ends
            )
        batch += 1
    print(", ".join(f"{name}: {count} examples" for name, count in counts.items()))
    return 0


def run(check: Callable[..., None], inputs: Any, number: int, ends: float) -> int:  # noqa: ANN401
    """Check a batch of examples, none after the time is over; return how many. A failure is raised."""
    done = 0

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(inputs)
    def examine(value: Any) -> None:  # noqa: ANN401
        nonlocal done
        if time.monotonic() < ends:
            done += 1
            check(value)

    examine()
    return done


if __name__ == "__main__":
    sys.exit(main())
