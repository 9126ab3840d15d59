# `make help` lists the targets. The work is done by SwiftPM and the scripts beside this file.

PREFIX  ?= /usr/local
DESTDIR ?=
SWIFT   ?= swift

bindir   := $(DESTDIR)$(PREFIX)/bin
program  := git-handoff
released := .build/release/$(program)

# The Swift runtime can be linked in on Linux only; on macOS it is part of the system.
static := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
# macOS's strip keeps the symbols that the loader needs only when told so.
strip  := $(if $(filter Darwin,$(shell uname -s)),strip -x,strip)
swift_sources := Sources Tests Fuzz Training Benchmarks/Baseline/Sources Benchmarks/Baseline/Package.swift Package.swift
shell_scripts := .ci/run Tests/MCP/run scripts/setup scripts/demo/run scripts/demo/stage.sh \
	$(wildcard hooks/*-* hooks/update scripts/demo/product/bin/* scripts/demo/product/src/*.sh scripts/demo/product/tests/*)

.DEFAULT_GOAL := help
.PHONY: help setup build release test test-mcp test-browser demo install uninstall lint lint-shell format bench train train-ground clean

help: ## Say what there is to make
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1|/p' Makefile | awk -F '|' '{ printf "  make %-12s %s\n", $$1, $$2 }'
	@printf '\nVariables: PREFIX (%s), DESTDIR, SWIFT (%s)\n' '$(PREFIX)' '$(SWIFT)'

setup: ## Install what the build needs and this machine lacks (apt-get or brew)
	@scripts/setup

build: setup ## Build for development
	$(SWIFT) build --product $(program)

release: $(released) ## Build the program as one file that needs no Swift where it runs

$(released): $(shell find Sources hooks -type f) Package.swift
	@scripts/setup
	$(SWIFT) build -c release $(static) --product $(program)
	@touch $@

# The project's own plan is checked by the program that was just built.
test: setup lint-shell ## Build and run all tests
	$(SWIFT) build --build-tests
	"$$($(SWIFT) build --show-bin-path)/$(program)" check
	$(SWIFT) test --skip-build

# Programs of others that judge the server: PyPI's mcp, of both generations, and jsonschema.
mcp_python := .build/mcp-python
test-mcp: build ## Hold the MCP server against the official schemas and Python clients (needs PyPI)
	@Tests/MCP/run "$$($(SWIFT) build --show-bin-path)/$(program)" $(mcp_python)

test-browser: build ## Try the pages of site and serve in Chromium (needs chromium and chromedriver): make test-browser [PICTURES=dir]
	python3 Tests/Browser/test_site.py "$$($(SWIFT) build --show-bin-path)/$(program)" $(PICTURES)

demo: build ## Play one story through the whole loop, in a scratch clone
	@scripts/demo/run "$$($(SWIFT) build --show-bin-path)/$(program)"

# Builds only what has changed, so that `make release && sudo make install` compiles nothing as root.
install: $(released) ## Put the program where `git handoff` finds it: make install PREFIX=/usr/local
	install -d "$(bindir)"
	install -m 755 $(released) "$(bindir)/$(program)"
	$(strip) "$(bindir)/$(program)"

uninstall: ## Take the program away again
	rm -f "$(bindir)/$(program)"

lint: lint-shell ## Check the form of Swift and shell sources
	$(SWIFT) format lint --strict --parallel -r $(swift_sources)

lint-shell:
	@if command -v shellcheck >/dev/null 2>&1; then shellcheck -x $(shell_scripts); \
	else echo 'shellcheck is not installed: shell scripts are not checked'; fi

train: setup ## Learn the weights of the labels anew: make train DATA=path/to/labelled-sets [REPORT=1]
	$(SWIFT) run -c release handoff-train "$(DATA)" Training/examples.tsv Sources/CLabelWeights/weights.bin \
	  $(if $(REPORT),--report)

train-ground: setup ## Learn the weights of ground anew: make train-ground INSTANCES=… REPOSITORIES=… SCRATCH=…
	$(SWIFT) run -c release handoff-train-ground "$(INSTANCES)" "$(REPOSITORIES)" "$(SCRATCH)" \
	  Sources/CGroundWeights/weights.bin

format: ## Put Swift sources into the project's form
	$(SWIFT) format -i --parallel -r $(swift_sources)

bench: setup ## Measure start-up, hooks and check against an empty program (Benchmarks/run)
	@Benchmarks/run

clean: ## Remove what the builds made
	rm -rf .build Benchmarks/Baseline/.build
