"""Where the patient went, as FHIR R4: referral, its task, what came back, when to come again. Pure."""

from collections.abc import Iterator
from typing import Final

from telemed.exchange.fhir import (
    ICD10,
    OURS,
    Resource,
    bare,
    coding,
    concept,
    day,
    derived,
    identifier,
    instant,
    own,
    ref,
    subject,
)
from telemed.exchange.fhir_people import role_id
from telemed.exchange.model import Case, Planned, Referred

V2_VISIT: Final = "http://terminology.hl7.org/CodeSystem/v2-0276"
TASK_STATUS: Final = {
    "signed": "ready",
    "sent": "requested",
    "accepted": "accepted",
    "redirected": "rejected",
    "departed": "in-progress",
    "arrived": "in-progress",
    "not_arrived": "failed",
    "closed": "completed",
    "cancelled": "cancelled",
    "expired": "cancelled",
}
REFERRAL_STATUS: Final = {"cancelled": "revoked", "expired": "revoked", "redirected": "revoked", "closed": "completed"}
FOLLOW_UP_STATUS: Final = {
    "planned": "booked",
    "reminded": "booked",
    "done": "fulfilled",
    "missed": "noshow",
    "cancelled": "cancelled",
}


def referral(case: Case, sent: Referred) -> Iterator[Resource]:
    emergency = sent.kind == "emergency_transfer"
    diagnosis = bare({"coding": [coding(ICD10, sent.icd_code)] if sent.icd_code else [], "text": sent.diagnosis})
    yield bare(
        {
            "resourceType": "ServiceRequest",
            "id": str(sent.id),
            "identifier": [identifier(f"{OURS}:referral-number", sent.number)],
            "basedOn": [ref("ServiceRequest", case.id)],
            "status": REFERRAL_STATUS.get(sent.state, "active"),
            "intent": "order",
            "priority": "stat" if emergency else case.urgency.value,
            "category": [own("referral-kind", sent.kind)],
            "code": concept("http://snomed.info/sct", "3457005", "Patient referral"),
            "subject": subject(case),
            "occurrenceDateTime": instant(sent.transfer_at),
            "authoredOn": instant(sent.signed_at),
            "requester": ref("PractitionerRole", role_id(sent.signed_by)),
            "performer": [ref("Organization", sent.to, case.place(sent.to).name)],
            "reasonCode": [diagnosis, *(concept(ICD10, code) for code in sent.other_icd_codes)],
            "note": [
                {"text": text} for text in (sent.clinical_signs, sent.treatment, sent.condition, sent.care_plan) if text
            ],
        }
    )
    yield bare(
        {
            "resourceType": "Task",
            "id": str(derived(sent.id, "task")),
            "status": TASK_STATUS.get(sent.state, "requested"),
            "businessStatus": own("referral-state", sent.state),
            "intent": "order",
            "priority": "stat" if emergency else case.urgency.value,
            "focus": ref("ServiceRequest", sent.id),
            "for": subject(case),
            "authoredOn": instant(sent.signed_at),
            "requester": ref("PractitionerRole", role_id(sent.signed_by)),
            "owner": ref("Organization", sent.to, case.place(sent.to).name),
            "reasonCode": own("transfer-reason", sent.reason),
            "restriction": {"period": {"end": day(sent.valid_until)}} if sent.valid_until else None,
        }
    )
    if sent.feedback:
        back = sent.feedback
        yield bare(
            {
                "resourceType": "Communication",
                "id": str(derived(sent.id, "feedback")),
                "status": "completed",
                "category": [own("communication", "feedback")],
                "basedOn": [ref("ServiceRequest", sent.id)],
                "subject": subject(case),
                "sent": instant(back.at),
                "recipient": [ref("Organization", case.station.id, case.station.name)],
                "sender": ref("PractitionerRole", role_id(back.by)) if back.by else ref("Organization", sent.to),
                "reasonCode": [concept(ICD10, back.final_icd_code, text=back.final_diagnosis)]
                if back.final_icd_code
                else [],
                "payload": [{"contentString": text} for text in (back.final_diagnosis, back.done, back.advice) if text],
            }
        )


def follow_up(case: Case, slip: Planned) -> Resource:
    with_whom = [{"actor": subject(case), "status": "accepted"}]
    if slip.person:
        with_whom.append({"actor": ref("PractitionerRole", role_id(slip.person)) or {}, "status": "tentative"})
    return bare(
        {
            "resourceType": "Appointment",
            "id": str(slip.id),
            "identifier": [identifier(f"{OURS}:follow-up-number", slip.number)] if slip.number else [],
            "status": FOLLOW_UP_STATUS.get(slip.state, "booked"),
            "appointmentType": concept(
                "http://terminology.hl7.org/CodeSystem/v2-0276",
                "FOLLOWUP",
                "A follow up visit from a previous appointment",
            ),
            "description": slip.reason,
            "requestedPeriod": [{"start": day(slip.on), "end": day(slip.on)}],
            "basedOn": [ref("ServiceRequest", case.id)],
            "participant": with_whom,
        }
    )
