"""Looking at the files of a case: the list, the thing itself or a part of it, its pages. All is audited."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from telemed import identity
from telemed.infra import audit
from telemed.infra.blobs import Blobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, FileId, UserId
from telemed.records import pictures, policy
from telemed.records import wire_files as wire
from telemed.records.model import BirthPrecision
from telemed.records.model_file import (
    File,
    FileKind,
    FileState,
    NoPage,
    NoPicture,
    NotDicom,
    NotKept,
    Rendition,
    Size,
    TooLong,
    Unreadable,
)
from telemed.records.service.drawings import drawing_view
from telemed.records.service.file_views import view_of, views_of
from telemed.records.service.preparing import Preparing
from telemed.records.store import files as store
from telemed.records.store import patients
from telemed.sessions import Consults


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes in the store, or made for who asked."""

    content_type: str
    size: int
    sha256: str | None = None
    made: bytes = b""


class FileReading:
    def __init__(self, db: Database, consults: Consults, blobs: Blobs, preparing: Preparing) -> None:
        self._db, self._consults, self._blobs, self._preparing = db, consults, blobs, preparing

    async def of_consult(self, actor: Actor, consult_id: ConsultId) -> wire.FileList:
        async with self._db.transaction(actor) as tx:
            policy.require_see_pictures(actor, await self._consults.get(tx, consult_id))
            found = await store.of_consult(tx, consult_id)
            drawings = await store.drawings(tx, consult_id)
            names = await identity.people(tx, {UserId(row.made_by) for row in drawings})
            await audit.record(tx, "list", "file", None, consult=consult_id)
            return wire.FileList(
                files=await views_of(tx, found),
                drawings=[drawing_view(row, names[row.made_by]) for row in drawings],
            )

    async def content(self, actor: Actor, file_id: FileId) -> Content:
        """The file itself. Raises NotKept: it is not here yet."""
        async with self._db.transaction(actor) as tx:
            file = await self._look(tx, actor, file_id)
            original = await store.rendition(tx, file_id, Size.ORIGINAL, 0)
        if original is None:  # of the release before
            return Content(file.content_type, file.announced.size, file.sha256)
        return _stored(original)

    async def thumbnail(self, actor: Actor, file_id: FileId) -> Content:
        """
        Raises:
            NotKept: it is not here yet.
            NoPage: there is nothing to be seen of it.
        """
        return await self._size(actor, file_id, Size.THUMBNAIL, 0)

    async def page(self, actor: Actor, file_id: FileId, page: int, window: wire.Window) -> Content:
        """A page, a frame, for the screen; a DICOM frame in the window that was asked for.

        Raises:
            NotKept: it is not here yet.
            NoPage: it has none of this number.
            NotDicom: only its frames have a window.
            Unreadable: it could not be drawn in time.
        """
        if window.center is None or window.width is None:
            return await self._size(actor, file_id, Size.PREVIEW, page)
        async with self._db.transaction(actor) as tx:
            file = await self._look(tx, actor, file_id)
        if file.announced.kind is not FileKind.DICOM:
            raise NotDicom()
        return await self._drawn(file, page, (window.center, window.width))

    async def dicom(self, actor: Actor, file_id: FileId) -> wire.DicomView:
        """Raises NotKept, NotDicom."""
        async with self._db.transaction(actor) as tx:
            file = await self._look(tx, actor, file_id)
            if file.announced.kind is not FileKind.DICOM:
                raise NotDicom()
            consult = await self._consults.get(tx, file.consult)
            patient = await patients.get(tx, consult.patient) if consult.patient else None
        tags, differs = file.facts.tags, list[pictures.Differs]()
        if patient is not None:
            known = patient.particulars
            year_only = known.birth_precision in {BirthPrecision.YEAR, BirthPrecision.UNKNOWN}
            differs = pictures.differences(tags, known.full_name, known.birth_date, year_only, known.sex)
        return wire.DicomView(tags=tags, windows=[list(one) for one in file.facts.windows], differs=differs)

    def bytes_of(self, content: Content, start: int, stop: int) -> AsyncIterator[bytes]:
        """Of what was allowed before, from `start` to before `stop`."""
        if content.sha256 is not None:
            return self._blobs.read(content.sha256, start, stop)
        return _once(content.made[start:stop])

    async def now(self, file_id: FileId) -> wire.FileView | None:
        """As it stands, for news. No policy: asked by the program itself, which tells it to who may see it."""
        async with self._db.transaction(Actor.system("picture news")) as tx:
            file = await store.known(tx, file_id)
            return None if file is None else await view_of(tx, file)

    # ------------------------------------------------------------------------------------------------------------------

    async def _look(self, tx: Tx, actor: Actor, file_id: FileId) -> File:
        file = await store.get(tx, file_id)
        policy.require_see_pictures(actor, await self._consults.get(tx, file.consult))
        if file.state is not FileState.KEPT:
            raise NotKept()
        await audit.record(tx, "read", "file", file_id, consult=file.consult)
        return file

    async def _size(self, actor: Actor, file_id: FileId, size: Size, page: int) -> Content:
        async with self._db.transaction(actor) as tx:
            file = await self._look(tx, actor, file_id)
            found = await store.rendition(tx, file_id, size, page)
        if found is not None:
            return _stored(found)
        if page >= file.pages:
            raise NoPage()
        if file.facts.kept_size is None:
            return _stored(await self._kept_before(actor, file, size))
        return await self._drawn(file, page, None)  # a page beyond those that were drawn when it came

    async def _drawn(self, file: File, page: int, window: tuple[int, int] | None) -> Content:
        if page >= file.pages:
            raise NoPage()
        made = await self._preparing.drawn(file, page, window)
        return Content("image/jpeg", len(made), None, made)

    async def _kept_before(self, actor: Actor, file: File, size: Size) -> Rendition:
        """Makes the sizes of a picture that the release before kept."""
        try:
            prepared = await self._preparing.kept_before(file)
        except (NoPicture, Unreadable, TooLong) as error:
            raise NoPage() from error
        async with self._db.transaction(actor) as tx:
            await store.lock(tx, file.id)
            await store.made(tx, file.id, prepared.facts)
            await store.put_renditions(tx, file, prepared.sizes)
        return next(one for one in prepared.sizes if one.name is size)


def _stored(one: Rendition) -> Content:
    return Content(one.content_type, one.size, one.sha256)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
