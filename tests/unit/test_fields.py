"""A number takes four hops from the file to its rule; a forgotten hop is named here."""

from typing import Any, get_args, get_type_hints

import pytest

from malaparte.kernel import state
from malaparte.kernel.public import fields as public
from malaparte.quantity.quantity import Quantity
from malaparte.scenario import army, force, place, plot, street
from malaparte.scenario.document import Scenario
from malaparte.scenario.walk import bare, fields, is_model
from malaparte.world.build import SECTIONS

KINDS = {section: kind for kind, section in SECTIONS.items()}
"""Section of the scenario -> kind of entity in the kernel."""


def measures(model: Any, path: str = "") -> dict[str, str]:
    """Return every field of the models that takes a quantity: kernel name -> path with stars."""
    found: dict[str, str] = {}
    for name, hint in fields(model).items():
        kind, _ = bare(hint)
        here = f"{path}.{name}" if path else name
        args = get_args(kind)
        many = (
            bare(args[1 if len(args) == 2 and args[1] is not Ellipsis else 0])[0] if args else None
        )
        if kind is Quantity or many is Quantity:
            found[here] = f"{here}.*" if many is Quantity else here
        elif is_model(kind):
            found |= measures(kind, here)
        elif many is not None and is_model(many):
            found |= measures(many, f"{here}.*")
    return found


def kernel_name(path: str) -> str:
    """Return what the kernel calls the field at a path: leaders.*.stays.*.share is stay_share."""
    *sections, name = [part for part in path.split(".") if part != "*"]
    section = sections[-1]
    return (
        f"{KINDS.get(section, section.removesuffix('s') if section == 'stays' else section)}_{name}"
    )


PARTS = ("army.", "channels.", "street.", "authorities.", "holding.", "fates.")
IN_SCENARIO = {
    kernel_name(path): path
    for path in measures(Scenario)
    # The record is read by whoever weighs worlds; for the road see test_road_report.py; army,
    # street and holding are called by their paths.
    if not path.startswith(("numbers", "road.", "record.", *PARTS))
}
IN_KERNEL = {field.name for field in state.FIELDS if field.array == "theta"}


def test_every_number_of_a_scenario_reaches_the_kernel() -> None:
    lost = {name: path for name, path in IN_SCENARIO.items() if name not in IN_KERNEL}
    words = [
        f"`{path}` is in the scenario models, `{name}` not in kernel/state.py"
        for name, path in lost.items()
    ]
    assert not words, "\n".join(words)


def test_every_input_of_the_kernel_is_a_number_of_a_scenario() -> None:
    lost = sorted(IN_KERNEL - set(IN_SCENARIO))
    words = [
        f"`{name}` is in kernel/state.py, but no field of the scenario models" for name in lost
    ]
    assert not words, "\n".join(words)


def test_numbers_of_army_street_and_holding_are_called_by_their_paths() -> None:
    told = {path for path in measures(Scenario).values() if path.startswith(PARTS)}
    read = {field.name for field in public.PUBLIC_FIELDS if field.array == "theta"}
    assert told == read
    codes = {
        (army.Unit, "arm"): (public.ON_FOOT, public.ON_HORSE, public.IN_ARMOUR),
        (army.Channel, "kind"): (
            public.BROADCAST,
            public.WIRE,
            public.PRESS_NEWS,
            public.RUNNERS,
        ),
        (street.Street, "policy"): (public.TOLERATE, public.BAN, public.BREAK_UP),
    }
    for (model, name), values in codes.items():
        assert values == tuple(range(len(get_args(get_type_hints(model)[name]))))


def test_fields_have_one_name_each() -> None:
    names = [field.name for field in state.FIELDS]
    assert len(set(names)) == len(names)
    for index, name in enumerate(names):
        assert getattr(state, name.upper()) == index


# model, its field, the constants in the order of the options.
OPTIONS: list[tuple[Any, str, dict[str, int]]] = [
    (
        plot.Plan,
        "doctrine",
        {"squads": state.SQUADS_ONLY, "agitation": state.AGITATION, "both": state.BOTH},
    ),
    (
        plot.Plan,
        "order",
        {
            "nodes-first": state.NODES_FIRST,
            "arrests-first": state.ARRESTS_FIRST,
            "together": state.TOGETHER,
        },
    ),
    (plot.Plan, "signal", {"clock": state.CLOCK, "success": state.SUCCESS}),
    (plot.Plan, "response", {"press": state.PRESS, "shift": state.SHIFT, "give-up": state.GIVE_UP}),
    (
        plot.Plan,
        "fallback",
        {
            "none": state.NOTHING,
            "street": state.STREET,
            "flee": state.FLEE,
            "belief": state.BY_BELIEF,
        },
    ),
    (
        force.Guard,
        "posture",
        {"none": state.NONE, "outside": state.OUTSIDE, "inside": state.INSIDE},
    ),
    (force.Reserve, "vehicle", {"foot": state.FOOT, "truck": state.TRUCK}),
    (force.Squad, "vehicle", {"foot": state.FOOT, "truck": state.TRUCK}),
    (
        place.Dependency,
        "kind",
        {
            "power": state.POWER,
            "water": state.WATER,
            "information": state.INFORMATION,
            "command": state.COMMAND,
            "guard": state.GUARD,
        },
    ),
]


@pytest.mark.parametrize(("model", "field", "codes"), OPTIONS)
def test_options_are_the_policies_of_the_kernel(
    model: Any, field: str, codes: dict[str, int]
) -> None:
    words = get_args(get_type_hints(model)[field])
    assert {word: code for code, word in enumerate(words)} == codes


def test_no_list_of_options_is_forgotten() -> None:
    told = {(model, field) for model, field, _ in OPTIONS}
    told.add((plot.Phase, "kind"))  # build asks whether it is "arrests"
    found = set()
    for model in (
        plot.Plan,
        plot.Phase,
        force.Guard,
        force.Reserve,
        force.Squad,
        place.Dependency,
        place.Place,
    ):
        for name, hint in fields(model).items():
            options = get_args(bare(hint)[0])
            if options and all(isinstance(word, str) for word in options):
                found.add((model, name))
    assert found == told
