"""All SQL of records that may be one person: candidates, joined, parted, said to be two people."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, insert, or_, select, union, update
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, PatientId, UserId
from telemed.records import tables as t
from telemed.records.patient import Patient
from telemed.records.store import patients
from telemed.records.twins import BothReferred, HasJoined, Merge
from telemed.records.words import folded, words

MOST = 200
"""Records looked at closely for one patient; those with the most words in common come first."""

_p = t.patient.c
_w = t.patient_word.c
_m = t.patient_merge.c
_a = t.patient_apart.c
_r = t.referral.c


async def candidates(tx: Tx, patient: Patient, stations: Collection[FacilityId]) -> list[Patient]:
    """Others of these stations with a number in common, or with all words of the name but one."""
    known = patient.particulars
    name = set(folded(known.full_name))
    numbers = {word for word in patient.search_words - words(known.full_name, known.village) if len(word) > 7}
    numbers -= words(patient.code)
    here = _w.station_id.in_(stations), _w.patient_id != patient.id
    by_number = select(_w.patient_id.label("id"), func.count().label("n")).where(*here, _w.word.in_(numbers))
    by_name = select(_w.patient_id.label("id"), func.count().label("n")).where(*here, _w.word.in_(name))
    enough = max(1, len(name) - 1)
    either = union(
        by_number.group_by(_w.patient_id), by_name.group_by(_w.patient_id).having(func.count() >= enough)
    ).subquery()
    ids = select(either.c.id).group_by(either.c.id).order_by(func.max(either.c.n).desc(), either.c.id).limit(MOST)
    found = await patients.named(tx, [PatientId(row.id) for row in await tx.all(ids)])
    return [one for one in found if one.id != patient.id and one.merged_into is None]


async def joined(tx: Tx, kept: Collection[PatientId]) -> dict[PatientId, list[PatientId]]:
    """For each record those that are seen under it."""
    query = select(_m.kept_id, _m.gone_id).where(_m.kept_id.in_(kept), _m.parted_at.is_(None)).order_by(_m.merged_at)
    found: dict[PatientId, list[PatientId]] = {}
    for row in await tx.all(query) if kept else []:
        found.setdefault(PatientId(row.kept_id), []).append(PatientId(row.gone_id))
    return found


async def get(tx: Tx, merge_id: Any) -> Merge:
    """Locked. Raises Missing: there is none, or it is behind the wall."""
    row = await tx.first(select(t.patient_merge).where(_m.id == merge_id).with_for_update())
    if row is None:
        raise Missing
    return _merge(row)


async def merges(tx: Tx, patient: PatientId) -> Sequence[tuple[Merge, str, str]]:
    """Each with code and name of the record that is seen under the other; the newest first."""
    query = (
        select(t.patient_merge, _p.code, _p.full_name)
        .join(t.patient, _p.id == _m.gone_id)
        .where(or_(_m.kept_id == patient, _m.gone_id == patient))
        .order_by(_m.merged_at.desc(), _m.id)
    )
    return [(_merge(row), row.code, row.full_name) for row in await tx.all(query)]


async def join(tx: Tx, merge: Merge) -> None:
    """
    Raises:
        HasJoined: a record was joined with the one that would go, at this moment.
        BothReferred: both have an open referral to one hospital.
    """
    row = {"id": merge.id, "kept_id": merge.kept, "gone_id": merge.gone, "reason": merge.reason}
    stations = {"kept_station_id": merge.kept_station, "gone_station_id": merge.gone_station}
    try:
        await tx.execute(update(t.patient).where(_p.id == merge.gone).values(merged_into=merge.kept))
        await tx.execute(insert(t.patient_merge).values(**row, **stations, merged_by=merge.by, merged_at=merge.at))
        async with tx.seeing_all("whether both have an open referral to one hospital"):
            both = _r.patient_id.in_([merge.kept, merge.gone]), _r.is_open
            await tx.execute(update(t.referral).where(*both, _r.valid_until < tx.at.date()).values(is_open=False))
            await _refer(tx, merge.gone, merge.kept)
    except IntegrityError as error:
        match violated(error):
            case "patient_merged_into_fkey" | "patient_merge_once":
                raise HasJoined(pointer="/body/gone_id") from error
            case "referral_open_key":
                raise BothReferred from error
        raise


async def part(tx: Tx, merge: Merge, reason: str) -> None:
    """They stand for themselves again, and are not proposed as one."""
    parted = {"parted_by": tx.actor.id, "parted_at": tx.at, "parted_reason": reason}
    await tx.execute(update(t.patient_merge).where(_m.id == merge.id).values(**parted))
    await tx.execute(update(t.patient).where(_p.id == merge.gone).values(merged_into=None))
    async with tx.seeing_all("open referrals of a record that is parted"):
        await _refer(tx, merge.gone, None)


async def _refer(tx: Tx, gone: PatientId, kept: PatientId | None) -> None:
    """Whose open referrals count as whose; what they say stays as it was."""
    await tx.execute(update(t.referral).where(_r.patient_id == gone, _r.is_open).values(kept_patient_id=kept))


async def say_apart(tx: Tx, one: PatientId, other: PatientId) -> None:
    """Somebody looked and found two people. Saying it again changes nothing."""
    first, second = sorted((one, other))
    if await tx.scalar(select(_a.said_at).where(_a.first_id == first, _a.second_id == second)) is None:
        row = {"first_id": first, "second_id": second, "said_by": tx.actor.id, "said_at": tx.at}
        await tx.execute(insert(t.patient_apart).values(**row))


async def apart_from(tx: Tx, patients: Collection[PatientId]) -> frozenset[PatientId]:
    """Whom somebody found to be another person than these."""
    query = select(_a.first_id, _a.second_id).where(or_(_a.first_id.in_(patients), _a.second_id.in_(patients)))
    return frozenset(PatientId(one) for row in await tx.all(query) for one in row) - frozenset(patients)


def _merge(row: AnyRow) -> Merge:
    return Merge(
        id=row.id,
        kept=PatientId(row.kept_id),
        gone=PatientId(row.gone_id),
        kept_station=FacilityId(row.kept_station_id),
        gone_station=FacilityId(row.gone_station_id),
        reason=row.reason,
        by=UserId(row.merged_by),
        at=row.merged_at,
        parted_by=None if row.parted_by is None else UserId(row.parted_by),
        parted_at=row.parted_at,
        parted_reason=row.parted_reason,
    )
