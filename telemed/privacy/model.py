"""An opened case, its review, what a patient asks about their own data: values, their steps, their refusals. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import AccessId, FacilityId, PatientId, UserId


class Ground(StrEnum):
    """For what a single case is opened."""

    EMERGENCY = "emergency"
    INSPECTION = "inspection"
    COMPLAINT = "complaint"
    MANAGEMENT = "management"
    """The hospital's own review of a case, for which the manager has to know who the patient is."""


LASTS: Final = {Ground.EMERGENCY: timedelta(hours=4)}
LASTS_ELSE: Final = timedelta(hours=2)
"""How long an opened case stays open. Defaults; no legal figure found."""
REVIEW_WITHIN: Final = 1
"""Working days after the opening (`domain.md` §3)."""
EXPLAIN_WITHIN: Final = 2
"""Working days for the reader to answer the privacy officer."""
ANSWER_WITHIN: Final = 2
"""Working days to answer what a patient asks about their data (Decree 356/2025)."""


class NoSuchCase(DomainError):
    """No case that was sent has this code."""

    kind, code = Kind.MISSING, "access.no_such_case"


class AlreadyReviewed(DomainError):
    """This opening was reviewed already, or its question is not open."""

    kind, code = Kind.CONFLICT, "access.already_reviewed"


class OwnAccess(DomainError):
    """Nobody reviews what they opened themselves."""

    kind, code = Kind.DENIED, "access.own"


class QuestionNeeded(DomainError):
    """An explanation is asked for with a question."""

    kind, code = Kind.INVALID, "access.question_needed"


class RequestClosed(DomainError):
    """This request was answered or refused already, or is of another kind."""

    kind, code = Kind.CONFLICT, "data_request.closed"


class NotApproved(DomainError):
    """Erasing needs a request that the privacy officer approved."""

    kind, code = Kind.CONFLICT, "data_request.not_approved"


class KeptByLaw(DomainError):
    """The law has this patient's records kept until a date."""

    kind, code = Kind.CONFLICT, "data_request.kept_by_law"


class AlreadyErased(DomainError):
    """This patient's identity was erased already."""

    kind, code = Kind.CONFLICT, "data_request.erased"


class Verdict(StrEnum):
    JUSTIFIED = "justified"
    EXPLAIN = "explain"


@dataclass(frozen=True, slots=True)
class Review:
    """What the privacy officer found, and what the reader answered."""

    access: AccessId
    verdict: Verdict
    question: str
    reviewed_by: UserId
    reviewed_at: datetime
    explain_by: date | None = None
    explanation: str | None = None
    explained_at: datetime | None = None

    @property
    def asks(self) -> bool:
        return self.verdict is Verdict.EXPLAIN and self.explanation is None

    def explained(self, text: str, now: datetime) -> "Review":
        """Raises AlreadyReviewed: nothing is asked, or it was answered."""
        if not self.asks:
            raise AlreadyReviewed
        return replace(self, explanation=text, explained_at=now)

    def found_justified(self, by: UserId, now: datetime) -> "Review":
        """Raises AlreadyReviewed: it was found so before."""
        if self.verdict is Verdict.JUSTIFIED:
            raise AlreadyReviewed
        return replace(self, verdict=Verdict.JUSTIFIED, reviewed_by=by, reviewed_at=now)

    def asked_again(self, question: str, by: UserId, now: datetime, explain_by: date) -> "Review":
        """Raises AlreadyReviewed: it was found justified, or the last question is not answered yet."""
        if self.verdict is Verdict.JUSTIFIED or self.asks:
            raise AlreadyReviewed
        return Review(self.access, Verdict.EXPLAIN, question, by, now, explain_by)


class RequestKind(StrEnum):
    EXPORT = "export"
    CORRECTION = "correction"
    ERASURE = "erasure"


class RequestState(StrEnum):
    RECEIVED = "received"
    APPROVED = "approved"
    """Only an erasure is approved: by the privacy officer, before the station does it."""
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SubjectRequest:
    """What a patient, or who speaks for them, asks about their data."""

    id: UUID
    patient: PatientId
    station: FacilityId
    kind: RequestKind
    asked_by: str
    words: str
    received_at: datetime
    received_by: UserId
    due_on: date
    state: RequestState = RequestState.RECEIVED
    answer: str = ""
    approved_by: UserId | None = None
    approved_at: datetime | None = None
    answered_by: UserId | None = None
    answered_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.state in {RequestState.RECEIVED, RequestState.APPROVED}

    @property
    def refused(self) -> bool:
        return self.state is RequestState.REFUSED

    def approve(self, by: UserId, now: datetime) -> "SubjectRequest":
        """Raises RequestClosed: it is no erasure that waits for it."""
        if self.kind is not RequestKind.ERASURE or self.state is not RequestState.RECEIVED:
            raise RequestClosed
        return replace(self, state=RequestState.APPROVED, approved_by=by, approved_at=now)

    def refuse(self, by: UserId, reason: str, now: datetime) -> "SubjectRequest":
        """Raises RequestClosed: it was answered before."""
        return self._answered(RequestState.REFUSED, by, reason, now)

    def finish(self, by: UserId, answer: str, now: datetime) -> "SubjectRequest":
        """Raises RequestClosed: it was answered before, or is an erasure, which is done by erasing."""
        if self.kind is RequestKind.ERASURE:
            raise RequestClosed
        return self._answered(RequestState.DONE, by, answer, now)

    def erased(self, by: UserId, now: datetime) -> "SubjectRequest":
        """Who asked and in what words goes with the rest; that it was asked and done stays.

        Raises:
            NotApproved: it is no erasure, or nobody approved it.
        """
        if self.kind is not RequestKind.ERASURE or self.state is not RequestState.APPROVED:
            raise NotApproved
        return replace(self._answered(RequestState.DONE, by, "", now), asked_by="", words="")

    def _answered(self, state: RequestState, by: UserId, answer: str, now: datetime) -> "SubjectRequest":
        if not self.open:
            raise RequestClosed
        return replace(self, state=state, answer=answer, answered_by=by, answered_at=now)
