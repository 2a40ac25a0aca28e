"""Addressed draws: a number for every (seed, world, purpose, rule, entity, occurrence, slot).

Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011), checked against the published vectors of
Random123. A draw has an address instead of a place in a sequence, so a counterfactual world meets
the same luck wherever it asks the same question, and a world can be computed alone.

Counter words (version 1 of the format):
    0: world, low 32 bits
    1: world, high 8 bits | purpose, 4 bits | rule, 20 bits
    2: entity, 32 bits
    3: occurrence, 24 bits | slot, 8 bits
Key words: seed, low and high 32 bits.
"""

from __future__ import annotations

import hashlib

from malaparte.kernel.compile import entry, typed
from malaparte.kernel.maths import log

FORMAT = 1
"""Version of the address format; part of every run id."""

INPUTS, DYNAMICS, DESIGN, RESAMPLING, BRANCH = 0, 1, 2, 3, 4
"""Purposes of a draw."""

MASK = 0xFFFFFFFF
M0, M1 = 0xD2511F53, 0xCD9E8D57
W0, W1 = 0x9E3779B9, 0xBB67AE85


def rule_key(name: str) -> int:
    """Return the 20-bit key of a rule, a hash of its name."""
    return int.from_bytes(hashlib.sha256(f"rule:{name}".encode()).digest()[:4], "big") >> 12


def entity_key(name: str) -> int:
    """Return the 32-bit key of an entity, a hash of its id."""
    return int.from_bytes(hashlib.sha256(f"entity:{name}".encode()).digest()[:4], "big")


@entry("UniTuple(i8, 4)(i8, i8, i8, i8, i8, i8)")
def philox(c0: int, c1: int, c2: int, c3: int, k0: int, k1: int) -> tuple[int, int, int, int]:
    """Return the four 32-bit words of Philox4x32-10 for a counter and a key of 32-bit words."""
    for _ in range(10):
        p0 = M0 * c0
        p1 = M1 * c2
        h0 = (p0 >> 32) & MASK
        l0 = p0 & MASK
        h1 = (p1 >> 32) & MASK
        l1 = p1 & MASK
        c0 = h1 ^ c1 ^ k0
        c1 = l1
        c2 = h0 ^ c3 ^ k1
        c3 = l0
        k0 = (k0 + W0) & MASK
        k1 = (k1 + W1) & MASK
    return c0, c1, c2, c3


@typed("f8(i8, i8, i8, i8, i8, i8, i8)")
def uniform(
    seed: int, world: int, purpose: int, rule: int, entity: int, occurrence: int, slot: int
) -> float:
    """Return the uniform number in (0, 1), with 53 bits, that stands at an address."""
    seed = int(seed)
    world = int(world)
    c1 = (((world >> 32) & 0xFF) << 24) | ((int(purpose) & 0xF) << 20) | (int(rule) & 0xFFFFF)
    c3 = ((int(occurrence) & 0xFFFFFF) << 8) | (int(slot) & 0xFF)
    a, b, _, _ = philox(world & MASK, c1, int(entity) & MASK, c3, seed & MASK, (seed >> 32) & MASK)
    return ((a >> 5) * 67108864.0 + (b >> 6) + 0.5) * 1.1102230246251565e-16


@typed("f8(i8, i8, i8, i8, i8, i8)")
def exponential(seed: int, world: int, rule: int, entity: int, occurrence: int, slot: int) -> float:
    """Return a unit exponential of the dynamics at an address (mean 1)."""
    return -log(uniform(seed, world, DYNAMICS, rule, entity, occurrence, slot))
