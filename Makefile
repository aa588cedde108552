# setup: development environment · test, lint, types, contracts, docs: what CI checks · ci: all of CI, in clean environments
# model: train the English model anew (half an hour on one core) · bench: start-up and recognition, against public tools
# fuzz: readers and recognisers, ten minutes each

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
TREEBANK ?= ../shared/treebank
WORK ?= build/model
MODEL := factcheck/language/model

.PHONY: setup test lint types contracts docs model bench fuzz ci

setup:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -e '.[dev]'

test:
	$(BIN)/pytest

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

docs:
	$(BIN)/mkdocs build --strict

model:
	@test -d "$(TREEBANK)" || { echo "no treebanks in $(TREEBANK): give their folder, make model TREEBANK=PATH (training/README.md says what is in it)" >&2; exit 2; }
	$(BIN)/pip install -r training/requirements.txt
	$(BIN)/python training/convert.py "$(TREEBANK)" $(WORK)/corpus
	OMP_NUM_THREADS=1 $(BIN)/python -m spacy train training/config.cfg --output $(WORK)/trained \
		--paths.train $(WORK)/corpus/train.spacy --paths.dev $(WORK)/corpus/dev.spacy
	$(BIN)/python training/package.py $(WORK)/trained/model-best $(WORK)/corpus/train.spacy $(MODEL)
	OMP_NUM_THREADS=1 $(BIN)/python training/evaluate.py $(MODEL) $(WORK)/corpus --card

bench:
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/mentions.py

fuzz:
	$(BIN)/pip install -e '.[fuzz]'
	$(BIN)/python tests/fuzz/fuzz.py

ci:
	bash .ci/run

.PHONY: goldens
goldens:
	FACTCHECK_UPDATE_GOLDENS=1 .venv/bin/pytest tests/test_goldens.py tests/test_readme.py tests/readers/test_samples.py tests/docs/test_tutorial.py
