"""Keys of the rules of the road that draw; a rule is known by its name."""

from __future__ import annotations

from malaparte.kernel.rng import rule_key

NAMES = (
    "deliveries",
    "incident",
    "incident-sector",
    "report",
    "report-hour",
    "chain",
    "hidden",
    "caught",
    "trial",
    "report-target",
    "agent-target",
)
"""Names of all rules of the road that draw; a test holds that no two share a key."""

DELIVERIES_KEY = rule_key("deliveries")
INCIDENT_KEY = rule_key("incident")
INCIDENT_SECTOR_KEY = rule_key("incident-sector")
REPORT_KEY = rule_key("report")
REPORT_HOUR_KEY = rule_key("report-hour")
CHAIN_KEY = rule_key("chain")
HIDDEN_KEY = rule_key("hidden")
CAUGHT_KEY = rule_key("caught")
TRIAL_KEY = rule_key("trial")
REPORT_TARGET_KEY = rule_key("report-target")
AGENT_TARGET_KEY = rule_key("agent-target")
