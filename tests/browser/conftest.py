"""Journeys in Chromium against the real server: browsers, people at work, screenshots into a folder git ignores."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from telemed.infra.server import DatabaseServer
from tests.browser.chromium import chromium
from tests.live import LiveServer, live_server

SCREENSHOTS = Path(__file__).parents[2] / "screenshots"


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture(autouse=True)
async def closed_pages(browser: Browser) -> AsyncIterator[None]:
    """Pages in a call go on drawing and listening: left open they would slow down every test after them."""
    yield
    for context in browser.contexts:
        await context.close()


@pytest.fixture
async def server(database: DatabaseServer, tmp_path: Path) -> AsyncIterator[LiveServer]:
    async with live_server(database, tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def screenshots() -> Path:
    SCREENSHOTS.mkdir(exist_ok=True)
    return SCREENSHOTS
