"""The page in a real browser, with a small bot that answers over loopback."""

import json
import socket
import struct
import threading
import time
import urllib.request
import zlib

import pytest
from flask import Flask, request
from selenium.webdriver.common.keys import Keys

from bot.simulator.delivery import HttpDelivery
from bot.simulator.http_values import ApiRequest
from bot.simulator.platform import LinePlatform
from bot.simulator.routes import simulator_blueprint

TOKEN = "t"
HOSTILE = (
    "<img src=x onerror=\"document.title='捕まった'\"><script>document.title='捕まった'</script>"
)


def card(title):
    save = {"type": "postback", "label": "保存", "data": f"save={title}", "displayText": "保存する"}
    return {
        "type": "bubble",
        "body": {"type": "box", "layout": "vertical", "contents": [
            {"type": "text", "text": title, "wrap": True}]},
        "footer": {"type": "box", "layout": "vertical", "contents": [
            {"type": "button", "style": "primary", "action": save}]},
    }  # fmt: skip


NIGHT = {"type": "message", "label": "夜間だけ", "text": "夜間だけにして"}
CARDS = {
    "type": "flex",
    "altText": "2件",
    "contents": {"type": "carousel", "contents": [card("簿記入門"), card("介護の基本")]},
    "quickReply": {"items": [{"type": "action", "action": NIGHT}]},
}


WHEN = {"type": "datetimepicker", "label": "いつから", "data": "from", "mode": "date"}
WRITE = {
    "type": "postback", "label": "書く", "data": "write", "inputOption": "openKeyboard",
    "fillInText": "例: ",
}  # fmt: skip
WHERE = {"type": "location", "label": "近くで"}


def offering(*actions):
    items = [{"type": "action", "action": action} for action in actions]
    return [{"type": "text", "text": "どれにしますか", "quickReply": {"items": items}}]


def answer_to(event):
    if event["type"] in {"follow", "join"}:
        return [{"type": "text", "text": "ようこそ"}]
    if event["type"] == "postback":
        return [
            {"type": "text", "text": f"受付: {json.dumps(event['postback'], ensure_ascii=False)}"}
        ]
    said = event["message"].get("text", event["message"]["type"])
    return {
        "講座": [CARDS],
        "選ぶ": offering(WHEN, WRITE, WHERE),
        "壊して": [{"type": "text"}],
    }.get(said, [{"type": "text", "text": f"おうむ: {said}"}])


def small_bot(address):
    def reply(event):
        body = {"replyToken": event["replyToken"], "messages": answer_to(event)}
        headers = {"Authorization": "Bearer t", "Content-Type": "application/json"}
        path = f"{address}/simulator/v2/bot/message/reply"
        call = urllib.request.Request(path, json.dumps(body).encode(), headers)  # noqa: S310 - loopback
        try:
            urllib.request.urlopen(call).close()  # noqa: S310 - loopback
        except urllib.error.HTTPError as refused:
            refused.close()

    def callback():
        for event in request.get_json()["events"]:
            if "replyToken" in event:
                threading.Thread(target=reply, args=[event]).start()
        return "OK"

    return callback


@pytest.fixture
def stage(phone, serving):
    """The page on a phone, and the platform behind it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    platform = LinePlatform(
        channel_secret="s",
        access_token=TOKEN,
        deliver=HttpDelivery(f"{address}/callback"),
        clock=time.time,
    )
    app = Flask("app")
    app.register_blueprint(simulator_blueprint(platform, "見本の時計"))
    app.add_url_rule("/callback", view_func=small_bot(address), methods=["POST"])
    with serving(app, port):
        phone.open(address)
        yield phone, platform
        phone.browser.get("about:blank")


@pytest.fixture
def page(stage):
    return stage[0]


@pytest.fixture
def platform(stage):
    return stage[1]


def befriend(page):
    page.button("友だち追加").click()
    page.wait_for("ようこそ")


def test_adding_the_account_brings_its_greeting(page):
    befriend(page)
    assert not page.shows("#welcome")
    assert page.one("#notice").text == "見本の時計"


def test_a_chat_goes_from_question_to_cards_to_a_tapped_button(page):
    befriend(page)
    page.type("講座", Keys.ENTER)
    page.wait_for("簿記入門")
    assert len(page.all(".carousel > .bubble")) == 2
    page.button("夜間だけ").click()
    page.wait_for("おうむ: 夜間だけにして")
    assert not page.shows("#quick")
    page.all(".carousel .button")[0].click()
    page.wait_for("save=簿記入門")
    assert "保存する" in page.log()
    assert "既読" in page.log()
    assert page.scripts_failed() == []


def test_shift_and_enter_make_a_new_line_and_send_nothing(page):
    befriend(page)
    page.type("1行目", Keys.SHIFT, Keys.ENTER, Keys.NULL, "2行目")
    assert page.one("#text").get_property("value") == "1行目\n2行目"
    page.type(Keys.ENTER)
    page.wait_for("おうむ: 1行目\n2行目")


def test_enter_that_confirms_kanji_sends_nothing(page):
    befriend(page)
    page.type("しかく")
    page.browser.execute_script(
        "document.getElementById('text').dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert page.one("#text").get_property("value") == "しかく"


def test_hostile_text_is_shown_and_does_not_run(page):
    befriend(page)
    page.type(HOSTILE, Keys.ENTER)
    page.wait_for(f"おうむ: {HOSTILE}")
    assert "捕まった" not in page.browser.title
    assert page.all("#log img[src=x], #log script") == []


def test_a_refused_message_shows_as_a_red_note(page):
    befriend(page)
    page.type("壊して", Keys.ENTER)
    page.wait_for("LINEはこのメッセージを受け付けません")
    assert page.all(".note.refusal")


def test_starting_again_makes_another_person(page):
    befriend(page)
    page.type("講座", Keys.ENTER)
    page.wait_for("簿記入門")
    page.button("はじめから").click()
    page.wait(lambda: "簿記入門" not in page.log() and "ようこそ" in page.log())


def test_an_unsent_message_disappears(page):
    befriend(page)
    page.type("まちがえた", Keys.ENTER)
    page.wait_for("おうむ")
    page.browser.execute_script("document.querySelector('.unsend').click()")
    page.wait_for("メッセージの送信を取り消しました")
    assert not page.all(".own")


def test_a_picked_date_travels_as_a_parameter(page):
    befriend(page)
    page.type("選ぶ", Keys.ENTER)
    page.tap("いつから")
    assert page.one("#picker-input").get_property("value")  # it opens on a date, as LINE's does
    page.browser.execute_script("document.getElementById('picker-input').value = '2026-12-01'")
    page.tap("送信")
    page.wait_for('"date": "2026-12-01"')


def test_a_town_is_sent_as_a_place(page):
    befriend(page)
    page.type("選ぶ", Keys.ENTER)
    page.tap("近くで")
    page.tap("天童市")
    page.wait_for("山形県天童市")
    page.wait_for("おうむ: location")


def test_a_button_can_open_the_keyboard_with_a_beginning(page):
    befriend(page)
    page.type("選ぶ", Keys.ENTER)
    page.tap("書く")
    page.wait_for("write")
    assert page.one("#text").get_property("value") == "例: "
    assert page.browser.switch_to.active_element == page.one("#text")


@pytest.mark.parametrize(
    ("label", "kind"), [("写真", "image"), ("音声", "audio"), ("(^▽^)", "sticker")]
)
def test_other_things_than_text_can_be_sent(page, label, kind):
    befriend(page)
    page.one("#attach").click()
    page.tap(label)
    page.wait_for(f"おうむ: {kind}")


SIZE = {"width": 1200, "height": 405}
SEARCH = {"type": "message", "label": "さがす", "text": "さがしたい"}
COMPANY = {"type": "richmenuswitch", "label": "企業", "richMenuAliasId": "company", "data": "role"}


def menu(name, *actions, selected=True):
    areas = [
        {"bounds": {"x": 400 * place, "y": 0, "width": 400, "height": 405}, "action": action}
        for place, action in enumerate(actions)
    ]
    body = {"size": SIZE, "selected": selected, "name": name, "chatBarText": name}
    return {**body, "areas": areas}


def white_picture():
    """A PNG of the menu's size, all white, in one bit a point."""
    rows = (b"\x00" + b"\xff" * (SIZE["width"] // 8)) * SIZE["height"]
    head = struct.pack(">IIBBBBB", SIZE["width"], SIZE["height"], 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def call(platform, line, body=b"", media="application/json"):
    method, path = line.split()
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": media}
    answer = platform.handle(
        ApiRequest(method=method, path=f"/v2/bot/{path}", headers=headers, body=raw)
    )
    assert answer.status == 200
    return answer.body


def put_up(platform, body):
    menu_id = call(platform, "POST richmenu", body)["richMenuId"]
    call(platform, f"POST richmenu/{menu_id}/content", white_picture(), "image/png")
    return menu_id


def area(page, label):
    return page.wait(lambda: next(iter(page.all(f".area[aria-label={label}]")), None))


def test_a_rich_menu_is_tapped_folded_and_left_for_the_keyboard(page, platform):
    befriend(page)
    call(platform, f"POST user/all/richmenu/{put_up(platform, menu('メニュー', SEARCH))}")
    area(page, "さがす").click()
    page.wait_for("おうむ: さがしたい")
    assert not page.shows("#composer")
    page.one("#fold").click()
    assert not page.shows("#richmenu")
    page.one("#to-keyboard").click()
    page.type("書きます", Keys.ENTER)
    page.wait_for("おうむ: 書きます")
    page.one("#to-menu").click()
    assert page.shows("#richmenu")


def test_a_rich_menu_that_is_not_selected_opens_by_its_bar(page, platform):
    befriend(page)
    folded = put_up(platform, menu("メニュー", SEARCH, selected=False))
    call(platform, f"POST user/all/richmenu/{folded}")
    page.wait(lambda: page.shows("#menubar"))
    assert not page.shows("#richmenu")
    page.one("#fold").click()
    assert page.shows("#richmenu")


def test_switching_the_rich_menu_shows_the_other_and_tells_the_bot(page, platform):
    befriend(page)
    other = put_up(platform, menu("会社むけ", SEARCH))
    call(platform, "POST richmenu/alias", {"richMenuAliasId": "company", "richMenuId": other})
    call(platform, f"POST user/all/richmenu/{put_up(platform, menu('学ぶ人', COMPANY))}")
    area(page, "企業").click()
    page.wait(lambda: page.one("#fold-text").text == "会社むけ")
    page.wait_for('"newRichMenuAliasId": "company"')


def test_a_group_is_spoken_in_mentioned_in_and_left(page):
    befriend(page)
    page.one("#menu summary").click()
    page.tap("グループを作る")
    page.wait_for("グループに招待しました")
    page.one("#mention").click()
    page.type("簿記", Keys.ENTER)
    page.wait_for("@まなびコンパス 簿記")
    page.browser.execute_script("document.querySelectorAll('.unsend')[1].click()")
    page.type("を", Keys.ENTER)
    page.wait_for("編集済み")
    page.one("#menu summary").click()
    page.tap("退会させる")
    assert page.button("グループに招待する")


def test_a_fault_is_switched_on_from_the_panel(page, platform):
    befriend(page)
    page.one("#menu summary").click()
    page.tap("わざと不調にする")
    page.wait(lambda: page.shows("#trouble"))
    page.tap("加える")
    page.wait(platform.faults.standing)
    page.wait(lambda: page.all("#trouble-list li"))
    assert platform.faults.standing()[0].fault.endpoint == "reply"
    page.tap("すべて止める")
    page.wait(lambda: not platform.faults.standing())
    assert page.scripts_failed() == []
