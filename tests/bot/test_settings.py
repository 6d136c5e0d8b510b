from datetime import date

import pytest

from bot.settings import SettingsInvalid, read_settings

NAMES = ("MANABI_NOW", "PORT", "MANABI_HOME", "LINE_CHANNEL_SECRET", "MANABI_SECRET")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    for name in (*NAMES, "LINE_CHANNEL_ACCESS_TOKEN", "MANABI_DATABASE_URL", "MANABI_ENCODER"):
        monkeypatch.delenv(name, raising=False)


def test_without_any_setting_everything_lies_below_var():
    settings = read_settings()
    assert (str(settings.home), settings.port, settings.encoder) == ("var", 8000, "manabi")
    assert settings.state_url == "sqlite:///var/state.db"


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("2026-11-23T10:00:00+09:00", date(2026, 11, 23)),
        ("2026-11-22T20:00:00+00:00", date(2026, 11, 23)),
        ("2026-11-23T23:30:00", date(2026, 11, 23)),
    ],
)
def test_the_clock_can_be_fixed_and_is_japans(monkeypatch, now, day):
    monkeypatch.setenv("MANABI_NOW", now)
    assert read_settings().today() == day


@pytest.mark.parametrize(
    ("name", "value"), [("MANABI_NOW", "あした"), ("PORT", "0"), ("PORT", "x")]
)
def test_a_setting_that_cannot_be_read_is_named(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsInvalid, match=name):
        read_settings()


def test_missing_line_settings_are_named_together(monkeypatch):
    monkeypatch.setenv("LINE_CHANNEL_SECRET", "s")
    with pytest.raises(SettingsInvalid, match="LINE_CHANNEL_ACCESS_TOKEN、MANABI_SECRET"):
        read_settings().line_channel()


def test_secrets_do_not_show_in_what_is_printed(monkeypatch):
    monkeypatch.setenv("MANABI_SECRET", "very-secret")
    assert "very-secret" not in repr(read_settings())


def test_the_simulator_never_uses_real_secrets(monkeypatch):
    monkeypatch.setenv("LINE_CHANNEL_SECRET", "real")
    channel = read_settings().for_simulator().line_channel()
    assert "real" not in (channel.secret, channel.access_token, channel.user_key)
