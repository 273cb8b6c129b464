"""What the edge says of line tests."""

from typing import Annotated

from pydantic import Field

from telemed.infra.routes import ApiModel, Verbatim
from telemed.media.model import MAX_OFFER, Measured, State


class LineTestOffer(ApiModel):
    sdp: Annotated[
        Verbatim,
        Field(
            min_length=1,
            max_length=MAX_OFFER,
            description="The browser's offer, candidates included: voice, picture (sent and received) and data, "
            "at most one part of each.",
        ),
    ]


class LineTestAnswer(ApiModel):
    sdp: Verbatim = Field(description="The echo peer's answer, all candidates included.")
    lasts_ms: int = Field(description="The test ends by itself after this time.")


class FlowView(ApiModel):
    """One kind of media as the server received it: `lost` is what the line lost, before any repair."""

    received: int
    lost: int
    jitter_ms: float


class PulseView(ApiModel):
    """Small words to the browser and back, without any other load; `lost_pct` of one way."""

    rtt_ms: float
    jitter_ms: float
    lost_pct: float


class LineTestView(ApiModel):
    state: State
    elapsed_ms: int
    rtt_ms: float | None = Field(description="Null in the first seconds.")
    voice: FlowView | None
    picture: FlowView | None
    frames: int = Field(description="Pictures that reached the server whole.")
    up_kbps: int | None = Field(description="The fullest second of what came over the channel `up`; 2000 at most.")
    pulse: PulseView | None = Field(description="Of the channel `pulse`.")

    @classmethod
    def of(cls, measured: Measured) -> "LineTestView":
        return cls.model_validate(measured, from_attributes=True)
