"""Frames of a call: entering and leaving, negotiation, what each side sends and how its link does."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import PersonRef
from telemed.infra.api_model import ApiModel, Verbatim
from telemed.kernel.values import Rung
from telemed.media import IceServer
from telemed.sessions import Measurement
from telemed.signaling.frame import ClientFrame, Reliable, Small


class Join(ClientFrame):
    """Enter the call of a consult with this link.

    `generation` names this page's peer connection: never used before by this person, compared for equality only.
    Joining again with the same one (after a lost link, after the server restarted) renegotiates nothing by itself.
    """

    type: Literal["join"] = "join"
    call: UUID
    generation: Small
    take_over: bool = Field(
        default=True,
        description="False: not while another tab or device of this person is in the call (`call.elsewhere`). "
        "True once the person has said “Tiếp tục ở đây”.",
    )


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


RungCause = Literal["chosen", "data_cap", "usual", "uplink", "downlink", "delay", "device", "lost"]
Hearing = Literal["clear", "broken", "lost"]


class MediaState(ClientFrame):
    """What this side sends, why no more, and how it hears the other. Say it again after each `call_ready`.

    `cause`: `chosen` by the switch · `data_cap`, the month's megabytes · `usual`, what this place's link carried
    before · `uplink`, its own way up · `downlink`, the other side's way down · `delay` · `device`, a slow machine ·
    `lost`, nothing comes through.
    """

    type: Literal["media"] = "media"
    call: UUID
    camera: bool
    microphone: bool
    weak: bool = Field(default=False, description="Its own way to the server is slow or full.")
    rung: Rung | None = None
    cause: RungCause | None = Field(default=None, description="None on the highest rung.")
    hears: Hearing | None = Field(
        default=None, description="How the other's voice arrives here: only the other can send less. `lost`: unusable."
    )
    wants_detail: bool = Field(
        default=False, description="Asks the other side for few sharp pictures instead of many: something is examined."
    )


class Measured(ClientFrame):
    """How this side's link does in the call, every 5 s. Droppable."""

    droppable: ClassVar[bool] = True

    type: Literal["measured"] = "measured"
    call: UUID
    measurement: Measurement


IncidentOfPage = Literal[
    "rung",
    "cause",
    "path",
    "ice_restart",
    "rebuilt",
    "relay_only",
    "camera_fault",
    "microphone_fault",
    "forced",
]


class Incident(ClientFrame):
    """What happened to this side's media besides figures, for the call's black box. `value` is a code, never words.

    `rung`, `path`, `forced` (a rung held by the switch): which one, empty when it is none any more. `cause`: why the
    rung changed. `camera_fault`, `microphone_fault`: `blocked`, `missing`, `busy`, `insecure`, `failed`, empty when it
    works again. `relay_only`: only the relay comes through from here; kept for this place for a day.
    """

    type: Literal["incident"] = "incident"
    call: UUID
    kind: IncidentOfPage
    value: Annotated[Verbatim, Field(max_length=32, pattern=r"^[a-z0-9_]*$")] = ""


class CallReady(Reliable):
    """Both sides are in the room with these generations. The impolite side makes the first offer.

    The same two generations as before: nothing is negotiated anew, only what was under way is said again. So it comes
    once more when a month's megabytes are used up while the call runs.
    """

    type: Literal["call_ready"] = "call_ready"
    call: UUID
    polite: bool
    peer: PersonRef
    peer_generation: int
    generation: int
    epoch: int = Field(default=0, description="Grows whenever who sits in the room, or with which connection, changes.")
    ice_servers: list[IceServer]
    relay_only: bool = Field(default=False, description="Lately nothing but the relay came through from this place.")
    first_rung: Rung | None = Field(default=None, description="What this place's link usually carries at this hour.")
    ceiling: Rung | None = Field(default=None, description="Not above this rung: the month's megabytes are used up.")
    peer_ceiling: Rung | None = Field(
        default=None, description="The same of the other side's place: what comes there is paid for there, too."
    )


class IceServersNews(Reliable):
    """Fresh relay credentials, before those of `call_ready` end: `setConfiguration`. Nothing is negotiated by it."""

    latest_of: ClassVar[tuple[str, ...]] = ("call",)

    type: Literal["ice_servers"] = "ice_servers"
    call: UUID
    ice_servers: list[IceServer]


class PeerGone(Reliable):
    """The other side's link dropped or it left the room. Media may still flow: nothing is torn down."""

    type: Literal["peer_gone"] = "peer_gone"
    call: UUID
    peer: PersonRef
    left: bool = Field(description="True: left by choice; false: the link dropped, it may come back.")
    epoch: int = Field(default=0, description="As in `call_ready`.")


class Replaced(Reliable):
    """Another tab or device of the same person entered this call; this one is out of it."""

    type: Literal["replaced"] = "replaced"
    call: UUID
    generation: int = Field(default=0, description="Of the seat that was lost: a page that joined again since, stays.")


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

    latest_of: ClassVar[tuple[str, ...]] = ("call",)

    type: Literal["peer_media"] = "peer_media"
    call: UUID
    camera: bool
    microphone: bool
    weak: bool
    rung: Rung | None = None
    cause: RungCause | None = None
    hears: Hearing | None = None
    wants_detail: bool = False
