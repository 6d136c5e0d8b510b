"""`manabi doctor`: one line a check, what to do, and an exit status that tells whose turn it is."""

import math

import pytest

from bot.commands.doctor_web import quantile

CHECKS = [
    "公開中の版",
    "一覧",
    "お手本の相談",
    "会話のデータベース",
    "寄せられた相談",
    "ウェブアプリ",
    "LINEの設定",
    "LINEのアカウント",
    "Webhook",
    "今月のプッシュ通知",
]


@pytest.fixture
def examined(manabi, small_home, tmp_path):
    """Runs the doctor on the published sample with a state of the test's own."""
    state = f"sqlite:///{tmp_path / 'state.db'}"

    def examine(**environment):
        known = {"MANABI_HOME": str(small_home), "MANABI_DATABASE_URL": state, "PORT": "9"}
        status, said = manabi("doctor", **(known | environment))
        return status, {check["name"]: check for check in said["checks"]}

    return examine


def results(checks):
    return {name: check["result"] for name, check in checks.items()}


def test_what_only_deserves_advice_does_not_end_in_an_error(examined):
    status, checks = examined()
    assert status == 0
    assert list(checks) == CHECKS
    assert results(checks) == dict.fromkeys(CHECKS, "good") | dict.fromkeys(
        ["お手本の相談", "ウェブアプリ", "Webhook"], "advice"
    )
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


def test_the_release_its_lists_and_the_needs_are_counted(examined):
    _, checks = examined(MANABI_NOW="2026-11-23")
    assert "講座260件(うち見本260件)、いま申し込める回" in checks["公開中の版"]["facts"]
    assert checks["一覧"]["facts"].startswith("1件")
    assert checks["寄せられた相談"]["facts"] == "この30日に0件"


def test_golden_requests_for_programs_that_nobody_lists_are_named(examined, small_home):
    table = small_home / "golden.csv"
    table.write_text("相談,立場,講座\n製図,企業,p0042\n魔法,,魔法入門\n", encoding="utf-8")
    try:
        _, checks = examined()
    finally:
        table.unlink()
    assert checks["お手本の相談"]["facts"] == "2件、講座が一覧にないもの: 「魔法」"


def test_the_web_app_tells_how_quickly_it_answers(examined, living_bot):
    _, checks = examined(PORT=living_bot.address.rsplit(":", 1)[1])
    assert checks["ウェブアプリ"]["result"] == "good"


@pytest.mark.parametrize(
    ("found", "share", "seconds"),
    [
        ([(0.1, 0), (0.2, 10), (math.inf, 10)], 0.5, 0.15),
        ([(0.1, 50), (0.2, 100), (math.inf, 100)], 0.5, 0.1),
        ([(0.1, 0), (math.inf, 4)], 0.99, 0.1),
        ([(0.1, 0), (math.inf, 0)], 0.5, None),
        ([], 0.5, None),
    ],
)
def test_quantiles_are_read_off_a_histogram(found, share, seconds):
    assert quantile(found, share) == pytest.approx(seconds)
