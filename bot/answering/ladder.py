"""The ladder: what to do with an answer, after what came of trying to send it. Pure.

Reply while the token lives; then push, where that is worth the quota; else keep the answer for the
next thing that the person says. Times in seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.line.delivery import PASSING, Delivery

TOKEN_LIFE_S = 55.0  # LINE says a minute; the rest is for the way there
FIRST_WAIT_S, LONGEST_WAIT_S = 0.4, 8.0
PUSHES = 4  # tries; the retry key lets LINE take one


class Step(StrEnum):
    """What to do next with an answer."""

    REPLY = "reply"
    APOLOGISE = "apologise"  # reply in plain words, as LINE does not take the messages
    PUSH = "push"
    KEEP = "keep"  # for the next thing that the person says
    SENT = "sent"  # nothing: it was taken
    GIVE_UP = "give_up"  # nothing: neither the messages nor the apology will ever be taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where an answer stands.

    `token_age` counts from when LINE last sent the event. `may_be_taken` tells that an earlier
    reply could have reached LINE. `tries` counts those of the present step. `last` is None before
    the first. `may_push` tells that this answer is worth the quota and there is a person to push
    to.
    """

    token_age: float
    has_token: bool = True
    may_be_taken: bool = False
    may_push: bool = False
    step: Step = Step.REPLY
    tries: int = 0
    last: Delivery | None = None

    @property
    def token_lives(self) -> bool:
        """Tell whether a reply could still be taken."""
        return self.has_token and self.token_age < TOKEN_LIFE_S

    @property
    def is_taken(self) -> bool:
        """Tell whether LINE has the answer: it says so, or the token lives and we used it."""
        used = self.last is Delivery.TOKEN_DEAD and self.may_be_taken and self.token_lives
        return used or self.last is Delivery.ACCEPTED


def next_step(now: Situation) -> Step:
    """Return what to do; SENT, KEEP and GIVE_UP are the ends."""
    if now.is_taken:
        return Step.SENT
    if now.last is Delivery.INVALID:
        return Step.APOLOGISE if now.step is Step.REPLY else Step.GIVE_UP
    if now.step is Step.PUSH:
        return Step.PUSH if now.last in PASSING and now.tries < PUSHES else Step.KEEP
    if now.token_lives and (now.last is None or now.last in PASSING):
        return now.step
    if now.step is Step.APOLOGISE:
        return Step.GIVE_UP  # what LINE does not take would spoil the next answer, too
    return Step.PUSH if now.may_push else Step.KEEP


def wait_before(tries: int, jitter: float) -> float:
    """Return how long to wait before another try; `jitter`, 0 to 1, keeps tries apart."""
    return min(FIRST_WAIT_S * 2.0 ** (tries - 1), LONGEST_WAIT_S) * (0.5 + jitter)


# How an answer ended, for the figures.
ENDINGS: Mapping[Step, str] = {Step.SENT: "sent", Step.KEEP: "kept", Step.GIVE_UP: "given_up"}
