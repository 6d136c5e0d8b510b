"""`manabi doctor`: one line a check, what to do, and an exit status that tells whose turn it is."""

import pytest

CHECKS = [
    "公開中の版",
    "会話のデータベース",
    "LINEの設定",
    "LINEのアカウント",
    "Webhook",
    "今月のプッシュ通知",
]


@pytest.fixture
def examined(manabi, sample_home, sample_store, tmp_path):
    """Runs the doctor on the published sample with a state of the test's own."""
    del sample_store
    state = f"sqlite:///{tmp_path / 'state.db'}"

    def examine(**environment):
        known = {"MANABI_HOME": str(sample_home), "MANABI_DATABASE_URL": state}
        status, said = manabi("doctor", **(known | environment))
        return status, {check["name"]: check for check in said["checks"]}

    return examine


def results(checks):
    return {name: check["result"] for name, check in checks.items()}


def test_what_only_deserves_advice_does_not_end_in_an_error(examined):
    status, checks = examined()
    assert status == 0
    assert list(checks) == CHECKS
    assert results(checks) == dict.fromkeys(CHECKS, "good") | {"Webhook": "advice"}
    assert "manabi line setup" in checks["Webhook"]["hint"]


@pytest.mark.parametrize(
    ("environment", "status", "bad"),
    [
        ({"LINE_CHANNEL_SECRET": ""}, 1, "LINEの設定"),
        ({"LINE_CHANNEL_ACCESS_TOKEN": "wrong"}, 1, "LINEのアカウント"),
        ({"LINE_API_BASE_URL": "http://127.0.0.1:9"}, 3, "LINEのアカウント"),
        ({"MANABI_DATABASE_URL": "sqlite:////proc/none/state.db"}, 3, "会話のデータベース"),
    ],
)
def test_what_is_wrong_is_named_with_what_to_do(examined, environment, status, bad):
    ended, checks = examined(**environment)
    assert ended == status
    assert [name for name, result in results(checks).items() if result == "bad"] == [bad]
    assert checks[bad]["hint"]


def test_without_a_release_staff_learn_how_to_make_one(examined, tmp_path):
    ended, checks = examined(MANABI_HOME=str(tmp_path / "new"))
    assert ended != 0
    assert "manabi rebuild" in checks["公開中の版"]["hint"]
