# Everything a fresh machine needs is Python >= 3.11 with pip, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO ?= demo-output

.PHONY: help demo test lint types architecture docs docs-check notebooks bench test-browser test-deep mutation ci clean

help:
	@echo "make demo    set up, judge and draw the shipped mortgage tribe"
	@echo "make test    set up, run every test"
	@echo "make lint types architecture docs-check   what CI checks besides"
	@echo "make docs    build the documentation    make notebooks   run and render them"
	@echo "make bench   measure speeds as ratios    make test-browser test-deep mutation   the long suites"

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: $(STAMP)
	$(BIN)/spotifymodel demo --output $(DEMO)

test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

architecture: $(STAMP)
	$(BIN)/lint-imports

coverage: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term-missing:skip-covered

clean:
	rm -rf $(VENV) build dist demo-output docs/_build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
