"""Arrivals: what is acknowledged lies on disk until the inbox has it."""

import pytest

from bot.answering.porter import Porter
from bot.state.arrivals import MOST_AT_ONCE, open_arrivals


@pytest.fixture
def arrivals(url):
    opened = open_arrivals(url)
    opened.remove(opened.oldest())  # PostgreSQL keeps what an earlier test left
    yield opened
    opened.close()


@pytest.fixture
def porter(arrivals, inbox):
    return Porter(arrivals, inbox)


def test_events_are_carried_in_their_order_and_with_their_time(arrivals, porter, inbox, raw):
    arrivals.add([raw("b", timestamp=2), raw("a", user="U2", timestamp=1)])
    (first, second) = arrivals.oldest()
    assert porter.carry() == 2
    assert arrivals.oldest() == []
    assert inbox.backlog().oldest_at == first.received_at == second.received_at


def test_what_was_carried_without_being_removed_is_not_new_again(arrivals, inbox, raw):
    class Forgetful:
        """The arrivals of a porter that is killed before it removes what it carried."""

        oldest = arrivals.oldest

        def remove(self, _taken):
            raise KeyboardInterrupt

    arrivals.add([raw("a")])
    with pytest.raises(KeyboardInterrupt):
        Porter(Forgetful(), inbox).carry()
    assert Porter(arrivals, inbox).carry() == 0
    assert inbox.backlog().count == 1


def test_only_what_was_carried_is_removed(arrivals, raw):
    arrivals.add([raw("a")])
    taken = arrivals.oldest()
    arrivals.add([raw("b")])
    arrivals.remove(taken)
    assert [one.raw["webhookEventId"] for one in arrivals.oldest()] == ["b"]


def test_a_heap_is_carried_whole(arrivals, porter, raw):
    count = 2 * MOST_AT_ONCE + 1
    arrivals.add([raw(f"e{n}", user=f"U{n}") for n in range(count)])
    assert porter.carry() == count


def test_what_cannot_be_read_is_not_stored(arrivals, raw):
    assert arrivals.add([raw("a"), {"type": "message"}, {}]) == 1
