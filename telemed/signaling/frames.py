"""Every frame of `telemed.v1`, in and out. Facts change by HTTP; frames carry news, presence and negotiation.

A server frame with `s` is reliable: numbered per link, kept until acknowledged, replayed to a link that comes back.
A client frame may carry `id`; a problem about it comes back as `problem` with `ref` = that id, and the socket stays.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from telemed.identity import PersonRef
from telemed.infra.api_model import ApiModel, Verbatim
from telemed.infra.problems import FieldError
from telemed.media import IceServer
from telemed.sessions import ConsultSummary, Measurement, RingCard

SUBPROTOCOL = "telemed.v1"
MAX_FRAME = 64 * 1024

Small = Annotated[int, Field(ge=0, le=2**31)]


class ClientFrame(ApiModel):
    id: Small | None = None


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


class Join(ClientFrame):
    """Enter the call of a consult with this link.

    `generation` names this page's peer connection: never used before by this person, compared for equality only.
    Joining again with the same one (after a lost link, after the server restarted) renegotiates nothing by itself.
    """

    type: Literal["join"] = "join"
    call: UUID
    generation: Small


class Leave(ClientFrame):
    """“Rời phòng”: the consult stays open."""

    type: Literal["leave"] = "leave"
    call: UUID


class Description(ClientFrame):
    """An SDP offer or answer. `generation` is the sender's peer connection, `to_generation` the one it is meant for.

    `negotiation` counts the sender's offers; an answer names the offer it answers. A link that comes back says its
    offer again, so answers come twice: one that names another offer than the pending one is dropped.
    """

    type: Literal["description"] = "description"
    call: UUID
    generation: Small
    to_generation: Small
    negotiation: Small = 0
    kind: Literal["offer", "answer"]
    sdp: Verbatim = Field(description="At most 32 KiB, at most 3 media lines: audio, video, application.")


class IceCandidate(ApiModel):
    candidate: Annotated[Verbatim, Field(max_length=1024, pattern=r"^[ -~]*$")] = Field(
        description="Empty: no more candidates."
    )
    sdp_mid: Annotated[Verbatim, Field(max_length=64, pattern=r"^[ -~]*$")] | None = None
    sdp_m_line_index: Annotated[int | None, Field(ge=0, le=16)] = None


class Candidates(ClientFrame):
    """Gather for some 50 ms, then send together."""

    type: Literal["candidates"] = "candidates"
    call: UUID
    generation: Small
    to_generation: Small
    candidates: Annotated[list[IceCandidate], Field(min_length=1, max_length=64)]


class MediaState(ClientFrame):
    """What this side shows and speaks, and whether its link is weak. Say it again after each `call_ready`."""

    type: Literal["media"] = "media"
    call: UUID
    camera: bool
    microphone: bool
    weak: bool = False


class Writing(ClientFrame):
    """Someone in the call is typing in one field of the minutes; `null`: no longer. Droppable."""

    type: Literal["writing"] = "writing"
    consult: UUID
    field: Annotated[str, Field(max_length=32)] | None


class Measured(ClientFrame):
    """How this side's link does in the call, every 10 s. Droppable."""

    type: Literal["measured"] = "measured"
    call: UUID
    measurement: Measurement


AnyClientFrame = Annotated[
    Hello | Ack | Ping | Join | Leave | Description | Candidates | MediaState | Writing | Measured,
    Field(discriminator="type"),
]


class ServerFrame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Reliable(ServerFrame):
    s: int = Field(default=0, description="Its number on this link, from 1 without gaps; set when it is queued.")


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


class ConsultNews(Reliable):
    """A consult as it stands now. Sent to all who work with it."""

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


class CallReady(Reliable):
    """Both sides are in the room with these generations. The impolite side makes the first offer.

    The same two generations as before: nothing is negotiated anew, only what was under way is said again.
    """

    type: Literal["call_ready"] = "call_ready"
    call: UUID
    polite: bool
    peer: PersonRef
    peer_generation: int
    generation: int
    ice_servers: list[IceServer]


class PeerGone(Reliable):
    """The other side's link dropped or it left the room. Media may still flow: nothing is torn down."""

    type: Literal["peer_gone"] = "peer_gone"
    call: UUID
    peer: PersonRef
    left: bool = Field(description="True: left by choice; false: the link dropped, it may come back.")


class Replaced(Reliable):
    """Another tab or device of the same person entered this call; this one is out of it."""

    type: Literal["replaced"] = "replaced"
    call: UUID


class PeerDescription(Reliable):
    """The other side's `description`, with its generation and the one it is meant for."""

    type: Literal["peer_description"] = "peer_description"
    call: UUID
    generation: int
    to_generation: int
    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str


class PeerCandidates(Reliable):
    """The other side's `candidates`."""

    type: Literal["peer_candidates"] = "peer_candidates"
    call: UUID
    generation: int
    to_generation: int
    candidates: list[IceCandidate]


class PeerMedia(Reliable):
    """The other side's `media`."""

    type: Literal["peer_media"] = "peer_media"
    call: UUID
    camera: bool
    microphone: bool
    weak: bool


class MinutesFieldNews(Reliable):
    """One field of the minutes as it stands now."""

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

    type: Literal["minutes"] = "minutes"
    consult: UUID
    minutes: UUID
    version: int


class RecordNews(Reliable):
    """A decision or referral of this consult changed: read it again."""

    type: Literal["record"] = "record"
    consult: UUID
    kind: Literal["decision", "referral"]
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


class PeerWriting(ServerFrame):
    """The other side's `writing`."""

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
    """The server is about to restart: reconnect after a random part of `spread_ms`. Calls go on."""

    type: Literal["drain"] = "drain"
    spread_ms: int


AnyServerFrame = Annotated[
    Welcome
    | Snapshot
    | Pong
    | ConsultNews
    | RingNews
    | RingOver
    | CallReady
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
    | ProblemFrame
    | Drain,
    Field(discriminator="type"),
]

CLIENT: TypeAdapter[AnyClientFrame] = TypeAdapter(AnyClientFrame)
SERVER: TypeAdapter[AnyServerFrame] = TypeAdapter(AnyServerFrame)
