"""A picture in a case's record, and a phone in its call."""

from collections.abc import AsyncIterator
from hashlib import sha256
from uuid import UUID

from telemed.app import App
from telemed.infra.decoder import Decoder, Opened
from telemed.infra.decoding.terms import Ask
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId, CameraId, FileId, uuid7
from telemed.records.wire_files import NewFile
from telemed.sessions.wire_cameras import CameraEntry
from tests import files


class Remembering(Decoder):
    """Every case here holds the same picture: opened once, not by a process for each."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[tuple[Ask, bytes], Opened] = {}

    async def open(self, ask: Ask, chunks: AsyncIterator[bytes]) -> Opened:
        content = b"".join([chunk async for chunk in chunks])
        if (ask, content) not in self._known:
            self._known[ask, content] = await super().open(ask, pieces(content))
        return self._known[ask, content]


DECODER = Remembering()


async def put(app: App, doctor: Actor, consult: UUID, secret: str) -> UUID:
    png = files.png()
    file, said = FileId(uuid7()), {"size": len(png), "sha256": sha256(png).hexdigest(), "caption": f"Ảnh {secret}"}
    new = NewFile.model_validate(
        {"consult_id": consult, "kind": "photo", "content_type": "image/png", "taken_at": app.clock.now(), **said}
    )
    app.records.preparing.decoder = DECODER
    await app.records.files.create(doctor, file, new)
    await app.records.files.append(doctor, file, 0, pieces(png))
    return file


async def let_in(app: App, doctor: Actor, call: CallId) -> UUID:
    camera = CameraId(uuid7())
    code = await app.cameras.admit(doctor, call, camera)
    await app.cameras.enter(CameraEntry(secret=code.secret, token=code.secret[::-1]), "127.0.0.1")
    return camera


async def pieces(*them: bytes) -> AsyncIterator[bytes]:
    for one in them:
        yield one
