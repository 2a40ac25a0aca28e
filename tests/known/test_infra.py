"""Mechanism 4, services that need each other: published results by the rule of the day."""

import pytest

from malaparte.kernel import state
from tests import small
from tests.known.expected import expected


def supply(supplier: str, consumer: str, loss: float, **more: object) -> small.Data:
    return {
        "supplier": supplier,
        "consumer": consumer,
        "kind": "power",
        "loss": loss,
        "backup": 0,
        **more,
    }


def losses(own: float, **services: small.Data) -> dict[str, float]:
    """Return the loss of every place while an endless fight costs the node ``own``."""
    city = small.city(
        places={"other": small.place(3), "third": small.place(4)},
        guards={"node": small.guard("node", fire=0)},
        squads={"men": {"fire": 0}},
        clash={"disruption": own},
        dependencies=services,
    )
    worlds = small.run(city)
    return dict(zip(city.names["place"], worlds.end(state.SERVICE_LOSS), strict=True))


def test_iim_two_sector() -> None:
    # The second number tells a matrix from its transpose: 0.4 * 0.1136364 would be 0.0454545.
    given = expected("infra.iim_two_sector", "inputs")
    lost = losses(
        given["c"][0],
        forth=supply("other", "node", given["a12"]),
        back=supply("node", "other", given["a21"]),
    )
    said = expected("infra.iim_two_sector")
    assert [lost["node"], lost["other"]] == pytest.approx(said, abs=1e-6)


def test_a_circle_of_three_is_solved_to_its_fixed_point() -> None:
    lost = losses(
        0.1,
        a=supply("node", "other", 0.5),
        b=supply("other", "third", 0.5),
        c=supply("third", "node", 0.5),
    )
    assert lost["node"] == pytest.approx(0.1 / (1 - 0.125), abs=1e-8)
    assert lost["third"] == pytest.approx(0.25 * lost["node"], abs=1e-8)


def test_no_place_loses_more_than_all() -> None:
    lost = losses(0.9, forth=supply("other", "node", 1), back=supply("node", "other", 1))
    assert lost["node"] == lost["other"] == 1.0


def test_orders_are_no_service() -> None:
    lost = losses(1.0, orders=supply("node", "other", 1, kind="command"))
    assert lost["other"] == 0.0


def test_a_backup_that_lasts_is_felt_by_nobody() -> None:
    lost = losses(1.0, forth=supply("node", "other", 1, backup=48))
    assert lost["other"] == 1.0, "the day is longer than the backup"
    city = small.city(
        places={"other": small.place(3)},
        guards={"node": small.guard("node", fire=0)},
        squads={"men": {"fire": 0}},
        clash={"disruption": 1},
        day={"hours": 40},
        dependencies={"forth": supply("node", "other", 1, backup=39)},
    )
    assert small.run(city).end(state.SERVICE_LOSS)[city.names["place"].index("other")] == 0.0
