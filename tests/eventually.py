"""Waiting for a fact, not for a time: looks again until it holds, and fails loudly when it never does."""

import asyncio
from collections.abc import Callable
from inspect import isawaitable
from typing import Any

PATIENCE = 30.0
"""Seconds a test waits for a fact before it fails. Long, because a machine that others share may stand still for ten;
a fact that is there ends the wait at once, so patience costs nothing but where something is truly missing."""


async def eventually(look: Callable[[], Any], *, within: float = PATIENCE, every: float = 0.005) -> Any:
    """The first truthy answer of `look`, which may be async. Asking a server that counts requests, look less often."""
    async with asyncio.timeout(within):
        while True:
            answer = look()
            if found := (await answer if isawaitable(answer) else answer):
                return found
            await asyncio.sleep(every)
