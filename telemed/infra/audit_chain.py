"""The audit trail's chain: a moment after a row is written it is sealed, with a keyed hash over it and the seal before.

Rows are sealed behind the transactions that write them, in the order of commit, so that no two audited deeds ever wait
for each other (`docs/decisions/0015-audit-sealed-behind.md`).
"""

import asyncio
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Protocol, Self
from uuid import UUID

import structlog
from sqlalchemy import Select, exists, func, select
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.audit import audit_table, head_table, seal_table
from telemed.infra.db import AnyRow, Database, Tx
from telemed.infra.kept_secret import kept
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock

log = structlog.get_logger(__name__)

ME: Final = Actor.system("audit seal")
EVERY: Final = timedelta(seconds=1)
BATCH: Final = 500
RECENT: Final = timedelta(minutes=5)
"""Each second only rows this new are looked at: a transaction lives a minute at most. Once a day, all of them."""
FORM: Final = "telemed-audit-1"
"""Begins what is hashed; another choice of columns is another form."""
COLUMNS: Final = (
    *("id", "seq", "at", "actor_id", "system", "request_id", "action", "entity", "entity_id", "consult_id"),
    *("outcome", "reason", "because", "facility_ids"),
)
NOTHING: Final = bytes(32)
"""Stands before the first seal."""
_LOCK: Final = 7_450_116_103
"""Advisory: of several processes one seals."""


class AuditRow(Protocol):
    """A row of `audit`, as the database gives it; each column of `COLUMNS` is an attribute."""


@dataclass(frozen=True, slots=True)
class Head:
    """The chain's last seal, as it was known somewhere."""

    n: int
    hash: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class LostHead:
    """A head that the database no longer had when the next row was to be sealed: its tail was cut after `kept`."""

    head: Head
    kept: int
    found_at: datetime


def key_file(data_dir: Path) -> Path:
    """Where the chain's secret is; whoever lacks it can neither forge a seal nor check one."""
    return data_dir / "keys" / "audit.key"


def plain(value: Any) -> Any:
    """A column's value as JSON knows it, always spelled the same."""
    match value:
        case UUID():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case list():
            return [plain(item) for item in value]
    return value


def seal_hash(key: bytes, before: bytes, n: int, sealed_at: datetime, row: AuditRow | AnyRow) -> bytes:
    """What row `n` of the chain must say, where `before` is what row `n - 1` says."""
    fields = [FORM, n, plain(sealed_at), *(plain(getattr(row, name)) for name in COLUMNS)]
    return hmac.digest(key, before + json.dumps(fields, separators=(",", ":")).encode(), "sha256")


async def newest(tx: Tx) -> Head | None:
    """The chain's end as the database has it."""
    s = seal_table.c
    row = await tx.first(select(s.n, s.hash, s.sealed_at).order_by(s.n.desc()).limit(1))
    return Head(row.n, row.hash, row.sealed_at) if row else None


class HeadFile:
    """The newest head beside the database, so that a tail which was cut there is missed here."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[Head | None, list[LostHead]]:
        """What it says; nothing when there is no file."""
        if not self._path.exists():
            return None, []
        said = json.loads(self._path.read_text())
        lost = [LostHead(_head(one["head"]), one["kept"], _time(one["found_at"])) for one in said["lost"]]
        return _head(said["head"]), lost

    def write(self, head: Head, lost: Sequence[LostHead]) -> None:
        """Replaced as a whole: a crash leaves the old or the new."""
        told = {
            "head": _said(head),
            "lost": [{"head": _said(one.head), "kept": one.kept, "found_at": plain(one.found_at)} for one in lost],
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=self._path.parent, delete=False) as whole:
            whole.write(json.dumps(told, indent=1) + "\n")
            whole.flush()
            os.fsync(whole.fileno())
        Path(whole.name).replace(self._path)


def _said(head: Head) -> dict[str, object]:
    return {"n": head.n, "hash": head.hash.hex(), "at": plain(head.at)}


def _head(said: dict[str, Any]) -> Head:
    return Head(said["n"], bytes.fromhex(said["hash"]), _time(said["at"]))


def _time(said: str) -> datetime:
    return datetime.fromisoformat(said)


class Sealer:
    """Adds what was written to the chain, about every second."""

    def __init__(self, db: Database, clock: Clock, key: bytes, head_file: HeadFile) -> None:
        self._db, self._clock, self.key, self.head_file = db, clock, key, head_file
        self._day: date | None = None
        """The local day on which all rows were last looked at."""

    @classmethod
    def open(cls, db: Database, clock: Clock, data_dir: Path) -> Self:
        """With the key and the head file of a data directory."""
        key = kept(key_file(data_dir), lambda: secrets.token_bytes(32))
        return cls(db, clock, key, HeadFile(data_dir / "audit-head"))

    async def run(self) -> None:
        """Seal until cancelled, also across a database that goes away and comes back."""
        while True:
            try:
                await self.seal()
            except Exception as error:
                log.error("audit_not_sealed", exc_info=error)
            await asyncio.sleep(EVERY.total_seconds())

    async def seal(self) -> int:
        """Seal what is there now; how many rows that were. All rows of one pass bear one time."""
        now = self._clock.now()
        today = now.astimezone(LOCAL).date()
        since = now - RECENT if self._day == today else None
        if since is None:
            await self._keep_day(today - timedelta(days=1), now)
        sealed, after, more = 0, 0, True
        while more:
            rows = await self._step(now, since, after)
            # Whatever is committed behind this place meanwhile is the next pass's.
            sealed, after, more = sealed + len(rows), rows[-1].seq if rows else 0, len(rows) == BATCH
        self._day = today
        return sealed

    async def _keep_day(self, day: date, now: datetime) -> None:
        """The head with which a day ended, before anything of the next is sealed."""
        async with self._db.transaction(ME) as tx:
            if head := await newest(tx):
                row = {"day": day, "n": head.n, "hash": head.hash, "at": now}
                await tx.execute(insert(head_table).values(row).on_conflict_do_nothing())

    async def _step(self, now: datetime, since: datetime | None, after: int) -> Sequence[AnyRow]:
        async with self._db.transaction(ME) as tx:
            if not await tx.scalar(select(func.pg_try_advisory_xact_lock(_LOCK))):
                return []  # another process is at it
            rows = await tx.all(_unsealed(since, after))
            if not rows:
                return []
            last = await newest(tx)
            lost = await self._missed(tx, last, now)
            head, seals = last, []
            for row in rows:
                n, before = (head.n + 1, head.hash) if head else (1, NOTHING)
                head = Head(n, seal_hash(self.key, before, n, now, row), now)
                seals.append({"n": n, "audit_id": row.id, "hash": head.hash, "sealed_at": now})
            await tx.execute(insert(seal_table), seals)
        assert head is not None
        await asyncio.to_thread(self.head_file.write, head, lost)
        return rows

    async def _missed(self, tx: Tx, last: Head | None, now: datetime) -> list[LostHead]:
        """Heads the file knows and the database does not. They are kept: what is sealed from here must not hide it."""
        told, lost = self.head_file.read()
        if told is None:
            return lost
        there = await tx.scalar(select(seal_table.c.hash).where(seal_table.c.n == told.n))
        if there == told.hash:
            return lost  # another process was quicker at sealing than at writing the file
        kept_n = min(last.n, told.n - 1) if last else 0
        log.error("audit_tail_cut", kept=kept_n, told=told.n)
        return [*lost, LostHead(told, kept_n, now)]


def _unsealed(since: datetime | None, after: int) -> Select[Any]:
    a = audit_table.c
    unsealed = ~exists().where(seal_table.c.audit_id == a.id)
    query = select(audit_table).where(a.seq > after, unsealed).order_by(a.seq).limit(BATCH)
    return query if since is None else query.where(a.at >= since)
