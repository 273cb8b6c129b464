"""All SQL of what comes after a consult: appointments and results."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, FollowUpId, PatientId, ReferralId, ShiftId, UserId
from telemed.kernel.values import Specialty
from telemed.records.follow_up import FollowUp, FollowUpExists, Proposal
from telemed.records.model import Condition, FollowUpState, Proposed
from telemed.records.tables_after import follow_up, result

_f, _r = follow_up.c, result.c
_WAITING = _f.state.in_((FollowUpState.PLANNED, FollowUpState.REMINDED))


@dataclass(frozen=True, slots=True)
class Result:
    """How the patient of a consult is, 7 or 30 days after it."""

    consult: ConsultId
    day: int
    condition: Condition
    note: str
    by: UserId
    at: datetime


# -- appointments ------------------------------------------------------------------------------------------------------


async def add(tx: Tx, new: FollowUp) -> None:
    """Raises FollowUpExists: the case has an open one on that day, named by `id`."""
    put = insert(follow_up).values(id=new.id, **_columns(new)).on_conflict_do_nothing()
    if not (await tx.execute(put)).rowcount:
        other = await on_day(tx, new.consult, new.on)
        raise FollowUpExists(**{"id": str(other)} if other else {})


async def on_day(tx: Tx, consult: ConsultId, day: date) -> FollowUpId | None:
    found = await tx.scalar(select(_f.id).where(_f.consult_id == consult, _f.on == day, _WAITING))
    return FollowUpId(found) if found else None


async def get(tx: Tx, follow_up_id: FollowUpId) -> FollowUp:
    """Raises Missing: there is none, or it is behind the wall."""
    return _one(await tx.first(select(follow_up).where(_f.id == follow_up_id)))


async def lock(tx: Tx, follow_up_id: FollowUpId) -> FollowUp:
    return _one(await tx.first(select(follow_up).where(_f.id == follow_up_id).with_for_update()))


async def save(tx: Tx, new: FollowUp) -> None:
    await tx.execute(update(follow_up).where(_f.id == new.id).values(**_columns(new)))


async def of_consult(tx: Tx, consult: ConsultId) -> list[FollowUp]:
    rows = await tx.all(select(follow_up).where(_f.consult_id == consult).order_by(_f.on, _f.id))
    return [_follow_up(row) for row in rows]


async def of_places(tx: Tx, places: Collection[FacilityId], since: date, limit: int = 300) -> list[FollowUp]:
    """Those from that day on, by day. Where they are too many the open ones stay, then what was marked of late."""
    at = or_(_f.station_id.in_(places), _f.hospital_id.in_(places))
    query = select(follow_up).where(at, _f.on >= since).order_by(_WAITING.desc(), _f.on.desc(), _f.id).limit(limit)
    found = [_follow_up(row) for row in await tx.all(query)]
    return sorted(found, key=lambda one: (one.on, one.id))


async def unmarked_of(tx: Tx, stations: Collection[FacilityId], since: date, until: date) -> list[FollowUp]:
    """Those of these stations still open whose day is over: from the first day on, and before the second."""
    over = (_f.station_id.in_(stations), _WAITING, _f.on >= since, _f.on < until)
    return [_follow_up(row) for row in await tx.all(select(follow_up).where(*over).order_by(_f.on, _f.id))]


def _columns(new: FollowUp) -> dict[str, Any]:
    return {
        "consult_id": new.consult,
        "referral_id": new.referral,
        "patient_id": new.patient,
        "station_id": new.station,
        "hospital_id": new.hospital,
        "on": new.on,
        "reason": new.reason,
        "proposed": new.proposed.why.value if new.proposed.why else None,
        "person_id": new.proposed.person,
        "shift_id": new.proposed.shift,
        "specialty": new.proposed.specialty.value if new.proposed.specialty else None,
        "number": new.number,
        "state": new.state.value,
        "note": new.note,
        "version": new.version,
        "created_by": new.created_by,
        "created_at": new.created_at,
        "reminded_at": new.reminded_at,
        "marked_by": new.marked_by,
        "marked_at": new.marked_at,
    }


def _one(row: AnyRow | None) -> FollowUp:
    if row is None:
        raise Missing
    return _follow_up(row)


def _follow_up(row: AnyRow) -> FollowUp:
    return FollowUp(
        id=FollowUpId(row.id),
        consult=ConsultId(row.consult_id),
        referral=None if row.referral_id is None else ReferralId(row.referral_id),
        patient=None if row.patient_id is None else PatientId(row.patient_id),
        station=FacilityId(row.station_id),
        hospital=None if row.hospital_id is None else FacilityId(row.hospital_id),
        on=row.on,
        reason=row.reason,
        proposed=Proposal(
            why=None if row.proposed is None else Proposed(row.proposed),
            person=None if row.person_id is None else UserId(row.person_id),
            shift=None if row.shift_id is None else ShiftId(row.shift_id),
            specialty=None if row.specialty is None else Specialty(row.specialty),
        ),
        number=row.number,
        created_by=UserId(row.created_by),
        created_at=row.created_at,
        state=FollowUpState(row.state),
        note=row.note,
        version=row.version,
        reminded_at=row.reminded_at,
        marked_by=None if row.marked_by is None else UserId(row.marked_by),
        marked_at=row.marked_at,
    )


# -- results -----------------------------------------------------------------------------------------------------------


async def put_result(tx: Tx, new: Result) -> None:
    """The later word stands."""
    row = {"condition": new.condition.value, "note": new.note, "recorded_by": new.by, "recorded_at": new.at}
    put = insert(result).values(consult_id=new.consult, day=new.day, **row)
    await tx.execute(put.on_conflict_do_update(index_elements=["consult_id", "day"], set_=row))


async def results_of(tx: Tx, consult: ConsultId) -> list[Result]:
    rows = await tx.all(select(result).where(_r.consult_id == consult).order_by(_r.day))
    return [
        Result(consult, row.day, Condition(row.condition), row.note, UserId(row.recorded_by), row.recorded_at)
        for row in rows
    ]


async def days_told(tx: Tx, consults: Collection[ConsultId]) -> dict[ConsultId, set[int]]:
    """Of each of these, for which days somebody said how the patient is; one who died is asked about no more."""
    told: dict[ConsultId, set[int]] = {}
    if not consults:
        return told
    for row in await tx.all(select(_r.consult_id, _r.day, _r.condition).where(_r.consult_id.in_(consults))):
        days = {7, 30} if row.condition == Condition.DIED else {row.day}
        told.setdefault(ConsultId(row.consult_id), set()).update(days)
    return told
