"""The blueprint: the API under /simulator/v2/bot, the page, and the page's own JSON."""

from pathlib import Path

import pytest
from flask import Flask

from bot.simulator import routes
from bot.simulator.routes import simulator_blueprint

PAGE = Path(routes.__file__).parent / "page"
WRITES_MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")


@pytest.fixture
def client(platform):
    app = Flask("app")
    app.register_blueprint(simulator_blueprint(platform, "時計は2026年11月23日です"))
    return app.test_client()


@pytest.fixture
def person(client):
    return client.post("/simulator/chat/people", json={}).get_json()["userId"]


@pytest.fixture
def state(client, person):
    return lambda after=0: client.get(f"/simulator/chat/{person}/state?after={after}").get_json()


def test_the_messaging_api_answers_under_the_prefix(client):
    answer = client.get("/simulator/v2/bot/info", headers={"Authorization": "Bearer access-token"})
    assert answer.status_code == 200
    assert answer.get_json()["displayName"] == "まなびコンパス"
    assert answer.headers["x-line-request-id"]


def text_of(client, path):
    with client.get(path) as answer:  # closed, because the answer holds the open file
        return answer.get_data(as_text=True)


def test_the_page_loads_nothing_from_outside(client):
    with client.get("/simulator/") as answer:
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_the_page_is_japanese_and_names_no_other_host(client):
    page = text_of(client, "/simulator/")
    assert 'lang="ja"' in page
    assert "://" not in page


@pytest.mark.parametrize("script", sorted(path.name for path in PAGE.glob("*.js")))
def test_no_script_writes_markup(client, script):
    source = text_of(client, f"/simulator/page/{script}")
    assert [word for word in WRITES_MARKUP if word in source] == []


def test_files_outside_the_page_stay_out_of_reach(client):
    assert client.get("/simulator/page/../routes.py").status_code == 404


def test_the_notice_reaches_the_page(client):
    about = client.get("/simulator/chat/about").get_json()
    assert about == {"accountName": "まなびコンパス", "notice": "時計は2026年11月23日です"}


def test_what_a_person_writes_reaches_the_bot_and_the_chat(client, person, state, bot, eventually):
    sent = client.post(f"/simulator/chat/{person}/text", json={"text": "簿記"})
    assert sent.status_code == 202
    assert eventually(lambda: bot.events)
    assert bot.events[0]["message"]["text"] == "簿記"
    assert state()["entries"][0]["message"]["text"] == "簿記"


def test_only_what_changed_is_sent_again(client, person, state):
    client.post(f"/simulator/chat/{person}/follow", json={})
    revision = state()["revision"]
    assert state(after=revision)["entries"] == []
    client.post(f"/simulator/chat/{person}/text", json={"text": "簿記"})
    assert [entry["message"]["text"] for entry in state(after=revision)["entries"]] == ["簿記"]


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("text", {}),
        ("text", {"text": "  "}),
        ("text", {"text": "a" * 5001}),
        ("text", {"text": 1}),
        ("postback", {"data": "d", "params": "x"}),
        ("location", {"title": "a", "address": "b", "latitude": "c", "longitude": 1}),
    ],
)
def test_an_act_that_says_too_little_or_too_much_is_refused(client, person, act, body):
    assert client.post(f"/simulator/chat/{person}/{act}", json=body).status_code == 400


def test_a_form_of_another_site_is_refused(client, person):
    answer = client.post(f"/simulator/chat/{person}/text", data={"text": "a"})
    assert answer.status_code == 400


def test_nobody_has_no_chat(client):
    assert client.get(f"/simulator/chat/U{'0' * 32}/state").status_code == 404


def test_an_unknown_act_is_not_found(client, person):
    assert client.post(f"/simulator/chat/{person}/dance", json={}).status_code == 404


def test_a_blocked_account_cannot_be_written_to(client, person):
    client.post(f"/simulator/chat/{person}/unfollow", json={})
    answer = client.post(f"/simulator/chat/{person}/text", json={"text": "a"})
    assert answer.status_code == 409


def test_everyone_who_chats_is_listed(client, person):
    other = client.post("/simulator/chat/people", json={"name": "花子"}).get_json()["userId"]
    people = client.get("/simulator/chat/people").get_json()["people"]
    assert [one["userId"] for one in people] == [person, other]
    assert people[1]["name"] == "花子"
