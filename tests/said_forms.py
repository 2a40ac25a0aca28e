"""Every form of a text that the sources say, found in their syntax."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1] / "src" / "malaparte"
MAKERS = {"said": 1, "counted": 2}
"""Function of `malaparte.said` -> how many forms it takes first."""


def forms() -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    """Yield where a text is said, its forms (one, or one and many), and the names that it gives."""
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        known = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "malaparte.said"
            for alias in node.names
        }
        known |= set(MAKERS) if path.name == "said.py" else set()
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name = node.func.id
            if name in MAKERS and name in known:
                words = [ast.literal_eval(one) for one in node.args[: MAKERS[name]]]
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield where, tuple(words), [str(one.arg) for one in node.keywords]
