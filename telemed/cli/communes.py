"""`telemed communes list.csv`: takes in the dated list of communes, or says every fault by its line."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from telemed.cli import _server
from telemed.exchange.service.imports import take_communes
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.migrations.runner import pending
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    communes = sub.add_parser("communes", help="take in the dated list of communes (code, name, province, from, to)")
    communes.add_argument("file", type=Path, help="CSV in UTF-8; docs/exchange.md has its columns")


def run(args: Namespace, settings: Settings) -> int:
    try:
        content: bytes = args.file.read_bytes()
    except OSError as error:
        print(f"{args.file} cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        print(f"line {line}: this is not UTF-8 text. Nothing was taken.", file=sys.stderr)
        return 2
    return asyncio.run(_run(text, settings))


async def _run(text: str, settings: Settings) -> int:
    async with _server.opened(settings) as server:
        if await pending(server.owner_url):
            print("The database is older than this program. Run: telemed migrate", file=sys.stderr)
            return 1
        db = Database(server.app_url)
        try:
            async with db.transaction(Actor.system("operator")) as tx:
                taken = await take_communes(tx, text)
        finally:
            await db.close()
    for fault in taken.faults:
        print(f"line {fault.line}: {fault.field or 'the line'}: {fault.code.replace('_', ' ')}", file=sys.stderr)
    if taken.faults:
        print("Nothing was taken.", file=sys.stderr)
        return 1
    print(f"Added {taken.added}, changed {taken.changed}, unchanged {taken.unchanged}.")
    return 0
