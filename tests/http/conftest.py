"""The whole application on a real port in this process, for tests of what the edge says."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from telemed import app
from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import ManualClock
from telemed.settings import Settings

Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def built(database: DatabaseServer, clock: ManualClock, tmp_path: Path) -> AsyncIterator[app.App]:
    made = app.build(database.app_url, Settings(data_dir=tmp_path), clock=clock)
    yield made
    await made.close()


@pytest.fixture
async def client(built: app.App) -> AsyncIterator[Any]:
    async with TestClient(TestServer(built.web(lambda: app.PLAIN_SITE))) as client:
        yield client
