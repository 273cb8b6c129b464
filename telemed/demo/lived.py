"""One consult of the past: the models decide everything, this keeps what became of it, what was told, when, by whom.

It is the services' part played without a database, because a month of services would take minutes: `demo/history.py`
writes what is left at the end. Who acts, and how long they take, is `demo/scenes.py`'s to say.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from telemed.demo.past import Past
from telemed.infra.events import Event
from telemed.kernel.actor import SYSTEM_ID
from telemed.kernel.ids import CallId, ConsultId, RingId, UserId
from telemed.kernel.values import Specialty
from telemed.records.patient import Patient
from telemed.sessions import (
    Answer,
    Call,
    CallState,
    Case,
    Consult,
    ConsultChanged,
    Incident,
    IncidentKind,
    Look,
    VitalSigns,
)
from telemed.sessions import events as facts
from telemed.sessions.calls import Side
from telemed.sessions.ladders import Roster
from telemed.sessions.model import PhoneNote, Ring

Told = tuple[datetime, UserId, Event]


class Lived:
    def __init__(self, past: Past, rng: Random, draft: Consult, patient: Patient, vitals: Sequence[VitalSigns]) -> None:
        self.past, self.rng, self.patient, self.vitals = past, rng, patient, list(vitals)
        self.now = draft.created_at
        self.case = Case(draft, (), past.timers)
        self.calls: list[Call] = []
        self.phone_notes: list[PhoneNote] = []
        self.looks: defaultdict[tuple[CallId, UserId], list[Look]] = defaultdict(list)
        self.incidents: list[tuple[CallId, Incident]] = []
        self.unreachable: frozenset[UserId] = past.absent(draft.hospital, draft.created_at)
        self.told: list[Told] = []
        self.deeds: list[dict[str, Any]] = []
        self._tell(draft.requester, [facts.ConsultDrafted(draft.id)])
        self.did(draft.requester, "create", "consult", draft.id)

    @property
    def consult(self) -> Consult:
        return self.case.consult

    @property
    def call(self) -> Call:
        return self.calls[-1]

    def new_id(self) -> UUID:
        return uuid7_at(self.now, self.rng)

    # -- time ------------------------------------------------------------------------------------------------------

    def wait(self, *, between: tuple[float, float], minutes: bool = False) -> None:
        """Somewhere between two numbers of seconds, or of minutes; more often short than long."""
        low, high = between
        seconds = self.rng.triangular(low, high, low + (high - low) * 0.25) * (60 if minutes else 1)
        self.now += timedelta(seconds=round(seconds, 3))

    def wait_working(self, *, between: tuple[float, float]) -> None:
        """Hours of working time: what is routine is done by day."""
        hours = timedelta(hours=self.rng.uniform(*between))
        self.now = max(self.now, self.past.working.add(self.now, hours))

    def let_pass(self) -> None:
        """Until the case's timer rings."""
        assert self.case.due_at is not None
        self.now = max(self.now, self.case.due_at)
        self.become(SYSTEM_ID, *self.case.tick(self.now, self.roster()))

    # -- the case --------------------------------------------------------------------------------------------------

    def send(self) -> None:
        self.become(self.consult.requester, *self.case.send(self.now, self.roster()))

    def complete(self, told: str) -> None:
        """The station adds what the hospital asked for, and sends it again."""
        asked = self.consult.request
        request = replace(asked, examination=f"{asked.examination} {told}")
        versions = {**self.consult.field_versions, "examination": self.consult.version + 1}
        changed = replace(self.consult, request=request, field_versions=versions)
        fact = ConsultChanged(self.consult.id, ("examination",))
        self.become(self.consult.requester, replace(self.case, consult=changed), [fact])
        self.did(self.consult.requester, "change", "consult", self.consult.id)
        self.wait(between=(5, 40))
        self.send()

    def accept(self, who: UserId, answer: Answer | None = None) -> None:
        self.become(who, *self.case.accept(who, self.now, answer))
        self.did(who, "accept", "consult", self.consult.id)
        if self.consult.answer is Answer.CALL:
            self.open_call(who)

    def decline(self, ring: Ring, reason: str) -> None:
        assert ring.user is not None
        self.become(ring.user, *self.case.decline(ring.id, reason, self.now, self.roster()))
        self.did(ring.user, "decline", "ring", ring.id)

    def pass_to(self, specialty: Specialty, by: UserId, ring: RingId) -> None:
        moved = replace(self.consult, specialty=specialty)
        roster = self.past.roster(moved, self.now, self.unreachable)
        self.become(by, *self.case.change_specialty(specialty, by, self.now, roster))
        self.did(by, "decline", "ring", ring)

    def give_back(self, by: UserId, question: str) -> None:
        self.become(by, *self.case.give_back(by, question, self.now))
        self.did(by, "return", "consult", self.consult.id)

    def cancel(self, reason: str) -> None:
        self.become(self.consult.requester, *self.case.cancel(self.consult.requester, reason, self.now))
        self.did(self.consult.requester, "cancel", "consult", self.consult.id)

    def transfer(self) -> None:
        self.become(self.consult.requester, *self.case.transfer(self.consult.requester, self.now))
        self.did(self.consult.requester, "transfer", "consult", self.consult.id)

    def telephone(self, number: str, spoke_with: str, advice: str) -> None:
        by = self.consult.requester
        self.phone_notes.append(PhoneNote(self.new_id(), self.now, by, number, spoke_with, advice))
        self.become(by, self.case, [facts.PhoneCallLogged(self.consult.id, by)])

    def close(self, by: UserId) -> None:
        self.become(by, *self.case.close(self.now))

    def become(self, by: UserId, case: Case, told: Iterable[Event]) -> None:
        """Take what a model has decided; each change is a version, as when it is saved."""
        version = self.consult.version + (case.consult != self.consult or case.rings != self.case.rings)
        self.case = replace(case, consult=replace(case.consult, version=version))
        self._tell(by, told)

    # -- the call --------------------------------------------------------------------------------------------------

    def open_call(self, by: UserId) -> None:
        """One is open already when the doctor who took it before never came."""
        if self.calls and self.call.state is not CallState.ENDED:
            return
        call, opened = Call.open(CallId(self.new_id()), self.consult.id, len(self.calls) + 1, self.now)
        self.calls.append(call)
        self._tell(by, [opened])

    def join(self, who: UserId) -> None:
        at_hospital = who == self.consult.specialist
        place = self.consult.hospital if at_hospital else self.consult.station
        if any(seat.user == who for seat in self.call.participants):
            self.tell_of(who, IncidentKind.LINE_BACK)
        self._call(who, *self.call.join(who, place, "hospital" if at_hospital else "station", self.now))
        if at_hospital:
            self.become(who, self.case.taker_came(), [])
        self.did(who, "join", "call", self.call.id)

    def lose(self, who: UserId) -> None:
        """The line is gone; nothing ends."""
        self.tell_of(who, IncidentKind.LINE_LOST)
        self._call(who, *self.call.drop(who, self.now, by_choice=False))

    def end_call(self, by: UserId) -> None:
        self._call(by, *self.call.end(by, self.now))
        self.become(by, self.case.call_over(), [])
        self.did(by, "end", "call", self.call.id)

    def look(self, who: UserId, look: Look) -> None:
        self.looks[self.call.id, who].append(look)

    def tell_of(self, who: UserId, kind: IncidentKind, value: str = "", at: datetime | None = None) -> None:
        """Something happened to somebody's media."""
        side: Side = "station" if who == self.consult.requester else "hospital"
        self.incidents.append((self.call.id, Incident(at or self.now, kind, side, value, who)))

    def _call(self, by: UserId, call: Call, told: Iterable[Event]) -> None:
        self.calls[-1] = call
        self._tell(by, told)

    # -- what is kept ----------------------------------------------------------------------------------------------

    def roster(self) -> Roster:
        return self.past.roster(self.consult, self.now, self.unreachable)

    def did(self, by: UserId, action: str, entity: str, entity_id: UUID | None) -> None:
        about = None if entity == "patient" else self.consult.id
        deed = {"action": action, "entity": entity, "entity_id": entity_id, "consult_id": about}
        self.deeds.append({"at": self.now, "actor_id": by, **deed})

    def tell(self, by: UserId, *told: Event) -> None:
        self._tell(by, told)

    def _tell(self, by: UserId, told: Iterable[Event]) -> None:
        self.told += ((self.now, by, event) for event in told)


def uuid7_at(at: datetime, rng: Random) -> UUID:
    """As `kernel/ids.py` makes them, of another time and the same in every run."""
    value = int(at.timestamp() * 1000) << 80 | rng.getrandbits(80)
    return UUID(int=value & ~(0xF << 76 | 0x3 << 62) | 0x7 << 76 | 0x2 << 62)


def consult_id_at(at: datetime, rng: Random) -> ConsultId:
    return ConsultId(uuid7_at(at, rng))
