"""Rich menus reach a stand-in for LINE over HTTP, pictures included."""

import pytest
from flask import Flask

from bot.line.errors import LineUnwilling
from bot.line.rich_menu.client import RichMenuClient
from bot.line.rich_menu.deployment import deploy
from bot.line.rich_menu.layout import MenuName, menus
from bot.simulator.platform import LinePlatform
from bot.simulator.routes import simulator_blueprint


@pytest.fixture
def stand_in(serving):
    platform = LinePlatform(
        channel_secret="secret", access_token="token", deliver=lambda *_: 200, clock=lambda: 0.0
    )
    app = Flask("stand-in")
    app.register_blueprint(simulator_blueprint(platform, ""))
    with serving(app, 0) as address:
        yield f"{address}/simulator"


def test_what_is_deployed_is_there_and_a_second_time_nothing_changes(stand_in):
    client = RichMenuClient(access_token="token", base_url=stand_in)
    assert client.default() == ""
    deploy(menus(), client)
    aliases = client.aliases()
    assert set(aliases) == set(MenuName)
    assert client.default() == aliases[MenuName.LEARNER]
    assert deploy(menus(), client).created == ()


def test_a_wrong_token_is_said_to_be_refused(stand_in):
    with pytest.raises(LineUnwilling):
        RichMenuClient(access_token="wrong", base_url=stand_in).menus()
