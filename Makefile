# Everything that can be done here, one line each: make help
# Works on a machine that has only Python 3.11 or newer and make; the rest is fetched where it is missing.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check endurance pictures locale lock installer clean setup

# A test that starts the program a hundred times must not compile it a hundred times.
unexport PYTHONDONTWRITEBYTECODE

python := .venv/bin/python
template := resources/locale/gezinsplan.pot
extract := $(python) -m babel.messages.frontend -q extract --no-default-keywords -k _ -k N_ -k ngettext:1,2 \
	--no-location --sort-output --project=gezinsplan --header-comment="\# The texts of Gezinsplan, to translate."
walk := QT_QPA_PLATFORM=offscreen $(python) tests/walk.py

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: .venv/run ## start the program on the demo caseload; without a screen: leave pictures in build/demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(python) -m gezinsplan --demo build/demo; else \
		$(walk) build/demo && echo "There is no screen here. The pictures and the printed plan are in build/demo."; fi

test: .venv/test ## run all tests, with the coverage that is asked for
	$(python) -m pytest -n 2 --cov --cov-report=
	$(python) -m coverage report --include='gezinsplan/domain/*' --fail-under=100
	$(python) -m coverage report --include='gezinsplan/storage/*' --fail-under=95
	$(python) -m coverage report --include='gezinsplan/services/*' --fail-under=95

check: .venv/ready ## formatting, lint, types, layers, sizes and the list of texts to translate
	$(python) -m ruff format --check
	$(python) -m ruff check
	$(python) -m mypy
	.venv/bin/lint-imports --no-cache --no-logo
	$(python) tests/check_sizes.py
	@mkdir -p build && $(extract) -o build/gezinsplan.pot gezinsplan
	@sed '/^"POT-Creation-Date/d' $(template) > build/template.pot
	@sed '/^"POT-Creation-Date/d' build/gezinsplan.pot | cmp -s - build/template.pot || \
		{ echo "$(template) is behind the texts in the program: make locale" >&2; exit 1; }

endurance: .venv/test ## hours of harm: 300 kills, 200 power cuts, 2000 damaged vaults
	PYTHONPATH=. $(python) tests/endurance/run.py

pictures: .venv/run ## draw every screen and the printed plan in build/pictures, and those of the README
	$(walk) build/pictures --docs docs/pictures

locale: .venv/ready ## write the list of texts to translate
	@mkdir -p $(dir $(template))
	$(extract) -o $(template) gezinsplan

lock: .venv/ready ## choose the newest allowed version of every package and write requirements.lock
	@mkdir -p build
	$(python) -m uv pip compile pyproject.toml --group dev --no-config --universal --python-version 3.11 \
		--upgrade --generate-hashes --no-annotate --no-header --quiet -o build/requirements.lock
	@{ echo '# Every package with its hash, for Python 3.11 to 3.14 on Linux, Windows and macOS. Made by "make lock".'; \
		cat build/requirements.lock; } > requirements.lock

built := dist/gezinsplan/gezinsplan
tried := build/installed

installer: .venv/installer ## build the program as one folder in dist/gezinsplan, and try it
	$(python) -m PyInstaller --noconfirm --log-level ERROR --workpath build/installer build_installer.spec
	@rm -rf $(tried) && mkdir -p $(tried) && echo "een zin om de installatie te proberen" > $(tried)/passphrase
	$(built) demo --vault $(tried)/vault --passphrase-file $(tried)/passphrase
	$(built) vault verify --vault $(tried)/vault --passphrase-file $(tried)/passphrase
	$(built) vault backup --vault $(tried)/vault --passphrase-file $(tried)/passphrase
	$(built) org-key create --out $(tried)/key.json --public $(tried)/public.json --passphrase-file $(tried)/passphrase
	$(built) org-key split --key $(tried)/key.json --passphrase-file $(tried)/passphrase >/dev/null
	$(built) vault add-slot --gemeente $(tried)/public.json --vault $(tried)/vault --passphrase-file $(tried)/passphrase
	$(built) print G-2025-014 --vault $(tried)/vault --passphrase-file $(tried)/passphrase --out $(tried)/plan.pdf

clean: ## remove everything that was made here
	rm -rf .venv build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find gezinsplan migrations tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

setup: .venv/test ## get everything ready to work: packages, libraries, test tools

# 3.13 first: 3.14 is good too, but fewer systems have its venv module.
$(python):
	@for candidate in $$PYTHON python3.13 python3.12 python3.11 python3 python3.14; do \
		"$$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && \
			found=$$candidate && break; done; \
	[ -n "$$found" ] || { echo "Python 3.11 to 3.14 is needed and not found." >&2; exit 1; }; \
	"$$found" -c 'import ensurepip, venv' 2>/dev/null || ./system_packages.sh venv \
		"$$("$$found" -c 'import sys; print("python3.%d-venv" % sys.version_info.minor)')" || exit 1; \
	echo "Setting up .venv with $$found"; "$$found" -m venv .venv

# Compiling ahead only makes the first start quicker, so its outcome does not matter.
.venv/ready: $(python) requirements.lock pyproject.toml
	@$(python) -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements.lock
	@$(python) -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@$(python) -m compileall -qq -j 0 .venv/lib gezinsplan migrations 2>/dev/null || true
	@touch $@

.venv/run: .venv/ready system_packages.sh
	@./system_packages.sh run
	@touch $@

.venv/test: .venv/ready system_packages.sh
	@./system_packages.sh test
	@touch $@

# A Python of the system itself keeps the library that goes into the folder in a package of its own.
.venv/installer: .venv/ready system_packages.sh
	@./system_packages.sh installer $$($(python) -c \
		'import sys; print("libpython3.%d" % sys.version_info.minor if sys.base_prefix == "/usr" else "")')
	@touch $@
