"""What a chronicle calls kept is kept: nobody takes it back later, neither reserves nor army."""

import re

import pytest

import malaparte as mp
from malaparte.kernel import events as kind
from malaparte.report.chronicle import chronicle_data
from malaparte.report.names import Names
from malaparte.report.state_at import rows

BARE = {"guards": "none", "agent": "none", "leaders": "homes", "order": "arrests-first"}
TAKES, TAKES_BACK = (kind.NODE_TAKEN, kind.UNIT_TAKES), (kind.RETAKEN, kind.UNIT_RETAKES)


@pytest.mark.parametrize("do", [{}, BARE], ids=["as told", "bare"])
def test_what_is_called_kept_is_never_taken_back(do: dict[str, str]) -> None:
    lab = mp.load("moscow-1927-article", do=do)
    names, ids = Names(lab.world, "en"), lab.world.names["place"]
    by_army = 0
    for number in range(20):
        trace = lab.trace(number)
        events = trace.events.tolist()
        held: dict[int, bool] = {}
        for row in rows(events):
            if row.kind in (*TAKES, *TAKES_BACK):
                held[row.place] = row.kind in TAKES
                by_army += row.kind == kind.UNIT_RETAKES
        lost = [place for place, kept in held.items() if not kept]
        for one in chronicle_data(lab.world, events, trace.row.tolist(), "en"):
            listed = re.search(r"Taken and kept: (.*?) \(out of action", one["text"])
            named = set(re.split(r", | and ", listed[1])) if listed else set[str]()
            if "stays in the hands of the plot" in one["text"]:
                named |= {names.place(ids.index(place)) for place in one["places"]}
            assert not named & {names.place(place) for place in lost}, number
    assert by_army > 5
