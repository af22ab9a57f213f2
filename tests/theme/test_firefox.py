"""Reading, search and filters in Firefox, which the other browser tests do not try."""

from collections.abc import Iterator

import pytest
from marionette_driver import By, Wait
from marionette_driver.marionette import Marionette

from tests.waiting import PATIENCE
from tools import firefox

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marionette]:
    """A window of a Firefox of its own, with a new profile."""
    program = firefox.find_firefox()
    if program is None:
        assert not firefox.must_run(), "Firefox saknas. Kör: python -m tools.firefox"
        pytest.skip("Firefox saknas. Kör: python -m tools.firefox")
    log = tmp_path_factory.mktemp("firefox") / "gecko.log"
    driver = Marionette(
        bin=program, headless=True, port=0, startup_timeout=PATIENCE, gecko_log=str(log)
    )
    driver.start_session()
    yield driver
    driver.quit()
    driver.cleanup()


def wait_for(window: Marionette, selector: str) -> int:
    """Wait until something is there; return how many there are."""
    wait = Wait(window, timeout=PATIENCE)
    return len(wait.until(lambda now: now.find_elements(By.CSS_SELECTOR, selector)))


def is_shown(window: Marionette, selector: str) -> bool:
    return bool(window.find_element(By.CSS_SELECTOR, selector).is_displayed())


def test_a_response_is_read(window: Marionette, address: str) -> None:
    window.navigate(f"{address}remissvar/enskede-arsta-vantor/#synpunkt-3-3")
    own, retold = '[data-text="enskede-arsta-vantor/S3.3"]', '[data-text="S3.3"]'
    assert is_shown(window, own)
    assert not is_shown(window, retold)
    window.find_element(By.CSS_SELECTOR, "#synpunkt-3-3 summary").click()
    assert is_shown(window, retold)
    window.find_element(By.CSS_SELECTOR, ".switch .only").click()
    Wait(window, timeout=PATIENCE).until(lambda now: "visa=synpunkter" in now.get_url())
    wait_for(window, ".switch .only[aria-current]")
    assert is_shown(window, own)
    assert not is_shown(window, '[data-text="S1.1"]')


def test_the_search_finds(window: Marionette, address: str) -> None:
    window.navigate(f"{address}sok/")
    window.find_element(By.CSS_SELECTOR, "main form.search input").send_keys("förskolor")
    wait_for(window, "[data-search-ready]")
    assert wait_for(window, ".results li")
    shown = window.find_element(By.CSS_SELECTOR, "main").text
    assert "förskola" in shown


def test_answers_are_filtered(window: Marionette, address: str) -> None:
    window.navigate(f"{address}oversikt/?position=supports")
    wait_for(window, "[data-selection-ready]")
    supports = wait_for(window, "[data-selection-rows] > li")
    assert supports
    window.navigate(f"{address}oversikt/?position=none_stated")
    wait_for(window, "[data-selection-ready]")
    assert wait_for(window, "[data-selection-rows] > li") != supports
