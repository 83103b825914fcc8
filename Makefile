# `make demo` and `make test` set everything up from nothing, into .venv; a second run installs nothing again.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
# The outer pip installs into .venv, so that a Python without ensurepip (Debian's, bare) will do.
PIP    := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check
SOURCES := pyproject.toml README.md LICENSE

.PHONY: demo test check bench soak browser lock clean

demo: $(VENV)/installed
	$(BIN)/comity demo

test: $(VENV)/installed-dev
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

bench: $(VENV)/installed
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/record.py
	$(BIN)/python bench/archive.py events
	$(BIN)/python bench/archive.py workers
	$(BIN)/python bench/archive.py series
	$(BIN)/python bench/queue_simulation.py

# What takes too long for every change: readings killed 200 times in a file and 200 times in a database.
soak: $(VENV)/installed-dev
	KILLS=200 $(BIN)/python -m pytest -s tests/record/test_reading.py -k killed
	KILLS=200 $(BIN)/python -m pytest -s tests/archive/test_filling.py -k killed
	SOAK=true $(BIN)/python -m pytest -s -rs tests/archive/test_on_spark.py
	PYTHONPATH=src:tests $(BIN)/python -m sources.fuzzing 300

# The browser of the tests, where there is none: Debian's chromium.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { as_root=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); export DEBIAN_FRONTEND=noninteractive; \
	    $$as_root apt-get update --quiet && $$as_root apt-get install --quiet --yes --no-install-recommends chromium; }

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "comity needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …"; exit 1; }
	$(PYTHON) -m venv --without-pip $(VENV)
	@touch $@

$(VENV)/locked: requirements.lock | $(VENV)/made
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

$(VENV)/locked-dev: requirements-dev.lock $(VENV)/locked
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

# Editable, with the locked hatchling: nothing is fetched outside the lock.
$(VENV)/installed: $(VENV)/locked $(SOURCES)
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/locked-dev $(VENV)/installed
	@touch $@

# Writes the locks anew: hashes of every platform's files, and neither an address nor a path.
COMPILE := PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= pip-compile --quiet --allow-unsafe --strip-extras --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra build
lock:
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --extra plots --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
