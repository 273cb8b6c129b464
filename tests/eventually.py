"""Waiting for a fact, not for a time: looks again until it holds, and fails loudly when it never does."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def eventually(look: Callable[[], Awaitable[T] | T], *, within: float = 5.0) -> T:
    """The first truthy answer of `look`."""
    async with asyncio.timeout(within):
        while True:
            answer = look()
            found = await answer if isinstance(answer, Awaitable) else answer
            if found:
                return found
            await asyncio.sleep(0.005)
