"""The porter: carries what arrived into the inbox."""

from bot.state.arrivals import Arrivals
from bot.state.inbox import Inbox, StoredEvent, stored_events


class Porter:
    """Moves events from the arrivals to the inbox; what it is killed with comes again."""

    def __init__(self, arrivals: Arrivals, inbox: Inbox) -> None:
        self._arrivals = arrivals
        self._inbox = inbox

    def carry(self) -> int:
        """Carry everything that is there; return how many events were new to the inbox."""
        new = 0
        while arrived := self._arrivals.oldest():
            events: list[StoredEvent] = []
            for one in arrived:
                events += stored_events([one.raw], one.received_at)
            new += self._inbox.store(events)
            self._arrivals.remove(arrived)
        return new
