"""Whether the audit trail is whole: walks the chain in constant memory and names the first thing that is not so."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import exists, func, select

from telemed.infra.audit import audit_table, head_table, seal_table
from telemed.infra.audit_chain import NOTHING, Head, HeadFile, LostHead, newest, seal_hash
from telemed.infra.db import AnyRow, Database
from telemed.kernel.actor import Actor

ME: Final = Actor.system("audit check")
STEP: Final = 1000
LATE: Final = timedelta(minutes=10)
"""No transaction lives so long. A row older than this against what was sealed before it was written in afterwards."""

OnProgress = Callable[[int, int], None]
"""(rows done, rows in all)"""


class FaultKind(StrEnum):
    CHANGED = "changed"
    """The row is not what was sealed."""
    REMOVED = "removed"
    """The row, or row and seal, are gone."""
    INSERTED = "inserted"
    """A row of long ago that came later: unsealed, or sealed when newer rows had been sealed before."""
    SEAL = "seal"
    """The row is right, its seal was rewritten."""
    BROKEN = "broken"
    """Row and seal fit neither what stands before nor what stands after."""
    CUT = "cut"
    """The end is missing: the head file, or the head of a day, knows more."""
    HEAD = "head"
    """The chain fits itself, and not the head that was kept of it: it was made anew."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where the trail is not whole. `n` is the row's number in the chain."""

    kind: FaultKind
    n: int | None = None
    audit_id: UUID | None = None
    at: datetime | None = None
    """When the deed was done, or, where its row is gone, when it was sealed."""
    stored: bytes | None = None
    computed: bytes | None = None
    day: date | None = None
    """The day whose head says otherwise; None with HEAD or CUT: the head file does."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `fault` is None when all is whole."""

    rows: int
    waiting: int
    """Written and not sealed yet: a second's worth, more when no server runs."""
    head: Head | None
    fault: Fault | None
    first_at: datetime | None = None
    trusted: tuple[date, int] | None = None
    """The last kept head of a day, and its row, up to which everything agreed."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A head that was kept somewhere, which the chain must still have."""

    n: int
    hash: bytes
    day: date | None
    kept: int | None = None
    """Of a lost head: where the database stood when it was missed."""


async def verify(db: Database, key: bytes, head_file: HeadFile, on_progress: OnProgress | None = None) -> Finding:
    """Walk the whole chain up to its end of now. The server may go on sealing meanwhile."""
    told, lost = head_file.read()  # before the database: it is written after it
    async with db.transaction(ME) as tx:
        top = await newest(tx)
        days = await tx.all(select(head_table).order_by(head_table.c.n))
        written = int(await tx.scalar(select(func.count()).select_from(audit_table)))
    walk = _Walk(key, top.n if top else 0, _said(days, told, lost))
    fault = await walk.run(db, on_progress) or walk.cut()
    oldest_missing = None if fault else await _inserted(db, walk.newest_at)
    return Finding(
        rows=walk.done,
        waiting=max(0, written - walk.total),
        head=top,
        fault=fault or oldest_missing,
        first_at=walk.first_at,
        trusted=walk.trusted,
    )


def _said(days: Any, told: Head | None, lost: list[LostHead]) -> dict[int, list[_Said]]:
    """What was kept, by the row at which it is to be compared."""
    found: dict[int, list[_Said]] = {}
    for one in (
        *(_Said(row.n, row.hash, row.day) for row in days),
        *((_Said(told.n, told.hash, None),) if told else ()),
        *(_Said(one.head.n, one.head.hash, None, one.kept) for one in lost),
    ):
        found.setdefault(one.n if one.kept is None else one.kept + 1, []).append(one)
    return found


class _Walk:
    """Row by row from the first; what it has learned stands in its fields."""

    def __init__(self, key: bytes, total: int, said: dict[int, list[_Said]]) -> None:
        self._key, self.total, self._said_at = key, total, said
        self._before = NOTHING
        self.done = 0
        self.first_at: datetime | None = None
        self.newest_at: datetime | None = None
        """Of all rows so far."""
        self.trusted: tuple[date, int] | None = None
        self._pass_at: datetime | None = None
        self._before_pass: datetime | None = None
        """The newest time among rows that were sealed in earlier passes than this row."""

    async def run(self, db: Database, on_progress: OnProgress | None) -> Fault | None:
        async for rows in _steps(db, self.total):
            for row in rows:
                if fault := await self._judge(db, row):
                    return fault
            if on_progress:
                on_progress(self.done, self.total)
        if self.done < self.total:  # the seals themselves ended early
            return Fault(FaultKind.REMOVED, n=self.done + 1)
        return None

    def cut(self) -> Fault | None:
        """A head of more rows than there are."""
        beyond = [one for n, all_of in self._said_at.items() if n > self.total for one in all_of]
        if not beyond:
            return None
        most = max(beyond, key=lambda one: one.n)
        return Fault(FaultKind.CUT, n=self.total + 1, stored=most.hash, day=most.day)

    async def _judge(self, db: Database, row: AnyRow) -> Fault | None:
        if fault := self._gone(row) or await self._wrong(db, row) or self._against_heads(row):
            return fault
        self._before, self.done = row.hash, row.n
        self.first_at = self.first_at or row.at
        self.newest_at = max(self.newest_at or row.at, row.at)
        return None

    def _gone(self, row: AnyRow) -> Fault | None:
        for one in self._said_at.get(self.done + 1, ()):
            if one.kept is not None:
                return Fault(FaultKind.CUT, n=self.done + 1, stored=one.hash)
        if row.n != self.done + 1:
            return Fault(FaultKind.REMOVED, n=self.done + 1, at=row.sealed_at)
        if row.id is None:
            return Fault(FaultKind.REMOVED, n=row.n, audit_id=row.audit_id, at=row.sealed_at)
        return None

    async def _wrong(self, db: Database, row: AnyRow) -> Fault | None:
        computed = seal_hash(self._key, self._before, row.n, row.sealed_at, row)
        if computed != row.hash:
            kind = await self._why(db, row, computed)
            return Fault(kind, row.n, row.audit_id, row.at, row.hash, computed)
        return Fault(FaultKind.INSERTED, row.n, row.audit_id, row.at) if self._came_later(row) else None

    def _against_heads(self, row: AnyRow) -> Fault | None:
        for one in self._said_at.get(row.n, ()):
            if one.hash != row.hash:
                return Fault(FaultKind.HEAD, row.n, row.audit_id, row.at, one.hash, row.hash, one.day)
            if one.day is not None:
                self.trusted = one.day, one.n
        return None

    def _came_later(self, row: AnyRow) -> bool:
        """Sealed long after its time, when something newer by as much had already been sealed in an earlier pass."""
        if row.sealed_at != self._pass_at:
            self._pass_at, self._before_pass = row.sealed_at, self.newest_at
        late = row.sealed_at - row.at > LATE
        return bool(late and self._before_pass and row.at < self._before_pass - LATE)

    async def _why(self, db: Database, row: AnyRow, computed: bytes) -> FaultKind:
        """The next row was sealed upon what this seal once said: that tells a changed row from a changed seal."""
        following = [one async for rows in _steps(db, row.n + 1, after=row.n) for one in rows if one.id]
        said = {one.hash for one in self._said_at.get(row.n, ())}
        for sealed, kind in ((row.hash, FaultKind.CHANGED), (computed, FaultKind.SEAL)):
            fits = any(seal_hash(self._key, sealed, one.n, one.sealed_at, one) == one.hash for one in following)
            if fits or sealed in said:
                return kind
        return FaultKind.BROKEN if following else FaultKind.CHANGED


async def _steps(db: Database, up_to: int, after: int = 0) -> AsyncIterator[list[AnyRow]]:
    """Seals with their rows, in order; a row that is gone has an `id` of None."""
    s, a = seal_table.c, audit_table
    query = (
        select(s.n, s.audit_id, s.hash, s.sealed_at, a)
        .select_from(seal_table.outerjoin(a, a.c.id == s.audit_id))
        .order_by(s.n)
        .limit(STEP)
    )
    while True:
        async with db.transaction(ME) as tx:
            rows = list(await tx.all(query.where(s.n > after, s.n <= up_to)))
        if not rows:
            return
        yield rows
        after = rows[-1].n


async def _inserted(db: Database, newest_at: datetime | None) -> Fault | None:
    """A row of long ago without a seal: one of ours would have been sealed with those of its time."""
    if newest_at is None:
        return None
    a = audit_table.c
    query = select(a.id, a.at).where(~exists().where(seal_table.c.audit_id == a.id), a.at < newest_at - LATE)
    async with db.transaction(ME) as tx:
        row = await tx.first(query.order_by(a.at).limit(1))
    return Fault(FaultKind.INSERTED, None, row.id, row.at) if row else None
