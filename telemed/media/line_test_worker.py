"""The line test's own process: runs echo peers, so that decoding and encoding never hold up the server.

Started by `telemed.media.worker`. It ends when its standard input does, so not even `kill -9` leaves it orphaned.
"""

import asyncio
import os
import resource
import sys
from typing import BinaryIO, assert_never
from uuid import UUID

from telemed.media.control import MAX_LINE, Close, Measure, Open, Reply, Request
from telemed.media.line_test import LineTest

NICENESS = 5
"""A test gives way to the calls the same machine signals for."""
MAX_MEMORY = 3 * 512 * 1024 * 1024
"""Bytes. A hostile picture can claim 16383 × 16383 points: that ends this process instead of starving the machine."""

LAST_SECONDS = 5.0


class Desk:
    """The tests that live now. Each has one task, which alone closes it."""

    def __init__(self, group: asyncio.TaskGroup, *, loopback: bool) -> None:
        self._group, self._loopback = group, loopback
        self._tests: dict[UUID, LineTest] = {}

    async def reply(self, request: Request) -> Reply:
        order = request.order
        test = self._tests.get(order.test)
        match order:
            case Open():
                return await self._open(request.ref, order)
            case _ if test is None:
                return Reply(ref=request.ref, refused="missing")
            case Measure():
                return Reply(ref=request.ref, measured=await test.measured())
            case Close():
                test.end()
                return Reply(ref=request.ref)
            case _:
                assert_never(order)

    def end_all(self) -> None:
        for test in self._tests.values():
            test.end()

    async def _open(self, ref: int, order: Open) -> Reply:
        test = self._tests[order.test] = LineTest(loopback=self._loopback)
        self._group.create_task(self._live(order, test))
        try:
            return Reply(ref=ref, answer=await test.answer(order.sdp))
        except Exception:  # whatever aiortc's parser makes of hostile text
            test.end()
            return Reply(ref=ref, refused="bad_offer")

    async def _live(self, order: Open, test: LineTest) -> None:
        await test.live(order.seconds)
        del self._tests[order.test]


async def work(requests: asyncio.StreamReader, replies: BinaryIO, *, loopback: bool) -> None:
    async def serve(line: bytes) -> None:
        reply = await desk.reply(Request.model_validate_json(line))
        replies.write(reply.model_dump_json().encode() + b"\n")

    async with asyncio.TaskGroup() as group:
        desk = Desk(group, loopback=loopback)
        async for line in requests:
            group.create_task(serve(line))
        desk.end_all()
        asyncio.get_running_loop().call_later(LAST_SECONDS, os._exit, 1)  # nobody is left who could kill a stuck one


async def main(arguments: list[str]) -> None:
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_DATA, (MAX_MEMORY, MAX_MEMORY))
    # Replies own what was standard output; a library that prints lands in the log and cannot break the lines.
    with os.fdopen(os.dup(1), "wb", buffering=0) as replies:
        os.dup2(2, 1)
        requests = asyncio.StreamReader(limit=MAX_LINE)
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(requests), sys.stdin.buffer
        )
        await work(requests, replies, loopback="--loopback" in arguments)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
