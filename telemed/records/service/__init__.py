"""The record's services, built once by the application."""

from telemed.identity import Identity, Passkeys
from telemed.infra.blobs import Blobs
from telemed.infra.db import Database
from telemed.infra.decoder import Decoder
from telemed.records.copies import Printing
from telemed.records.debts import USUAL, DebtLimits
from telemed.records.model_file import DEFAULT_QUOTA, Quota
from telemed.records.service.arrivals import Arrivals
from telemed.records.service.care import Care
from telemed.records.service.copies import Copies
from telemed.records.service.debts import Debts
from telemed.records.service.decisions import Decisions
from telemed.records.service.dossier import Dossier
from telemed.records.service.drawings import Drawings
from telemed.records.service.file_reading import FileReading
from telemed.records.service.files import Files
from telemed.records.service.follow_ups import FollowUps
from telemed.records.service.minutes import MinutesDesk
from telemed.records.service.patients import Patients
from telemed.records.service.preparing import Preparing
from telemed.records.service.referrals import Referrals
from telemed.records.service.signing import Signing
from telemed.records.service.twins import Twins
from telemed.records.signing import Sealer
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
        printing: Printing | None = None,
        passkeys: Passkeys | None = None,
        sealer: Sealer | None = None,
        limits: DebtLimits = USUAL,
    ) -> None:
        printing = printing or Printing()
        dossier = Dossier(consults, printing)
        self.patients = Patients(db, consults)
        self.twins = Twins(db, self.patients)
        self.minutes = MinutesDesk(db, consults, dossier, sealing=sealer is not None)
        self.signing = Signing(db, consults, identity, dossier, passkeys=passkeys, sealer=sealer)
        self.follow_ups = FollowUps(db, consults, schedules)
        self.decisions = Decisions(db, consults, self.follow_ups)
        self.referrals = Referrals(db, consults, identity, schedules, printing)
        self.arrivals = Arrivals(db, consults, schedules, self.follow_ups)
        self.debts = Debts(db, consults, limits)
        self.care = Care(consults, schedules, self.debts)
        self.preparing = preparing = Preparing(blobs, Decoder())
        self.files = Files(db, consults, cameras, blobs, preparing=preparing, quota=quota)
        self.file_reading = FileReading(db, consults, blobs, preparing)
        self.drawings = Drawings(db, consults)
        self.copies = Copies(db, consults, dossier, printing)
