"""From a draft to the roster in force: what publishing would do, publishing just that, overrides, versions."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, timedelta
from uuid import UUID

from telemed import identity
from telemed.infra import idempotency
from telemed.infra.db import Database, Tx
from telemed.infra.problems import FieldError, Invalid
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Kind, Missing
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty
from telemed.schedules import policy
from telemed.schedules.coverage import Span
from telemed.schedules.load import WEIGHT, balance, day_of
from telemed.schedules.model import AHEAD, Shift, ShiftOver
from telemed.schedules.model_away import WhoIsAway, away_of
from telemed.schedules.model_draft import (
    Blocking,
    Draft,
    DraftMoved,
    NothingDrafted,
    Part,
    ShiftBegun,
    begun,
    blocking,
    change_of,
    take_over,
)
from telemed.schedules.model_roster import RosterChange, VersionKind
from telemed.schedules.service import picture
from telemed.schedules.service.drafts import new_shift, require_people
from telemed.schedules.service.picture import Picture, RingsOf
from telemed.schedules.service.releasing import release
from telemed.schedules.store import absences, rosters, versions
from telemed.schedules.wire_rosters import (
    BlockingView,
    FairnessView,
    LoadChange,
    Override,
    Preview,
    PreviewQuery,
    Publish,
    Published,
    TakenPart,
    VersionList,
    VersionView,
)

LATE = timedelta(minutes=15)
"""How far back an override may begin: a command takes its time on a bad line."""


class RosterBlocked(Invalid):
    """Somebody would be on duty twice, on leave or posted; `errors` names each."""

    kind, code = Kind.CONFLICT, "roster.blocked"


class Publishing:
    def __init__(self, db: Database, rings: RingsOf) -> None:
        self._db, self._rings = db, rings

    async def preview(self, actor: Actor, hospital: FacilityId, query: PreviewQuery) -> Preview:
        """Who gains or loses, what is in the way, what stays empty.

        Raises:
            Denied, Missing
        """
        policy.require_planner(actor, hospital)
        asked = [None if one == "leaders" else one for one in query.specialties]
        async with self._db.transaction(actor) as tx:
            part, change, seen = await _prepare(tx, hospital, asked)
            found = await _blocking(tx, change, seen, drafted=True)
            letters = await picture.codes(tx, hospital)
            people = await identity.people(tx, _concerned(seen, part, asked))
            now = tx.at
        rings = await self._rings(people.keys(), seen.period)
        first, last = picture.day_at(seen.period.starts_at), picture.day_at(seen.period.ends_at) - picture.A_DAY
        before, after = seen.plan(), seen.plan(part)
        borne = [seen.loads(shifts, first, last + picture.A_DAY) for shifts in (before, after)]
        specialties = [one for one in seen.specialties if one in (asked or picture.plannable(actor, seen))]
        since = Span(max(now, seen.period.starts_at), max(now, seen.period.ends_at))
        return Preview(
            version=seen.version,
            from_day=first if part.size else None,
            to_day=last if part.size else None,
            changes=part.size,
            people=[
                LoadChange(
                    person=people[person],
                    before=picture.load_view(borne[0].get(person), rings.get(person, 0)),
                    after=picture.load_view(borne[1].get(person), rings.get(person, 0)),
                    changed=person in change.people,
                )
                for person in sorted(people, key=lambda one: people[one].name)
            ],
            blocking=[_blocking_view(one) for one in found],
            gaps=seen.gaps(after, specialties, since, letters) if since.starts_at < since.ends_at else [],
            affected=sorted(change.people),
            digest=part.digest(seen.version),
            fairness=[
                FairnessView(
                    specialty=one,
                    before=_balance(seen, _of(one, before), turns, first, last + picture.A_DAY),
                    after=_balance(seen, _of(one, after), turns, first, last + picture.A_DAY),
                )
                for one, turns in ((one, _taking_turns(one, [*before, *after])) for one in specialties)
            ],
        )

    async def publish(self, actor: Actor, hospital: FacilityId, change_id: UUID, asked: Publish) -> Published:
        """Just what was previewed, or nothing.

        Raises:
            Denied, Missing, DraftMoved, NothingDrafted, RosterBlocked, ShiftsOverlap, OtherBody
        """
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            number = await versions.lock(tx, hospital)
            if not await idempotency.first_time(tx, change_id, hospital, asked, tx.at):
                return Published(version=await versions.made_by(tx, hospital, change_id) or number)
            part, change, seen = await _prepare(tx, hospital, asked.specialties)
            if part.digest(seen.version) != asked.digest:
                raise DraftMoved
            if not part.size:
                raise NothingDrafted
            if found := await _blocking(tx, change, seen, drafted=True):
                raise RosterBlocked([_fault(one) for one in found])
            made = await release(tx, hospital, VersionKind.PUBLISH, change, asked.reason)
            await rosters.drop_drafted(tx, {shift.id for shift in part.added})
            # Swapped or over since they were drafted to go: nobody's part any more.
            await rosters.drop_removals(tx, {shift.id for shift in seen.going if shift.state not in AHEAD})
            return Published(version=made.number)

    async def override(self, actor: Actor, hospital: FacilityId, change_id: UUID, asked: Override) -> Published:
        """At once, with a reason. What was worked of a shift stays its person's.

        Raises:
            Denied, Missing, NotStaff, NotAPart, ShiftOver, ShiftBegun, RosterBlocked, ShiftsOverlap, OtherBody
        """
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            number = await versions.lock(tx, hospital)
            if not await idempotency.first_time(tx, change_id, hospital, asked, tx.at):
                return Published(version=await versions.made_by(tx, hospital, change_id) or number)
            change, fresh = await _overriding(tx, hospital, asked)
            policy.require_plan(actor, hospital, {shift.specialty for shift in (*change.remove, *change.add)})
            await require_people(tx, hospital, fresh, "/body")
            seen = await picture.picture(tx, hospital, _around([*change.remove, *change.add]))
            if found := await _blocking(tx, RosterChange(change.remove, tuple(fresh)), seen, drafted=False):
                raise RosterBlocked([_fault(one) for one in found])
            made = await release(tx, hospital, VersionKind.OVERRIDE, change, asked.reason)
            return Published(version=made.number)

    async def versions(self, actor: Actor, hospital: FacilityId) -> VersionList:
        """Raises Denied."""
        policy.require_roster(actor, hospital)
        async with self._db.transaction(actor) as tx:
            known = await versions.versions(tx, hospital)
            sizes = await rosters.version_sizes(tx, hospital, [one.number for one in known])
            names = await identity.people(tx, {one.made_by for one in known if one.made_by})
        return VersionList(
            versions=[
                VersionView(
                    number=one.number,
                    kind=one.kind,
                    made_at=one.made_at,
                    made_by=names.get(one.made_by) if one.made_by else None,
                    reason=one.reason,
                    added=sizes[one.number][0],
                    ended=sizes[one.number][1],
                )
                for one in known
            ]
        )


async def _prepare(
    tx: Tx, hospital: FacilityId, asked: Sequence[Specialty | None]
) -> tuple[Draft, RosterChange, Picture]:
    """The part of the draft that is meant, what publishing it changes, the whole weeks that it touches.

    Raises:
        Denied, Missing
    """
    narrow = await picture.picture(tx, hospital, Span(tx.at, tx.at + picture.A_DAY))
    may = picture.plannable(tx.actor, narrow)
    policy.require_plan(tx.actor, hospital, asked)
    part = narrow.draft.of(asked or may, narrow.going)
    change = change_of(part, narrow.going)
    days = [day_of(shift) for shift in (*change.remove, *change.add)] or [picture.day_at(tx.at)]
    first, last = min(days), max(days)
    monday = first - timedelta(days=first.isoweekday() - 1)
    weeks = (last - monday).days // 7 + 1
    return part, change, await picture.picture(tx, hospital, picture.days(monday, 7 * weeks))


async def _blocking(tx: Tx, change: RosterChange, seen: Picture, *, drafted: bool) -> list[Blocking]:
    """`seen` spans the change; shifts at other hospitals count too."""
    people = frozenset(shift.person for shift in change.add)
    wide = picture.wide(seen.period)
    others = await rosters.standing_of(tx, people, wide)
    away = WhoIsAway(
        away_of(await absences.absences_of(tx, people, wide), await absences.postings_of(tx, people, wide))
    )
    found = list(begun(change, tx.at)) if drafted else []
    return [*found, *blocking(change, others, away)]


async def _overriding(tx: Tx, hospital: FacilityId, asked: Override) -> tuple[RosterChange, list[Shift]]:
    """What an override changes; and of that the shifts that somebody takes on anew.

    Raises:
        Missing, ShiftOver, ShiftBegun, NotAPart
    """
    named = {ShiftId(one) for one in (*asked.remove, *(part.shift_id for part in asked.take))}
    known = {shift.id: shift for shift in await rosters.lock_shifts(tx, hospital, named)}
    if len(known) < len(asked.remove) + len(asked.take):
        raise Missing(pointer="/body")  # of another hospital, or one shift named twice
    add = [new_shift(hospital, one) for one in asked.add]
    if any(shift.starts_at < tx.at - LATE for shift in add):
        raise ShiftBegun
    fresh, kept = list(add), list[Shift]()
    gone = [known[ShiftId(one)] for one in asked.remove]
    for shift in gone:
        if shift.state not in AHEAD or shift.ends_at <= tx.at:
            raise ShiftOver
        if shift.starts_at < tx.at:  # what runs was worked until now
            rest = Part(ShiftId(uuid7()), None, Span(tx.at, shift.ends_at))
            kept += take_over(shift, rest, ShiftId(uuid7()), ShiftId(uuid7()), tx.at)
    for one in asked.take:
        shift = known[ShiftId(one.shift_id)]
        part = _part(one)
        pieces = take_over(shift, part, ShiftId(uuid7()), ShiftId(uuid7()), tx.at)
        gone.append(shift)
        fresh += [piece for piece in pieces if piece.id == part.id]
        kept += [piece for piece in pieces if piece.id != part.id]
    return RosterChange(remove=tuple(gone), add=(*fresh, *kept)), fresh


def _part(one: TakenPart) -> Part:
    hours = Span(one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC))
    return Part(ShiftId(one.id), None if one.person_id is None else UserId(one.person_id), hours)


def _around(shifts: Sequence[Shift]) -> Span:
    return Span(min(shift.starts_at for shift in shifts), max(shift.ends_at for shift in shifts))


def _concerned(seen: Picture, part: Draft, asked: Collection[Specialty | None]) -> frozenset[UserId]:
    """Who shares these specialties, and whoever the draft is about."""
    about = change_of(part, seen.going)
    specialties = {*asked} or {shift.specialty for shift in (*about.remove, *about.add)}
    held = {person: {g.specialty for g in grants if g.specialty} for person, grants in seen.staff.items()}
    share = {person for person, own in held.items() if own & specialties}
    return frozenset(share | about.people)


def _taking_turns(specialty: Specialty, shifts: Sequence[Shift]) -> frozenset[UserId]:
    """Who has a turn with or without the draft: whom it leaves out counts, who never takes turns does not."""
    return frozenset(shift.person for shift in shifts if shift.specialty is specialty and WEIGHT[shift.tier])


def _of(specialty: Specialty, shifts: Sequence[Shift]) -> list[Shift]:
    return [shift for shift in shifts if shift.specialty is specialty]


def _balance(seen: Picture, shifts: Sequence[Shift], turns: frozenset[UserId], first: date, until: date) -> int | None:
    """How evenly these shifts burden those who take turns."""
    burdens = {person: load.burden for person, load in seen.loads(shifts, first, until).items()}
    period = seen.period
    there = {one: seen.away.share_there(one, period.starts_at, period.ends_at) for one in turns}
    return balance(burdens, there)


def _fault(one: Blocking) -> FieldError:
    shift = one.shift
    named = {"shift": str(shift.id), "person": str(shift.person), "at": shift.starts_at.isoformat()}
    return FieldError(pointer="/body", code=one.reason, message=f"Blocked by {one.reason}.", params=named)


def _blocking_view(one: Blocking) -> BlockingView:
    shift = one.shift
    return BlockingView(
        shift_id=shift.id,
        person_id=shift.person,
        specialty=shift.specialty,
        tier=shift.tier,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        reason=one.reason,
    )
