"""Prints the official papers: A4 PDFs, the same bytes for the same facts, fit for keeping (PDF/A) and for search.

Front door: `render_minutes`, `render_referral` and the dataclasses they take. Both work for some tens of milliseconds
without the interpreter's lock: call them in a thread.
"""

from pathlib import Path

from telemed.infra.press import printed
from telemed.records.forms.paper import (
    Attendee,
    CardExpiry,
    Change,
    Channel,
    Conclusion,
    Consent,
    ConsentGround,
    Conversion,
    Decision,
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

__all__ = [
    "Attendee",
    "CardExpiry",
    "Change",
    "Channel",
    "Conclusion",
    "Consent",
    "ConsentGround",
    "Conversion",
    "Decision",
    "Incident",
    "IncidentKind",
    "Item",
    "Letterhead",
    "MinutesPaper",
    "Opinion",
    "Patient",
    "ReferralPaper",
    "Seat",
    "Signature",
    "Stay",
    "Vitals",
    "render_minutes",
    "render_referral",
]

_HERE = Path(__file__).parent


def render_minutes(data: MinutesPaper) -> bytes:
    """“Biên bản hội chẩn” (domain §7.2) as PDF."""
    return printed(_HERE / "minutes.typ", data, None if data.draft else data.dated_at)


def render_referral(data: ReferralPaper) -> bytes:
    """“Phiếu chuyển cơ sở khám bệnh, chữa bệnh bảo hiểm y tế” (TT 01/2025 App. VI) as PDF."""
    return printed(_HERE / "referral.typ", data, None if data.draft else data.signature.signed_at)
