"""The page in a real browser, with a small bot that answers over loopback."""

import json
import socket
import threading
import time
import urllib.request

import pytest
from flask import Flask, request
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from bot.simulator.delivery import HttpDelivery
from bot.simulator.platform import LinePlatform
from bot.simulator.routes import simulator_blueprint

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


def answer_to(event):
    if event["type"] == "follow":
        return [{"type": "text", "text": "ようこそ"}]
    if event["type"] == "postback":
        return [{"type": "text", "text": f"受付: {event['postback']['data']}"}]
    said = event["message"].get("text", "")
    return {
        "講座": [CARDS],
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
def page(browser, serving):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    platform = LinePlatform(
        channel_secret="s",
        access_token="t",
        deliver=HttpDelivery(f"{address}/callback"),
        clock=time.time,
    )
    app = Flask("app")
    app.register_blueprint(simulator_blueprint(platform, "見本の時計"))
    app.add_url_rule("/callback", view_func=small_bot(address), methods=["POST"])
    with serving(app, port):
        browser.get(f"{address}/simulator/")
        yield Page(browser)
        browser.get("about:blank")


class Page:
    """What a person sees and does on the page."""

    def __init__(self, browser):
        self.browser = browser

    def wait(self, condition):
        return WebDriverWait(self.browser, 10, poll_frequency=0.05).until(lambda _: condition())

    def log(self):
        return self.browser.find_element(By.ID, "log").text

    def wait_for(self, text):
        return self.wait(lambda: text in self.log())

    def button(self, label):
        def shown():
            buttons = self.browser.find_elements(By.CSS_SELECTOR, "button, a.button")
            return next((one for one in buttons if one.is_displayed() and one.text == label), None)

        return self.wait(shown)

    def befriend(self):
        self.button("友だち追加").click()
        self.wait_for("ようこそ")

    def type(self, *keys):
        self.browser.find_element(By.ID, "text").send_keys(*keys)

    def scripts_failed(self):
        return [line["message"] for line in self.browser.get_log("browser")]


def test_adding_the_account_brings_its_greeting(page):
    page.befriend()
    assert not page.browser.find_element(By.ID, "welcome").is_displayed()
    assert page.browser.find_element(By.ID, "notice").text == "見本の時計"


def test_a_chat_goes_from_question_to_cards_to_a_tapped_button(page):
    page.befriend()
    page.type("講座", Keys.ENTER)
    page.wait_for("簿記入門")
    assert len(page.browser.find_elements(By.CSS_SELECTOR, ".carousel > .bubble")) == 2
    page.button("夜間だけ").click()
    page.wait_for("おうむ: 夜間だけにして")
    assert not page.browser.find_element(By.ID, "quick").is_displayed()
    page.button("保存").click()
    page.wait_for("受付: save=簿記入門")
    assert "保存する" in page.log()
    assert "既読" in page.log()
    assert page.scripts_failed() == []


def test_shift_and_enter_make_a_new_line_and_send_nothing(page):
    page.befriend()
    page.type("1行目", Keys.SHIFT, Keys.ENTER, Keys.NULL, "2行目")
    assert page.browser.find_element(By.ID, "text").get_property("value") == "1行目\n2行目"
    page.type(Keys.ENTER)
    page.wait_for("おうむ: 1行目\n2行目")


def test_enter_that_confirms_kanji_sends_nothing(page):
    page.befriend()
    page.type("しかく")
    page.browser.execute_script(
        "document.getElementById('text').dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert page.browser.find_element(By.ID, "text").get_property("value") == "しかく"


def test_hostile_text_is_shown_and_does_not_run(page):
    page.befriend()
    page.type(HOSTILE, Keys.ENTER)
    page.wait_for(f"おうむ: {HOSTILE}")
    assert "捕まった" not in page.browser.title
    assert page.browser.find_elements(By.CSS_SELECTOR, "#log img[src=x], #log script") == []


def test_a_refused_message_shows_as_a_red_note(page):
    page.befriend()
    page.type("壊して", Keys.ENTER)
    page.wait_for("LINEはこのメッセージを受け付けません")
    assert page.browser.find_elements(By.CSS_SELECTOR, ".note.refusal")


def test_starting_again_makes_another_person(page):
    page.befriend()
    page.type("講座", Keys.ENTER)
    page.wait_for("簿記入門")
    page.button("はじめから").click()
    page.wait(lambda: "簿記入門" not in page.log() and "ようこそ" in page.log())


def test_an_unsent_message_disappears(page):
    page.befriend()
    page.type("まちがえた", Keys.ENTER)
    page.wait_for("おうむ")
    page.browser.execute_script("document.querySelector('.unsend').click()")
    page.wait_for("メッセージの送信を取り消しました")
    assert not page.browser.find_elements(By.CSS_SELECTOR, ".own")
