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
    "targets",
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

_BITS = {
    "SHOCK": "share of the people, for tension 1",
    "PURCHASE": "factor of purchases, for a share of the people",
    "SHOPS": "days of use, hours of queue",
    "SALES": "share of the harvest a year, from factors and a share of the people",
    "SUPPLY": "million poods a day",
    "MOOD": "share of trust, from hours and a share of the ration",
    "RECRUITS": "recruits a day and member, for a share without trust; share of the public",
    "REPORTS": "factor of the odds, for a report or a day of silence; members known",
    "DECISION": "probability times loss against cost, both weights",
    "NODES": "men, shares, factors; the hour and places, known or not",
    "SIGNAL": "share of the places, by weight",
    "CROWD_LINK": "share of the public",
}
"""Switches of the couplings in order, and in what each speaks."""
_PRIVATE = re.compile(r"KEEP_|ALL_|SUM_|LOG_|QUOTE_|STRAIN|.*_FIRINGS|.*_LEFT")
"""Fields that carry nothing between rules: constants, sums for the balance, clocks."""
_HEAD = """\
# The road: who acts on whom

<!-- Written by `python -m malaparte.report.graph`; edit the rules, not this page. -->

Every box is a rule, a file of `malaparte.kernel.road`.
An arrow from one rule to another means that the second reads what the first has written, itself or
by calling another rule that writes for it: a rehearsal that is caught is a report to the state;
a dotted arrow means that the second asks the first for a number that is worked out on the spot.
Clocks, constants and sums that only the balances read are left out.
"""


@dataclass(frozen=True)
class Rule:
    """What one file writes, reads, asks others for, and which couplings it can cut.

    writes: with what functions of other rules write that it calls.  asks: functions of other rules
    that write nothing, with their rule.
    """

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
    trees = {name: ast.parse((_folder() / f"{name}.py").read_text("utf-8")) for name in RULES}
    found: list[Rule] = []
    for name, tree in trees.items():
        writes, reads = _touched(tree, known)
        asks: set[tuple[str, str]] = set()
        cuts: set[str] = set()
        for module, one in _imports(tree):
            if module not in trees:
                continue
            through = _written_by(trees[module], one, known)
            writes |= through
            if not through:
                asks.add((module, one))
        for node in ast.walk(tree):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
                names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
                cuts |= names & set(_BITS)
        found.append(
            Rule(name, frozenset(writes), frozenset(reads), frozenset(asks), frozenset(cuts))
        )
    return found


def _touched(tree: ast.AST, known: set[str]) -> tuple[set[str], set[str]]:
    """Return the fields that a piece of code writes, and those that it reads."""
    writes: set[str] = set()
    reads: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            fields = {each.id for each in ast.walk(node.slice) if isinstance(each, ast.Name)}
            outer = isinstance(node.value, ast.Name) and node.value.id in ("ints", "floats")
            if outer:
                (writes if isinstance(node.ctx, ast.Store) else reads).update(fields & known)
    return writes, reads


def _written_by(tree: ast.Module, name: str, known: set[str]) -> set[str]:
    """Return the fields that a function of a rule writes, with those of its file that it calls."""
    functions = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
    writes: set[str] = set()
    waiting, seen = [name], {name}
    while waiting:
        function = functions.get(waiting.pop())
        if function is None:
            continue
        writes |= _touched(function, known)[0]
        called = {each.id for each in ast.walk(function) if isinstance(each, ast.Name)}
        waiting += (called & set(functions)) - seen
        seen |= called
    return writes


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
    lines += ["| # | coupling | in units of | switch | cut in |", "|---|---|---|---|---|"]
    couplings: tuple[str, ...] = get_args(Coupling)
    for number, (name, (bit, unit)) in enumerate(zip(couplings, _BITS.items(), strict=True), 1):
        where = ", ".join(f"`{one.name}.py`" for one in read if bit in one.cuts)
        where = where or "belongs to the day"
        lines.append(f"| {number} | {name} | {unit} | `{bit}` | {where} |")
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
