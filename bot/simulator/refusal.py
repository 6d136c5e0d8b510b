"""How the Messaging API says no.

Refusal
├── Unauthorized (401)      wrong or missing channel access token: the operator's settings
├── BadRequest (400)        the bot sent what LINE does not take: a bug in the bot
├── NotFound (404)          no such path, profile or menu: the bot asked for the wrong thing
│   └── NotSet (404)        nothing is set yet, which a bot may well ask: no mistake
├── AlreadyAccepted (409)   a repeat under the same retry key: success, do not retry
├── TooLarge (413)          more than 2 MB: a bug in the bot
├── WrongMedia (415)        a picture of another type than PNG or JPEG: a bug in the bot
├── RateLimited (429)       too many calls in too short a time: the bot's; retry later
└── QuotaUsedUp (429)       the month's messages are spent: nobody's; do not retry
"""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from bot.simulator.validation.validator import Problem
from bot.simulator.wire import JsonObject


class Refusal(Exception):
    """An error answer of the Messaging API. Wordings are LINE's where documented or observed."""

    status = HTTPStatus.BAD_REQUEST
    is_mistake = True

    def __init__(
        self,
        message: str,
        problems: tuple[Problem, ...] = (),
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems
        self.headers = headers

    def body(self) -> JsonObject:
        """Return the error body: a message, and details when there are any."""
        details = [
            {"message": problem.message, "property": problem.property} for problem in self.problems
        ]
        return {"message": self.message, **({"details": details} if details else {})}

    def reason(self) -> str:
        """Say it on one line, for a developer's eyes."""
        places = [f"{problem.property}: {problem.message}" for problem in self.problems]
        return " / ".join([self.message, *places])


class Unauthorized(Refusal):
    """The channel access token is wrong or missing."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        super().__init__(
            "Authentication failed. Confirm that the access token in the authorization header is "
            "valid."
        )


class BadRequest(Refusal):
    """The request breaks a rule."""


class NotFound(Refusal):
    """There is nothing at this place."""

    status = HTTPStatus.NOT_FOUND

    def __init__(self, message: str = "Not found") -> None:
        super().__init__(message)


class NotSet(NotFound):
    """What was asked for is not set; only so can a bot learn it."""

    is_mistake = False


class AlreadyAccepted(Refusal):
    """The same retry key was accepted before."""

    status = HTTPStatus.CONFLICT
    is_mistake = False

    def __init__(self, request_id: str, sent_messages: list[JsonObject]) -> None:
        super().__init__(
            "The retry key is already accepted",
            headers={"x-line-accepted-request-id": request_id},
        )
        self.sent_messages = sent_messages

    def body(self) -> JsonObject:
        """Return the error body with what the accepted request had sent."""
        return {**super().body(), "sentMessages": self.sent_messages}


class TooLarge(Refusal):
    """The request body is more than LINE reads."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self) -> None:
        super().__init__("Request entity too large")


class WrongMedia(Refusal):
    """The picture is of a type that LINE does not take."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE

    def __init__(self) -> None:
        super().__init__("Unsupported media type")


class RateLimited(Refusal):
    """The endpoint was called too often."""

    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self) -> None:
        super().__init__("The API rate limit has been exceeded. Try again later.")


class QuotaUsedUp(Refusal):
    """The month's messages are used up."""

    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self) -> None:
        super().__init__("You have reached your monthly limit.")
