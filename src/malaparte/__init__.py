"""A laboratory for counterfactual history of seizures of power."""

__version__ = "0.1.0"
