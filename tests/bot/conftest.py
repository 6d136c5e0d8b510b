"""The whole bot with the stand-in for LINE beside it, on a loopback port; and a real browser."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from flask import Flask
from selenium import webdriver
from werkzeug.serving import make_server

from bot.settings import Settings
from bot.web.composition import web_app
from bot.web.simulated import add_simulator

CHROMIUM_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def simulator_settings(sample_home, sample_store, tmp_path):
    """Settings on the sample's day, with the published sample and a state of the test's own."""
    del sample_store
    return Settings(
        MANABI_HOME=sample_home,
        MANABI_NOW="2026-11-23",
        MANABI_DATABASE_URL=f"sqlite:///{tmp_path / 'state.db'}",
        PORT=free_port(),
    ).for_simulator()


@pytest.fixture
def living_bot(simulator_settings, serving):
    """The bot as `manabi serve --simulator` serves it: its address, its platform, its app."""
    app, stop = web_app(simulator_settings)
    platform = add_simulator(app, simulator_settings, "時計は2026年11月23日です。")
    with serving(app, simulator_settings.port) as address:
        yield SimpleNamespace(address=address, platform=platform, app=app)
    stop()


@contextmanager
def _serving(app: Flask, port: int) -> Iterator[str]:
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def serving():
    """A context manager that serves a Flask app on a loopback port (0: any free one)."""
    return _serving


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """Debian's Chromium without a window, one for the session."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("needs Debian's chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    profile = f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"
    for option in (*CHROMIUM_OPTIONS, profile):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driven = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield driven
    driven.quit()
