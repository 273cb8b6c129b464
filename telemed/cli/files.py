"""`telemed files move --to s3|disk`: carries all files between the data directory and the bucket of the settings."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import timedelta
from typing import Final

from telemed.infra.blob_move import Moved, move
from telemed.infra.blob_s3 import S3Store
from telemed.infra.blob_store import LocalStore, Store
from telemed.kernel.clock import SystemClock
from telemed.settings import Settings

SETTLED: Final = timedelta(minutes=10)
"""While a server runs, what it wrote since is left for the last time."""


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    files = sub.add_parser("files", help="carry all files from the disk to the bucket of the settings, or back")
    what = files.add_subparsers(dest="what", metavar="what", required=True)
    moving = what.add_parser("move", help="each proved by its hash; may be broken off and begun again")
    moving.add_argument("--to", choices=("s3", "disk"), required=True)
    moving.add_argument(
        "--keep", action="store_true", help="leave the first copies: what a server may do meanwhile, then stop it"
    )


def run(args: Namespace, settings: Settings) -> int:
    if settings.s3 is None:
        print("There is no bucket: set TELEMED_S3_BUCKET and what goes with it.", file=sys.stderr)
        return 2
    disk, bucket = LocalStore(settings.data_dir / "files" / "whole"), S3Store(settings.s3)
    source, target = (disk, bucket) if args.to == "s3" else (bucket, disk)
    try:
        moved = asyncio.run(_move(settings, source, target, keep=args.keep))
    except Exception as error:  # whatever a service answers, in its own classes
        print(f"It broke off: {type(error).__name__}: {error}\nBegin again; nothing is lost.", file=sys.stderr)
        return 1
    kept = ", first copies kept" if args.keep else ""
    print(f"Carried {moved.carried} files ({moved.bytes / 2**20:.1f} MB), {moved.there} were there already{kept}.")
    for name in moved.damaged:
        print(f"damaged, left where it is: {name}", file=sys.stderr)
    return 1 if moved.damaged else 0


async def _move(settings: Settings, source: Store, target: Store, *, keep: bool) -> Moved:
    now = SystemClock().now()
    names = await source.names((now - SETTLED if keep else now + SETTLED).timestamp())

    def told(moved: Moved) -> None:
        done = moved.carried + moved.there
        if done % 100 == 0:
            print(f"{done} of {len(names)}", flush=True)

    return await move(settings.data_dir, names, source, target, keep=keep, told=told)
