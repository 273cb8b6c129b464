"""All SQL of minutes, and of what went wrong with the line while they were written."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.infra.outbox import event_table
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, MinutesId, UserId
from telemed.records import tables as t
from telemed.records.forms import MinutesPaper
from telemed.records.minutes import Correction, Drop, Minutes, Opinion, Passage, ReadBack, Signature
from telemed.records.model import ITEMS, Item, MinutesState, SignatureLine, SigningMeans
from telemed.sessions import CallEnded, CallInterrupted, CallLive

_c = t.minutes.c
_f = t.minutes_field.c
_s = t.signature.c
_paper = TypeAdapter(MinutesPaper)
STANDING = (MinutesState.DRAFT, MinutesState.SIGNING, MinutesState.SIGNED)


async def add(tx: Tx, minutes: Minutes) -> bool:
    """False: this consult has this edition already."""
    put = insert(t.minutes).values(id=minutes.id, consult_id=minutes.consult, **_columns(minutes))
    if not (await tx.execute(put.on_conflict_do_nothing(index_elements=["consult_id", "edition"]))).rowcount:
        return False
    await _save_fields(tx, minutes, ITEMS)
    return True


async def get(tx: Tx, minutes_id: MinutesId) -> Minutes:
    """Raises Missing: there are none, or they are behind the wall."""
    return await _whole(tx, await tx.first(select(t.minutes).where(_c.id == minutes_id)))


async def lock(tx: Tx, minutes_id: MinutesId) -> Minutes:
    return await _whole(tx, await tx.first(select(t.minutes).where(_c.id == minutes_id).with_for_update()))


async def of_consult(tx: Tx, consult_id: ConsultId) -> Minutes | None:
    """The newest edition the actor may see: the one that is being written, if there is one; none that was given up."""
    return await _newest(tx, consult_id, *STANDING)


async def in_force(tx: Tx, consult_id: ConsultId) -> Minutes | None:
    """What counts: the newest signed edition; before there is any, the draft."""
    return await _newest(tx, consult_id, MinutesState.SIGNED) or await of_consult(tx, consult_id)


async def editions(tx: Tx, consult_id: ConsultId) -> list[Minutes]:
    """All that the actor may see, the first first."""
    rows = await tx.all(select(t.minutes).where(_c.consult_id == consult_id).order_by(_c.edition))
    return [await _whole(tx, row) for row in rows]


async def open_corrections(
    tx: Tx, stations: Collection[FacilityId], hospitals: Collection[FacilityId], by: UserId
) -> list[Minutes]:
    """Further editions that are still written, of these places or begun by this person."""
    of_them = or_(_c.station_id.in_(stations), _c.hospital_id.in_(hospitals), _c.corrected_by == by)
    being_written = _c.state.in_([MinutesState.DRAFT.value, MinutesState.SIGNING.value])
    rows = await tx.all(select(t.minutes).where(_c.edition > 1, being_written, of_them).order_by(_c.opened_at))
    return [await _whole(tx, row) for row in rows]


async def _newest(tx: Tx, consult_id: ConsultId, *states: MinutesState) -> Minutes | None:
    query = select(t.minutes).where(_c.consult_id == consult_id, _c.state.in_([state.value for state in states]))
    row = await tx.first(query.order_by(_c.edition.desc()).limit(1))
    return await _whole(tx, row) if row else None


async def consult_of(tx: Tx, minutes_id: MinutesId) -> ConsultId:
    """So that the consult's row is locked before the minutes'."""
    found = await tx.scalar(select(_c.consult_id).where(_c.id == minutes_id))
    if found is None:
        raise Missing
    return ConsultId(found)


async def save(tx: Tx, before: Minutes, after: Minutes, now: datetime) -> None:
    """Write what changed; callers hold the lock. The row itself comes last: once it is signed, nothing may hang on it
    any more."""
    await _save_fields(tx, after, [item for item in ITEMS if after.fields[item] != before.fields[item]])
    for one in after.opinions[len(before.opinions) :]:
        said = insert(t.opinion).values(id=one.id, minutes_id=after.id, by=one.by, facility_id=one.facility)
        await tx.execute(said.values(at=one.at, text=one.text))
    if before.signatures and not after.signatures:
        standing = update(t.signature).where(_s.minutes_id == after.id, _s.cleared_at.is_(None))
        await tx.execute(standing.values(cleared_at=now))
    known = {(mark.id, mark.line) for mark in before.signatures}
    for mark in (mark for mark in after.signatures if (mark.id, mark.line) not in known):
        put = insert(t.signature).values(minutes_id=after.id, id=mark.id, line=mark.line.value)
        shown = {"means": mark.means.value, "evidence": dict(mark.evidence) if mark.evidence else None}
        await tx.execute(put.values(by=mark.by, at=mark.at, document_hash=mark.document_hash, **shown))
    for read in after.read_backs[len(before.read_backs) :]:
        heard = insert(t.read_back).values(minutes_id=after.id, field=read.item, side=read.side, version=read.version)
        await tx.execute(heard.values(by=read.by, at=read.at))
    await tx.execute(update(t.minutes).where(_c.id == after.id).values(**_columns(after)))


async def field_now(tx: Tx, minutes_id: MinutesId, item: Item) -> Passage:
    row = await tx.first(select(t.minutes_field).where(_f.minutes_id == minutes_id, _f.field == item))
    return Passage() if row is None else _passage(row)


async def drops(tx: Tx, consult_id: ConsultId) -> list[Drop]:
    """From the consult's history, oldest first."""
    e = event_table.c
    kinds = (CallInterrupted.kind, CallLive.kind, CallEnded.kind)
    history = select(e.kind, e.at).where(e.consult_id == consult_id, e.kind.in_(kinds)).order_by(e.seq)
    found: list[Drop] = []
    lost_at: datetime | None = None
    for row in await tx.all(history):
        if row.kind == CallInterrupted.kind:
            lost_at = row.at
        elif lost_at is not None:
            if row.kind == CallLive.kind:
                found.append(Drop(lost_at, row.at))
            lost_at = None
    return found


async def _save_fields(tx: Tx, minutes: Minutes, items: Iterable[Item]) -> None:
    for item in items:
        p = minutes.fields[item]
        row = {"text": p.text, "version": p.version, "edited_by": p.edited_by, "edited_at": p.edited_at}
        put = insert(t.minutes_field).values(minutes_id=minutes.id, field=item, **row)
        await tx.execute(put.on_conflict_do_update(index_elements=["minutes_id", "field"], set_=row))


def _columns(minutes: Minutes) -> dict[str, Any]:
    why = minutes.correction
    return {
        "station_id": minutes.station,
        "hospital_id": minutes.hospital,
        "opened_at": minutes.opened_at,
        "state": minutes.state.value,
        "version": minutes.version,
        "concluded_at": minutes.concluded_at,
        "chair_id": minutes.chair,
        "number": minutes.number,
        "paper": _paper.dump_python(minutes.paper, mode="json") if minutes.paper else None,
        "document_hash": minutes.document_hash,
        "edition": minutes.edition,
        "corrects_id": why.of if why else None,
        "previous_hash": why.previous_hash if why else None,
        "correction_reason": why.reason if why else "",
        "corrected_by": why.by if why else None,
    }


async def _whole(tx: Tx, row: AnyRow | None) -> Minutes:
    if row is None:
        raise Missing
    kept = {f.field: _passage(f) for f in await tx.all(select(t.minutes_field).where(_f.minutes_id == row.id))}
    # What was said stays said: an edition goes on from the discussion of those before it.
    until = select(_c.id).where(_c.consult_id == row.consult_id, _c.edition <= row.edition)
    said = select(t.opinion).where(t.opinion.c.minutes_id.in_(until)).order_by(t.opinion.c.at, t.opinion.c.id)
    heard = select(t.read_back).where(t.read_back.c.minutes_id == row.id).order_by(t.read_back.c.at)
    marks = select(t.signature).where(_s.minutes_id == row.id, _s.cleared_at.is_(None)).order_by(_s.at, _s.line)
    return Minutes(
        id=MinutesId(row.id),
        consult=ConsultId(row.consult_id),
        station=FacilityId(row.station_id),
        hospital=FacilityId(row.hospital_id),
        opened_at=row.opened_at,
        state=MinutesState(row.state),
        version=row.version,
        fields={item: kept.get(item, Passage()) for item in ITEMS},
        opinions=tuple(
            Opinion(o.id, UserId(o.by), FacilityId(o.facility_id), o.at, o.text) for o in await tx.all(said)
        ),
        signatures=tuple(
            Signature(
                s.id, SignatureLine(s.line), UserId(s.by), s.at, s.document_hash, SigningMeans(s.means), s.evidence
            )
            for s in await tx.all(marks)
        ),
        concluded_at=row.concluded_at,
        chair=None if row.chair_id is None else UserId(row.chair_id),
        number=row.number,
        paper=None if row.paper is None else _paper.validate_python(row.paper),
        document_hash=row.document_hash,
        edition=row.edition,
        correction=None if row.corrects_id is None else _correction(row),
        read_backs=tuple(ReadBack(r.field, r.side, r.version, UserId(r.by), r.at) for r in await tx.all(heard)),
        checkable=row.paper is None or "previous" in row.paper,
    )


def _correction(row: AnyRow) -> Correction:
    of, by = MinutesId(row.corrects_id), UserId(row.corrected_by)
    return Correction(of, row.previous_hash, row.correction_reason, by, row.opened_at)


def _passage(row: AnyRow) -> Passage:
    return Passage(row.text, row.version, None if row.edited_by is None else UserId(row.edited_by), row.edited_at)
