"""Who stands where: one linked chain a place for the plot's teams, one for the state's groups.

A chain is (head, next): ``head`` per place and ``next`` per team or group hold 1 + an index, 0
for none, so that what happens at a place costs by who is there, not by how many there are.
"""

from __future__ import annotations

from malaparte.kernel.compile import typed


@typed("void(i8[::1], i8, i8, i8, i8)")
def join_place(ints, head, following, place, who):
    """Put a team or group at the head of a place's chain."""
    ints[ints[following] + who] = ints[ints[head] + place]
    ints[ints[head] + place] = who + 1


@typed("void(i8[::1], i8, i8, i8, i8)")
def leave_place(ints, head, following, place, who):
    """Take a team or group out of a place's chain."""
    after = ints[ints[following] + who]
    ints[ints[following] + who] = 0
    if ints[ints[head] + place] == who + 1:
        ints[ints[head] + place] = after
        return
    other = ints[ints[head] + place] - 1
    while other >= 0:
        if ints[ints[following] + other] == who + 1:
            ints[ints[following] + other] = after
            return
        other = ints[ints[following] + other] - 1
