"""Pictures of a case: asked for, announced, received over broken lines, proved by their hash, filed. A phone that the
station let in may do the middle part, for its own pictures."""

from collections.abc import AsyncIterator, Callable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Final

from telemed.infra import audit, jobs, outbox
from telemed.infra.blobs import Blobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing, OtherBody
from telemed.kernel.ids import CallId, ConsultId, FileId, UserId
from telemed.records import pictures, policy
from telemed.records import wire_files as wire
from telemed.records.events import FileMoved
from telemed.records.model_file import (
    NOTHING,
    UNFINISHED_FOR,
    Announced,
    File,
    FileKind,
    FileState,
    Hand,
    HashDiffers,
    NoPicture,
    NoRoom,
    NotArriving,
    Quota,
    TooLong,
    TooMuch,
    Unreadable,
    WrongOffset,
    require_open,
)
from telemed.records.service.file_views import view_of
from telemed.records.service.preparing import Preparing
from telemed.records.store import files as store
from telemed.sessions import CallOver, CallState, CameraOut, Consult, Consults, Phone, SecondCameras, State

UPLOAD_JOB: Final = "upload"
"""One durable timer per picture on its way: when it is given up on."""
SWEEP_JOB: Final = "picture sweep"
SWEEP_EVERY: Final = timedelta(days=1)
SETTLED_FOR: Final = timedelta(hours=1)
"""What was put in its place just now may be about to be written down."""
PHONE: Final = Actor.system("second camera")
RECEIVING: Final = Actor.system("upload")
Progress = Callable[[File], None]
_SAID: Final = tuple(field.name for field in fields(Announced))


class Files:
    def __init__(
        self,
        db: Database,
        consults: Consults,
        cameras: SecondCameras,
        blobs: Blobs,
        *,
        preparing: Preparing,
        quota: Quota,
    ) -> None:
        self._db, self._consults, self._cameras = db, consults, cameras
        self._blobs, self._preparing, self._quota = blobs, preparing, quota
        self.on_progress: Progress = lambda _: None
        """Told of each piece that came; nobody misses one that is lost."""

    # -- asking and announcing -----------------------------------------------------------------------------------------

    async def ask(self, actor: Actor, call_id: CallId, file_id: FileId, wish: wire.AskStill) -> wire.FileView:
        """The specialist wants something sharp. What the station takes comes under the same id.

        Raises:
            CallOver: the call has ended.
            OtherBody: the id stands for another wish.
        """
        async with self._db.transaction(actor) as tx:
            consult, call = await self._cameras.of_call(tx, call_id)
            policy.require_ask_still(actor, consult)
            if call.state is CallState.ENDED:
                raise CallOver()
            wanted = _blank(file_id, consult, call_id, actor.id, tx.at).asked(wish.caption)
            known = await store.known(tx, file_id)
            if known is None:
                await self._room_for(tx, consult.id, 0)
                await store.add(tx, wanted)
                await self._moved(tx, wanted, "ask")
            elif (known.consult, known.call, known.asked_by) != (consult.id, call_id, actor.id):
                raise OtherBody()
            return await view_of(tx, known or wanted)

    async def create(self, actor: Actor, file_id: FileId, new: wire.NewFile) -> wire.FileView:
        """Announce a picture; its bytes follow to `/api/uploads/{id}`.

        Raises:
            OtherBody: the id stands for another picture.
            QuotaUsed, TooLarge, NoRoom: it has no place.
            CaseOver: nothing is added to this case any more.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, ConsultId(new.consult_id))
            policy.require_add_picture(actor, consult)
            call = None if new.call_id is None else CallId(new.call_id)
            if call and (await self._cameras.of_call(tx, call))[0].id != consult.id:
                raise Missing(pointer="/body/call_id")
            blank = _blank(file_id, consult, call, actor.id, tx.at)
            return await view_of(tx, await self._announce(tx, blank, new, Hand(actor.id), consult.state))

    async def create_by_phone(self, phone: Phone, file_id: FileId, new: wire.NewPicture) -> wire.FileView:
        """No policy: the phone was let in to this very call; its pictures are its station's."""
        async with self._db.transaction(PHONE) as tx:
            consult = await self._consults.lock(tx, phone.consult.id)
            hand = Hand(phone.camera.admitted_by, phone.camera.id)
            blank = _blank(file_id, consult, phone.call.id, hand.by, tx.at)
            return await view_of(tx, await self._announce(tx, blank, new, hand, consult.state))

    async def discard(self, actor: Actor, file_id: FileId) -> wire.FileView:
        """Take back a wish, or a picture on its way. What is in the record stays there."""
        async with self._db.transaction(actor) as tx:
            file = await store.lock(tx, file_id)
            policy.require_add_picture(actor, await self._consults.get(tx, file.consult))
            if file.state is not FileState.DISCARDED:
                file = file.discard()
                await self._gone(tx, file)
                await self._moved(tx, file, "discard")
            view = await view_of(tx, file)
        await self._blobs.drop(file_id)
        return view

    # -- the bytes -----------------------------------------------------------------------------------------------------

    async def offset(self, who: Actor | Phone, file_id: FileId) -> tuple[int, int]:
        """How far it came, and its whole size. Whoever was still sending is stopped first: the answer holds."""
        await self._on_its_way(who, file_id)
        async with self._blobs.alone(file_id) as writing:
            file = await self._on_its_way(who, file_id)  # whoever was before us may have finished it
            if file.state is FileState.KEPT:
                return file.announced.size, file.announced.size
            if writing.received == file.announced.size:  # whole, and then the server fell
                await self._finish(who, file)
                return file.announced.size, file.announced.size
            return writing.received, file.announced.size

    async def append(self, who: Actor | Phone, file_id: FileId, offset: int, chunks: AsyncIterator[bytes]) -> int:
        """Write on from there; all that arrives of it counts, also when the line breaks. How far it came.

        Raises:
            WrongOffset: it stands elsewhere.
            TooMuch, HashDiffers, NoPicture: what came is not what was announced; it begins anew.
            Unreadable, TooLong: it cannot be kept, and is discarded.
        """
        await self._on_its_way(who, file_id)
        async with self._blobs.alone(file_id) as writing:
            file = await self._on_its_way(who, file_id)
            size = file.announced.size
            if file.state is FileState.KEPT and offset == size:
                return size
            if file.state is not FileState.ARRIVING or offset != writing.received:
                raise WrongOffset(offset=size if file.state is FileState.KEPT else writing.received)
            received, too_much = await writing.append(chunks, size)
            if too_much:
                await self._begin_anew(file)
                raise TooMuch()
            async with self._db.transaction(RECEIVING) as tx:
                await store.got(tx, file.at(received))
                await jobs.put(tx, UPLOAD_JOB, str(file_id), tx.at + UNFINISHED_FOR)
            if received < size:
                self.on_progress(file.at(received))
            else:
                await self._finish(who, file)
            return received

    # -- timers and reactions --------------------------------------------------------------------------------------

    async def call_over(self, tx: Tx, call_id: CallId) -> None:
        """Wishes that nobody answered end with their call; so do its phones."""
        for file in await store.asked_in(tx, call_id):
            await store.save(tx, file.discard())
            await outbox.publish(tx, FileMoved(file.consult, file.id, FileState.DISCARDED), tx.at)
        await self._cameras.call_over(tx, call_id)

    async def give_up(self, tx: Tx, file_id: FileId) -> None:
        """Its timer rang: nothing came for too long."""
        file = await store.known(tx, file_id)
        if file is not None and file.state is FileState.ARRIVING:
            await store.save(tx, file.discard())
            await outbox.publish(tx, FileMoved(file.consult, file.id, FileState.DISCARDED), tx.at)
        if file is None or file.state is not FileState.KEPT:
            await self._blobs.drop(file_id)

    async def sweep(self, tx: Tx) -> int:
        """Bytes that no case holds any more, erased ones among them, leave the disk; how many pictures."""
        gone = 0
        found = await self._blobs.whole(tx.at.timestamp() - SETTLED_FOR.total_seconds())
        for batch in (found[n : n + 500] for n in range(0, len(found), 500)):
            for sha256 in set(batch) - await store.in_use(tx, batch):
                await self._blobs.remove(sha256)
                gone += 1
        if gone:
            await audit.record(tx, "erase", "file", None)
        parts = await self._blobs.parts(tx.at.timestamp() - SETTLED_FOR.total_seconds())
        for part in set(parts) - await store.arriving(tx, parts):
            await self._blobs.drop(part)
        return gone

    # ------------------------------------------------------------------------------------------------------------------

    async def _announce(self, tx: Tx, blank: File, new: wire.NewPicture, hand: Hand, state: State) -> File:
        known = await store.known(tx, blank.id)
        if known is not None and known.consult != blank.consult:
            raise OtherBody()
        file = (known or blank).taken(_announced(new), hand, tx.at, blank.call)
        if file is known:
            return file
        require_open(state)
        await self._room_for(tx, file.consult, file.announced.size, file.announced.kind)
        await (store.save if known else store.add)(tx, file)
        await jobs.put(tx, UPLOAD_JOB, str(file.id), tx.at + UNFINISHED_FOR)
        await self._moved(tx, file, "create")
        return file

    async def _room_for(self, tx: Tx, consult: ConsultId, size: int, kind: FileKind = FileKind.STILL) -> None:
        self._quota.check(kind, size, *await store.held(tx, consult))
        if not self._blobs.has_room_for(size):
            raise NoRoom()

    async def _on_its_way(self, who: Actor | Phone, file_id: FileId) -> File:
        actor = who if isinstance(who, Actor) else PHONE
        async with self._db.transaction(actor) as tx:
            file = await store.get(tx, file_id)
            if isinstance(who, Phone):
                if file.camera != who.camera.id:
                    raise CameraOut()
            else:
                policy.require_add_picture(who, await self._consults.get(tx, file.consult))
        if file.state not in {FileState.ARRIVING, FileState.KEPT}:
            raise NotArriving()
        return file

    async def _finish(self, who: Actor | Phone, file: File) -> None:
        """All bytes are here: prove them, open them, put them in their place, tell."""
        said, actor = file.announced, who if isinstance(who, Actor) else PHONE
        if not pictures.is_of(said.content_type, await self._blobs.head(file.id, pictures.HEAD)):
            await self._begin_anew(file)
            raise NoPicture()
        if not await self._blobs.is_whole(file.id, said.sha256):
            await self._begin_anew(file)
            raise HashDiffers()
        try:
            prepared = await self._preparing.part(file)
        except (NoPicture, Unreadable, TooLong):
            await self._refuse(actor, file)
            raise
        async with self._db.transaction(actor) as tx:
            now = await store.lock(tx, file.id)
            if now.state is FileState.ARRIVING:
                kept = now.keep(tx.at, prepared.facts)
                await store.save(tx, kept)
                await store.put_renditions(tx, kept, prepared.sizes)
                await jobs.cancel(tx, UPLOAD_JOB, str(file.id))
                await self._moved(tx, kept, "keep")
        await self._blobs.drop(file.id)

    async def _refuse(self, actor: Actor, file: File) -> None:
        """It is what was announced, and is not kept: sending it again would end here again."""
        async with self._db.transaction(actor) as tx:
            now = await store.lock(tx, file.id)
            if now.state is FileState.ARRIVING:
                refused = now.discard()
                await self._gone(tx, refused)
                await self._moved(tx, refused, "refuse")
        await self._blobs.drop(file.id)

    async def _begin_anew(self, file: File) -> None:
        await self._blobs.drop(file.id)
        async with self._db.transaction(RECEIVING) as tx:
            await store.got(tx, file.at(0))

    async def _gone(self, tx: Tx, file: File) -> None:
        await store.save(tx, file)
        await jobs.cancel(tx, UPLOAD_JOB, str(file.id))

    async def _moved(self, tx: Tx, file: File, action: str) -> None:
        await audit.record(tx, action, "file", file.id, consult=file.consult)
        await outbox.publish(tx, FileMoved(file.consult, file.id, file.state), tx.at)


def _blank(file_id: FileId, consult: Consult, call: CallId | None, by: UserId, now: datetime) -> File:
    return File(file_id, consult.id, call, FileState.DISCARDED, NOTHING, by, now)


def _announced(new: wire.NewPicture) -> Announced:
    return Announced(**new.model_dump(include=set(_SAID)))
