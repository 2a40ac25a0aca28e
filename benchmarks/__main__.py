"""Measure, print one line a figure, and keep them: `make bench`."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

LATEST = Path(__file__).with_name("latest.json")


def main() -> None:
    """Measure everything; five minutes on a quiet machine with two cores."""
    # Here, because a worker process imports this file again and should start quickly.
    from benchmarks import overhead, questions, speed, starts
    from benchmarks.figure import Figure
    from benchmarks.machine import machine

    measured: list[Figure] = []
    for part in (starts, speed, overhead, questions):
        for figure in part.figures():
            print(figure, flush=True)
            measured.append(figure)
    record = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "machine": machine(),
        "figures": [figure.record() for figure in measured],
    }
    LATEST.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(f"kept in benchmarks/{LATEST.name}")


if __name__ == "__main__":
    main()
