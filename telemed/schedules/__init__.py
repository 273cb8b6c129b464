"""Shifts, assignments, working time. What other features may import is named here."""

from telemed.schedules.coverage import (
    COVERED,
    USUAL_HALVES,
    CoverState,
    Halves,
    Span,
    Stretch,
    badness,
    clipped,
    gaps,
    main_shift,
    worst,
)
from telemed.schedules.duty import Schedules
from telemed.schedules.events import (
    GapAhead,
    RosterPublished,
    RotationChanged,
    RotationEnded,
    RotationEnding,
    RotationStarted,
    ShiftConfirmed,
    ShiftEnded,
    ShiftUnconfirmed,
    SwapAnswered,
    SwapJudged,
    SwapProposed,
    SwapUndone,
)
from telemed.schedules.model import Duty, NoHospital, NotYourShift, Shift, ShiftState
from telemed.schedules.outlook import Elsewhere, HospitalOutlook, Outlook, duty_then, outlook_days, warned
from telemed.schedules.replay import DutyThen
from telemed.schedules.wire import ChannelCheck, Phone
from telemed.schedules.working_time import WorkingTime

__all__ = [
    "COVERED",
    "USUAL_HALVES",
    "ChannelCheck",
    "CoverState",
    "Duty",
    "DutyThen",
    "Elsewhere",
    "GapAhead",
    "Halves",
    "HospitalOutlook",
    "NoHospital",
    "NotYourShift",
    "Outlook",
    "Phone",
    "RosterPublished",
    "RotationChanged",
    "RotationEnded",
    "RotationEnding",
    "RotationStarted",
    "Schedules",
    "Shift",
    "ShiftConfirmed",
    "ShiftEnded",
    "ShiftState",
    "ShiftUnconfirmed",
    "Span",
    "Stretch",
    "SwapAnswered",
    "SwapJudged",
    "SwapProposed",
    "SwapUndone",
    "WorkingTime",
    "badness",
    "clipped",
    "duty_then",
    "gaps",
    "main_shift",
    "outlook_days",
    "warned",
    "worst",
]
