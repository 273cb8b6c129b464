"""What both ends draw on a picture: strokes are added and taken back, never changed."""

from telemed import identity
from telemed.identity import PersonRef
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import AnyRow, Database
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import DrawingId, FileId, UserId
from telemed.records import policy
from telemed.records import wire_files as wire
from telemed.records.events import DrawingAdded
from telemed.records.model_file import DrawnFull, FileState, NotKept, require_open
from telemed.records.store import files as store
from telemed.sessions import Consults

MOST = 500
"""On one picture: beyond that nobody sees what is under it."""


class Drawings:
    def __init__(self, db: Database, consults: Consults) -> None:
        self._db, self._consults = db, consults

    async def draw(
        self, actor: Actor, file_id: FileId, drawing_id: DrawingId, new: wire.NewDrawing
    ) -> wire.DrawingView:
        """
        Raises:
            NotKept: the picture is not here yet.
            CaseOver: the case is over.
            DrawnFull: there is too much on it already.
        """
        async with self._db.transaction(actor) as tx:
            file = await store.get(tx, file_id)
            consult = await self._consults.get(tx, file.consult)
            policy.require_add_picture(actor, consult)
            if await idempotency.first_time(tx, drawing_id, file_id, new, tx.at):
                require_open(consult.state)
                if file.state is not FileState.KEPT:
                    raise NotKept()
                if await store.count_drawings(tx, file_id) >= MOST:
                    raise DrawnFull()
                if new.erases and (await store.drawing(tx, DrawingId(new.erases))).file_id != file_id:
                    raise Missing(pointer="/body/erases")
                shape = None if new.erases or new.shape is None else new.shape.model_dump(mode="json")
                await store.add_drawing(tx, drawing_id, file, new.page, shape=shape, erases=new.erases)
                await audit.record(tx, "draw", "file", file_id, consult=file.consult)
                await outbox.publish(tx, DrawingAdded(file.consult, file_id, drawing_id, actor.id), tx.at)
            row = await store.drawing(tx, drawing_id)
            return drawing_view(row, (await identity.people(tx, {UserId(row.made_by)}))[row.made_by])

    async def now(self, drawing_id: DrawingId) -> wire.DrawingView:
        """For news. No policy: asked by the program itself, which tells it to who may see it."""
        async with self._db.transaction(Actor.system("picture news")) as tx:
            row = await store.drawing(tx, drawing_id)
            return drawing_view(row, (await identity.people(tx, {UserId(row.made_by)}))[row.made_by])


def drawing_view(row: AnyRow, by: PersonRef) -> wire.DrawingView:
    return wire.DrawingView.model_validate(
        {
            "id": row.id,
            "file_id": row.file_id,
            "by": by,
            "at": row.made_at,
            "shape": row.shape or None,
            "erases": row.erases,
            "page": row.page,
        }
    )
