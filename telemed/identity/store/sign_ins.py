"""All SQL about sign-ins, the browsers they happen in, PINs, and the tokens and tickets that follow from them."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, and_, delete, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.identity import tables
from telemed.identity.model import (
    DEVICE_FOR,
    LOCKED_FOR,
    LOST_FOR,
    PIN_TRIES,
    TRUSTED_FOR,
    Acquaintance,
    Device,
    LockReason,
    RefreshToken,
    SignIn,
)
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import DeviceId, SignInId, UserId

_device, _met, _sign_in = tables.device.c, tables.device_person.c, tables.sign_in.c
_refresh, _ticket, _pin = tables.refresh_token.c, tables.socket_ticket.c, tables.pin.c


# -- browsers ----------------------------------------------------------------------------------------------------------


async def device(tx: Tx, device_id: DeviceId) -> Device | None:
    return _device_of(await tx.first(select(tables.device).where(_device.id == device_id)))


async def device_by(tx: Tx, digest: bytes) -> Device | None:
    return _device_of(await tx.first(select(tables.device).where(_device.secret_hash == digest)))


async def add_device(tx: Tx, new: Device, digest: bytes, at: datetime) -> None:
    row = asdict(new) | {"secret_hash": digest, "created_at": at, "seen_at": at}
    await tx.execute(insert(tables.device).values(row))


async def keep_device(tx: Tx, known: Device, at: datetime) -> None:
    """It is here again; whether people share it may have been said anew."""
    values = {"seen_at": at, "shared": known.shared, "name": known.name}
    await tx.execute(update(tables.device).where(_device.id == known.id).values(values))


async def acquaintance(tx: Tx, device_id: DeviceId, person_id: UserId) -> Acquaintance | None:
    row = await tx.first(select(tables.device_person).where(*_pair(device_id, person_id)))
    return Acquaintance(row.full_at, row.used_at, row.pin_failures, row.revoked_at) if row else None


async def acquaintances(tx: Tx, device_id: DeviceId, at: datetime) -> dict[UserId, Acquaintance]:
    """Whom of those who have a PIN the device is still believed to know, the last one first."""
    known = (
        select(tables.device_person)
        .join(tables.pin, _pin.person_id == _met.person_id)
        .where(_met.device_id == device_id, _met.revoked_at.is_(None), _met.full_at > at - TRUSTED_FOR)
        .order_by(_met.used_at.desc())
    )
    return {
        UserId(row.person_id): Acquaintance(row.full_at, row.used_at, row.pin_failures, row.revoked_at)
        for row in await tx.all(known)
    }


async def meet(tx: Tx, device_id: DeviceId, person_id: UserId, at: datetime, *, full: bool) -> None:
    """Somebody signed in there, with all factors or with what the device is trusted for. Their PIN counts anew."""
    row = {"device_id": device_id, "person_id": person_id, "full_at": at, "used_at": at}
    now = {"used_at": at, "pin_failures": 0} | ({"full_at": at, "revoked_at": None} if full else {})
    new = insert(tables.device_person).values(row)
    await tx.execute(new.on_conflict_do_update(index_elements=["device_id", "person_id"], set_=now))


async def count_pin_try(tx: Tx, device_id: DeviceId, person_id: UserId) -> int | None:
    """How many tries failed if this one does too; counted before it is made, so that many at once count too.

    None: there were too many before.
    """
    counted = (
        update(tables.device_person)
        .where(*_pair(device_id, person_id), _met.pin_failures < PIN_TRIES)
        .values(pin_failures=_met.pin_failures + 1)
        .returning(_met.pin_failures)
    )
    row = await tx.first(counted)
    return row.pin_failures if row else None


# -- PINs --------------------------------------------------------------------------------------------------------------


async def pin_hash(tx: Tx, person_id: UserId) -> str | None:
    row = await tx.first(select(_pin.hash).where(_pin.person_id == person_id))
    return row.hash if row else None


async def set_pin(tx: Tx, person_id: UserId, pin_hash: str, at: datetime) -> None:
    values = {"hash": pin_hash, "set_at": at}
    new = insert(tables.pin).values(values | {"person_id": person_id})
    await tx.execute(new.on_conflict_do_update(index_elements=["person_id"], set_=values))
    tried = update(tables.device_person).where(_met.person_id == person_id)
    await tx.execute(tried.values(pin_failures=0))


async def remove_pin(tx: Tx, person_id: UserId) -> None:
    await tx.execute(delete(tables.pin).where(_pin.person_id == person_id))


# -- sign-ins ----------------------------------------------------------------------------------------------------------


async def add(tx: Tx, new: SignIn) -> None:
    await tx.execute(insert(tables.sign_in).values(_row(new)))


async def sign_in(tx: Tx, sign_in_id: SignInId) -> SignIn | None:
    row = await tx.first(select(tables.sign_in).where(_sign_in.id == sign_in_id))
    if row is None:
        return None
    return SignIn(
        id=SignInId(row.id),
        person=UserId(row.person_id),
        device=DeviceId(row.device_id) if row.device_id else None,
        method=row.method,
        began_at=row.began_at,
        seen_at=row.seen_at,
        locked_at=row.locked_at,
        lock_reason=LockReason(row.lock_reason) if row.lock_reason else None,
        ended_at=row.ended_at,
    )


async def keep(tx: Tx, changed: SignIn) -> None:
    """How it goes on; that it ended is said by `end` alone."""
    row = _row(changed)
    values = {name: row[name] for name in ("device_id", "seen_at", "locked_at", "lock_reason")}
    await tx.execute(update(tables.sign_in).where(_sign_in.id == changed.id).values(values))


async def open_of(tx: Tx, person_id: UserId) -> list[tuple[SignInId, UserId]]:
    return await _open(tx, _sign_in.person_id == person_id)


async def open_at(tx: Tx, device_id: DeviceId) -> list[tuple[SignInId, UserId]]:
    """Whoever is signed in with that browser."""
    return await _open(tx, _sign_in.device_id == device_id)


async def end(tx: Tx, ids: Collection[SignInId], reason: str, at: datetime) -> None:
    """Nothing of them opens anything from now on."""
    if not ids:
        return
    await _hold(tx, ids)
    open_ones = update(tables.sign_in).where(_sign_in.id.in_(ids), _sign_in.ended_at.is_(None))
    await tx.execute(open_ones.values(ended_at=at, end_reason=reason))
    await tx.execute(delete(tables.refresh_token).where(_refresh.family.in_(ids)))
    await tx.execute(delete(tables.socket_ticket).where(_ticket.sign_in_id.in_(ids)))


async def hold_of(tx: Tx, person_id: UserId) -> None:
    """Let nobody renew a sign-in of this person meanwhile. Before the person's own row: a renewal takes them so too."""
    await _hold(tx, [sign_in_id for sign_in_id, _ in await open_of(tx, person_id)])


async def _hold(tx: Tx, ids: Collection[SignInId]) -> None:
    for family in sorted(ids):
        await tx.execute(select(func.pg_advisory_xact_lock(_key(literal(family, Uuid)))))


async def ended_for(tx: Tx, person_id: UserId, reason: str, since: datetime) -> list[datetime]:
    ended = select(_sign_in.ended_at).where(
        _sign_in.person_id == person_id, _sign_in.end_reason == reason, _sign_in.ended_at > since
    )
    return [row.ended_at for row in await tx.all(ended.order_by(_sign_in.ended_at.desc()))]


# -- refresh tokens ----------------------------------------------------------------------------------------------------


async def add_refresh(tx: Tx, digest: bytes, token: RefreshToken) -> None:
    """Also forgets what has run out for this person."""
    await tx.execute(delete(tables.refresh_token).where(_refresh.person_id == token.person, _dead(token.issued_at)))
    row = asdict(token) | {"hash": digest}
    row["person_id"] = row.pop("person")
    await tx.execute(insert(tables.refresh_token).values(row))


async def lock_refresh(tx: Tx, digest: bytes) -> RefreshToken | None:
    """Holds the whole family, so that no new token slips into one that is being ended at this moment."""
    await tx.execute(select(func.pg_advisory_xact_lock(_key(_refresh.family))).where(_refresh.hash == digest))
    row = await tx.first(select(tables.refresh_token).where(_refresh.hash == digest).with_for_update())
    if row is None:
        return None
    family, person = SignInId(row.family), UserId(row.person_id)
    times = (row.signed_in_at, row.issued_at, row.expires_at, row.used_at, row.revoked_at)
    return RefreshToken(family, person, *times)


async def mark_used(tx: Tx, digest: bytes, at: datetime) -> None:
    await tx.execute(update(tables.refresh_token).where(_refresh.hash == digest).values(used_at=at))


async def is_newest_used(tx: Tx, digest: bytes, token: RefreshToken) -> bool:
    """Whether of its family nothing was used after it."""
    later = select(_refresh.hash).where(
        _refresh.family == token.family, _refresh.hash != digest, _refresh.used_at >= token.used_at
    )
    return await tx.scalar(later.limit(1)) is None


async def revoke_since(tx: Tx, token: RefreshToken, at: datetime) -> None:
    """Take back what was given for this token and never used."""
    given = update(tables.refresh_token).where(
        _refresh.family == token.family, _refresh.issued_at >= token.used_at, _refresh.used_at.is_(None)
    )
    await tx.execute(given.where(_refresh.revoked_at.is_(None)).values(revoked_at=at))


# -- socket tickets ----------------------------------------------------------------------------------------------------


async def add_ticket(tx: Tx, digest: bytes, person_id: UserId, sign_in: SignInId | None, expires_at: datetime) -> None:
    expired = delete(tables.socket_ticket).where(_ticket.person_id == person_id, _ticket.expires_at <= tx.at)
    await tx.execute(expired)
    values = {"hash": digest, "person_id": person_id, "sign_in_id": sign_in, "expires_at": expires_at}
    await tx.execute(insert(tables.socket_ticket).values(values))


async def take_ticket(tx: Tx, digest: bytes) -> tuple[UserId, SignInId | None, datetime] | None:
    """Whose it is and its end, once: of two who show it together only one finds it."""
    row = await tx.first(delete(tables.socket_ticket).where(_ticket.hash == digest).returning(tables.socket_ticket))
    return (UserId(row.person_id), row.sign_in_id and SignInId(row.sign_in_id), row.expires_at) if row else None


async def forget_old(tx: Tx, at: datetime) -> None:
    """Tokens that open nothing any more, and browsers that have not been here for as long as their cookie lasts."""
    await tx.execute(delete(tables.refresh_token).where(_dead(at)))
    await tx.execute(delete(tables.socket_ticket).where(_ticket.expires_at <= at))
    gone = select(_device.id).where(_device.seen_at <= at - DEVICE_FOR)
    await tx.execute(delete(tables.device_person).where(_met.device_id.in_(gone)))
    await tx.execute(update(tables.sign_in).where(_sign_in.device_id.in_(gone)).values(device_id=None))
    await tx.execute(delete(tables.device).where(_device.seen_at <= at - DEVICE_FOR))


async def _open(tx: Tx, whose: ColumnElement[bool]) -> list[tuple[SignInId, UserId]]:
    """In one order for all, so that two who end the same ones do not wait for each other."""
    found = select(_sign_in.id, _sign_in.person_id).where(whose, _sign_in.ended_at.is_(None)).order_by(_sign_in.id)
    return [(SignInId(row.id), UserId(row.person_id)) for row in await tx.all(found)]


def _key(family: ColumnElement[UUID]) -> ColumnElement[int]:
    """Whoever renews or ends a session takes its lock first: rows alone would be taken in two orders."""
    return func.hashtextextended(func.concat("session:", family), 0)


def _dead(at: datetime) -> ColumnElement[bool]:
    """A used token serves to find a thief until its session would have run out, and a browser that lost the next one
    for a day; an unused one still opens a locked session after that."""
    done = and_(_refresh.used_at <= at - LOST_FOR, _refresh.expires_at <= at)
    return or_(_refresh.expires_at <= at - LOCKED_FOR, done)


def _pair(device_id: DeviceId, person_id: UserId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _met.device_id == device_id, _met.person_id == person_id


def _device_of(row: AnyRow | None) -> Device | None:
    return Device(DeviceId(row.id), row.shared, row.name) if row else None


def _row(sign_in: SignIn) -> dict[str, object]:
    row = asdict(sign_in)
    row["person_id"], row["device_id"] = row.pop("person"), row.pop("device")
    return row
