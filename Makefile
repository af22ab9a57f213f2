# Kör "make" för att se vad som finns. Allt körs i .venv, som skapas vid behov.

PYTHON ?= python3
PY = .venv/bin/python
PIP = $(PY) -m pip --quiet --disable-pip-version-check --no-input

# Inga kvarlämnade inställningar från ett annat projekt eller en aktiv venv ska märkas här.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PYTHONSAFEPATH PYTHONSTARTUP PYTHONOPTIMIZE PYTHONWARNINGS
# Utan sparad bytekod tar varje kommando en halv sekund längre att starta.
unexport PYTHONDONTWRITEBYTECODE
unexport PIP_CONSTRAINT PIP_NO_DEPS PIP_PREFIX PIP_REQUIREMENT PIP_REQUIRE_HASHES PIP_ROOT PIP_TARGET PIP_USER
export PYTHONUTF8 = 1
# Material skriver annars en annons om MkDocs 2 vid varje bygge.
export NO_MKDOCS_2_WARNING = 1

MAKEFLAGS += --no-builtin-rules --no-print-directory
.NOTPARALLEL:
.PHONY: help serve build publish test check bench zensical lock pictures clean FORCE

help: ## Visa den här listan
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

serve: .venv/.installed ## Visa webbplatsen lokalt medan du skriver
	@$(PY) -m roadmap serve

build: .venv/.installed ## Bygg webbplatsen i site/
	@$(PY) -m roadmap build

publish: .venv/.installed ## Bygg webbplatsen med filerna att ladda ned
	@$(PY) -m roadmap publish

test: check ## Kör alla kontroller och tester
	@$(PY) -m tools.browser
	@$(PY) -m tools.servers
	@$(PY) -m tools.checker
	@$(PY) -m tools.node
	@$(PY) -m tools.ocr
	@$(PY) -m tools.office
	@$(PY) -m pytest -n auto --dist worksteal

check: .venv/.installed ## Kontrollera kod och data (snabbt)
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(PY) -m roadmap validate

bench: .venv/.installed ## Mät allt bredvid andra program (tar flera minuter)
	@$(PY) -m tools.browser
	@$(PY) -m tools.servers
	@$(PY) -m bench

zensical: .venv/.installed ## Bygg samma webbplats med Zensical, i .cache/zensical/site/
	@$(PY) -m roadmap stage .cache/zensical
	@cd .cache/zensical && ../../.venv/bin/zensical build --clean --strict

lock: .venv/.locked ## Lås om beroendena (UPGRADE=1 tar även nya versioner)
	@$(PY) -m uv --no-config --system-certs pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra dev --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade) --output-file requirements.lock pyproject.toml

pictures: .venv/.installed ## Ta bilderna i README och CONTRIBUTING på nytt
	@$(PY) -m tools.pictures

clean: ## Ta bort allt som skapats, även .venv
	@rm -rf .venv site site.* build dist *.egg-info .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache test-results
	@find . -name .git -prune -o -name __pycache__ -prune -exec rm -rf {} +

# Stämplarna skrivs sist, så ett avbrutet försök börjar om från början.
# En .venv som inte längre fungerar (t.ex. när datorns Python bytts ut) görs om.
VENV_BROKEN = $(shell $(PY) -Ic 'import mkdocs' 2>/dev/null || echo FORCE)

.venv/.locked: requirements.lock $(VENV_BROKEN)
	@"$(PYTHON)" -c '' 2>/dev/null || { echo 'Python saknas ($(PYTHON)). Installera Python 3.11 eller nyare: sudo apt-get install python3 python3-venv' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python är för gammal: $(PYTHON) måste vara 3.11 eller nyare. Ange en annan så här: make PYTHON=python3.12 …' >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo 'Pythons venv saknas. Installera: sudo apt-get install python3-venv' >&2; exit 1; }
	@echo 'Installerar i .venv – första gången tar det någon minut …'
	@rm -rf .venv
	@"$(PYTHON)" -m venv .venv
	@$(PIP) install --no-user --require-hashes -r requirements.lock || { echo 'Installationen misslyckades, se felet ovan. Kontrollera nätet och försök igen.' >&2; exit 1; }
	@touch $@

.venv/.installed: .venv/.locked pyproject.toml
	@$(PIP) install --no-user --no-deps --no-build-isolation -e .
	@$(PIP) check || { echo 'requirements.lock stämmer inte med pyproject.toml. Kör: make lock' >&2; exit 1; }
	@touch $@
