"""One world as numbers: compiled by Numba, the same source runs interpreted, bit for bit."""
