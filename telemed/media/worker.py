"""When the line test's process starts, ends and starts again, and how long anyone waits for it."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from telemed.infra.background import Tasks
from telemed.media.control import MAX_LINE, Order, Reply, Request
from telemed.media.model import LineTestUnavailable

PATIENCE = timedelta(seconds=18)
"""For one reply: the first one waits for aiortc to load, 1 to 3 s on a small machine, far longer on one that is busy;
killed too early it would begin anew. Browsers wait 20 s."""
GRACE = timedelta(seconds=3)
"""To close its peers by itself at the end."""


@dataclass(slots=True)
class _Child:
    process: asyncio.subprocess.Process
    waiting: dict[int, asyncio.Future[Reply]] = field(default_factory=dict)
    listener: asyncio.Task[None] | None = None

    @property
    def alive(self) -> bool:
        return self.listener is not None and not self.listener.done()


class Worker:
    """One child process: started when first asked, and again when asked after it died."""

    def __init__(self, *arguments: str, on_death: Callable[[], None], patience: timedelta = PATIENCE) -> None:
        self._command = (sys.executable, "-m", "telemed.media.line_test_worker", *arguments)
        self._on_death, self.patience = on_death, patience
        self._child: _Child | None = None
        self._starting = asyncio.Lock()
        self._refs = count(1)
        self._tasks = Tasks()

    @property
    def pid(self) -> int | None:
        """None unless it runs now."""
        return self._child.process.pid if self._child and self._child.alive else None

    async def ask(self, order: Order) -> Reply:
        """Raises LineTestUnavailable: it died before it answered, or was too slow and had to be killed."""
        async with self._starting:
            child = self._child
            if child is None or not child.alive:
                child = self._child = await self._start()
        request = Request(ref=next(self._refs), order=order)
        reply: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        child.waiting[request.ref] = reply
        assert child.process.stdin is not None
        try:
            child.process.stdin.write(request.model_dump_json().encode() + b"\n")
            async with asyncio.timeout(self.patience.total_seconds()):
                return await reply
        except TimeoutError:
            child.process.kill()  # it would be as slow for the next one
            raise LineTestUnavailable() from None
        finally:
            child.waiting.pop(request.ref, None)

    async def ended(self) -> None:
        """Wait until the one that runs has ended and everyone who waited for it has been told."""
        if self._child and self._child.listener:
            await asyncio.shield(self._child.listener)

    async def close(self) -> None:
        child, self._child = self._child, None
        if child is None or child.listener is None or child.process.stdin is None:
            return
        child.process.stdin.close()
        try:
            async with asyncio.timeout(GRACE.total_seconds()):
                await asyncio.shield(child.listener)
        except TimeoutError:
            child.process.kill()
            await child.listener

    async def _start(self) -> _Child:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*self._command, stdin=pipe, stdout=pipe, limit=MAX_LINE)
        child = _Child(process)
        child.listener = self._tasks.start(self._listen(child), name="line-test-worker")
        return child

    async def _listen(self, child: _Child) -> None:
        assert child.process.stdout is not None
        try:
            async for line in child.process.stdout:
                reply = Reply.model_validate_json(line)
                waiting = child.waiting.get(reply.ref)
                if waiting and not waiting.done():
                    waiting.set_result(reply)
        finally:
            for waiting in child.waiting.values():
                if not waiting.done():
                    waiting.set_exception(LineTestUnavailable())
            self._on_death()
            await child.process.wait()
