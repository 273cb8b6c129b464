"""Second cameras: a station lets a phone in to its call by a code, the phone proves itself by a token, both find each
other; with the call all of it ends."""

import hashlib
import secrets
from dataclasses import dataclass

from telemed.infra import audit, outbox, qr
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, CameraId
from telemed.sessions import policy, store, store_calls, store_cameras
from telemed.sessions import wire_cameras as wire
from telemed.sessions.calls import Call, CallOver, CallState
from telemed.sessions.camera_post import Box, Post
from telemed.sessions.events import SecondCameraMoved
from telemed.sessions.model import Consult
from telemed.sessions.second_cameras import (
    PER_CALL,
    BadCode,
    CameraOut,
    CameraState,
    SecondCamera,
    TooManyCameras,
)

_LIMITED = "second camera"
PHONE = Actor.system("second camera")
"""Who acts in the database for a phone. It has no rights as such: each method looks at its camera first."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone that proved itself, the call it is in, and the case."""

    camera: SecondCamera
    call: Call
    consult: Consult


class SecondCameras:
    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock, self._post = db, clock, Post()
        self._limiter = SignInLimiter(clock)

    # -- the station ---------------------------------------------------------------------------------------------------

    async def admit(self, actor: Actor, call_id: CallId, camera_id: CameraId, page: str = "") -> wire.CameraCode:
        """A code for one phone, which opens `page`. Asked again before it came: another code, the one before is void.

        Raises:
            CallOver: the call has ended.
            TooManyCameras: four are in, or on their way in.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._station(tx, actor, call_id)
            known = await store_cameras.known(tx, camera_id)
            if known and known.call != call_id:
                raise Missing()
            secret, digits = secrets.token_urlsafe(24), await self._free_digits(tx)
            hashes = _hash(secret), _hash(digits)
            if known is None:
                if len(await self._of_call(tx, call_id)) >= PER_CALL:
                    raise TooManyCameras()
                camera = SecondCamera.admit(camera_id, call_id, actor.id, tx.at)
                await store_cameras.add(tx, camera, *hashes)
            else:
                camera = known.shown_again(tx.at)
                if camera.joined_at is not None:
                    raise CameraOut()
                await store_cameras.show(tx, camera, *hashes)
            await audit.record(tx, "admit", "second_camera", camera_id, consult=consult.id)
            await self._tell(tx, consult, camera, CameraState.WAITING)
        # Behind the `#`, so that no server ever hears it.
        scan = qr.svg(f"{page}#{secret}")
        return wire.CameraCode(id=camera_id, secret=secret, qr_svg=scan, digits=digits, expires_at=camera.expires_at)

    async def list_of(self, actor: Actor, call_id: CallId) -> wire.CameraList:
        """The phones that are in, or awaited."""
        async with self._db.transaction(actor) as tx:
            await self._station(tx, actor, call_id)
            return wire.CameraList(cameras=[self._view(one) for one in await self._of_call(tx, call_id)])

    async def answer(self, actor: Actor, camera_id: CameraId, session: wire.Session) -> None:
        """The station's page takes the phone's picture."""
        async with self._db.transaction(actor) as tx:
            camera, consult = await self._own(tx, actor, camera_id)
            await audit.record(tx, "watch", "second_camera", camera.id, consult=consult.id)
        self._post.of(camera_id).answered(session)

    async def take(self, actor: Actor, camera_id: CameraId, wanted: wire.Wanted) -> None:
        """This phone is to take a picture now."""
        async with self._db.transaction(actor) as tx:
            camera, consult = await self._own(tx, actor, camera_id)
            await audit.record(tx, "take_still", "second_camera", camera.id, consult=consult.id)
        self._post.of(camera_id).want(wanted)

    async def end(self, actor: Actor, camera_id: CameraId) -> None:
        """Send a phone away; twice changes nothing."""
        async with self._db.transaction(actor) as tx:
            camera = await store_cameras.lock(tx, camera_id)
            consult = await self._consult(tx, camera.call)
            policy.require_admit(actor, consult)
            await audit.record(tx, "end", "second_camera", camera_id, consult=consult.id)
            await self._end(tx, camera, consult)

    # -- the phone -----------------------------------------------------------------------------------------------------

    async def enter(self, entry: wire.CameraEntry, address: str) -> Phone:
        """No policy: the code lets in, once, and the token it brings is what it goes by from then on.

        Raises:
            BadCode: wrong, used by another phone, or too late.
            TooManySignIns: too many wrong ones from this address, or from everywhere.
        """
        self._limiter.attempt(_LIMITED, address)
        by: store_cameras.Known = "secret_hash" if entry.secret else "code_hash"
        token = _hash(entry.token)
        async with self._db.transaction(PHONE) as tx:
            again = await store_cameras.found(tx, "token_hash", token)
            found = again or await store_cameras.found(tx, by, _hash(entry.secret or entry.digits or ""))
            if found is None or (again is None and found[1] is not None):
                raise BadCode()
            camera = found[0]
            if again is None:
                camera = camera.enter(tx.at)
                await store_cameras.use(tx, camera, token)
            phone = await self._phone(tx, camera)
            if again is None:
                await audit.record(tx, "enter", "second_camera", camera.id, consult=phone.consult.id)
                await self._tell(tx, phone.consult, camera, CameraState.IN)
        self._limiter.succeeded(_LIMITED, address)
        return phone

    async def by_token(self, token: str) -> Phone:
        """No policy: the token is one phone's own.

        Raises:
            CameraOut: none of ours, sent away, or the call is over.
        """
        async with self._db.transaction(PHONE) as tx:
            found = await store_cameras.found(tx, "token_hash", _hash(token))
            if found is None:
                raise CameraOut()
            return await self._phone(tx, found[0])

    async def offer(self, phone: Phone, session: wire.Session) -> None:
        """No policy: a phone offers its own picture, to the station of its call."""
        if self._post.of(phone.camera.id).offered(session):
            async with self._db.transaction(PHONE) as tx:
                await self._tell(tx, phone.consult, phone.camera, CameraState.IN)

    async def news(self, phone: Phone, turn: int, within: float) -> Box:
        """No policy: what lies ready for this phone, as soon as there is something since `turn`."""
        box = self._post.of(phone.camera.id)
        await box.after(turn, within)
        return box

    async def leave(self, phone: Phone) -> None:
        """No policy: a phone may go by itself."""
        async with self._db.transaction(PHONE) as tx:
            camera = await store_cameras.lock(tx, phone.camera.id)
            await audit.record(tx, "leave", "second_camera", camera.id, consult=phone.consult.id)
            await self._end(tx, camera, phone.consult)

    # -- others --------------------------------------------------------------------------------------------------------

    async def call_over(self, tx: Tx, call_id: CallId) -> None:
        """Every phone is out with its call."""
        for camera in await store_cameras.end_all(tx, call_id, tx.at):
            self._post.close(camera)

    async def of_call(self, tx: Tx, call_id: CallId) -> tuple[Consult, Call]:
        """For other features: the call and its case.

        Raises:
            Missing: there is none, or it is behind the wall.
        """
        consult_id = await store_calls.consult_of(tx, call_id)
        for call in (await store_calls.calls(tx, [consult_id]))[consult_id]:
            if call.id == call_id:
                return await store.get(tx, consult_id), call
        raise Missing()

    # ------------------------------------------------------------------------------------------------------------------

    async def _station(self, tx: Tx, actor: Actor, call_id: CallId) -> Consult:
        consult, call = await self.of_call(tx, call_id)
        policy.require_admit(actor, consult)
        if call.state is CallState.ENDED:
            raise CallOver()
        return consult

    async def _own(self, tx: Tx, actor: Actor, camera_id: CameraId) -> tuple[SecondCamera, Consult]:
        camera = await store_cameras.lock(tx, camera_id)
        consult = await self._station(tx, actor, camera.call)
        if camera.state(tx.at) is not CameraState.IN:
            raise CameraOut()
        return camera, consult

    async def _consult(self, tx: Tx, call_id: CallId) -> Consult:
        return (await self.of_call(tx, call_id))[0]

    async def _phone(self, tx: Tx, camera: SecondCamera) -> Phone:
        consult, call = await self.of_call(tx, camera.call)
        if camera.state(tx.at) is not CameraState.IN or call.state is CallState.ENDED:
            raise CameraOut()
        return Phone(camera, call, consult)

    async def _of_call(self, tx: Tx, call_id: CallId) -> list[SecondCamera]:
        every = await store_cameras.of_call(tx, call_id)
        return [one for one in every if one.state(tx.at) is not CameraState.OVER]

    async def _free_digits(self, tx: Tx) -> str:
        async with tx.seeing_all("codes of other calls"):
            await store_cameras.forget_codes(tx, tx.at)
            while True:
                digits = f"{secrets.randbelow(1_000_000):06}"
                if not await store_cameras.code_taken(tx, _hash(digits)):
                    break
        return digits

    async def _end(self, tx: Tx, camera: SecondCamera, consult: Consult) -> None:
        if camera.ended_at is None:
            await store_cameras.save(tx, camera.end(tx.at))
            await self._tell(tx, consult, camera, CameraState.OVER)
        self._post.close(camera.id)

    async def _tell(self, tx: Tx, consult: Consult, camera: SecondCamera, state: CameraState) -> None:
        await outbox.publish(tx, SecondCameraMoved(consult.id, camera.call, camera.id, state), tx.at)

    def _view(self, camera: SecondCamera) -> wire.CameraView:
        box = self._post.seen(camera.id)
        return wire.CameraView(
            id=camera.id,
            call_id=camera.call,
            state=camera.state(self._clock.now()),
            expires_at=camera.expires_at,
            joined_at=camera.joined_at,
            offer=box.offer if box else None,
        )


def _hash(value: str) -> bytes:
    return hashlib.sha256(value.encode()).digest()
