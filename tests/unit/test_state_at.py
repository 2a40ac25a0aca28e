import pytest

from malaparte.report.state_at import Unit, heading, state_at
from tests import hand_made as day

WORLD = day.world()


def units(t: int) -> dict[tuple[str, int], Unit]:
    return {(unit.side, unit.index): unit for unit in state_at(WORLD, day.EVENTS, t).units}


def test_squads_wait_move_and_arrive() -> None:
    club, exchange = (WORLD.scenario.places[name].at for name in ("club", "exchange"))
    assert units(0)["plot", 2].doing == "waiting"
    assert units(0)["plot", 2].at == club
    half_way = units(9600)["plot", 2]
    assert half_way.doing == "moving"
    assert half_way.at == pytest.approx([(a + b) / 2 for a, b in zip(club, exchange, strict=True)])
    assert half_way.heading == pytest.approx(heading(club, exchange))
    assert units(10200)["plot", 2].doing == "there"
    assert units(10200)["plot", 2].men == 10


def test_beaten_squads_leave_and_losses_are_counted() -> None:
    assert units(10920)["plot", 2].men == 8
    assert ("plot", 2) not in units(11280)
    assert ("plot", 3) in units(13499)
    assert ("plot", 3) not in units(13500)
    assert ("plot", 1) not in units(14700)  # called back before it ever set out
    assert units(13500)["regime", 0].men == 19


def test_places_change_hands() -> None:
    shot = state_at(WORLD, day.EVENTS, 10800)
    assert shot.contested == {day.EXCHANGE}
    assert shot.holders == {}
    assert shot.services == {day.EXCHANGE: 0.6}
    shot = state_at(WORLD, day.EVENTS, 11300)
    assert shot.contested == set()
    assert shot.holders == {day.STATION: "plot", day.MINISTRY: "plot"}
    assert shot.guards == {0: 7}
    shot = state_at(WORLD, day.EVENTS, 13500)
    assert shot.holders == {day.STATION: "regime", day.MINISTRY: "plot"}


def test_persons_and_signals() -> None:
    assert state_at(WORLD, day.EVENTS, 0).persons == {}
    assert state_at(WORLD, day.EVENTS, 11580).persons == {0: "warned", 1: "warned", 2: "arrested"}
    end = state_at(WORLD, day.EVENTS, 90000)
    assert end.persons == {0: "sheltered", 1: "arrested", 2: "arrested"}
    assert (end.alarm, end.failed, end.street, end.ended) == (True, True, False, True)


def test_a_squad_that_is_sent_elsewhere_moves_again() -> None:
    from malaparte.kernel.events import SHIFTED

    events = [*day.EVENTS[:50], [50, 14800, SHIFTED, 4, day.MINISTRY, day.EXCHANGE, 15200, 49]]
    moved = {(u.side, u.index): u for u in state_at(WORLD, events, 15000).units}["plot", 4]
    assert (moved.doing, moved.place) == ("moving", day.EXCHANGE)


def test_units_of_the_army_choose_march_and_are_beaten() -> None:
    world = day.army_world()

    def seen(t: int) -> list[tuple[str, str, int, int]]:
        shot = state_at(world, day.ARMY_EVENTS, t)
        return [(one.choice, one.doing, one.place, one.men) for one in shot.army]

    assert seen(0)[:2] == [("obeys", "there", day.BARRACKS, -1), ("obeys", "there", day.CLUB, -1)]
    assert seen(4500)[0] == ("joins", "moving", day.STATION, -1)
    assert seen(4500)[1] == ("waits", "there", day.CLUB, -1)
    half_way = state_at(world, day.ARMY_EVENTS, 4500).army[0].at
    start, end = (world.scenario.places[name].at for name in ("barracks", "station"))
    assert half_way == pytest.approx([(a + b) / 2 for a, b in zip(start, end, strict=True)])
    assert seen(5400)[0] == ("joins", "there", day.STATION, 180)
    assert seen(7800)[:2] == [
        ("beaten", "there", day.STATION, 180),
        ("waits", "there", day.STATION, 90),
    ]
    # One from outside chooses, but is never in the city: it could come after a seizure alone.
    assert [seen(t)[2][:2] for t in (0, 4500)] == [("obeys", "outside"), ("joins", "outside")]


def test_a_unit_that_takes_a_place_sends_away_or_captures_whom_it_finds() -> None:
    def standing(t: int) -> list[tuple[str, int]]:
        shot = state_at(day.army_world(), day.ARMY_EVENTS, t)
        return sorted((one.side, one.index) for one in shot.units)

    assert standing(5100) == [("plot", 3), ("plot", 4), ("regime", 0)]
    assert standing(5400) == [("plot", 3), ("plot", 4)]  # gone over: the guard is sent home
    assert standing(7200) == [("plot", 4)]  # obeys: the squad is captured
    assert standing(7500) == []  # called back after it had arrived


def test_a_squad_that_hunts_leaves_once_it_has_nobody_left_to_look_for() -> None:
    assert units(13559)["plot", 0].doing == "there"
    assert ("plot", 0) in units(13560)  # one is arrested: on to the next
    assert ("plot", 0) not in units(14400)  # he was not there
    assert units(14400)["plot", 4].doing == "there"  # it arrested somebody where it holds a place


@pytest.mark.parametrize(
    ("end", "degrees"), [((1, 0), 0), ((0, 1), 90), ((-1, 0), 180), ((0, -1), 270)]
)
def test_heading(end: tuple[float, float], degrees: float) -> None:
    assert heading((0.0, 0.0), end) == pytest.approx(degrees)
