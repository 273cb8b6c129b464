"""When vital signs of an emergency that waits are too old to decide on (`features.md`: the live-case check). Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from telemed.infra.events import Event
from telemed.kernel.values import Urgency
from telemed.sessions.events import VitalsAsked
from telemed.sessions.model import TAKEN, Consult, State

STALE_AFTER = timedelta(minutes=15)


def stale_at(c: Consult) -> datetime | None:
    """When new vital signs are to be asked for; None: nothing waits for them, or they were asked for already.

    Of an emergency without any, the time since it was sent counts. Practice is about nobody.
    """
    since = c.vitals_at or c.sent_at
    if c.state is not State.WAITING or c.urgency is not Urgency.STAT or c.practice or since is None:
        return None
    due = since + STALE_AFTER
    return None if c.vitals_asked_at is not None and c.vitals_asked_at >= due else due


def ask_again(c: Consult, now: datetime) -> tuple[Consult, list[Event]]:
    """The consult that remembers that it asked, once for each age of its vital signs."""
    due = stale_at(c)
    if due is None or due > now:
        return c, []
    return replace(c, vitals_asked_at=now), [VitalsAsked(c.id)]


def is_asking(c: Consult) -> bool:
    """Whether screens of both sides say that vital signs are to be taken again."""
    if c.vitals_asked_at is None or c.urgency is not Urgency.STAT or c.state not in {State.WAITING, *TAKEN}:
        return False
    return c.vitals_at is None or c.vitals_at + STALE_AFTER <= c.vitals_asked_at


def measured(c: Consult, taken_at: datetime, now: datetime) -> Consult:
    """With vital signs of this time; a browser's clock cannot make them younger than now."""
    at = min(taken_at, now)
    return replace(c, vitals_at=at if c.vitals_at is None else max(c.vitals_at, at))
