"""``python -m malaparte`` is ``malaparte``."""

from malaparte.cli import main

main()
