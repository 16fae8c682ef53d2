# Every target does one thing and says so; "make help" lists them.
GO     ?= go
FUZZ   ?= 30s
VERSION ?= 0.1.0
TARGET := ./cmd/kanyin

# What starts goroutines or shares something between them, and the tests that make it do so;
# readers and editions run inside them. The detector makes everything some ten times as slow,
# so the whole suite is not for it.
RACED  := ./builder/desk ./builder/library ./builder/library/serve ./builder/press ./cmd/kanyin ./issues/reconstruct/order
RACES  := Shared|AtOnce|TwoEditors|SharesGive|OnlyWhatChanged|ALibraryIsVerified|InRanges|ARunIsTold|TestScripts/^(build|library|verify)$$|TestOrder

.DEFAULT_GOAL := help
.PHONY: help demo test race same check messages golden fuzz vulnerable bench scale score fonts pictures weights validators install release

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## publish the embedded sample issue into ./dist
	$(GO) run $(TARGET) demo

test: ## run every test; a test whose tool is missing says SKIP and why
	$(GO) test ./...

race: ## run what works in several goroutines under the race detector; needs a C compiler
	@command -v $${CC:-gcc} >/dev/null || { echo "SKIP: no C compiler, so the race detector is not run" >&2; [ "$$KANYIN_VALIDATORS" != require ]; exit; }; \
	CGO_ENABLED=1 $(GO) test -race -short -run '$(RACES)' $(RACED)

same: ## publish the sample with the program built for 386 and arm64, and compare the bytes
	tools/same-bytes.sh

check: ## gofmt, go vet, staticcheck, the import table of ARCHITECTURE.md, and that every message is in both languages
	@test -z "$$(gofmt -l .)" || { echo "gofmt these:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test -run '^TestLayers$$' .
	$(GO) test -run 'BothLanguages' ./issues/say/gather

messages: ## bring the catalogue of translations up to date with the source; translate what it adds
	$(GO) run ./issues/say/gather

golden: ## rewrite the golden files; read the diff before you commit it
	@for dir in $$(grep -rl 'flag.Bool("update"' --include='*_test.go' . | xargs -n 1 dirname | sort -u); do \
		$(GO) test $$dir -update || exit 1; \
	done

fuzz: ## fuzz every target for FUZZ (30s) each
	@grep -rlE '^func Fuzz' --include='*_test.go' . | while read -r file; do \
		for name in $$(grep -oE '^func Fuzz[A-Za-z0-9_]+' "$$file" | cut -d' ' -f2); do \
			$(GO) test "$$(dirname "$$file")" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZ) || exit 1; \
		done; \
	done

vulnerable: ## ask Go's database whether what we call has a known hole; needs vuln.go.dev
	$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.1.4 ./...

bench: ## measure; with KANYIN_CORPUS also on real issues
	$(GO) test ./... -run '^$$' -bench . -benchmem

scale: ## publish 500 made-up issues through first run, change, kills, a full disk, shares; some gigabytes, half an hour
	KANYIN_SCALE=500 $(GO) test ./builder/library -run WhatHappens -v -timeout 3h

score: ## score the reconstruction on the annotated issues of KANYIN_CORPUS
	@test -n "$(KANYIN_CORPUS)" || { echo "set KANYIN_CORPUS to the folder that holds eval/ and issues/"; exit 1; }
	$(KANYIN_CORPUS)/eval/run.sh

fonts: ## derive the seven faces again from their pinned sources (npm, python3-fonttools)
	fonts/derive/run.sh

weights: ## fit the reader's weights again, from the project's magazines and those in KANYIN_HOUSES
	$(GO) run ./issues/reconstruct/learn -sort text -o issues/reconstruct/label/text.weights.gz $(KANYIN_HOUSES)
	$(GO) run ./issues/reconstruct/learn -sort page -o issues/reconstruct/label/page.weights.gz $(KANYIN_HOUSES)
	@test -z "$(KANYIN_HOUSES)" || $(GO) run ./issues/reconstruct/learn -sort order -rounds 2 -o issues/reconstruct/order/order.weights $(KANYIN_HOUSES)

pictures: ## render the README's pictures from the sample (poppler-utils, chromium)
	docs/pictures.sh

validators: ## install the checkers that the tests use
	tools/install.sh

install: ## install kanyin where "go install" puts programs
	$(GO) install $(TARGET)

release: ## build the program for six machines, with SBOM and checksums, into dist/release
	tools/release.sh $(VERSION)
