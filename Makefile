# Kör "make" för att se vad som finns. Allt körs i .venv, som skapas vid behov.

PYTHON ?= python3
PY = .venv/bin/python
# Versionen i git som "make content" jämför adresserna med, porten för "make serve", och mappen att
# bygga i, om den inte ska vara den som mkdocs.yml anger.
BASE ?=
PORT ?=
SITE_DIR ?=
IN_SITE_DIR = $(if $(SITE_DIR),--site-dir '$(SITE_DIR)')

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
.PHONY: help serve build publish content test test-long check bench zensical lock pictures clean FORCE

help: ## Visa den här listan
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

serve: .venv/.site ## Visa webbplatsen lokalt medan du skriver (PORT=8010 för en annan port)
	@$(PY) -m roadmap serve $(if $(PORT),--port $(PORT))

build: .venv/.site ## Bygg webbplatsen (SITE_DIR=mappen att bygga i)
	@$(PY) -m roadmap build $(IN_SITE_DIR)

publish: .venv/.site ## Bygg webbplatsen med filerna att ladda ned
	@$(PY) -m roadmap publish $(IN_SITE_DIR)

content: .venv/.site ## Pröva innehållet: data, ord, sidor, länkar, adresser (BASE=version att jämföra med)
	@status=0; $(PY) -m roadmap validate || status=1; \
	$(PY) -m roadmap diff $(BASE) --addresses || status=1; \
	test $$status = 0 && $(PY) -m roadmap publish --quiet $(IN_SITE_DIR)

test: check ## Kör alla kontroller och tester
	@$(PY) -m tools.browser
	@$(PY) -m tools.servers
	@$(PY) -m tools.checker
	@$(PY) -m tools.node
	@$(PY) -m tools.ocr
	@$(PY) -m tools.office
	@$(PY) -m tools.firefox
	@$(PY) -m pytest -n auto --dist worksteal

test-long: .venv/.rest ## Pröva lagarna om ord på långt fler dokument (LONG=antal, SEED=frö)
	@LONG=$(or $(LONG),50000) $(PY) -m pytest -n auto --dist worksteal -m words $(if $(SEED),--hypothesis-seed=$(SEED))

check: .venv/.rest ## Kontrollera kod och data (snabbt)
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@.venv/bin/lint-imports --no-logo >/dev/null || .venv/bin/lint-imports --no-logo
	@test -d .mypy_cache || echo 'Typerna kontrolleras för första gången här, och det tar längre tid än sedan …'
	@$(PY) -m mypy
	@$(PY) -m roadmap validate

bench: .venv/.rest ## Mät allt bredvid andra program (tar flera minuter)
	@$(PY) -m tools.browser
	@$(PY) -m tools.servers
	@$(PY) -m bench

zensical: .venv/.rest ## Bygg samma webbplats med Zensical, i .cache/zensical/site/
	@$(PY) -m roadmap stage .cache/zensical
	@cd .cache/zensical && ../../.venv/bin/zensical build --clean --strict

lock: .venv/.tools ## Lås om beroendena (UPGRADE=1 tar även nya versioner)
	@$(PY) -m tools.lock $(if $(UPGRADE),--upgrade)

pictures: .venv/.rest ## Ta bilderna i README och CONTRIBUTING på nytt
	@$(PY) -m tools.pictures

clean: ## Ta bort allt som skapats, även .venv
	@rm -rf .venv site site.* build dist *.egg-info .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache test-results
	@find . -name .git -prune -o -name __pycache__ -prune -exec rm -rf {} +

# Stämplarna skrivs sist, så ett avbrutet försök börjar om från början.
# En .venv som inte längre fungerar (t.ex. när datorns Python bytts ut) görs om.
VENV_BROKEN = $(shell $(PY) -Ic 'import mkdocs' 2>/dev/null || echo FORCE)

.venv/.locked: requirements.txt $(VENV_BROKEN)
	@"$(PYTHON)" -c '' 2>/dev/null || { echo 'Python saknas ($(PYTHON)). Installera Python 3.11 eller nyare: sudo apt-get install python3 python3-venv' >&2; exit 1; }
	@"$(PYTHON)" tools/install.py site
	@touch $@

.venv/.site: .venv/.locked pyproject.toml
	@"$(PYTHON)" tools/install.py project
	@touch $@

.venv/.tools: .venv/.locked requirements-dev.txt
	@"$(PYTHON)" tools/install.py rest
	@touch $@

.venv/.rest: .venv/.site .venv/.tools
	@"$(PYTHON)" tools/install.py check
	@touch $@
