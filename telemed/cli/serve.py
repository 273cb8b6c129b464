"""`telemed serve`: the server itself, until Ctrl-C or SIGTERM; sockets are drained before it goes."""

import asyncio
import signal
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path

import structlog
import uvloop
from aiohttp import web

from telemed import app
from telemed.cli import _server, seed_demo
from telemed.demo import api as demo_api
from telemed.demo import people, roster
from telemed.demo.keeper import RobotKeeper
from telemed.infra import certificate
from telemed.infra.background import Tasks
from telemed.infra.db import Database
from telemed.infra.limits import IDLE_FOR
from telemed.kernel.clock import SystemClock
from telemed.migrations.runner import migrate, pending
from telemed.privacy.service.keeping import Keeping
from telemed.settings import Settings

log = structlog.get_logger(__name__)

FILES = Path(__file__).parents[2] / "web" / "dist"


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    sub.add_parser("serve", help="run the server until Ctrl-C")


def run(_: Namespace, settings: Settings) -> int:
    return uvloop.run(_serve(settings))


async def _serve(settings: Settings) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with _server.opened(settings) as server:
        if settings.demo:
            await migrate(server.owner_url, app_role=server.app_role)
            await seed_demo.seed(server, history=settings.demo_history)
            settings = replace(settings, day_duty_from=roster.DAY_FROM, night_duty_from=roster.NIGHT_FROM)
        elif await pending(server.owner_url):
            print("The database is older than this program. Run: telemed migrate", file=sys.stderr)
            return 1
        built = app.build(server.app_url, settings)
        owner = Database(server.owner_url, pool_size=1)  # erasing is the owner's: papers are append-only for the rest
        robot = RobotKeeper(people.ROBOT, people.PASSWORD)
        try:
            async with built.running(), Tasks() as tasks:
                tasks.start(Keeping(owner, app.periods(settings)).run_daily(), name="retention")
                site = (lambda: people.site(robot=robot.on)) if settings.demo else (lambda: app.PLAIN_SITE)
                more = [demo_api.routes(robot.switch)] if settings.demo else []
                runner = web.AppRunner(
                    built.web(
                        site,
                        *more,
                        origins=settings.public_origins,
                        files=FILES if FILES.is_dir() else None,
                        metrics_token=settings.metrics_token,
                    ),
                    access_log=None,
                    shutdown_timeout=5,
                    keepalive_timeout=IDLE_FOR.total_seconds(),
                )
                await runner.setup()
                try:
                    robot.url = await _listen(runner, settings)
                    _greet(settings)
                    await stop.wait()
                    log.info("stopping")
                finally:
                    await robot.close()
                    await built.sockets.drain()
                    await runner.cleanup()
        finally:
            await owner.close()
            await built.close()
    return 0


async def _listen(runner: web.AppRunner, settings: Settings) -> str:
    """Open the port; the address by which this machine's own robot reaches it."""
    if not settings.demo_lan:
        await web.TCPSite(runner, settings.host, settings.port, backlog=1024).start()
        return f"http://{_own_address(settings)}:{settings.port}"
    tls = certificate.own_context(settings.data_dir, SystemClock())
    host = None if _is_default(settings) else settings.host
    await web.TCPSite(runner, host, settings.port, backlog=1024, ssl_context=tls).start()
    await web.TCPSite(runner, "127.0.0.1", 0).start()  # plain, for the robot alone: nobody vouches for our certificate
    _, port = runner.addresses[-1][:2]
    return f"http://127.0.0.1:{port}"


def _is_default(settings: Settings) -> bool:
    return settings.host == Settings().host


def _own_address(settings: Settings) -> str:
    """Where this process reaches itself: a host that means every address is none to connect to."""
    if settings.host in {"0.0.0.0", "::", ""}:  # noqa: S104 - compared, not listened on
        return "127.0.0.1"
    return f"[{settings.host}]" if ":" in settings.host else settings.host


def _greet(settings: Settings) -> None:
    log.info("serving", port=settings.port)
    where = f"http://localhost:{settings.port}"
    if settings.demo_lan:
        where = f"https://{certificate.own_address()}:{settings.port} (browsers warn once: nobody vouches for it)"
    if not settings.demo:
        print(f"Telemed is at {where}", flush=True)
        return
    print(f"\n  Telemed demo: {where}\n  Password of every account: {people.PASSWORD}\n", flush=True)
    for username, role in people.ACCOUNTS:
        print(f"    {username:22} {role.value.replace('_', ' ')}", flush=True)
    print("\n  All people and patients are invented. Ctrl-C stops everything.\n", flush=True)
