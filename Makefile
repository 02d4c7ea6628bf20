# Everything is set up by itself: `make graph` on a fresh clone needs nothing but Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
STORE := out/dragoman.store
PACKAGES := ontology graph queries cli
SOURCES := $(shell find $(PACKAGES) -type f -not -path '*/__pycache__/*') pyproject.toml README.md LICENSE NOTICE
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help graph test lint types bench bench-reading bench-view docs screenshot lock clean
.DELETE_ON_ERROR:

help:
	@echo 'make graph   read the built-in article: out/graph.ttl, out/graph.html and three answers on the screen'
	@echo 'make test    run the tests'
	@echo 'make lint    check style'
	@echo 'make types   check types'
	@echo 'make bench   measure how fast and how well it reads (QUICK=--quick: only see that it runs)'
	@echo 'make bench-reading  measure how well and how fast articles are read'
	@echo 'make bench-view  measure how fast the page is made, opened and moved, beside plain pyvis'
	@echo 'make docs    write docs/ anew'
	@echo 'make screenshot  take the picture at the head of README anew: docs/graph.png'
	@echo 'make lock    choose and pin the dependencies anew'
	@echo 'make clean   remove whatever was made'

$(VENV)/.dependencies: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Python 3.11 or newer is needed; name one with make PYTHON=python3.12'; exit 1; }
	@echo 'Setting up $(VENV) with the pinned dependencies; this is done once and takes a minute or two.'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo 'Python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv'; exit 1; }
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(INSTALLED): $(VENV)/.dependencies $(SOURCES)
	@rm -rf build
	@$(PIP) install --no-deps --no-build-isolation --force-reinstall .
	@rm -rf build
	@touch $@

graph: export DRAGOMAN_STORE := $(STORE)
graph: $(INSTALLED)
	@rm -rf $(STORE)
	@mkdir -p out
	@$(BIN)/dragoman read --example > out/found.tsv
	@$(BIN)/dragoman validate
	@$(BIN)/dragoman export -o out/graph.ttl
	@$(BIN)/dragoman view -o out/graph.html
	@echo; echo 'What the graph holds'
	@$(BIN)/dragoman stats -f table
	@for question in who-met-whom deals agreements; do \
	  echo; $(BIN)/dragoman query $$question -f table --lang fr || exit; \
	done
	@echo; echo 'Open out/graph.html to walk through it; DRAGOMAN_STORE=$(STORE) $(BIN)/dragoman queries lists what else can be asked.'

test: $(INSTALLED)
	@$(BIN)/pytest -q -n $(JOBS) $(TESTS)

lint: $(INSTALLED)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/oxlint --quiet --format unix graph tests
	@echo 'Style: nothing to mend.'

types: $(INSTALLED)
	@$(BIN)/mypy $(foreach package,$(PACKAGES),-p dragoman.$(package))
	@MYPYPATH=docs:benchmarks $(BIN)/mypy --follow-imports=silent $(filter-out benchmarks/score.py,$(wildcard benchmarks/*.py)) docs/generate.py docs/screenshot.py

bench: $(INSTALLED)
	@$(BIN)/python benchmarks/startup.py $(QUICK)
	@$(BIN)/python benchmarks/questions.py $(QUICK)
	@$(BIN)/python benchmarks/store.py $(QUICK)
	@$(BIN)/python benchmarks/exporting.py $(QUICK)
	@$(BIN)/python benchmarks/server.py $(QUICK)
	@$(BIN)/python benchmarks/workers.py $(QUICK)
	@$(BIN)/python benchmarks/reading.py $(QUICK)
	@$(BIN)/python benchmarks/happenings.py $(QUICK)
	@$(BIN)/python benchmarks/growth.py $(QUICK)
	@$(BIN)/python benchmarks/scale.py $(QUICK)

bench-reading: $(INSTALLED)
	@$(BIN)/python benchmarks/reading.py $(QUICK)

bench-view: $(INSTALLED)
	@$(BIN)/python benchmarks/view.py $(QUICK)

docs: $(INSTALLED)
	@$(BIN)/python docs/generate.py

screenshot: $(INSTALLED)
	@$(BIN)/python docs/screenshot.py

lock: $(VENV)/.dependencies
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --upgrade --extra dev pyproject.toml -o requirements.lock
	@echo 'requirements.lock is new; run make test before you keep it.'

clean:
	@rm -rf $(VENV) build dist out dragoman.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
