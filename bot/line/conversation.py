"""The conversation: an event → the messages that answer it. No I/O, no state of its own."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.line import wording
from bot.line.cards import bubble
from bot.line.details import detail_text
from bot.line.events import Event, EventKind
from bot.line.messages import CarouselMessage, Message, QuickReply, TextMessage
from bot.line.postback import Postback, Tap, read_postback
from recommender import wording as answer_wording
from recommender.answer import Answer, Outcome
from recommender.recommender import Recommender
from recommender.request import Request
from recommender.understanding.description import described

Reply = tuple[Message, ...]
MOST_FIELDS = 3  # fields offered as a further search
SEARCHED = frozenset({Outcome.RECOMMEND, Outcome.NO_MATCH})
WITH_EXAMPLES = frozenset({Outcome.NO_MATCH, Outcome.SMALLTALK, Outcome.CLARIFY})

EXAMPLES = tuple(QuickReply(label=words, text=words) for words in wording.EXAMPLES)
HELP = QuickReply(
    label=wording.LABEL_HELP, text=wording.LABEL_HELP, data=Postback(tap=Tap.HELP).encoded()
)


class Conversation:
    """Answers events from one recommender, on the day that `today` tells."""

    def __init__(self, recommender: Recommender, today: Callable[[], date]) -> None:
        self._recommender = recommender
        self._today = today
        self._answers: Mapping[EventKind, Callable[[Event], Reply]] = {
            EventKind.TEXT: self._text,
            EventKind.POSTBACK: self._postback,
            EventKind.FOLLOW: lambda _event: _words(wording.GREETING, EXAMPLES),
            EventKind.JOIN: lambda _event: _words(wording.GREETING_GROUP),
            EventKind.OTHER_MESSAGE: lambda _event: _words(wording.ONLY_WORDS, EXAMPLES),
        }

    def respond(self, event: Event) -> Reply:
        """Return the messages that answer `event`; none when we should stay silent."""
        if not event.is_answerable or event.kind not in self._answers:
            return ()
        return self._answers[event.kind](event)

    def _text(self, event: Event) -> Reply:
        if event.text.strip() == wording.LABEL_HELP:
            return _words(wording.HELP, EXAMPLES)
        return self._recommended(Request(text=event.text))

    def _postback(self, event: Event) -> Reply:
        tapped = read_postback(event.data)
        if tapped is None:
            return _words(wording.UNKNOWN_TAP, EXAMPLES)
        if tapped.tap is Tap.HELP:
            return _words(wording.HELP, EXAMPLES)
        if tapped.tap is Tap.DETAIL:
            program = self._recommender.program(tapped.subject)
            return _words(detail_text(program, self._today()) if program else wording.GONE, (HELP,))
        return self._recommended(Request(text=tapped.subject, offset=tapped.offset))

    def _recommended(self, request: Request) -> Reply:
        answer = self._recommender.recommend(request)
        if not answer.items:
            return _words(_introduction(request, answer), _ways_on(request, answer))
        cards = CarouselMessage(
            alt_text=wording.alt_text(answer.message, [one.program.title for one in answer.items]),
            bubbles=tuple(bubble(item, self._today()) for item in answer.items),
            quick_replies=_next_steps(request, answer),
        )
        return (*_words(_introduction(request, answer)), cards)


def _introduction(request: Request, answer: Answer) -> str:
    """Return what was searched for, the answer's message, and a word on samples among the cards."""
    was_searched = answer.outcome in SEARCHED and request.offset == 0
    is_sample = any(item.program.is_sample for item in answer.items)
    lines = (
        answer_wording.searched(described(answer.understood)) if was_searched else "",
        answer.message,
        wording.SAMPLE_NOTE if is_sample else "",
    )
    return "\n".join(line for line in lines if line)


def _ways_on(request: Request, answer: Answer) -> tuple[QuickReply, ...]:
    """Return what to tap under words alone: answers to our question, or something to begin with."""
    if answer.outcome is Outcome.CRISIS:
        return ()
    choices = tuple(QuickReply(label=one.label, text=one.text) for one in answer.choices)
    examples = EXAMPLES if answer.outcome in WITH_EXAMPLES else ()
    return (*_topic_alone(request, answer), *(choices or examples), HELP)


def _next_steps(request: Request, answer: Answer) -> tuple[QuickReply, ...]:
    """Return what to tap next: more of the same, without conditions, the cards' fields, help."""
    following = Postback(tap=Tap.MORE, subject=request.text, offset=request.offset + request.limit)
    more = _tapping(wording.LABEL_MORE, following) if answer.more else ()
    fields = dict.fromkeys(field.value for item in answer.items for field in item.program.fields)
    related = [QuickReply(label=field, text=field) for field in list(fields)[:MOST_FIELDS]]
    return (*more, *_topic_alone(request, answer), *related, HELP)


def _topic_alone(request: Request, answer: Answer) -> tuple[QuickReply, ...]:
    """Offer the search without its conditions, where some were searched with."""
    understood = answer.understood
    is_limited = understood.conditions or understood.exclude
    is_other = understood.topic and understood.topic != request.text
    if answer.outcome not in SEARCHED or not is_limited or not is_other:
        return ()
    return _tapping(wording.LABEL_TOPIC, Postback(tap=Tap.TOPIC, subject=understood.topic))


def _tapping(label: str, postback: Postback) -> tuple[QuickReply, ...]:
    """Return the button, none where what it carries is too long for LINE."""
    data = postback.encoded()
    return (QuickReply(label=label, text=label, data=data),) if data else ()


def _words(text: str, quick_replies: tuple[QuickReply, ...] = ()) -> Reply:
    return (TextMessage(text=text, quick_replies=quick_replies),)
