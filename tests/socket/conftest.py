"""A server with real sockets, and one with small limits."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.signaling import Limits
from tests import build
from tests.build import World
from tests.socket.pages import Live, live_server


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def live(world: World, tmp_path: Path) -> AsyncIterator[Live]:
    async with live_server(world, tmp_path, Limits()) as live:
        yield live


@pytest.fixture
async def small(world: World, tmp_path: Path) -> AsyncIterator[Live]:
    """Few of everything, so that a test meets the limits at once."""
    limits = Limits(
        links=2,
        strangers=2,
        strangers_per_address=1,
        outbox=16,
        rate=1,
        burst=10,
        candidate_rate=1,
        candidate_burst=5,
    )
    async with live_server(world, tmp_path, limits) as live:
        yield live
