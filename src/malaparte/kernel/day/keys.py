"""Keys of the rules that draw; a rule is known by its name, never by its place."""

from __future__ import annotations

from malaparte.kernel.rng import rule_key

NAMES = (
    "plan-exists",
    "agent",
    "traffic",
    "travel",
    "dwelling",
    "stay",
    "detect",
    "loss-plot",
    "loss-regime",
    "occupy",
    "raid",
    "capture",
    "alarm",
    "message-guard",
    "message-person",
    "message-call",
    "message-news",
    "group-travel",
    "yield",
)
"""Names of all rules of the day that draw; a test holds that no two share a key."""

PLAN_EXISTS_KEY = rule_key("plan-exists")
AGENT_KEY = rule_key("agent")
TRAFFIC_KEY = rule_key("traffic")
TRAVEL_KEY = rule_key("travel")
DWELLING_KEY = rule_key("dwelling")
STAY_KEY = rule_key("stay")
DETECT_KEY = rule_key("detect")
LOSS_PLOT_KEY = rule_key("loss-plot")
LOSS_REGIME_KEY = rule_key("loss-regime")
OCCUPY_KEY = rule_key("occupy")
RAID_KEY = rule_key("raid")
CAPTURE_KEY = rule_key("capture")
ALARM_KEY = rule_key("alarm")
MESSAGE_GUARD_KEY = rule_key("message-guard")
MESSAGE_PERSON_KEY = rule_key("message-person")
MESSAGE_CALL_KEY = rule_key("message-call")
MESSAGE_NEWS_KEY = rule_key("message-news")
GROUP_TRAVEL_KEY = rule_key("group-travel")
YIELD_KEY = rule_key("yield")
