"""Each documented limit of a rich menu holds exactly: the edge passes, one over is refused."""

import pytest

from bot.simulator.validation.validator import messaging_api

HELP = {"type": "message", "text": "使い方"}
WHOLE = {"x": 0, "y": 0, "width": 2500, "height": 843}


def refused(body):
    return bool(messaging_api().problems("RichMenuRequest", body))


def menu(**more):
    body = {"size": {"width": 2500, "height": 843}, "selected": False, "name": "main"}
    return {**body, "chatBarText": "メニュー", "areas": [area()], **more}


def area(action=HELP, **bounds):
    return {"bounds": {**WHOLE, **bounds}, "action": action}


def sized(width, height):
    return menu(size={"width": width, "height": height}, areas=[])


def tapped(**action):
    return menu(areas=[area(action)])


LIMITS = {
    "width at least": (sized(800, 250), sized(799, 250)),
    "width at most": (sized(2500, 1000), sized(2501, 1000)),
    "height": (sized(800, 250), sized(800, 249)),
    "ratio": (sized(1450, 1000), sized(1449, 1000)),
    "areas": (menu(areas=[area()] * 20), menu(areas=[area()] * 21)),
    "areas to the right": (menu(areas=[area(x=500, width=2000)]), menu(areas=[area(x=1)])),
    "areas below": (menu(areas=[area(y=3, height=840)]), menu(areas=[area(y=1)])),
    "chat bar text": (menu(chatBarText="あ" * 14), menu(chatBarText="あ" * 15)),
    "name": (menu(name="あ" * 300), menu(name="あ" * 301)),
    "label": (tapped(label="あ" * 20, **HELP), tapped(label="あ" * 21, **HELP)),
    "switch data": (
        tapped(type="richmenuswitch", richMenuAliasId="a", data="d" * 300),
        tapped(type="richmenuswitch", richMenuAliasId="a", data="d" * 301),
    ),
    "switch alias": (
        tapped(type="richmenuswitch", richMenuAliasId="a" * 32, data="d"),
        tapped(type="richmenuswitch", richMenuAliasId="a" * 33, data="d"),
    ),
    "no location": (tapped(type="uri", uri="https://a.jp/"), tapped(type="location", label="場所")),
    "no camera": (tapped(type="postback", data="d"), tapped(type="camera", label="写真")),
}


@pytest.mark.parametrize(("edge", "_over"), LIMITS.values(), ids=LIMITS.keys())
def test_the_edge_of_a_limit_passes(edge, _over):
    assert not refused(edge)


@pytest.mark.parametrize(("_edge", "over"), LIMITS.values(), ids=LIMITS.keys())
def test_one_over_a_limit_is_refused(_edge, over):
    assert refused(over)


@pytest.mark.parametrize("name", ["size", "selected", "name", "chatBarText", "areas"])
def test_nothing_may_be_left_out(name):
    assert refused({key: part for key, part in menu().items() if key != name})


@pytest.mark.parametrize(
    "areas", [None, [None], [{}], [{"bounds": None}], [{"bounds": {"x": "a"}}]]
)
def test_nonsense_is_refused_and_not_stumbled_over(areas):
    assert refused(menu(areas=areas))
