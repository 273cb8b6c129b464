"""What each role may do and which consults it opens, as one table (`domain.md` §3). Policies and the wall read it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from telemed.kernel.values import Role


class Sees(StrEnum):
    """Which consults a role opens, at the facility of its grant. A draft is the station's alone."""

    NOTHING = "nothing"
    STATION_OPEN = "station_open"
    """The station's cases until they are closed."""
    STATION = "station"
    DEPARTMENT_OPEN = "department_open"
    """Open cases of the grant's specialty. What somebody was asked or answered comes on top, by the care team."""
    DEPARTMENT = "department"
    QUEUE = "queue"
    """Every open case of the hospital, its clinical summary, no conclusion, no identity."""
    HOSPITAL = "hospital"
    """Every case of the hospital and its signed papers, without identity."""


class Right(StrEnum):
    """One thing a role may do at its facility."""

    PREPARE = "prepare"
    """Enter who the patient is, vital signs, photographs, the words of a request."""
    REQUEST = "request"
    """Send a request, raise its urgency, cancel it, transfer the patient."""
    ANSWER = "answer"
    """Take a case of the hospital, ask for more, pass it on."""
    JOIN = "join"
    """Sit in the call of a case one may open."""
    DECIDE = "decide"
    """Write minutes for the station, decide on the advice, write and send a referral."""
    SIGN = "sign"
    """Sign for the station, within what its head allows the profession."""
    PRINT = "print"
    """Take a paper with the patient's name away: a right apart from reading (Law 15/2023 Art. 69.3)."""
    SEE_IDENTITY = "see_identity"
    """Know who the patient of a case is, because one treats them."""
    BREAK_GLASS = "break_glass"
    """Open any case in an emergency, with a reason that is reviewed."""
    STATE_PURPOSE = "state_purpose"
    """Open a named case for a stated purpose: an inspection, a complaint, the hospital's own review."""
    READ_LOG = "read_log"
    EXPORT_LOG = "export_log"
    SEE_TOTALS = "see_totals"
    """Counts over many cases; small ones are suppressed for a commune."""
    MANAGE_PEOPLE = "manage_people"
    """Accounts and dated grants at the facility; facilities and assignments for who holds it over the province."""
    READ_AUDIT = "read_audit"
    """Who read or did what; never the content."""
    REVIEW_ACCESS = "review_access"
    FILE_DATA_REQUEST = "file_data_request"
    """Take down what a patient asks about their own data."""
    ANSWER_DATA_REQUEST = "answer_data_request"
    """Hand a patient's data out, or erase it where the law allows."""
    APPROVE_ERASURE = "approve_erasure"
    SEE_ROSTER = "see_roster"
    """Who is on duty when, which stations have a rotating doctor, how a hospital's ladder goes."""
    PLAN_ROSTER = "plan_roster"
    """Draft and publish shifts, keep leave, judge swaps: of the grant's specialty, or of all where it names none."""
    PLAN_ROTATION = "plan_rotation"
    """Post a doctor of the hospital to a station (luân phiên)."""
    SET_LADDER = "set_ladder"
    """Say who is rung in which order, as PLAN_ROSTER for specialties."""
    APPROVE_CLINICAL = "approve_clinical"
    """Take responsibility for the limits of vital signs and the templates of requests, for one's hospital."""
    SET_LINK = "set_link"
    """Say how many megabytes a month a place's card has, and what gives way then: one's own, or of stations one's
    hospital supports."""


@dataclass(frozen=True, slots=True)
class RoleEntry:
    sees: Sees
    may: frozenset[Right]


def _entry(sees: Sees, *may: Right) -> RoleEntry:
    return RoleEntry(sees, frozenset(may))


_PREPARES = (Right.PREPARE, Right.SEE_IDENTITY, Right.FILE_DATA_REQUEST)
_REQUESTS = (*_PREPARES, Right.REQUEST, Right.JOIN, Right.DECIDE, Right.SIGN, Right.PRINT)
_ANSWERS = (
    *(Right.ANSWER, Right.JOIN, Right.SEE_IDENTITY, Right.PRINT, Right.BREAK_GLASS, Right.READ_LOG),
    Right.SEE_ROSTER,
)
_PLANS = (Right.SEE_ROSTER, Right.PLAN_ROSTER, Right.SET_LADDER)

ROLES: Final[dict[Role, RoleEntry]] = {
    Role.STATION_NURSE: _entry(Sees.STATION_OPEN, *_PREPARES),
    Role.STATION_ASSISTANT: _entry(Sees.STATION, *_REQUESTS),
    Role.STATION_DOCTOR: _entry(Sees.STATION, *_REQUESTS, Right.BREAK_GLASS),
    Role.STATION_HEAD: _entry(
        Sees.STATION, *_REQUESTS, Right.BREAK_GLASS, Right.READ_LOG, Right.ANSWER_DATA_REQUEST, Right.SET_LINK
    ),
    Role.SPECIALIST: _entry(Sees.DEPARTMENT_OPEN, *_ANSWERS),
    Role.DEPT_HEAD: _entry(Sees.DEPARTMENT, *_ANSWERS, *_PLANS, Right.APPROVE_CLINICAL),
    Role.COORDINATOR: _entry(Sees.QUEUE, Right.SEE_ROSTER),
    Role.HOSPITAL_MANAGER: _entry(
        Sees.HOSPITAL,
        *(Right.READ_LOG, Right.EXPORT_LOG, Right.SEE_TOTALS, Right.STATE_PURPOSE),
        *(*_PLANS, Right.PLAN_ROTATION, Right.SET_LINK, Right.APPROVE_CLINICAL),
    ),
    Role.HOSPITAL_ADMIN: _entry(Sees.NOTHING, Right.MANAGE_PEOPLE),
    Role.PROVINCE_VIEWER: _entry(Sees.NOTHING, Right.SEE_TOTALS, Right.STATE_PURPOSE, Right.SEE_ROSTER),
    Role.COMMUNE_VIEWER: _entry(Sees.NOTHING, Right.SEE_TOTALS),
    Role.PRIVACY_OFFICER: _entry(
        Sees.NOTHING, Right.READ_AUDIT, Right.REVIEW_ACCESS, Right.FILE_DATA_REQUEST, Right.APPROVE_ERASURE
    ),
    Role.INTERPRETER: _entry(Sees.NOTHING),
}
