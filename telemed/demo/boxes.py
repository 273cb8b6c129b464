"""What black boxes of the past come to: a row a side, a verdict a call, what each place's link carried by the hour."""

from collections import defaultdict
from datetime import datetime

from telemed.demo import store
from telemed.demo.lived import Lived
from telemed.infra.db import Tx
from telemed.kernel.ids import CallId, FacilityId
from telemed.media import store_links
from telemed.media.links import LinkHour, hours_of_call
from telemed.sessions import Finding, Incident, findings, store_black_box
from telemed.sessions.calls import Call, CallState
from telemed.sessions.verdicts import SIDES, Heard, of_call


class Carried:
    """What links carried, gathered over all cases and written once."""

    def __init__(self) -> None:
        self._hours: defaultdict[FacilityId, dict[datetime, LinkHour]] = defaultdict(dict)

    async def keep(self, tx: Tx, one: Lived) -> None:
        """One case's calls, after they were saved."""
        await store.add_black_boxes(tx, one.looks, one.incidents)
        put_down = put_down_to(one)
        for call in one.calls:
            if call.ended_at is not None and (finding := put_down.get(call.number)):
                await store_black_box.put_verdict(tx, one.consult.id, call.number, finding, call.ended_at)
            for seat in call.participants:
                here = self._hours[seat.facility]
                for hour in hours_of_call(one.looks.get((call.id, seat.user), ())):
                    here[hour.at] = here[hour.at] + hour if hour.at in here else hour
        if not one.calls:
            await findings.without_call(tx, one.consult.id)

    async def write(self, tx: Tx) -> None:
        for facility, hours in self._hours.items():
            await store_links.add(tx, facility, hours.values())


def put_down_to(one: Lived) -> dict[int, Finding]:
    """What each finished call is put down to, by the call's number."""
    return {
        call.number: of_call(_heard(one, call, call.ended_at))
        for call in one.calls
        if call.state is CallState.ENDED and call.ended_at is not None
    }


def told(one: Lived, call: CallId) -> list[Incident]:
    return [incident for of, incident in one.incidents if of == call]


def _heard(one: Lived, call: Call, ended_at: datetime) -> Heard:
    sides = {seat.user: seat.side for seat in call.participants}
    looks = {
        side: [look for user, at in sides.items() if at == side for look in one.looks.get((call.id, user), ())]
        for side in SIDES
    }
    return Heard(call.opened_at, call.live_at, ended_at, frozenset(sides.values()), looks, told(one, call.id))
