"""A migrated database of its own, for a benchmark: made in a temporary folder, gone afterwards."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from telemed.infra import server
from telemed.infra.embedded_pg import SUPERUSER, EmbeddedPg
from telemed.migrations.runner import migrate


@dataclass(frozen=True, slots=True)
class BenchDatabase:
    free_url: str
    """No wall stands before it: to fill the tables."""
    app_url: str
    """As the application's own role."""


@asynccontextmanager
async def bench_database() -> AsyncIterator[BenchDatabase]:
    """Without fsync: what is measured on it reads."""
    with tempfile.TemporaryDirectory(prefix="telemed-bench-") as folder:
        Path(folder).chmod(0o755)  # noqa: ASYNC240 - as root the server runs as another user
        pg = EmbeddedPg(Path(folder) / "postgres", durable=False).start()
        try:
            async with server.superuser(pg) as session:
                await server.prepare(pg, session)
                await server.create_database(session, "bench")
            at = server.addresses(pg, "bench")
            await migrate(at.owner_url)
            yield BenchDatabase(pg.url(SUPERUSER, "bench"), at.app_url)
        finally:
            pg.stop()
