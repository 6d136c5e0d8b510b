"""A person with a browser: write, send, see cards, tap a quick reply."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

pytestmark = pytest.mark.slow

CHERRIES = "さくらんぼ農家ですが、加工品を作って売りたい"


def test_a_person_writes_sees_cards_and_taps_a_quick_reply(living_bot, browser):
    browser.get(f"{living_bot.address}/simulator/")
    wait = WebDriverWait(browser, 15)

    def button(label):
        found = browser.find_elements(By.XPATH, f"//button[normalize-space()='{label}']")
        shown = [one for one in found if one.is_displayed()]
        return shown[0] if shown else None

    def log():
        return browser.find_element(By.CSS_SELECTOR, "[role=log]").text

    wait.until(lambda _: button("友だち追加")).click()
    wait.until(lambda _: "お預かりするもの" in log())
    browser.find_element(By.TAG_NAME, "textarea").send_keys(CHERRIES, Keys.ENTER)
    wait.until(lambda _: "漬物の営業許可と直売所デビュー講座" in log())
    assert "見本" in log()
    assert "受け付けません" not in log()
    wait.until(lambda _: button("もっと見る")).click()
    wait.until(lambda _: "ほかに近い講座が" in log())
