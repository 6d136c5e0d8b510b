from datetime import date, time

from data.municipalities import Area
from data.vocabulary import Mode
from recommender.constraints import Constraints


def test_nothing_stated_shows_nothing():
    assert Constraints().to_json() == {}


def test_what_was_stated_is_shown_as_the_contract_writes_it():
    stated = Constraints(
        area=Area.OKITAMA,
        mode=(Mode.LIVE_ONLINE,),
        max_fee_yen=0,
        start_from=date(2026, 12, 1),
        weekday_end_by=time(15),
        childcare=True,
    )
    assert stated.to_json() == {
        "area": "置賜",
        "mode": ["オンライン(同時)"],
        "max_fee_yen": 0,
        "start_from": "2026-12-01",
        "weekday_end_by": "15:00",
        "childcare": True,
    }
