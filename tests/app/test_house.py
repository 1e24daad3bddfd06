"""The rooms of the house know whom they may know."""

import ast
from pathlib import Path

APP = Path(__file__).parents[2] / "app"

MATHS_FREE = {
    "messages", "outbox", "audience", "view", "framing", "line", "wire", "door", "scheduler", "tempo", "metrics",
    "keep/saved", "keep/storage", "keep/database", "keep/schema", "keep/faults",
    "settings", "refusal", "origin", "headers",
}  # fmt: skip


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def modules():
    """Name and path of every module, of those in the rooms within too."""
    return [(path.relative_to(APP).with_suffix("").as_posix(), path) for path in APP.rglob("*.py")]


def test_what_carries_messages_knows_no_maths():
    for name in MATHS_FREE:
        assert not any(module.split(".")[0] in {"engine", "numpy"} for module in imports_of(APP / f"{name}.py")), name


def test_only_the_wiring_and_the_edges_know_the_web_framework():
    users = {name for name, path in modules() if any(m.split(".")[0] == "fastapi" for m in imports_of(path))}
    assert users == {
        "main", "routes", "assets", "door", "line", "wire", "share/pages", "share/sharing", "keep/shelf_routes",
        "export/export_routes", "export/alone_routes", "studies/routes",
    }  # fmt: skip


def test_nothing_imports_the_wiring_but_the_command():
    users = {name for name, path in modules() if "app.main" in set(imports_of(path))}
    assert users == {"__main__"}
