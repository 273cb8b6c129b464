"""A swap of two shifts, or one taken over: asked by one, agreed by the other, judged by the head, undone in time. Pure.

It points at shifts, not at times: when somebody cancels or publishes over one of them, the swap is refused, never bent.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, ShiftId, SwapId, UserId, uuid7
from telemed.kernel.values import Role, Tier
from telemed.schedules.model import AHEAD, Shift
from telemed.schedules.model_roster import RosterChange

AHEAD_DAYS: Final = 60
"""How far ahead one's own coming shifts are shown, and partners are looked for."""
REMEMBERED: Final = timedelta(days=30)
"""How long one that is over stays on the lists."""


class SwapOver(DomainError):
    """This swap is not at the stage where that can be done."""

    kind, code = Kind.CONFLICT, "swap.over"


class SwapPending(DomainError):
    """One of these shifts is already part of an open swap."""

    kind, code = Kind.CONFLICT, "swap.pending"


class SwapTooLate(DomainError):
    """A shift that has begun is not swapped any more."""

    kind, code = Kind.CONFLICT, "swap.too_late"


class SwapShiftGone(DomainError):
    """One of the shifts was swapped or cancelled meanwhile."""

    kind, code = Kind.CONFLICT, "swap.shift_gone"


class SwapWrongShift(DomainError):
    """One gives one's own shift, and has one of the other's at the same hospital in return."""

    kind, code = Kind.INVALID, "swap.wrong_shift"


class SwapUnfit(DomainError):
    """One of both does not hold the other shift's specialty on that day."""

    kind, code = Kind.CONFLICT, "swap.unfit"


class SwapAway(DomainError):
    """One of both is on leave, or posted to a station, in the hours they would take."""

    kind, code = Kind.CONFLICT, "swap.away"


class OwnSwap(DomainError):
    """Nobody approves a swap of their own."""

    kind, code = Kind.DENIED, "swap.own"


class SwapState(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    REFUSED = "refused"
    """By the other."""
    WITHDRAWN = "withdrawn"
    APPLIED = "applied"
    REJECTED = "rejected"
    """By the head."""
    UNDONE = "undone"


OPEN: Final = frozenset({SwapState.PROPOSED, SwapState.AGREED})


class SwapAgainst(StrEnum):
    """Why somebody cannot work a shift."""

    UNFIT = "unfit"
    LEAVE = "leave"
    ROTATION = "rotation"
    OVERLAP = "overlap"
    GONE = "gone"
    BEGUN = "begun"


REFUSALS: Final[dict[SwapAgainst, type[DomainError]]] = {
    SwapAgainst.GONE: SwapShiftGone,
    SwapAgainst.BEGUN: SwapTooLate,
    SwapAgainst.LEAVE: SwapAway,
    SwapAgainst.ROTATION: SwapAway,
    SwapAgainst.UNFIT: SwapUnfit,
}
"""The first in this order is told. An overlap is not among them: two shifts at once the database itself refuses."""


@dataclass(frozen=True, slots=True)
class Swap:
    id: SwapId
    hospital: FacilityId
    give: ShiftId
    take: ShiftId | None
    """None: the other takes the shift over and gives nothing back."""
    proposed_by: UserId
    proposed_to: UserId
    state: SwapState
    reason: str
    proposed_at: datetime
    answered_at: datetime | None = None
    answer_reason: str = ""
    judged_by: UserId | None = None
    judged_at: datetime | None = None
    judged_reason: str = ""
    version: int | None = None
    """The roster version that applied it."""
    undone_by: UserId | None = None
    undone_at: datetime | None = None
    undone_reason: str = ""
    undone_version: int | None = None

    @property
    def shifts(self) -> tuple[ShiftId, ...]:
        return (self.give,) if self.take is None else (self.give, self.take)

    @property
    def both(self) -> tuple[UserId, UserId]:
        return self.proposed_by, self.proposed_to

    def may_withdraw(self, person: UserId) -> bool:
        """The proposer until it is judged; the other takes back only what they said."""
        if self.state is SwapState.AGREED:
            return person in self.both
        return self.state is SwapState.PROPOSED and person == self.proposed_by

    def answer(self, at: datetime, *, agree: bool, reason: str) -> "Swap":
        """Raises SwapOver."""
        self._require(SwapState.PROPOSED)
        said = SwapState.AGREED if agree else SwapState.REFUSED
        return replace(self, state=said, answered_at=at, answer_reason=reason)

    def withdraw(self, person: UserId, at: datetime) -> "Swap":
        """Raises SwapOver."""
        if not self.may_withdraw(person):
            raise SwapOver
        return replace(self, state=SwapState.WITHDRAWN, answered_at=self.answered_at or at)

    def require_judge(self, judge: UserId) -> None:
        """Raises OwnSwap, SwapOver."""
        if judge in self.both:
            raise OwnSwap
        self._require(SwapState.AGREED)

    def apply(self, judge: UserId, at: datetime, reason: str, version: int) -> "Swap":
        """Raises OwnSwap, SwapOver."""
        self.require_judge(judge)
        judged = replace(self, judged_by=judge, judged_at=at, judged_reason=reason)
        return replace(judged, state=SwapState.APPLIED, version=version)

    def reject(self, judge: UserId, at: datetime, reason: str) -> "Swap":
        """Raises OwnSwap, SwapOver."""
        self.require_judge(judge)
        return replace(self, state=SwapState.REJECTED, judged_by=judge, judged_at=at, judged_reason=reason)

    def require_applied(self) -> None:
        """Raises SwapOver."""
        self._require(SwapState.APPLIED)

    def undo(self, by: UserId, at: datetime, reason: str, version: int) -> "Swap":
        """Raises SwapOver."""
        self.require_applied()
        undone = replace(self, undone_by=by, undone_at=at, undone_reason=reason)
        return replace(undone, state=SwapState.UNDONE, undone_version=version)

    def _require(self, state: SwapState) -> None:
        if self.state is not state:
            raise SwapOver(state=self.state.value)


def gone_or_begun(shifts: Collection[Shift], at: datetime) -> list[SwapAgainst]:
    """What time and others have done to the shifts of a swap."""
    found = [SwapAgainst.GONE] if any(one.state not in AHEAD for one in shifts) else []
    return [*found, SwapAgainst.BEGUN] if any(one.starts_at <= at for one in shifts) else found


def refuse(against: Collection[SwapAgainst]) -> None:
    """Raises SwapShiftGone, SwapTooLate, SwapUnfit, SwapAway."""
    for one, refusal in REFUSALS.items():
        if one in against:
            raise refusal


def handed(shift: Shift, to: UserId) -> Shift:
    """The same place, taken over: a row of its own, still to be confirmed."""
    fresh = Shift(ShiftId(uuid7()), to, shift.hospital, shift.specialty, shift.tier, shift.starts_at, shift.ends_at, 0)
    return replace(fresh, replaces=shift.id)


def exchanged(give: Shift, take: Shift | None, other: UserId) -> RosterChange:
    """Each has the other's shift; or `other` takes `give` over. The same again undoes it."""
    if take is None:
        return RosterChange((give,), (handed(give, other),))
    return RosterChange((give, take), (handed(give, take.person), handed(take, give.person)))


FIT: Final[dict[Tier, frozenset[Role]]] = {
    Tier.FIRST: frozenset({Role.SPECIALIST, Role.DEPT_HEAD}),
    Tier.SECOND: frozenset({Role.SPECIALIST, Role.DEPT_HEAD}),
    Tier.HEAD: frozenset({Role.SPECIALIST, Role.DEPT_HEAD}),
    Tier.LEADER: frozenset({Role.SPECIALIST, Role.DEPT_HEAD, Role.HOSPITAL_MANAGER}),
}
"""The roles that may work a shift of each tier; of the shift's own specialty where it has one."""
