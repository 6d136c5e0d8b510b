"""What can go wrong when staff ask LINE for something; answers to people end in a `Delivery`.

ManabiError
└── LineError
    ├── LineUnreachable      outside: no answer
    └── LineUnwilling        staff: LINE refuses, mostly for a wrong access token
"""

from data.errors import Fault, ManabiError


class LineError(ManabiError):
    """LINE did not do what it was asked for."""


class LineUnreachable(LineError):
    """LINE gave no answer, or none that can be read."""

    fault = Fault.OUTSIDE
    code = "line_unreachable"

    def __init__(self) -> None:
        super().__init__(
            "LINEにつながりません。", hint="ネットワークと LINE_API_BASE_URL を確かめてください。"
        )


class LineUnwilling(LineError):
    """LINE answered that it will not."""

    fault = Fault.REFUSED
    code = "line_unwilling"

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(
            f"LINEが受け付けませんでした({status} {reason})。",
            hint="LINE_CHANNEL_ACCESS_TOKEN が正しいか、期限が切れていないかを確かめてください。",
        )
        self.status = status
