"""`telemed migrate`: brings the database to this program's schema; run it again and nothing happens."""

import asyncio
from argparse import ArgumentParser, Namespace, _SubParsersAction

from telemed.cli import _server
from telemed.migrations.runner import migrate
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    sub.add_parser("migrate", help="bring the database to this program's schema")


def run(_: Namespace, settings: Settings) -> int:
    return asyncio.run(_migrate(settings))


async def _migrate(settings: Settings) -> int:
    async with _server.opened(settings) as server:
        await migrate(server.owner_url, app_role=server.app_role)
    print("The database is up to date.")
    return 0
