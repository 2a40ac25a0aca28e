"""Who is heard: channels carry the word of whoever holds their node and can make it work.

A channel tells the plot's word while the plot holds its node and the service works, the state's
while the state does; each goes to everybody within reach with the channel's delay.  What has been
heard stays heard, and fades when the channel falls silent at the same pace.  Both sides are heard
by 1 - prod(1 - reach belief told).
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp
from malaparte.kernel.public.fields import (
    CHANNEL_DELAY,
    CHANNEL_KIND,
    CHANNEL_NODE,
    CHANNEL_PLOT,
    CHANNEL_REACH,
    CHANNEL_STATE,
    CHANNEL_TOLD_PLOT,
    CHANNEL_TOLD_STATE,
    CHANNELS,
    PLOT_HEARD,
    RUNNERS,
    STATE_HEARD,
)
from malaparte.kernel.state import LAUNCHED_AT, NODE_HOLDER, PLOT, SERVICE_LOSS, STREET_AT


@kernel
def hear_channels(theta, ints, floats, minutes):
    """Let every channel tell for some minutes, and sum up what is heard."""
    open_plot = floats[ints[LAUNCHED_AT]] >= 0.0 or floats[ints[STREET_AT]] >= 0.0
    plot_missed = 1.0
    state_missed = 1.0
    for c in range(ints[ints[CHANNELS]]):
        node = ints[ints[CHANNEL_NODE] + c]
        plot_says = 1.0 if open_plot else 0.0
        state_says = 1.0
        if ints[ints[CHANNEL_KIND] + c] != RUNNERS:
            works = 1.0 - floats[ints[SERVICE_LOSS] + node]
            held = ints[ints[NODE_HOLDER] + node] == PLOT
            plot_says = works if held else 0.0
            state_says = 0.0 if held else works
        keep = exp(-minutes / theta[ints[CHANNEL_DELAY] + c])
        plot = floats[ints[CHANNEL_TOLD_PLOT] + c]
        state = floats[ints[CHANNEL_TOLD_STATE] + c]
        plot = plot_says + keep * (plot - plot_says)
        state = state_says + keep * (state - state_says)
        floats[ints[CHANNEL_TOLD_PLOT] + c] = plot
        floats[ints[CHANNEL_TOLD_STATE] + c] = state
        reach = theta[ints[CHANNEL_REACH] + c]
        plot_missed *= 1.0 - reach * theta[ints[CHANNEL_PLOT] + c] * plot
        state_missed *= 1.0 - reach * theta[ints[CHANNEL_STATE] + c] * state
    floats[ints[PLOT_HEARD]] = 1.0 - plot_missed
    floats[ints[STATE_HEARD]] = 1.0 - state_missed
