"""SQL of keeping accounts: people with their grants, factors and invitations; facilities with how many work there."""

from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from telemed.identity import tables
from telemed.identity.model import DatedGrant, Facility, Person
from telemed.identity.model_people import FacilityTaken, Factor, Invited, Keeping, UsernameTaken
from telemed.identity.store import _facility_of, _grant_row, _person_of, _specialty, persons, sign_ins
from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, GrantId, UserId
from telemed.kernel.values import Role

_person, _grant, _facility = tables.person.c, tables.role_grant.c, tables.facility.c


async def lock_person(tx: Tx, person_id: UserId) -> Person:
    """First, before any change of an account or its grants: two cannot cross. Raises Missing."""
    await sign_ins.hold_of(tx, person_id)
    row = await tx.first(select(tables.person).where(_person.id == person_id).with_for_update())
    if row is None:
        raise Missing
    return _person_of(row)


async def all_people(tx: Tx, of: Collection[FacilityId] | None) -> list[Keeping]:
    """Employed at these facilities, or with a grant there at any time; everybody if None."""
    wanted: list[ColumnElement[bool]] = []
    if of is not None:
        held = exists().where(_grant.person_id == _person.id, _grant.facility_id.in_(of))
        wanted.append(or_(_person.facility_id.in_(of), held))
    people = [_person_of(row) for row in await tx.all(select(tables.person).where(*wanted))]
    return await _with_grants(tx, people)


async def people(tx: Tx, ids: Collection[UserId]) -> list[Keeping]:
    """Those of them that exist."""
    return await _with_grants(tx, await persons(tx, ids))


async def _with_grants(tx: Tx, people: Collection[Person]) -> list[Keeping]:
    """What stands behind the wall for this asker comes as none: whose account they keep they know by policy."""
    ids = [person.id for person in people]
    grants: dict[UserId, list[DatedGrant]] = defaultdict(list)
    for row in await tx.all(
        select(tables.role_grant).where(_grant.person_id.in_(ids)).order_by(_grant.valid_from.desc(), _grant.id)
    ):
        grants[UserId(row.person_id)].append(_grant_of(row))
    totp, passkey, oidc = tables.totp.c, tables.passkey.c, tables.oidc_subject.c
    keys = await _ids(tx, passkey.person_id, passkey.person_id.in_(ids))
    codes = await _ids(tx, totp.person_id, totp.person_id.in_(ids), totp.confirmed_at.is_not(None))
    elsewhere = await _ids(tx, oidc.person_id, oidc.person_id.in_(ids))
    invited = await _invited(tx, ids)
    return [
        Keeping(
            person,
            tuple(grants[person.id]),
            Factor.PASSKEY if person.id in keys else Factor.TOTP if person.id in codes else Factor.NONE,
            invited.get(person.id),
            person.id in elsewhere,
        )
        for person in people
    ]


async def add_person(tx: Tx, new: Person) -> None:
    """Raises UsernameTaken."""
    row = asdict(new) | {"created_at": new.created_at or tx.at}
    row["facility_id"] = row.pop("facility")
    async with _unique():
        await tx.execute(insert(tables.person).values(row))


async def save_person(tx: Tx, person_id: UserId, changes: dict[str, Any]) -> None:
    """Raises UsernameTaken."""
    if "facility" in changes:
        changes = changes | {"facility_id": changes["facility"]}
        del changes["facility"]
    async with _unique():
        await tx.execute(
            update(tables.person).where(_person.id == person_id).values(**changes, version=_person.version + 1)
        )


async def grant(tx: Tx, grant_id: GrantId) -> DatedGrant:
    """Raises Missing."""
    row = await tx.first(select(tables.role_grant).where(_grant.id == grant_id))
    if row is None:
        raise Missing
    return _grant_of(row)


async def add_grant(tx: Tx, new: DatedGrant) -> None:
    await tx.execute(insert(tables.role_grant).values(_grant_row(new)))


async def end_grant(tx: Tx, grant_id: GrantId, on: date) -> None:
    """Together with what was to go on from it after a posting."""
    this = _grant.id == grant_id
    await tx.execute(update(tables.role_grant).where(this).values(valid_to=on))
    # What never begins is let go of by the posting, which would otherwise move it into days that nobody gave.
    idle = this & _grant.continues.is_not(None) & (_grant.valid_from == _grant.valid_to)
    await tx.execute(update(tables.role_grant).where(idle).values(source_id=None, continues=None))
    for later in await tx.all(select(_grant.id, _grant.valid_from).where(_grant.continues == grant_id)):
        await end_grant(tx, GrantId(later.id), max(on, later.valid_from))


async def facilities(tx: Tx, of: Collection[FacilityId] | None) -> list[tuple[Facility, int]]:
    """These, or all, each with the number of open accounts employed there."""
    found = select(tables.facility).order_by(_facility.kind, _facility.name)
    if of is not None:
        found = found.where(_facility.id.in_(of))
    counted = select(_person.facility_id, func.count().label("people")).where(_person.disabled_at.is_(None))
    people = {row.facility_id: row.people for row in await tx.all(counted.group_by(_person.facility_id))}
    return [(_facility_of(row), people.get(row.id, 0)) for row in await tx.all(found)]


async def lock_facility(tx: Tx, facility_id: FacilityId) -> Facility:
    """Raises Missing."""
    row = await tx.first(select(tables.facility).where(_facility.id == facility_id).with_for_update())
    if row is None:
        raise Missing
    return _facility_of(row)


async def add_facility(tx: Tx, new: Facility) -> None:
    """Raises FacilityTaken."""
    values = asdict(new) | {"signing_professions": sorted(new.signing_professions)}
    async with _unique():
        await tx.execute(insert(tables.facility).values(values))


async def save_facility(tx: Tx, facility_id: FacilityId, changes: dict[str, Any]) -> None:
    """Raises FacilityTaken."""
    async with _unique():
        await tx.execute(
            update(tables.facility).where(_facility.id == facility_id).values(**changes, version=_facility.version + 1)
        )


async def _ids(tx: Tx, column: ColumnElement[Any], *which: ColumnElement[bool]) -> set[UserId]:
    return {UserId(row[0]) for row in await tx.all(select(column).distinct().where(*which))}


async def _invited(tx: Tx, ids: Collection[UserId]) -> dict[UserId, Invited]:
    made = tables.invitation.c
    rows = select(made.person_id, made.expires_at, made.used_at).where(made.person_id.in_(ids))
    return {
        UserId(row.person_id): Invited(row.expires_at, row.used_at is not None)
        for row in await tx.all(rows.order_by(made.created_at))  # so the newest stands
    }


def _grant_of(row: AnyRow) -> DatedGrant:
    return DatedGrant(
        id=GrantId(row.id),
        person=UserId(row.person_id),
        role=Role(row.role),
        facility=FacilityId(row.facility_id),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        specialty=_specialty(row.specialty),
        source=row.source,
        source_id=row.source_id,
        document=row.document,
        given_by=UserId(row.given_by) if row.given_by else None,
        continues=GrantId(row.continues) if row.continues else None,
    )


@asynccontextmanager
async def _unique() -> AsyncIterator[None]:
    try:
        yield
    except IntegrityError as error:
        match violated(error):
            case "person_username_key":
                raise UsernameTaken(pointer="/body/username") from None
            case "facility_code_key" | "facility_prefix_key":
                raise FacilityTaken from None
        raise
