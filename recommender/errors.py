"""What can go wrong when answers are measured.

ManabiError
└── JudgmentsUnreadable  staff: a file of queries, documents or judgments cannot be used

Answering itself has no errors: every text gets an answer.
"""

from data.errors import Fault, ManabiError


class JudgmentsUnreadable(ManabiError):
    """A judged collection is missing or malformed."""

    fault = Fault.INPUT
    code = "judgments_unreadable"
