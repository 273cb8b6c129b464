"""Whether the server is alive, and whether it can do its work: two questions, so a slow database restarts nobody."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import structlog
from aiohttp import web

log = structlog.get_logger()

Check = Callable[[], Awaitable[bool]]
"""True when this part works. Raising, or taking longer than WITHIN, counts as no."""

WITHIN = timedelta(seconds=2)


def mount(app: web.Application, checks: Mapping[str, Check]) -> None:
    """Add `/healthz` and `/readyz`. `checks` has one entry per part: `database`, `migrations`."""

    async def alive(_: web.Request) -> web.StreamResponse:
        return web.json_response({"alive": True})

    async def ready(_: web.Request) -> web.StreamResponse:
        answers = await asyncio.gather(*(_passes(name, check) for name, check in checks.items()))
        found = dict(zip(checks, answers, strict=True))
        return web.json_response({"ready": all(answers), "checks": found}, status=200 if all(answers) else 503)

    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)


async def _passes(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(WITHIN.total_seconds()):
            return await check()
    except Exception:  # whatever it is, this part does not work; the log says why
        log.warning("not_ready", check=name, exc_info=True)
        return False
