"""Posting a hospital's doctor to a station: planned, signed, made longer, ended early, cancelled.

Rights follow through identity's grants alone, written in the same transaction. The hospital's roster is locked first,
so nobody publishes a shift into the days while they are being given away.
"""

from datetime import date, time

from telemed import identity
from telemed.identity import Posting
from telemed.infra import audit, idempotency, jobs, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, RotationId, UserId
from telemed.kernel.values import FacilityKind, Role
from telemed.schedules import policy
from telemed.schedules import wire_rotations as wire
from telemed.schedules.events import RotationChanged, RotationEnded, RotationStarted
from telemed.schedules.model import Shift
from telemed.schedules.model_away import midnight
from telemed.schedules.model_roster import RosterChange, VersionKind
from telemed.schedules.model_rotation import (
    Rotation,
    RotationNotOfHospital,
    RotationShiftRunning,
    RotationShifts,
    RotationsOverlap,
    RotationState,
    RotationWrongStation,
    WeekHours,
)
from telemed.schedules.service.releasing import release
from telemed.schedules.service.rotation_board import board, clash_views, view
from telemed.schedules.store import rotations as store
from telemed.schedules.store import versions

STARTS, ENDS = "rotation_starts", "rotation_ends"
"""Jobs, keyed by the rotation's id: each told at the midnight that begins its first day, and its first day without."""


class Rotations:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def board(self, actor: Actor) -> wire.RotationBoard:
        """For whoever sees rosters of a hospital or the province, and for a station its own."""
        policy.require_rotation_board(actor)
        async with self._db.transaction(actor) as tx:
            return await board(tx)

    async def clashes(self, actor: Actor, asked: wire.ClashQuery) -> wire.RotationClashes:
        """What stands in the way of posting somebody in these days."""
        hospital, person = FacilityId(asked.hospital_id), UserId(asked.person_id)
        policy.require_rotations(actor, hospital)
        async with self._db.transaction(actor) as tx:
            await _require_of_hospital(tx, person, hospital)
            other = await store.clashing(tx, person, asked.starts_on, asked.ends_on)
            shifts = await store.shifts_within(tx, person, asked.starts_on, asked.ends_on, tx.at)
            return wire.RotationClashes(
                rotation=await view(tx, other) if other else None, shifts=await clash_views(tx, shifts)
            )

    async def post(self, actor: Actor, rotation_id: RotationId, new: wire.NewRotation) -> wire.RotationView:
        """Raises:
        Denied, Missing, RotationWrongStation, RotationNotOfHospital, RotationDayPassed, RotationDays,
        RotationNoteNeeded, RotationHours, RotationsOverlap, RotationShifts, RotationShiftRunning, AccountClosed,
        WrongProfession
        """
        person, hospital = UserId(new.person_id), FacilityId(new.hospital_id)
        policy.require_post(actor, hospital, person)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, rotation_id, person, new, tx.at):
                rotation = _rotation(tx, rotation_id, new)
                rotation.require_sound(_day(tx))
                await _hold(tx, rotation, rotation.ends_on)
                if (await identity.facility(tx, rotation.station)).kind is not FacilityKind.STATION:
                    raise RotationWrongStation(pointer="/body/station_id")
                await _require_of_hospital(tx, person, hospital)
                await _require_free(tx, rotation)
                await store.add(tx, rotation)
                await _clear(tx, rotation, rotation.starts_on, cancel=new.cancel_shifts)
                if rotation.signed:
                    await _give_rights(tx, rotation)
                await _tell(tx, rotation, "planned")
                await audit.record(tx, "rotation.post", "rotation", rotation_id)
            return await view(tx, await store.rotation(tx, rotation_id))

    async def sign(self, actor: Actor, rotation_id: RotationId, signing: wire.RotationSigning) -> wire.RotationView:
        """Raises:
        Denied, Missing, RotationOver, RotationSigned, RotationDayPassed, RotationShifts, RotationShiftRunning,
        AccountClosed, WrongProfession
        """
        async with self._db.transaction(actor) as tx:
            rotation = await _held(tx, rotation_id)
            if (rotation.decision_no, rotation.decided_on) != (signing.decision_no, signing.decided_on):
                rotation = rotation.sign(signing.decision_no, signing.decided_on, _day(tx))
                await store.save(tx, rotation)
                await _clear(tx, rotation, rotation.starts_on, cancel=signing.cancel_shifts)
                await _give_rights(tx, rotation)
                await _tell(tx, rotation, "signed")
                await audit.record(tx, "rotation.sign", "rotation", rotation_id)
            return await view(tx, rotation)

    async def extend(self, actor: Actor, rotation_id: RotationId, longer: wire.RotationExtension) -> wire.RotationView:
        """Raises:
        Denied, Missing, RotationOver, RotationUnsigned, RotationDays, RotationsOverlap, RotationShifts,
        RotationShiftRunning
        """
        async with self._db.transaction(actor) as tx:
            known = await _held(tx, rotation_id, longer.ends_on)
            if (known.ends_on, known.extension_no) != (longer.ends_on, longer.decision_no):
                rotation = known.extend(longer.ends_on, longer.decision_no, _day(tx))
                await _require_free(tx, rotation)
                await store.save(tx, rotation)
                await _clear(tx, rotation, known.ends_on, cancel=longer.cancel_shifts)
                await identity.extend(tx, _posting(rotation, longer.decision_no), known.ends_on)
                await _set_timers(tx, rotation)
                await _tell(tx, rotation, "extended")
                await audit.record(tx, "rotation.extend", "rotation", rotation_id)
            return await view(tx, await store.rotation(tx, rotation_id))

    async def end(self, actor: Actor, rotation_id: RotationId, ending: wire.RotationEnding) -> wire.RotationView:
        """Raises Denied, Missing, RotationOver, RotationUnsigned, RotationNotBegun, RotationDayPassed, RotationDays."""
        async with self._db.transaction(actor) as tx:
            rotation = await _held(tx, rotation_id)
            if (rotation.ends_on, rotation.end_reason) != (ending.on, ending.reason):
                rotation = rotation.end(ending.on, ending.reason, ending.decision_no, actor.id, _day(tx))
                await store.save(tx, rotation)
                await identity.end_posting(tx, rotation.id, rotation.person, ending.on)
                await _set_timers(tx, rotation)
                await _tell(tx, rotation, "ended_early")
                await audit.record(tx, "rotation.end", "rotation", rotation_id)
            return await view(tx, rotation)

    async def cancel(
        self, actor: Actor, rotation_id: RotationId, cancelling: wire.RotationCancelling
    ) -> wire.RotationView:
        """Raises Denied, Missing, RotationOver, RotationBegun."""
        async with self._db.transaction(actor) as tx:
            rotation = await _held(tx, rotation_id)
            if rotation.cancelled_at is None:
                rotation = rotation.cancel(cancelling.reason, actor.id, tx.at)
                await store.save(tx, rotation)
                if rotation.signed:
                    await identity.end_posting(tx, rotation.id, rotation.person, rotation.starts_on)
                for kind in (STARTS, ENDS):
                    await jobs.cancel(tx, kind, str(rotation_id))
                await _tell(tx, rotation, "cancelled")
                await audit.record(tx, "rotation.cancel", "rotation", rotation_id)
            return await view(tx, rotation)

    async def started(self, tx: Tx, rotation_id: RotationId) -> None:
        """Its first midnight has come. No policy: a job."""
        rotation = await store.rotation(tx, rotation_id)
        if rotation.state(_day(tx)) is RotationState.ACTIVE:
            who = (rotation.id, rotation.person, rotation.hospital, rotation.station)
            people = await _concerned(tx, rotation)
            await outbox.publish(tx, RotationStarted(None, *who, rotation.ends_on, people), tx.at)
            await identity.rights_changed(tx, rotation.person)

    async def ended(self, tx: Tx, rotation_id: RotationId) -> None:
        """The midnight after its last day has come. No policy: a job."""
        rotation = await store.rotation(tx, rotation_id)
        state = rotation.state(_day(tx))
        if state in {RotationState.COMPLETED, RotationState.ENDED_EARLY}:
            who = (rotation.id, rotation.person, rotation.hospital, rotation.station)
            early, people = state is RotationState.ENDED_EARLY, await _concerned(tx, rotation)
            await outbox.publish(tx, RotationEnded(None, *who, early, people), tx.at)
            await identity.rights_changed(tx, rotation.person)


def _rotation(tx: Tx, rotation_id: RotationId, new: wire.NewRotation) -> Rotation:
    return Rotation(
        id=rotation_id,
        person=UserId(new.person_id),
        hospital=FacilityId(new.hospital_id),
        station=FacilityId(new.station_id),
        decision_no=new.decision_no,
        decided_on=new.decided_on if new.decision_no else None,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        planned_ends_on=new.ends_on,
        purpose=new.purpose,
        purpose_note=new.purpose_note,
        hours=tuple(
            WeekHours(one.weekday, time.fromisoformat(one.opens), time.fromisoformat(one.closes)) for one in new.hours
        ),
        made_by=tx.actor.id,
        made_at=tx.at,
    )


def _day(tx: Tx) -> date:
    return tx.at.astimezone(LOCAL).date()


def _posting(rotation: Rotation, document: str) -> Posting:
    return Posting(rotation.id, rotation.person, rotation.station, rotation.starts_on, rotation.ends_on, document)


async def _held(tx: Tx, rotation_id: RotationId, until: date | None = None) -> Rotation:
    """As it stands under the locks of all it may touch. Raises Missing, Denied."""
    known = await store.rotation(tx, rotation_id)
    policy.require_post(tx.actor, known.hospital, known.person)
    await _hold(tx, known, until or known.ends_on)
    return await store.rotation(tx, rotation_id, lock=True)


async def _hold(tx: Tx, rotation: Rotation, until: date) -> None:
    """The person first, then the rosters in one order: nobody crosses, and the second sees what the first did."""
    await store.lock_person(tx, rotation.person)
    shifts = await store.shifts_within(tx, rotation.person, rotation.starts_on, until, tx.at)
    for hospital in sorted({rotation.hospital, *(one.hospital for one in shifts)}):
        await versions.lock(tx, hospital)


async def _require_of_hospital(tx: Tx, person: UserId, hospital: FacilityId) -> None:
    """Raises RotationNotOfHospital."""
    if person not in await identity.clinicians(tx, hospital, _day(tx)):
        raise RotationNotOfHospital(pointer="/body/person_id")


async def _require_free(tx: Tx, rotation: Rotation) -> None:
    """No other posting in its days; the database itself stands behind it.

    Raises:
        RotationsOverlap: it names the other.
    """
    if other := await store.clashing(tx, rotation.person, rotation.starts_on, rotation.ends_on, but=rotation.id):
        raise RotationsOverlap(
            rotation=str(other.id),
            station=str(other.station),
            starts_on=other.starts_on.isoformat(),
            ends_on=other.ends_on.isoformat(),
        )


async def _clear(tx: Tx, rotation: Rotation, since: date, *, cancel: bool) -> None:
    """No published shift is left in the days from `since` on.

    Raises:
        RotationShifts: there are some, and nobody said that they may go.
        RotationShiftRunning, Denied
    """
    shifts = await store.shifts_within(tx, rotation.person, since, rotation.ends_on, tx.at)
    if not shifts:
        return
    if running := next((one for one in shifts if one.starts_at <= tx.at), None):
        raise RotationShiftRunning(shift=str(running.id), ends_at=running.ends_at.isoformat())
    if not cancel:
        first = shifts[0].starts_at.astimezone(LOCAL).date()
        raise RotationShifts(count=len(shifts), first_on=first.isoformat(), shift=str(shifts[0].id))
    by_hospital: dict[FacilityId, list[Shift]] = {}
    for shift in shifts:
        by_hospital.setdefault(shift.hospital, []).append(shift)
    for hospital, going in sorted(by_hospital.items()):
        policy.require_plan(tx.actor, hospital, {one.specialty for one in going})
        change = RosterChange(remove=tuple(going))
        await release(tx, hospital, VersionKind.OVERRIDE, change, rotation.decision_no)


async def _give_rights(tx: Tx, rotation: Rotation) -> None:
    await identity.post(tx, _posting(rotation, rotation.decision_no))
    await _set_timers(tx, rotation)


async def _set_timers(tx: Tx, rotation: Rotation) -> None:
    if rotation.starts_on > _day(tx) or rotation.made_at == tx.at:
        await jobs.put(tx, STARTS, str(rotation.id), midnight(rotation.starts_on))
    await jobs.put(tx, ENDS, str(rotation.id), midnight(rotation.ends_on))


async def _tell(tx: Tx, rotation: Rotation, change: str) -> None:
    who = (rotation.id, rotation.person, rotation.hospital, rotation.station)
    people = tuple(one for one in await _concerned(tx, rotation) if one != tx.actor.id)
    days = (rotation.starts_on, rotation.ends_on)
    await outbox.publish(tx, RotationChanged(None, *who, change, *days, people), tx.at)


async def _concerned(tx: Tx, rotation: Rotation) -> tuple[UserId, ...]:
    """The posted doctor, who heads their specialties, who manages the hospital, who heads the station."""
    told = [rotation.person]
    held = await identity.clinicians(tx, rotation.hospital, _day(tx))
    for specialty in held.get(rotation.person, ()):
        told += await identity.holders(tx, rotation.hospital, {Role.DEPT_HEAD}, specialty, tx.at)
    told += await identity.holders(tx, rotation.hospital, {Role.HOSPITAL_MANAGER}, None, tx.at)
    told += await identity.holders(tx, rotation.station, {Role.STATION_HEAD}, None, tx.at)
    return tuple(dict.fromkeys(told))
