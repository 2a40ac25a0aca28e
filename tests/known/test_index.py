"""Every published result is accounted for, once."""

import ast
from collections import Counter
from pathlib import Path

from tests.known.expected import results
from tests.known.index import IN_PART, LATER, REPRODUCED, UNUSED

HERE = Path(__file__).parent


def test_every_entry_is_accounted_for_once() -> None:
    later = [entry for entries in LATER.values() for entry in entries.split()]
    counts = Counter([*REPRODUCED, *later, *UNUSED])
    assert {entry for entry, count in counts.items() if count > 1} == set()
    assert set(counts) == set(results())
    assert len(counts) == 100


def test_what_reproduces_an_entry_exists_and_names_it() -> None:
    for entry, where in REPRODUCED.items():
        module, test = where.split(".")
        source = (HERE / f"{module}.py").read_text(encoding="utf-8")
        found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
        assert test in {node.name for node in found}, f"{entry}: no {where}"
        assert f'"{entry}"' in source, f"{where} does not read the numbers of {entry}"


def test_a_part_belongs_to_something_reproduced() -> None:
    assert set(IN_PART) <= set(REPRODUCED)
