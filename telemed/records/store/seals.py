"""All SQL of sealed papers: the bytes as the facility's key left them, and why some are not sealed yet."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import Tx
from telemed.kernel.ids import MinutesId
from telemed.records import tables as t

_s, _f = t.minutes_seal.c, t.minutes_seal_fault.c


@dataclass(frozen=True, slots=True)
class Seal:
    minutes: MinutesId
    sha256: str
    subject: str
    serial: str
    sealed_at: datetime


async def put(tx: Tx, seal: Seal, pdf: bytes) -> bool:
    """False: it is sealed already, and stays as it is."""
    row = {"sha256": seal.sha256, "subject": seal.subject, "serial": seal.serial, "sealed_at": seal.sealed_at}
    kept = insert(t.minutes_seal).values(minutes_id=seal.minutes, pdf=pdf, **row).on_conflict_do_nothing()
    await tx.execute(delete(t.minutes_seal_fault).where(_f.minutes_id == seal.minutes))
    return bool((await tx.execute(kept)).rowcount)


async def of(tx: Tx, minutes: MinutesId) -> Seal | None:
    columns = (_s.minutes_id, _s.sha256, _s.subject, _s.serial, _s.sealed_at)
    row = await tx.first(select(*columns).where(_s.minutes_id == minutes))
    return Seal(MinutesId(row.minutes_id), row.sha256, row.subject, row.serial, row.sealed_at) if row else None


async def pdf(tx: Tx, minutes: MinutesId) -> bytes | None:
    """The very bytes."""
    found = await tx.scalar(select(_s.pdf).where(_s.minutes_id == minutes))
    return None if found is None else bytes(found)


async def put_fault(tx: Tx, minutes: MinutesId, code: str) -> None:
    row = {"code": code, "at": tx.at}
    put_ = insert(t.minutes_seal_fault).values(minutes_id=minutes, **row)
    await tx.execute(put_.on_conflict_do_update(index_elements=["minutes_id"], set_=row))


async def fault(tx: Tx, minutes: MinutesId) -> str | None:
    """Why it is not sealed yet, if that was tried."""
    found = await tx.scalar(select(_f.code).where(_f.minutes_id == minutes))
    return None if found is None else str(found)
