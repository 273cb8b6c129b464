"""The record's services, built once by the application."""

from telemed.identity import Identity
from telemed.infra.blobs import Blobs
from telemed.infra.db import Database
from telemed.infra.decoder import Decoder
from telemed.records.model_file import DEFAULT_QUOTA, Quota
from telemed.records.service.debts import Debts
from telemed.records.service.decisions import Decisions
from telemed.records.service.drawings import Drawings
from telemed.records.service.file_reading import FileReading
from telemed.records.service.files import Files
from telemed.records.service.minutes import MinutesDesk
from telemed.records.service.patients import Patients
from telemed.records.service.preparing import Preparing
from telemed.records.service.referrals import Referrals
from telemed.schedules import Schedules
from telemed.sessions import Consults, SecondCameras


class Records:
    def __init__(
        self,
        db: Database,
        consults: Consults,
        identity: Identity,
        schedules: Schedules,
        *,
        cameras: SecondCameras,
        blobs: Blobs,
        quota: Quota = DEFAULT_QUOTA,
    ) -> None:
        self.patients = Patients(db, consults)
        self.minutes = MinutesDesk(db, consults, identity)
        self.decisions = Decisions(db, consults)
        self.referrals = Referrals(db, consults, identity, schedules)
        self.debts = Debts(db, consults)
        self.preparing = preparing = Preparing(blobs, Decoder())
        self.files = Files(db, consults, cameras, blobs, preparing=preparing, quota=quota)
        self.file_reading = FileReading(db, consults, blobs, preparing)
        self.drawings = Drawings(db, consults)
