"""The rules of the day written a second time, by another hand, with Mesa's agents.

It shares nothing with the kernel but the scenario and the drawn numbers: other data structures,
other random numbers, another order of thought.  That both tell the same days is the check.
"""
