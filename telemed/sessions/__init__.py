"""Consults, their rings and their calls: the front door."""

from telemed.sessions.answered import AnsweredBy
from telemed.sessions.black_box import Box, Look, lasting
from telemed.sessions.calls import (
    Call,
    CallOver,
    CallState,
)
from telemed.sessions.case import (
    Case,
)
from telemed.sessions.deliveries import (
    Deliveries,
    channel_gone,
    channel_works,
    delivery,
    queue_ring,
    queue_test,
    reach_of,
)
from telemed.sessions.deliveries import came as delivery_came
from telemed.sessions.deliveries import end as end_deliveries
from telemed.sessions.deliveries import of as deliveries_of
from telemed.sessions.deliveries import troubled as delivery_troubled
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
    HandoverDue,
    HandoverOffered,
    HandoverRefused,
    HandoverTaken,
    HandoverWithdrawn,
    IdentityChecked,
    LadderEnded,
    LadderRestarted,
    ParticipantJoined,
    ParticipantLeft,
    PhoneAdviceGiven,
    PhoneAdviceJoined,
    PhoneCallLogged,
    PracticeEnded,
    RelayNeeded,
    RingDelivered,
    RingEnded,
    RingStarted,
    RingTested,
    SecondCameraMoved,
    SpecialtyChanged,
    StepSkipped,
    UrgencyRaised,
    VitalsAsked,
)
from telemed.sessions.findings import boxes as black_boxes
from telemed.sessions.findings import carried, put_down_to, unchosen
from telemed.sessions.findings import incidents as call_incidents
from telemed.sessions.identifiers import Identifier, IdentityCheck
from telemed.sessions.incidents import Incident, IncidentKind
from telemed.sessions.ladders import Near, Step, built_in
from telemed.sessions.masking import is_masked
from telemed.sessions.model import (
    DEFAULT_TIMERS,
    Allergy,
    Answer,
    CaseType,
    ConsentDecision,
    ConsentGround,
    Consult,
    PracticeHasNone,
    RingState,
    State,
    StepKind,
    Timers,
    Why,
)
from telemed.sessions.model_deliveries import Channel, Delivery, DeliveryKind, DeliveryState
from telemed.sessions.people import (
    Presence,
)
from telemed.sessions.plans import Plans, looking_elsewhere, plans_of
from telemed.sessions.policy import Because, because, require_real, side_in_call, treats
from telemed.sessions.rooms import (
    Calls,
)
from telemed.sessions.second_cameras import CameraOut
from telemed.sessions.served import answered_from
from telemed.sessions.service import (
    Consults,
)
from telemed.sessions.service_cameras import Phone, SecondCameras
from telemed.sessions.store_patients import patients_of_consults
from telemed.sessions.summaries import masked
from telemed.sessions.verdicts import Cause, Finding
from telemed.sessions.vitals import (
    VitalSigns,
)
from telemed.sessions.wire import (
    ConsultSummary,
    Measurement,
    RingCard,
    Subject,
)
from telemed.sessions.wire_cameras import CameraEntry, Wanted
from telemed.sessions.wire_cameras import Session as CameraSession

__all__ = [
    "DEFAULT_TIMERS",
    "Allergy",
    "Answer",
    "AnsweredBy",
    "Because",
    "Box",
    "Call",
    "CallEnded",
    "CallInterrupted",
    "CallLive",
    "CallOpened",
    "CallOver",
    "CallState",
    "Calls",
    "CameraEntry",
    "CameraOut",
    "CameraSession",
    "Case",
    "CaseType",
    "Cause",
    "Channel",
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
    "Deliveries",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Finding",
    "HandoverDue",
    "HandoverOffered",
    "HandoverRefused",
    "HandoverTaken",
    "HandoverWithdrawn",
    "Identifier",
    "IdentityCheck",
    "IdentityChecked",
    "Incident",
    "IncidentKind",
    "LadderEnded",
    "LadderRestarted",
    "Look",
    "Measurement",
    "Near",
    "ParticipantJoined",
    "ParticipantLeft",
    "Phone",
    "PhoneAdviceGiven",
    "PhoneAdviceJoined",
    "PhoneCallLogged",
    "Plans",
    "PracticeEnded",
    "PracticeHasNone",
    "Presence",
    "RelayNeeded",
    "RingCard",
    "RingDelivered",
    "RingEnded",
    "RingStarted",
    "RingState",
    "RingTested",
    "SecondCameraMoved",
    "SecondCameras",
    "SpecialtyChanged",
    "State",
    "Step",
    "StepKind",
    "StepSkipped",
    "Subject",
    "Timers",
    "UrgencyRaised",
    "VitalSigns",
    "VitalsAsked",
    "Wanted",
    "Why",
    "answered_from",
    "because",
    "black_boxes",
    "built_in",
    "call_incidents",
    "carried",
    "channel_gone",
    "channel_works",
    "deliveries_of",
    "delivery",
    "delivery_came",
    "delivery_troubled",
    "end_deliveries",
    "is_masked",
    "lasting",
    "looking_elsewhere",
    "masked",
    "patients_of_consults",
    "plans_of",
    "put_down_to",
    "queue_ring",
    "queue_test",
    "reach_of",
    "require_real",
    "side_in_call",
    "treats",
    "unchosen",
]
