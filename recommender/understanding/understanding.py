"""Understanding: a message → topic, refusals and constraints, without any language model."""

from collections.abc import Iterator
from datetime import date

from data.text import match_form
from index.tokens import Tokens
from recommender.request import Request
from recommender.understanding.condition_readers import READERS
from recommender.understanding.mention import Mention
from recommender.understanding.merging import merged
from recommender.understanding.message import Message
from recommender.understanding.understood import Understood

LONGEST_MESSAGE = 2_000  # characters; what follows is the story, and the encoder reads 512 pieces


def understand(request: Request, tokens: Tokens, today: date) -> Understood:
    """Read a request; the text is normalised here, once."""
    message = as_message(request.text, tokens, today)
    return Understood(
        role=request.role,
        topic=message.text,
        constraints=merged(mentions(message)),
    )


def as_message(text: str, tokens: Tokens, today: date) -> Message:
    """Return a text in match form, cut, with its morphemes."""
    read = match_form(text)[:LONGEST_MESSAGE]
    return Message(text=read, morphemes=tokens.morphemes(read), today=today)


def mentions(message: Message) -> Iterator[Mention]:
    """Yield everything that any reader finds."""
    for reader in READERS:
        yield from reader(message)
