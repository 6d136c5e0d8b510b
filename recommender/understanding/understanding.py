"""Understanding: a message → topic, needs, refusals and constraints, without any language model."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.text import match_form
from index.tokens import Tokens
from recommender.request import Request
from recommender.understanding.condition_readers import READERS
from recommender.understanding.conditions.written_language import is_foreign
from recommender.understanding.courtesies import courtesies
from recommender.understanding.foreign_trades import in_japanese
from recommender.understanding.mention import Mention
from recommender.understanding.merging import merged
from recommender.understanding.message import Message
from recommender.understanding.needs import needs
from recommender.understanding.refusals import Refusal, refusals
from recommender.understanding.topic import Span, residual
from recommender.understanding.understood import Understood

LONGEST_MESSAGE = 2_000  # characters; what follows is the story, and the encoder reads 512 pieces
HANGING_ON = frozenset({"助詞", "助動詞"})  # parts of speech that mean nothing by themselves


def understand(request: Request, tokens: Tokens, today: date) -> Understood:
    """Read a request; the text is normalised here, once."""
    message = as_message(request.text, tokens, today)
    stated = mentions(message)
    refused = _topics_refused(message, stated)
    taken = [*((one.start, one.end) for one in stated), *((one.start, one.end) for one in refused)]
    spans = [_whole_words(message, start, end) for start, end in taken]
    foreign = is_foreign(message.text)
    left = residual(message.text, [*spans, *courtesies(message.text)])
    topic = in_japanese(left, is_foreign=foreign)
    return Understood(
        role=request.role,
        topic=topic,
        needs=needs(topic, request.role, tokens),
        exclude=tuple(dict.fromkeys(topic for one in refused for topic in one.topics)),
        constraints=merged(stated),
        conditions=_as_written(message.text, ((one.start, one.end) for one in stated)),
        is_foreign=foreign,
    )


def as_message(text: str, tokens: Tokens, today: date) -> Message:
    """Return a text in match form, cut, with its morphemes."""
    read = match_form(text)[:LONGEST_MESSAGE]
    return Message(text=read, morphemes=tokens.morphemes(read), today=today)


def mentions(message: Message) -> list[Mention]:
    """Return everything that any reader finds, in the order in which it stands."""
    found = (mention for reader in READERS for mention in reader(message))
    return sorted(found, key=lambda one: one.start)


def _topics_refused(message: Message, stated: Sequence[Mention]) -> list[Refusal]:
    """Return refused topics; what a condition refuses (「夜は無理」) is none."""
    return [
        one
        for one in refusals(message)
        if not any(other.start < one.end and one.start < other.end for other in stated)
    ]


def _whole_words(message: Message, start: int, end: int) -> Span:
    """Widen a span to whole words and what hangs on them (「10人|くらい」), if not empty."""
    if start == end:
        return start, end
    for word in message.morphemes:
        if word.start < end < word.end or (word.start == end and word.pos in HANGING_ON):
            end = word.end
    return start, end


def _as_written(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the words of spans, each once; those that lie within another are left out."""
    words: list[str] = []
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > max(start, reached):
            words.append(text[max(start, reached) : end].strip(" 、。,."))
            reached = end
    return tuple(dict.fromkeys(word for word in words if word))
