"""All SQL about people, facilities and grants; `sign_ins` beside it has what they sign in with."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.identity import tables
from telemed.identity.model import DatedGrant, Facility, Person
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.actor import Grant
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

_facility, _person, _grant = tables.facility.c, tables.person.c, tables.role_grant.c
_access = tables.case_access.c


async def person(tx: Tx, person_id: UserId) -> Person | None:
    row = await tx.first(select(tables.person).where(_person.id == person_id))
    return _person_of(row) if row else None


async def person_named(tx: Tx, username: str) -> Person | None:
    row = await tx.first(select(tables.person).where(_person.username == username))
    return _person_of(row) if row else None


async def persons(tx: Tx, ids: Collection[UserId]) -> list[Person]:
    if not ids:
        return []
    return [_person_of(row) for row in await tx.all(select(tables.person).where(_person.id.in_(ids)))]


async def facility(tx: Tx, facility_id: FacilityId) -> Facility:
    """Raises Missing: there is no such facility."""
    row = await tx.first(select(tables.facility).where(_facility.id == facility_id))
    if row is None:
        raise Missing
    return _facility_of(row)


async def facilities(tx: Tx, ids: Collection[FacilityId]) -> list[Facility]:
    if not ids:
        return []
    return [_facility_of(row) for row in await tx.all(select(tables.facility).where(_facility.id.in_(ids)))]


async def facilities_of(tx: Tx, kinds: Collection[FacilityKind]) -> list[Facility]:
    found = select(tables.facility).where(_facility.kind.in_(kinds)).order_by(_facility.kind, _facility.name)
    return [_facility_of(row) for row in await tx.all(found)]


async def grants_of(tx: Tx, person_id: UserId, on: date) -> tuple[Grant, ...]:
    """What a person may do on a local day; a right held twice counts once."""
    rows = await tx.all(
        select(_grant.role, _grant.facility_id, _grant.specialty, _facility.kind)
        .distinct()
        .join(tables.facility, _facility.id == _grant.facility_id)
        .where(_grant.person_id == person_id, *_on(on))
        .order_by(_grant.role, _grant.facility_id, _grant.specialty)
    )
    return tuple(
        Grant(
            Role(r.role), FacilityId(r.facility_id), _specialty(r.specialty), wide=r.kind == FacilityKind.PROVINCE.value
        )
        for r in rows
    )


async def accesses_of(tx: Tx, person_id: UserId, at: datetime) -> frozenset[ConsultId]:
    """The single cases this person has opened for a reason, while that lasts."""
    running = select(_access.consult_id).where(_access.person_id == person_id, _access.until_at > at)
    return frozenset(ConsultId(row.consult_id) for row in await tx.all(running))


async def holders(
    tx: Tx, at: FacilityId, roles: Collection[Role], specialty: Specialty | None, on: date
) -> list[UserId]:
    held = (
        select(_person.id)
        .distinct()
        .join(tables.role_grant, _grant.person_id == _person.id)
        .where(_grant.facility_id == at, _grant.role.in_(roles), _person.disabled_at.is_(None), *_on(on))
        .order_by(_person.id)
    )
    if specialty is not None:
        held = held.where(_grant.specialty == specialty)
    return [UserId(row.id) for row in await tx.all(held)]


async def staff(
    tx: Tx, at: FacilityId, roles: Collection[Role], first: date, until: date
) -> dict[UserId, tuple[Grant, ...]]:
    """Who holds one of `roles` there on any day from the first up to, and without, `until`; open accounts only."""
    held = (
        select(_grant.person_id, _grant.role, _grant.specialty)
        .distinct()
        .join(tables.person, _person.id == _grant.person_id)
        .where(_grant.facility_id == at, _grant.role.in_(roles), _person.disabled_at.is_(None))
        .where(_grant.valid_from < until, or_(_grant.valid_to.is_(None), _grant.valid_to > first))
        .order_by(_grant.person_id, _grant.role, _grant.specialty)
    )
    found: dict[UserId, tuple[Grant, ...]] = {}
    for row in await tx.all(held):
        one = Grant(Role(row.role), at, Specialty(row.specialty) if row.specialty else None)
        found[row.person_id] = (*found.get(row.person_id, ()), one)
    return found


async def duty_phones(tx: Tx, ids: Collection[UserId]) -> dict[UserId, str]:
    """Of open accounts that have one."""
    held = select(_person.id, _person.duty_phone).where(_person.id.in_(ids), _person.disabled_at.is_(None))
    rows = await tx.all(held.where(_person.duty_phone.is_not(None)))
    return {UserId(row.id): row.duty_phone for row in rows}


async def offers(tx: Tx, roles: Collection[Role], on: date) -> dict[FacilityId, list[Specialty]]:
    """Each facility's specialties that anybody with an open account holds there, in the order of the list."""
    held = (
        select(_grant.facility_id, _grant.specialty)
        .distinct()
        .join(tables.person, _person.id == _grant.person_id)
        .where(_grant.role.in_(roles), _grant.specialty.is_not(None), _person.disabled_at.is_(None), *_on(on))
    )
    found: dict[FacilityId, set[str]] = {}
    for row in await tx.all(held):
        found.setdefault(FacilityId(row.facility_id), set()).add(row.specialty)
    return {at: [one for one in Specialty if one in named] for at, named in found.items()}


async def add_facility(tx: Tx, new: Facility) -> None:
    """Does nothing if it is there already; so do the other `add`s."""
    values = asdict(new) | {"signing_professions": sorted(new.signing_professions)}
    await tx.execute(insert(tables.facility).values(values).on_conflict_do_nothing(index_elements=["id"]))


async def add_person(tx: Tx, new: Person) -> None:
    row = asdict(new) | {"created_at": new.created_at or tx.at}
    row["facility_id"] = row.pop("facility")
    await tx.execute(insert(tables.person).values(row).on_conflict_do_nothing(index_elements=["id"]))


async def add_grants(tx: Tx, new: Iterable[DatedGrant]) -> None:
    rows = [_grant_row(grant) for grant in new]
    if rows:
        await tx.execute(insert(tables.role_grant).on_conflict_do_nothing(index_elements=["id"]), rows)


async def set_password_hash(tx: Tx, person_id: UserId, password_hash: str) -> None:
    await tx.execute(update(tables.person).where(_person.id == person_id).values(password_hash=password_hash))


async def has_real_people(tx: Tx) -> bool:
    return await tx.first(select(_person.id).where(_person.demo.is_(False)).limit(1)) is not None


async def see(tx: Tx, person_id: UserId, at: datetime) -> None:
    """They are at work: nobody will think that the account is forgotten."""
    await tx.execute(update(tables.person).where(_person.id == person_id).values(seen_at=at))


async def close_unseen(tx: Tx, before: datetime, reason: str, at: datetime) -> list[UserId]:
    """Close the accounts nobody used since then. The demo's are always there."""
    unseen = update(tables.person).where(
        func.coalesce(_person.seen_at, _person.created_at) < before,
        _person.disabled_at.is_(None),
        _person.demo.is_(False),
    )
    closed = unseen.values(disabled_at=at, disabled_reason=reason, version=_person.version + 1)
    return [UserId(row.id) for row in await tx.all(closed.returning(_person.id))]


def _on(day: date) -> tuple[ColumnElement[bool], ...]:
    return _grant.valid_from <= day, or_(_grant.valid_to.is_(None), _grant.valid_to > day)


def _person_of(row: AnyRow) -> Person:
    values = dict(row._mapping)
    at = values.pop("facility_id")
    typed = {"id": UserId(row.id), "profession": Profession(row.profession), "facility": at and FacilityId(at)}
    return Person(**{**values, **typed})


def _facility_of(row: AnyRow) -> Facility:
    typed = {
        "id": FacilityId(row.id),
        "kind": FacilityKind(row.kind),
        "signing_professions": frozenset(map(Profession, row.signing_professions)),
    }
    return Facility(**{**row._mapping, **typed})


def _grant_row(grant: DatedGrant) -> dict[str, Any]:
    row = asdict(grant)
    row["person_id"], row["facility_id"] = row.pop("person"), row.pop("facility")
    return row


def _specialty(code: str | None) -> Specialty | None:
    return Specialty(code) if code else None
