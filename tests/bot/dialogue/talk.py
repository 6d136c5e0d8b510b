"""A chat with the dialogue as a person holds it: says, taps, and reads what comes back.

Whatever is said, every turn must be one that LINE would take, and every conversation one that can
be stored.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from bot.dialogue.conversation import Consent, Conversation
from bot.dialogue.dialogue import Dialogue
from bot.line.events import Event, EventKind
from bot.simulator.validation.validator import messaging_api

TODAY = date(2026, 11, 23)
TOLD = Conversation(consent=Consent.TOLD)
STORED = TypeAdapter(Conversation)
MOST_MESSAGES = 5
line_description = cache(messaging_api)


@dataclass
class Talk:
    """One chat; `now` is seconds since 1970, `turn` what the last event led to."""

    recommender: object
    conversation: Conversation = TOLD
    now: float = 1_000_000.0
    events: int = 0
    turn: object = None
    defaults: dict = field(default_factory=dict)

    def say(self, text, **fields):
        """Send a text."""
        return self.send(EventKind.TEXT, text=text, **fields)

    def postback(self, data, **fields):
        """Send what a button brings back."""
        return self.send(EventKind.POSTBACK, data=data, **fields)

    def tap(self, label, day=""):
        """Tap a button of the last answer, the first with that label."""
        action = next(one for one in self.actions if one["label"] == label)
        if action["type"] == "message":
            return self.say(action["text"])
        return self.postback(action["data"], date=day)

    def send(self, kind, **fields):
        """Send an event of any kind."""
        self.events += 1
        number = str(self.events)
        known = {"event_id": f"e{number}", "message_id": f"m{number}", "reply_token": "t"}
        base = {"chat_id": "U", "timestamp_ms": self.events} | known | self.defaults
        return self.take(Event(kind=kind, **(base | fields)))

    def take(self, event):
        """Let the dialogue take an event, and hold it to what must always be true."""
        dialogue = Dialogue(self.recommender, lambda: TODAY, lambda: self.now)
        self.turn = dialogue.turn(event, self.conversation)
        self.conversation = self.turn.conversation
        assert len(self.turn.messages) <= MOST_MESSAGES
        if self.turn.messages:
            body = {"replyToken": "t", "messages": self.lines}
            assert line_description().problems("ReplyMessageRequest", body) == ()
        stored = STORED.dump_json(self.conversation)
        assert STORED.validate_json(stored) == self.conversation
        return self.turn

    @property
    def lines(self):
        """The last messages in their form for LINE."""
        return [message.to_line() for message in self.turn.messages]

    @property
    def text(self):
        """Everything that the last messages say."""
        return "\n".join(one.get("text") or one["altText"] for one in self.lines)

    @property
    def actions(self):
        """The actions of all buttons of the last messages, those over the keyboard first."""
        found = [action for line in reversed(self.lines) for action in _actions(line)]
        return sorted(found, key=lambda one: not one["over_keyboard"])

    @property
    def buttons(self):
        """The labels over the keyboard."""
        return [one["label"] for one in self.actions if one["over_keyboard"]]

    @property
    def search(self):
        """What is searched for."""
        return self.conversation.search

    @property
    def effects(self):
        """What is to be done."""
        return self.turn.effects

    def later(self, seconds):
        """Let time pass."""
        self.now += seconds

    def forget(self, **changes):
        """Change the conversation by field."""
        self.conversation = replace(self.conversation, **changes)


def _actions(part, *, over_keyboard=False):
    if isinstance(part, dict):
        if "label" in part and "type" in part:
            yield part | {"over_keyboard": over_keyboard}
        for key, value in part.items():
            yield from _actions(value, over_keyboard=over_keyboard or key == "quickReply")
    elif isinstance(part, list):
        for one in part:
            yield from _actions(one, over_keyboard=over_keyboard)
