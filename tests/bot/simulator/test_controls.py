"""The switches over HTTP: what a page or a test asks for, and how things then stand."""

import pytest
from flask import Flask

from bot.simulator.routes import simulator_blueprint


@pytest.fixture
def client(platform):
    app = Flask("app")
    app.register_blueprint(simulator_blueprint(platform))
    return app.test_client()


@pytest.fixture
def post(client):
    return lambda path, **body: client.post(f"/simulator/{path}", json=body)


def test_a_fault_is_switched_on_told_and_switched_off(client, post, call):
    answer = post("controls/faults", kind="server_error", endpoint="info", calls=1, status=502)
    assert answer.get_json()["faults"] == [{
        "kind": "server_error", "endpoint": "info", "share": 1.0, "calls": 1, "seconds": 10.0,
        "status": 502, "struck": 0,
    }]  # fmt: skip
    assert [call("GET info").status, call("GET info").status] == [502, 200]
    assert client.get("/simulator/controls").get_json()["faults"][0]["struck"] == 1
    assert client.delete("/simulator/controls/faults").get_json()["faults"] == []


def test_kinds_and_endpoints_are_listed(client):
    told = client.get("/simulator/controls").get_json()
    assert {"hang", "lost_answer", "monthly_limit"} <= set(told["kinds"])
    assert {"reply", "push", "start_loading", "create_rich_menu"} <= set(told["endpoints"])


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"kind": "earthquake"},
        {"kind": "reset", "endpoint": "nowhere"},
        {"kind": "reset", "share": 2},
        {"kind": "reset", "share": True},
        {"kind": "reset", "calls": "1"},
        {"kind": "reset", "colour": "red"},
    ],
)
def test_a_fault_that_cannot_be_is_refused(client, post, wrong):
    assert post("controls/faults", **wrong).status_code == 400
    assert client.get("/simulator/controls").get_json()["faults"] == []


def test_a_form_of_another_site_is_refused(client):
    answer = client.post("/simulator/controls/faults", data={"kind": "reset"})
    assert answer.status_code == 400


def test_the_manner_of_webhooks_changes_only_where_it_is_named(post, platform):
    post("controls/webhooks", duplicates=0.5, delayS=3)
    told = post("controls/webhooks", standby=True).get_json()["webhooks"]
    assert told == {"standby": True, "duplicates": 0.5, "delayS": 3, "redelivers": False}
    assert platform.traffic.manner.standby
    assert post("controls/webhooks", standby=1).status_code == 400


def test_what_was_not_taken_is_delivered_again(post, platform, bot):
    bot.status = 500
    platform.say(platform.new_person(), "簿記")
    assert post("controls/redeliver").get_json()["undelivered"] == 1
    bot.status = 200
    told = post("controls/redeliver").get_json()
    assert (told["taken"], told["undelivered"]) == (1, 0)


def test_chance_begins_anew_from_a_seed(post, platform):
    def struck():
        post("controls/seed", seed=7)
        return [platform.faults.draw("reply") is not None for _ in range(50)]

    post("controls/faults", kind="reset", share=0.5)
    assert struck() == struck()
    assert post("controls/seed", seed="x").status_code == 400


def test_the_accounts_can_be_read_and_narrowed(client, platform):
    platform.say(platform.new_person(), "簿記")
    told = client.get("/simulator/accounts").get_json()
    assert told["counts"]["never"] == len(told["events"]) == 1
    assert client.get("/simulator/accounts?verdict=once").get_json()["events"] == []
    assert client.get("/simulator/accounts?verdict=maybe").status_code == 400
