# Two commands, no other step: `make run` opens the wizard, `make test` proves the repository.
# Each makes its own virtual environment from Python 3.11 or newer.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
WORKERS ?= 4
RUN := .run
DEV := .venv

.DEFAULT_GOAL := help
.PHONY: help run test lint types imports tests screenshots golden clean

help:
	@echo "make run          open the wizard"
	@echo "make test         linters, types, import rules and all tests"
	@echo "make screenshots  write screenshots/ anew"
	@echo "make golden       write the golden reports anew"
	@echo "make clean        remove what these commands made"

run: $(RUN)/made
	@$(RUN)/bin/fwwizard $(ARGS)

test: lint types imports tests

lint: $(DEV)/made
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .

types: $(DEV)/made
	$(DEV)/bin/mypy

imports: $(DEV)/made
	$(DEV)/bin/lint-imports

tests: $(DEV)/made
	$(DEV)/bin/fwwizard catalog check
	$(DEV)/bin/python -m pytest -n $(WORKERS)

screenshots: $(DEV)/made
	$(DEV)/bin/python screenshots/make.py

golden: $(DEV)/made
	$(DEV)/bin/python -m tests.report.golden

$(RUN)/made: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(RUN)
	$(RUN)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV)/made: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(DEV)
	$(DEV)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

clean:
	rm -rf $(RUN) $(DEV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
