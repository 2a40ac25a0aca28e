"""The causal graph of the road, drawn from the code of its rules.

python -m malaparte.report.graph > docs/reference/road.md
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from malaparte.kernel import road as package
from malaparte.scenario.road import Coupling

RULES = (
    "shocks",
    "rumour",
    "grain",
    "towns",
    "incidents",
    "hoarding",
    "queue",
    "mood",
    "plot",
    "secrecy",
    "arrest",
    "hand_over",
)
"""Rules in the order of the day."""

_BITS = [
    "SHOCK",
    "PURCHASE",
    "SHOPS",
    "SALES",
    "SUPPLY",
    "MOOD",
    "RECRUITS",
    "REPORTS",
    "DECISION",
    "NODES",
    "SIGNAL",
    "CROWD_LINK",
]
_PRIVATE = re.compile(r"KEEP_|ALL_|SUM_|LOG_|QUOTE_|STRAIN|.*_FIRINGS|.*_LEFT")
"""Fields that carry nothing between rules: constants, sums for the balance, clocks."""
_HEAD = """\
# The road: who acts on whom

<!-- Written by `python -m malaparte.report.graph`; edit the rules, not this page. -->

Every box is a rule, a file of `malaparte.kernel.road`.
An arrow from one rule to another means that the second reads what the first has written;
a dotted arrow means that it asks the first for a number that is worked out on the spot.
Clocks, constants and sums that only the balances read are left out.
"""


@dataclass(frozen=True)
class Rule:
    """What one file writes, reads, asks others for, and which couplings it can cut."""

    name: str
    writes: frozenset[str]
    reads: frozenset[str]
    asks: frozenset[tuple[str, str]]
    cuts: frozenset[str]


def _folder() -> Path:
    return Path(str(package.__file__)).parent


def units() -> dict[str, str]:
    """Return the state fields of the road that rules share, and what their comments say."""
    found: dict[str, str] = {}
    for line in (_folder() / "fields.py").read_text("utf-8").splitlines():
        match = re.match(r"([A-Z_]+) = _(?:int|float)\(.*?\)(?:  # (.*))?$", line)
        if match and not _PRIVATE.match(match[1]):
            found[match[1]] = match[2] or ""
    return found


def rules() -> list[Rule]:
    """Read all rules, in the order of the day."""
    known = set(units())
    found: list[Rule] = []
    for name in RULES:
        tree = ast.parse((_folder() / f"{name}.py").read_text("utf-8"))
        writes: set[str] = set()
        reads: set[str] = set()
        cuts: set[str] = set()
        asks = {(module, one) for module, one in _imports(tree) if module in RULES}
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript):
                fields = {each.id for each in ast.walk(node.slice) if isinstance(each, ast.Name)}
                into = isinstance(node.ctx, ast.Store)
                outer = isinstance(node.value, ast.Name) and node.value.id in ("ints", "floats")
                if outer:
                    (writes if into else reads).update(fields & known)
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
                names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
                cuts |= names & set(_BITS)
        found.append(
            Rule(name, frozenset(writes), frozenset(reads), frozenset(asks), frozenset(cuts))
        )
    return found


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.module.rpartition(".")[2], alias.name


def page() -> str:
    """Return the page of the documentation."""
    read, said = rules(), units()
    lines = [_HEAD, "```mermaid", "graph LR"]
    for one in read:
        for other in read:
            shared = sorted(one.writes & other.reads)
            if one is not other and shared:
                words = ", ".join(field.lower() for field in shared)
                lines.append(f'  {one.name} -- "{words}" --> {other.name}')
    for one in read:
        for module in sorted({module for module, _ in one.asks}):
            words = ", ".join(sorted(name for where, name in one.asks if where == module))
            lines.append(f'  {module} -. "{words}" .-> {one.name}')
    lines += ["```", "", "## Couplings", ""]
    lines += ["| # | coupling | switch | cut in |", "|---|---|---|---|"]
    couplings: tuple[str, ...] = get_args(Coupling)
    for number, (name, bit) in enumerate(zip(couplings, _BITS, strict=True), 1):
        where = ", ".join(f"`{one.name}.py`" for one in read if bit in one.cuts)
        lines.append(f"| {number} | {name} | `{bit}` | {where or 'belongs to the day'} |")
    lines += ["", "## What rules share", ""]
    lines += ["| field | meaning | written by | read by |", "|---|---|---|---|"]
    for field, meaning in said.items():
        writers = ", ".join(one.name for one in read if field in one.writes)
        readers = ", ".join(one.name for one in read if field in one.reads)
        if writers or readers:
            lines.append(f"| {field.lower()} | {meaning} | {writers} | {readers} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
