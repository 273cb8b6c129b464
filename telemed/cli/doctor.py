"""`telemed doctor`: looks at what this installation stands on and says in plain words what is not in order."""

import asyncio
import shutil
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telemed.cli import _server, serve
from telemed.infra.db import Database
from telemed.infra.jobs import overdue
from telemed.infra.outbox import waiting
from telemed.infra.server import DatabaseServer
from telemed.infra.wall import Unwalled, assert_walled
from telemed.kernel.actor import Actor
from telemed.kernel.clock import SystemClock
from telemed.media import Turn
from telemed.migrations.runner import pending
from telemed.settings import Settings

LEAST_DISK = 2 * 2**30
"""Bytes. Below it PostgreSQL may soon stop taking writes."""
LATE = timedelta(minutes=1)

MENTIONED = frozenset({"TURN", "push keys", "gateway"})
"""One can do without."""

ME = Actor.system("doctor")
Finding = str | None
"""None: in order. Else what is wrong and what to do."""


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    sub.add_parser("doctor", help="check what this installation stands on")


def run(_: Namespace, settings: Settings) -> int:
    return asyncio.run(_examine(settings))


async def _examine(settings: Settings) -> int:
    print(f"Data directory: {settings.data_dir}")
    async with _server.opened(settings) as server:
        db = Database(server.app_url)
        checks: dict[str, Callable[[], Awaitable[Finding]]] = {
            "database": lambda: _database(db),
            "schema": lambda: _schema(server),
            "wall": lambda: _wall(db),
            "timers": lambda: _timers(db),
            "news": lambda: _news(db),
            "disk": lambda: _disk(settings),
            "web app": _web_app,
            "push keys": lambda: _push(settings),
            "gateway": lambda: _gateway(settings),
        }
        try:
            findings = {name: await check() for name, check in checks.items()}
        finally:
            await db.close()
    findings |= await _relay(settings)
    for name, finding in findings.items():
        print(f"  {'ok ' if finding is None else '!! '} {name}{'' if finding is None else ': ' + finding}")
    return 0 if all(finding is None for name, finding in findings.items() if name not in MENTIONED) else 1


async def _database(db: Database) -> Finding:
    return None if await db.answers() else "does not answer."


async def _schema(server: DatabaseServer) -> Finding:
    return "is older than this program. Run: telemed migrate" if await pending(server.owner_url) else None


async def _wall(db: Database) -> Finding:
    try:
        async with db.transaction(ME) as tx:
            await assert_walled(tx)
    except Unwalled as fault:
        return str(fault)
    return None


async def _timers(db: Database) -> Finding:
    async with db.transaction(ME) as tx:
        late = await overdue(tx, SystemClock().now() - LATE)
    return f"{late} are overdue by more than a minute: is `telemed serve` running?" if late else None


async def _news(db: Database) -> Finding:
    async with db.transaction(ME) as tx:
        left = await waiting(tx, SystemClock().now() - LATE)
    return f"{left} facts of more than a minute ago were not told: is `telemed serve` running?" if left else None


async def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.data_dir).free
    return f"only {free / 2**30:.1f} GiB are free under the data directory." if free < LEAST_DISK else None


async def _web_app() -> Finding:
    return None if (serve.FILES / "index.html").is_file() else "is not built. Run: make build"


async def _relay(settings: Settings) -> dict[str, Finding]:
    """Each way to the relay by itself: where one is shut, calls still have the others."""
    from telemed.media.turn_check import try_relay

    if not settings.turn_urls:
        return {"TURN": "none is configured; behind strict firewalls calls will not connect (TELEMED_TURN_URLS)."}
    tried = await try_relay(Turn(settings.turn_urls, settings.turn_secret), SystemClock().now())
    return {f"TURN {one.url}" + ("" if one.fault else f" ({one.took_ms} ms)"): one.fault for one in tried}


async def _push(settings: Settings) -> Finding:
    """They are made by the first `serve`; without HTTPS no browser can be woken."""
    if not (settings.data_dir / "keys" / "vapid.pem").is_file():
        return "are not made yet: the first `telemed serve` makes them."
    if not settings.push_contact and not any(one.startswith("https://") for one in settings.public_origins):
        return "name no contact, which some push services want (TELEMED_PUSH_CONTACT)."
    return None


async def _gateway(settings: Settings) -> Finding:
    if settings.gateway_url:
        return None
    return "none is configured; who has no page open is reached by push alone (TELEMED_GATEWAY_URL)."
