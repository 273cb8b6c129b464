"""The database of the settings, and faults of it in plain words: shared by the commands that need one."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telemed.infra.pg_programs import PgFault
from telemed.infra.server import DatabaseServer, database_server
from telemed.settings import Settings


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[DatabaseServer]:
    """Ends the program with the operator's words when there is no database to be had."""
    try:
        async with database_server(
            settings.data_dir, url=settings.database_url, app_url=settings.database_app_url, pg_bin=settings.pg_bin
        ) as server:
            yield server
    except PgFault as fault:
        print(fault, file=sys.stderr)
        raise SystemExit(1) from None
