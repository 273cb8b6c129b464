"""Whether a department approved these limits or this template, word for word. Pure.

An approval is of a hash: the smallest change of a limit makes it “chưa được duyệt chuyên môn” again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, UserId
from telemed.sessions import case_templates, vitals
from telemed.sessions.case_templates import CaseTemplate, digest

LIMITS = "vital_limits"


class OtherContent(DomainError):
    """What is to be approved is no longer what that screen showed."""

    kind, code = Kind.CONFLICT, "approval.other_content"


@dataclass(frozen=True, slots=True)
class Content:
    """What can be approved: `subject` in `version`, known by its hash."""

    subject: str
    version: int
    sha256: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Approval:
    """`approved` False takes an earlier one back."""

    id: UUID
    hospital: FacilityId
    subject: str
    version: int
    sha256: str
    approved: bool
    note: str
    person: UserId
    at: datetime


def limits() -> Content:
    """The limits of vital signs, pregnancy's too."""
    told = [_limit(one) for one in vitals.LIMITS] + [[item, _band(band)] for item, band in vitals.PREGNANT.items()]
    return Content(LIMITS, vitals.VERSION, digest(told), vitals.MADE_ON)


def of_template(one: CaseTemplate) -> Content:
    return Content(f"template.{one.id}", one.version, one.sha256, one.made_on)


def contents() -> Mapping[str, Content]:
    """All that is in use now, by subject."""
    found = [limits(), *(of_template(one) for one in case_templates.current().values())]
    return {one.subject: one for one in found}


def require_current(subject: str, version: int, sha256: str) -> Content:
    """Raises OtherContent."""
    found = contents().get(subject)
    if found is None or (found.version, found.sha256) != (version, sha256):
        raise OtherContent(pointer="/body/sha256")
    return found


def standing(said: Iterable[Approval], content: Content) -> list[Approval]:
    """The approvals of exactly this content that hold: of each hospital the last word."""
    of_it = [one for one in said if (one.subject, one.sha256) == (content.subject, content.sha256)]
    last = {one.hospital: one for one in sorted(of_it, key=lambda one: (one.at, one.id))}
    return [one for one in last.values() if one.approved]


def _limit(limit: vitals.Limit) -> list[Any]:
    return [limit.item, limit.unit, [str(edge) for edge in limit.hard], [_band(band) for band in limit.bands]]


def _band(band: vitals.Band) -> list[Any]:
    edges = (band.low, band.high, band.critical_low, band.critical_high)
    return [band.from_months, band.to_months, *(None if edge is None else str(edge) for edge in edges)]
