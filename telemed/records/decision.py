"""What the station's clinician does with the advice, and what came of it; a correction stands beside it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, UserId
from telemed.records.model import Advice, Choice, Outcome


class DecisionExists(DomainError):
    """The station has already decided on this consult."""

    kind, code = Kind.CONFLICT, "decision.exists"


class DecisionTooEarly(DomainError):
    """There is nothing to decide on: the consult is neither concluded nor turned into a transfer."""

    kind, code = Kind.CONFLICT, "decision.too_early"


class DecisionIncomplete(DomainError):
    """A decision that departs from the advice says where and why; a death has its time; a correction its reason."""

    kind, code = Kind.INVALID, "decision.incomplete"


class OutcomesContradict(DomainError):
    """Two of the outcomes cannot both hold."""

    kind, code = Kind.INVALID, "decision.outcomes_contradict"


_GOING: Final = (Outcome.REFER, Outcome.EMERGENCY_TRANSFER)
CONTRADICTIONS: Final = frozenset(
    {
        frozenset(_GOING),  # one patient leaves in one way
        *(frozenset({Outcome.NO_ACTION, act}) for act in (Outcome.TREAT_AT_STATION, *_GOING)),
        *(frozenset({Outcome.DIED, later}) for later in (Outcome.FOLLOW_UP, Outcome.NO_ACTION)),
    }
)
"""Who died was perhaps treated, was perhaps on the road; nobody asks them back."""


def contradiction(outcomes: Iterable[Outcome]) -> tuple[Outcome, Outcome] | None:
    """The first two that cannot both hold, in the order of the paper."""
    told = [one for one in Outcome if one in set(outcomes)]
    pairs = ((a, b) for nth, a in enumerate(told) for b in told[nth + 1 :])
    return next((pair for pair in pairs if frozenset(pair) in CONTRADICTIONS), None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the treating clinician does with the advice (Law 15/2023 Art. 64). Edition 2 and on correct the one before,
    which stays as it was."""

    id: UUID
    consult: ConsultId
    choice: Choice
    outcomes: tuple[Outcome, ...]
    decided_by: UserId
    decided_at: datetime
    reason: str = ""
    changed_items: tuple[Advice, ...] = ()
    follow_up_on: date | None = None
    note: str = ""
    changes: Mapping[Advice, str] = field(default_factory=lambda: MappingProxyType({}))
    """How each changed item is done instead, in the station's words."""
    died_at: datetime | None = None
    edition: int = 1
    correction_reason: str = ""

    def check(self) -> None:
        """
        Raises:
            DecisionIncomplete: `modify` without items or reason, `decline` without reason, a death without its time or
                one that is yet to come, a correction without reason; `pointer` names the first.
            OutcomesContradict: `first` and `second` name the two.
        """
        if self.choice is Choice.MODIFY and not self.changed_items:
            raise DecisionIncomplete(pointer="/body/changed_items", need="changed_items")
        if self.choice is not Choice.FOLLOW and not self.reason:
            raise DecisionIncomplete(pointer="/body/reason", need="reason")
        if pair := contradiction(self.outcomes):
            raise OutcomesContradict(pointer="/body/outcomes", first=pair[0].value, second=pair[1].value)
        died = Outcome.DIED in self.outcomes
        if died != (self.died_at is not None) or (self.died_at and self.died_at > self.decided_at):
            raise DecisionIncomplete(pointer="/body/died_at", need="died_at")
        if self.edition > 1 and not self.correction_reason:
            raise DecisionIncomplete(pointer="/body/correction_reason", need="correction_reason")

    def corrected_by(self, new: "Decision", reason: str) -> "Decision":
        """`new` as the edition after this one."""
        return replace(new, edition=self.edition + 1, correction_reason=reason)
