"""A chronicle tells causes before effects, and says of whom and of which side it speaks."""

import malaparte as mp
from malaparte.report.chronicle import chronicle_data


def test_what_brings_into_power_is_told_before_power() -> None:
    lab = mp.load("berlin-1920")
    trace = lab.trace(0)
    told = chronicle_data(lab.world, trace.events.tolist(), trace.row.tolist(), "en")
    texts = [one["text"] for one in told]
    over = next(i for i, text in enumerate(texts) if "the army has gone over" in text)
    power = next(i for i, text in enumerate(texts) if "in power." in text)
    assert told[over]["time"] == told[power]["time"]
    assert over < power
    # The end stands last, whatever the number of its event.
    of_the_day = [one for one in told if "the account ends" not in one["text"]][:-1]
    order = [(one["time"], min(one["events"], default=-1)) for one in of_the_day]
    assert order == sorted(order)


def test_who_is_beaten_attacked_or_defended() -> None:
    text = " ".join(mp.load("petrograd-1917").chronicle(1466).split())
    assert "the attack on Winter Palace is lost by Sailors" in text
    assert "the defence of Winter Palace is lost by Red Guard" in text
    # Units are gone, places remain: nobody stands there.
    assert "The plot holds four places" in text
    assert "No unit of the plot is left there: nobody has come to take back" in text


def test_whose_arrest_is_meant() -> None:
    lab = mp.load("moscow-1927-article")
    english = " ".join(lab.chronicle(17).split())
    assert "None of those whom the plot wanted is under arrest" in english
    assert "The leader of the plot is arrested." in english
    russian = " ".join(lab.chronicle(17, lang="ru").split())
    assert "Никто из тех, кого хотел взять заговор, не арестован" in russian
