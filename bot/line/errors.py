"""What can go wrong when we answer.

ManabiError
├── ReplyRefused         us or time: LINE does not accept this reply, and never will
└── ReplyUnsent          outside: LINE could not be reached, or failed, after several tries
"""

from data.errors import Fault, ManabiError


class ReplyRefused(ManabiError):
    """LINE answered 4xx: the token is used or too old, or the message is not valid."""

    fault = Fault.REFUSED
    code = "reply_refused"

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"LINEが返信を受け付けませんでした({status} {reason})。", hint="")
        self.status = status


class ReplyUnsent(ManabiError):
    """The reply did not reach LINE."""

    fault = Fault.OUTSIDE
    code = "reply_unsent"

    def __init__(self) -> None:
        super().__init__("LINEに返信を送れませんでした。", hint="ネットワークを確かめてください。")
