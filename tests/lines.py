"""What was printed, as if no line had been broken at eighty columns."""


def unbroken(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())
