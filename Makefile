# `make help` lists the targets. The work is done by SwiftPM and the scripts beside this file.

PREFIX  ?= /usr/local
DESTDIR ?=
SWIFT   ?= swift

bindir   := $(DESTDIR)$(PREFIX)/bin
program  := git-handoff
released := .build/release/$(program)
share    := $(DESTDIR)$(PREFIX)/share
extras   := .build/extras
packages := .build/packages

# The Swift runtime can be linked in on Linux only; on macOS it is part of the system.
static := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
# macOS's strip keeps the symbols that the loader needs only when told so.
strip  := $(if $(filter Darwin,$(shell uname -s)),strip -x,strip)
swift_sources := Sources Tests Fuzz Training Benchmarks/Baseline/Sources Benchmarks/Baseline/Package.swift Package.swift
shell_scripts := .ci/run Tests/MCP/run scripts/setup scripts/test scripts/extras scripts/deb scripts/demo/run scripts/demo/stage.sh \
	$(wildcard hooks/*-* hooks/update scripts/demo/product/bin/* scripts/demo/product/src/*.sh scripts/demo/product/tests/*)

.DEFAULT_GOAL := help
.PHONY: help setup build release deb tarball test test-mcp test-browser demo install uninstall lint lint-shell format bench train train-ground train-review clean

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
	SWIFT="$(SWIFT)" scripts/test

# Programs of others that judge the server: PyPI's mcp, of both generations, and jsonschema.
mcp_python := .build/mcp-python
test-mcp: build ## Hold the MCP server against the official schemas and Python clients (needs PyPI)
	@Tests/MCP/run "$$($(SWIFT) build --show-bin-path)/$(program)" $(mcp_python)

test-browser: build ## Try the pages of site and serve in Chromium (needs chromium and chromedriver): make test-browser [PICTURES=dir]
	python3 Tests/Browser/test_site.py "$$($(SWIFT) build --show-bin-path)/$(program)" $(PICTURES)

demo: build ## Play one story through the whole loop, in a scratch clone
	@scripts/demo/run "$$($(SWIFT) build --show-bin-path)/$(program)"

# Builds only what has changed, so that `make release && sudo make install` compiles nothing as root.
install: $(released) $(extras) ## Put the program where `git handoff` finds it: make install PREFIX=/usr/local
	install -d "$(bindir)"
	install -m 755 $(released) "$(bindir)/$(program)"
	$(strip) "$(bindir)/$(program)"
	install -d "$(share)/man/man1" "$(share)/bash-completion/completions" "$(share)/zsh/site-functions" \
	  "$(share)/fish/vendor_completions.d"
	install -m 644 $(extras)/man/*.1 "$(share)/man/man1"
	install -m 644 $(extras)/bash/$(program) "$(share)/bash-completion/completions/$(program)"
	install -m 644 $(extras)/zsh/_$(program) "$(share)/zsh/site-functions/_$(program)"
	install -m 644 $(extras)/fish/$(program).fish "$(share)/fish/vendor_completions.d/$(program).fish"

# Completions and manual pages are what the program says of itself.
$(extras): $(released) scripts/extras scripts/manual $(wildcard scripts/completions/*)
	rm -rf $@
	scripts/extras $(released) $@

deb: $(released) $(extras) ## Build a Debian package in .build/packages
	scripts/deb $(released) $(extras) $(packages)

tarball: $(released) $(extras) ## Pack program, pages and completions, to be unpacked anywhere
	rm -rf .build/tree
	$(MAKE) install PREFIX=/ DESTDIR="$(CURDIR)/.build/tree"
	mkdir -p $(packages)
	tar -C .build/tree -czf "$(packages)/$(program)-$$($(released) --version | sed 's/.* //')-$$(uname -s)-$$(uname -m).tar.gz" .

uninstall: ## Take the program away again
	rm -f "$(bindir)/$(program)" "$(share)"/man/man1/$(program).1 "$(share)"/man/man1/$(program)-*.1
	rm -f "$(share)/bash-completion/completions/$(program)" "$(share)/zsh/site-functions/_$(program)"
	rm -f "$(share)/fish/vendor_completions.d/$(program).fish"

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

train-review: setup ## Learn anew what the words of a plan change come to
	$(SWIFT) run -c release handoff-train-review Tests/ReviewTests/Pairs Training/Reviewing Sources/CReviewWeights

format: ## Put Swift sources into the project's form
	$(SWIFT) format -i --parallel -r $(swift_sources)

# What people would pick instead comes from PyPI; what cannot be had is missing in the table.
peers := .build/peers
# What was measured earlier on the same day is kept.
ifndef KEEP
KEEP := $(shell day=docs/benchmarks/$$(date +%Y-%m-%d); file=$$day.md; \
	for letter in b c d e f g h; do [ -e $$file ] || break; file=$$day-$$letter.md; done; echo $$file)
endif
bench: $(released) $(peers) ## Measure start-up, hooks and check, and beside other tools: make bench [STORIES=10000] [KEEP=file]
	@mkdir -p "$(dir $(KEEP))"
	@Benchmarks/run --program $(released) $(if $(STORIES),--stories $(STORIES)) --keep "$(KEEP).new"
	@Benchmarks/peers --program $(released) --peers $(peers)/bin $(if $(STORIES),--stories $(STORIES)) --keep "$(KEEP).new"
	@mv "$(KEEP).new" "$(KEEP)"
	@echo "kept as $(KEEP)"

$(peers):
	python3 -m venv $@
	for peer in gitlint-core lefthook pre-commit doorstop sphinx-needs strictdoc; do \
	  $@/bin/pip install --quiet --disable-pip-version-check $$peer || echo "$$peer cannot be had" >&2; done

clean: ## Remove what the builds made
	rm -rf .build Benchmarks/Baseline/.build
