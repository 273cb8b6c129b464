"""The feature's services, built once by the application."""

from telemed.identity import Identity
from telemed.infra.db import Database
from telemed.privacy.retention import DEFAULT_PERIODS, Periods
from telemed.privacy.service.accesses import Accesses
from telemed.privacy.service.requests import DataRequests
from telemed.privacy.service.reviews import Reviews
from telemed.privacy.service.subjects import Subjects
from telemed.privacy.service.totals import TotalsDesk
from telemed.records import Records
from telemed.schedules import Schedules
from telemed.sessions import Consults


class Privacy:
    def __init__(
        self,
        db: Database,
        identity: Identity,
        schedules: Schedules,
        consults: Consults,
        records: Records,
        *,
        periods: Periods = DEFAULT_PERIODS,
    ) -> None:
        self.accesses = Accesses(db, identity, consults, schedules)
        self.reviews = Reviews(db, schedules)
        self.requests = DataRequests(db, schedules, periods)
        self.subjects = Subjects(db, records, periods)
        self.totals = TotalsDesk(db)
