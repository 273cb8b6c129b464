"""A real server on a database of its own, for a benchmark: made in a temporary folder, gone afterwards."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from telemed.infra.server import database_server
from telemed.migrations.runner import migrate
from tests.live import LiveServer, live_server


@asynccontextmanager
async def bench_server(*, durable: bool = True) -> AsyncIterator[LiveServer]:
    """Durable by default: a figure without fsync would flatter us."""
    with tempfile.TemporaryDirectory(prefix="telemed-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # noqa: ASYNC240 - as root the database runs as another user
        async with database_server(folder / "database", durable=durable) as database:
            await migrate(database.owner_url)
            async with live_server(database, folder) as server:
                yield server
