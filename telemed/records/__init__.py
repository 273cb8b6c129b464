"""Patients, minutes, decisions and referrals: the record. What other features may import is named here."""

from telemed.records.events import (
    ConclusionReadBack,
    DecisionCorrected,
    DecisionRecorded,
    DrawingAdded,
    FileMoved,
    MinutesConcluded,
    MinutesCorrected,
    MinutesFieldChanged,
    MinutesLocked,
    MinutesOpened,
    MinutesSealed,
    MinutesSigned,
    OpinionAdded,
    PatientChanged,
    ReferralCancelled,
    ReferralChanged,
    ReferralDrafted,
    ReferralSent,
    ReferralSigned,
)
from telemed.records.model import Choice, Item, MinutesState, Outcome, ReferralState
from telemed.records.service import Records
from telemed.records.service.dossier import Pdf
from telemed.records.wire_files import DrawingView, FileView, Points

__all__ = [
    "Choice",
    "ConclusionReadBack",
    "DecisionCorrected",
    "DecisionRecorded",
    "DrawingAdded",
    "DrawingView",
    "FileMoved",
    "FileView",
    "Item",
    "MinutesConcluded",
    "MinutesCorrected",
    "MinutesFieldChanged",
    "MinutesLocked",
    "MinutesOpened",
    "MinutesSealed",
    "MinutesSigned",
    "MinutesState",
    "OpinionAdded",
    "Outcome",
    "PatientChanged",
    "Pdf",
    "Points",
    "Records",
    "ReferralCancelled",
    "ReferralChanged",
    "ReferralDrafted",
    "ReferralSent",
    "ReferralSigned",
    "ReferralState",
]
