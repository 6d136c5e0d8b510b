"""The desk as a process: when it starts, tells, keeps house, and leaves."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from bot.answering.process import BEHIND_THE_DOOR

# What happens is written to standard error, line by line; standard output is the door's.
SCRIPT = """
import os, sys
from bot.answering.process import work

def happens(what):
    print(what, os.nice(0), file=sys.stderr, flush=True)

class Workers:
    ready = False
    def start(self): happens("start")
    def wake(self):
        self.ready = True
        happens("wake")
    def is_ready(self): return self.ready
    def stop(self): happens("stop")

class Housekeeping:
    kept = False
    def keep_house(self):
        if not self.kept: happens("keep house")
        self.kept = True
    def close(self): happens("close")

work(Workers(), Housekeeping(), has_door="--door" in sys.argv)
"""
BEFORE, AFTER = ["start", "keep house"], ["stop", "close"]


class RunningDesk:
    """A desk that was started, and what it says."""

    def __init__(self, process):
        self.process = process

    def happens(self):
        """The next thing that happens, without its niceness."""
        return self.process.stderr.readline().decode().rpartition(" ")[0]

    def says(self):
        """The next line for the door."""
        return self.process.stdout.readline()

    def rest(self):
        """Everything that still happens, once it has left."""
        assert self.process.wait(10) == 0
        return [line.rpartition(b" ")[0].decode() for line in self.process.stderr]


@contextmanager
def started(*arguments, stdin=subprocess.PIPE):
    command = (sys.executable, "-c", SCRIPT, *arguments)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=stdin, stdout=pipe, stderr=pipe, bufsize=0) as process:
        try:
            yield RunningDesk(process)
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_it_finish_and_leave(number):
    with started() as desk:
        assert [desk.happens(), desk.happens()] == BEFORE
        desk.process.send_signal(number)
        assert desk.rest() == AFTER


def test_it_leaves_when_the_door_is_gone():
    with started("--door") as desk:
        assert [desk.happens(), desk.happens()] == BEFORE
        desk.process.stdin.close()
        assert desk.rest() == AFTER


def test_the_door_rings_it_awake_and_hears_when_it_is_ready():
    with started("--door") as desk:
        assert desk.says() == b"not ready\n"
        desk.process.stdin.write(b".")
        assert desk.says() == b"ready\n"
        desk.process.stdin.close()
        assert "wake" in desk.rest()


def test_run_by_hand_it_cares_for_no_input_and_says_nothing():
    with started(stdin=subprocess.DEVNULL) as desk:
        assert [desk.happens(), desk.happens()] == BEFORE
        desk.process.terminate()
        assert desk.rest() == AFTER
        assert desk.process.stdout.read() == b""


@pytest.mark.parametrize(("arguments", "nicer"), [(("--door",), BEHIND_THE_DOOR), ((), 0)])
def test_behind_a_door_it_lets_the_door_go_first(arguments, nicer):
    with started(*arguments) as desk:
        niceness = int(desk.process.stderr.readline().split()[-1])
        assert niceness == min(os.nice(0) + nicer, 19)
