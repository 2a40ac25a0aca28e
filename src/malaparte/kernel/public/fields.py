"""Names of all that army, street and holding read and write; see `malaparte.kernel.state`.

Fields of ``theta`` are called by their path in the scenario, ``*`` for the id of an entity.

Entities: army, parade, street, holding, fates (one if the scenario has it, else none), unit,
channel, district, authority.  ``one`` is there without any of them, too.
"""

from __future__ import annotations

from malaparte.kernel.road.fields import ROAD_FIELDS
from malaparte.kernel.state import FIELDS as DAY_FIELDS
from malaparte.kernel.state import Field

_fields: list[Field] = []


def _field(name: str, array: str, per: str) -> int:
    _fields.append(Field(name, array, per))
    return len(DAY_FIELDS) + len(ROAD_FIELDS) + len(_fields) - 1


def _theta(path: str, per: str) -> int:
    return _field(path, "theta", per)


def _fate(case: str) -> int:
    """Add the three numbers of a case, in a row, and return the first."""
    path = f"fates.{case}"
    first = _theta(f"{path}.caught", "fates")
    _theta(f"{path}.killed", "fates")
    _theta(f"{path}.flees", "fates")
    return first


def _fixed(name: str, per: str = "one") -> int:
    return _field(name, "fixed", per)


def _int(name: str, per: str = "one") -> int:
    return _field(name, "public_ints", per)


def _float(name: str, per: str = "one") -> int:
    return _field(name, "public_floats", per)


# theta: the inputs, in the units of the scenario ------------------------------------------------
UNIT_MEN = _theta("army.units.*.men", "unit")  # person
UNIT_PRESTIGE = _theta("army.units.*.prestige", "unit")  # share
UNIT_OFFICERS = _theta("army.units.*.officers", "unit")  # share
UNIT_RANKS = _theta("army.units.*.ranks", "unit")  # share
UNIT_PLEDGED = _theta("army.units.*.pledged", "unit")  # probability
UNIT_FIRES = _theta("army.units.*.fires", "unit")  # probability
UNIT_READINESS = _theta("army.units.*.readiness", "unit")  # minute
PARADE_SYMPATHY = _theta("army.parade.sympathy", "parade")  # share
PARADE_PRESTIGE = _theta("army.parade.prestige", "parade")  # share
STRENGTH = _theta("army.strength", "army")  # share
COMMON = _theta("army.common", "army")  # share
PRIVATE = _theta("army.private", "army")  # 1/variance
PUBLIC = _theta("army.public", "army")  # 1/variance
CAUTION = _theta("army.caution", "army")  # share
CONVICTION = _theta("army.conviction", "army")  # factor
SUPERIOR = _theta("army.superior", "army")  # share
NODES_WEIGH = _theta("army.nodes", "army")  # share
SEEN = _theta("army.seen", "army")  # share
PLOT_WORD = _theta("army.plot_word", "army")  # share
STATE_WORD = _theta("army.state_word", "army")  # share
PEOPLE_WEIGH = _theta("army.people", "army")  # share
HORSE_WEIGHT = _theta("army.horse", "army")  # factor
ARMOUR_WEIGHT = _theta("army.armour", "army")  # factor
WALLS = _theta("army.walls", "army")  # factor
FIGHT_LUCK = _theta("army.luck", "army")  # log
UNIT_BREAKOFF = _theta("army.breakoff", "army")  # share
SETTLE = _theta("army.settle", "army")  # minute
STATE_YIELDS = _theta("army.state_yields", "army")  # probability
PLOT_YIELDS = _theta("army.plot_yields", "army")  # probability
DEAD_SHARE = _theta("army.dead", "army")  # share
CHANNEL_REACH = _theta("channels.*.reach", "channel")  # share
CHANNEL_DELAY = _theta("channels.*.delay", "channel")  # minute
CHANNEL_PLOT = _theta("channels.*.plot", "channel")  # share
CHANNEL_STATE = _theta("channels.*.state", "channel")  # share
DISTRICT_PEOPLE = _theta("street.districts.*.people", "district")  # person
DISTRICT_POOL = _theta("street.districts.*.pool", "district")  # share
DISTRICT_POLICE = _theta("street.districts.*.police", "district")  # person
APART = _theta("street.march", "street")  # person
STREET_LEGITIMACY = _theta("street.legitimacy", "street")  # share
STREET_THRESHOLD = _theta("street.threshold", "street")  # share
ARREST_K = _theta("street.arrest", "street")  # factor
HEAR = _theta("street.hear", "street")  # minute
GATHER = _theta("street.gather", "street")  # minute
TIRE = _theta("street.tire", "street")  # minute
MARCH_HOUR = _theta("street.hour", "street")  # hour
LOOK_ON = _theta("street.look_on", "street")  # share
DISPERSE = _theta("street.disperse", "street")  # 1/minute
JAIL = _theta("street.jail", "street")  # 1/minute
SHOTS = _theta("street.shots", "street")  # 1/minute
FLIGHT_FROM_SHOTS = _theta("street.flight", "street")  # factor
MARCHERS = _theta("street.marchers", "street")  # person
MARCH_COVER = _theta("street.cover", "street")  # share
RISING_SIZE = _theta("street.rising", "street")  # person
STREET_BELIEVED = _theta("street.believed", "street")  # share
REFUSES = _theta("authorities.*.refuses", "authority")  # probability
SPEAKS = _theta("authorities.*.speaks", "authority")  # hour
AUTHORITY_ARMY = _theta("authorities.*.army", "authority")  # share
AUTHORITY_WEIGHT = _theta("authorities.*.weight", "authority")  # share
AUTHORITY_STRIKE = _theta("authorities.*.strike", "authority")  # probability
SUPPORT_MEAN = _theta("holding.support", "holding")  # share
REVERSION = _theta("holding.reversion", "holding")  # 1/day
SUPPORT_NOISE = _theta("holding.noise", "holding")  # share in a day
HOLD_PEOPLE = _theta("holding.people", "holding")  # share
HOLD_ARMY = _theta("holding.army", "holding")  # share
HOLD_WORD = _theta("holding.word", "holding")  # share
STRIKE = _theta("holding.strike", "holding")  # probability
STRIKE_COST = _theta("holding.strike_cost", "holding")  # share
STRIKE_DAYS = _theta("holding.strike_days", "holding")  # day
OUTSIDE_HOURS = _theta("holding.outside", "holding")  # hour
NEEDED = _theta("holding.needed", "holding")  # factor
HAZARD = _theta("holding.hazard", "holding")  # 1/day
HAZARD_LATER = _theta("holding.hazard_later", "holding")  # 1/day
SETTLES = _theta("holding.settles", "holding")  # day
FATE_ARRESTED = _fate("arrested")  # probability, all of them
FATE_FAILED = _fate("failed")
FATE_FLED = _fate("fled")
FATE_LOST = _fate("lost")
FATE_OUSTED = _fate("ousted")
CAPTIVES = _theta("fates.captives", "fates")  # probability

# fixed -----------------------------------------------------------------------------------------
UNITS = _fixed("units")
CHANNELS = _fixed("channels")
DISTRICTS = _fixed("districts")
PARADES = _fixed("parades")
STREETS = _fixed("streets")
AUTHORITIES = _fixed("authorities")
HOLDINGS = _fixed("holdings")
FATES = _fixed("fates")
SLOT_PULSE = _fixed("slot_pulse")  # the clock of the pulse
UNIT_KEY = _fixed("unit_key", "unit")
UNIT_HOME = _fixed("unit_home", "unit")  # place
UNIT_ARM = _fixed("unit_arm", "unit")
UNIT_UNDER = _fixed("unit_under", "unit")  # unit, -1 for none
UNIT_VEHICLE = _fixed("unit_vehicle", "unit")
UNIT_OUTSIDE = _fixed("unit_outside", "unit")
PARADE_PLACE = _fixed("parade_place")
PARADE_SINCE = _fixed("parade_since")  # second
PARADE_UNTIL = _fixed("parade_until")
CHANNEL_KIND = _fixed("channel_kind", "channel")
CHANNEL_NODE = _fixed("channel_node", "channel")  # place, -1 for runners
DISTRICT_PLACE = _fixed("district_place", "district")
DISTRICT_BARRED = _fixed("district_barred", "district")
STREET_POLICY = _fixed("street_policy")
SQUARE = _fixed("square")  # place
AUTHORITY_KEY = _fixed("authority_key", "authority")
AUTHORITY_PLACE = _fixed("authority_place", "authority")  # -1 for out of reach
RAIL_PLACE = _fixed("rail_place")  # -1 for none

# ints: state -------------------------------------------------------------------------------------
PULSES = _int("pulses")  # pulses so far
PULSING = _int("pulsing")  # 1 while they go on
UNIT_CHOICE = _int("unit_choice", "unit")
UNIT_STRENGTH = _int("unit_strength", "unit")  # men left
UNIT_AT = _int("unit_at", "unit")  # where it is or goes
UNIT_TASK = _int("unit_task", "unit")
UNIT_TRIPS = _int("unit_trips", "unit")
UNIT_ORDERED = _int("unit_ordered", "unit")  # 1 once orders are on their way
UNIT_REFUSED = _int("unit_refused", "unit")  # 1 once it would not fire
UNIT_PROMISED = _int("unit_promised", "unit")
PLEDGES = _int("pledges")  # units that move at the hour
SPOKEN = _int("spoken", "authority")
RISING = _int("rising")  # 1 once there has been a rising
CALLED = _int("called")  # 1 once people were called
DEAD_PLOT = _int("dead_plot")  # deaths by side, in fights of squads
DEAD_STATE = _int("dead_state")
DEAD_UNITS_PLOT = _int("dead_units_plot")  # in fights of units
DEAD_UNITS_STATE = _int("dead_units_state")
COLLAPSED = _int("collapsed")  # 1 while so many units have gone over that the state has fallen
DEAD_PEOPLE = _int("dead_people")  # in the street
JAILED_PEOPLE = _int("jailed_people")
LAST_CAUSE = _int("last_cause")  # why a new power ended, 0 for not
PEAK_CROWD = _int("peak_crowd")
CROWD_TOLD = _int("crowd_told", "district")  # step last told, see crowd.py; only with a log

# floats: state -----------------------------------------------------------------------------------
CHANNEL_TOLD_PLOT = _float("channel_told_plot", "channel")  # 0..1, how far it has told
CHANNEL_TOLD_STATE = _float("channel_told_state", "channel")
UNIT_ERROR = _float("unit_error", "unit")  # of its signal, in its own standard deviations
UNIT_DUE = _float("unit_due", "unit")  # when it is ready, or there
MARGINAL = _float("marginal")  # the last threshold of the game
PUBLIC_SEEN = _float("public_seen")  # the public signal
GAME_COST = _float("game_cost", "pair")  # mean cost and signal for which it was solved
TRUE_STRENGTH = _float("true_strength")
PLOT_HEARD = _float("plot_heard")  # 0..1, the plot's word
STATE_HEARD = _float("state_heard")
JOINED = _float("joined")  # share of the armed weight
CROWD = _float("crowd", "district")  # people in the street
GONE = _float("gone", "district")  # people jailed, dead or tired
HEARD = _float("heard", "district")  # share who have heard the call
SHOT = _float("shot")  # dead in the street, with fractions
CAUGHT_SUM = _float("caught_sum")  # jailed, with fractions
RISING_AT = _float("rising_at")
LOST_POWER_AT = _float("lost_power_at")  # when a new power ended, -1 for never
SUPPORT = _float("support")
STRIKE_FULL = _float("strike_full")  # 0..1

PUBLIC_FIELDS = tuple(_fields)
"""The fields of army, street and holding, in the order of their indices."""

OBEY, WAIT, JOIN, BEATEN = 0, 1, 2, 3  # unit_choice
AT_REST, ON_THE_WAY = 0, 1  # unit_task
ON_FOOT, ON_HORSE, IN_ARMOUR = 0, 1, 2  # unit_arm
BROADCAST, WIRE, PRESS_NEWS, RUNNERS = 0, 1, 2, 3  # channel_kind
TOLERATE, BAN, BREAK_UP = 0, 1, 2  # street_policy
SILENT, SAYS_YES, SAYS_NO = 0, 1, 2  # spoken
