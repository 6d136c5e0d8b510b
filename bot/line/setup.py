"""Setting an account up: credentials, rich menus and webhook, in the order in which they fail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.line.rich_menu.client import MenuShelf
from bot.line.rich_menu.deployment import Deployed, deploy
from bot.line.rich_menu.errors import WebhookInsecure, WebhookSilent
from bot.line.rich_menu.layout import Menu

LONGEST_ADDRESS = 500  # characters that LINE takes for a webhook


class Account(Protocol):
    """An official account at LINE; every call raises LineError."""

    def bot_name(self) -> str:
        """Return the account's name, if the credentials are right."""

    def webhook(self) -> str:
        """Return the webhook address that LINE has, empty for none."""

    def set_webhook(self, address: str) -> None:
        """Tell LINE where to send webhooks."""

    def webhook_works(self) -> bool:
        """Let LINE send an empty webhook; tell whether it was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What is set up now; `webhook` is empty where LINE has none."""

    account: str
    menus: Deployed
    webhook: str
    webhook_changed: bool


def set_up(account: Account, shelf: MenuShelf, menus: Sequence[Menu], webhook: str) -> SetUp:
    """Set everything up; an empty `webhook` leaves and tests the one that LINE has.

    Raises WebhookInsecure before anything is changed, LineError, and WebhookSilent at the end.
    """
    if webhook and not (webhook.startswith("https://") and len(webhook) <= LONGEST_ADDRESS):
        raise WebhookInsecure
    name = account.bot_name()
    deployed = deploy(menus, shelf)
    before = account.webhook()
    changes = bool(webhook) and webhook != before
    if changes:
        account.set_webhook(webhook)
    address = webhook or before
    if address and not account.webhook_works():
        raise WebhookSilent(address)
    return SetUp(account=name, menus=deployed, webhook=address, webhook_changed=changes)
