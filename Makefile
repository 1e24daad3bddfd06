# Python 3.11 or newer and make are all that is needed; everything else is fetched into .venv and node_modules.
# `make help` lists the commands.

HOST ?= 127.0.0.1
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin

# The Python that made the environment, else the first one on the path that is new enough, else any, which then complains.
PYTHON ?= $(shell for python in $(BIN)/python python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && exit; \
	done; echo python3)

PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
RUNTIME := $(VENV)/runtime-installed
DEV := $(VENV)/dev-installed
NODE_MODULES := node_modules/.package-lock.json

# How many processes share the tests: each has a server and a browser of its own.
WORKERS ?= 2
# The tests with a browser come after the others: in their processes an event loop runs all the time. Last come those
# that watch how timely a page paints: they have the machine to themselves.
TIMELY := tests/browser/test_painting.py
SHARED := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

.PHONY: help
help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1@/p' Makefile | awk -F@ '{ printf "%-14s %s\n", $$1, $$2 }'
	@echo 'Settings: PORT=8000, HOST=127.0.0.1 (0.0.0.0 serves the local network), PYTHON=python3.12, WORKERS=2 (for the tests)'

.PHONY: run
run: $(RUNTIME) ## serve the lab and print its address; Ctrl+C stops it
	@exec $(BIN)/python -m app --host $(HOST) --port $(PORT)

.PHONY: test
test: $(DEV) ## run every test, in a real browser too
	@$(SHARED) --ignore tests/browser
	@CHROMIUM="$$($(BIN)/python -m tools.browser)" && export CHROMIUM \
		&& $(SHARED) tests/browser --ignore $(TIMELY) && $(BIN)/python -m pytest $(TIMELY)
	@if ls tests/js/*.test.js >/dev/null 2>&1; then $(BIN)/python -m tools.node --test tests/js/*.test.js; fi

.PHONY: lint
lint: $(DEV) $(NODE_MODULES) ## check style, types on both sides, and that generated files are fresh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m tools.message_types --check
	$(BIN)/python -m tools.node node_modules/typescript/bin/tsc --project .

.PHONY: types
types: $(DEV) ## write the page's types from app/messages.py
	$(BIN)/python -m tools.message_types

.PHONY: format
format: $(DEV) ## put the Python files into form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: bench
bench: $(DEV) ## measure engine, stream and page beside their peers; JSON=FILE keeps the figures, ROUNDS=9 takes more
	$(BIN)/python -m benchmarks --rounds $(or $(ROUNDS),5) $(if $(JSON),--json $(JSON))

.PHONY: lock
lock: $(DEV) ## pin the dependencies again; UPGRADE=1 takes the newest versions
	$(BIN)/python -m pip --disable-pip-version-check install --quiet 'uv>=0.5'
	UV=$(BIN)/uv tools/lock.sh
	$(BIN)/python -m tools.node npm install --package-lock-only

.PHONY: clean
clean: ## remove everything that was fetched or built
	rm -rf $(VENV) node_modules build dist .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: venv
venv:
	@$(PYTHON) tools/environment.py $(VENV)

$(RUNTIME): requirements.lock | venv
	$(PIP) -r requirements.lock
	@touch $@

# The dev lock holds the runtime too, so one installation serves both.
$(DEV): requirements-dev.lock | venv
	$(PIP) -r requirements-dev.lock
	@touch $@ $(RUNTIME)

$(NODE_MODULES): package.json package-lock.json $(DEV)
	$(BIN)/python -m tools.node npm ci --loglevel=error
	@touch $@
