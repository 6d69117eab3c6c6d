# `make` builds the site, `make test` checks everything, `make help` lists the rest.
# Paths are relative, so that a checkout in "My Documents" works; GNU make 3.81 is enough.

PYTHON ?= python3
PY := .venv/bin/python
FORMAT ?= text
SECONDS ?= 60

# The Python behind .venv may be gone after an upgrade: then everything is installed again.
$(shell [ -x $(PY) ] || rm -f .venv/*.stamp)

.PHONY: site test check offline pdf serve card validate fonts bench hostile faults mutants fuzz lint \
  format lock clean help

site: .venv/site.stamp ## build the site into site/
	@$(PY) build_dossier.py

test: .venv/dev.stamp lint ## every check and every test, in a browser too
	@bash tests/ensure_browser.sh $(PY)
	@$(PY) -m pytest

hostile: .venv/dev.stamp ## send hostile input through the build and a browser (minutes)
	@bash tests/ensure_browser.sh $(PY)
	@$(PY) -m tests.hostile

check: .venv/site.stamp ## check the seeds only, build nothing (FORMAT=json or github)
	@$(PY) build_dossier.py check --format $(FORMAT)

offline: .venv/site.stamp ## build the site for readers without a server: build/dossier-offline.zip
	@$(PY) build_dossier.py offline

serve: .venv/site.stamp ## show the site in the browser while you edit
	@$(PY) build_dossier.py serve

pdf: .venv/dev.stamp ## print the whole dossier into build/dossier.pdf
	@bash tests/ensure_browser.sh $(PY)
	@$(PY) build_dossier.py pdf

card: .venv/dev.stamp ## draw the picture that is shown beside links, seeds/card.png
	@bash tests/ensure_browser.sh $(PY)
	@$(PY) -m tools.card

bench: .venv/bench.stamp ## measure the search beside two others (minutes)
	@bash tests/ensure_browser.sh $(PY)
	@$(PY) bench/search_speed.py
	@$(PY) bench/search_speed.py --articles 10000 --only ours

faults: .venv/site.stamp ## kill builds, run them at once, repeat them elsewhere (half an hour)
	@$(PY) bench/kills.py
	@$(PY) bench/at_once.py
	@$(PY) bench/same_bytes.py

mutants: .venv/dev.stamp ## plant faults in copies of the code: does a test catch each? (minutes)
	@bash tests/ensure_browser.sh $(PY)
	@$(PY) -m tools.mutants

fuzz: .venv/dev.stamp ## throw mutated inputs at all that reads what others wrote (SECONDS=60 each)
	@$(PY) -m tools.fuzz --seconds $(SECONDS)

validate: .venv/site.stamp ## ask the Nu checker about every built page: VNU=/path/to/vnu.jar
	@$(PY) -m tools.validate

fonts: .venv/dev.stamp ## cut the fonts to what is read, after a change of tools/cut_fonts.py
	@$(PY) -m tools.cut_fonts

lint: .venv/dev.stamp ## style and types of the code
	@$(PY) -m ruff check --quiet
	@$(PY) -m ruff format --check --quiet
	@$(PY) -m mypy --no-error-summary

format: .venv/dev.stamp ## format the code and put right what can be put right
	@$(PY) -m ruff check --fix-only --quiet
	@$(PY) -m ruff format

lock: $(PY) ## pin the newest fitting libraries after a change of pyproject.toml
	@$(PY) -m venv build/uv
	@build/uv/bin/python -m pip install -qq --disable-pip-version-check -r requirements-lock.txt
	@build/uv/bin/uv lock --quiet --upgrade
	@$(call pin,requirements.txt,--no-dev)
	@$(call pin,requirements-dev.txt,)
	@$(call pin,requirements-bench.txt,--group bench)
	@$(call pin,requirements-lock.txt,--only-group lock)
	@rm uv.lock # it stores addresses; the lists with their hashes are enough
	@$(wheels)

clean: ## remove everything that was made, the libraries too
	@rm -rf .venv build site .site.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

# $(call pin,FILE,OPTION): the locked libraries for every platform, each with its hashes.
# Only wheels are installed: what comes as source runs code of its own while it is installed.
# Written beside and moved, so that a failure leaves the old list.
define pin
{ echo '# Made by `make lock` from pyproject.toml. Do not edit.' && \
echo '--require-hashes' && \
echo '--only-binary :all:' && \
build/uv/bin/uv export --quiet --no-header --format requirements-txt $(2); \
} > build/$(1) && mv build/$(1) $(1)
endef

# Every library comes as a wheel on every platform that is promised: of the longest list, none is
# installed, only looked for.
define wheels
for platform in x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu \
    x86_64-apple-darwin aarch64-apple-darwin x86_64-pc-windows-msvc; do \
  for version in 3.11 3.12 3.13 3.14; do \
    build/uv/bin/uv pip install --quiet --dry-run --target build/wheels \
      --python build/uv/bin/python --python-platform $$platform --python-version $$version \
      -r requirements-bench.txt || { echo "on $$platform, Python $$version" >&2; exit 1; }; \
  done; \
done
endef

# A stamp is as old as the last installation of its list. -qq: errors, and nothing else.
define install
@echo 'Installing $< into .venv (a minute, the first time) …'
@$(PY) -m pip install -qq --disable-pip-version-check -r $<
@touch $@
endef

.venv/site.stamp: requirements.txt | $(PY)
	$(install)

.venv/dev.stamp: requirements-dev.txt | $(PY)
	$(install)

.venv/bench.stamp: requirements-bench.txt | $(PY)
	$(install)

$(PY):
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Python 3.11 or newer is needed, and "$(PYTHON)" is not that. Install it:' >&2; \
	  echo '  Debian, Ubuntu:  sudo apt install python3 python3-venv' >&2; \
	  echo '  macOS:           brew install python' >&2; \
	  echo 'Or name another one: make PYTHON=python3.13' >&2; \
	  exit 1; }
	@'$(PYTHON)' -m venv --clear .venv || { \
	  rm -rf .venv; \
	  echo 'Python cannot make a virtual environment here. Install what is missing:' >&2; \
	  echo '  Debian, Ubuntu:  sudo apt install python3-venv' >&2; \
	  echo '  macOS:           brew install python' >&2; \
	  exit 1; }
