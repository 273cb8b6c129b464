"""The manager's read-only view over all features. Reading it is audited too."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from telemed import identity, sessions
from telemed.infra import audit
from telemed.infra.db import AnyRow, Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.errors import DomainError, Kind, Missing
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.reports import policy, rows, store, timeline, wire
from telemed.reports.rows import Around

CSV_STEP = 500
"""Rows in memory at once: an export of any size takes no more."""
COLUMNS = (
    *("code", "sent_at", "station", "hospital", "requester", "urgency", "specialty", "age_months", "sex", "question"),
    *("on_duty", "rung", "answered_by", "wait_seconds", "call_seconds", "state", "decision", "outcomes"),
    *("referral", "minutes", "verdict", "cause"),
)


class BadMark(DomainError):
    """This place in the log cannot be found; start at the newest again."""

    kind, code = Kind.INVALID, "log.bad_mark"


class Reports:
    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def page(self, actor: Actor, query: wire.LogQuery) -> wire.LogPage:
        """One page, newest first, with totals over the whole filter."""
        facilities = policy.require_log(actor)
        f = self._filter(query, facilities)
        after, before = _mark(query.after), _mark(query.before)
        async with self._db.transaction(actor) as tx:
            found = await store.page(tx, f, query.limit, after, before)
            more = len(found) > query.limit
            if before is not None:
                found = found[1:] if more else found
                newer, older = more, True
            else:
                found = found[: query.limit]
                newer, older = after is not None, more
            shown = await self._rows(tx, found)
            counted = await store.totals(tx, f)
            days = await store.by_day(tx, f)
            await audit.record(tx, "read", "log", None)
        totals = wire.LogTotals(
            consults=counted.consults,
            answered=counted.answered,
            wait_median_ms=_ms(counted.median),
            wait_p90_ms=_ms(counted.p90),
            referred=counted.referred,
            concluded=counted.concluded,
            signed_in_time=counted.signed_in_time,
            by_day=[
                wire.DayCount(day=d.day, consults=d.consults, answered_in_time=d.answered_in_time)
                for d in reversed(days)
            ],
            views={name: getattr(counted, f"view_{name}") for name in store.VIEWS},
        )
        return wire.LogPage(
            rows=shown,
            totals=totals,
            newer=_text(found[0]) if found and newer else None,
            older=_text(found[-1]) if found and older else None,
        )

    async def csv(self, actor: Actor, query: wire.LogQuery) -> AsyncIterator[bytes]:
        """The filter's rows, de-identified, as CSV for Excel: BOM, CRLF, no cell that could be a formula."""
        facilities = policy.require_export(actor)
        async with self._db.transaction(actor) as tx:
            await audit.record(tx, "export", "log", None)
        return self._csv_chunks(actor, self._filter(query, facilities))

    async def _csv_chunks(self, actor: Actor, f: store.Filter) -> AsyncIterator[bytes]:
        yield b"\xef\xbb\xbf" + _line(COLUMNS)
        after: store.Mark | None = None
        while True:
            async with self._db.transaction(actor) as tx:
                found = await store.page(tx, f, CSV_STEP, after, None)
                shown = await self._rows(tx, found[:CSV_STEP])
            yield b"".join(_line(_cells(row)) for row in shown)
            if len(found) <= CSV_STEP:
                return
            last = found[CSV_STEP - 1]
            after = store.Mark(last.sent_at, last.id)

    async def timeline(self, actor: Actor, consult_id: ConsultId) -> wire.Timeline:
        """One consult, second by second.

        Raises:
            Missing: it was never sent, or is behind the wall.
        """
        policy.require_timeline(actor, consult_id)
        async with self._db.transaction(actor) as tx:
            found = await store.consult_row(tx, consult_id)
            if found is None or found.sent_at is None:
                raise Missing()
            because = "access" if consult_id in actor.accesses else None
            await audit.record(tx, "read", "timeline", consult_id, consult=consult_id, because=because)
            (row,) = await self._rows(tx, [found])
            return await timeline.build(tx, found, row)

    async def _rows(self, tx: Tx, found: Sequence[AnyRow]) -> list[wire.LogRow]:
        ids = [c.id for c in found]
        rings = rows.by_consult(await store.rings_of(tx, ids))
        people = {UserId(c.requester_id) for c in found} | {UserId(c.specialist_id) for c in found if c.specialist_id}
        people |= {UserId(r.user_id) for own in rings.values() for r in own}
        around = Around(
            people=await identity.people(tx, people),
            facilities=await identity.facilities(tx, {f for c in found for f in (c.station_id, c.hospital_id)}),
            initials=await self._initials([c.patient_id for c in found if c.patient_id]),
            interrupted=await store.interrupted(tx, ids),
            rings=rings,
            calls=rows.by_consult(await store.calls_of(tx, ids)),
            minutes=rows.by_consult(await store.minutes_of(tx, ids)),
            decisions=rows.by_consult(await store.decisions_of(tx, ids)),
            referrals=rows.by_consult(await store.referrals_of(tx, ids)),
            causes=rows.by_consult(await store.verdicts_of(tx, ids)),
            masked=await sessions.masked(tx, [ConsultId(c.id) for c in found if c.labels]),
        )
        now = self._clock.now()
        return [rows.row(c, around, now) for c in found]

    async def _initials(self, patients: Sequence[UUID]) -> dict[UUID, str]:
        """Who reads the log may not know who the patients are, so the wall hides them: the program itself shortens."""
        async with self._db.transaction(Actor.system("initials")) as tx:
            return {patient: rows.mask(name) for patient, name in (await store.names_of(tx, patients)).items()}

    def _filter(self, query: wire.LogQuery, facilities: frozenset[FacilityId]) -> store.Filter:
        return store.Filter(
            facilities=facilities,
            now=self._clock.now(),
            since=_midnight(query.from_date),
            until=_midnight(query.to_date and query.to_date + timedelta(days=1)),
            station=query.station_id,
            hospital=query.hospital_id,
            specialty=query.specialty,
            state=query.state,
            urgency=query.urgency,
            view=query.view,
        )


def _midnight(day: date | None) -> datetime | None:
    """Where a local day begins, in UTC."""
    return None if day is None else datetime.combine(day, time(), LOCAL).astimezone(UTC)


def _mark(text: str | None) -> store.Mark | None:
    if text is None:
        return None
    at, _, consult = text.partition("~")
    try:
        return store.Mark(datetime.fromtimestamp(int(at) / 1_000_000, UTC), UUID(consult))
    except (ValueError, OverflowError, OSError):
        raise BadMark(pointer="/query/after") from None


def _text(c: AnyRow) -> str:
    micros = (c.sent_at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    return f"{micros}~{c.id}"


def _ms(seconds: float | None) -> int | None:
    return None if seconds is None else round(float(seconds) * 1000)


def _cells(row: wire.LogRow) -> list[object]:
    return [
        row.code,
        row.sent_at.astimezone(LOCAL).strftime("%Y-%m-%d %H:%M:%S"),
        row.station.short_name,
        row.hospital.short_name,
        row.requester.name,
        row.urgency,
        row.specialty,
        row.subject.age_months,
        row.subject.sex,
        row.question,
        row.on_duty.name if row.on_duty else "",
        "; ".join(f"{r.person.name} ({r.state})" for r in row.rung),
        row.answered_by.name if row.answered_by else "",
        "" if row.wait_ms is None else row.wait_ms // 1000,
        "" if row.call_ms is None else row.call_ms // 1000,
        row.state,
        row.decision or "",
        "; ".join(row.outcomes),
        row.referral_number or "",
        row.minutes_state or "",
        row.verdict,
        row.cause or "",
    ]


def _line(cells: Sequence[object]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue().encode()


def _safe(cell: object) -> object:
    """A spreadsheet runs a cell that begins like a formula; a leading apostrophe makes it text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
