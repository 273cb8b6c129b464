"""Routes of files: asking, announcing, receiving (tus 1.0, its core: HEAD and PATCH), reading, drawing."""

from datetime import timedelta
from typing import Annotated, Final

from aiohttp import web
from pydantic import Field

from telemed.infra.problems import FieldError, Invalid
from telemed.infra.routes import Bytes, FileBody, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId, ConsultId, DrawingId, FileId
from telemed.records import wire_files as wire
from telemed.records.service import Records
from telemed.records.service.file_reading import Content, FileReading

TAG: Final = "pictures"
TUS: Final = "1.0.0"
PageNumber = Annotated[int, Field(ge=0, le=100_000)]
PIECE: Final = FileBody("application/offset+octet-stream", 0, timedelta(seconds=30), streamed=True)
"""As much as was announced; nothing for half a minute is a line that is dead."""


def routes(records: Records) -> Routes:
    r, files, drawings = Routes(), records.files, records.drawings
    reading = records.file_reading

    @r.post("/api/calls/{id}/stills/{still_id}/ask", tag=TAG, errors=(404, 409))
    async def ask_still(id: CallId, still_id: FileId, body: wire.AskStill, actor: Actor) -> wire.FileView:
        """Ask the station for a sharp picture; it comes under this id."""
        return await files.ask(actor, id, still_id, body)

    @r.put("/api/files/{id}", tag=TAG, errors=(404, 409))
    async def put_file(id: FileId, body: wire.NewFile, actor: Actor) -> wire.FileView:
        """Announce a picture of a case. Its bytes follow to `/api/uploads/{id}`."""
        return await files.create(actor, id, body)

    @r.post("/api/files/{id}/discard", tag=TAG, errors=(404, 409))
    async def discard_file(id: FileId, actor: Actor) -> wire.FileView:
        """Take back a wish, or a picture that has not arrived."""
        return await files.discard(actor, id)

    @r.head("/api/uploads/{id}", tag=TAG, errors=(404, 409, 412))
    async def upload_offset(id: FileId, actor: Actor, request: web.Request) -> web.Response:
        """How far it came (tus: `Upload-Offset`, `Upload-Length`)."""
        require_tus(request)
        return stands_at(*await files.offset(actor, id))

    @r.patch("/api/uploads/{id}", tag=TAG, status=204, errors=(404, 409, 412))
    async def upload_piece(
        id: FileId, body: Annotated[Bytes, PIECE], actor: Actor, request: web.Request
    ) -> web.Response:
        """Send on from `Upload-Offset` (tus). Pieces may be of any size; what arrives of one counts."""
        return piece_taken(await files.append(actor, id, offset_of(request), body))

    @r.get("/api/consults/{id}/files", tag=TAG, errors=(404,))
    async def list_files(id: ConsultId, actor: Actor) -> wire.FileList:
        """The files of a case, those on their way and those asked for too, and what is drawn on them."""
        return await reading.of_consult(actor, id)

    @r.get("/api/files/{id}/content", tag=TAG, errors=(404, 409))
    async def get_file(id: FileId, actor: Actor, request: web.Request) -> web.StreamResponse:
        """The file itself; a part of it with `Range`. The reading is audited."""
        return await sent(request, reading, await reading.content(actor, id), str(id))

    @r.get("/api/files/{id}/thumbnail", tag=TAG, errors=(404, 409))
    async def get_thumbnail(id: FileId, actor: Actor, request: web.Request) -> web.StreamResponse:
        """A small picture of it (JPEG, no edge over 320 pixels). The reading is audited."""
        return await sent(request, reading, await reading.thumbnail(actor, id), str(id))

    @r.get("/api/files/{id}/pages/{page}", tag=TAG, errors=(404, 409))
    async def get_page(
        id: FileId, page: PageNumber, query: wire.Window, actor: Actor, request: web.Request
    ) -> web.StreamResponse:
        """A page or frame for the screen (JPEG), counted from 0; a DICOM frame in a window of grey, if one is given."""
        return await sent(request, reading, await reading.page(actor, id, page, query), str(id))

    @r.get("/api/files/{id}/dicom", tag=TAG, errors=(404, 409))
    async def get_dicom(id: FileId, actor: Actor) -> wire.DicomView:
        """What a DICOM file says of itself, and where it speaks of somebody else than our patient."""
        return await reading.dicom(actor, id)

    @r.put("/api/files/{id}/drawings/{drawing_id}", tag=TAG, errors=(404, 409))
    async def put_drawing(id: FileId, drawing_id: DrawingId, body: wire.NewDrawing, actor: Actor) -> wire.DrawingView:
        """Draw on a picture, or take a stroke back."""
        return await drawings.draw(actor, id, drawing_id, body)

    return r


async def sent(request: web.Request, reading: FileReading, content: Content, name: str) -> web.StreamResponse:
    """Bytes, all or the part that `Range` asks for. A browser never runs what is in them: it may show pictures, video
    and sound, and saves all else under a name of ours."""
    try:
        start, stop, _ = request.http_range.indices(content.size)
        asked = "Range" in request.headers
    except ValueError:
        start, stop, asked = 0, content.size, False
    if asked and start >= stop:
        raise web.HTTPRequestRangeNotSatisfiable(headers={"Content-Range": f"bytes */{content.size}"})
    shown = content.content_type.partition("/")[0] in {"image", "video", "audio"}
    ending = content.content_type.rpartition("/")[2]
    headers = {
        "Content-Type": content.content_type,
        "Content-Disposition": f'{"inline" if shown else "attachment"}; filename="{name}.{ending}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
        "Accept-Ranges": "bytes",
    }
    if asked:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{content.size}"
    response = web.StreamResponse(status=206 if asked else 200, headers=headers)
    response.content_length = stop - start
    await response.prepare(request)
    async for chunk in reading.bytes_of(content, start, stop):
        await response.write(chunk)
    await response.write_eof()
    return response


def require_tus(request: web.Request) -> None:
    """Another version of tus might mean something else by the same words."""
    if request.headers.get("Tus-Resumable") != TUS:
        raise web.HTTPPreconditionFailed


def offset_of(request: web.Request) -> int:
    require_tus(request)
    said = request.headers.get("Upload-Offset", "")
    if not (said.isascii() and said.isdigit() and len(said) <= 12):
        raise Invalid([FieldError(pointer="/header/Upload-Offset", code="int_parsing", message="Int parsing")])
    return int(said)


def stands_at(received: int, size: int) -> web.Response:
    headers = {"Tus-Resumable": TUS, "Upload-Offset": str(received), "Upload-Length": str(size)}
    return web.Response(headers={**headers, "Cache-Control": "no-store"})


def piece_taken(received: int) -> web.Response:
    return web.Response(status=204, headers={"Tus-Resumable": TUS, "Upload-Offset": str(received)})
