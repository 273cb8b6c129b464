"""What the two short forms are filled with: the extract of the minutes, and the slip of an appointment.

As in `paper.py`: what is empty prints dotted lines, except where a field says otherwise.
"""

from dataclasses import dataclass
from datetime import date, datetime

from telemed.records.forms.paper import Conversion, Letterhead, MinutesPaper, Patient, ReferralPaper, Signature

UNSIGNED = Signature()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractPaper:
    """“Trích biên bản hội chẩn”, domain §7.1: what goes into the record of who treats."""

    head: Letterhead
    number: str = ""
    """Of the minutes it is taken from."""
    code: str
    check: str = ""
    draft: bool
    version: int = 1
    dated_at: datetime | None = None
    conversion: Conversion | None = None

    patient: Patient
    treated_from: date | datetime | None = None
    treated_until: date | datetime | None = None
    bed: str = ""
    room: str = ""
    department: str = ""
    """Where the patient lies; of a station its name."""
    diagnosis: str = ""
    held_at: datetime | None = None
    chair: str = ""
    secretary: str = ""
    members: tuple[str, ...] = ()
    course: str = ""
    """The illness, its treatment and care so far."""
    conclusion: str = ""
    care_plan: str = ""
    secretary_signature: Signature = UNSIGNED
    chair_signature: Signature = UNSIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPaper:
    """“Phiếu hẹn khám lại”, TT 01/2025 App. V, domain §7.4."""

    head: Letterhead
    number: str = ""
    code: str
    check: str = ""
    draft: bool
    conversion: Conversion | None = None

    patient: Patient
    visited_on: date | datetime | None = None
    admitted_on: date | datetime | None = None
    discharged_on: date | datetime | None = None
    diagnosis: str = ""
    icd_code: str = ""
    comorbid: str = ""
    reason: str = ""
    """What for; the line is left out when empty, because the official form has no place for it."""
    on: date | None = None
    at_facility: str = ""
    """Where to come; left out when empty."""
    with_person: str = ""
    """The doctor proposed; left out when empty."""
    dated_at: datetime | None = None
    """When it was issued. Its signature is a pen's, with the facility's stamp."""
    signature: Signature = UNSIGNED


Paper = MinutesPaper | ExtractPaper | ReferralPaper | FollowUpPaper
