"""Shifts, assignments, working time. What other features may import is named here."""

from telemed.schedules.duty import Schedules
from telemed.schedules.events import ShiftConfirmed
from telemed.schedules.model import Duty, NoHospital, Shift
from telemed.schedules.wire import Phone
from telemed.schedules.working_time import WorkingTime

__all__ = ["Duty", "NoHospital", "Phone", "Schedules", "Shift", "ShiftConfirmed", "WorkingTime"]
