"""`manabi line setup` against a stand-in for LINE: what it says, and how it ends."""

import pytest

TOKEN = "token"


def test_a_second_run_changes_nothing(manabi):
    first, second = manabi("line", "setup"), manabi("line", "setup")
    assert (first[0], second[0]) == (0, 0)
    assert first[1]["menus"]["created"] == ["manabi-learner", "manabi-employer"]
    assert second[1]["menus"] == {"created": [], "removed": 0, "default_set": False}


@pytest.mark.parametrize(
    ("arguments", "token", "status", "code"),
    [
        ((), "wrong", 1, "line_unwilling"),
        (("--webhook", "http://manabi.example.jp/callback"), TOKEN, 2, "webhook_insecure"),
    ],
)
def test_what_fails_is_said_with_its_status(manabi, arguments, token, status, code):
    ended, said = manabi("line", "setup", *arguments, LINE_CHANNEL_ACCESS_TOKEN=token)
    assert (ended, said["error"]["code"]) == (status, code)


def test_a_line_that_cannot_be_reached_is_a_fault_outside(manabi):
    ended, said = manabi("line", "setup", LINE_API_BASE_URL="http://127.0.0.1:9")
    assert (ended, said["error"]["code"]) == (3, "line_unreachable")
