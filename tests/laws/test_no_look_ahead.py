"""Nobody acts on what has not happened yet.

A number that first matters at a certain kind of event is changed: the day is the same up to there.
"""

from collections.abc import Iterable
from functools import cache

import pytest

from malaparte.scenario.load import load
from malaparte.world.build import World, build
from tests import small

THREE = "docs/first/three-nodes.yaml"
ARTICLE = "moscow-1927-article"
SUCCESS = "a coup that succeeds"
DAYS = [(THREE, (*range(10), 17)), (ARTICLE, (3,)), (SUCCESS, range(10))]

HEARD = {"leaked", "half_begins", "assault", "raid", "detected"}
"""What the state may hear of first; with an agent inside it knows at the hour."""

# field, factor -> events before which it cannot be felt.
FELT = {
    ("clash_surprise", 2): {"fight_begins"},
    ("clash_ambush", 2): {"fight_begins"},
    ("clash_area", 0.5): {"fight_begins"},
    ("squad_fire", 0.5): {"fight_begins"},
    ("guard_fire", 0.5): {"fight_begins"},
    ("reserve_fire", 0.5): {"group_arrives"},
    ("guard_breakoff", 0.5): {"guard_loss", "group_loss"},
    ("reserve_breakoff", 0.5): {"group_loss"},
    ("plan_breakoff", 0.5): {"plot_loss"},
    ("clash_disruption", 0.5): {"fight_begins"},
    ("clash_state_yields", 0): {"fight_begins"},
    ("clash_plot_yields", 0): {"fight_begins"},
    ("clash_occupy", 2): {"assault"},
    ("clash_raid", 2): {"raid"},
    ("leader_capture", 0.5): {"person_arrested", "person_missed", "taken"},
    ("command_flight", 2): {"person_warned"},
    ("command_recall", 2): {"call"},
    ("command_superiority", 2): {"call", "group_arrives"},
    ("reserve_readiness", 2): {"group_sent"},
    ("reserve_size", 2): {"group_arrives", "group_sent"},
    ("dependency_backup", 0.5): {"service"},
    ("dependency_loss", 0.5): {"service", "taken", "alarm", "call", "fight_begins"},
    ("plan_failure", 0.5): {"news"},
    ("plan_reports", 0.5): {"news"},
    ("power_hours", 0.5): {"power_begins"},
    ("power_share_leaders", 0.5): {"taken", "person_arrested"},
    ("power_share_nodes", 0.5): {"taken", "person_arrested"},
    ("command_alarm_open", 2): {"assault", "raid"},
    ("command_alarm_node", 2): {"assault", "raid"},
    ("command_telephone_delay", 2): HEARD,
    ("command_secret_delay", 2): HEARD,
    ("command_runner_delay", 2): HEARD,
}


@cache
def city(name: str) -> World:
    """Return a scenario as numbers."""
    if name != SUCCESS:
        return build(load(name))
    return small.city(
        places={"other": small.place(3), "homes": small.place(1, scattered=500)},
        squads={
            "men": {"count": 2, "targets": ["node", "other"]},
            "party": small.hunters("two"),
        },
        leaders={"two": small.leader("homes", number=2, weight=1)},
        clash={"occupy": 5, "raid": 5},
        power={"nodes": {"centre": 0, "node": 1, "other": 1}, "hours": 2},
    )


@cache
def day(name: str, number: int, field: str = "clash_raid", factor: float = 1) -> list[small.Event]:
    """Return the events of a world, a field of theta multiplied."""
    world = city(name)
    index = small.field(field)
    start = world.ints[index]
    many = len(world.names.get(small.state.FIELDS[index].per, ("one",)))
    given = small.inputs(world, 1, number // small.INNER)
    given[start : start + many] *= factor
    return small.tell(world, small.run_traced(world, 1, number, given).events)


@pytest.mark.parametrize(("field", "factor"), FELT)
@pytest.mark.parametrize(("name", "numbers"), DAYS)
def test_the_day_is_the_same_until_a_number_is_felt(
    name: str, numbers: Iterable[int], field: str, factor: float
) -> None:
    for number in numbers:
        before = day(name, number)
        after = day(name, number, field, factor)
        kinds = FELT[field, factor]
        first = next((i for i, event in enumerate(before) if event[1] in kinds), len(before))
        # Seconds are whole in events: what happens in the same second as the first may differ.
        while 0 < first < len(before) and before[first - 1][0] == before[first][0]:
            first -= 1
        assert before[:first] == after[:first]


def test_every_number_is_felt_somewhere() -> None:
    idle = [
        field
        for field, factor in FELT
        if all(
            day(name, n) == day(name, n, field, factor) for name, numbers in DAYS for n in numbers
        )
    ]
    assert idle == []
