"""Keeps the robot's process while it is switched on: starts it, again when it died, and ends it with the server."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path

import structlog

import telemed
from telemed.demo.robot import READY
from telemed.infra.background import Tasks, back_off

log = structlog.get_logger(__name__)

READY_WITHIN = 15.0
"""Seconds that switching on waits for the robot to be ringable; it takes one or two."""
END_WITHIN = 3.0
PACKAGE = Path(telemed.__file__).parents[1]


class RobotKeeper:
    """`url` is the server's own address, set once it listens; the account goes by standard input alone.

    That pipe is also what ties it to us: it ends when we do, even when we are killed.
    """

    def __init__(self, username: str, password: str) -> None:
        self.url = ""
        self._account = json.dumps({"username": username, "password": password}).encode() + b"\n"
        self._one_at_a_time = asyncio.Lock()
        self._tasks = Tasks()
        self._keeping: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    @property
    def on(self) -> bool:
        return self._keeping is not None

    async def switch(self, on: bool) -> bool:
        """Whether it is on now. Switched on, it can be rung when this returns, or the machine is very busy."""
        async with self._one_at_a_time:
            if on and self._keeping is None:
                self._ready.clear()
                self._keeping = self._tasks.start(self._keep(), name="robot's keeper")
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._ready.wait(), READY_WITHIN)
            elif not on and self._keeping is not None:
                await self._stop()
            return self.on

    async def close(self) -> None:
        async with self._one_at_a_time:
            await self._stop()

    async def _stop(self) -> None:
        if self._keeping:
            self._keeping.cancel()
            await asyncio.wait({self._keeping})
            self._keeping = None

    async def _keep(self) -> None:
        attempts = 0
        while True:
            began = asyncio.get_running_loop().time()
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "telemed.demo.robot", "--url", self.url),
                stdin=PIPE,
                stdout=PIPE,
                cwd=PACKAGE,
                start_new_session=True,  # Ctrl-C is for us; we end it
            )
            try:
                await self._attend(process)
            finally:
                await _end(process)
            lasted = asyncio.get_running_loop().time() - began
            attempts = 1 if lasted > READY_WITHIN else attempts + 1
            log.warning("robot_ended", code=process.returncode, attempts=attempts)
            await asyncio.sleep(back_off(attempts).total_seconds())

    async def _attend(self, process: Process) -> None:
        """Until its output ends."""
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(self._account)
        with suppress(ConnectionError):
            await process.stdin.drain()
        while line := await process.stdout.readline():
            if line.strip() == READY.encode():
                self._ready.set()


async def _end(process: Process) -> None:
    if process.stdin:
        process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), END_WITHIN)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
