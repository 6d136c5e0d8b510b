import json

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
