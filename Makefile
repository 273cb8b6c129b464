# `make demo` and `make test` are all a newcomer needs: each does its own set-up. `make` alone lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
# Node 24 comes with npm from a wheel in the virtual environment; TELEMED_NODE names another node, with its npm beside it.
NODE_DIR := $(if $(TELEMED_NODE),$(patsubst %/,%,$(dir $(TELEMED_NODE))),$(CURDIR)/$(VENV)/bin)
# uv draws its progress on a terminal; elsewhere it would only list every package.
hush := $(shell [ -t 1 ] || echo --quiet)
NPM := cd web && PATH="$(NODE_DIR):$$PATH" npm --no-fund --no-audit --no-update-notifier
GENERATED := docs/openapi.json docs/frames.schema.json docs/asyncapi.json web/src/wire/api.d.ts web/src/wire/frames.d.ts
WEB_SOURCES = $(shell find web \( -name node_modules -o -name dist \) -prune -o -type f -print)

, := ,
say = @printf '%s\n' "── $(1)"

# $(call install,packages): what only the system can give. Root gets it; anyone else is told the one command.
define install
{ if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "── Installing $(1) with apt-get"; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
  else \
	echo "Missing on this machine: $(1). On Debian or Ubuntu run:"; echo "    sudo apt-get install $(1)"; \
	echo "and then the same make command again."; exit 1; \
  fi; }
endef

##@ To use it

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^##@/ { print "\n" substr($$0, 5) } /^[a-z0-9-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: export TELEMED_DEMO := 1
demo: setup web/dist/.built ## everything on http://localhost:8080 with demo data; TELEMED_PORT moves it, Ctrl-C stops it
	$(call say,Starting Telemed)
	@exec $(RUN) -m telemed serve

##@ To work on it

.PHONY: build
build: setup web/dist/.built ## the browser's app

.PHONY: setup
setup: $(VENV)/.ready ## the virtual environment with everything that is locked

.PHONY: test
test: setup system-for-tests ## every test there is, with all its set-up: what CI runs
	@$(MAKE) static
	$(call say,Testing on a real database and with real sockets$(,) beside it in a real browser: about twenty minutes)
	@$(MAKE) -j2 --output-sync=target test-server test-web
	$(call say,Testing over weak links)
	@$(RUN) -m pytest tests/weak

# Each of the two keeps one core busy, so that they take hardly longer than one. Weak links are tried alone: what they
# measure is time.
BROWSING := tests/browser tests/rtc

.PHONY: test-server test-web
test-server:
	@$(RUN) -m pytest $(addprefix --ignore=,$(BROWSING) tests/weak)

test-web:
	$(call say,The parts of the web app)
	@$(NPM) run --silent test
	@$(MAKE) web/dist/.built
	$(call say,The web app weighed against its budgets)
	@$(NPM) run --silent budget
	$(call say,The journeys in Chromium)
	@$(RUN) -m pytest $(BROWSING)

.PHONY: check
check: static ## the fast gate: lint, types, imports, the house's rules, generated files
	$(call say,The house's rules)
	@$(RUN) -m pytest tests/house

.PHONY: unit
unit: setup ## the tests that take seconds
	@$(RUN) -m pytest tests/unit

.PHONY: e2e
e2e: setup system-for-tests web/dist/.built ## the journeys of each kind of user, in Chromium
	@$(RUN) -m pytest tests/browser

.PHONY: fuzz
fuzz: setup ## the whole API tried with far more hostile input than in `make test`: for a night
	@TELEMED_TEST_EXAMPLES=$${TELEMED_TEST_EXAMPLES:-400} $(RUN) -m pytest tests/http/fuzz

.PHONY: bench
bench: setup system-for-tests system-for-bench web/dist/.built bench/peers/node_modules/.ready ## the figures of docs, measured on this machine
	@$(RUN) -m bench

.PHONY: wire
wire: setup web/node_modules/.ready ## write the API's and the socket's descriptions, and the browser's types from them
	@$(RUN) -m telemed wire
	@$(NPM) run --silent wire

.PHONY: format
format: setup web/node_modules/.ready ## put every file in the one layout
	@$(VENV)/bin/ruff check --quiet --fix . && $(VENV)/bin/ruff format --quiet .
	@$(NPM) run --silent format

.PHONY: static
static: setup web/node_modules/.ready
	$(call say,Python: lint$(,) layout$(,) types)
	@$(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --quiet --check .
	@$(RUN) -m mypy --no-error-summary
	$(call say,Who imports whom)
	@said=$$($(VENV)/bin/lint-imports) || { echo "$$said"; exit 1; }
	$(call say,Generated files)
	@$(MAKE) wire-is-current
	$(call say,TypeScript: types and lint)
	@$(NPM) run --silent typecheck
	@$(NPM) run --silent lint

.PHONY: wire-is-current
wire-is-current:
	@was=$$(mktemp -d); trap 'rm -rf "$$was"' EXIT; cp -p --parents $(GENERATED) "$$was" 2>/dev/null || true; \
	$(MAKE) wire; \
	for file in $(GENERATED); do \
		cmp -s "$$was/$$file" "$$file" || { echo "$$file was out of date; it is rewritten now, look at it and commit it."; exit 1; }; \
	done; \
	for file in $(GENERATED); do cp -p "$$was/$$file" "$$file"; done  # the old times, so that nothing is built again

# ── Set-up: each step leaves a file behind and runs again only when what it was made from changed.

$(VENV)/bin/uv: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Telemed needs Python 3.11 or newer, and $(PYTHON) is not. Name another one: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call install,python3-venv)
	$(call say,Making a virtual environment in $(VENV))
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@touch $@

$(VENV)/.ready: requirements.lock $(VENV)/bin/uv
	$(call say,Installing the Python packages and Node: about 900 MB on disk the first time)
	@VIRTUAL_ENV=$(VENV) UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip sync $(hush) --require-hashes requirements.lock
	@echo "$(CURDIR)" > "$$($(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/telemed.pth"
	@printf '#!/bin/sh\nexec "%s" -m telemed "$$@"\n' "$(CURDIR)/$(RUN)" > $(VENV)/bin/telemed && chmod +x $(VENV)/bin/telemed
	@touch $@

web/node_modules/.ready: web/package-lock.json $(VENV)/.ready
	$(call say,Installing the web packages)
	@$(NPM) ci --loglevel=error
	@touch $@

bench/peers/node_modules/.ready: bench/peers/package-lock.json $(VENV)/.ready
	$(call say,Installing the servers that the benchmarks stand beside)
	@cd bench/peers && PATH="$(NODE_DIR):$$PATH" npm --no-fund --no-audit --no-update-notifier ci --loglevel=error
	@touch $@

web/dist/.built: web/node_modules/.ready $(WEB_SOURCES)
	$(call say,Building the web app: about half a minute)
	@$(NPM) run --silent build
	@touch $@

.PHONY: system-for-bench
system-for-bench:
	@command -v nextcloud-spreed-signaling-server >/dev/null || $(call install,nextcloud-spreed-signaling)

.PHONY: system-for-tests
system-for-tests:
	@command -v chromium chromium-browser google-chrome >/dev/null || $(call install,chromium)
	@command -v pdftotext >/dev/null || $(call install,poppler-utils)
	@command -v ip >/dev/null || $(call install,iproute2)
	@command -v turnserver >/dev/null || $(call install,coturn)
	@command -v certutil >/dev/null || $(call install,libnss3-tools)
	@command -v softhsm2-util >/dev/null || $(call install,softhsm2)
