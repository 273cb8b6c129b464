"""What a posting does to grants: the station's are given for its days, the hospital's clinical ones stand still. Pure.

A grant stands still by being cut in two: it ends where the posting begins, and another row goes on where it ends. That
row remembers which one it continues, so an early end moves it forward and an extension back, and rights follow the
dates with nobody having to remember anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from telemed.identity.model import DatedGrant
from telemed.kernel.actor import HOSPITAL
from telemed.kernel.ids import FacilityId, GrantId, UserId, uuid7


@dataclass(frozen=True, slots=True)
class Posting:
    """A doctor of a hospital is a station's from one local day up to, and without, another."""

    id: UUID
    person: UserId
    station: FacilityId
    starts_on: date
    ends_on: date
    document: str
    """The decision, and for the days of an extension that one's."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One grant standing still."""

    ended: DatedGrant
    going_on: DatedGrant
    """Empty where the grant ends within the posting: it still remembers when, should the posting end before that."""


def stand_still(held: Iterable[DatedGrant], starts_on: date, ends_on: date, posting: UUID) -> list[Cut]:
    """Each clinical grant at a hospital that would run in these days."""
    return [
        _cut(one, starts_on, ends_on, posting)
        for one in held
        if one.role in HOSPITAL and one.valid_from < ends_on and (one.valid_to is None or starts_on < one.valid_to)
        if one.valid_to != one.valid_from
    ]


def gone_on(going_on: DatedGrant, before: DatedGrant, since: date) -> DatedGrant:
    """What goes on after a posting, where that now ends on another day; never earlier than it was to begin."""
    begins = max(since, before.valid_from)
    return replace(going_on, valid_from=begins if going_on.valid_to is None else min(begins, going_on.valid_to))


def moved(all_of_person: Iterable[DatedGrant], posting: UUID, since: date) -> list[DatedGrant]:
    """The rows that go on after this posting, as they are when it ends on that day."""
    known: Mapping[GrantId, DatedGrant] = {one.id: one for one in all_of_person}
    going_on = [one for one in known.values() if one.source_id == posting and one.continues is not None]
    return [gone_on(one, known[one.continues], since) for one in going_on if one.continues is not None]


def _cut(held: DatedGrant, starts_on: date, ends_on: date, posting: UUID) -> Cut:
    ended = replace(held, valid_to=max(starts_on, held.valid_from))
    going_on = replace(held, id=GrantId(uuid7()), source_id=posting, continues=held.id)
    return Cut(ended, replace(going_on, valid_from=ends_on if held.valid_to is None else min(ends_on, held.valid_to)))
