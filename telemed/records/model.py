"""What the whole record shares: its closed lists, its refusals, how two hands change one thing. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import TypeAdapter

from telemed.kernel.errors import Stale

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


class BirthPrecision(StrEnum):
    UNKNOWN = "unknown"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"  # of a newborn
    ESTIMATED = "estimated"  # from an age told by eye


class MinutesState(StrEnum):
    """Only a further edition that was begun by mistake is `discarded`."""

    DRAFT = "draft"
    SIGNING = "signing"
    SIGNED = "signed"
    DISCARDED = "discarded"


class SignatureLine(StrEnum):
    SECRETARY = "secretary"
    CHAIR = "chair"
    STATION = "station"


class Choice(StrEnum):
    FOLLOW = "follow"
    MODIFY = "modify"
    DECLINE = "decline"


class Outcome(StrEnum):
    """domain.md 4.1 step 10; several may hold."""

    TREAT_AT_STATION = "treat_at_station"
    REFER = "refer"
    EMERGENCY_TRANSFER = "emergency_transfer"
    FOLLOW_UP = "follow_up"
    NO_ACTION = "no_action"
    DIED = "died"
    PATIENT_DECLINED = "patient_declined"


class ReferralKind(StrEnum):
    REFERRAL = "referral"
    EMERGENCY_TRANSFER = "emergency_transfer"


class ReferralState(StrEnum):
    DRAFT = "draft"
    SIGNED = "signed"
    SENT = "sent"
    CLOSED = "closed"  # the hospital told what became of the patient
    REDIRECTED = "redirected"  # another referral, to another place, goes on from here
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class ReferralAnswer(StrEnum):
    """What the place it goes to said. It waits for no movement, and no movement waits for it."""

    NONE = "none"
    ACCEPTED = "accepted"
    REDIRECTED = "redirected"


class Movement(StrEnum):
    """Where the patient is: told by the station until they left, by the hospital from then on."""

    NONE = "none"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"


class ReferralStep(StrEnum):
    """What happened to a referral on its way, told to both ends."""

    ACCEPTED = "accepted"
    REDIRECTED = "redirected"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"
    CLOSED = "closed"
    EXPIRED = "expired"


class Fitness(StrEnum):
    """Whether somebody may travel, as looked at when they leave. `not_fit` and going all the same needs its reason."""

    FIT = "fit"
    WITH_CARE = "with_care"
    NOT_FIT = "not_fit"


class CareResult(StrEnum):
    """How the hospital let a referred patient go; the codes of `KET_QUA_DTRI` behind them (`domain.md` 6.6)."""

    ADMITTED = "admitted"
    TREATED = "treated"  # seen, treated, sent home
    MOVED_ON = "moved_on"
    LEFT = "left"  # at their own wish
    DIED = "died"


class Condition(StrEnum):
    """How a patient is 7 and 30 days after the advice (`KET_QUA_DTRI`, `domain.md` 6.6)."""

    CURED = "cured"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    DIED = "died"
    UNKNOWN = "unknown"  # nobody could be found


class FollowUpState(StrEnum):
    PLANNED = "planned"
    REMINDED = "reminded"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Proposed(StrEnum):
    """Why this doctor is proposed for an appointment (`domain.md` 4.6)."""

    SAME_DOCTOR = "same_doctor"
    SAME_SPECIALTY = "same_specialty"


class TransferReason(StrEnum):
    """TT 01/2025 App. VI, “Lí do chuyển”."""

    FITS_RULES = "fits_rules"
    BEYOND_ABILITY = "beyond_ability"
    PATIENT_WISH = "patient_wish"


class DebtKind(StrEnum):
    CONCLUSION = "conclusion"
    MINUTES = "minutes"
    DECISION = "decision"
    ANSWER = "answer"  # a written answer promised
    REFERRAL = "referral"  # drafted, not sent
    RECEIPT = "receipt"  # sent, and the hospital has not said that it takes the patient
    FEEDBACK = "feedback"  # arrived, and the hospital has not told what became of them
    RESULT_7 = "result_7"
    RESULT_30 = "result_30"
    FOLLOW_UP = "follow_up"  # the day is over, and nobody said whether the patient came


class SigningMeans(StrEnum):
    """By what somebody showed, at the moment of signing, that it was they."""

    PASSWORD = "password"  # noqa: S105 - a kind, not a secret
    PASSKEY = "passkey"


Item = Literal["summary", "diagnosis", "treatment", "monitoring", "place", "follow_up", "incidents"]
"""A part of the minutes."""
Advice = Literal["summary", "diagnosis", "treatment", "monitoring", "place", "follow_up"]
"""A part that a decision may change."""
CONCLUSION: tuple[Item, ...] = ("diagnosis", "treatment", "monitoring", "place", "follow_up")
"""What the chair confirms; none may stay empty (TT 49/2017)."""
ITEMS: tuple[Item, ...] = ("summary", *CONCLUSION, "incidents")


def merged(
    current: T, versions: Mapping[str, int], given: Mapping[str, Any], seen: int, version: int
) -> tuple[T, dict[str, int]]:
    """`current` with what was given, field by field, and which fields this `version` changed.

    Two people who change different fields both win; a field that is already as given is no conflict.

    Raises:
        Stale: a field was changed after the version the screen saw; nothing is taken.
    """
    new = {name: value for name, value in given.items() if getattr(current, name) != value}
    for name in new:
        if versions.get(name, 1) > seen:
            raise Stale(pointer=f"/body/fields/{name}", field=name, version=versions[name])
    return replace(current, **new), {**versions, **dict.fromkeys(new, version)}


def canonical(value: object, *, sparse: bool = False) -> bytes:
    """A value as JSON, always the same bytes: what hashes cover. `sparse` leaves out what says nothing, so that a
    form which later learns a further line has the same hash for papers that never had it."""
    kind: Any = type(value)
    return _adapter_of(kind).dump_json(value, exclude_defaults=sparse)


@cache
def _adapter_of(kind: Any) -> TypeAdapter[Any]:
    """Making one takes tens of milliseconds, using it none."""
    return TypeAdapter(kind)


def digest(value: object, *, sparse: bool = False) -> str:
    """SHA-256 of a value, in hexadecimal."""
    return hashlib.sha256(canonical(value, sparse=sparse)).hexdigest()
