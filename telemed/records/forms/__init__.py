"""Prints the official papers: A4 PDFs, the same bytes for the same facts, fit for keeping (PDF/A) and for search.

Front door: the four `render_…` and the dataclasses they take. Each works for some tens of milliseconds without the
interpreter's lock: call them in a thread.
"""

from datetime import datetime
from pathlib import Path
from typing import assert_never

from telemed.infra import qr
from telemed.infra.press import printed
from telemed.records.forms.paper import (
    Allergies,
    Attendee,
    CardExpiry,
    Change,
    Channel,
    Conclusion,
    Consent,
    ConsentGround,
    Conversion,
    Decision,
    IdentityLine,
    Incident,
    IncidentKind,
    Item,
    Letterhead,
    MinutesPaper,
    Opinion,
    Patient,
    ReferralPaper,
    Seat,
    Signature,
    Stay,
    Vitals,
)
from telemed.records.forms.short import ExtractPaper, FollowUpPaper, Paper

__all__ = [
    "Allergies",
    "Attendee",
    "CardExpiry",
    "Change",
    "Channel",
    "Conclusion",
    "Consent",
    "ConsentGround",
    "Conversion",
    "Decision",
    "ExtractPaper",
    "FollowUpPaper",
    "IdentityLine",
    "Incident",
    "IncidentKind",
    "Item",
    "Letterhead",
    "MinutesPaper",
    "Opinion",
    "Paper",
    "Patient",
    "ReferralPaper",
    "Seat",
    "Signature",
    "Stay",
    "Vitals",
    "render",
    "render_extract",
    "render_follow_up",
    "render_minutes",
    "render_referral",
]

_HERE = Path(__file__).parent


def render(data: Paper) -> bytes:
    """Any of the four."""
    match data:
        case MinutesPaper():
            return render_minutes(data)
        case ExtractPaper():
            return render_extract(data)
        case ReferralPaper():
            return render_referral(data)
        case FollowUpPaper():
            return render_follow_up(data)
        case _:
            assert_never(data)


def render_minutes(data: MinutesPaper) -> bytes:
    """“Biên bản hội chẩn” (domain §7.2) as PDF."""
    return _printed("minutes", data, data.dated_at)


def render_extract(data: ExtractPaper) -> bytes:
    """“Trích biên bản hội chẩn” (domain §7.1) as PDF."""
    return _printed("extract", data, data.dated_at)


def render_referral(data: ReferralPaper) -> bytes:
    """“Phiếu chuyển cơ sở khám bệnh, chữa bệnh bảo hiểm y tế” (TT 01/2025 App. VI) as PDF."""
    return _printed("referral", data, data.signature.signed_at)


def render_follow_up(data: FollowUpPaper) -> bytes:
    """“Phiếu hẹn khám lại” (TT 01/2025 App. V) as PDF."""
    return _printed("follow_up", data, data.dated_at)


def _printed(template: str, data: Paper, dated: datetime | None) -> bytes:
    link = data.conversion.link if data.conversion else ""
    return printed(
        _HERE / f"{template}.typ",
        data,
        None if data.draft else dated,
        font=data.head.font,
        pictures={"qr": qr.svg(link, border=0)} if link else {},
    )
