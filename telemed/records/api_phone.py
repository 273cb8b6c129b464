"""Routes of a phone that is a second camera. It goes by a token of its own, which opens nothing but these."""

from typing import Annotated, Final

from aiohttp import web

from telemed.infra.routes import ApiModel, Bytes, Routes
from telemed.infra.security import client_address
from telemed.kernel.ids import FileId
from telemed.records import wire_files as wire
from telemed.records.api_files import PIECE, offset_of, piece_taken, require_tus, stands_at
from telemed.records.service import Records
from telemed.records.service.phones import Phones
from telemed.sessions import CameraEntry, CameraOut, CameraSession, Phone

TAG: Final = "second cameras"
NEWS_WITHIN: Final = 20.0
"""Seconds after which a question is answered though nothing is new: shorter than what any proxy waits."""


class PhoneQuestion(ApiModel):
    turn: int = 0


def routes(records: Records, phones: Phones) -> Routes:
    r, files = Routes(), records.files

    async def who(request: web.Request) -> Phone:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise CameraOut()
        return await phones.cameras.by_token(token.strip())

    @r.post("/api/phone/enter", tag=TAG, errors=(403,))
    async def enter_as_phone(body: CameraEntry, request: web.Request) -> wire.PhoneView:
        """Come in by the code on the station's screen, with a token of one's own making."""
        return await phones.view(await phones.cameras.enter(body, client_address(request)))

    @r.get("/api/phone/news", tag=TAG, errors=(401,))
    async def phone_news(query: PhoneQuestion, request: web.Request) -> wire.PhoneView:
        """What the station answered and wants; waits up to 20 s for something newer than `turn`."""
        return await phones.news(await who(request), query.turn, NEWS_WITHIN)

    @r.put("/api/phone/offer", tag=TAG, errors=(401,))
    async def offer_as_phone(body: CameraSession, request: web.Request) -> None:
        """Offer this phone's picture to the station's page."""
        await phones.cameras.offer(await who(request), body)

    @r.post("/api/phone/leave", tag=TAG, errors=(401,))
    async def leave_as_phone(request: web.Request) -> None:
        """Be a camera no more."""
        await phones.cameras.leave(await who(request))

    @r.put("/api/phone/files/{id}", tag=TAG, errors=(401, 409))
    async def put_phone_file(id: FileId, body: wire.NewPicture, request: web.Request) -> wire.FileView:
        """Announce a picture this phone took."""
        return await files.create_by_phone(await who(request), id, body)

    @r.head("/api/phone/uploads/{id}", tag=TAG, errors=(401, 404, 409, 412))
    async def phone_upload_offset(id: FileId, request: web.Request) -> web.Response:
        """As `/api/uploads/{id}`, for this phone's own pictures."""
        require_tus(request)
        return stands_at(*await files.offset(await who(request), id))

    @r.patch("/api/phone/uploads/{id}", tag=TAG, status=204, errors=(401, 404, 409, 412))
    async def phone_upload_piece(id: FileId, body: Annotated[Bytes, PIECE], request: web.Request) -> web.Response:
        """As `/api/uploads/{id}`, for this phone's own pictures."""
        return piece_taken(await files.append(await who(request), id, offset_of(request), body))

    return r
