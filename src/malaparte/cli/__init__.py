"""The command line: parse, call one verb, print."""

from malaparte.cli.main import main

__all__ = ["main"]
