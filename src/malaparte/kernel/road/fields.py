"""Names of all that the road reads and writes, in the three arrays of `malaparte.kernel.state`.

Fields of ``theta`` are called by their path in the scenario, ``*`` for the id of an entity.  Days
count from the beginning of the economy; series hold one value for each day, as it is at the day's
end.

Entities: road (one if the scenario has a road, else none), shock, quote, month (twelve, from
January), good (bread, goods), sector, lean (a sector that leans on another), road_day, cause (of
incidents: one accident clock a sector, then emigres, plot, nerves).  ``one`` is there without a
road, too.
"""

from __future__ import annotations

from malaparte.kernel.state import FIELDS as DAY_FIELDS
from malaparte.kernel.state import Field

_fields: list[Field] = []


def _field(name: str, array: str, per: str) -> int:
    _fields.append(Field(name, array, per))
    return len(DAY_FIELDS) + len(_fields) - 1


def _theta(path: str, per: str = "road") -> int:
    return _field(f"road.{path}", "theta", per)


def _fixed(name: str, per: str = "road") -> int:
    return _field(name, "fixed", per)


def _int(name: str, per: str = "road") -> int:
    return _field(name, "road_ints", per)


def _float(name: str, per: str = "road") -> int:
    return _field(name, "road_floats", per)


# theta: the inputs, in the units of the scenario ------------------------------------------------
SHOCK_TENSION = _theta("shocks.*.tension", "shock")  # share
SHOCK_DOUBT = _theta("shocks.*.doubt", "shock")  # factor; 0 where nothing is said
SHOCK_SYMPATHY = _theta("shocks.*.sympathy", "shock")  # share
SHOCK_EMIGRES = _theta("shocks.*.emigres", "shock")  # share
FADE = _theta("rumour.fade")  # day
SEEDING = _theta("rumour.seed")  # share of the people, for tension 1
RENEW = _theta("rumour.renew")  # share of the tired, for tension 1
CONTACTS = _theta("rumour.contacts")  # 1/day
TELL = _theta("rumour.tell")  # probability
STIFLE = _theta("rumour.stifle")  # probability
FORGET = _theta("rumour.forget")  # 1/day
DENIAL = _theta("rumour.denial")  # 1/day
SEEN = _theta("rumour.seen")  # share of the people a day, for an hour of queue
FEAR = _theta("households.fear")  # factor
TIRED = _theta("households.tired")  # share
PURSE = _theta("households.purse")  # factor
ADJUST = _theta("households.adjust")  # day
TRIP = _theta("households.trip")  # hour
KEEPING = _theta("households.keeping")  # hour/day
OPEN_HOURS = _theta("shops.*.open", "good")  # hour
RUSH = _theta("shops.*.rush", "good")  # hour
CROWDING = _theta("shops.*.crowding", "good")  # share
SPARE = _theta("shops.*.spare", "good")  # factor
UNEVEN = _theta("shops.*.uneven", "good")  # log
QUOTE_STATE = _theta("grain.quotes.*.state", "quote")  # rouble/pood
QUOTE_MARKET = _theta("grain.quotes.*.market", "quote")  # rouble/pood
QUOTE_WARES = _theta("grain.quotes.*.wares", "quote")  # factor
QUOTE_GOODS = _theta("grain.quotes.*.goods", "quote")  # factor
MONTH_REAPED = _theta("grain.months.*.reaped", "month")  # weight
MONTH_SOWN = _theta("grain.months.*.sown", "month")  # weight
MONTH_SOLD = _theta("grain.months.*.sold", "month")  # weight
HARVEST_BEFORE = _theta("grain.harvest_before")  # million poods
HARVEST_FIRST = _theta("grain.harvest_first")  # million poods
HARVEST_SECOND = _theta("grain.harvest_second")  # million poods
STOCK = _theta("grain.stock")  # million poods
SEED_GRAIN = _theta("grain.seed")  # million poods
HOME_USE = _theta("grain.home_use")  # share
TAKEN_SHARE = _theta("grain.taken")  # share
PRIVATE = _theta("grain.private")  # factor
SUBSTITUTION = _theta("grain.substitution")  # factor
SLACK = _theta("grain.slack")  # factor
WAIT = _theta("grain.wait")  # factor
SCARE = _theta("grain.scare")  # factor
RELEASE = _theta("grain.release")  # 1/day
OUTLET = _theta("grain.outlet")  # factor
GRAIN_LAG = _theta("grain.lag")  # day
TOWN_NEED = _theta("towns.need")  # million poods a month
TOWN_STOCK = _theta("towns.stock")  # day
TOWN_ABROAD = _theta("towns.abroad")  # share
TOWN_WAY = _theta("towns.way")  # day
TOWN_RESERVE = _theta("towns.reserve")  # day
ACCIDENT = _theta("services.sectors.*.accident", "sector")  # 1/day
DAMAGE = _theta("services.sectors.*.damage", "sector")  # share
REPAIR = _theta("services.sectors.*.repair", "sector")  # 1/day
LEAN_LOSS = _theta("services.sectors.*.leans.*", "lean")  # share
EMIGRES = _theta("services.emigres")  # 1/day
NERVES = _theta("services.nerves")  # 1/day
REHEARSALS = _theta("services.rehearsals")  # 1/day
LESSON = _theta("services.lesson")  # weight
CAUGHT = _theta("services.caught")  # probability
STRAYS = _theta("services.strays")  # 1/day
NOTICE = _theta("services.notice")  # probability
HARDENS = _theta("services.hardens")  # factor
LEGITIMACY = _theta("mood.legitimacy")  # share
MOOD_LAG = _theta("mood.lag")  # day
QUEUE_REF = _theta("mood.queue")  # hour
QUEUE_HURTS = _theta("mood.queue_hurts")  # share
HUNGER_HURTS = _theta("mood.hunger_hurts")  # share
SYMPATHY_SHARE = _theta("mood.sympathy")  # share
UNITS_SHARE = _theta("mood.units")  # share
CORE = _theta("plot.core")  # person
POOL = _theta("plot.pool")  # person
GROWTH = _theta("plot.growth")  # 1/day
MEETINGS = _theta("plot.meetings")  # factor
TRAINING = _theta("plot.training")  # day
CROWD = _theta("plot.crowd")  # factor
LEAK = _theta("secrecy.leak")  # 1/day a person
AGENT_REPORTS = _theta("secrecy.agent")  # 1/day
BOAST = _theta("secrecy.boast")  # 1/day
FALSE_REPORTS = _theta("secrecy.mistaken")  # 1/day
INVENTED = _theta("secrecy.invented")  # 1/day
SUPPOSED = _theta("secrecy.supposed")  # person
PRIOR = _theta("secrecy.prior")  # probability
MEMORY = _theta("secrecy.memory")  # day
CELL = _theta("secrecy.cell")  # person
REACH = _theta("secrecy.reach")  # share
HOUR_SET = _theta("secrecy.hour_set")  # day
HOUR_TOLD = _theta("secrecy.hour_told")  # probability
PROPOSE = _theta("arrest.propose")  # probability
LOSS_IF = _theta("arrest.loss")  # weight
COST = _theta("arrest.cost")  # weight
COST_GUESTS = _theta("arrest.guests")  # weight
CHAIN = _theta("arrest.chain")  # count
BROKEN_BELOW = _theta("arrest.broken")  # share
WATCH = _theta("arrest.watch")  # factor
MORE_GUARDS = _theta("arrest.guards")  # factor
FOREWARNED = _theta("arrest.forewarned")  # factor
SHELTER_AT = _theta("arrest.shelter")  # probability

# fixed -----------------------------------------------------------------------------------------
ROAD = _fixed("road", "one")  # 1 where there is a road
DAYS = _fixed("road_days", "one")  # days of the economy
STEPS_A_DAY = _fixed("steps_a_day", "one")  # of what runs on through the day; 1
ROAD_FIRST = _fixed("road_first", "one")  # day on which the road begins
EVE = _fixed("eve", "one")  # day of the coup, by the calendar
CUT = _fixed("cut", "one")  # bits of the couplings that are cut
SHOCKS = _fixed("shocks", "one")
QUOTES = _fixed("quotes", "one")
SECTORS = _fixed("sectors", "one")
LEANS = _fixed("leans", "one")
DENY = _fixed("deny", "one")  # policies
SHORTAGE_NEWS = _fixed("shortage_news", "one")
REHEARSE = _fixed("rehearse", "one")
ARREST = _fixed("arrest", "one")
ANSWER = _fixed("answer", "one")
DENY_SINCE = _fixed("deny_since", "one")  # days
PLOT_SINCE = _fixed("plot_since", "one")
MEETINGS_SINCE = _fixed("meetings_since", "one")
ARREST_SINCE = _fixed("arrest_since", "one")
GUESTS_COME = _fixed("guests_come", "one")
GUESTS_GO = _fixed("guests_go", "one")
FEAST = _fixed("feast", "one")  # day on which a state that does not know the day expects it
INTS_END = _fixed("road_ints_end", "one")  # where the road's integers end
THETA_SIZE = _fixed("theta_size", "one")  # values of theta
MARCH_SINCE = _fixed("march_since", "one")  # the columns of a day that comes when it should
MARCH_UNTIL = _fixed("march_until", "one")
SHOCK_DAY = _fixed("shock_day", "shock")
QUOTE_DAY = _fixed("quote_day", "quote")
SECTOR_ID = _fixed("sector_id", "sector")
SECTOR_OF = _fixed("sector_of", "place")  # sector of a place, -1 for none
LEAN_SECTOR = _fixed("lean_sector", "lean")
LEAN_ON = _fixed("lean_on", "lean")
RAIL = _fixed("rail", "one")  # the sector that carries grain, -1 for none
DAY_MONTH = _fixed("day_month", "road_day")  # 0 is January
DAY_LENGTH = _fixed("day_length", "road_day")  # days of its month
STAY_OWN = _fixed("stay_own", "stay")  # where persons are on a day that comes when it should
STAY_ELSE = _fixed("stay_else", "stay")

# road_ints: state --------------------------------------------------------------------------------
PREVENTED = _int("prevented", "one")  # 1 when arrests ended the plot
EARLY = _int("early", "one")  # 1 when arrests made it strike early
START_DAY = _int("start_day", "one")  # day on which it strikes, or would have
REAL = _int("real", "one")  # 1 where there is a plot in this world
PLOTTING = _int("plotting", "one")  # 1 while there is a plot
HAS_AGENT = _int("has_agent", "one")  # 1 where the state has an agent in the plot
HOUR_KNOWN = _int("hour_known", "one")  # 1 once the state knows the hour
TOLD = _int("told", "one")  # 1 once the agent has reported
ARREST_DAY = _int("arrest_day", "one")  # -1 for never
PROPOSED_DAY = _int("proposed_day", "one")  # first proposal of an arrest, -1 for never
ARRESTS = _int("arrests", "one")  # persons
REPORTS_TRUE = _int("reports_true", "one")  # reports of the plot
REPORTS_FALSE = _int("reports_false", "one")  # reports without one
PROBES = _int("probes", "one")  # rehearsals at places
PROBES_HIDDEN = _int("probes_hidden", "one")  # of them, that noticed hidden men
TRIED = _int("tried", "place")  # rehearsals at a place
NOTICED = _int("noticed", "place")  # 1 once one of them has noticed hidden men there
TARGET_KNOWN = _int("target_known", "place")  # 1 once the state knows the place as a target
INCIDENTS = _int("incidents", "one")  # that happened
INCIDENTS_TOLD = _int("incidents_told", "one")  # with those that nerves invented
CAUSE_FIRINGS = _int("cause_firings", "cause")  # occurrences of the clocks of incidents
LEAK_FIRINGS = _int("leak_firings", "source")  # occurrences of the clocks of reports

# road_floats: state ------------------------------------------------------------------------------
TENSION = _float("tension")  # 0..1
EMIGRE_TENSION = _float("emigre_tension")  # 0..1, of the shocks that stand for attacks by emigres
IGNORANT = _float("ignorant")  # share of the people who have not heard the rumour
SPREADING = _float("spreading")  # share of the people who spread it
FEAR_LAGGED = _float("fear_lagged")  # rumour as households felt it yesterday
HOME = _float("home", "good")  # stock at home, days of normal use
QUEUE_HOURS = _float("queue_hours", "good")  # mean hours in the queue today
USED_TO = _float("used_to")  # hours of queue
UNSERVED = _float("unserved", "good")  # demand that went home empty
BOUGHT = _float("bought", "good")  # bought today, days of normal use
CROP = _float("crop")  # grain of the peasants, million poods
KEPT = _float("kept")  # of it, held back from sale
HARVEST_OLD = _float("harvest_old")  # harvest that is eaten, million poods
HARVEST_NEW = _float("harvest_new")  # harvest that is reaped next, million poods
REAPED = _float("reaped")  # share of the new harvest
SUM_REAPED = _float("sum_reaped")  # sums of the months' weights
SUM_SOWN = _float("sum_sown")
SUM_SOLD = _float("sum_sold")
EAGER = _float("eager")  # lagged answer to prices and goods
FRIGHT = _float("fright")  # lagged rumour in the villages
STATE_BOUGHT = _float("state_bought")  # bought by the state today, million poods
STATE_GRAIN = _float("state_grain")  # bought by the state since 1 July
ALL_REAPED = _float("all_reaped")  # since the beginning, for the balance
ALL_EATEN = _float("all_eaten")
ALL_SOWN = _float("all_sown")
ALL_STATE = _float("all_state")
ALL_PRIVATE = _float("all_private")
TRANSIT = _float("transit")  # million poods on the way
TOWN_GRAIN = _float("town_grain")  # million poods in the stores of the towns
ALL_ABROAD = _float("all_abroad")
ALL_SHOPS = _float("all_shops")  # given to the shops
INOPERABLE = _float("inoperable", "sector")  # 0..1
STRAIN = _float("strain", "sector")  # scratch
CAUSE_LEFT = _float("cause_left", "cause")  # left of unit exponentials
LEAK_LEFT = _float("leak_left", "source")
TRUST = _float("trust")  # legitimacy
SYMPATHY = _float("sympathy")  # share of the public
UNITS = _float("units")  # share of the units
PLOTTERS = _float("plotters")  # persons
TRAINED = _float("trained")  # persons
JAILED = _float("jailed")  # persons
KNOWN = _float("known")  # members whom the state knows
BELIEF = _float("belief")  # of the state, that there is a plot
SUSPECTS_HIDDEN = _float("suspects_hidden")  # share of hidden guards, as the plotters believe
COST_NOW = _float("cost_now")  # of arrests today, in the units of the loss
KEEP_TENSION = _float("keep_tension")  # what a lag keeps in a day, exp(-1/lag)
KEEP_GRAIN = _float("keep_grain")
KEEP_MOOD = _float("keep_mood")
KEEP_BELIEF = _float("keep_belief")
KEEP_RAW = _float("keep_raw")
KEEP_DAMAGE = _float("keep_damage", "sector")
QUOTE_GAP = _float("quote_gap", "quote")  # market over state price, over the first
QUOTE_OFFER = _float("quote_offer", "quote")  # share of a harvest offered in a year
QUOTE_TO_STATE = _float("quote_to_state", "quote")  # share of sales
LOG_RUMOUR = _float("log_rumour", "road_day")  # share spreading; the series stand together
LOG_QUEUE = _float("log_queue", "road_day")  # hours, bread
LOG_QUEUE_GOODS = _float("log_queue_goods", "road_day")
LOG_HOME = _float("log_home", "road_day")  # days, bread
LOG_STATE = _float("log_state", "road_day")  # million poods since 1 July
LOG_COVER = _float("log_cover", "road_day")  # days
LOG_INCIDENTS = _float("log_incidents", "road_day")  # told, since the beginning
LOG_TRUST = _float("log_trust", "road_day")
LOG_PLOTTERS = _float("log_plotters", "road_day")
LOG_BELIEF = _float("log_belief", "road_day")
SERVICE_BASE = _float("service_base", "place")  # loss with which the day begins
SHOWN = _float("shown", "place")  # what the plot has seen there, added to what it suspects
HAND_TRUST = _float("hand_trust", "one")  # trust on the eve, for the street and the army
HAND_SYMPATHY = _float("hand_sympathy", "one")  # sympathy of the public on the eve
HAND_UNITS = _float("hand_units", "one")  # sympathy of the units on the eve
HAND_CROWD = _float("hand_crowd", "one")  # share of the public that the plotters reckon with
TODAY = _float("today", "theta")  # theta as the day reads it

ROAD_FIELDS = tuple(_fields)
"""The fields of the road, in the order of their indices, which follow those of the day."""

(
    SHOCK,
    PURCHASE,
    SHOPS,
    SALES,
    SUPPLY,
    MOOD,
    RECRUITS,
    REPORTS,
    DECISION,
    NODES,
    SIGNAL,
    CROWD_LINK,
) = (1 << n for n in range(12))
"""Bits of `CUT`, the twelve couplings in order; the last two belong to the day."""

BREAD, WARES = 0, 1  # goods
MEMBER, AGENT, BRAGGING, FALSE, STRAY = 0, 1, 2, 3, 4  # sources of reports
SOURCES = 5
REFUSE, FIRST, BY_LOSS = 0, 1, 2  # arrest
ON, STRIKE_EARLY = 0, 1  # answer: go on as planned, or at once
