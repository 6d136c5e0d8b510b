import errno
import io
import json
import sys

import pytest
import structlog

from bot.logs import configure_logs


@pytest.fixture
def log():
    configure_logs()
    yield structlog.get_logger()
    structlog.reset_defaults()


def test_a_line_is_json_and_an_exception_tells_its_place_not_its_words(log, capsys):
    try:
        int("死にたいと書いた人の文")
    except ValueError:
        log.exception("answer_failed")
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["exception"]) == ("answer_failed", "ValueError")
    assert "test_logs.py" in line["at"][0]
    assert "書いた人" not in json.dumps(line, ensure_ascii=False)


def test_a_line_that_cannot_be_written_stops_nobody(log, monkeypatch):
    with io.TextIOWrapper(FullDisk()) as full:
        monkeypatch.setattr(sys, "stderr", full)
        log.error("state_unusable")
        full.buffer.is_full = False


class FullDisk(io.BytesIO):
    """A file that takes nothing."""

    is_full = True

    def write(self, data):
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)
