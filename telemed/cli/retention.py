"""`telemed retention`: erases what the law no longer wants kept; `--dry-run` only counts it. `serve` does so daily."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import fields

from telemed.app import periods
from telemed.cli import _server
from telemed.infra.db import Database
from telemed.migrations.runner import pending
from telemed.privacy.service.keeping import Erased, Keeping
from telemed.settings import Settings

WORDS = {
    "cases": "cases whose years are over",
    "drafts": "requests that were never sent",
    "patients": "patients of whom no case is left",
    "measurements": "measurements of lines",
    "sign_in_remains": "tokens, tickets and invitations that ran out",
}


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    command = sub.add_parser("retention", help="erase what is kept long enough (serve does it daily)")
    command.add_argument("--dry-run", action="store_true", help="count only, erase nothing")


def run(args: Namespace, settings: Settings) -> int:
    found = asyncio.run(_run(settings, dry=args.dry_run))
    if found is None:
        print("The database is older than this program. Run: telemed migrate", file=sys.stderr)
        return 1
    print("Would be erased now:" if args.dry_run else "Erased:")
    for field in fields(found):
        print(f"  {getattr(found, field.name):>8}  {WORDS[field.name]}")
    return 0


async def _run(settings: Settings, *, dry: bool) -> Erased | None:
    async with _server.opened(settings) as server:
        if await pending(server.owner_url):
            return None
        owner = Database(server.owner_url, pool_size=1)
        try:
            return await Keeping(owner, periods(settings)).run(dry=dry)
        finally:
            await owner.close()
