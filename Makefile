# The door to everything. Needs make and Python 3.11 or newer with venv, for the tests of the page a
# Chromium, to build the page Node 20, nothing else:
# the first target that wants packages makes .venv and installs the locked ones.
#
#   PYTHON=...  the interpreter to make .venv with (else the first fit one on the PATH)
#   VENV=...    another folder for it

VENV ?= .venv
PYTHON ?=

BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet
# The build backend is in the lock, so the package needs no build isolation and no network.
SELF := --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test serve lesson browser page pictures bench slow golden fmt lint types layers lock clean same-python

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.runtime  ## 4,000 worlds of Moscow, 1927, as the article tells it
	$(BIN)/malaparte run moscow-1927-article --worlds 4000
	@printf '\nWHAT IF guards, agent and shelter were gone, and the plot began with the arrests?\n\n'
	$(BIN)/malaparte compare moscow-1927-article --worlds 4000 --brief \
		--do guards=none --do agent=none --do leaders=homes --do order=arrests-first

serve: $(VENV)/.runtime  ## the page, in the browser of this machine
	$(BIN)/malaparte serve moscow-1927-article

lesson: $(VENV)/.runtime  ## a lesson of 45 minutes as one file, lesson.html
	$(BIN)/malaparte lesson moscow-1927-article -o lesson.html

test: lint types layers browser $(VENV)/.dev  ## every check but the slow ones
	$(BIN)/python -m pytest

browser:  # the tests of the page need one; they fail without it
	@tools/find-chromium --install >/dev/null

page: frontend/node_modules  ## check and build the page anew; needs Node 20
	cd frontend && npm run --silent check && npm run --silent build

pictures: browser $(VENV)/.dev  ## pictures of the page, three sizes, two languages
	$(BIN)/python tools/pictures docs/pictures

frontend/node_modules: frontend/package-lock.json
	cd frontend && npm install --no-save --no-audit --no-fund --silent
	@touch $@

slow: $(VENV)/.dev  ## the proofs that take long
	$(BIN)/python -m pytest -m slow

bench: $(VENV)/.bench  ## speed, beside other tools
	$(BIN)/python -m benchmarks

golden: $(VENV)/.dev  ## write the golden texts anew
	$(BIN)/python -m pytest --golden-update
	@echo "Read the diff. If a number moved, CHANGELOG.md needs a line under 'Numbers change'."

fmt: $(VENV)/.dev  ## format, and mend what can be mended
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

lint: $(VENV)/.dev  ## style and spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

types: $(VENV)/.dev  ## pyright, strict on src
	$(BIN)/pyright --pythonpath $(BIN)/python

layers: $(VENV)/.dev  ## imports point down
	$(BIN)/lint-imports

# Pins that still fit stay; `make lock UPGRADE=1` moves all of them to the newest.
# One version for all Pythons ('fewest'), so that a number does not depend on the interpreter.
COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)
lock: $(VENV)/.made  ## resolve the lock files anew from pyproject.toml
	$(INSTALL) 'uv>=0.9'
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE) --group bench --constraint requirements-dev.lock --output-file requirements-bench.lock

clean:  ## remove .venv, caches and built files
	@if [ -e "$(VENV)" ] && [ ! -e "$(VENV)/pyvenv.cfg" ]; then echo "$(VENV) is no virtual environment"; exit 1; fi
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .pytest_cache .ruff_cache
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Stamps: each stands for what .venv holds, so a second `make run` installs nothing.

$(VENV)/.made:
	@python="$$(tools/find-python $(PYTHON))" && \
	    echo "making $(VENV) with $$python" && "$$python" -m venv "$(VENV)"
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml $(VENV)/.made | same-python
	@echo "installing what malaparte needs into $(VENV) (once)"
	@$(INSTALL) --requirement requirements.lock
	@$(INSTALL) $(SELF)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml $(VENV)/.made | same-python
	@echo "installing what malaparte and its checks need into $(VENV) (once)"
	@$(INSTALL) --requirement requirements-dev.lock
	@$(INSTALL) $(SELF)
	@touch $@ $(VENV)/.runtime

$(VENV)/.bench: requirements-bench.lock pyproject.toml $(VENV)/.made | same-python
	@echo "installing what malaparte, its checks and benchmarks need into $(VENV) (once)"
	@$(INSTALL) --requirement requirements-bench.lock
	@$(INSTALL) $(SELF)
	@touch $@ $(VENV)/.dev $(VENV)/.runtime

# PYTHON= beside a .venv made with another one would be ignored: say so instead.
same-python: $(VENV)/.made
ifneq ($(PYTHON),)
	@ask='import sys; print(sys.base_prefix, "%d.%d" % sys.version_info[:2])'; \
	python="$$(tools/find-python $(PYTHON))" || exit 1; \
	want="$$("$$python" -c "$$ask")"; have="$$($(BIN)/python -c "$$ask")"; \
	if [ "$$want" != "$$have" ]; then \
	    echo "$(VENV) was made with $$have, not with $$want: 'make clean' first, or add VENV=another-folder"; \
	    exit 1; \
	fi
endif
