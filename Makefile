# Two commands: make run, make test. Both start with make setup.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: setup run test check gate

setup: $(VENV)/.installed
	-@sh ingest/read/get_tessdata.sh $(VENV)/share/tessdata

# torch first and alone, so that nothing pulls its builds for graphics cards
$(VENV)/.installed: requirements.lock
	@echo "Đang cài các thư viện (lần đầu mất vài phút)…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "Cần Python 3.11; hãy cài rồi chạy lại với: make PYTHON=đường-dẫn-python3.11 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install torch==2.13.0
	$(PIP) install -r requirements.lock
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(PIP) install -r requirements-dev.lock
	@touch $@

run: setup
	@$(BIN)/python app.py

check: setup $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# two processes, a file at a time: the machine promised on has two cores
test: check
	$(BIN)/python -m pytest -n 2 --dist loadfile

# the answers to 354 questions held against evals/baseline.json: half a minute
gate: setup
	$(BIN)/python -m ingest
	$(BIN)/python -m evals gate
