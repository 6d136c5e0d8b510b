"""What can go wrong when the web app starts.

ManabiError
├── PortTaken            staff: another program listens there
└── SimulatorMissing     staff: the simulator's libraries are not installed
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


class SimulatorMissing(ManabiError):
    """The extra `simulator` is not installed."""

    fault = Fault.INPUT
    code = "simulator_missing"

    def __init__(self) -> None:
        super().__init__(
            "シミュレーターに必要なライブラリがありません。",
            hint="「pip install '.[simulator]'」で入れられます。",
        )
