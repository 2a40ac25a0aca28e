"""Pictures of results as SVG; the report, the command `plot` and notebooks share them."""

KINDS = ("outcomes", "road", "nodes")
"""Pictures of an ensemble."""
