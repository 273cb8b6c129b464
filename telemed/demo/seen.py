"""What the robot reads of the API and of the socket: only the parts it acts on, whatever else they may hold."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Seen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Person(Seen):
    id: UUID


class Participant(Seen):
    person: Person
    side: str
    linked: bool


class Call(Seen):
    id: UUID
    state: str
    participants: tuple[Participant, ...]

    @property
    def station_is_there(self) -> bool:
        return any(p.linked and p.side == "station" for p in self.participants)


class Consult(Seen):
    id: UUID
    state: str
    version: int
    urgency: str
    answer: str
    case_type: str
    specialist: Person | None
    call: Call | None


class Ring(Seen):
    consult: Consult


class Snapshot(Seen):
    consults: tuple[Consult, ...]
    rings: tuple[Ring, ...]


class ConsultNews(Seen):
    consult: Consult


class RingNews(Seen):
    ring: Ring


class MinutesNews(Seen):
    consult: UUID


class Ready(Seen):
    call: UUID
    polite: bool
    generation: int
    peer_generation: int


class Description(Seen):
    call: UUID
    generation: int
    to_generation: int
    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str


class Candidate(Seen):
    candidate: str
    sdp_mid: str | None
    sdp_m_line_index: int | None


class Candidates(Seen):
    call: UUID
    generation: int
    to_generation: int
    candidates: tuple[Candidate, ...]


class OfCall(Seen):
    call: UUID


class Field(Seen):
    text: str
    version: int


class Opinion(Seen):
    by: Person


class Signature(Seen):
    by: Person


class Minutes(Seen):
    id: UUID
    state: str
    fields: dict[str, Field]
    opinions: tuple[Opinion, ...]
    signatures: tuple[Signature, ...]
    my_lines: tuple[str, ...]
    document_hash: str
