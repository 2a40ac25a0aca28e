"""The day: rules that run by events, one a file; their order stands in step.py."""
