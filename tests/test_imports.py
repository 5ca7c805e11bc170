"""design.md's table of imports, read with ``ast``; and nothing heavy is imported before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "footnote"
ROOT = PACKAGE.parents[1]

FACTS = {"schema", "errors"}
STEPS = {"fetch", "load", "segment", "embed", "store", "generate", "prompt", "followup", "verify"}
SERVED = {
    *FACTS,
    "marks",
    "injection",
    "stem",
    "numerals",
    "languages",
    "layout",
    "headings",
    "quotations",
    "utterance",
    "config",
    *STEPS,
    "retrieve",
    "answer",
    "summarise",
}
# Module (a file, or a folder of the same name) -> the modules of the package that it may import.
MAY_IMPORT: dict[str, set[str]] = {
    "schema": set(),
    "errors": set(),
    "residue": set(),
    "quotations": {"schema"},
    "turns": {"schema"},
    "stem": set(),
    "dictionary": set(),
    "languages": set(),
    "layout": set(),
    "fences": {"schema"},
    "headings": {"layout"},
    "shorthand": set(),
    "utterance": {"dictionary", "shorthand"},
    "numerals": set(),
    "marks": set(),
    "abbreviation": set(),
    "injection": set(),
    "linear": set(),
    "loading": set(),
    "config": {"errors"},
    "fetch": FACTS,
    "accounts": {"errors"},
    "load": {*FACTS, "residue", "turns"},
    "segment": {*FACTS, "residue", "layout", "headings", "fences", "turns"},
    "prompt": FACTS,
    "followup": {*FACTS, "dictionary", "shorthand"},
    "verify": FACTS,
    "embed": {*FACTS, "config", "loading"},
    "generate": {*FACTS, "numerals", "config", "loading"},
    "store": {*FACTS, "config"},
    "retrieve": {
        *FACTS,
        "abbreviation",
        "dictionary",
        "injection",
        "layout",
        "headings",
        "fences",
        "quotations",
        "turns",
        "stem",
        "numerals",
        "linear",
        "config",
        "embed",
        "store",
    },
    "answer": {
        *FACTS,
        "abbreviation",
        "languages",
        "layout",
        "shorthand",
        "utterance",
        "numerals",
        "marks",
        "injection",
        "prompt",
        "generate",
        "verify",
    },
    "summarise": {
        *{*FACTS, "marks", "injection", "residue", "quotations", "turns", "stem", "numerals", "linear"},
        *{"layout", "prompt", "generate", "verify"},
    },
    "service": SERVED,
    "doctor": {*SERVED, "service"},
    "evaluate": {"service", *FACTS},
    "api": {"accounts", "service", *FACTS},
    "page": {"service", *FACTS},
    "app": {"config", "accounts", "service", "api", "page"},
    "cli": {"service", "evaluate", *FACTS, "config", "accounts", "app", "doctor"},
    "__main__": {"cli"},
    "__init__": set(),
}
HEAVY = {"torch", "transformers", "sentence_transformers", "gradio"}


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """Yield every imported module's full name, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that they can be checked"
            assert node.module is not None
            whole = node.module == "footnote"
            yield from ((f"footnote.{alias.name}" if whole else node.module, node) for alias in node.names)


def imported_steps(path: Path) -> set[str]:
    names = {name for name, _ in imports(ast.parse(path.read_text("utf-8")))}
    return {name.split(".")[1] for name in names if name.startswith("footnote.")} - {"__version__"}


def named(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(PACKAGE)) for path in paths]


@pytest.mark.parametrize("path", sources(), ids=named(sources()))
def test_a_module_imports_only_what_the_table_lets_it(path: Path) -> None:
    module = module_of(path)
    assert module in MAY_IMPORT, f"add {module} to design.md's table and to this one"
    assert imported_steps(path) - {module} - MAY_IMPORT[module] == set()


def test_the_table_has_no_circle() -> None:
    below: dict[str, set[str]] = {}
    for module in MAY_IMPORT:  # in the table's order, each row names only rows above it
        assert MAY_IMPORT[module] - set(below) - {module} == set(), module
        below[module] = MAY_IMPORT[module]


def test_the_table_names_no_module_that_is_gone() -> None:
    assert set(MAY_IMPORT) == {module_of(path) for path in sources()}


def test_app_py_only_starts() -> None:
    names = {name for name, _ in imports(ast.parse((ROOT / "app.py").read_text("utf-8")))}
    assert {name for name in names if name.startswith("footnote")} <= {"footnote.app", "footnote.config"}


def at_import(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield the statements that run when a module is imported: none inside a function or TYPE_CHECKING."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.stmt):
            yield node
        waiting.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("path", sources(), ids=named(sources()))
def test_models_libraries_are_imported_inside_functions(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    running = {id(statement) for statement in at_import(tree)}
    early = {name.split(".")[0] for name, node in imports(tree) if id(node) in running}
    allowed = {"gradio"} if module_of(path) in {"api", "page"} else set()
    assert early & HEAVY - allowed == set()


@pytest.mark.parametrize(
    "module",
    ["footnote", "footnote.service", "footnote.cli", "footnote.doctor", "footnote.app", "footnote.evaluate"],
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == ""


def test_the_table_catches_a_breach(tmp_path: Path) -> None:
    breach = tmp_path / "segment.py"
    breach.write_text("def cut():\n    from footnote.embed import Embedder\n    import torch\n")
    assert imported_steps(breach) - MAY_IMPORT["segment"] == {"embed"}
