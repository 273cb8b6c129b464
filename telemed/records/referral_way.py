"""What a referral carries beside its words: earlier stays, how somebody left, what the hospital tells. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import UserId
from telemed.records.model import CareResult, Fitness


class ReferralNotNow(DomainError):
    """The referral stands where this is no longer, or not yet, to be done; `state`, `answer`, `movement` say where."""

    kind, code = Kind.CONFLICT, "referral.not_now"


class NotFitUnexplained(DomainError):
    """Somebody not fit to travel leaves all the same only with the reason written down."""

    kind, code = Kind.INVALID, "referral.not_fit_unexplained"


class SamePlace(DomainError):
    """A patient is redirected to another hospital than the one that says so, and than the station."""

    kind, code = Kind.INVALID, "referral.same_place"


@dataclass(frozen=True, slots=True)
class EarlierStay:
    """Where the patient was seen or treated before; the paper has two such lines."""

    facility: str
    treated_from: date | None = None
    treated_to: date | None = None


STAYS: Final = 2


@dataclass(frozen=True, slots=True)
class Signs:
    """Vital signs at the door; `None` = not measured. Units: /min, °C, mmHg, %; Glasgow 3-15."""

    pulse: int | None = None
    temperature: Decimal | None = None
    systolic: int | None = None
    diastolic: int | None = None
    respiration: int | None = None
    spo2: int | None = None
    on_oxygen: bool | None = None
    gcs: int | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """How the patient left: looked at by whoever let them go."""

    at: datetime
    by: UserId
    fit_for_transfer: Fitness
    fit_note: str = ""
    signs: Signs = Signs()
    travel_minutes: int | None = None
    """How long the way is expected to take."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the hospital tells the station about the patient it sent."""

    final_diagnosis: str
    final_icd_code: str
    done: str
    advice: str
    result: CareResult
    by: UserId
    at: datetime
    follow_up_on: date | None = None
