"""Names of everything that the kernel reads and writes.

A world is three flat arrays: ``theta`` (float64, the drawn inputs), ``ints`` (int64) and
``floats`` (float64).  Each name below is the index of a field; ``ints[FIELD]`` is where the field
begins in its array, so a value is read as ``theta[ints[GUARD_SIZE] + guard]`` or
``ints[ints[TEAM_STATE] + team]``. Copying ``ints`` and ``floats`` is a snapshot.
The fields of the road stand in `malaparte.kernel.road.fields`.

Fields of ``theta`` are called ``<kind>_<name>`` after the scenario's ``<kind>.<name>``; a unit test
holds the two sets against each other.  Times are seconds after 00:00 of the day.

Entities: place, dependency, guard, reserve, group (one group of a reserve), squad (a kind of
squads), team (one squad), target (one entry of a squad's targets or persons), leader (a group of
persons), person, stay.  ``one`` marks a single value.
"""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """A named stretch of one of the three arrays, ``per`` an entity or ``one``."""

    name: str
    array: str
    per: str


_fields: list[Field] = []


def _theta(name: str, per: str = "one") -> int:
    _fields.append(Field(name, "theta", per))
    return len(_fields) - 1


def _fixed(name: str, per: str = "one") -> int:
    _fields.append(Field(name, "fixed", per))
    return len(_fields) - 1


def _metric(name: str, per: str = "one") -> int:
    _fields.append(Field(name, "metric", per))
    return len(_fields) - 1


def _int(name: str, per: str = "one") -> int:
    _fields.append(Field(name, "ints", per))
    return len(_fields) - 1


def _float(name: str, per: str = "one") -> int:
    _fields.append(Field(name, "floats", per))
    return len(_fields) - 1


# theta: the inputs, in the units of the scenario -------------------------------------------------
PLACE_SCATTERED = _theta("place_scattered", "place")  # metre; 0 where not scattered
DEPENDENCY_LOSS = _theta("dependency_loss", "dependency")  # share
DEPENDENCY_BACKUP = _theta("dependency_backup", "dependency")  # hour
GUARD_SIZE = _theta("guard_size", "guard")  # person
GUARD_VIGILANCE = _theta("guard_vigilance", "guard")  # 1/minute
GUARD_FIRE = _theta("guard_fire", "guard")  # 1/minute
GUARD_BREAKOFF = _theta("guard_breakoff", "guard")  # share
RESERVE_GROUPS = _theta("reserve_groups", "reserve")  # count
RESERVE_SIZE = _theta("reserve_size", "reserve")  # person
RESERVE_READINESS = _theta("reserve_readiness", "reserve")  # minute
RESERVE_FIRE = _theta("reserve_fire", "reserve")  # 1/minute
RESERVE_BREAKOFF = _theta("reserve_breakoff", "reserve")  # share
SQUAD_COUNT = _theta("squad_count", "squad")  # count
SQUAD_SIZE = _theta("squad_size", "squad")  # person
SQUAD_FIRE = _theta("squad_fire", "squad")  # 1/minute
LEADER_NUMBER = _theta("leader_number", "leader")  # count
LEADER_WEIGHT = _theta("leader_weight", "leader")  # weight
LEADER_CAPTURE = _theta("leader_capture", "leader")  # probability
STAY_SHARE = _theta("stay_share", "stay")  # share
PLAN_EXISTS = _theta("plan_exists")  # probability
PLAN_HOUR = _theta("plan_hour")  # hour
PLAN_GAP = _theta("plan_gap")  # minute
PLAN_GAP_SUCCESS = _theta("plan_gap_success")  # share
PLAN_MARGIN = _theta("plan_margin")  # factor
PLAN_ESTIMATE = _theta("plan_estimate")  # factor
PLAN_SUSPICION = _theta("plan_suspicion")  # share
PLAN_BREAKOFF = _theta("plan_breakoff")  # share
PLAN_FAILURE = _theta("plan_failure")  # share
PLAN_REPORTS = _theta("plan_reports")  # count
COMMAND_AGENT = _theta("command_agent")  # probability
COMMAND_ALARM_OPEN = _theta("command_alarm_open")  # 1/minute
COMMAND_ALARM_NODE = _theta("command_alarm_node")  # 1/minute
COMMAND_TELEPHONE_DELAY = _theta("command_telephone_delay")  # minute
COMMAND_TELEGRAPH_DELAY = _theta("command_telegraph_delay")  # minute
COMMAND_SECRET_DELAY = _theta("command_secret_delay")  # minute
COMMAND_RUNNER_DELAY = _theta("command_runner_delay")  # minute
COMMAND_DELAY_SPREAD = _theta("command_delay_spread")  # factor
COMMAND_RECALL = _theta("command_recall")  # minute
COMMAND_SUPERIORITY = _theta("command_superiority")  # factor
COMMAND_FLIGHT = _theta("command_flight")  # minute
CLASH_AREA = _theta("clash_area")  # 1/minute
CLASH_APPROACH = _theta("clash_approach")  # minute
CLASH_SURPRISE = _theta("clash_surprise")  # minute
CLASH_AMBUSH = _theta("clash_ambush")  # minute
CLASH_OCCUPY = _theta("clash_occupy")  # minute
CLASH_RAID = _theta("clash_raid")  # minute
CLASH_DISRUPTION = _theta("clash_disruption")  # share
CLASH_STATE_YIELDS = _theta("clash_state_yields")  # probability
CLASH_PLOT_YIELDS = _theta("clash_plot_yields")  # probability
MOVEMENT_DETOUR = _theta("movement_detour")  # factor
MOVEMENT_FOOT = _theta("movement_foot")  # km/h
MOVEMENT_TRUCK = _theta("movement_truck")  # km/h
MOVEMENT_TRAFFIC = _theta("movement_traffic")  # log
MOVEMENT_OWN = _theta("movement_own")  # log
COLUMNS_WIDTH = _theta("columns_width")  # metre
COLUMNS_HINDER = _theta("columns_hinder")  # factor
COLUMNS_HIDE = _theta("columns_hide")  # probability
POWER_NODES = _theta("power_nodes", "place")  # weight; 0 where not a command node
POWER_SHARE_NODES = _theta("power_share_nodes")  # share
POWER_SHARE_LEADERS = _theta("power_share_leaders")  # share
POWER_HOURS = _theta("power_hours")  # hour

# fixed: integers that hold for every world of a scenario -----------------------------------------
PLACES = _fixed("places")  # numbers of entities
DEPENDENCIES = _fixed("dependencies")
GUARDS = _fixed("guards")
RESERVES = _fixed("reserves")
GROUPS = _fixed("groups")
SQUADS = _fixed("squads")
TEAMS = _fixed("teams")
LEADERS = _fixed("leaders")
PERSONS = _fixed("persons")
STAYS = _fixed("stays")
DAY_START = _fixed("day_start")  # second
DAY_END = _fixed("day_end")  # second
DOCTRINE = _fixed("doctrine")  # policies: indices into the options of scenario/plot.py
ORDER = _fixed("order")
SIGNAL = _fixed("signal")
RESPONSE = _fixed("response")
FALLBACK = _fixed("fallback")
HEADQUARTERS = _fixed("headquarters")  # places
CENTRE = _fixed("centre")
SHELTER = _fixed("shelter")
TELEPHONE = _fixed("telephone")
TELEGRAPH = _fixed("telegraph")
COLUMNS_SINCE = _fixed("columns_since")  # second; 0 and 0 where nobody marches
COLUMNS_UNTIL = _fixed("columns_until")  # second
PLACE_KEY = _fixed("place_key", "place")
PLACE_GUARD = _fixed("place_guard", "place")  # guard, -1 for none
PLACE_CUT = _fixed("place_cut", "place")  # 1 where the plot stops the service
PLACE_SECRET = _fixed("place_secret", "place")  # 1 where a secret line is laid
PLACE_OPEN = _fixed("place_open", "place")  # 1 where there are no walls
PLACE_MANY = _fixed("place_many", "place")  # 1 where scattered
DEPENDENCY_SUPPLIER = _fixed("dependency_supplier", "dependency")
DEPENDENCY_CONSUMER = _fixed("dependency_consumer", "dependency")
DEPENDENCY_KIND = _fixed("dependency_kind", "dependency")
GUARD_KEY = _fixed("guard_key", "guard")
GUARD_PLACE = _fixed("guard_place", "guard")
GUARD_POSTURE = _fixed("guard_posture", "guard")
GUARD_HIDDEN = _fixed("guard_hidden", "guard")
RESERVE_PLACE = _fixed("reserve_place", "reserve")
RESERVE_VEHICLE = _fixed("reserve_vehicle", "reserve")
RESERVE_FIRST = _fixed("reserve_first", "reserve")  # first of its groups
RESERVE_SLOTS = _fixed("reserve_slots", "reserve")  # most groups it can have
GROUP_KEY = _fixed("group_key", "group")
GROUP_RESERVE = _fixed("group_reserve", "group")
SQUAD_HALF = _fixed("squad_half", "squad")  # 0 nodes, 1 arrests
SQUAD_VEHICLE = _fixed("squad_vehicle", "squad")
SQUAD_ARRESTS = _fixed("squad_arrests", "squad")  # 1 when its targets are leaders
SQUAD_FIRST = _fixed("squad_first", "squad")  # first of its teams
SQUAD_SLOTS = _fixed("squad_slots", "squad")  # most teams it can have
SQUAD_TARGETS = _fixed("squad_targets", "squad")  # first of its targets
SQUAD_WANTED = _fixed("squad_wanted", "squad")  # number of its targets
TARGET = _fixed("target", "target")  # place or leader
TEAM_KEY = _fixed("team_key", "team")
TEAM_SQUAD = _fixed("team_squad", "team")
TEAM_START = _fixed("team_start", "team")
LEADER_FIRST = _fixed("leader_first", "leader")  # first of its persons
LEADER_SLOTS = _fixed("leader_slots", "leader")  # most persons it can have
LEADER_BELIEVED = _fixed("leader_believed", "leader")
PERSON_KEY = _fixed("person_key", "person")
PERSON_LEADER = _fixed("person_leader", "person")
STAY_LEADER = _fixed("stay_leader", "stay")
STAY_SINCE = _fixed("stay_since", "stay")  # second
STAY_PLACE = _fixed("stay_place", "stay")
STAY_OTHERWISE = _fixed("stay_otherwise", "stay")
CLOCK_SLOTS = _fixed("clock_slots")  # leaves of the tree of clocks, a power of two
LOG_SLOTS = _fixed("log_slots")  # rows of the event log; 0 keeps none
INTS_STATE = _fixed("ints_state")  # where the state begins in each array
FLOATS_STATE = _fixed("floats_state")
SLOT_STAY = _fixed("slot_stay")  # first clock of each rule; their order breaks ties
SLOT_HALF = _fixed("slot_half")
SLOT_TEAM = _fixed("slot_team")
SLOT_CLASH = _fixed("slot_clash")
SLOT_OCCUPY = _fixed("slot_occupy")
SLOT_ALARM = _fixed("slot_alarm")
SLOT_WARN_GUARD = _fixed("slot_warn_guard")
SLOT_WARN_PERSON = _fixed("slot_warn_person")
SLOT_CALL = _fixed("slot_call")
SLOT_GROUP = _fixed("slot_group")
SLOT_BACKUP = _fixed("slot_backup")
SLOT_NEWS = _fixed("slot_news")
SLOT_POWER = _fixed("slot_power")
SLOTS = _fixed("slots")  # clocks in use

# metric: floats that hold for every world of a scenario ------------------------------------------
DISTANCE = _metric("distance", "place_place")  # metre, straight line
MARCH = _metric("march", "place")  # metre from the route of the columns

# ints: state -------------------------------------------------------------------------------------
SEED = _int("seed")
WORLD = _int("world")
ERROR = _int("error")
EXISTS = _int("exists")  # 1 when there is a plan in this world
LEAKED = _int("leaked")  # 1 when the agent gave the hour away
OPEN = _int("open")  # 1 from the first visible act
ALARM = _int("alarm")  # 1 once the centre knows
GAVE_UP = _int("gave_up")  # 1 once headquarters has declared failure
FLED = _int("fled")
SECOND = _int("second")  # 1 once the second half has begun
ACTIVE = _int("active")  # teams that still do something
PENDING = _int("pending")  # pieces of news on their way
GOOD = _int("good")  # news heard at headquarters
BAD = _int("bad")
GOOD_FIRST = _int("good_first")  # good news of the first half
GOALS_FIRST = _int("goals_first")  # places or persons that the first half wants
IN_POWER = _int("in_power")
ENDED = _int("ended")
CAUSE = _int("cause")
LOSS_PLOT = _int("loss_plot")
LOSS_REGIME = _int("loss_regime")
ARRESTED = _int("arrested")
ALARM_EVENT = _int("alarm_event")
NODE_HOLDER = _int("node_holder", "place")  # 0 regime, 1 plot
NODE_CONTESTED = _int("node_contested", "place")
NODE_GUARD = _int("node_guard", "place")  # men of the guard
NODE_RELIEF = _int("node_relief", "place")  # men of groups
NODE_PLOT = _int("node_plot", "place")  # men of teams
NODE_ENGAGED_PLOT = _int("node_engaged_plot", "place")
NODE_ENGAGED_REGIME = _int("node_engaged_regime", "place")
NODE_HITS_PLOT = _int("node_hits_plot", "place")  # occurrences of the loss clocks
NODE_HITS_REGIME = _int("node_hits_regime", "place")
NODE_FIRST = _int("node_first", "place")  # 1 surprise, 2 ambush, 0 both fire
NODE_OCCUPIED = _int("node_occupied", "place")  # occurrences of taking possession
NODE_SUMMONED = _int("node_summoned", "place")  # 1 until both sides have counted each other
NODE_SUMMONS = _int("node_summons", "place")  # occurrences of that
NODE_DANGER = _int("node_danger", "place")  # 1 while it should call for help
NODE_CALLS = _int("node_calls", "place")
NODE_WARNED = _int("node_warned", "place")  # 1 when the assault on it was seen coming
NODE_EVENT = _int("node_event", "place")
NODE_TEAMS = _int("node_teams", "place")  # 1 + the first of the teams that fight or hold here, 0
NODE_GROUPS = _int("node_groups", "place")  # 1 + the first of the groups that stand here, 0
NODE_LEAD = _int("node_lead", "place")  # the team that speaks for those who fight or hold here
TEAM_NEXT = _int("team_next", "team")  # 1 + the next at the same place, 0
GROUP_NEXT = _int("group_next", "group")
IDLE_GROUPS = _int("idle_groups")  # groups that can still be sent
GUARD_ALERT = _int("guard_alert", "guard")
TEAM_STATE = _int("team_state", "team")
TEAM_PLACE = _int("team_place", "team")  # where it is or goes
TEAM_FROM = _int("team_from", "team")  # where it set out
TEAM_PERSON = _int("team_person", "team")  # whom it hunts, -1 for nobody
TEAM_MEN = _int("team_men", "team")
TEAM_TRIPS = _int("team_trips", "team")
TEAM_GOOD = _int("team_good", "team")  # news on its way to headquarters
TEAM_BAD = _int("team_bad", "team")
TEAM_NEWS = _int("team_news", "team")  # occurrences of news
TEAM_EVENT = _int("team_event", "team")
GROUP_STATE = _int("group_state", "group")
GROUP_PLACE = _int("group_place", "group")
GROUP_MEN = _int("group_men", "group")
PERSON_STATE = _int("person_state", "person")
PERSON_PLACE = _int("person_place", "person")
PERSON_HUNTED = _int("person_hunted", "person")
PERSON_SINCE = _int("person_since", "person")  # stays begun
DEPENDENCY_STATE = _int("dependency_state", "dependency")  # 0 served, 1 on backup, 2 failing
CLOCK_WINNER = _int("clock_winner", "clock")
LOG_COUNT = _int("log_count")
LOG = _int("log", "log")

# floats: state -----------------------------------------------------------------------------------
NOW = _float("now")
TRAFFIC = _float("traffic")  # common log of travel time
ALARM_LEFT = _float("alarm_left")  # what is left of the unit exponential
ALARM_RATE = _float("alarm_rate")  # 1/second
ALARM_SETTLED = _float("alarm_settled")
LAUNCHED_AT = _float("launched_at")
SECOND_AT = _float("second_at")
ALARM_AT = _float("alarm_at")
GAVE_UP_AT = _float("gave_up_at")
STREET_AT = _float("street_at")
SEIZED_AT = _float("seized_at")
LOST_AT = _float("lost_at")
NODE_FIRE_PLOT = _float("node_fire_plot", "place")  # aimed hits per second
NODE_FIRE_REGIME = _float("node_fire_regime", "place")
NODE_LEFT_PLOT = _float("node_left_plot", "place")  # of the unit exponential of the next loss
NODE_LEFT_REGIME = _float("node_left_regime", "place")
NODE_RATE_PLOT = _float("node_rate_plot", "place")  # losses per second
NODE_RATE_REGIME = _float("node_rate_regime", "place")
NODE_SETTLED = _float("node_settled", "place")
NODE_FIRST_UNTIL = _float("node_first_until", "place")
NODE_TAKEN_AT = _float("node_taken_at", "place")  # first time, -1 for never
SERVICE_OWN = _float("service_own", "place")  # own loss of service, 0..1
SERVICE_LOSS = _float("service_loss", "place")  # loss with that of the suppliers, 0..1
SERVICE_NEXT = _float("service_next", "place")  # scratch of the fixed point
SERVICE_TOLD = _float("service_told", "place")  # loss when last told
TEAM_STRIKE = _float("team_strike", "team")  # not before this time
TEAM_ASSAULT = _float("team_assault", "team")  # time of the assault
CLOCK_TIME = _float("clock_time", "clock")

FIELDS = tuple(_fields)
"""All fields, in the order of their indices."""

# Values of the state fields ----------------------------------------------------------------------
REGIME, PLOT = 0, 1
NONE, OUTSIDE, INSIDE = 0, 1, 2  # guard_posture
POWER, WATER, INFORMATION, COMMAND, GUARD = 0, 1, 2, 3, 4  # dependency_kind
SQUADS_ONLY, AGITATION, BOTH = 0, 1, 2  # doctrine
NODES_FIRST, ARRESTS_FIRST, TOGETHER = 0, 1, 2  # order
CLOCK, SUCCESS = 0, 1  # signal
PRESS, SHIFT, GIVE_UP = 0, 1, 2  # response
NOTHING, STREET, FLEE, BY_BELIEF = 0, 1, 2, 3  # fallback
FOOT, TRUCK = 0, 1
ABSENT, WAITING, MOVING, LYING, FIGHTING, HOLDING, RAIDING = 0, 1, 2, 3, 4, 5, 6  # team_state
BROKEN, DESTROYED, CAPTURED, RECALLED, DONE = 7, 8, 9, 10, 11
IDLE, RIDING, STANDING, SPENT = 1, 2, 3, 4  # group_state; 0 absent
FREE, WARNED, SHELTERED, TAKEN = 1, 2, 3, 4  # person_state; 0 absent
SURPRISE, AMBUSH = 1, 2  # node_first
CAUSE_NONE, CAUSE_BROKEN, CAUSE_GAVE_UP, CAUSE_FLED, CAUSE_HORIZON = 0, 1, 2, 3, 4
CAUSE_UNITS_GONE = 10

INFINITE = 1e300
"""Time of a clock that does not run."""

LOG_WIDTH = 8
"""Columns of the event log: seq, t, kind, actor, place, target, value, cause_seq."""
