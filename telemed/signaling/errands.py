"""What is still to be told: in order, each thing once however often it was asked for, again when it failed."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Final

import structlog

from telemed.infra.background import back_off
from telemed.kernel.errors import DomainError

log = structlog.get_logger(__name__)

WITHIN: Final = 10.0
"""Seconds for one errand."""

Work = Callable[[], Awaitable[None]]


class Errands:
    """Things to do, each known by a key, in order. Given again before it was begun, one is done once: the newer."""

    def __init__(self) -> None:
        self._due: dict[Hashable, tuple[Work, int]] = {}
        self._more = asyncio.Event()

    def give(self, key: Hashable, work: Work, tries: int = 0) -> None:
        if tries and key in self._due:
            return  # what failed is overtaken
        self._due[key] = work, tries
        self._more.set()

    async def run(self) -> None:
        while True:
            await self._more.wait()
            await self.drain()

    async def drain(self) -> None:
        """Do all that is due now."""
        self._more.clear()
        while self._due:
            key = next(iter(self._due))
            work, tries = self._due.pop(key)
            try:
                async with asyncio.timeout(WITHIN):
                    await work()
            except DomainError as error:
                log.info("errand_refused", code=error.code)  # what it was about is gone
            except Exception as error:
                log.error("errand_put_off", tries=tries + 1, exc_info=error)
                wait = back_off(tries + 1).total_seconds()
                asyncio.get_running_loop().call_later(wait, self.give, key, work, tries + 1)
