"""Very many worlds: which ones, on what, and what they add up to."""
