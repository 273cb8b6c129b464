"""What a transaction tells the wall: who acts, and which facilities, departments and cases their grants open."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from telemed.kernel.actor import Actor
from telemed.kernel.rights import Right, Sees

PAST_CASES_FOR: Final = timedelta(days=30)
"""How long after a case was closed somebody who answered it may still open it. A setting; no legal figure found."""

EVERYWHERE: Final = "*"
"""Stands for every facility, where a right is held over the province."""

SCOPE: Final = (
    *("actor", "system", "stations", "stations_open", "hospitals", "departments", "departments_open"),
    *("queues", "managed", "accesses", "administered", "audited", "posting", "past_since"),
    *("exchange", "exchange_kinds"),
)


def scope_of(actor: Actor, past_since: datetime) -> dict[str, str]:
    """Each setting of `SCOPE` as text: ids with commas between, a department as `hospital/specialty`."""
    return {
        "actor": str(actor.id),
        "system": "on" if actor.is_system else "",
        "stations": _ids(actor.seeing(Sees.STATION)),
        "stations_open": _ids(actor.seeing(Sees.STATION_OPEN)),
        "hospitals": _ids(actor.where(Right.ANSWER)),
        "departments": _ids(f"{at}/{specialty}" for at, specialty in actor.departments(Sees.DEPARTMENT)),
        "departments_open": _ids(f"{at}/{specialty}" for at, specialty in actor.departments(Sees.DEPARTMENT_OPEN)),
        "queues": _ids(actor.seeing(Sees.QUEUE)),
        "managed": _ids(actor.seeing(Sees.HOSPITAL)),
        "accesses": _ids(actor.accesses),
        "administered": _over(actor, Right.MANAGE_PEOPLE),
        "audited": _over(actor, Right.READ_AUDIT),
        "posting": _over(actor, Right.PLAN_ROTATION),
        "past_since": past_since.isoformat(),
        "exchange": str(actor.key.facility) if actor.key else "",
        "exchange_kinds": _ids(actor.key.kinds) if actor.key else "",
    }


def _over(actor: Actor, right: Right) -> str:
    return EVERYWHERE if actor.may_everywhere(right) else _ids(actor.where(right))


def _ids(these: Iterable[object]) -> str:
    return ",".join(sorted(map(str, these)))
