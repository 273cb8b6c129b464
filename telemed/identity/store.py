"""All SQL about people, facilities, grants and sign-ins."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.identity import tables
from telemed.identity.model import DatedGrant, Facility, Person, RefreshToken
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.actor import Grant
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

_facility, _person, _grant = tables.facility.c, tables.person.c, tables.role_grant.c
_refresh, _ticket = tables.refresh_token.c, tables.socket_ticket.c


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
        select(_grant.role, _grant.facility_id, _grant.specialty)
        .distinct()
        .where(_grant.person_id == person_id, *_on(on))
        .order_by(_grant.role, _grant.facility_id, _grant.specialty)
    )
    return tuple(Grant(Role(r.role), FacilityId(r.facility_id), _specialty(r.specialty)) for r in rows)


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


async def add_facility(tx: Tx, new: Facility) -> None:
    """Does nothing if it is there already; so do the other `add`s."""
    values = asdict(new) | {"signing_professions": sorted(new.signing_professions)}
    await tx.execute(insert(tables.facility).values(values).on_conflict_do_nothing(index_elements=["id"]))


async def add_person(tx: Tx, new: Person) -> None:
    await tx.execute(insert(tables.person).values(asdict(new)).on_conflict_do_nothing(index_elements=["id"]))


async def add_grants(tx: Tx, new: Iterable[DatedGrant]) -> None:
    rows = [_grant_row(grant) for grant in new]
    if rows:
        await tx.execute(insert(tables.role_grant).on_conflict_do_nothing(index_elements=["id"]), rows)


async def set_password_hash(tx: Tx, person_id: UserId, password_hash: str) -> None:
    await tx.execute(update(tables.person).where(_person.id == person_id).values(password_hash=password_hash))


async def has_real_people(tx: Tx) -> bool:
    return await tx.first(select(_person.id).where(_person.demo.is_(False)).limit(1)) is not None


async def add_refresh(tx: Tx, digest: bytes, token: RefreshToken) -> None:
    """Also forgets what has run out for this person."""
    expired = delete(tables.refresh_token).where(
        _refresh.person_id == token.person, _refresh.expires_at <= token.issued_at
    )
    await tx.execute(expired)
    row = asdict(token) | {"hash": digest}
    row["person_id"] = row.pop("person")
    await tx.execute(insert(tables.refresh_token).values(row))


async def lock_refresh(tx: Tx, digest: bytes) -> RefreshToken | None:
    """Holds the whole family, so that no new token slips into one that is being ended at this moment."""
    key = func.hashtextextended(func.concat("session:", _refresh.family), 0)
    await tx.execute(select(func.pg_advisory_xact_lock(key)).where(_refresh.hash == digest))
    row = await tx.first(select(tables.refresh_token).where(_refresh.hash == digest).with_for_update())
    if row is None:
        return None
    return RefreshToken(row.family, UserId(row.person_id), row.signed_in_at, row.issued_at, row.expires_at, row.used_at)


async def mark_used(tx: Tx, digest: bytes, at: datetime) -> None:
    await tx.execute(update(tables.refresh_token).where(_refresh.hash == digest).values(used_at=at))


async def end_family(tx: Tx, token: RefreshToken) -> None:
    await tx.execute(delete(tables.refresh_token).where(_refresh.family == token.family))


async def add_ticket(tx: Tx, digest: bytes, person_id: UserId, expires_at: datetime, now: datetime) -> None:
    expired = delete(tables.socket_ticket).where(_ticket.person_id == person_id, _ticket.expires_at <= now)
    await tx.execute(expired)
    values = {"hash": digest, "person_id": person_id, "expires_at": expires_at}
    await tx.execute(insert(tables.socket_ticket).values(values))


async def take_ticket(tx: Tx, digest: bytes, now: datetime) -> UserId | None:
    """Whose it is, once: of two who show it together only one finds it."""
    taken = delete(tables.socket_ticket).where(_ticket.hash == digest).returning(_ticket.person_id, _ticket.expires_at)
    row = await tx.first(taken)
    return UserId(row.person_id) if row and now < row.expires_at else None


def _on(day: date) -> tuple[ColumnElement[bool], ...]:
    return _grant.valid_from <= day, or_(_grant.valid_to.is_(None), _grant.valid_to > day)


def _person_of(row: AnyRow) -> Person:
    return Person(**{**row._mapping, "id": UserId(row.id), "profession": Profession(row.profession)})


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
