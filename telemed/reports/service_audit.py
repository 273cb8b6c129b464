"""The audit trail for who watches it: pages, an export with its proof, and whether the chain is whole. Read, it is
audited like all else."""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

import structlog

from telemed import identity
from telemed.identity import FacilityRef, PersonRef
from telemed.infra import audit, audit_check, audit_trail
from telemed.infra.audit_chain import Head, Sealer, newest
from telemed.infra.audit_check import Finding
from telemed.infra.audit_export import Export
from telemed.infra.audit_trail import Filter, Mark
from telemed.infra.background import Tasks
from telemed.infra.db import AnyRow, Database, Tx
from telemed.kernel.actor import SYSTEM_ID, Actor
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.kernel.values import FacilityKind
from telemed.reports import policy, store
from telemed.reports import wire_audit as wire

log = structlog.get_logger(__name__)

BY_KEY: Final = "key"
"""By what right another system reads, in a row's `because`."""
STEP: Final = 500
"""Rows in memory at once: an export of any size takes no more."""
HEADS: Final = 400
"""Days shown: a year and a bit."""
LOOKING_UP: Final = Actor.system("audit codes")
"""A case's code is no clinical content, and who watches the trail may not open the case; so with names of keys."""
KeyNames = Callable[[Tx, Collection[UUID]], Awaitable[Mapping[UUID, tuple[str, FacilityId]]]]
"""Of those ids that are keys of other systems: what the system is called, and whose key it is."""


class BadMark(DomainError):
    """This place in the audit trail cannot be found; start at the newest again."""

    kind, code = Kind.INVALID, "audit.bad_mark"


@dataclass
class _Check:
    """The last walk along the chain, or the one that is on its way."""

    began_at: datetime
    done: int = 0
    total: int = 0
    ended_at: datetime | None = None
    found: Finding | None = None
    """None once it ended: it failed."""


class Trail:
    def __init__(self, db: Database, clock: Clock, sealer: Sealer, keys: KeyNames) -> None:
        self._db, self._clock, self._sealer, self._keys = db, clock, sealer, keys
        self._tasks = Tasks()
        self._last: _Check | None = None
        self._running: _Check | None = None

    async def close(self) -> None:
        await self._tasks.close()

    # -- rows ----------------------------------------------------------------------------------------------------------

    async def page(self, actor: Actor, query: wire.AuditQuery) -> wire.AuditPage:
        """One page, newest first: deeds at the facilities this person watches, and their own.

        Raises:
            NoAudit, BadMark.
        """
        policy.require_audit(actor)
        f = await self._filter(query)
        after, before = _mark(query.after), _mark(query.before)
        async with self._db.transaction(actor) as tx:
            found = [] if f is None else await audit_trail.page(tx, f, query.limit, after, before)
            more = len(found) > query.limit
            if before is not None:
                found = found[1:] if more else found
                newer, older = more, True
            else:
                found = found[: query.limit]
                newer, older = after is not None, more
            count = 0 if f is None else await audit_trail.count(tx, f, wire.COUNTED + 1)
            around = await _around(tx, found)
            of_consult = ConsultId(f.consult) if f and f.consult else None
            await audit.record(tx, "read", "audit", query.person_id, consult=of_consult)
        codes, systems = await self._codes(found), await self._systems(found)
        return wire.AuditPage(
            rows=[_row(row, around, codes, systems) for row in found],
            count=count,
            newer=_text(found[0]) if found and newer else None,
            older=_text(found[-1]) if found and older else None,
        )

    async def people(self, actor: Actor) -> wire.AuditPeople:
        """Whom one can narrow to: everybody who ever worked where this person watches."""
        facilities = policy.require_audit(actor)
        async with self._db.transaction(actor) as tx:
            found = await identity.people(tx, await store.people_at(tx, facilities))
        return wire.AuditPeople(people=sorted(found.values(), key=lambda person: person.name))

    async def export(self, actor: Actor, query: wire.AuditFilter) -> AsyncIterator[bytes]:
        """The filter's sealed rows as JSON lines in the chain's order; the last line is their proof."""
        policy.require_audit(actor)
        f = await self._filter(query)
        await self._sealer.seal()
        async with self._db.transaction(actor) as tx:
            head = await newest(tx)
            await audit.record(tx, "export", "audit", query.person_id)
        return self._lines(actor, f, head, query)

    async def _lines(
        self, actor: Actor, f: Filter | None, head: Head | None, query: wire.AuditFilter
    ) -> AsyncIterator[bytes]:
        export, last = Export(self._sealer.key), 0
        while f is not None and head is not None:
            async with self._db.transaction(actor) as tx:
                found = await audit_trail.sealed(tx, f, last, head.n, STEP)
                people = await identity.people(tx, {UserId(row.actor_id) for row in found})
            codes, systems = await self._codes(found), await self._systems(found)
            told = [
                export.line(
                    row,
                    person=people[row.actor_id].name if row.actor_id in people else None,
                    by_key=systems[row.actor_id].name if row.actor_id in systems else None,
                    case=codes.get(row.consult_id),
                )
                for row in found
            ]
            yield b"".join(told)
            if len(found) < STEP:
                break
            last = found[-1].n
        narrowed = {name: str(value) for name, value in query if value is not None}
        yield export.proof(head, self._clock.now(), str(actor.id), narrowed)

    # -- the chain -----------------------------------------------------------------------------------------------------

    async def chain(self, actor: Actor) -> wire.ChainView:
        """How the chain stands and what its last check found. Figures of no person: looking is not audited."""
        policy.require_audit(actor)
        async with self._db.transaction(Actor.system("audit chain")) as tx:
            head, first_at = await newest(tx), await audit_trail.first_at(tx)
        last, running = self._last, self._running
        found = last.found if last else None
        return wire.ChainView(
            sealed=head.n if head else 0,
            first_at=first_at,
            head=_head(head) if head else None,
            checked_at=last.ended_at if last else None,
            took_ms=_took(last),
            checked_rows=found.rows if found else None,
            waiting=found.waiting if found else None,
            ok=found.fault is None if found else None,
            failed=last is not None and found is None,
            broken=_broken(found) if found else None,
            checking=wire.CheckProgress(done=running.done, total=running.total) if running else None,
        )

    async def check(self, actor: Actor) -> wire.ChainView:
        """Begin a walk along the whole chain, unless one is on its way."""
        policy.require_audit(actor)
        if self._running is None:
            async with self._db.transaction(actor) as tx:
                await audit.record(tx, "check", "audit_chain", None)
            self._running = _Check(self._clock.now())
            self._tasks.start(self._walk(self._running), name="audit check")
        return await self.chain(actor)

    async def stop_check(self, actor: Actor) -> wire.ChainView:
        """Give up the walk that is on its way; what the last one found stays."""
        policy.require_audit(actor)
        await self._tasks.close()
        self._running = None
        return await self.chain(actor)

    async def _walk(self, check: _Check) -> None:
        def told(done: int, total: int) -> None:
            check.done, check.total = done, total

        try:
            check.found = await audit_check.verify(self._db, self._sealer.key, self._sealer.head_file, told)
            if check.found.fault:
                log.error("audit_not_whole", kind=check.found.fault.kind, n=check.found.fault.n)
        except Exception as error:
            log.error("audit_not_checked", exc_info=error)
        check.ended_at = self._clock.now()
        self._last, self._running = check, None

    async def heads(self, actor: Actor) -> wire.HeadList:
        """The kept heads of days, newest first, and before them the head of now."""
        policy.require_audit(actor)
        async with self._db.transaction(Actor.system("audit heads")) as tx:
            now, days = await newest(tx), await audit_trail.heads(tx, HEADS)
        kept = [wire.HeadView(n=row.n, hash=row.hash.hex(), at=row.at, day=row.day) for row in days]
        return wire.HeadList(heads=[*([_head(now)] if now else []), *kept])

    # -- parts ---------------------------------------------------------------------------------------------------------

    async def _filter(self, query: wire.AuditFilter) -> Filter | None:
        """None: it names a case that is not there, so it finds nothing."""
        consult = query.consult_id
        if query.code is not None:
            async with self._db.transaction(LOOKING_UP) as tx:
                consult = await store.consult_of(tx, query.code.upper())
            if consult is None:
                return None
        return Filter(
            since=_midnight(query.from_date),
            until=_midnight(query.to_date and query.to_date + timedelta(days=1)),
            person=query.person_id,
            facility=query.facility_id,
            consult=consult,
            kind=query.kind,
            action=query.action,
            outcome=query.outcome,
            because=query.because,
        )

    async def _codes(self, rows: Sequence[AnyRow]) -> dict[UUID, str]:
        async with self._db.transaction(LOOKING_UP) as tx:
            return await store.codes_of(tx, {row.consult_id for row in rows if row.consult_id})

    async def _systems(self, rows: Sequence[AnyRow]) -> dict[UUID, wire.SystemRef]:
        who = {row.actor_id for row in rows if row.because == BY_KEY}
        if not who:
            return {}
        async with self._db.transaction(LOOKING_UP) as tx:
            named = await self._keys(tx, who)
            places = await identity.facilities(tx, {facility for _, facility in named.values()})
        return {key: wire.SystemRef(id=key, name=name, facility=places[at]) for key, (name, at) in named.items()}


@dataclass(frozen=True)
class _Around:
    people: dict[UserId, PersonRef]
    held: Sequence[AnyRow]
    places: dict[FacilityId, FacilityRef]


async def _around(tx: Tx, found: Sequence[AnyRow]) -> _Around:
    who = {UserId(row.actor_id) for row in found if row.actor_id != SYSTEM_ID}
    held = await store.grants_held(tx, who)
    places = await identity.facilities(tx, {FacilityId(grant.facility_id) for grant in held})
    return _Around(await identity.people(tx, who), held, places)


def _row(row: AnyRow, around: _Around, codes: dict[UUID, str], systems: dict[UUID, wire.SystemRef]) -> wire.AuditRow:
    return wire.AuditRow(
        id=row.id,
        at=row.at,
        n=row.n,
        person=around.people.get(row.actor_id),
        grant=_held_then(row, around),
        by_key=systems.get(row.actor_id),
        system=row.system,
        action=row.action,
        entity=row.entity,
        entity_id=row.entity_id,
        case=wire.CaseRef(id=row.consult_id, code=codes[row.consult_id]) if row.consult_id in codes else None,
        outcome=row.outcome,
        reason=row.reason,
        because=row.because,
    )


def _held_then(row: AnyRow, around: _Around) -> wire.AuditGrant | None:
    """What they held on the day of the deed, first what made the row theirs to watch."""
    day = row.at.astimezone(LOCAL).date()
    then = [
        grant
        for grant in around.held
        if grant.person_id == row.actor_id
        and grant.valid_from <= day
        and (grant.valid_to is None or grant.valid_to > day)
    ]
    watched = [grant for grant in then if grant.facility_id in row.facility_ids] or then
    # Who works at a hospital and its stations is known by the hospital.
    watched.sort(key=lambda grant: around.places[grant.facility_id].kind is FacilityKind.STATION)
    best = next(iter(watched), None)
    return wire.AuditGrant(role=best.role, facility=around.places[best.facility_id]) if best else None


def _head(head: Head) -> wire.HeadView:
    return wire.HeadView(n=head.n, hash=head.hash.hex(), at=head.at)


def _took(check: _Check | None) -> int | None:
    if check is None or check.ended_at is None:
        return None
    return round((check.ended_at - check.began_at).total_seconds() * 1000)


def _broken(found: Finding) -> wire.BrokenView | None:
    fault = found.fault
    if fault is None:
        return None
    day, n = found.trusted or (None, None)
    return wire.BrokenView(
        kind=fault.kind,
        n=fault.n,
        audit_id=fault.audit_id,
        at=fault.at,
        kept=fault.stored.hex() if fault.stored else None,
        calculated=fault.computed.hex() if fault.computed else None,
        day=fault.day,
        whole_rows=found.rows,
        trusted_day=day,
        trusted_n=n,
    )


def _midnight(day: date | None) -> datetime | None:
    """Where a local day begins, in UTC."""
    return None if day is None else datetime.combine(day, time(), LOCAL).astimezone(UTC)


def _mark(text: str | None) -> Mark | None:
    if text is None:
        return None
    at, _, seq = text.partition("~")
    try:
        return Mark(datetime.fromtimestamp(int(at) / 1_000_000, UTC), _bounded(int(seq)))
    except (ValueError, OverflowError, OSError):
        raise BadMark(pointer="/query/after") from None


def _bounded(seq: int) -> int:
    if not 0 <= seq < 2**63:
        raise ValueError(seq)
    return seq


def _text(row: AnyRow) -> str:
    micros = (row.at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    return f"{micros}~{row.seq}"
