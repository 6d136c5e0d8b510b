"""The desk's process as the door sees it; small scripts sit at the desk."""

import sys
import time
from itertools import pairwise

import pytest

from bot.web.desk import DeskProcess, Patience

PATIENCE_S = 10
HASTY = Patience(first_wait=0.01, longest_wait=0.04, leaving=5.0)

READY_UNTIL_HUNG_UP = "print('ready', flush=True); sys.stdin.read(); note('left')"
DYING = "note(time.monotonic()); sys.exit(1)"
NEVER_LEAVING = "print('ready', flush=True); time.sleep(60)"
UNDECIDED = "print('ready', flush=True); sys.stdin.read(1); print('not ready', flush=True); \
sys.stdin.read()"
COUNTING = "print('ready', flush=True); note(len(sys.stdin.read()))"
DYING_WHEN_RUNG = "note('came'); print('ready', flush=True); sys.stdin.read(1); sys.exit(1)"


class SeenDesk:
    """A desk run by a script that can leave notes."""

    def __init__(self, folder, script, patience):
        self._notes = folder / "notes"
        note = f"note = lambda one: print(one, file=open({str(self._notes)!r}, 'a'), flush=True)"
        source = f"import sys, time\n{note}\n{script}"
        self.process = DeskProcess((sys.executable, "-S", "-c", source), {}, patience)
        self.process.start()

    def notes(self):
        return self._notes.read_text().split() if self._notes.exists() else []

    def wait_for(self, condition):
        deadline = time.monotonic() + PATIENCE_S
        while not condition() and time.monotonic() < deadline:
            time.sleep(0.005)
        assert condition()

    def wait_until_ready(self):
        self.wait_for(self.process.is_ready)


@pytest.fixture
def seat(tmp_path):
    """Put a script at the desk; it is hung up on at the end."""
    seated = []

    def put(script, patience=HASTY):
        seated.append(SeenDesk(tmp_path, script, patience))
        return seated[-1]

    yield put
    for desk in seated:
        desk.process.stop()


def test_the_door_knows_what_the_desk_last_said_of_itself(seat):
    desk = seat(UNDECIDED)
    desk.wait_until_ready()
    desk.process.wake()
    desk.wait_for(lambda: not desk.process.is_ready())


def test_waking_rings_once_each_time(seat):
    desk = seat(COUNTING)
    desk.wait_until_ready()
    for _ in range(3):
        desk.process.wake()
    desk.process.stop()
    assert desk.notes() == ["3"]


def test_a_bell_that_nobody_hears_holds_nobody_up(seat):
    desk = seat(NEVER_LEAVING, Patience(leaving=0.01))
    desk.wait_until_ready()
    for _ in range(100_000):  # a pipe holds 65,536
        desk.process.wake()


def test_a_desk_that_ends_is_started_again_after_ever_longer_waits(seat):
    desk = seat(DYING, Patience(first_wait=0.05, longest_wait=0.4))
    desk.wait_for(lambda: len(desk.notes()) >= 5)
    came = [float(moment) for moment in desk.notes()]
    waits = [later - earlier for earlier, later in pairwise(came)]
    least = (0.05, 0.1, 0.2, 0.4)
    assert all(wait >= floor for wait, floor in zip(waits, least, strict=False))


def test_a_desk_that_lived_long_comes_back_at_once(seat):
    patience = Patience(first_wait=0.01, longest_wait=60.0, steady=0.0)
    desk = seat(DYING_WHEN_RUNG, patience)
    for times in range(1, 6):
        desk.wait_for(lambda times=times: len(desk.notes()) == times and desk.process.is_ready())
        desk.process.wake()
    assert len(desk.notes()) == 5


def test_while_there_is_no_desk_nothing_is_ready_and_waking_does_no_harm(seat):
    desk = seat(DYING_WHEN_RUNG, Patience(first_wait=60.0))
    desk.wait_until_ready()
    desk.process.wake()
    desk.wait_for(lambda: not desk.process.is_ready())
    desk.process.wake()


def test_what_cannot_be_started_now_is_tried_again(tmp_path):
    script = tmp_path / "desk"
    desk = DeskProcess((str(script),), {}, HASTY)
    desk.start()
    script.write_text("#!/bin/sh\necho ready\nread -r _\n")
    script.chmod(0o755)
    deadline = time.monotonic() + PATIENCE_S
    while not desk.is_ready() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert desk.is_ready()
    desk.stop()


def test_stopping_lets_the_desk_finish(seat):
    desk = seat(READY_UNTIL_HUNG_UP)
    desk.wait_until_ready()
    desk.process.stop()
    assert desk.notes() == ["left"]


def test_a_desk_that_does_not_leave_is_ended(seat):
    desk = seat(NEVER_LEAVING, Patience(leaving=0.05))
    desk.wait_until_ready()
    desk.process.stop()
    desk.wait_for(lambda: not desk.process.is_ready())


def test_a_desk_that_was_stopped_does_not_come_back(seat):
    desk = seat(DYING_WHEN_RUNG)
    desk.wait_until_ready()
    desk.process.stop()
    time.sleep(5 * HASTY.longest_wait)
    assert desk.notes() == ["came"]


def test_stopping_what_was_never_started_waits_for_nothing():
    DeskProcess(("true",), {}).stop()
