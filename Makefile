# Every target does one thing and says so; "make help" lists them.
GO     ?= go
FUZZ   ?= 30s
TARGET := ./cmd/kanyin

.DEFAULT_GOAL := help
.PHONY: help test check fuzz bench score fonts validators install

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test: ## run every test; a test whose tool is missing says SKIP and why
	$(GO) test ./...

check: ## gofmt, go vet, staticcheck, and the import table of ARCHITECTURE.md
	@test -z "$$(gofmt -l .)" || { echo "gofmt these:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test -run '^TestLayers$$' .

fuzz: ## fuzz every target for FUZZ (30s) each
	@grep -rlE '^func Fuzz' --include='*_test.go' . | while read -r file; do \
		for name in $$(grep -oE '^func Fuzz[A-Za-z0-9_]+' "$$file" | cut -d' ' -f2); do \
			$(GO) test "$$(dirname "$$file")" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZ) || exit 1; \
		done; \
	done

bench: ## measure; with KANYIN_CORPUS also on real issues
	$(GO) test ./... -run '^$$' -bench . -benchmem

score: ## score the reconstruction on the annotated issues of KANYIN_CORPUS
	@test -n "$(KANYIN_CORPUS)" || { echo "set KANYIN_CORPUS to the folder that holds eval/ and issues/"; exit 1; }
	$(KANYIN_CORPUS)/eval/run.sh

fonts: ## derive the five faces again from their pinned sources (npm, python3-fonttools)
	fonts/derive/run.sh

validators: ## install the checkers that the tests use
	tools/install.sh

install: ## install kanyin where "go install" puts programs
	$(GO) install $(TARGET)
