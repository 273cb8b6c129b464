"""The two ends of a weak link, for tests: what to run inside each, and how the link behaves meanwhile."""

import asyncio
import ctypes
import json
import os
import socket
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from tests.weak.road import Weather

End = Literal["station", "hospital"]
CLONE_NEWNET = 0x40000000
ROOT = Path(__file__).parents[2]


class NoNamespaces(Exception):
    """This machine forbids network namespaces; the message says what it answered."""


@dataclass
class Link:
    """Both directions, and the door into each end. `up` is from the station to the hospital."""

    process: asyncio.subprocess.Process
    namespaces: dict[End, str]
    addresses: dict[End, str]
    up: Weather
    down: Weather

    async def set(self, up: Weather, down: Weather | None = None) -> None:
        """From now on; the same in both directions unless said otherwise."""
        self.up, self.down = up, down or up
        await self._order({"up": asdict(self.up), "down": asdict(self.down)})

    async def change(self, **changed: Any) -> None:
        """Some of the weather, in both directions."""
        await self.set(replace(self.up, **changed), replace(self.down, **changed))

    @asynccontextmanager
    async def blackout(self) -> AsyncIterator[None]:
        """Nothing passes as long as the block runs."""
        await self.change(out=True)
        try:
            yield
        finally:
            await self.change(out=False)

    async def reseed(self, seed: int) -> None:
        """From now on the losses of another seed."""
        await self._order({"seed": seed})

    async def move(self, end: End, address: str) -> None:
        """This end has another address from now on, of the same network."""
        await self._order({"move": {end: address}})
        self.addresses[end] = address.split("/", maxsplit=1)[0]

    async def counts(self) -> dict[str, dict[str, int]]:
        """Packets and bytes sent into each direction since the start, and what became of those that never arrived."""
        counted: dict[str, dict[str, int]] = await self._order({})
        return counted

    def inside(self, end: End) -> tuple[str, ...]:
        """What to put before a command to run it there."""
        return ("nsenter", f"--net={self.namespaces[end]}")

    def program(self, end: End, executable: str, folder: Path) -> str:
        """The path of a program that is `executable`, run inside that end."""
        path = folder / f"{Path(executable).name}-{end}"
        path.write_text(f'#!/bin/sh\nexec {" ".join(self.inside(end))} {executable} "$@"\n')
        path.chmod(0o755)
        return str(path)

    def socket(self, end: End, *given: Any) -> socket.socket:
        """A socket that lives there, though we do not: a thread goes in, makes it and comes back."""
        made: list[socket.socket] = []

        def make() -> None:
            inside = os.open(self.namespaces[end], os.O_RDONLY)
            try:
                if ctypes.CDLL(None, use_errno=True).setns(inside, CLONE_NEWNET) == 0:
                    made.append(socket.socket(*given))
            finally:
                os.close(inside)

        # A new thread each time, which ends there: the namespace is one thread's own.
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        if not made:
            raise NoNamespaces(f"could not enter the namespace of the {end}")
        return made[0]

    async def _order(self, order: dict[str, Any]) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        async with asyncio.timeout(10):
            line = await self.process.stdout.readline()
        assert line, "the link program ended by itself"
        return json.loads(line)


@asynccontextmanager
async def weak_link(seed: int, weather: Weather | None = None) -> AsyncIterator[Link]:
    """Two namespaces and the link between them; gone with the block.

    Raises:
        NoNamespaces: the machine does not allow them.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.weak.link", str(seed)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    try:
        said = await process.stdout.readline()
        if not said:
            raise NoNamespaces((await process.stderr.read()).decode().strip().splitlines()[-1])
        told = json.loads(said)
        link = Link(process, told["namespaces"], told["addresses"], Weather(), Weather())
        if weather:
            await link.set(weather)
        yield link
    finally:
        process.stdin.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()
