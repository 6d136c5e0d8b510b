"""What can go wrong when the web app starts.

ManabiError
└── PortTaken            staff: another program listens there
"""

from data.errors import Fault, ManabiError


class PortTaken(ManabiError):
    """The address cannot be listened on."""

    fault = Fault.INPUT
    code = "port_taken"

    def __init__(self, port: int) -> None:
        super().__init__(
            f"ポート {port} は使えません(ほかのプログラムが使っているようです)。",
            hint=f"「PORT={port + 1}」のように別の番号を設定してください。",
        )
