"""Typed ids. Every id is a UUIDv7 made by whoever asks; it tells its time, so it is never a secret."""

import secrets
import time
from typing import NewType
from uuid import UUID

UserId = NewType("UserId", UUID)
FacilityId = NewType("FacilityId", UUID)
GrantId = NewType("GrantId", UUID)
SignInId = NewType("SignInId", UUID)
"""One signing in of one person in one browser; every token that follows from it carries its id."""
DeviceId = NewType("DeviceId", UUID)
AccessId = NewType("AccessId", UUID)
ShiftId = NewType("ShiftId", UUID)
SwapId = NewType("SwapId", UUID)
RotationId = NewType("RotationId", UUID)
ConsultId = NewType("ConsultId", UUID)
RingId = NewType("RingId", UUID)
LadderId = NewType("LadderId", UUID)
HandoverId = NewType("HandoverId", UUID)
CallId = NewType("CallId", UUID)
PatientId = NewType("PatientId", UUID)
MinutesId = NewType("MinutesId", UUID)
ReferralId = NewType("ReferralId", UUID)
FollowUpId = NewType("FollowUpId", UUID)
FileId = NewType("FileId", UUID)
DrawingId = NewType("DrawingId", UUID)
CameraId = NewType("CameraId", UUID)
"""A phone that a station let into one call."""
ChangeId = NewType("ChangeId", UUID)
"""The id of one change command, made by the browser: the same id sent again changes nothing."""


def uuid7() -> UUID:
    """A time-ordered id (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits."""
    millis = time.time_ns() // 1_000_000
    value = (millis & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76  # version
    value = value & ~(0x3 << 62) | 0x2 << 62  # variant
    return UUID(int=value)
