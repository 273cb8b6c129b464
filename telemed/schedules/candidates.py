"""Who could stand in some hours: who fits first, then who bears least; with everyone, what is against it. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from telemed.kernel.actor import Grant
from telemed.kernel.ids import UserId
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules.coverage import Span
from telemed.schedules.load import NOTHING, Load
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Clash, WhoIsAway

LONG: Final = timedelta(hours=24)
"""So much duty without a break is too much."""
BREAK: Final = timedelta(hours=1)
"""Less than this between two shifts is none."""
REST: Final = timedelta(hours=12)
"""After that much duty."""


class CandidateAgainst(StrEnum):
    LEAVE = "leave"
    ROTATION = "rotation"
    ON_DUTY = "on_duty"
    IN_A_ROW = "in_a_row"
    """With these hours it would be 24 or more without a break."""
    REST = "rest"
    """24 hours of duty ended less than 12 hours before."""
    OTHER_SPECIALTY = "other_specialty"


HARD: Final = frozenset({CandidateAgainst.LEAVE, CandidateAgainst.ROTATION, CandidateAgainst.ON_DUTY})
_AWAY: Final = {Clash.LEAVE: CandidateAgainst.LEAVE, Clash.ROTATION: CandidateAgainst.ROTATION}


@dataclass(frozen=True, slots=True)
class Fit:
    person: UserId
    specialties: tuple[Specialty, ...]
    load: Load
    against: tuple[CandidateAgainst, ...]
    tier: Tier | None
    """What they are in these hours already."""

    @property
    def fits(self) -> bool:
        return HARD.isdisjoint(self.against)


def candidates(
    specialty: Specialty | None,
    hours: Span,
    staff: Mapping[UserId, Collection[Grant]],
    *,
    duty: Mapping[UserId, Sequence[Shift]],
    away: WhoIsAway,
    loads: Mapping[UserId, Load],
) -> list[Fit]:
    """`duty`: each person's planned shifts around these hours, at every hospital."""
    found = []
    for person, grants in staff.items():
        own = tuple(sorted({g.specialty for g in grants if g.specialty}))
        against = list(_against(specialty, hours, grants, duty.get(person, ())))
        if why := away.why(person, hours.starts_at, hours.ends_at):
            against.insert(0, _AWAY[why])
        now = next((s.tier for s in duty.get(person, ()) if Span(s.starts_at, s.ends_at).within(hours)), None)
        found.append(Fit(person, own, loads.get(person, NOTHING), tuple(against), now))
    return sorted(found, key=_order)


def _order(one: Fit) -> tuple[bool, bool, int, float, int, UserId]:
    other = CandidateAgainst.OTHER_SPECIALTY in one.against
    return not one.fits, other, len(one.against), one.load.hours, one.load.nights, one.person


def _against(
    specialty: Specialty | None, hours: Span, grants: Collection[Grant], own: Sequence[Shift]
) -> Iterable[CandidateAgainst]:
    if any(Span(s.starts_at, s.ends_at).within(hours) for s in own):
        yield CandidateAgainst.ON_DUTY
    else:
        without_break = _chain(hours, own)
        if without_break != hours and without_break.ends_at - without_break.starts_at >= LONG:
            yield CandidateAgainst.IN_A_ROW
        elif any(_tires(one, hours, own) for one in own):
            yield CandidateAgainst.REST
    if not _may_stand(specialty, grants):
        yield CandidateAgainst.OTHER_SPECIALTY


def _may_stand(specialty: Specialty | None, grants: Collection[Grant]) -> bool:
    if specialty is None:
        return any(g.role in {Role.HOSPITAL_MANAGER, Role.DEPT_HEAD} or g.specialty is None for g in grants)
    return any(g.specialty is specialty for g in grants)


def _chain(hours: Span, own: Sequence[Shift]) -> Span:
    """These hours with all duty that touches them, one after the other."""
    chain, grown = hours, True
    while grown:
        grown = False
        for shift in own:
            near = shift.starts_at < chain.ends_at + BREAK and chain.starts_at < shift.ends_at + BREAK
            wider = Span(min(chain.starts_at, shift.starts_at), max(chain.ends_at, shift.ends_at))
            if near and wider != chain:
                chain, grown = wider, True
    return chain


def _tires(shift: Shift, hours: Span, own: Sequence[Shift]) -> bool:
    """Whether long duty ended with this shift shortly before."""
    if not hours.starts_at - REST < shift.ends_at <= hours.starts_at:
        return False
    before = _chain(Span(shift.starts_at, shift.ends_at), own)
    return before.ends_at == shift.ends_at and before.ends_at - before.starts_at >= LONG
