"""What the app and the edge use of exchange, in one place."""

from dataclasses import dataclass
from pathlib import Path

from telemed.exchange.bhyt import Spelling
from telemed.exchange.model_webhooks import Reach
from telemed.exchange.service.courier import Courier
from telemed.exchange.service.desk import Desk
from telemed.exchange.service.imports import Imports
from telemed.exchange.service.keys import Keys
from telemed.exchange.service.reading import Reading
from telemed.exchange.service.sealing import Sealing
from telemed.exchange.service.webhooks import Webhooks
from telemed.infra.db import Database
from telemed.kernel.clock import Clock
from telemed.notify import Notify
from telemed.records import Records

__all__ = ["Exchange"]


@dataclass(frozen=True, slots=True)
class Exchange:
    desk: Desk
    keys: Keys
    reading: Reading
    webhooks: Webhooks
    courier: Courier
    imports: Imports

    @classmethod
    def open(
        cls,
        db: Database,
        clock: Clock,
        records: Records,
        notify: Notify,
        *,
        folder: Path,
        spelling: Spelling,
        reach: Reach,
    ) -> "Exchange":
        """Every part, not yet running. `folder` has the installation's keys, or gets them."""
        sealing = Sealing.open(folder)
        keys, webhooks = Keys(db, clock), Webhooks(db, sealing, reach)
        return cls(
            desk=Desk(db, keys, webhooks),
            keys=keys,
            reading=Reading(db, records, spelling),
            webhooks=webhooks,
            courier=Courier(db, clock, sealing, reach, notify.notices.say),
            imports=Imports(db, records),
        )
