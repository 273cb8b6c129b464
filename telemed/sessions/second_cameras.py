"""A phone as second camera: let in by a code on the station's screen, to one call, for as long as that call. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import CallId, CameraId, UserId

CODE_FOR: Final = timedelta(minutes=5)
"""Long enough to fetch a phone from the next room; short enough that a code left on a screen is worth nothing."""
PER_CALL: Final = 4
"""Phones that may be let in to one call at the same time."""


class CameraState(StrEnum):
    WAITING = "waiting"
    IN = "in"
    OVER = "over"


class BadCode(DomainError):
    """This code is not right, was used, or has run out: ask the station for a new one."""

    kind, code = Kind.DENIED, "camera.bad_code"


class CameraOut(DomainError):
    """This phone is no camera of a call any more."""

    kind, code = Kind.UNAUTHENTICATED, "camera.out"


class TooManyCameras(DomainError):
    """No more phones can be added to this call."""

    kind, code = Kind.CONFLICT, "camera.too_many"


@dataclass(frozen=True, slots=True)
class SecondCamera:
    id: CameraId
    call: CallId
    admitted_by: UserId
    made_at: datetime
    expires_at: datetime
    joined_at: datetime | None = None
    ended_at: datetime | None = None

    @classmethod
    def admit(cls, camera: CameraId, call: CallId, by: UserId, now: datetime) -> "SecondCamera":
        return cls(camera, call, by, now, now + CODE_FOR)

    def state(self, now: datetime) -> CameraState:
        if self.ended_at is not None:
            return CameraState.OVER
        if self.joined_at is not None:
            return CameraState.IN  # who came in stays until the call ends
        return CameraState.WAITING if now < self.expires_at else CameraState.OVER

    def shown_again(self, now: datetime) -> "SecondCamera":
        """A fresh code for a phone that has not come yet.

        Raises:
            CameraOut: it was sent away.
        """
        if self.ended_at is not None:
            raise CameraOut()
        return self if self.joined_at else replace(self, expires_at=now + CODE_FOR)

    def enter(self, now: datetime) -> "SecondCamera":
        """
        Raises:
            BadCode: another phone used the code, or its time is over.
        """
        if self.state(now) is not CameraState.WAITING:
            raise BadCode()
        return replace(self, joined_at=now)

    def end(self, now: datetime) -> "SecondCamera":
        return replace(self, ended_at=self.ended_at or now)
