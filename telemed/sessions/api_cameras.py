"""Routes of second cameras for the station; the phone's own are `telemed/records/api_phone.py`."""

from aiohttp import web

from telemed.infra.routes import Routes
from telemed.infra.security import is_https
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId, CameraId, FileId
from telemed.sessions import wire_cameras as wire
from telemed.sessions.service_cameras import SecondCameras

TAG = "second cameras"


def routes(cameras: SecondCameras) -> Routes:
    r = Routes()

    @r.put("/api/calls/{id}/second-cameras/{camera_id}", tag=TAG, errors=(401, 404, 409))
    async def put_second_camera(id: CallId, camera_id: CameraId, actor: Actor, request: web.Request) -> wire.CameraCode:
        """Let a phone in to this call by a code; sent again, another code and the one before is void."""
        page = f"{'https' if is_https(request) else 'http'}://{request.host}/phone"
        return await cameras.admit(actor, id, camera_id, page)

    @r.get("/api/calls/{id}/second-cameras", tag=TAG, errors=(404, 409))
    async def list_second_cameras(id: CallId, actor: Actor) -> wire.CameraList:
        """The phones of this call that are in or awaited, with what each offers."""
        return await cameras.list_of(actor, id)

    @r.post("/api/second-cameras/{id}/answer", tag=TAG, errors=(404, 409))
    async def answer_second_camera(id: CameraId, body: wire.Session, actor: Actor) -> None:
        """Take the picture that this phone offers."""
        await cameras.answer(actor, id, body)

    @r.post("/api/second-cameras/{id}/stills/{still_id}", tag=TAG, errors=(404, 409))
    async def take_by_second_camera(id: CameraId, still_id: FileId, body: wire.TakeStill, actor: Actor) -> None:
        """Let this phone take a sharp picture now, under this id."""
        wanted = wire.Wanted(still_id=still_id, caption=body.caption, asked_by=body.asked_by)
        await cameras.take(actor, id, wanted)

    @r.post("/api/second-cameras/{id}/end", tag=TAG, errors=(404,))
    async def end_second_camera(id: CameraId, actor: Actor) -> None:
        """Send this phone away."""
        await cameras.end(actor, id)

    return r
