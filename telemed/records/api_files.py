"""Routes of pictures: asking, announcing, receiving (tus 1.0, its core: HEAD and PATCH), reading, drawing."""

from datetime import timedelta
from typing import Annotated, Final

from aiohttp import web

from telemed.infra.problems import FieldError, Invalid
from telemed.infra.routes import Bytes, FileBody, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId, ConsultId, DrawingId, FileId
from telemed.records import wire_files as wire
from telemed.records.service import Records

TAG: Final = "pictures"
TUS: Final = "1.0.0"
PIECE: Final = FileBody("application/offset+octet-stream", 0, timedelta(seconds=30), streamed=True)
"""As much as was announced; nothing for half a minute is a line that is dead."""


def routes(records: Records) -> Routes:
    r, files, drawings = Routes(), records.files, records.drawings

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
        """The pictures of a case, those on their way and those asked for too, and what is drawn on them."""
        return await files.of_consult(actor, id)

    @r.get("/api/files/{id}/content", tag=TAG, errors=(404, 409))
    async def get_file(id: FileId, actor: Actor) -> web.FileResponse:
        """The picture itself; a part of it with `Range`. The reading is audited."""
        found = await files.content(actor, id)
        return web.FileResponse(found.path, headers={"Content-Type": found.content_type, "Cache-Control": "no-store"})

    @r.put("/api/files/{id}/drawings/{drawing_id}", tag=TAG, errors=(404, 409))
    async def put_drawing(id: FileId, drawing_id: DrawingId, body: wire.NewDrawing, actor: Actor) -> wire.DrawingView:
        """Draw on a picture, or take a stroke back."""
        return await drawings.draw(actor, id, drawing_id, body)

    return r


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
