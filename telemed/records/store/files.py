"""All SQL of pictures and drawings."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import delete, func, insert, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, CameraId, ConsultId, DrawingId, FileId, UserId
from telemed.records import tables as t
from telemed.records.model_file import Announced, Facts, File, FileKind, FileState, Rendition, Size

_f = t.file.c
_d = t.drawing.c
_r = t.rendition.c
_FACTS = TypeAdapter(Facts)


async def add(tx: Tx, file: File) -> None:
    await tx.execute(insert(t.file).values(id=file.id, consult_id=file.consult, **_columns(file)))


async def save(tx: Tx, file: File) -> None:
    await tx.execute(update(t.file).where(_f.id == file.id).values(**_columns(file)))


async def got(tx: Tx, file: File) -> None:
    """So much of it came."""
    await tx.execute(update(t.file).where(_f.id == file.id).values(received=file.received))


async def known(tx: Tx, file_id: FileId) -> File | None:
    """Locked; None: there is none, or it is behind the wall."""
    row = await tx.first(select(t.file).where(_f.id == file_id).with_for_update())
    return None if row is None else _file(row)


async def get(tx: Tx, file_id: FileId) -> File:
    row = await tx.first(select(t.file).where(_f.id == file_id))
    if row is None:
        raise Missing()
    return _file(row)


async def lock(tx: Tx, file_id: FileId) -> File:
    found = await known(tx, file_id)
    if found is None:
        raise Missing()
    return found


async def of_consult(tx: Tx, consult: ConsultId) -> list[File]:
    """In the order in which they were made; what was taken back is left out."""
    shown = select(t.file).where(_f.consult_id == consult, _f.state != FileState.DISCARDED.value)
    return [_file(row) for row in await tx.all(shown.order_by(_f.made_at, _f.id))]


async def numbers(tx: Tx, consult: ConsultId) -> dict[FileId, int]:
    """The numbers of what is kept, in the order in which it came."""
    kept = select(_f.id).where(_f.consult_id == consult, _f.state == FileState.KEPT.value)
    return {FileId(row.id): n for n, row in enumerate(await tx.all(kept.order_by(_f.kept_at, _f.id)), 1)}


async def held(tx: Tx, consult: ConsultId) -> tuple[int, int]:
    """How many pictures a case holds or awaits, and their bytes."""
    counted = select(func.count().label("files"), func.coalesce(func.sum(_f.size), 0).label("bytes"))
    row = await tx.one(counted.where(_f.consult_id == consult, _f.state.in_(("arriving", "kept"))))
    return row.files, int(row.bytes)


async def in_use(tx: Tx, sha256: Collection[str]) -> set[str]:
    """Of these bytes those that some case still holds, or is about to."""
    held = select(_f.sha256).where(_f.sha256.in_(sha256), _f.state.in_(("arriving", "kept")))
    sizes = select(_r.sha256).join(t.file, _f.id == _r.file_id).where(_r.sha256.in_(sha256), _f.state == "kept")
    return {row.sha256 for row in await tx.all(held.union(sizes))}


async def arriving(tx: Tx, files: Collection[UUID]) -> set[UUID]:
    """Of these those that are on their way."""
    found = await tx.all(select(_f.id).where(_f.id.in_(files), _f.state == FileState.ARRIVING.value))
    return {row.id for row in found}


async def made(tx: Tx, file: FileId, facts: Facts) -> None:
    """What was found in one that was kept before."""
    await tx.execute(update(t.file).where(_f.id == file).values(facts=_FACTS.dump_python(facts, mode="json")))


async def put_renditions(tx: Tx, file: File, them: Sequence[Rendition]) -> None:
    """The sizes it has now, and no others."""
    await tx.execute(delete(t.rendition).where(_r.file_id == file.id))
    if them:
        rows = [{"file_id": file.id, "consult_id": file.consult, **asdict(one), "name": one.name.value} for one in them]
        await tx.execute(insert(t.rendition), rows)


async def rendition(tx: Tx, file: FileId, name: Size, page: int) -> Rendition | None:
    query = select(t.rendition).where(_r.file_id == file, _r.name == name.value, _r.page == page)
    row = await tx.first(query)
    return None if row is None else _rendition(row)


async def asked_in(tx: Tx, call: CallId) -> list[File]:
    """Wishes of this call that nobody answered."""
    open_ones = select(t.file).where(_f.call_id == call, _f.state == FileState.ASKED.value).with_for_update()
    return [_file(row) for row in await tx.all(open_ones)]


async def add_drawing(
    tx: Tx, drawing_id: DrawingId, file: File, page: int, *, shape: dict[str, Any] | None, erases: UUID | None
) -> None:
    values = {"id": drawing_id, "file_id": file.id, "consult_id": file.consult, "made_by": tx.actor.id, "page": page}
    await tx.execute(insert(t.drawing).values(**values, made_at=tx.at, shape=shape or {}, erases=erases))


async def drawing(tx: Tx, drawing_id: DrawingId) -> AnyRow:
    row = await tx.first(select(t.drawing).where(_d.id == drawing_id))
    if row is None:
        raise Missing()
    return row


async def drawings(tx: Tx, consult: ConsultId) -> Sequence[AnyRow]:
    return await tx.all(select(t.drawing).where(_d.consult_id == consult).order_by(_d.made_at, _d.id))


async def count_drawings(tx: Tx, file: FileId) -> int:
    return int(await tx.scalar(select(func.count()).where(_d.file_id == file)))


def _columns(file: File) -> dict[str, Any]:
    said = file.announced
    return {
        "call_id": file.call,
        "kind": said.kind.value,
        "content_type": said.content_type,
        "size": said.size,
        "sha256": said.sha256,
        "width": said.width,
        "height": said.height,
        "received": file.received,
        "state": file.state.value,
        "caption": said.caption,
        "made_by": file.made_by,
        "second_camera_id": file.camera,
        "asked_by": file.asked_by,
        "taken_at": said.taken_at,
        "made_at": file.made_at,
        "kept_at": file.kept_at,
        "facts": _FACTS.dump_python(file.facts, mode="json"),
    }


def _file(row: AnyRow) -> File:
    said = Announced(
        FileKind(row.kind), row.content_type, row.size, row.sha256, row.width, row.height, row.caption, row.taken_at
    )
    return File(
        FileId(row.id),
        ConsultId(row.consult_id),
        None if row.call_id is None else CallId(row.call_id),
        FileState(row.state),
        said,
        UserId(row.made_by),
        row.made_at,
        row.received,
        None if row.second_camera_id is None else CameraId(row.second_camera_id),
        None if row.asked_by is None else UserId(row.asked_by),
        row.kept_at,
        _FACTS.validate_python(row.facts),
    )


def _rendition(row: AnyRow) -> Rendition:
    return Rendition(Size(row.name), row.page, row.content_type, row.size, row.sha256, row.width, row.height)
