"""What the edge says of stored line tests, and of the ICE servers a test needs."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from telemed.infra.routes import ApiModel
from telemed.kernel.values import Rung
from telemed.media.ice import IceServer
from telemed.media.model_probe import Device, Figures, ProbeKind

Rate = Annotated[int | None, Field(ge=0, le=10_000_000)]
Time = Annotated[int | None, Field(ge=0, le=120_000)]


class PathSeen(ApiModel):
    """Whether one way went through, and how long the first word took on it."""

    works: bool
    ms: Time


class Paths(ApiModel):
    """Null: not tried, because there is no such server."""

    direct: PathSeen | None
    relay_udp: PathSeen | None
    relay_tcp: PathSeen | None
    relay_tls: PathSeen | None

    @property
    def reached(self) -> bool:
        return any(way.works for way in (self.direct, self.relay_udp, self.relay_tcp, self.relay_tls) if way)


class NewLineProbe(ApiModel):
    facility_id: UUID = Field(description="Where it was measured: a place the person works at.")
    kind: ProbeKind = ProbeKind.PERSON
    up_kbps: Rate = None
    down_kbps: Rate = None
    rtt_ms: Time = None
    jitter_ms: Time = None
    loss_pct: Annotated[float | None, Field(ge=0, le=100)] = None
    paths: Paths
    microphone: Device
    camera: Device
    bytes: Annotated[int, Field(ge=0, le=1_000_000_000)] = Field(
        default=0, description="What the test itself cost, both ways; it counts in the month's megabytes."
    )

    @property
    def figures(self) -> Figures:
        return Figures(self.up_kbps, self.down_kbps, self.rtt_ms, self.jitter_ms, self.loss_pct)


class LineProbeView(NewLineProbe):
    id: UUID
    at: datetime
    rung: Rung = Field(description="What a call would begin with on such a line.")


class LineProbes(ApiModel):
    probes: list[LineProbeView] = Field(description="The newest first.")


class ProbesOf(ApiModel):
    facility_id: UUID
    kind: ProbeKind | None = None


class IceServers(ApiModel):
    """For `RTCConfiguration.iceServers`; empty when there is no relay."""

    ice_servers: list[IceServer]
    lasts_ms: int
