"""Every rule draws under a key of its own."""

import ast
from pathlib import Path

from malaparte.kernel import quantile, rng
from malaparte.kernel.day import keys
from malaparte.kernel.public import keys as public
from malaparte.kernel.road import keys as road

ROOT = Path(rng.__file__).parent
NAMES = [*keys.NAMES, *road.NAMES, *public.NAMES]
KEYS = {**vars(keys), **vars(road), **vars(public)}


def test_no_two_rules_share_a_key() -> None:
    names = [*NAMES, "quantity"]
    assert len({rng.rule_key(name) for name in names}) == len(names)
    assert all(0 <= rng.rule_key(name) < 2**20 for name in names)
    assert rng.rule_key("quantity") == quantile.QUANTITY_KEY


def test_the_list_of_names_is_complete() -> None:
    declared = {name: value for name, value in KEYS.items() if name.endswith("_KEY")}
    expected = {f"{name.upper().replace('-', '_')}_KEY": rng.rule_key(name) for name in NAMES}
    assert declared == expected


def test_every_name_is_drawn_under_and_nothing_else() -> None:
    used: set[str] = set()
    for path in ROOT.rglob("*.py"):
        if path.name == "keys.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used |= {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id.endswith("_KEY")}
    fields = {"PLACE_KEY", "GUARD_KEY", "GROUP_KEY", "TEAM_KEY", "PERSON_KEY"}
    fields |= {"QUANTITY_KEY", "UNIT_KEY", "AUTHORITY_KEY"}
    assert used - fields == {name for name in KEYS if name.endswith("_KEY")}


def test_entities_have_keys_of_32_bits() -> None:
    assert all(0 <= rng.entity_key(f"place{n}") < 2**32 for n in range(1000))
