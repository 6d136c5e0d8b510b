.DEFAULT_GOAL := help
.PHONY: help demo test
PYTHON ?= python3
VENV := .venv

help: ## この一覧を見る
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/'

demo: $(VENV)/.demo ## 見本の講座で試す。ARGS=--once なら端末で答えて終わる
	$(VENV)/bin/manabi demo $(ARGS)

test: $(VENV)/.test ## すべての検査とテストを動かす
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest --numprocesses=auto --dist=loadfile $(ARGS)

# What each command needs is installed once, and again when pyproject.toml changes.
$(VENV)/.demo: EXTRAS := rebuild,simulator
$(VENV)/.test: EXTRAS := rebuild,simulator,postgres,menu,dev
$(VENV)/.demo $(VENV)/.test: pyproject.toml | $(VENV)
	$(VENV)/bin/pip install --disable-pip-version-check --editable '.[$(EXTRAS)]'
	@touch $@

$(VENV):
	$(PYTHON) -m venv $(VENV)
