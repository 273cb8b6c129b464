"""What the app and the edge use of notify, in one place."""

from dataclasses import dataclass
from pathlib import Path

from telemed.infra.db import Database
from telemed.kernel.clock import Clock
from telemed.notify.carriers import Carriers
from telemed.notify.keys import Keys
from telemed.notify.model import Gateway, PushRules
from telemed.notify.service.browsers import Browsers
from telemed.notify.service.checks import Checks
from telemed.notify.service.notices import Notices
from telemed.notify.service.receipts import Receipts
from telemed.notify.service.rings import Rings
from telemed.notify.service.sender import Sender
from telemed.schedules import Schedules
from telemed.sessions import Consults, Deliveries

__all__ = ["Browsers", "Checks", "Notices", "Notify", "Receipts", "Rings", "Sender"]


@dataclass(frozen=True, slots=True)
class Notify:
    browsers: Browsers
    checks: Checks
    deliveries: Deliveries
    notices: Notices
    receipts: Receipts
    rings: Rings
    sender: Sender

    @classmethod
    def open(
        cls,
        db: Database,
        clock: Clock,
        schedules: Schedules,
        consults: Consults,
        *,
        folder: Path,
        rules: PushRules,
        gateway: Gateway | None,
    ) -> "Notify":
        """Every part, not yet running. `folder` has the keys, or gets them."""
        keys = Keys.open(folder)
        rings = Rings(consults, gateway)
        return cls(
            browsers=Browsers(db, keys, rules, gateway),
            checks=Checks(db, schedules, rings),
            deliveries=Deliveries(db),
            notices=Notices(db),
            receipts=Receipts(db, clock, keys, gateway),
            rings=rings,
            sender=Sender(db, clock, Carriers(keys, rules, gateway, clock), keys),
        )
