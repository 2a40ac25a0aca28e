"""Pictures of results as SVG; the report, the command `plot` and notebooks share them."""
