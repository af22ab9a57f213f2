"""Windows of the one browser that a test process has."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, expect

from tests.waiting import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """Open a window of its own, in which nothing has been seen before; it is closed at the end."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield context
    finally:
        context.close()
