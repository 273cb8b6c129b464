"""Journeys in Chromium against the real server: browsers, people at work, screenshots into a folder git ignores."""

import asyncio
from collections.abc import AsyncIterator, Generator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, expect

from telemed.infra.server import DatabaseServer
from tests.browser.chromium import chromium
from tests.eventually import PATIENCE
from tests.live import LiveServer, live_server

expect.set_options(timeout=PATIENCE * 1000)
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
async def closed_pages(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """Pages in a call go on drawing and listening: left open they would slow down every test after them.

    After a failure each page first says what it shows, since nobody can go and look.
    """
    yield
    for context in browser.contexts:
        for page in context.pages if request.node.stash.get(FAILED, False) else []:
            with suppress(Error, TimeoutError):  # one that crashed says nothing, and is closed all the same
                async with asyncio.timeout(5):
                    print(page.url, await page.evaluate("document.body?.innerText.slice(0, 4000)"))
        await context.close()


@pytest.fixture
async def server(database: DatabaseServer, tmp_path: Path) -> AsyncIterator[LiveServer]:
    async with live_server(database, tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def screenshots() -> Path:
    SCREENSHOTS.mkdir(exist_ok=True)
    return SCREENSHOTS
