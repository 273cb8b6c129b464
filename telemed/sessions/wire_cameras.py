"""What the edge says of second cameras: the code a station shows, what a phone says to come in, how the two connect."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from telemed.infra.api_model import ApiModel, Verbatim
from telemed.sessions.second_cameras import CameraState

Sdp = Annotated[Verbatim, Field(min_length=1, max_length=32 * 1024)]
Secret = Annotated[Verbatim, Field(min_length=22, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class CameraCode(ApiModel):
    """Shown once: the server keeps hashes."""

    id: UUID
    secret: str = Field(description="Goes into the code to scan, behind a `#`: it never reaches a server's log.")
    qr_svg: str = Field(repr=False, description="The phone's page with that secret, as an SVG to scan.")
    digits: str = Field(description="Six digits for who cannot scan.")
    expires_at: datetime


class CameraEntry(ApiModel):
    """One of `secret` and `digits`. `token` is of the phone's own making, so that the same entry may be sent again."""

    secret: Secret | None = None
    digits: Annotated[str | None, Field(pattern=r"^\d{6}$")] = None
    token: Secret


class Session(ApiModel):
    """A description of one peer connection, whole: all candidates are in it."""

    number: Annotated[int, Field(ge=1, le=2**31)] = Field(description="Counts the offers of this phone.")
    sdp: Sdp


class CameraView(ApiModel):
    id: UUID
    call_id: UUID
    state: CameraState
    expires_at: datetime
    joined_at: datetime | None
    offer: Session | None = Field(description="What the phone offers now; kept in memory alone.")


class CameraList(ApiModel):
    cameras: list[CameraView]


class TakeStill(ApiModel):
    """What is to be seen in it, for the phone's screen."""

    caption: Annotated[str, Field(max_length=200)] = ""
    asked_by: UUID | None = None


class Wanted(ApiModel):
    """A picture this phone is to take now, under this id."""

    still_id: UUID
    caption: str
    asked_by: UUID | None
