# Duly's habits, one word each. `make` alone lists them.

SWIFT ?= swift
DULY := .build/release/duly
REPORT := Reports/latest/board/breach-report.html
# How long each fuzz target runs.
SECONDS ?= 60
# How many changes of one byte are judged, and folders of exports beside the samples.
CHANGES ?= 10000
EXPORTS ?=
# All Swift files but those that the package manager fetched.
SWIFT_FILES = find Package.swift Sources Tests $(wildcard Benchmarks Fuzz) \
	-name '.build*' -prune -o -name '*.swift' -print0

.PHONY: help setup setup-tests build report test lint format bench fuzz mutate keys sanitize \
	sample clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

# What building needs, and what the tests start beyond that.
setup:
	@Scripts/setup

setup-tests:
	@Scripts/setup tests

report: build ## build Duly, judge the sample authority and say which page to open
	@$(DULY) run --config SampleExports/duly.yaml
	@test -f $(REPORT) || { echo "no report was published: $(REPORT) is not there" >&2; exit 1; }
	@echo "Open $(REPORT)"

build: setup ## build .build/release/duly
	@$(SWIFT) build -c release --static-swift-stdlib --product duly

test: setup-tests ## build and run all tests
	$(SWIFT) test --disable-xctest

lint: ## look at the layout and the documentation of all Swift files
	@$(SWIFT_FILES) | xargs -0 $(SWIFT) format lint --strict --parallel

format: ## mend the layout of all Swift files
	@$(SWIFT_FILES) | xargs -0 $(SWIFT) format --in-place --parallel

bench: setup ## measure speed and memory beside xmllint and DuckDB, and what confinement costs
	Benchmarks/run

fuzz: setup ## feed the readers hostile input, SECONDS=60 for each
	Fuzz/run.sh $(SECONDS)

mutate: setup-tests
mutate: build ## change one byte of the samples at random, CHANGES=10000 times, and judge each
	python3 Tests/Corpus/mutate.py --duly $(DULY) --changes $(CHANGES) SampleExports $(EXPORTS)

keys: setup-tests ## compare the judge with the answer keys of 5,000 children, three seeds
	for seed in 1 2 3; do CHILDREN=5000 SEED=$$seed \
		$(SWIFT) test --disable-xctest --filter KeyTests || exit 1; done

# Optimised, with assertions: the suites take as long as without a sanitizer, and what is shipped is
# what is looked at.
SANITIZED := -c release -Xswiftc -enable-testing -Xswiftc -assert-config -Xswiftc Debug

sanitize: setup-tests ## run all tests under the address and the thread sanitizer
	LSAN_OPTIONS=suppressions=$(CURDIR)/Scripts/foundation-leaks.txt \
		$(SWIFT) test --disable-xctest $(SANITIZED) --sanitize address --scratch-path .build-asan
	TSAN_OPTIONS=halt_on_error=1 \
		$(SWIFT) test --disable-xctest $(SANITIZED) --sanitize thread --scratch-path .build-tsan

sample: build ## write the sample authority's exports anew
	@$(DULY) demo --children 300 --seed 1 --output SampleExports

clean: ## remove what was built; reports stay
	rm -rf .build .build-asan .build-tsan Benchmarks/.build Fuzz/.build
