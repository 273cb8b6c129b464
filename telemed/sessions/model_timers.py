"""How long each thing of a consult may take, by its urgency. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from telemed.kernel.values import Urgency


def _plain(start: datetime, duration: timedelta) -> datetime:
    return start + duration


@dataclass(frozen=True, slots=True)
class Timers:
    """How long each thing may take (`domain.md` 4.3, proposed; a setting per hospital).

    Routine durations are working time: `working` adds them over nights and holidays.
    """

    ring: Mapping[Urgency, timedelta]
    answer: Mapping[Urgency, timedelta]
    restart: Mapping[Urgency, timedelta]
    taker_absent: Mapping[Urgency, timedelta]
    expire: timedelta
    working: Callable[[datetime, timedelta], datetime] = _plain

    def _add(self, urgency: Urgency, start: datetime, duration: timedelta) -> datetime:
        return self.working(start, duration) if urgency is Urgency.ROUTINE else start + duration

    def after(self, urgency: Urgency, start: datetime, wait: timedelta) -> datetime:
        """When a step that rings so long has rung out."""
        return self._add(urgency, start, wait)

    def answer_due(self, urgency: Urgency, sent: datetime) -> datetime:
        return self._add(urgency, sent, self.answer[urgency])

    def restart_at(self, urgency: Urgency, ended: datetime) -> datetime:
        return self._add(urgency, ended, self.restart[urgency])

    def expires_at(self, urgency: Urgency, sent: datetime) -> datetime | None:
        """Only a routine request expires; an emergency never does."""
        return self._add(urgency, sent, self.expire) if urgency is Urgency.ROUTINE else None


WORKING_DAY = timedelta(hours=7, minutes=30)

DEFAULT_TIMERS = Timers(
    ring={
        Urgency.STAT: timedelta(minutes=2),
        Urgency.URGENT: timedelta(minutes=15),
        Urgency.ROUTINE: timedelta(hours=4),
    },
    answer={
        Urgency.STAT: timedelta(minutes=10),
        Urgency.URGENT: timedelta(minutes=60),
        Urgency.ROUTINE: WORKING_DAY,
    },
    restart={
        Urgency.STAT: timedelta(minutes=1),
        Urgency.URGENT: timedelta(minutes=15),
        Urgency.ROUTINE: timedelta(hours=4),
    },
    taker_absent={Urgency.STAT: timedelta(seconds=60), Urgency.URGENT: timedelta(minutes=5)},
    expire=3 * WORKING_DAY,
)
