"""Who should have answered at one minute, from what was known then: nothing that came later changes it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from telemed.kernel.ids import UserId
from telemed.kernel.values import Specialty
from telemed.schedules.model import CALLED, Shift, ShiftState
from telemed.schedules.model_away import Clash


@dataclass(frozen=True, slots=True)
class AwayThen:
    """Leave or a posting around that minute, with when it was entered and when it was taken back."""

    person: UserId
    why: Clash
    made_at: datetime
    taken_back_at: datetime | None

    def known(self, at: datetime) -> bool:
        return self.made_at <= at and (self.taken_back_at is None or self.taken_back_at > at)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One shift of that minute, as it stood then."""

    shift: Shift
    on_leave: bool
    posted: bool

    @property
    def away(self) -> bool:
        return self.on_leave or self.posted


@dataclass(frozen=True, slots=True)
class DutyThen:
    version: int | None
    """The roster in force; None: there was none yet."""
    lines: tuple[DutyLine, ...]

    @property
    def answering(self) -> tuple[Shift, ...]:
        """Who was to be rung, in calling order."""
        return tuple(line.shift for line in self.lines if not line.away)


def replayed(
    version: int | None, shifts: Iterable[Shift], away: Iterable[AwayThen], specialty: Specialty, at: datetime
) -> DutyThen:
    """`shifts` are those of the version in force; the leaders' duty answers for every specialty."""
    known = {(one.person, one.why) for one in away if one.known(at)}
    lines = [
        DutyLine(_then(shift, at), (shift.person, Clash.LEAVE) in known, (shift.person, Clash.ROTATION) in known)
        for shift in shifts
        if shift.specialty in {specialty, None} and shift.starts_at <= at < shift.ends_at
    ]
    return DutyThen(version, tuple(sorted(lines, key=_order)))


def _then(shift: Shift, at: datetime) -> Shift:
    """As it stood: it ran, so it was planned or confirmed, whatever became of it."""
    confirmed_at = _by(shift.confirmed_at, at)
    state = ShiftState.CONFIRMED if confirmed_at else ShiftState.PLANNED
    armed_at = _by(shift.armed_at, at)
    return replace(shift, state=state, confirmed_at=confirmed_at, armed_at=armed_at, ended_version=None)


def _by(moment: datetime | None, at: datetime) -> datetime | None:
    return moment if moment is not None and moment <= at else None


def _order(line: DutyLine) -> tuple[int, bool, bool, datetime, str]:
    shift = line.shift
    return CALLED.index(shift.tier), line.away, shift.confirmed_at is None, shift.starts_at, str(shift.id)
