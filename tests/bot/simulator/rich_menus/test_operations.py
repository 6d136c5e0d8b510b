"""Rich menus are made, drawn, named, shown and forgotten as at LINE."""

import pytest

from bot.simulator.validation.validator import messaging_api

SIZE = {"width": 2500, "height": 843}
HELP = {"type": "message", "label": "使い方", "text": "使い方"}


def area(action, **bounds):
    return {"bounds": {"x": 0, "y": 0, "width": 1250, "height": 843, **bounds}, "action": action}


def menu(*areas, **more):
    body = {"size": SIZE, "selected": True, "name": "main", "chatBarText": "メニュー"}
    return {**body, "areas": list(areas or [area(HELP)]), **more}


def png(width=2500, height=843, size=100):
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    return (head + width.to_bytes(4, "big") + height.to_bytes(4, "big")).ljust(size, b"\x00")


@pytest.fixture
def person(platform):
    return platform.new_person()


@pytest.fixture
def create(call):
    return lambda body=None: call("POST richmenu", body or menu()).body["richMenuId"]


@pytest.fixture
def upload(call):
    return lambda menu_id, picture=None, media="image/png": call(
        f"POST richmenu/{menu_id}/content", raw=picture or png(), Content_Type=media
    )


@pytest.fixture
def drawn(create, upload):
    def make(body=None):
        menu_id = create(body)
        assert upload(menu_id).status == 200
        return menu_id

    return make


def test_a_menu_comes_back_as_it_was_made(call, create):
    menu_id = create()
    assert call(f"GET richmenu/{menu_id}").body == {"richMenuId": menu_id, **menu()}
    assert call("GET richmenu/list").body == {"richmenus": [{"richMenuId": menu_id, **menu()}]}


def test_validating_makes_nothing(call):
    assert call("POST richmenu/validate", menu()).status == 200
    assert call("POST richmenu/validate", menu(chatBarText="")).status == 400
    assert call("GET richmenu/list").body == {"richmenus": []}


def test_the_picture_comes_back_byte_for_byte(call, create, upload):
    menu_id = create()
    assert call(f"GET richmenu/{menu_id}/content").status == 404
    assert upload(menu_id).status == 200
    content = call(f"GET richmenu/{menu_id}/content").content
    assert (content.data, content.media_type) == (png(), "image/png")


@pytest.mark.parametrize(
    ("picture", "media", "status"),
    [
        (png(size=1_000_000), "image/png", 200),
        (png(size=1_000_001), "image/png", 413),
        (png(), "image/gif", 415),
        (png(), "image/jpeg", 400),
        (png(width=2500, height=1686), "image/png", 400),
        (b"no picture", "image/png", 400),
    ],
)
def test_a_picture_keeps_lines_limits_and_the_menus_size(create, upload, picture, media, status):
    assert upload(create(), picture, media).status == status


def test_a_picture_cannot_be_replaced(drawn, upload):
    assert upload(drawn()).status == 400


def test_a_menu_without_a_picture_cannot_be_shown(call, create):
    answer = call(f"POST user/all/richmenu/{create()}", {})
    assert answer.status == 400
    assert "must upload richmenu image" in answer.body["message"]


def test_the_default_shows_to_everyone_until_it_is_cancelled(platform, call, drawn, person):
    menu_id = drawn()
    assert call("GET user/all/richmenu").status == 404
    assert call(f"POST user/all/richmenu/{menu_id}", {}).status == 200
    assert call("GET user/all/richmenu").body == {"richMenuId": menu_id}
    assert platform.rich_menu(person).menu_id == menu_id
    call("DELETE user/all/richmenu")
    assert platform.rich_menu(person) is None


def test_asking_what_shows_while_nothing_does_is_no_mistake(platform, call, person):
    assert call("GET user/all/richmenu").status == 404
    assert call(f"GET user/{person}/richmenu").status == 404
    assert platform.refusals == ()


def test_a_linked_menu_goes_before_the_default(platform, call, drawn, person):
    default, own = drawn(), drawn()
    call(f"POST user/all/richmenu/{default}", {})
    assert call(f"GET user/{person}/richmenu").status == 404
    call(f"POST user/{person}/richmenu/{own}", {})
    assert call(f"GET user/{person}/richmenu").body == {"richMenuId": own}
    assert platform.rich_menu(person).menu_id == own
    call(f"DELETE user/{person}/richmenu")
    assert platform.rich_menu(person).menu_id == default


def test_groups_see_no_menu(platform, call, drawn):
    call(f"POST user/all/richmenu/{drawn()}", {})
    assert platform.rich_menu(platform.new_group()) is None


def test_a_deleted_menu_is_shown_nowhere(platform, call, drawn, person):
    menu_id = drawn()
    call(f"POST user/all/richmenu/{menu_id}", {})
    call(f"POST user/{person}/richmenu/{menu_id}", {})
    assert call(f"DELETE richmenu/{menu_id}").status == 200
    assert platform.rich_menu(person) is None
    assert call(f"DELETE richmenu/{menu_id}").status == 404


def test_an_alias_is_made_moved_listed_and_forgotten(call, create):
    first, second = create(), create()
    named = {"richMenuAliasId": "learner", "richMenuId": first}
    assert call("POST richmenu/alias", named).status == 200
    assert call("POST richmenu/alias", named).status == 400
    assert call("POST richmenu/alias/learner", {"richMenuId": second}).status == 200
    moved = {**named, "richMenuId": second}
    assert call("GET richmenu/alias/learner").body == moved
    assert call("GET richmenu/alias/list").body == {"aliases": [moved]}
    assert call("DELETE richmenu/alias/learner").status == 200
    assert call("GET richmenu/alias/learner").status == 404


@pytest.mark.parametrize("alias", ["", "A", "あ", "a" * 33])
def test_an_alias_is_short_and_plain(call, create, alias):
    body = {"richMenuAliasId": alias, "richMenuId": create()}
    assert call("POST richmenu/alias", body).status == 400


def switch(alias):
    return {"type": "richmenuswitch", "richMenuAliasId": alias, "data": "to"}


def test_switching_changes_the_menu_and_tells_the_bot(platform, call, bot, drawn, person):
    other = drawn()
    call("POST richmenu/alias", {"richMenuAliasId": "other", "richMenuId": other})
    call(f"POST user/all/richmenu/{drawn(menu(area(switch('other'))))}", {})
    platform.tap_menu(person, 0)
    params = {"newRichMenuAliasId": "other", "status": "SUCCESS"}
    assert bot.events[-1]["postback"] == {"data": "to", "params": params}
    assert platform.rich_menu(person).menu_id == other


def test_switching_to_nowhere_changes_nothing_and_says_so(platform, call, bot, drawn, person):
    shown = drawn(menu(area(switch("gone"))))
    call(f"POST user/all/richmenu/{shown}", {})
    platform.tap_menu(person, 0)
    status = bot.events[-1]["postback"]["params"]["status"]
    assert status == "RICHMENU_ALIAS_ID_NOTFOUND"
    assert platform.rich_menu(person).menu_id == shown


def test_a_tapped_area_does_what_its_action_says(platform, call, bot, drawn, person):
    call(f"POST user/all/richmenu/{drawn()}", {})
    platform.tap_menu(person, 0)
    assert bot.events[-1]["message"]["text"] == "使い方"


def test_menus_are_made_a_hundred_times_an_hour_at_most(call, clock, create):
    for _ in range(100):
        create()
    assert call("POST richmenu", menu()).status == 429
    clock.now += 3600
    assert call("POST richmenu", menu()).status == 200


@pytest.mark.parametrize(
    ("line", "schema"),
    [
        ("GET richmenu/{menu}", "RichMenuResponse"),
        ("GET richmenu/list", "RichMenuListResponse"),
        ("GET user/all/richmenu", "RichMenuIdResponse"),
        ("GET richmenu/alias/list", "RichMenuAliasListResponse"),
        ("GET richmenu/alias/a", "RichMenuAliasResponse"),
    ],
)
def test_answers_are_valid_by_lines_own_description(call, drawn, line, schema):
    menu_id = drawn()
    call(f"POST user/all/richmenu/{menu_id}", {})
    call("POST richmenu/alias", {"richMenuAliasId": "a", "richMenuId": menu_id})
    answer = call(line.format(menu=menu_id))
    assert answer.status == 200
    assert messaging_api().problems(schema, answer.body) == ()
