"""Run every benchmark module, or those named, and print one table."""

import importlib
import pkgutil
import sys
from pathlib import Path


def main(wanted: list[str]) -> None:
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    chosen = [name for name in names if name != "__main__" and (not wanted or name in wanted)]
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"no benchmark named {', '.join(sorted(unknown))}; there are: {', '.join(chosen or names)}")
    print(f"{'benchmark':<12} {'figure':<44} {'value':>12} {'unit':<10} wanted")
    for name in chosen:
        for row in importlib.import_module(f"tests.bench.{name}").run():
            print(f"{name:<12} {row.name:<44} {row.value:>12,.3f} {row.unit:<10} {row.wanted}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
