"""What can go wrong with encoders.

ManabiError
├── EncoderNotFound            staff: the setting names no model that can be found
├── EncoderUnsuitable          staff: the model, or the adapter with its base, cannot be served
├── PreparationToolsMissing    staff: the rebuild extra is not installed
├── EncoderNotPrepared         staff: the folder holds no prepared encoder
└── EncoderDamaged             outside: an encoder's or adapter's files are not as its card says
"""

from data.errors import Fault, ManabiError


class EncoderNotFound(ManabiError):
    """The setting is no allowed value, or no model is to be found there."""

    fault = Fault.INPUT
    code = "encoder_not_found"


class EncoderUnsuitable(ManabiError):
    """The model was found, but cannot be served: other vectors, or an adapter of another base."""

    fault = Fault.INPUT
    code = "encoder_unsuitable"


class PreparationToolsMissing(ManabiError):
    """A package that only preparation needs is not installed."""

    fault = Fault.INPUT
    code = "preparation_tools_missing"

    def __init__(self, package: str) -> None:
        super().__init__(
            f"エンコーダーの準備に必要なパッケージ {package} がありません。",
            hint="pip install '.[rebuild]' を実行してください。",
        )


class EncoderNotPrepared(ManabiError):
    """The folder holds no prepared encoder."""

    fault = Fault.INPUT
    code = "encoder_not_prepared"


class EncoderDamaged(ManabiError):
    """Files of a prepared encoder or of an adapter are missing or differ from their card."""

    fault = Fault.OUTSIDE
    code = "encoder_damaged"
