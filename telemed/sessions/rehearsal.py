"""What a ladder would do if nobody ever answered: the same case and the same ticks, over a request that is none."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

from telemed.infra.db import Tx
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ConsultId, FacilityId, PatientId, UserId, uuid7
from telemed.kernel.values import Specialty, Urgency
from telemed.schedules import Schedules
from telemed.sessions.case import Case
from telemed.sessions.completeness import SHORTEST_QUESTION
from telemed.sessions.ladders import LadderPlan, Place, Roster
from telemed.sessions.model import Answer, Consult, Request, Ring, Sharing, State, Timers
from telemed.sessions.people import Presence
from telemed.sessions.standing import Hearing, Standing, Ward

WINDOWS: Final = (time(2), time(8), time(14), time(20))
"""Of a working day and of a Sunday: night, morning, afternoon, evening."""
STATIONS: Final = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that nobody made."""

    station: FacilityId
    hospital: FacilityId
    specialty: Specialty
    urgency: Urgency
    at: datetime


@dataclass(frozen=True, slots=True)
class Rehearsed:
    rings: tuple[Ring, ...]
    ended_at: datetime | None
    """When the ladder was at its end; None: the request expired before."""

    @property
    def answerers(self) -> frozenset[UserId]:
        return frozenset(ring.user for ring in self.rings if ring.user)

    @property
    def first_passed_over(self) -> bool:
        return self.rings[0].user is None


async def rehearse(
    asked: Asked, plan: LadderPlan, timers: Timers, roster: Callable[[Consult, datetime], Awaitable[Roster]]
) -> Rehearsed:
    """One round, from the first step to the last."""
    case = Case(_request(asked), (), timers, plan)
    case, _ = case.send(asked.at, await roster(case.consult, asked.at))
    while case.consult.state is State.WAITING and case.consult.ladder_ended_at is None and case.due_at is not None:
        now = case.due_at
        case, _ = case.tick(now, await roster(case.consult, now))
    return Rehearsed(case.rings, case.consult.ladder_ended_at)


def _request(asked: Asked) -> Consult:
    """Complete enough to be sent."""
    return Consult(
        id=ConsultId(uuid7()),
        code="",
        station=asked.station,
        hospital=asked.hospital,
        requester=UserId(uuid7()),
        urgency=asked.urgency,
        specialty=asked.specialty,
        answer=Answer.CALL,
        request=Request(reason="?", question="?" * SHORTEST_QUESTION),
        created_at=asked.at,
        patient=PatientId(uuid7()),
        sharing=Sharing.GIVEN,
    )


def situations(
    hospital: FacilityId, stations: Sequence[FacilityId], specialties: Sequence[Specialty], now: datetime
) -> Iterator[Asked]:
    """The same for the same day: some of the stations, a working day and a Sunday soon, every urgency."""
    spread = [stations[i * len(stations) // STATIONS] for i in range(STATIONS)] if stations else []
    tomorrow = now.astimezone(LOCAL).date() + timedelta(days=1)
    days = [tomorrow + timedelta(days=n) for n in range(7)]
    working, sunday = next(d for d in days if d.isoweekday() < 6), next(d for d in days if d.isoweekday() == 7)
    moments = [datetime.combine(day, at, LOCAL).astimezone(UTC) for day in (working, sunday) for at in WINDOWS]
    count = 0
    for station in spread:
        for at in moments:
            for urgency in Urgency:
                yield Asked(station, hospital, specialties[count % len(specialties)], urgency, at)
                count += 1


class Imagined(Standing):
    """Who stands on a ladder at other times: each roster is read once, whoever can hear is decided beforehand."""

    def __init__(self, schedules: Schedules, presence: Presence, now: datetime | None = None) -> None:
        super().__init__(schedules, presence)
        self._now = now
        """Whom one could reach at this moment is asked; None: everybody."""
        self._wards: dict[tuple[FacilityId, Specialty, datetime], Ward] = {}
        self._places: dict[tuple[FacilityId, Place, datetime], FacilityId | None] = {}

    async def _ward(self, tx: Tx, hospital: FacilityId, specialty: Specialty, now: datetime) -> Ward:
        key = hospital, specialty, now
        if key not in self._wards:
            self._wards[key] = await super()._ward(tx, hospital, specialty, now)
        return self._wards[key]

    async def _hospital(self, tx: Tx, consult: Consult, place: Place, now: datetime) -> FacilityId | None:
        key = consult.station, place, now
        if key not in self._places:
            self._places[key] = await super()._hospital(tx, consult, place, now)
        return self._places[key]

    async def _hearing(self, tx: Tx, consult: Consult, people: set[UserId], now: datetime) -> Hearing:
        if self._now is None:
            return Hearing(people, frozenset())
        return await super()._hearing(tx, consult, people, self._now)
