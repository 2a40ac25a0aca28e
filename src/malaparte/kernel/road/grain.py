"""Grain: what the peasants reap, eat, sow and sell, and to whom.

Sales.  A household with an endowment of grain and CES tastes sells a share s with odds s/(1-s) =
const p^(sigma-1), p the price of grain over that of manufactures (Strauss 1984; Singh, Squire and
Strauss 1986).  Under rationing of manufactures it sells no more than they can be bought for, s <= q
m/p, so that a higher price sells less (Knight; Barro and Grossman 1974).  Who expects the state to
raise its price, because the market pays more, or who fears a war, waits: the share exp(-(wait * gap
+ scare * R)) of the offer is sold, the rest is kept and sold later (coupling 4).  Outlets.  Odds of
the private dealer over the state go with (market price / state price)^outlet.

All is relative to the first quote, the campaign of 1926/27, whose calendar and size are inputs;
what differs in 1927/28 is output.  Each day: harvest + stock = sown + eaten + state + private +
stock'.  E in the offer is the harvest as far as it is known: the new one in proportion to what is
reaped, else that of the year before.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp, log
from malaparte.kernel.road.fields import (
    ALL_EATEN,
    ALL_PRIVATE,
    ALL_REAPED,
    ALL_SOWN,
    ALL_STATE,
    CROP,
    CUT,
    DAY_LENGTH,
    DAY_MONTH,
    EAGER,
    FRIGHT,
    HARVEST_NEW,
    HARVEST_OLD,
    HARVEST_SECOND,
    HOME_USE,
    KEEP_GRAIN,
    KEPT,
    MONTH_REAPED,
    MONTH_SOLD,
    MONTH_SOWN,
    OUTLET,
    PRIVATE,
    QUOTE_DAY,
    QUOTE_GAP,
    QUOTE_GOODS,
    QUOTE_MARKET,
    QUOTE_OFFER,
    QUOTE_STATE,
    QUOTE_TO_STATE,
    QUOTE_WARES,
    QUOTES,
    REAPED,
    RELEASE,
    SALES,
    SCARE,
    SEED_GRAIN,
    SLACK,
    SPREADING,
    STATE_BOUGHT,
    STATE_GRAIN,
    SUBSTITUTION,
    SUM_REAPED,
    SUM_SOLD,
    SUM_SOWN,
    TAKEN_SHARE,
    WAIT,
)

MOST = 0.95
"""Share of a harvest above which no offer goes."""
JULY = 6
"""The month in which an agricultural year begins, January being 0."""


@kernel
def power(x, a):
    """Return x**a for x > 0."""
    return exp(a * log(x))


@kernel
def sold_share(normal, substitution, price):
    """Return the share of its grain that a household sells at a price, ``normal`` at price 1."""
    odds = normal / (1.0 - normal) * power(price, substitution - 1.0)
    return odds / (1.0 + odds)


@kernel
def rationed_share(goods, price):
    """Return the share that buys all goods there are, ``goods`` of the endowment at price 1."""
    return goods / price


@kernel
def quote_at(ints, day):
    """Return the quote that holds on a day; the first holds from the beginning."""
    found = 0
    for quote in range(1, ints[ints[QUOTES]]):
        if ints[ints[QUOTE_DAY] + quote] <= day:
            found = quote
    return found


@kernel
def goods_now(theta, ints, day):
    """Return the supply of manufactures over that of the first quote."""
    first = theta[ints[QUOTE_GOODS]]
    return theta[ints[QUOTE_GOODS] + quote_at(ints, day)] / max(first, 1e-9)


@kernel
def gap_over(theta, ints, quote):
    """Return market price over state price, relative to the first quote."""
    first = theta[ints[QUOTE_MARKET]] / theta[ints[QUOTE_STATE]]
    return theta[ints[QUOTE_MARKET] + quote] / theta[ints[QUOTE_STATE] + quote] / first


@kernel
def offer(theta, ints, quote):
    """Return the share of the harvest offered in a year at the prices and goods of a quote."""
    normal = min(theta[ints[TAKEN_SHARE]] * (1.0 + theta[ints[PRIVATE]]), MOST)
    if ints[ints[CUT]] & SALES:
        return normal
    state = theta[ints[QUOTE_STATE] + quote] / theta[ints[QUOTE_STATE]]
    wares = theta[ints[QUOTE_WARES] + quote] / theta[ints[QUOTE_WARES]]
    price = state / wares
    free = sold_share(normal, theta[ints[SUBSTITUTION]], price)
    goods = theta[ints[QUOTE_GOODS] + quote] / theta[ints[QUOTE_GOODS]]
    bought = normal * max(theta[ints[SLACK]], 1.0) * goods
    return min(free, rationed_share(bought, price))


@kernel
def state_share(private, outlet, gap):
    """Return the state's share of sales; the odds of the other outlet are private gap^outlet."""
    return 1.0 / (1.0 + private * power(gap, outlet))


@kernel
def read_quotes(theta, ints, floats):
    """Work out, once a world, what each quote means for sales."""
    for quote in range(ints[ints[QUOTES]]):
        gap = 1.0
        if ints[ints[CUT]] & SALES == 0:
            gap = gap_over(theta, ints, quote)
        share = state_share(theta[ints[PRIVATE]], theta[ints[OUTLET]], gap)
        floats[ints[QUOTE_GAP] + quote] = gap
        floats[ints[QUOTE_OFFER] + quote] = offer(theta, ints, quote)
        floats[ints[QUOTE_TO_STATE] + quote] = share


@kernel
def withheld(theta, ints, floats, quote):
    """Return the share of the offer that is kept back for a better price, or for fear."""
    waits = theta[ints[WAIT]] * max(0.0, floats[ints[QUOTE_GAP] + quote] - 1.0)
    if ints[ints[CUT]] & SALES == 0:
        waits += theta[ints[SCARE]] * floats[ints[FRIGHT]]
    return 1.0 - exp(-waits) if waits > 0.0 else 0.0


@kernel
def new_year(theta, ints, floats):
    """Begin an agricultural year: the new harvest is unknown until it is reaped."""
    floats[ints[HARVEST_OLD]] = floats[ints[HARVEST_NEW]]
    floats[ints[HARVEST_NEW]] = theta[ints[HARVEST_SECOND]]
    floats[ints[REAPED]] = 0.0
    floats[ints[STATE_GRAIN]] = 0.0


@kernel
def farm(theta, ints, floats, day, step):
    """Reap, sow and eat for a step in days; the villages come before the market."""
    month = ints[ints[DAY_MONTH] + day]
    length = ints[ints[DAY_LENGTH] + day] / step
    part = theta[ints[MONTH_REAPED] + month] / max(floats[ints[SUM_REAPED]], 1e-9) / length
    reaped = part * floats[ints[HARVEST_NEW]]
    floats[ints[REAPED]] += part
    floats[ints[CROP]] += reaped
    floats[ints[ALL_REAPED]] += reaped
    part = theta[ints[MONTH_SOWN] + month] / max(floats[ints[SUM_SOWN]], 1e-9) / length
    sown = min(floats[ints[CROP]], part * theta[ints[SEED_GRAIN]])
    floats[ints[CROP]] -= sown
    floats[ints[ALL_SOWN]] += sown
    known = known_harvest(ints, floats)
    eaten = min(floats[ints[CROP]], theta[ints[HOME_USE]] * known / 365.0 * step)
    floats[ints[CROP]] -= eaten
    floats[ints[ALL_EATEN]] += eaten


@kernel
def known_harvest(ints, floats):
    """Return the harvest of a year as far as it is known."""
    reaped = floats[ints[REAPED]]
    return reaped * floats[ints[HARVEST_NEW]] + (1.0 - reaped) * floats[ints[HARVEST_OLD]]


@kernel
def sell(theta, ints, floats, day, step):
    """Sell for a step in days, to the state and to others."""
    quote = quote_at(ints, day)
    lag = floats[ints[KEEP_GRAIN]]
    share = floats[ints[QUOTE_OFFER] + quote]
    floats[ints[EAGER]] = lag * floats[ints[EAGER]] + (1.0 - lag) * share
    fright = floats[ints[SPREADING]]
    floats[ints[FRIGHT]] = lag * floats[ints[FRIGHT]] + (1.0 - lag) * fright
    keep = withheld(theta, ints, floats, quote)
    weight = theta[ints[MONTH_SOLD] + ints[ints[DAY_MONTH] + day]] / max(
        floats[ints[SUM_SOLD]], 1e-9
    )
    meant = weight / ints[ints[DAY_LENGTH] + day] * known_harvest(ints, floats) * step
    meant *= floats[ints[EAGER]]
    released = step * theta[ints[RELEASE]] * floats[ints[KEPT]] * (1.0 - keep)
    sold = min(floats[ints[CROP]], meant * (1.0 - keep) + released)
    floats[ints[KEPT]] = min(
        floats[ints[KEPT]] + meant * keep - released, floats[ints[CROP]] - sold
    )
    floats[ints[KEPT]] = max(0.0, floats[ints[KEPT]])
    state = sold * floats[ints[QUOTE_TO_STATE] + quote]
    floats[ints[CROP]] -= sold
    floats[ints[STATE_GRAIN]] += state
    floats[ints[ALL_STATE]] += state
    floats[ints[ALL_PRIVATE]] += sold - state
    floats[ints[STATE_BOUGHT]] = state
