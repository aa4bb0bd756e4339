# Everything a fresh machine needs is Python >= 3.11 with pip, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO ?= demo-output

.PHONY: help compiled demo test test-deep test-mutation lint types architecture coverage docs docs-generate docs-check notebooks bench test-browser clean

help:
	@echo "make demo    set up, judge and draw the shipped mortgage tribe"
	@echo "make test    set up, run every test      make test-deep    the properties on 40 times as many charts"
	@echo "make lint types architecture docs-check   what CI checks besides"
	@echo "make docs    build the documentation    make notebooks   run and render them"
	@echo "make test-mutation   which changes of rules, index and profiles no test would notice; CHANGED='FILE … --every 10' for fewer"
	@echo "make bench   measure speeds as ratios    make test-browser   measure pictures in Chromium    make coverage"
	@echo "make test-wheel   build the wheel, install it elsewhere, run the demo from it"

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Bytecode makes every start faster, also where Python is told not to write any by itself.
compiled: $(STAMP)
	@$(BIN)/python -m compileall -q spotifymodel

demo: compiled
	$(BIN)/spotifymodel demo --output $(DEMO)

test: compiled
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

architecture: $(STAMP)
	$(BIN)/lint-imports

docs-generate: compiled
	$(BIN)/python -m tests.docs.generate

docs-check: compiled
	$(BIN)/python -m tests.docs.generate --check
	$(BIN)/sphinx-build -q -W -b html docs docs/_build

docs: docs-generate
	$(BIN)/sphinx-build -q -W -b html docs docs/_build

notebooks: compiled
	$(BIN)/python -m pytest -m notebook

bench: compiled
	$(BIN)/python -m pip install --quiet --disable-pip-version-check shacl
	$(BIN)/python -m tests.bench

test-deep: compiled
	SPOTIFYMODEL_TEST_DEPTH=40 $(BIN)/python -m pytest -n auto --dist worksteal -m "not browser"

# Changes live in forks of one process; files are left as they are. Takes hours of one processor: name files or --every to try fewer.
test-mutation: compiled
	nice -n 19 $(BIN)/python -m tests.mutation.limits
	nice -n 19 $(BIN)/python -m tests.mutation $(CHANGED)

test-wheel: compiled
	$(BIN)/python -m pytest -m deep tests/cli/test_wheel.py

test-browser: compiled
	$(BIN)/python -m pytest -m browser tests/browser

coverage: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term-missing:skip-covered

clean:
	rm -rf mutants $(VENV) build dist demo-output docs/_build docs/notebooks .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
