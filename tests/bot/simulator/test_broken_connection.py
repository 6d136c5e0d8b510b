"""A lost answer is a connection that ends without a word, and no server complains."""

import http.client
import socket

import pytest
from flask import Flask

from bot.simulator.broken_connection import break_connection
from bot.simulator.faults.fault import Fault, FaultKind
from bot.simulator.routes import simulator_blueprint


def test_the_caller_gets_no_answer_and_the_next_call_does(platform, serving, caplog):
    app = Flask("app")
    app.register_blueprint(simulator_blueprint(platform))
    platform.faults.add(Fault(kind=FaultKind.RESET, calls=1))
    with serving(app, 0) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
        headers = {"Authorization": "Bearer access-token"}
        with pytest.raises(http.client.RemoteDisconnected):
            ask(connection, headers)
        assert ask(connection, headers) == 200
        connection.close()
    assert not [record for record in caplog.records if record.exc_info]


def ask(connection, headers):
    connection.request("GET", "/simulator/v2/bot/info", headers=headers)
    with connection.getresponse() as response:
        response.read()
        return response.status


@pytest.mark.parametrize("name", ["gunicorn.socket", "werkzeug.socket"])
def test_the_socket_is_shut_whichever_server_holds_it(name):
    here, there = socket.socketpair()
    with here, there:
        break_connection({name: here})
        assert there.recv(1) == b""


def test_without_a_socket_there_is_nothing_to_break():
    break_connection({})
