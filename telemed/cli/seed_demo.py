"""`telemed seed-demo`: facilities, people, a roster that runs now, and a month of history. May be run again."""

import asyncio
from argparse import ArgumentParser, Namespace, _SubParsersAction

from telemed.cli import _server
from telemed.demo.history import seed_history
from telemed.demo.people import seed_people
from telemed.demo.plans import seed_plans
from telemed.demo.roster import seed_roster
from telemed.identity.passwords import Passwords
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import SystemClock
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    sub.add_parser("seed-demo", help="fill the database with invented facilities, people and consults")


def run(_: Namespace, settings: Settings) -> int:
    if not settings.demo:
        print("Demo people have public passwords: set TELEMED_DEMO=1 to say that this is a demo.")
        return 2
    return asyncio.run(_seed(settings))


async def _seed(settings: Settings) -> int:
    async with _server.opened(settings) as server:
        await seed(server, history=settings.demo_history)
    return 0


async def seed(server: DatabaseServer, *, history: bool) -> None:
    """What is there already is left as it is; rosters are brought up to now."""
    db = Database(server.app_url)
    try:
        print("Facilities and people …", flush=True)
        await seed_people(db, Passwords())
        print("Rosters …", flush=True)
        await seed_roster(db, SystemClock().now())
        await seed_plans(db, SystemClock().now())
        if history:
            print("A month of history …", flush=True)
            await seed_history(db, SystemClock().now())
    finally:
        await db.close()
