"""Every frame of `telemed.v1`, in and out. Facts change by HTTP; frames carry news, presence and negotiation.

A server frame with `s` is reliable: numbered per link, kept until acknowledged, replayed to a link that comes back.
A client frame may carry `id`: what became of it comes back as `done` or `problem` with `ref` = that id. Said again with
the same id, on the same link, it is answered again and not done again.
"""

from datetime import datetime
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from telemed.identity import PersonRef
from telemed.infra.api_model import ApiModel, Verbatim
from telemed.infra.problems import FieldError
from telemed.sessions import ConsultSummary, RingCard
from telemed.signaling.frame import ClientFrame, Droppable, Reliable, ServerFrame, Small
from telemed.signaling.frames_call import (
    CallReady,
    Candidates,
    Description,
    IceCandidate,
    IceServersNews,
    Incident,
    Join,
    Leave,
    Measured,
    MediaState,
    PeerCandidates,
    PeerDescription,
    PeerGone,
    PeerMedia,
    Replaced,
)
from telemed.signaling.frames_stills import DrawingNews, FileNews, FileProgress, PeerStroke, SecondCameraNews, Stroke

__all__ = [  # the whole protocol by one name: `frames as f`
    "CLIENT",
    "MAX_FRAME",
    "SERVER",
    "SUBPROTOCOL",
    "AnyClientFrame",
    "AnyServerFrame",
    "CallReady",
    "Candidates",
    "ClientFrame",
    "Description",
    "DrawingNews",
    "Droppable",
    "FileNews",
    "FileProgress",
    "IceCandidate",
    "IceServersNews",
    "Incident",
    "Join",
    "Leave",
    "Measured",
    "MediaState",
    "PeerCandidates",
    "PeerDescription",
    "PeerGone",
    "PeerMedia",
    "PeerStroke",
    "Reliable",
    "Replaced",
    "SecondCameraNews",
    "ServerFrame",
    "Stroke",
]

SUBPROTOCOL = "telemed.v1"
MAX_FRAME = 64 * 1024


class Resume(ApiModel):
    link: Annotated[Verbatim, Field(max_length=64)]
    token: Annotated[Verbatim, Field(max_length=128)]
    last: Small = Field(description="The highest `s` this browser has handled.")


class Hello(ClientFrame):
    """First frame, within 10 s. The ticket never travels in a URL."""

    type: Literal["hello"] = "hello"
    ticket: Annotated[Verbatim, Field(max_length=128)]
    tab: UUID = Field(description="Kept across reloads of one browser tab; a person's oldest link of it yields first.")
    resume: Resume | None = None


class Ack(ClientFrame):
    """Everything up to `last` is handled. At least every 32 frames or 5 s."""

    type: Literal["ack"] = "ack"
    last: Small


class Ping(ClientFrame):
    """Every `heartbeat_ms`; answered by `pong`. A link that says nothing for 30 s is closed."""

    type: Literal["ping"] = "ping"


class Writing(ClientFrame):
    """Someone in the call is typing in one field of the minutes; `null`: no longer. Droppable."""

    droppable: ClassVar[bool] = True

    type: Literal["writing"] = "writing"
    consult: UUID
    field: Annotated[str, Field(max_length=32)] | None


AnyClientFrame = Annotated[
    Hello | Ack | Ping | Join | Leave | Description | Candidates | MediaState | Writing | Stroke | Measured | Incident,
    Field(discriminator="type"),
]


class Welcome(ServerFrame):
    """The answer to `hello`, before all else."""

    type: Literal["welcome"] = "welcome"
    link: str
    token: str = Field(description="Needed to resume; changes with every welcome.")
    resumed: bool
    last: int = Field(description="The highest `s` sent so far on this link.")
    heartbeat_ms: int
    grace_ms: int
    server_time: datetime


class Snapshot(Reliable):
    """Everything live for this person; replaces what the page held."""

    type: Literal["snapshot"] = "snapshot"
    consults: list[ConsultSummary]
    rings: list[RingCard]


class Pong(ServerFrame):
    """The answer to `ping`."""

    type: Literal["pong"] = "pong"
    last: int = Field(description="The highest `s` sent: a browser that saw less has missed something and reconnects.")
    server_time: datetime


class Knock(ServerFrame):
    """The server has not heard this page for a while: answer with `ack` at once, asleep in a hidden tab or not."""

    type: Literal["knock"] = "knock"
    last: int = Field(description="As in `pong`.")


class Done(ServerFrame):
    """The frame with this `id` was done. Not sent for frames without one."""

    type: Literal["done"] = "done"
    ref: int


class ConsultNews(Reliable):
    """A consult as it stands now. Sent to all who work with it."""

    latest_of: ClassVar[tuple[str, ...]] = ("consult.id",)

    type: Literal["consult"] = "consult"
    consult: ConsultSummary


class RingNews(Reliable):
    """This person is being rung."""

    type: Literal["ring"] = "ring"
    ring: RingCard


class RingOver(Reliable):
    """This person's ring ended. The tone stops at once; `taken_by` names who took it."""

    type: Literal["ring_over"] = "ring_over"
    ring_id: UUID
    consult_id: UUID
    outcome: Literal["accepted", "declined", "missed", "superseded", "cancelled"]
    taken_by: PersonRef | None


class MinutesFieldNews(Reliable):
    """One field of the minutes as it stands now."""

    latest_of: ClassVar[tuple[str, ...]] = ("minutes", "field")

    type: Literal["minutes_field"] = "minutes_field"
    consult: UUID
    minutes: UUID
    field: str
    text: str
    version: int
    by: PersonRef
    at: datetime


class MinutesNews(Reliable):
    """Something else of the minutes changed (opinion, signature, conclusion): read them again."""

    latest_of: ClassVar[tuple[str, ...]] = ("minutes",)

    type: Literal["minutes"] = "minutes"
    consult: UUID
    minutes: UUID
    version: int


class RecordNews(Reliable):
    """A decision, referral, appointment or result of this consult changed: read it again.

    The `id` of a `result` is the consult's.
    """

    latest_of: ClassVar[tuple[str, ...]] = ("kind", "id")

    type: Literal["record"] = "record"
    consult: UUID
    kind: Literal["decision", "referral", "follow_up", "result"]
    id: UUID


class RingTest(Reliable):
    """“Vào ca trực” tries every channel: play the silent tone, then `POST /api/deliveries/{shift_id}/seen`."""

    type: Literal["test_ring"] = "test_ring"
    shift_id: UUID


class NoticeNews(Reliable):
    """This person has a new notice: read the list."""

    type: Literal["notice"] = "notice"
    id: UUID
    kind: str
    unseen: int


class PeerWriting(Droppable):
    """The other side's `writing`."""

    latest_of: ClassVar[tuple[str, ...]] = ("consult",)

    type: Literal["peer_writing"] = "peer_writing"
    consult: UUID
    field: str | None
    by: PersonRef


class FrameProblem(BaseModel):
    """As over HTTP (RFC 9457), without a status."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)

    type: str
    title: str
    code: str
    params: dict[str, str | int] = {}
    errors: list[FieldError] = Field(default=[], description="Faults of the frame by JSON pointer.")


class ProblemFrame(ServerFrame):
    """A frame was refused and changed nothing. `ref` is its `id`, if it had one."""

    type: Literal["problem"] = "problem"
    ref: int | None
    problem: FrameProblem


class Drain(ServerFrame):
    """The server is about to stop: reconnect after a random part of `spread_ms`, whoever closes first. Calls go on."""

    type: Literal["drain"] = "drain"
    spread_ms: int


AnyServerFrame = Annotated[
    Welcome
    | Snapshot
    | Pong
    | Knock
    | Done
    | ConsultNews
    | RingNews
    | RingOver
    | CallReady
    | IceServersNews
    | PeerGone
    | Replaced
    | PeerDescription
    | PeerCandidates
    | PeerMedia
    | MinutesFieldNews
    | MinutesNews
    | RecordNews
    | RingTest
    | NoticeNews
    | PeerWriting
    | FileNews
    | FileProgress
    | DrawingNews
    | PeerStroke
    | SecondCameraNews
    | ProblemFrame
    | Drain,
    Field(discriminator="type"),
]

CLIENT: TypeAdapter[AnyClientFrame] = TypeAdapter(AnyClientFrame)
SERVER: TypeAdapter[AnyServerFrame] = TypeAdapter(AnyServerFrame)
