"""One Chromium for all media tests, one fresh page with the peer script for each."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.browser.chromium import chromium, person
from tests.rtc.browser_peer import BrowserPeer


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def page_peer(browser: Browser) -> AsyncIterator[BrowserPeer]:
    context = await person(browser)
    yield await BrowserPeer.open(context)
    await context.close()
