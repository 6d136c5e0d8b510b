"""What can go wrong when answers are measured.

ManabiError
├── JudgmentsUnreadable       staff: a file of queries, documents or judgments cannot be used
└── EvaluationToolsMissing    staff: a library that measures is not installed

Answering itself has no errors: every text gets an answer.
"""

from data.errors import Fault, ManabiError


class JudgmentsUnreadable(ManabiError):
    """A judged collection is missing or malformed."""

    fault = Fault.INPUT
    code = "judgments_unreadable"


class EvaluationToolsMissing(ManabiError):
    """The extra `rebuild` is not installed."""

    fault = Fault.INPUT
    code = "evaluation_tools_missing"

    def __init__(self, library: str) -> None:
        super().__init__(
            f"評価に必要なライブラリ {library} がありません。",
            hint="「pip install '.[rebuild]'」で入れられます。",
        )
