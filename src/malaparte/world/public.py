"""From army, street, second authorities and holding of a scenario to arrays."""

from __future__ import annotations

import typing
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.public import fields
from malaparte.kernel.rng import entity_key
from malaparte.scenario import army, base, street
from malaparte.scenario.document import Scenario
from malaparte.scenario.force import Vehicle

Ints = NDArray[np.int64]


def fill_public(ints: Ints, scenario: Scenario, of: dict[str, tuple[str, ...]], slot: int) -> None:
    """Write what holds for every world; slot is the clock of the pulse."""

    def put(field: int, numbers: int | Sequence[int]) -> None:
        many = [numbers] if isinstance(numbers, int) else numbers
        ints[ints[field] : ints[field] + len(many)] = many

    def code(model: type[base.Base], field: str, value: str) -> int:
        return typing.get_args(typing.get_type_hints(model)[field]).index(value)

    at = {name: i for i, name in enumerate(of["place"])}
    for kind, field in (
        ("unit", fields.UNITS),
        ("channel", fields.CHANNELS),
        ("district", fields.DISTRICTS),
        ("parade", fields.PARADES),
        ("street", fields.STREETS),
        ("authority", fields.AUTHORITIES),
        ("holding", fields.HOLDINGS),
        ("fates", fields.FATES),
    ):
        put(field, len(of[kind]))
    put(fields.SLOT_PULSE, slot)
    channels = [scenario.channels[name] for name in of["channel"]]
    put(fields.CHANNEL_KIND, [code(army.Channel, "kind", each.kind) for each in channels])
    put(fields.CHANNEL_NODE, [at[each.node] if each.node else -1 for each in channels])
    if scenario.army:
        units = [scenario.army.units[name] for name in of["unit"]]
        index = {name: i for i, name in enumerate(of["unit"])}
        put(fields.UNIT_KEY, [entity_key(name) for name in of["unit"]])
        put(fields.UNIT_HOME, [at[each.place] for each in units])
        put(fields.UNIT_ARM, [code(army.Unit, "arm", each.arm) for each in units])
        put(fields.UNIT_UNDER, [index[each.under] if each.under else -1 for each in units])
        put(fields.UNIT_VEHICLE, [typing.get_args(Vehicle).index(each.vehicle) for each in units])
        put(fields.UNIT_OUTSIDE, [int(each.outside) for each in units])
    if scenario.army and scenario.army.parade:
        parade = scenario.army.parade
        put(fields.PARADE_PLACE, at[parade.place])
        put(fields.PARADE_SINCE, base.seconds(parade.since))
        put(fields.PARADE_UNTIL, base.seconds(parade.until))
    if scenario.street:
        districts = [scenario.street.districts[name] for name in of["district"]]
        put(fields.DISTRICT_PLACE, [at[each.place] for each in districts])
        put(fields.DISTRICT_BARRED, [int(each.barred) for each in districts])
        put(fields.STREET_POLICY, code(street.Street, "policy", scenario.street.policy))
        put(fields.SQUARE, at[scenario.street.square])
    others = [scenario.authorities[name] for name in of["authority"]]
    put(fields.AUTHORITY_KEY, [entity_key(name) for name in of["authority"]])
    put(fields.AUTHORITY_PLACE, [at[each.place] if each.place else -1 for each in others])
    rail = scenario.holding.rail if scenario.holding else None
    put(fields.RAIL_PLACE, at[rail] if rail else -1)
