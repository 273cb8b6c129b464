"""The lines between the service and its worker process: one JSON object each, requests in, replies out."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from telemed.media.model import Measured

MAX_LINE = 1024 * 1024
"""Bytes. JSON may write one byte of an offer as six."""


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Open(_Line):
    do: Literal["open"] = "open"
    test: UUID
    sdp: str
    seconds: float


class Measure(_Line):
    do: Literal["measure"] = "measure"
    test: UUID


class Close(_Line):
    do: Literal["close"] = "close"
    test: UUID


Order = Open | Measure | Close


class Request(_Line):
    ref: int
    order: Order = Field(discriminator="do")


class Reply(_Line):
    """`refused` names why the other two are empty; a `close` that worked has none of the three."""

    ref: int
    answer: str | None = None
    measured: Measured | None = None
    refused: Literal["bad_offer", "missing"] | None = None
