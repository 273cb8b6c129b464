"""What a referral may do next: its paper, its answer, its patient's way, each in its own time. Pure.

Three tracks that never wait for each other, because people drive off before anyone confirms: the paper (`state`), what
the hospital says (`answer`), where the patient is (`movement`). It moves nothing: the station is responsible until the
hospital says that the patient arrived (design §5, TT 01/2025 App. VI).
"""

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
    ReferralMoved,
    ReferralSent,
    ReferralSigned,
)
from telemed.records.forms.paper import CardExpiry, ReferralPaper
from telemed.records.model import (
    Fitness,
    Movement,
    ReferralAnswer,
    ReferralKind,
    ReferralState,
    ReferralStep,
    TransferReason,
    merged,
)
from telemed.records.referral_way import (
    Departure,
    EarlierStay,
    Feedback,
    NotFitUnexplained,
    ReferralNotNow,
    SamePlace,
)

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
    escort_title: str = ""
    stays: tuple[EarlierStay, ...] = ()
    insurance_expiry: CardExpiry = CardExpiry.KNOWN
    insurance_until: date | None = None


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
    answer: ReferralAnswer = ReferralAnswer.NONE
    answered_at: datetime | None = None
    accepted_by: UserId | None = None
    """Who answered for the place it goes to, whatever they said."""
    answer_note: str = ""
    """For an accepted patient: where to bring them; for a redirected one: why."""
    redirected_to: FacilityId | None = None
    redirected_from: ReferralId | None = None
    """The referral that this one goes on from."""
    movement: Movement = Movement.NONE
    departure: Departure | None = None
    arrived_at: datetime | None = None
    """When they came; of somebody who did not come, when that was said."""
    arrival_note: str = ""
    feedback: Feedback | None = None

    @property
    def destination(self) -> FacilityId:
        return FacilityId(self.lines.to_facility_id)

    @property
    def is_open(self) -> bool:
        """On its way, or waiting for the hospital's last word; there is one such for each patient and place."""
        return self.state in {ReferralState.DRAFT, ReferralState.SIGNED, ReferralState.SENT}

    @property
    def is_seen_there(self) -> bool:
        """The place it goes to knows of it: it was signed, or the patient is on the road before the paper."""
        return self.state is not ReferralState.DRAFT or self.departure is not None

    @property
    def responsible(self) -> FacilityId:
        """Who answers for the patient now: the station, until the hospital says that they arrived."""
        return self.destination if self.movement is Movement.ARRIVED else self.station

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
        return ReferralDrafted(self.consult, self.id, self.created_by, self.destination if self.departure else None)

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
        """It stays in the record, with the reason. Cancelling twice changes nothing.

        Raises:
            ReferralNotNow: the patient arrived, or it is over in another way.
        """
        if self.state is ReferralState.CANCELLED:
            return self, []
        self._require(self.is_open and self.movement is not Movement.ARRIVED)
        gone = replace(self, state=ReferralState.CANCELLED, cancel_reason=reason, version=self.version + 1)
        return gone, [ReferralCancelled(self.consult, self.id, by)]

    # -- the way ---------------------------------------------------------------------------------------------------

    def depart(self, departure: Departure) -> tuple["Referral", list[Event]]:
        """The patient leaves the station. An emergency may leave before the paper is signed.

        Raises:
            ReferralNotNow: they left already, or nothing is signed and nothing presses.
            NotFitUnexplained: not fit to travel, and no word why they go.
        """
        may = {ReferralState.SIGNED, ReferralState.SENT}
        if self.lines.kind is ReferralKind.EMERGENCY_TRANSFER:
            may |= {ReferralState.DRAFT}
        self._require(self.state in may and self.movement is Movement.NONE)
        if departure.fit_for_transfer is Fitness.NOT_FIT and not departure.fit_note:
            raise NotFitUnexplained(pointer="/body/fit_note")
        return self._moved(ReferralStep.DEPARTED, departure.by, movement=Movement.DEPARTED, departure=departure)

    def accept(self, by: UserId, note: str, now: datetime) -> tuple["Referral", list[Event]]:
        """The hospital says that it takes the patient. It still has none of the duty: see `responsible`.

        Raises:
            ReferralNotNow: it was answered, or is over, or was never sent and nobody is on the road.
        """
        self._require_answerable()
        changes = {"answer": ReferralAnswer.ACCEPTED, "accepted_by": by, "answered_at": now, "answer_note": note}
        return self._moved(ReferralStep.ACCEPTED, by, **changes)

    def redirect(self, by: UserId, to: FacilityId, reason: str, now: datetime) -> tuple["Referral", list[Event]]:
        """To another hospital, with the reason; this paper is over, and another one goes on from it (`onward`).

        Raises:
            SamePlace: it is sent to the station or to where it came to already.
            ReferralNotNow: the patient is here, or it is over.
        """
        if to in {self.destination, self.station}:
            raise SamePlace(pointer="/body/to_facility_id")
        self._require(self._is_known_there and self.movement is not Movement.ARRIVED)
        return self._moved(
            ReferralStep.REDIRECTED,
            by,
            state=ReferralState.REDIRECTED,
            answer=ReferralAnswer.REDIRECTED,
            accepted_by=by,
            answered_at=now,
            answer_note=reason,
            redirected_to=to,
        )

    def onward(self, new_id: ReferralId, by: UserId, now: datetime) -> "Referral":
        """The referral that goes on from a redirected one: the same words to the new place, for the station to sign.

        Who is on the road stays on the road: the new hospital sees them coming before the paper is signed.
        """
        assert self.redirected_to is not None
        lines = replace(self.lines, to_facility_id=self.redirected_to)
        if self.departure is not None:
            lines = replace(lines, kind=ReferralKind.EMERGENCY_TRANSFER)
        return Referral(
            id=new_id,
            consult=self.consult,
            patient=self.patient,
            minutes=self.minutes,
            station=self.station,
            answered_by=self.answered_by,
            shift=self.shift,
            lines=lines,
            created_by=by,
            created_at=now,
            redirected_from=self.id,
            movement=Movement.DEPARTED if self.departure else Movement.NONE,
            departure=self.departure,
        )

    def arrive(self, by: UserId, note: str, at: datetime) -> tuple["Referral", list[Event]]:
        """The patient is at the hospital, which answers for them from now on; nobody needs to have said yes before.

        Raises:
            ReferralNotNow: they are here already, or it is over.
        """
        self._require(self._is_known_there and self.movement is not Movement.ARRIVED)
        changes: dict[str, Any] = {"movement": Movement.ARRIVED, "arrived_at": at, "arrival_note": note}
        if self.answer is ReferralAnswer.NONE:
            changes |= {"answer": ReferralAnswer.ACCEPTED, "accepted_by": by, "answered_at": at}
        return self._moved(ReferralStep.ARRIVED, by, **changes)

    def miss(self, by: UserId, note: str, at: datetime) -> tuple["Referral", list[Event]]:
        """Expected and not come. The station answers for the patient and has to look; they may still arrive.

        Raises:
            ReferralNotNow: nobody was on the road.
        """
        self._require(self.is_open and self.movement is Movement.DEPARTED)
        return self._moved(
            ReferralStep.NOT_ARRIVED, by, movement=Movement.NOT_ARRIVED, arrived_at=at, arrival_note=note
        )

    def close(self, feedback: Feedback) -> tuple["Referral", list[Event]]:
        """The hospital tells what became of the patient: the last word on this paper.

        Raises:
            ReferralNotNow: the patient has not arrived, or it is over.
        """
        self._require(self.is_open and self.movement is Movement.ARRIVED)
        return self._moved(ReferralStep.CLOSED, feedback.by, state=ReferralState.CLOSED, feedback=feedback)

    def expire(self, today: date) -> tuple["Referral", list[Event]]:
        """Its validity is over and nobody left on it. One that is not over, or on whose paper somebody left, stays."""
        over = self.valid_until is not None and self.valid_until < today
        if not over or self.movement is not Movement.NONE or not self.is_open:
            return self, []
        return self._moved(ReferralStep.EXPIRED, self.created_by, state=ReferralState.EXPIRED)

    @property
    def _is_known_there(self) -> bool:
        return self.is_open and (self.state is ReferralState.SENT or self.departure is not None)

    def _require_answerable(self) -> None:
        self._require(self._is_known_there and self.answer is ReferralAnswer.NONE)

    def _require(self, allowed: bool) -> None:
        if not allowed:
            raise ReferralNotNow(state=self.state, answer=self.answer, movement=self.movement)

    def _moved(self, step: ReferralStep, by: UserId, **changes: Any) -> tuple["Referral", list[Event]]:
        new = replace(self, version=self.version + 1, **changes)
        return new, [ReferralMoved(self.consult, self.id, step, by, self.station, self.destination)]

    def _require_draft(self) -> None:
        if self.state is not ReferralState.DRAFT:
            raise ReferralLocked(state=self.state)


def icd_in(text: str) -> str:
    """The ICD-10 code that a diagnosis names, if it names just one."""
    found = {match[0] for match in _ICD.finditer(text)}
    return found.pop() if len(found) == 1 else ""
