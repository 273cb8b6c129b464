"""`telemed verify-audit`: whether the audit trail, or an exported file of it, is whole, and where it first is not."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path
from typing import Final

from telemed.cli import _server
from telemed.infra import audit_export
from telemed.infra.audit_chain import HeadFile, key_file
from telemed.infra.audit_check import Fault, FaultKind, Finding, verify
from telemed.infra.audit_export import ExportFinding
from telemed.infra.db import Database
from telemed.kernel.clock import LOCAL
from telemed.settings import Settings

WORDS: Final = {
    FaultKind.CHANGED: "is not what was sealed: somebody changed it.",
    FaultKind.REMOVED: "is gone: somebody removed it.",
    FaultKind.INSERTED: "was put in later than it says.",
    FaultKind.SEAL: "is as it was, but its seal was rewritten.",
    FaultKind.BROKEN: "fits neither what stands before it nor what stands after.",
    FaultKind.CUT: "and all after it are gone: the end was cut off.",
    FaultKind.HEAD: "does not fit the head that was kept: the chain was made anew.",
}
EXPORT_WORDS: Final = {
    audit_export.Fault.LINE: "is not what was sealed.",
    audit_export.Fault.PROOF: "The proof in its last line is missing or not ours.",
    audit_export.Fault.LINES: "Lines were taken out, put in or reworded after it was made.",
}


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    parser = sub.add_parser("verify-audit", help="check that nobody changed the audit trail")
    parser.add_argument("--export", type=Path, metavar="FILE", help="check an exported file instead")


def run(args: Namespace, settings: Settings) -> int:
    path = key_file(settings.data_dir)
    if not path.is_file():
        print(f"There is no key at {path}: nothing was sealed with this data directory.", file=sys.stderr)
        return 1
    key = path.read_bytes()
    return _export(args.export, key) if args.export else asyncio.run(_trail(settings, key))


async def _trail(settings: Settings, key: bytes) -> int:
    async with _server.opened(settings) as server:
        db = Database(server.app_url)
        try:
            found = await verify(db, key, HeadFile(settings.data_dir / "audit-head"), _progress)
        finally:
            await db.close()
    print(file=sys.stderr)
    print(*_said(found), sep="\n")
    return 1 if found.fault else 0


def _progress(done: int, total: int) -> None:
    print(f"\r  {done:,} of {total:,} rows", end="", file=sys.stderr, flush=True)


def _said(found: Finding) -> list[str]:
    told = []
    if fault := found.fault:
        told += [f"NOT WHOLE. {_place(fault)} {WORDS[fault.kind]}", *_evidence(fault)]
        told.append(f"{found.rows:,} rows before it are whole.")
        if fault.n == 1 and fault.kind is not FaultKind.REMOVED:
            told.append("Is this the key it was sealed with? With another one every row looks changed.")
        if found.trusted:
            told.append(f"The head kept for {found.trusted[0]} agrees up to row {found.trusted[1]:,}.")
    else:
        told.append(f"The audit trail is whole: {found.rows:,} rows.")
    if found.head and not found.fault:
        told.append(f"Head: row {found.head.n:,}, {found.head.hash.hex()}")
    if found.waiting:
        told.append(f"{found.waiting:,} rows are not sealed yet; a running server seals them within two seconds.")
    return told


def _place(fault: Fault) -> str:
    row = f"Row {fault.n:,}" if fault.n else "A row that is not in the chain"
    whole = f", id {fault.audit_id}" if fault.audit_id else ""
    when = f", of {fault.at.astimezone(LOCAL):%Y-%m-%d %H:%M:%S}" if fault.at else ""
    return f"{row}{whole}{when}{',' if whole or when else ''}".strip()


def _evidence(fault: Fault) -> list[str]:
    told = []
    if fault.day:
        told.append(f"  Told by the head kept for {fault.day}.")
    elif fault.kind in {FaultKind.CUT, FaultKind.HEAD}:
        told.append("  Told by the file audit-head in the data directory.")
    if fault.stored:
        told.append(f"  Kept:       {fault.stored.hex()}")
    if fault.computed:
        told.append(f"  Calculated: {fault.computed.hex()}")
    return told


def _export(path: Path, key: bytes) -> int:
    try:
        with path.open("rb") as lines:
            found = audit_export.check(lines, key)
    except OSError as error:
        print(f"{path} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    print(*_export_said(found), sep="\n")
    return 1 if found.fault else 0


def _export_said(found: ExportFinding) -> list[str]:
    if found.fault:
        place = f"Line {found.line:,} " if found.line else ""
        return [f"NOT WHOLE. {place}{EXPORT_WORDS[found.fault]}", f"{found.rows:,} rows before that are right."]
    proof = found.proof or {}
    told = [f"The file is whole: {found.rows:,} rows, as given out at {proof['made_at']}."]
    return told + ([f"It was narrowed to {proof['filter']}: other rows were never in it."] if proof["filter"] else [])
