"""Delivery: what came of a call to LINE, in the terms that decide what to do next."""

from enum import StrEnum


class Delivery(StrEnum):
    """What came of one try to send something."""

    ACCEPTED = "accepted"  # or accepted before, under the same retry key
    TOKEN_DEAD = "token_dead"  # noqa: S105 - no secret: the reply token was used, or is too old
    INVALID = "invalid"  # LINE refuses the messages: our fault, and another try is of no use
    RATE_LIMITED = "rate_limited"
    QUOTA_USED_UP = "quota_used_up"  # until next month
    UNAUTHORISED = "unauthorised"  # the access token or address is wrong: staff's to put right
    UNREACHABLE = "unreachable"  # LINE failed or said nothing; it may have taken the messages


# After these another try may go better.
PASSING = frozenset({Delivery.RATE_LIMITED, Delivery.UNREACHABLE})


def delivery_of(status: int, message: str) -> Delivery:
    """Read LINE's HTTP status and its `message` (Messaging API reference, "Error responses")."""
    if 200 <= status < 300:  # noqa: PLR2004 - HTTP's successes
        return Delivery.ACCEPTED
    lowered = message.lower()
    if status == 400:  # noqa: PLR2004
        is_token = "reply token" in lowered
        return Delivery.TOKEN_DEAD if is_token else Delivery.INVALID
    if status == 429:  # noqa: PLR2004
        is_quota = "monthly limit" in lowered
        return Delivery.QUOTA_USED_UP if is_quota else Delivery.RATE_LIMITED
    is_answer = 400 < status < 500  # noqa: PLR2004 - of LINE itself, and 0 is none at all
    return _OTHERS.get(status, Delivery.INVALID if is_answer else Delivery.UNREACHABLE)


_OTHERS = {
    401: Delivery.UNAUTHORISED,
    403: Delivery.UNAUTHORISED,
    404: Delivery.UNAUTHORISED,  # LINE_API_BASE_URL leads elsewhere
    408: Delivery.UNREACHABLE,
    409: Delivery.ACCEPTED,  # the retry key was accepted before
}
