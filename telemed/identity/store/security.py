"""All SQL about second factors, devices in use, invitations and accounts at another's sign-in."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from telemed.identity import tables
from telemed.identity.model_security import Invitation, OpenSignIn, Passkey, PasskeyKnown, Totp, UsedDevice
from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.ids import DeviceId, SignInId, UserId

_person, _totp, _recovery = tables.person.c, tables.totp.c, tables.recovery_code.c
_passkey, _ceremony, _invitation = tables.passkey.c, tables.ceremony.c, tables.invitation.c
_device, _use, _sign_in, _subject = tables.device.c, tables.device_person.c, tables.sign_in.c, tables.oidc_subject.c


async def set_password(tx: Tx, person_id: UserId, password_hash: str, at: datetime) -> None:
    changed = update(tables.person).where(_person.id == person_id)
    await tx.execute(changed.values(password_hash=password_hash, password_set_at=at))


async def totp(tx: Tx, person_id: UserId) -> Totp | None:
    row = await tx.first(select(tables.totp).where(_totp.person_id == person_id))
    return Totp(row.secret, row.confirmed_at is not None, row.last_step) if row else None


async def put_totp(tx: Tx, person_id: UserId, secret: bytes, at: datetime) -> bool:
    """Begins anew while nothing is confirmed; False where codes are already asked for."""
    put = insert(tables.totp).values(person_id=person_id, secret=secret, created_at=at)
    fresh = {"secret": put.excluded.secret, "created_at": at, "last_step": 0}
    unconfirmed = _totp.confirmed_at.is_(None)
    done = put.on_conflict_do_update(index_elements=["person_id"], set_=fresh, where=unconfirmed)
    return bool((await tx.execute(done)).rowcount)


async def take_step(tx: Tx, person_id: UserId, step: int, confirmed_at: datetime | None = None) -> bool:
    """Whether this step was not used before; of two codes that come together only one is taken."""
    taken = update(tables.totp).where(_totp.person_id == person_id, _totp.last_step < step).values(last_step=step)
    if confirmed_at:
        taken = taken.where(_totp.confirmed_at.is_(None)).values(confirmed_at=confirmed_at)
    return bool((await tx.execute(taken)).rowcount)


async def remove_totp(tx: Tx, person_id: UserId) -> bool:
    """Whether codes of it were asked for."""
    gone = delete(tables.totp).where(_totp.person_id == person_id).returning(_totp.confirmed_at)
    row = await tx.first(gone)
    return row is not None and row.confirmed_at is not None


async def passkeys(tx: Tx, person_id: UserId) -> list[Passkey]:
    owned = select(tables.passkey).where(_passkey.person_id == person_id).order_by(_passkey.created_at, _passkey.id)
    return [_passkey_of(row) for row in await tx.all(owned)]


async def lock_passkey(tx: Tx, credential_id: bytes) -> Passkey | None:
    row = await tx.first(select(tables.passkey).where(_passkey.credential_id == credential_id).with_for_update())
    return _passkey_of(row) if row else None


async def add_passkey(tx: Tx, new: Passkey) -> None:
    """Raises PasskeyKnown: its id or its credential was added before, by whomever."""
    row = {
        "id": new.id,
        "credential_id": new.credential_id,
        "person_id": new.person,
        "public_key": new.public_key,
        "sign_count": new.sign_count,
        "name": new.name,
        "created_at": new.created_at,
    }
    try:
        await tx.execute(insert(tables.passkey).values(row))
    except IntegrityError as error:
        if violated(error) in {"passkey_pkey", "passkey_credential_id_key"}:
            raise PasskeyKnown from None
        raise


async def use_passkey(tx: Tx, passkey_id: UUID, sign_count: int, at: datetime) -> None:
    used = update(tables.passkey).where(_passkey.id == passkey_id).values(sign_count=sign_count, used_at=at)
    await tx.execute(used)


async def remove_passkeys(tx: Tx, person_id: UserId, only: UUID | None = None) -> bool:
    gone = delete(tables.passkey).where(_passkey.person_id == person_id)
    return bool((await tx.execute(gone if only is None else gone.where(_passkey.id == only))).rowcount)


async def put_recovery_codes(tx: Tx, person_id: UserId, digests: Collection[bytes]) -> None:
    """These alone are good from now on; none at all if there are none."""
    await tx.execute(delete(tables.recovery_code).where(_recovery.person_id == person_id))
    if digests:
        await tx.execute(insert(tables.recovery_code), [{"person_id": person_id, "hash": one} for one in digests])


async def take_recovery_code(tx: Tx, person_id: UserId, digest: bytes, at: datetime) -> bool:
    taken = update(tables.recovery_code).where(
        _recovery.person_id == person_id, _recovery.hash == digest, _recovery.used_at.is_(None)
    )
    return bool((await tx.execute(taken.values(used_at=at))).rowcount)


async def recovery_left(tx: Tx, person_id: UserId) -> int:
    left = select(func.count()).select_from(tables.recovery_code)
    return int(await tx.scalar(left.where(_recovery.person_id == person_id, _recovery.used_at.is_(None))))


async def add_ceremony(
    tx: Tx, ceremony_id: UUID, person_id: UserId | None, kind: str, secret: bytes, *, expires_at: datetime
) -> None:
    """Also forgets those that ran out."""
    await tx.execute(delete(tables.ceremony).where(_ceremony.expires_at <= tx.at))
    row = {"id": ceremony_id, "person_id": person_id, "kind": kind, "secret": secret, "expires_at": expires_at}
    await tx.execute(insert(tables.ceremony).values(row))


async def take_ceremony(tx: Tx, ceremony_id: UUID, person_id: UserId | None, kind: str, now: datetime) -> bytes | None:
    """Its secret, once."""
    whose: ColumnElement[bool] = (
        _ceremony.person_id.is_(None) if person_id is None else _ceremony.person_id == person_id
    )
    taken = delete(tables.ceremony).where(_ceremony.id == ceremony_id, _ceremony.kind == kind, whose)
    row = await tx.first(taken.returning(_ceremony.secret, _ceremony.expires_at))
    return bytes(row.secret) if row and now < row.expires_at else None


async def replace_invitation(
    tx: Tx, digest: bytes, person_id: UserId, by: UserId, *, at: datetime, expires_at: datetime
) -> None:
    """A new link kills the older ones; what was used stays, for the trail."""
    await drop_invitations(tx, person_id)
    row = {"hash": digest, "person_id": person_id, "created_by": by, "created_at": at, "expires_at": expires_at}
    await tx.execute(insert(tables.invitation).values(row))


async def drop_invitations(tx: Tx, person_id: UserId) -> None:
    unused = delete(tables.invitation).where(_invitation.person_id == person_id, _invitation.used_at.is_(None))
    await tx.execute(unused)


async def invitation(tx: Tx, digest: bytes, now: datetime) -> Invitation | None:
    row = await tx.first(select(tables.invitation).where(*_good(digest, now)))
    return Invitation(UserId(row.person_id), row.expires_at) if row else None


async def take_invitation(tx: Tx, digest: bytes, now: datetime) -> Invitation | None:
    taken = update(tables.invitation).where(*_good(digest, now)).values(used_at=now)
    row = await tx.first(taken.returning(_invitation.person_id, _invitation.expires_at))
    return Invitation(UserId(row.person_id), row.expires_at) if row else None


async def person_of_subject(tx: Tx, issuer: str, subject: str) -> UserId | None:
    found: UUID | None = await tx.scalar(
        select(_subject.person_id).where(_subject.issuer == issuer, _subject.subject == subject)
    )
    return UserId(found) if found else None


async def link_subject(tx: Tx, issuer: str, subject: str, person_id: UserId, at: datetime) -> None:
    row = {"issuer": issuer, "subject": subject, "person_id": person_id, "linked_at": at}
    await tx.execute(insert(tables.oidc_subject).values(row).on_conflict_do_nothing())


async def has_subject(tx: Tx, issuer: str, person_id: UserId) -> bool:
    linked = select(_subject.subject).where(_subject.issuer == issuer, _subject.person_id == person_id)
    return await tx.first(linked.limit(1)) is not None


async def devices(tx: Tx, person_id: UserId) -> list[UsedDevice]:
    """Newest use first."""
    used = (
        select(_device.id, _device.name, _device.shared, _use.used_at)
        .join(tables.device_person, _use.device_id == _device.id)
        .where(_use.person_id == person_id, _use.revoked_at.is_(None))
        .order_by(_use.used_at.desc(), _device.id)
    )
    return [UsedDevice(DeviceId(row.id), row.name, row.shared, row.used_at) for row in await tx.all(used)]


async def revoke_device(tx: Tx, person_id: UserId, device_id: DeviceId | None, at: datetime) -> bool:
    """It knows this person no more: no PIN, and the second factor is asked again. None: all of them."""
    revoked = update(tables.device_person).where(_use.person_id == person_id, _use.revoked_at.is_(None))
    if device_id is not None:
        revoked = revoked.where(_use.device_id == device_id)
    return bool((await tx.execute(revoked.values(revoked_at=at))).rowcount)


async def open_sign_ins(tx: Tx, person_id: UserId) -> list[OpenSignIn]:
    """Newest first."""
    going_on = (
        select(tables.sign_in, _device.name.label("device_name"))
        .outerjoin(tables.device, _device.id == _sign_in.device_id)
        .where(_sign_in.person_id == person_id, _sign_in.ended_at.is_(None))
        .order_by(_sign_in.seen_at.desc(), _sign_in.id)
    )
    return [
        OpenSignIn(
            id=SignInId(row.id),
            device=DeviceId(row.device_id) if row.device_id else None,
            device_name=row.device_name,
            method=row.method,
            began_at=row.began_at,
            seen_at=row.seen_at,
        )
        for row in await tx.all(going_on)
    ]


def _good(digest: bytes, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return _invitation.hash == digest, _invitation.used_at.is_(None), _invitation.expires_at > now


def _passkey_of(row: AnyRow) -> Passkey:
    return Passkey(
        id=row.id,
        person=UserId(row.person_id),
        credential_id=row.credential_id,
        public_key=row.public_key,
        sign_count=row.sign_count,
        name=row.name,
        created_at=row.created_at,
        used_at=row.used_at,
    )
