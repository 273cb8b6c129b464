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
            description="The browser's offer, candidates included: one voice, one picture or both, sent and received.",
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


class LineTestView(ApiModel):
    state: State
    elapsed_ms: int
    rtt_ms: float | None = Field(description="Null in the first seconds.")
    voice: FlowView | None
    picture: FlowView | None
    frames: int = Field(description="Pictures that reached the server whole.")

    @classmethod
    def of(cls, measured: Measured) -> "LineTestView":
        return cls.model_validate(measured, from_attributes=True)
