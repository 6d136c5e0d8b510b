"""The dialogue: one event in a conversation → what is said, remembered and to be done.

The only door of this folder. Rebuilt around a new release without losing anything: all that is
remembered is in the conversation.
"""

from collections.abc import Callable, Mapping
from datetime import date

from bot.dialogue import buttons, wording
from bot.dialogue.conversation import Consent, Conversation
from bot.dialogue.fixed_acts import saying
from bot.dialogue.moment import Act, Moment
from bot.dialogue.recommending import Recommending
from bot.dialogue.refining import Refining
from bot.dialogue.searching import Searching
from bot.dialogue.shelf import Shelf
from bot.dialogue.spoken import Spoken
from bot.dialogue.tapped import Tapped
from bot.dialogue.turn import Turn
from bot.line.events import Event, EventKind
from bot.line.presentation import Presentation
from bot.line.voice import Annotating, as_written
from bot.line.words import Words


class Dialogue:
    """Answers events; `today` is the day on which programs are open, `clock` seconds since 1970."""

    def __init__(
        self,
        recommender: Recommending,
        today: Callable[[], date],
        clock: Callable[[], float],
        *,
        readings: Annotating = as_written,
    ) -> None:
        self._readings = readings
        self._today = today
        self._clock = clock
        searching = Searching(recommender)
        refining = Refining(recommender, searching)
        shelf = Shelf(recommender)
        spoken = Spoken(searching, refining, shelf)
        tapped = Tapped(spoken, searching=searching, refining=refining, shelf=shelf)
        self._acts: Mapping[EventKind, Act] = {
            EventKind.TEXT: spoken.answered,
            EventKind.EDITED: spoken.edited,
            EventKind.POSTBACK: tapped.answered,
            EventKind.LOCATION: refining.from_here,
            EventKind.FOLLOW: _greeted,
            EventKind.JOIN: lambda moment: _told(moment, wording.GREETING_GROUP, ()),
            EventKind.STICKER: saying(wording.STICKER, buttons.EXAMPLES),
            EventKind.IMAGE: saying(wording.IMAGE, buttons.EXAMPLES),
            EventKind.VOICE: saying(wording.VOICE, buttons.EXAMPLES),
            EventKind.OTHER_MESSAGE: saying(wording.OTHER_MESSAGE, buttons.EXAMPLES),
        }

    def turn(self, event: Event, conversation: Conversation) -> Turn:
        """Return what to send and do, and the conversation afterwards; silent where we must be."""
        act = self._acts.get(event.kind) if event.is_answerable else None
        if act is None:
            return Turn(messages=(), conversation=conversation)
        return act(
            Moment(
                event=event,
                conversation=conversation,
                presentation=Presentation(
                    is_easy=conversation.is_easy,
                    is_text_only=conversation.is_text_only,
                    today=self._today(),
                    saved=frozenset(conversation.saved),
                    readings=self._readings,
                ),
                at=self._clock(),
            )
        )


def _greeted(moment: Moment) -> Turn:
    """Greet a new friend, and more shortly one who is back."""
    consent = buttons.said(wording.AGREE, wording.REFUSE)
    if moment.event.is_first_follow:
        return _told(moment, wording.GREETING, consent)
    return _told(moment, wording.GREETING_AGAIN, consent)


def _told(moment: Moment, greeting: Words, after: buttons.Buttons) -> Turn:
    """Greet, and say what is recorded; who has refused it has not to do so again."""
    is_refused = moment.conversation.consent is Consent.REFUSED
    consent = Consent.REFUSED if is_refused else Consent.TOLD
    return moment.says(greeting, after, consent=consent)
