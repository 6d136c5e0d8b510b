"""What can go wrong with rich menus.

ManabiError
├── FontMissing       staff: the extra `menu` is not installed
├── WebhookSilent     staff: LINE does not reach the server
└── WebhookInsecure   staff: the address given is none that LINE calls
"""

from data.errors import Fault, ManabiError


class FontMissing(ManabiError):
    """The font that the pictures are drawn with is not installed."""

    fault = Fault.OUTSIDE
    code = "font_missing"

    def __init__(self) -> None:
        super().__init__(
            "メニューの絵を描くための文字(フォント)がありません。",
            hint="pip install '.[menu]' のあとで、もう一度どうぞ。",
        )


class WebhookSilent(ManabiError):
    """LINE called the webhook and got no answer that it accepts."""

    fault = Fault.REFUSED
    code = "webhook_silent"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"Webhook({address})から返事がありません。",
            hint="manabi serve が動いていて、外から https でつながるかを確かめて、もう一度どうぞ。",
        )


class WebhookInsecure(ManabiError):
    """The address given is none that LINE calls."""

    fault = Fault.INPUT
    code = "webhook_insecure"

    def __init__(self) -> None:
        super().__init__(
            "Webhookの場所は https:// で始まる500文字以内のURLにしてください。",
            hint="例: manabi line setup --webhook https://manabi.example.jp/callback",
        )
