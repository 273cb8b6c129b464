"""Which facts of others become notices: for whom, of which kind, with which few codes, and which wake a browser. Pure.

A notice speaks of duty, never of a patient. `once` keeps the same thing from being told twice, however many facts come.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, TypeAlias, TypeVar
from uuid import UUID

from telemed import records, schedules, sessions
from telemed.infra.events import Event
from telemed.kernel.ids import FacilityId, UserId

Param: TypeAlias = str | int | bool
E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class News:
    """What one fact says to some people."""

    kind: str
    people: tuple[UserId, ...]
    about: UUID | None = None
    params: dict[str, Param] = field(default_factory=dict)
    once: str | None = None
    wakes: bool = False
    """Important enough for a push."""
    person: UserId | None = None
    """Who it is about, named in the notice as `person`."""
    places: dict[str, FacilityId] = field(default_factory=dict)
    """Facilities named in the notice, by their param."""


def roster_published(fact: schedules.RosterPublished) -> Iterable[News]:
    """Those whose duty changed; a swap tells its two by itself."""
    if fact.by not in {"swap", "undo"}:
        yield News(
            "roster_override" if fact.by == "override" else "roster_published",
            fact.people,
            fact.hospital,
            {"version": fact.number},
            f"roster:{fact.hospital}:{fact.number}",
            wakes=fact.by == "override",
            places={"hospital": fact.hospital},
        )


def swap_proposed(fact: schedules.SwapProposed) -> Iterable[News]:
    yield News("swap_proposed", fact.people, fact.swap, {}, f"swap:{fact.swap}:proposed", True, fact.by)


def swap_answered(fact: schedules.SwapAnswered) -> Iterable[News]:
    once = f"swap:{fact.swap}:{fact.answer}"
    yield News("swap_answered", fact.people, fact.swap, {"answer": fact.answer}, once, True, fact.by)


def swap_judged(fact: schedules.SwapJudged) -> Iterable[News]:
    params: dict[str, Param] = {"approved": fact.approved}
    yield News("swap_judged", fact.people, fact.swap, params, f"swap:{fact.swap}:judged", True, fact.by)


def swap_undone(fact: schedules.SwapUndone) -> Iterable[News]:
    yield News("swap_undone", fact.people, fact.swap, {}, f"swap:{fact.swap}:undone", True, fact.by)


def rotation_changed(fact: schedules.RotationChanged) -> Iterable[News]:
    params = {"change": fact.change, "starts_on": _day(fact.starts_on), "ends_on": _day(fact.ends_on)}
    once = f"rotation:{fact.rotation}:{fact.change}:{fact.ends_on}"
    places = {"hospital": fact.hospital, "station": fact.station}
    yield News("rotation_changed", fact.people, fact.rotation, {**params}, once, True, fact.person, places)


def rotation_started(fact: schedules.RotationStarted) -> Iterable[News]:
    once, places = f"rotation:{fact.rotation}:started", {"station": fact.station}
    params: dict[str, Param] = {"ends_on": _day(fact.ends_on)}
    yield News("rotation_started", fact.people, fact.rotation, params, once, person=fact.person, places=places)


def rotation_ended(fact: schedules.RotationEnded) -> Iterable[News]:
    once, places = f"rotation:{fact.rotation}:ended", {"station": fact.station}
    params: dict[str, Param] = {"early": fact.early}
    yield News("rotation_ended", fact.people, fact.rotation, params, once, person=fact.person, places=places)


def rotation_ending(fact: schedules.RotationEnding) -> Iterable[News]:
    told = (fact.person, *fact.heads, *fact.managers)
    params: dict[str, Param] = {"ends_on": _day(fact.ends_on), "days": fact.days}
    once, places = f"rotation:{fact.rotation}:ending:{fact.ends_on}", {"station": fact.station}
    yield News("rotation_ending", told, fact.rotation, params, once, person=fact.person, places=places)


def shift_unconfirmed(fact: schedules.ShiftUnconfirmed) -> Iterable[News]:
    """The person, who may only have forgotten; the backup, who is rung from now on; the head."""
    params: dict[str, Param] = {"starts_at": _moment(fact.starts_at), "tier": fact.tier.value}
    if fact.specialty:
        params["specialty"] = fact.specialty.value
    once, places = f"unconfirmed:{fact.shift}", {"hospital": fact.hospital}
    yield News("shift_unconfirmed_own", (fact.person,), fact.shift, params, once, True, None, places)
    if fact.armed:
        yield News("shift_armed", fact.backups, fact.shift, params, f"armed:{fact.shift}", True, fact.person, places)
    told = tuple(one for one in fact.heads if one not in {fact.person, *(fact.backups if fact.armed else ())})
    yield News("shift_unconfirmed", told, fact.shift, params, once, True, fact.person, places)


def gap_ahead(fact: schedules.GapAhead) -> Iterable[News]:
    params: dict[str, Param] = {
        "specialty": fact.specialty.value,
        "starts_at": _moment(fact.starts_at),
        "ends_at": _moment(fact.ends_at),
        "state": fact.state,
        "days": fact.days,
    }
    where = f"{fact.hospital}:{fact.specialty}:{fact.starts_at.isoformat()}"
    asked = fact.nudged_by is not None
    yield News(
        "gap_nudge" if asked else "gap_ahead",
        (*fact.heads, *fact.managers),
        fact.hospital,
        params,
        None if asked else f"gap:{where}:{fact.days}",
        asked or fact.days <= 1,
        fact.nudged_by,
        {"hospital": fact.hospital},
    )


def handover_due(fact: sessions.HandoverDue) -> Iterable[News]:
    yield News("handover_due", (fact.user,), fact.consult, {}, f"due:{fact.consult}:{fact.shift}", True)


def handover_offered(fact: sessions.HandoverOffered) -> Iterable[News]:
    yield News("handover_offered", (fact.to,), fact.consult, {}, f"handover:{fact.handover}", True, fact.user)


def handover_taken(fact: sessions.HandoverTaken) -> Iterable[News]:
    yield News("handover_taken", (fact.giver,), fact.consult, {}, f"handover:{fact.handover}:over", True, fact.user)


def handover_refused(fact: sessions.HandoverRefused) -> Iterable[News]:
    yield News("handover_refused", (fact.giver,), fact.consult, {}, f"handover:{fact.handover}:over", True, fact.user)


def handover_withdrawn(fact: sessions.HandoverWithdrawn) -> Iterable[News]:
    once = f"handover:{fact.handover}:over"
    yield News("handover_withdrawn", (fact.to,), fact.consult, {}, once, False, fact.user)


def referral_sent(fact: records.ReferralSent) -> Iterable[News]:
    places = {"hospital": fact.to} if fact.to else {}
    yield News(
        "referral_sent", fact.people, fact.referral, {}, f"referral:{fact.referral}:sent", True, fact.user, places
    )


def referral_moved(fact: records.ReferralMoved) -> Iterable[News]:
    """A redirected patient and one who did not come are the station's to look for: these wake."""
    wakes = fact.step in {"redirected", "departed", "not_arrived"}
    places = {"hospital": fact.to, "station": fact.station}
    once = f"referral:{fact.referral}:{fact.step}"
    yield News("referral_moved", fact.people, fact.referral, {"step": fact.step}, once, wakes, fact.user, places)


def referral_cancelled(fact: records.ReferralCancelled) -> Iterable[News]:
    places = {"hospital": fact.to} if fact.to else {}
    once = f"referral:{fact.referral}:cancelled"
    yield News("referral_cancelled", fact.people, fact.referral, {}, once, False, fact.user, places)


def follow_up_near(fact: records.FollowUpMoved) -> Iterable[News]:
    if fact.state == "reminded":
        once, places = f"follow_up:{fact.follow_up}:{fact.on}", {"station": fact.station}
        yield News("follow_up_near", fact.people, fact.follow_up, {"on": _day(fact.on)}, once, True, None, places)


def debts_owed(fact: records.DebtsOwed) -> Iterable[News]:
    """Each morning one, for whoever owes something overdue."""
    once = f"debts:{fact.facility}:{fact.day}"
    yield News("debts_owed", fact.people, fact.facility, {"overdue": fact.overdue}, once)


Teller: TypeAlias = Callable[[Any], Iterable[News]]

TOLD: Final[dict[type[Event], Teller]] = {
    schedules.RosterPublished: roster_published,
    schedules.SwapProposed: swap_proposed,
    schedules.SwapAnswered: swap_answered,
    schedules.SwapJudged: swap_judged,
    schedules.SwapUndone: swap_undone,
    schedules.RotationChanged: rotation_changed,
    schedules.RotationStarted: rotation_started,
    schedules.RotationEnded: rotation_ended,
    schedules.RotationEnding: rotation_ending,
    schedules.ShiftUnconfirmed: shift_unconfirmed,
    schedules.GapAhead: gap_ahead,
    sessions.HandoverDue: handover_due,
    sessions.HandoverOffered: handover_offered,
    sessions.HandoverTaken: handover_taken,
    sessions.HandoverRefused: handover_refused,
    sessions.HandoverWithdrawn: handover_withdrawn,
    records.ReferralSent: referral_sent,
    records.ReferralMoved: referral_moved,
    records.ReferralCancelled: referral_cancelled,
    records.FollowUpMoved: follow_up_near,
    records.DebtsOwed: debts_owed,
}
"""Every fact that somebody is told of."""

KINDS: Final = frozenset(
    {
        *("roster_published", "roster_override", "swap_proposed", "swap_answered", "swap_judged", "swap_undone"),
        *("rotation_changed", "rotation_started", "rotation_ended", "rotation_ending"),
        *("shift_unconfirmed_own", "shift_unconfirmed", "shift_armed", "gap_ahead", "gap_nudge"),
        *("handover_due", "handover_offered", "handover_taken", "handover_refused", "handover_withdrawn"),
        "webhook_stopped",
        *("referral_sent", "referral_moved", "referral_cancelled", "follow_up_near", "debts_owed"),
    }
)
"""Screens have a sentence for each of them."""


def _day(day: date) -> str:
    return day.isoformat()


def _moment(at: datetime) -> str:
    return at.isoformat()
