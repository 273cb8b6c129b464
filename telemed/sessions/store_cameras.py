"""All SQL of second cameras; codes and tokens are kept as hashes only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import insert, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, CameraId, UserId
from telemed.sessions import tables as t
from telemed.sessions.second_cameras import SecondCamera

_c = t.second_camera.c
Known = Literal["secret_hash", "code_hash", "token_hash"]


async def add(tx: Tx, camera: SecondCamera, secret: bytes, code: bytes) -> None:
    row = {"id": camera.id, "call_id": camera.call, "admitted_by": camera.admitted_by, "made_at": camera.made_at}
    values = {**row, "expires_at": camera.expires_at, "secret_hash": secret, "code_hash": code}
    await tx.execute(insert(t.second_camera).values(values))


async def save(tx: Tx, camera: SecondCamera) -> None:
    row = {"expires_at": camera.expires_at, "joined_at": camera.joined_at, "ended_at": camera.ended_at}
    await tx.execute(update(t.second_camera).where(_c.id == camera.id).values(row))


async def show(tx: Tx, camera: SecondCamera, secret: bytes, code: bytes) -> None:
    """Another code; the one before opens nothing any more."""
    row = {"expires_at": camera.expires_at, "secret_hash": secret, "code_hash": code}
    await tx.execute(update(t.second_camera).where(_c.id == camera.id).values(row))


async def use(tx: Tx, camera: SecondCamera, token: bytes) -> None:
    row = {"joined_at": camera.joined_at, "token_hash": token, "code_hash": None}
    await tx.execute(update(t.second_camera).where(_c.id == camera.id).values(row))


async def lock(tx: Tx, camera_id: CameraId) -> SecondCamera:
    row = await tx.first(select(t.second_camera).where(_c.id == camera_id).with_for_update())
    if row is None:
        raise Missing()
    return _camera(row)


async def known(tx: Tx, camera_id: CameraId) -> SecondCamera | None:
    row = await tx.first(select(t.second_camera).where(_c.id == camera_id).with_for_update())
    return None if row is None else _camera(row)


async def found(tx: Tx, by: Known, value: bytes) -> tuple[SecondCamera, bytes | None] | None:
    """The camera and the token it came in with, locked."""
    row = await tx.first(select(t.second_camera).where(_c[by] == value).with_for_update())
    return None if row is None else (_camera(row), row.token_hash)


async def of_call(tx: Tx, call: CallId) -> list[SecondCamera]:
    rows = await tx.all(select(t.second_camera).where(_c.call_id == call).order_by(_c.made_at, _c.id))
    return [_camera(row) for row in rows]


async def code_taken(tx: Tx, code: bytes) -> bool:
    return await tx.scalar(select(_c.id).where(_c.code_hash == code)) is not None


async def forget_codes(tx: Tx, before: datetime) -> None:
    """Codes that ran out stand in nobody's way."""
    await tx.execute(
        update(t.second_camera).where(_c.code_hash.isnot(None), _c.expires_at < before).values(code_hash=None)
    )


async def end_all(tx: Tx, call: CallId, at: datetime) -> Sequence[CameraId]:
    """Those that were not over yet."""
    ended = update(t.second_camera).where(_c.call_id == call, _c.ended_at.is_(None)).values(ended_at=at, code_hash=None)
    return [CameraId(row.id) for row in await tx.all(ended.returning(_c.id))]


def _camera(row: AnyRow) -> SecondCamera:
    return SecondCamera(
        CameraId(row.id),
        CallId(row.call_id),
        UserId(row.admitted_by),
        row.made_at,
        row.expires_at,
        row.joined_at,
        row.ended_at,
    )
