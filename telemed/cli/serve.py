"""`telemed serve`: the server itself, until Ctrl-C or SIGTERM; sockets are drained before it goes."""

import asyncio
import signal
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

import structlog
import uvloop
from aiohttp import web

from telemed import app
from telemed.cli import _server
from telemed.demo import api as demo_api
from telemed.demo import people
from telemed.demo.keeper import RobotKeeper
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
        built = app.build(server.app_url, settings)
        robot = RobotKeeper(f"http://{_own_address(settings)}:{settings.port}", people.ROBOT, people.PASSWORD)
        try:
            async with built.running():
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
                )
                await runner.setup()
                try:
                    await web.TCPSite(runner, settings.host, settings.port, backlog=1024).start()
                    _greet(settings)
                    await stop.wait()
                    log.info("stopping")
                finally:
                    await robot.close()
                    await built.sockets.drain()
                    await runner.cleanup()
        finally:
            await built.close()
    return 0


def _own_address(settings: Settings) -> str:
    """Where this process reaches itself: a host that means every address is none to connect to."""
    if settings.host in {"0.0.0.0", "::", ""}:  # noqa: S104 - compared, not listened on
        return "127.0.0.1"
    return f"[{settings.host}]" if ":" in settings.host else settings.host


def _greet(settings: Settings) -> None:
    log.info("serving", port=settings.port)
    where = f"http://localhost:{settings.port}"
    if not settings.demo:
        print(f"Telemed is at {where}", flush=True)
        return
    print(f"\n  Telemed demo: {where}\n  Password of every account: {people.PASSWORD}\n", flush=True)
    for username, role in people.ACCOUNTS:
        print(f"    {username:22} {role.value.replace('_', ' ')}", flush=True)
    print("\n  All people and patients are invented. Ctrl-C stops everything.\n", flush=True)
