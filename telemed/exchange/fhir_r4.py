"""One consult as a FHIR R4 bundle: what was asked, measured, said, signed, decided, and where it led. Pure."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from telemed.exchange import fhir_papers as papers
from telemed.exchange import fhir_patient
from telemed.exchange import fhir_road as road
from telemed.exchange.fhir import (
    CONSENT_SCOPE,
    LOINC,
    OURS,
    V3_ACT,
    Resource,
    bare,
    bundle,
    coding,
    concept,
    derived,
    encounter_id,
    identifier,
    instant,
    own,
    period,
    ref,
    subject,
)
from telemed.exchange.fhir_people import organization, practitioner, role, role_id
from telemed.exchange.fhir_vitals import observations
from telemed.exchange.model import Case

REQUEST_STATUS: Final = {"cancelled": "revoked", "expired": "revoked", "closed": "completed", "concluded": "completed"}
"""Every other state is a request that still runs."""
CONSENT_STATUS: Final = {"given": "active", "refused": "rejected", "withdrawn": "inactive"}


def of(case: Case, at: datetime) -> Resource:
    """The Bundle (type `collection`). Without a `patient` it speaks of somebody by our own code alone."""
    return bundle(at, case.code, list(_resources(case)))


def _resources(case: Case) -> Iterator[Resource]:
    places = {case.station.id: case.station, case.hospital.id: case.hospital, **(case.places or {})}
    yield from map(organization, places.values())
    at_place = _work_places(case)
    for person in (case.people or {}).values():
        yield practitioner(person)
        yield role(person.id, at_place.get(person.id), case.specialty if person.id == case.specialist else None)
    if case.patient:
        yield fhir_patient.resource(case.patient, case.station.id)
    yield _request(case)
    yield _encounter(case)
    if case.scheduled_at:
        yield _appointment(case)
    yield from observations(case.vitals, subject(case), ref("Encounter", encounter_id(case)))
    yield from _consents(case)
    if case.request.returned_question:
        yield _asked_back(case)
    if case.minutes:
        yield from papers.minutes(case, case.minutes)
    if case.decision:
        yield _decision(case)
    for referral in case.referrals:
        yield from road.referral(case, referral)
    yield from (road.follow_up(case, slip) for slip in case.follow_ups)


def _work_places(case: Case) -> dict[UUID, UUID]:
    """Where each person named worked in this case."""
    seats = {seat.person: seat.facility for session in case.sessions for seat in session.seats}
    return {
        **dict.fromkeys(case.people or {}, case.station.id),
        **({case.specialist: case.hospital.id} if case.specialist else {}),
        **seats,
        case.requester: case.station.id,
    }


def _request(case: Case) -> Resource:
    return bare(
        {
            "resourceType": "ServiceRequest",
            "id": str(case.id),
            "identifier": [identifier(f"{OURS}:consult-code", case.code)],
            "status": REQUEST_STATUS.get(case.state, "active"),
            "intent": "order",
            "priority": case.urgency.value,
            "category": [concept("http://snomed.info/sct", "11429006", "Consultation")],
            "code": own("case-type", case.request.case_type or "other", case.request.question),
            "subject": subject(case),
            "authoredOn": instant(case.sent_at or case.created_at),
            "requester": ref("PractitionerRole", role_id(case.requester)),
            "performerType": own("specialty", case.specialty.value),
            "performer": [ref("Organization", case.hospital.id, case.hospital.name)],
            "reasonCode": [{"text": case.request.reason}] if case.request.reason else [],
            "supportingInfo": [ref("Observation", v.id) for v in case.vitals],
            "note": [
                {"text": text}
                for text in (
                    case.request.history,
                    case.request.past_history,
                    case.request.examination,
                    case.request.working_diagnosis,
                    case.request.treatment_given,
                )
                if text
            ],
        }
    )


def _encounter(case: Case) -> Resource:
    live = [session for session in case.sessions if session.live_at]
    seats = [seat for session in case.sessions for seat in session.seats]
    ended = next((s.ended_at for s in reversed(live)), None)
    status = "planned"
    if case.state in {"cancelled", "expired"}:
        status = "cancelled"
    elif case.concluded_at or case.state in {"closed", "transferred"}:
        status = "finished"
    elif case.accepted_at:
        status = "in-progress"
    return bare(
        {
            "resourceType": "Encounter",
            "id": str(encounter_id(case)),
            "status": status,
            "class": coding(V3_ACT, "VR", "virtual"),
            "subject": subject(case),
            "basedOn": [ref("ServiceRequest", case.id)],
            "participant": [
                {
                    "individual": ref("PractitionerRole", role_id(seat.person)),
                    "period": period(seat.joined_at, seat.left_at),
                }
                for seat in seats
            ],
            "period": period(live[0].live_at, ended) if live else None,
            "serviceProvider": ref("Organization", case.hospital.id, case.hospital.name),
        }
    )


def _appointment(case: Case) -> Resource:
    people = [case.requester, *([case.specialist] if case.specialist else [])]
    status = "cancelled" if case.state in {"cancelled", "expired"} else "booked"
    return bare(
        {
            "resourceType": "Appointment",
            "id": str(derived(case.id, "appointment")),
            "status": "fulfilled" if case.concluded_at else status,
            "start": instant(case.scheduled_at),
            "end": instant(case.scheduled_at),
            "basedOn": [ref("ServiceRequest", case.id)],
            "participant": [
                {"actor": ref("PractitionerRole", role_id(person)), "status": "accepted"} for person in people
            ],
        }
    )


def _consents(case: Case) -> Iterator[Resource]:
    for word in case.consents:
        yield bare(
            {
                "resourceType": "Consent",
                "id": str(word.id),
                "status": CONSENT_STATUS.get(word.decision, "proposed"),
                "scope": concept(CONSENT_SCOPE, "patient-privacy"),
                "category": [concept(LOINC, "59284-0", "Consent Document"), own("consent-purpose", word.purpose)],
                "patient": subject(case),
                "dateTime": instant(word.recorded_at),
                "performer": [ref("PractitionerRole", role_id(word.recorded_by))],
                "organization": [ref("Organization", case.station.id, case.station.name)],
                "policyRule": concept(V3_ACT, "OPTIN" if word.decision == "given" else "OPTOUT"),
                "provision": {
                    "type": "permit" if word.decision == "given" else "deny",
                    "code": [own("consent-ground", word.ground)],
                },
            }
        )


def _asked_back(case: Case) -> Resource:
    return bare(
        {
            "resourceType": "Communication",
            "id": str(derived(case.id, "returned")),
            "status": "completed",
            "about": [ref("ServiceRequest", case.id)],
            "category": [own("communication", "asked_back")],
            "subject": subject(case),
            "recipient": [ref("PractitionerRole", role_id(case.requester))],
            "payload": [{"contentString": case.request.returned_question}],
        }
    )


def _decision(case: Case) -> Resource:
    decided = case.decision
    assert decided is not None
    said = [decided.reason, decided.note]
    return bare(
        {
            "resourceType": "Communication",
            "id": str(decided.id),
            "status": "completed",
            "category": [own("communication", "decision"), own("decision", decided.choice)],
            "basedOn": [ref("ServiceRequest", case.id)],
            "topic": own("decision", decided.choice),
            "subject": subject(case),
            "sent": instant(decided.at),
            "recipient": [ref("Organization", case.hospital.id, case.hospital.name)],
            "sender": ref("PractitionerRole", role_id(decided.by)),
            "reasonCode": [own("outcome", outcome) for outcome in decided.outcomes],
            "payload": [{"contentString": text} for text in said if text],
        }
    )
