"""The whole bot with the stand-in for LINE beside it, on a loopback port; and a real browser."""

import gc
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from flask import Flask
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from werkzeug.serving import make_server

from bot.answering.composition import desk
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
# A usual phone, upright; its points are two pixels wide.
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
SET_PHONE = "Emulation.setDeviceMetricsOverride"

# How many points of the answer to the person's last words are above what shows.
HIDDEN_ABOVE = """
const chat = document.getElementById("chat");
chat.scrollTop = chat.scrollHeight;
const first = [...chat.querySelectorAll(".own")].at(-1) ?? chat.querySelector(".bot");
const hidden = chat.getBoundingClientRect().top - first.getBoundingClientRect().top;
return Math.max(0, Math.ceil(hidden) + 10);
"""
SCROLL_DOWN = "const chat = document.getElementById('chat'); chat.scrollTop = chat.scrollHeight;"

NEWEST_BUTTON = """
return [...document.querySelectorAll("button, a.button")]
  .filter((one) => one.textContent.trim() === arguments[0] && one.checkVisibility()).at(-1);
"""
TAP_NEWEST_BUTTON = f"""
const button = (function () {{{NEWEST_BUTTON}}})(arguments[0]);
button?.click();
return Boolean(button);
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def simulator_settings(sample_home, tmp_path):
    """Settings on the sample's day, with the published sample and a state of the test's own."""
    return Settings(
        MANABI_HOME=sample_home,
        MANABI_NOW="2026-11-23",
        MANABI_DATABASE_URL=f"sqlite:///{tmp_path / 'state.db'}",
        PORT=free_port(),
    ).for_simulator()


@pytest.fixture
def living_bot(simulator_settings, serving):
    """Door, desk and simulator in one process: their address, their platform, their app."""
    workers, housekeeping = desk(simulator_settings)
    workers.start()
    app = web_app(simulator_settings, workers)
    platform = add_simulator(app, simulator_settings, "時計は2026年11月23日です。")
    with serving(app, simulator_settings.port) as address:
        yield SimpleNamespace(
            address=address, platform=platform, app=app, settings=simulator_settings
        )
    workers.stop()
    housekeeping.close()
    gc.collect()  # each holds an opened release, hundreds of megabytes


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


class Page:
    """What a person sees and does on the simulator's page."""

    def __init__(self, browser):
        self.browser = browser

    def open(self, address):
        self.browser.get(f"{address}/simulator/")

    def wait(self, condition, seconds=15):
        return WebDriverWait(self.browser, seconds, poll_frequency=0.05).until(
            lambda _: condition()
        )

    def person(self):
        return self.browser.execute_script("return sessionStorage.getItem('simulated-person')")

    def log(self):
        return self.browser.find_element(By.ID, "log").text

    def wait_for(self, text):
        return self.wait(lambda: text in self.log())

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def shows(self, selector):
        return self.one(selector).is_displayed()

    def button(self, label):
        """The newest button with this label."""
        return self.wait(lambda: self.browser.execute_script(NEWEST_BUTTON, label))

    def tap(self, label):
        """Tap a button in one go: the log redraws what has just been read."""
        self.wait(lambda: self.browser.execute_script(TAP_NEWEST_BUTTON, label))

    def type(self, *keys):
        self.one("#text").send_keys(*keys)

    def picture(self, path):
        """Keep the last answer, all of it: on a phone as long as that needs."""
        self.browser.execute_script("document.activeElement.blur()")  # no mark where one types
        height = PHONE["height"] + self.browser.execute_script(HIDDEN_ABOVE)
        self.browser.execute_cdp_cmd(SET_PHONE, PHONE | {"height": height})
        self.browser.execute_script(SCROLL_DOWN)
        self.browser.save_screenshot(str(path))
        self.browser.execute_cdp_cmd(SET_PHONE, PHONE)

    def scripts_failed(self):
        return [line["message"] for line in self.browser.get_log("browser")]


@pytest.fixture
def phone(browser):
    """The simulator's page on a phone."""
    browser.execute_cdp_cmd(SET_PHONE, PHONE)
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    yield Page(browser)
    browser.get("about:blank")
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": False})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
