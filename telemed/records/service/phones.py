"""What a phone that is a second camera is told: its station, answers, wishes, the relay; nothing of the patient."""

from telemed import identity
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.media import Turn, ice_servers
from telemed.records import wire_files as wire
from telemed.sessions import CameraOut, Phone, SecondCameras


class Phones:
    def __init__(self, db: Database, cameras: SecondCameras, turn: Turn, clock: Clock) -> None:
        self._db, self.cameras, self._turn, self._clock = db, cameras, turn, clock

    async def view(self, phone: Phone) -> wire.PhoneView:
        """No policy: the phone's own token brought it here."""
        return await self.news(phone, -1, 0)

    async def news(self, phone: Phone, turn: int, within: float) -> wire.PhoneView:
        """No policy: the phone's own token brought it here.

        Raises:
            CameraOut: sent away while it waited.
        """
        box = await self.cameras.news(phone, turn, within)
        if box.over:
            raise CameraOut()
        async with self._db.transaction(Actor.system("second camera")) as tx:
            station = await identity.facility(tx, phone.consult.station)
        return wire.PhoneView(
            camera_id=phone.camera.id,
            station=station.name,
            turn=box.turn,
            offered=box.offer.number if box.offer else None,
            answer=box.answer,
            wanted=box.wanted,
            # In the name of who let it in: a phone has none, and the relay's quotas are per person.
            ice_servers=ice_servers(self._turn, phone.camera.admitted_by, self._clock.now()),
        )
