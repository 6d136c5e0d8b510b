"""What staff read when the account at LINE is set up."""

from pathlib import Path

from bot.line.setup import SetUp

BY_HAND = (
    "応答メッセージ: オフ",
    "Webhook: オン",
    "Webhookの再送: オン(LINE Developersコンソールの Messaging API設定)",
)


def set_up(done: SetUp) -> str:
    """Say what is set up, what was changed, and what is left to do by hand."""
    created = "、".join(done.menus.created)
    lines = [
        f"アカウント「{done.account}」につながりました。",
        f"メニュー: {f'つくりました({created})' if created else 'もう整っています'}。",
        *(
            [f"メニュー: 古いものを{done.menus.removed}件、片付けました。"]
            * bool(done.menus.removed)
        ),
        *(["メニュー: はじめに見えるものを決めました。"] * done.menus.default_set),
        _webhook(done),
        "",
        "LINE Official Account Manager などで、次のとおりになっているか確かめてください。",
        *(f"  ・{one}" for one in BY_HAND),
    ]
    return "\n".join(lines)


def _webhook(done: SetUp) -> str:
    if not done.webhook:
        return (
            "Webhook: まだ決まっていません。--webhook https://…/callback を付けて、もう一度どうぞ。"
        )
    changed = "設定し、" if done.webhook_changed else ""
    return f"Webhook: {done.webhook} を{changed}確かめました。返事があります。"


def menu_drawn(path: Path) -> str:
    """Say which picture was drawn."""
    return f"描きました: {path}"
