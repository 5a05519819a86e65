# remitd: one word for each thing you do. `make setup` first; the others call it when it is needed.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test lint format golden bench fuzz clean

setup: .venv/dev.stamp  ## .venv with everything the tests need

demo: .venv/base.stamp  ## a morning's mail, answered, in a home of its own
	@$(BIN)/python examples/demo.py

test: setup  ## the tests, with the servers and the browser they use
	@sh tests/needs.sh
	@$(BIN)/pytest -q -n auto --dist loadfile

lint: setup  ## style, types, floors
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: setup
	@$(BIN)/ruff check --fix-only --exit-zero
	@$(BIN)/ruff format

golden: setup  ## accept the letters as they now are; read the diff
	@$(BIN)/pytest -q --golden-write
	@git status --short -- tests/golden

fuzz: setup  ## spoiled mails for SECONDS=900; what does not hold is written to fuzz-found/
	@$(BIN)/python -m tests.fuzz$(if $(GUIDED),.guided) --seconds $(or $(SECONDS),900) --seed $(or $(SEED),0)

bench: setup
	@$(BIN)/python -m bench

clean:  ## caches and .venv; never state/ or mail/
	@rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment is made again only when its lock or pyproject.toml has changed. The dev lock holds the base lock.
.venv/dev.stamp: requirements-dev.lock pyproject.toml
	@$(call install,requirements-dev.lock)
	@touch .venv/base.stamp $@

.venv/base.stamp: requirements.lock pyproject.toml
	@$(call install,requirements.lock)
	@touch $@

# Everything comes by hash from the lock, the build backend too: nothing unpinned is fetched.
define install
set -e; \
if command -v uv >/dev/null 2>&1; then \
  [ -x $(BIN)/python ] || uv venv -q --python '>=3.11' .venv; \
  uv pip install -q --python $(BIN)/python --require-hashes -r $(1); \
  uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .; \
else \
  command -v $(PYTHON) >/dev/null 2>&1 || { echo 'remitd needs Python 3.11 or later, and there is no $(PYTHON) here.' >&2; exit 1; }; \
  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
    { echo "remitd needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name a newer one: make PYTHON=python3.12 ..." >&2; exit 1; }; \
  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
    { echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; }; \
  $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv; \
  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1); \
  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .; \
fi
endef
