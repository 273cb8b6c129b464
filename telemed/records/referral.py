"""A referral from draft to sent: one paper, its own life (design §5, TT 01/2025 App. VI). Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind, Stale
from telemed.kernel.ids import ConsultId, FacilityId, MinutesId, PatientId, ReferralId, ShiftId, UserId
from telemed.records.events import (
    Event,
    ReferralCancelled,
    ReferralChanged,
    ReferralDrafted,
    ReferralSent,
    ReferralSigned,
)
from telemed.records.forms.paper import ReferralPaper
from telemed.records.model import ReferralKind, ReferralState, TransferReason, merged

VALID_WORKING_DAYS = 10
NEEDED = ("clinical_signs", "diagnosis", "icd_code", "condition_at_transfer", "transport")
"""Lines that the paper cannot be signed without. The others may stay dotted, for a pen."""
NEEDED_AT_ONCE = ("diagnosis", "condition_at_transfer", "transport")
"""The same for an emergency: nobody waits with a dying patient for a code to be looked up."""

_ICD = re.compile(r"\b[A-Z]\d{2}(\.\d{1,2})?\b")


class ReferralLocked(DomainError):
    """This referral is signed, sent or cancelled; it takes no further changes."""

    kind, code = Kind.CONFLICT, "referral.locked"


class ReferralIncomplete(DomainError):
    """A line of the referral is empty."""

    kind, code = Kind.INVALID, "referral.incomplete"


class NotSigned(DomainError):
    """Only a signed referral is sent."""

    kind, code = Kind.CONFLICT, "referral.not_signed"


class OpenExists(DomainError):
    """This patient already has an open referral to that place."""

    kind, code = Kind.CONFLICT, "referral.open_exists"


class ReferralTooEarly(DomainError):
    """Nobody has taken this consult, and it was not turned into a transfer."""

    kind, code = Kind.CONFLICT, "referral.too_early"


class NoHospital(DomainError):
    """A referral goes to a hospital."""

    kind, code = Kind.INVALID, "referral.no_hospital"


@dataclass(frozen=True, slots=True)
class Lines:
    """What the paper says, as the station may correct it."""

    to_facility_id: UUID
    kind: ReferralKind = ReferralKind.REFERRAL
    clinical_signs: str = ""
    test_results: str = ""
    diagnosis: str = ""
    icd_code: str = ""
    procedures: str = ""
    treatment: str = ""
    condition_at_transfer: str = ""
    transfer_reason: TransferReason = TransferReason.BEYOND_ABILITY
    care_plan: str = ""
    transfer_at: datetime | None = None
    valid_one_year: bool = False
    transport: str = ""
    escort: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    id: ReferralId
    consult: ConsultId
    patient: PatientId | None
    minutes: MinutesId | None
    station: FacilityId
    answered_by: UserId | None
    shift: ShiftId | None
    """The shift that answered the consult: a fact, whatever becomes of the roster."""
    lines: Lines
    created_by: UserId
    created_at: datetime
    state: ReferralState = ReferralState.DRAFT
    version: int = 1
    field_versions: Mapping[str, int] = field(default_factory=dict)
    number: str | None = None
    signed_by: UserId | None = None
    signed_at: datetime | None = None
    valid_until: date | None = None
    sent_at: datetime | None = None
    cancel_reason: str | None = None
    paper: ReferralPaper | None = None
    """As it was signed."""

    @property
    def destination(self) -> FacilityId:
        return FacilityId(self.lines.to_facility_id)

    @property
    def is_open(self) -> bool:
        return self.state is not ReferralState.CANCELLED

    @property
    def missing(self) -> list[str]:
        """What must be filled before signing. Not who it is: somebody unknown is referred by our code."""
        needed = NEEDED_AT_ONCE if self.lines.kind is ReferralKind.EMERGENCY_TRANSFER else NEEDED
        return [name for name in needed if not getattr(self.lines, name)]

    def about(self, patient: PatientId | None) -> "Referral":
        """In an emergency the patient may be known only after the draft was made."""
        if self.state is not ReferralState.DRAFT or self.patient is not None:
            return self
        return replace(self, patient=patient)

    def drafted(self) -> ReferralDrafted:
        return ReferralDrafted(self.consult, self.id, self.created_by)

    def changed(self, given: Mapping[str, Any], seen: int, by: UserId) -> tuple["Referral", list[Event]]:
        """Correct some lines, field by field.

        Raises:
            ReferralLocked: it is no draft any more.
            Stale: a line moved on since `seen`.
        """
        self._require_draft()
        lines, versions = merged(self.lines, self.field_versions, given, seen, self.version + 1)
        if lines == self.lines:
            return self, []
        new = replace(self, lines=lines, version=self.version + 1, field_versions=versions)
        return new, [ReferralChanged(self.consult, self.id, new.version, by)]

    def require_signable(self, seen: int) -> None:
        """
        Raises:
            ReferralLocked: it is no draft any more.
            Stale: it is not the version that the signer saw.
            ReferralIncomplete: a line is empty; `pointer` names the first.
        """
        self._require_draft()
        if seen != self.version:
            raise Stale(pointer="/body/seen_version", version=self.version)
        if self.missing:
            raise ReferralIncomplete(pointer=f"/{self.missing[0]}", missing=len(self.missing))

    def sign(
        self, by: UserId, number: str, valid_until: date, paper: ReferralPaper, now: datetime
    ) -> tuple["Referral", list[Event]]:
        """Give it its number and freeze its paper; `require_signable` was asked."""
        signed = replace(
            self,
            state=ReferralState.SIGNED,
            version=self.version + 1,
            number=number,
            signed_by=by,
            signed_at=now,
            valid_until=valid_until,
            paper=paper,
        )
        return signed, [ReferralSigned(self.consult, self.id, by)]

    def send(self, by: UserId, now: datetime) -> tuple["Referral", list[Event]]:
        """To the place it names. Sending twice changes nothing.

        Raises:
            NotSigned: it is a draft, or was cancelled.
        """
        if self.state is ReferralState.SENT:
            return self, []
        if self.state is not ReferralState.SIGNED:
            raise NotSigned(state=self.state)
        sent = replace(self, state=ReferralState.SENT, sent_at=now, version=self.version + 1)
        return sent, [ReferralSent(self.consult, self.id, by)]

    def cancel(self, reason: str, by: UserId) -> tuple["Referral", list[Event]]:
        """It stays in the record, with the reason. Cancelling twice changes nothing."""
        if self.state is ReferralState.CANCELLED:
            return self, []
        gone = replace(self, state=ReferralState.CANCELLED, cancel_reason=reason, version=self.version + 1)
        return gone, [ReferralCancelled(self.consult, self.id, by)]

    def _require_draft(self) -> None:
        if self.state is not ReferralState.DRAFT:
            raise ReferralLocked(state=self.state)


def icd_in(text: str) -> str:
    """The ICD-10 code that a diagnosis names, if it names just one."""
    found = {match[0] for match in _ICD.finditer(text)}
    return found.pop() if len(found) == 1 else ""
