"""Consults, their rings and their calls: the front door."""

from telemed.sessions.calls import (
    Call,
    CallOver,
    CallState,
)
from telemed.sessions.case import (
    Case,
)
from telemed.sessions.events import (
    CallEnded,
    CallInterrupted,
    CallLive,
    CallOpened,
    ConsentRecorded,
    ConsultAccepted,
    ConsultCancelled,
    ConsultChanged,
    ConsultClosed,
    ConsultConcluded,
    ConsultDrafted,
    ConsultExpired,
    ConsultReleased,
    ConsultReturned,
    ConsultScheduled,
    ConsultSent,
    ConsultTransferred,
    LadderEnded,
    LadderRestarted,
    ParticipantJoined,
    ParticipantLeft,
    PhoneCallLogged,
    RingEnded,
    RingStarted,
    SpecialtyChanged,
    StepSkipped,
    UrgencyRaised,
)
from telemed.sessions.masking import is_masked
from telemed.sessions.model import (
    DEFAULT_TIMERS,
    Answer,
    CaseType,
    ConsentDecision,
    ConsentGround,
    Consult,
    RingState,
    State,
    StepKind,
    Timers,
    Why,
)
from telemed.sessions.people import (
    Presence,
)
from telemed.sessions.policy import Because, because, treats
from telemed.sessions.rooms import (
    Calls,
)
from telemed.sessions.service import (
    AnsweredBy,
    Consults,
)
from telemed.sessions.summaries import masked
from telemed.sessions.vitals import (
    VitalSigns,
)
from telemed.sessions.wire import (
    ConsultSummary,
    Measurement,
    RingCard,
    Subject,
)

__all__ = [
    "DEFAULT_TIMERS",
    "Answer",
    "AnsweredBy",
    "Because",
    "Call",
    "CallEnded",
    "CallInterrupted",
    "CallLive",
    "CallOpened",
    "CallOver",
    "CallState",
    "Calls",
    "Case",
    "CaseType",
    "ConsentDecision",
    "ConsentGround",
    "ConsentRecorded",
    "Consult",
    "ConsultAccepted",
    "ConsultCancelled",
    "ConsultChanged",
    "ConsultClosed",
    "ConsultConcluded",
    "ConsultDrafted",
    "ConsultExpired",
    "ConsultReleased",
    "ConsultReturned",
    "ConsultScheduled",
    "ConsultSent",
    "ConsultSummary",
    "ConsultTransferred",
    "Consults",
    "LadderEnded",
    "LadderRestarted",
    "Measurement",
    "ParticipantJoined",
    "ParticipantLeft",
    "PhoneCallLogged",
    "Presence",
    "RingCard",
    "RingEnded",
    "RingStarted",
    "RingState",
    "SpecialtyChanged",
    "State",
    "StepKind",
    "StepSkipped",
    "Subject",
    "Timers",
    "UrgencyRaised",
    "VitalSigns",
    "Why",
    "because",
    "is_masked",
    "masked",
    "treats",
]
