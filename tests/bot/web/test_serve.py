"""The real server under kills, faults and a full disk: every event is answered once."""

import os
import resource
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bot.web.served import Line, Served, asks, becomes

pytestmark = pytest.mark.slow

AT_ONCE = 40
MODELS = ("onnxruntime", "faiss", "sudachi", "sentencepiece")
SECRET_WORDS = "だれにも言えない望み"


@pytest.fixture
def line():
    return Line()


@pytest.fixture
def server(sample_home, tmp_path, line, serving):
    with serving(line.app, 0) as address:
        served = Served(sample_home, tmp_path / "state.db", address)
        with served.running():
            yield served


def tokens(events):
    return [event["replyToken"] for event in events]


def is_answered_once(line, events):
    return line.answers(tokens(events)) and set(line.taken.values()) == {1}


def test_many_at_once_are_answered_once_by_a_door_without_models_and_logs_without_words(
    server, line
):
    events = [asks(number, f"{SECRET_WORDS}{number}") for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as people:
        assert set(people.map(server.post, events)) == {200}
        assert set(people.map(server.post, events[:10])) == {200}  # LINE sends some again
    assert is_answered_once(line, events)
    assert [server.get(page) for page in ("healthz", "readyz", "metrics")] == [200] * 3
    mapped = Path(f"/proc/{server.door}/maps").read_text("utf-8")
    assert not [library for library in MODELS if library in mapped]
    assert "onnxruntime" in Path(f"/proc/{server.desk}/maps").read_text("utf-8")
    told = server.log.read_text("utf-8")
    assert SECRET_WORDS not in told
    assert events[0]["source"]["userId"] not in told


def test_what_line_cannot_take_at_first_is_sent_again(server, line):
    line.faults = [500, 502, 429, 503]
    events = [asks(number) for number in range(4)]
    assert server.post(*events) == 200
    assert is_answered_once(line, events)


@pytest.mark.parametrize("who", ["desk", "door"])
def test_a_killed_process_comes_back_and_nothing_is_lost_or_said_twice(server, line, who):
    events = [asks(number) for number in range(AT_ONCE)]
    assert server.post(*events[:20]) == 200
    killed = getattr(server, who)
    os.kill(killed, signal.SIGKILL)
    assert becomes(lambda: server.post(*events[20:]) == 200)
    assert is_answered_once(line, events)
    assert getattr(server, who) != killed


def test_killed_altogether_and_started_again_it_goes_on_where_it_was(server, line):
    events = [asks(number) for number in range(AT_ONCE)]
    assert server.post(*events) == 200
    server.kill()
    assert len(line.taken) < AT_ONCE  # it had no time to answer all
    server.start()
    assert is_answered_once(line, events)


def test_told_to_stop_it_ends_well_and_keeps_what_it_did_not_answer(server, line):
    events = [asks(number) for number in range(AT_ONCE)]
    assert server.post(*events) == 200
    server.process.terminate()
    assert server.process.wait(timeout=60) == 0
    server.start()
    assert is_answered_once(line, events)


def test_what_cannot_be_stored_is_not_acknowledged_and_later_it_is(server, line):
    before, event = asks(1), asks(2)
    assert server.post(before) == 200  # the file of figures in memory has its size by now
    door = server.door
    soft, hard = resource.prlimit(door, resource.RLIMIT_FSIZE)
    resource.prlimit(door, resource.RLIMIT_FSIZE, (1, hard))  # as if the disk were full
    assert server.post(event) == 503
    assert server.get("healthz") == 200
    resource.prlimit(door, resource.RLIMIT_FSIZE, (soft, hard))
    assert becomes(lambda: server.post(event) == 200)
    assert is_answered_once(line, [before, event])
