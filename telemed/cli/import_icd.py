"""`telemed import-icd FILE`: takes in a dated list of ICD-10 codes (CSV), whole or not at all, faults by line."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date
from hashlib import sha256
from pathlib import Path

from telemed.cli import _server
from telemed.coding.csv_list import read
from telemed.coding.model import CodeList, Entry
from telemed.coding.service import ListKnown, import_list
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.migrations.runner import pending
from telemed.settings import Settings

MOST_TOLD = 50


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    command = sub.add_parser("import-icd", help="take in a dated list of ICD-10 codes (CSV, UTF-8)")
    command.add_argument("file", type=Path)
    command.add_argument("--id", required=True, help="its name for ever, such as tt06-2026")
    command.add_argument("--name", required=True, help="as people read it")
    command.add_argument("--from", dest="valid_from", type=date.fromisoformat, required=True, metavar="2026-07-01")
    command.add_argument("--to", dest="valid_to", type=date.fromisoformat, metavar="2027-06-30")
    command.add_argument("--check", action="store_true", help="only tell what is wrong with it")


def run(args: Namespace, settings: Settings) -> int:
    try:
        content: bytes = args.file.read_bytes()
        codes, faults = read(content.decode("utf-8-sig").splitlines(keepends=True))
    except (OSError, UnicodeDecodeError) as error:
        print(f"{args.file} cannot be read as UTF-8 text: {error}", file=sys.stderr)
        return 1
    for fault in faults[:MOST_TOLD]:
        print(f"{args.file}:{fault.line}: {fault.what}", file=sys.stderr)
    if faults:
        print(f"{len(faults)} faults; nothing was taken.", file=sys.stderr)
        return 1
    if args.check:
        print(f"{len(codes)} codes, no faults.")
        return 0
    new = CodeList(args.id, args.name, args.valid_from, args.valid_to)
    told = asyncio.run(_run(settings, new, codes, sha256(content).hexdigest()))
    if told:
        print(told, file=sys.stderr)
        return 1
    print(f"{len(codes)} codes; the list holds from {new.valid_from}.")
    return 0


async def _run(settings: Settings, new: CodeList, codes: list[Entry], digest: str) -> str | None:
    async with _server.opened(settings) as server:
        if await pending(server.owner_url):
            return "The database is older than this program. Run: telemed migrate"
        owner = Database(server.owner_url, pool_size=1)
        try:
            async with owner.transaction(Actor.system("import of codes")) as tx:
                await import_list(tx, new, codes, digest)
        except ListKnown:
            return f"A list {new.id} is there already. Lists never change: a corrected one needs another --id."
        finally:
            await owner.close()
    return None
