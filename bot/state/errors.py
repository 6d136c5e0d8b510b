"""What can go wrong with the live state.

ManabiError
└── StateUnusable        outside: the database cannot be opened, is full, or does not answer
"""

from data.errors import Fault, ManabiError


class StateUnusable(ManabiError):
    """The live state's database cannot be used now; nothing was half written."""

    fault = Fault.OUTSIDE
    code = "state_unusable"

    def __init__(self, reason: Exception) -> None:
        super().__init__(
            f"会話のデータベースを使えません({type(reason).__name__})。",
            hint="MANABI_DATABASE_URL と、置き場所の空き容量・権限を確かめてください。",
        )
