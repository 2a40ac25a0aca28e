"""Queues: a fluid queue before a shop with opening hours and deliveries.

Newell 1982 (Applications of Queueing Theory, ch. 2): the queue grows at arrivals less capacity and
the waiting is the area under it, not the peak times its length.  Some customers come in the rush at
opening, the rest through the day; the shop sells its delivery evenly over its hours, and who still
stands at closing time goes home empty. Everything is measured in one household-day of normal use,
so hours of waiting come out in hours a customer.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp, normal_quantile
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.road.fields import (
    BOUGHT,
    BREAD,
    CROWDING,
    CUT,
    OPEN_HOURS,
    QUEUE_HOURS,
    RUSH,
    SHOPS,
    SPARE,
    UNEVEN,
    UNSERVED,
)
from malaparte.kernel.road.grain import goods_now
from malaparte.kernel.road.hoarding import demand
from malaparte.kernel.road.keys import DELIVERIES_KEY
from malaparte.kernel.road.towns import bread_ration
from malaparte.kernel.state import SEED, WORLD


@kernel
def flow(queue, arrivals, capacity, hours):
    """Return the queue after hours of constant arrivals and capacity, and the waiting meanwhile."""
    net = arrivals - capacity
    if net < 0.0 and queue + net * hours < 0.0:
        empties = queue / -net
        return 0.0, 0.5 * queue * empties
    after = queue + net * hours
    return after, 0.5 * (queue + after) * hours


@kernel
def shop_day(wanted, delivery, hours, rush, crowding):
    """Return what is sold and the mean wait in hours of a day at the shops."""
    rush = min(rush, hours)
    capacity = delivery / hours
    rest = hours - rush
    queue, waiting = flow(0.0, crowding * wanted / rush, capacity, rush)
    if rest > 0.0:
        queue, more = flow(queue, (1.0 - crowding) * wanted / rest, capacity, rest)
        waiting += more
    return wanted - queue, waiting / max(wanted, 1e-9)


@kernel
def trade(theta, ints, floats, good, day):
    """Open the shops for a day: deliveries, the queue, what is bought."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    u = uniform(seed, world, DYNAMICS, DELIVERIES_KEY, good, day, 0)
    spread = theta[ints[UNEVEN] + good]
    delivery = theta[ints[SPARE] + good] * exp(spread * normal_quantile(u) - 0.5 * spread * spread)
    wanted = demand(theta, ints, floats, good)
    if ints[ints[CUT]] & SHOPS:
        wanted = 1.0
    elif good == BREAD:
        delivery *= bread_ration(theta, ints, floats)
    else:
        delivery *= goods_now(theta, ints, day)
    hours = max(theta[ints[OPEN_HOURS] + good], 0.1)
    rush = max(theta[ints[RUSH] + good], 0.1)
    sold, wait = shop_day(wanted, delivery, hours, rush, theta[ints[CROWDING] + good])
    if ints[ints[CUT]] & SHOPS:
        sold = wanted  # in a calm year nobody goes home with less than is used up
    floats[ints[BOUGHT] + good] = sold
    floats[ints[UNSERVED] + good] = wanted - sold
    floats[ints[QUEUE_HOURS] + good] = wait
