"""How a loop waits: until PostgreSQL notifies its channel, or its time is up. The notice is only a hint to look."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Any, Self

import asyncpg
import structlog

log = structlog.get_logger(__name__)

RECONNECT = timedelta(seconds=1)
LIMIT = 10.0
"""Seconds for one conversation with the server."""


class Bell:
    """Listens on a connection of its own: one from the pool would carry its listener to the next borrower."""

    def __init__(self, url: str, channel: str) -> None:
        self._url, self._channel = url, channel
        self._line: asyncpg.Connection[asyncpg.Record] | None = None
        self._rang = asyncio.Event()

    async def wait(self, longest: timedelta) -> None:
        """Return when notified, after `longest`, or at once after (re)connecting, for what was said meanwhile."""
        if self._line is None or self._line.is_closed():
            try:
                await self._connect()
            except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.warning("bell_without_database", channel=self._channel, exc_info=error)
                await asyncio.sleep(min(longest, RECONNECT).total_seconds())
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(longest.total_seconds()):
                await self._rang.wait()
        self._rang.clear()

    async def _connect(self) -> None:
        self._line = await asyncpg.connect(self._url, timeout=LIMIT, command_timeout=LIMIT)
        self._line.add_termination_listener(self._ring)
        await self._line.add_listener(self._channel, self._ring)

    def _ring(self, *_: Any) -> None:
        self._rang.set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._line is not None and not self._line.is_closed():
            self._line.remove_termination_listener(self._ring)
            self._line.terminate()  # nothing is owed on a line that only listens, and a shutdown must not wait
