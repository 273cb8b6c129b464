"""Who owns a task: failures are logged, closing leaves none behind. And how long to leave alone what failed."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, Self

import structlog

log = structlog.get_logger(__name__)

PATIENCE = timedelta(seconds=5)
"""How long a cancelled task may clean up before close() leaves it."""


class Tasks:
    """The tasks of one owner. Use as `async with`, or call `close()`."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, object], *, name: str) -> asyncio.Task[Any]:
        task = asyncio.create_task(work, name=name)
        self._running.add(task)  # the loop itself holds tasks weakly
        task.add_done_callback(self._done)
        return task

    async def close(self) -> None:
        """Cancel what runs and wait for it."""
        if not self._running:
            return
        for task in self._running:
            task.cancel()
        _, stuck = await asyncio.wait(self._running, timeout=PATIENCE.total_seconds())
        for task in stuck:
            log.error("task_would_not_end", task=task.get_name())

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task_failed", task=task.get_name(), exc_info=error)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def back_off(attempts: int) -> timedelta:
    """How long to leave alone what has failed so often: 1, 2, 4 … 60 s. Never for ever."""
    return timedelta(seconds=min(60, 2 ** (min(attempts, 7) - 1)))
