"""All that is done to a hospital's roster, built once and handed to its routes."""

from telemed.infra.db import Database
from telemed.schedules.service.absences import Absences
from telemed.schedules.service.drafts import Drafts
from telemed.schedules.service.filling import Filling
from telemed.schedules.service.patterns import Patterns
from telemed.schedules.service.picture import RingsOf
from telemed.schedules.service.publishing import Publishing
from telemed.schedules.service.rosters import Rosters


class Planning:
    def __init__(self, db: Database, rings: RingsOf) -> None:
        self.rosters = Rosters(db, rings)
        self.drafts = Drafts(db)
        self.filling = Filling(db)
        self.publishing = Publishing(db, rings)
        self.patterns = Patterns(db)
        self.absences = Absences(db)
