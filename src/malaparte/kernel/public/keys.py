"""Keys of the rules of army, street and holding that draw."""

from __future__ import annotations

from malaparte.kernel.rng import rule_key

NAMES = (
    "public-mood",
    "unit-signal",
    "unit-pledge",
    "unit-fires",
    "unit-order",
    "unit-travel",
    "unit-fight",
    "unit-yield",
    "refusal",
    "deaths",
    "hold-step",
    "hold-cross",
    "hold-end",
    "hold-strike",
    "hold-outside",
    "fate-of-plot",
    "fate-of-state",
)
"""Names of the rules, for the test that no two share a key."""

PUBLIC_MOOD_KEY = rule_key("public-mood")
UNIT_SIGNAL_KEY = rule_key("unit-signal")
UNIT_PLEDGE_KEY = rule_key("unit-pledge")
UNIT_FIRES_KEY = rule_key("unit-fires")
UNIT_ORDER_KEY = rule_key("unit-order")
UNIT_TRAVEL_KEY = rule_key("unit-travel")
UNIT_FIGHT_KEY = rule_key("unit-fight")
UNIT_YIELD_KEY = rule_key("unit-yield")
REFUSAL_KEY = rule_key("refusal")
DEATHS_KEY = rule_key("deaths")
HOLD_STEP_KEY = rule_key("hold-step")
HOLD_CROSS_KEY = rule_key("hold-cross")
HOLD_END_KEY = rule_key("hold-end")
HOLD_STRIKE_KEY = rule_key("hold-strike")
HOLD_OUTSIDE_KEY = rule_key("hold-outside")
FATE_OF_PLOT_KEY = rule_key("fate-of-plot")
FATE_OF_STATE_KEY = rule_key("fate-of-state")
