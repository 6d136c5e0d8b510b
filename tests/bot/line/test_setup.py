"""An account is set up in the order in which it can fail."""

from dataclasses import dataclass, field

import pytest

from bot.commands import line_wording
from bot.line.errors import LineUnreachable
from bot.line.rich_menu.errors import WebhookInsecure, WebhookSilent
from bot.line.rich_menu.layout import menus
from bot.line.setup import set_up

ADDRESS = "https://manabi.example.jp/callback"


@dataclass
class MemoryAccount:
    """An account whose webhook answers, unless told otherwise."""

    address: str = ""
    answers: bool = True
    is_reachable: bool = True
    calls: list = field(default_factory=list)

    def bot_name(self):
        if not self.is_reachable:
            raise LineUnreachable
        return "まなびコンパス"

    def webhook(self):
        return self.address

    def set_webhook(self, address):
        self.calls.append(address)
        self.address = address

    def webhook_works(self):
        return self.answers


class EmptyShelf:
    """No menus, and room for them."""

    def __init__(self):
        self.made = 0

    def menus(self):
        return {}

    def aliases(self):
        return {}

    def create(self, body, picture):
        del body, picture
        self.made += 1
        return f"richmenu-{self.made}"

    def name(self, alias, menu_id, *, is_new):
        pass

    def default(self):
        return ""

    def show_to_all(self, menu_id):
        pass


@pytest.fixture
def run():
    return lambda account, webhook="": set_up(account, EmptyShelf(), menus(), webhook)


def test_the_webhook_is_set_and_tested(run):
    account = MemoryAccount()
    done = run(account, ADDRESS)
    assert account.calls == [ADDRESS]
    assert done.webhook_changed


def test_a_webhook_that_is_right_is_not_set_again(run):
    account = MemoryAccount(address=ADDRESS)
    assert not run(account, ADDRESS).webhook_changed
    assert account.calls == []


def test_without_a_webhook_staff_are_told_how_to_give_one(run):
    assert "--webhook" in line_wording.set_up(run(MemoryAccount()))


def test_what_is_to_be_switched_by_hand_is_said(run):
    said = line_wording.set_up(run(MemoryAccount(), ADDRESS))
    assert all(one in said for one in line_wording.BY_HAND)


def test_a_webhook_without_an_answer_is_a_failure(run):
    with pytest.raises(WebhookSilent):
        run(MemoryAccount(answers=False), ADDRESS)


@pytest.mark.parametrize("address", ["http://manabi.example.jp/", f"https://{'a' * 500}"])
def test_an_address_that_line_would_not_call_changes_nothing(run, address):
    account = MemoryAccount()
    with pytest.raises(WebhookInsecure):
        run(account, address)
    assert account.calls == []


def test_without_line_nothing_is_set(run):
    account = MemoryAccount(is_reachable=False)
    with pytest.raises(LineUnreachable):
        run(account, ADDRESS)
    assert account.calls == []
