"""Bundles are FHIR that an independent library reads; what it does not check, the required codes, is checked here.

The library has R4B, which changed evidence, medicines, citations and subscriptions alone: none of these goes out.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.exchange import fhir_people, fhir_r4
from telemed.exchange.fhir import ICD10, LOINC, UCUM
from telemed.exchange.model import Case, Duty
from telemed.kernel.values import Specialty
from tests.unit.exchange import cases

REQUEST = {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"}
PRIORITY = {"routine", "urgent", "asap", "stat"}
REQUIRED: dict[str, set[str]] = {
    "Bundle.type": {"document", "message", "transaction", "batch", "searchset", "history", "collection"},
    "Patient.gender": {"male", "female", "other", "unknown"},
    "ServiceRequest.status": REQUEST,
    "ServiceRequest.intent": {"proposal", "plan", "directive", "order", "original-order", "reflex-order"},
    "ServiceRequest.priority": PRIORITY,
    "Encounter.status": {"planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled"},
    "Appointment.status": {"proposed", "pending", "booked", "arrived", "fulfilled", "cancelled", "noshow"},
    "Appointment.participant.status": {"accepted", "declined", "tentative", "needs-action"},
    "Task.status": {
        *("draft", "requested", "received", "accepted", "rejected", "ready", "cancelled", "in-progress"),
        *("on-hold", "failed", "completed", "entered-in-error"),
    },
    "Task.intent": {"unknown", "proposal", "plan", "order", "original-order", "filler-order", "option"},
    "Task.priority": PRIORITY,
    "Communication.status": {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed"},
    "Composition.status": {"preliminary", "final", "amended", "entered-in-error"},
    "Composition.attester.mode": {"personal", "professional", "legal", "official"},
    "Composition.section.text.status": {"generated", "extensions", "additional", "empty"},
    "DocumentReference.status": {"current", "superseded", "entered-in-error"},
    "DocumentReference.docStatus": {"preliminary", "final", "amended", "entered-in-error"},
    "Observation.status": {"registered", "preliminary", "final", "amended", "corrected", "cancelled"},
    "Consent.status": {"draft", "proposed", "active", "rejected", "inactive", "entered-in-error"},
    "Consent.provision.type": {"deny", "permit"},
    "Slot.status": {"busy", "free", "busy-unavailable", "busy-tentative", "entered-in-error"},
}
"""Bindings of strength `required` in R4 (hl7.org/fhir/R4/terminologies-valuesets.html)."""
EVERYWHERE: dict[str, set[str]] = {
    "identifier.use": {"usual", "official", "temp", "secondary", "old"},
    "name.use": {"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"},
    "telecom.system": {"phone", "fax", "email", "pager", "url", "sms", "other"},
    "address.use": {"home", "work", "temp", "old", "billing"},
}
KINDS = {
    *("ServiceRequest", "Encounter", "Task", "Appointment", "Communication", "Composition", "DocumentReference"),
    *("Observation", "Consent", "Provenance", "PractitionerRole", "Patient", "Organization", "Practitioner"),
}
UNITS = {
    "8867-4": "/min",
    "8310-5": "Cel",
    "9279-1": "/min",
    "2708-6": "%",
    "29463-7": "kg",
    "8302-2": "cm",
    "9269-2": "{score}",
    "15074-8": "mmol/L",
    "8480-6": "mm[Hg]",
    "8462-4": "mm[Hg]",
}
"""By LOINC; the vital signs profile of R4 asks for just these units."""


def bundle(case: Case = cases.CASE) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(fhir_r4.of(case, cases.NOW)))  # as it went over the wire
    return made


def of_kind(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in made["entry"] if e["resource"]["resourceType"] == kind]


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from leaves(one, path)
    elif isinstance(node, dict):
        for name, one in node.items():
            yield from leaves(one, f"{path}.{name}" if path else name)
    else:
        yield path, node


def wrong_codes(made: dict[str, Any]) -> list[tuple[str, str]]:
    wrong = []
    for one in [made, *(e["resource"] for e in made["entry"])]:
        kind = one["resourceType"]
        for path, value in leaves({name: part for name, part in one.items() if name != "entry"}):
            allowed = REQUIRED.get(f"{kind}.{path}")
            allowed = allowed or next((known for end, known in EVERYWHERE.items() if path.endswith(end)), None)
            wrong += [(f"{kind}.{path}", value)] if allowed is not None and value not in allowed else []
    return wrong


def test_every_kind_of_resource_is_in_a_full_bundle_and_an_independent_library_reads_them_all() -> None:
    made = bundle()

    read: Any = Bundle.model_validate(made)

    assert {entry.resource.get_resource_type() for entry in read.entry} == KINDS
    assert json.loads(read.model_dump_json()) == made, "the library read it otherwise than it was written"


def test_every_required_code_is_one_that_r4_has_and_the_check_finds_one_that_is_not() -> None:
    made = bundle()
    assert wrong_codes(made) == []

    of_kind(made, "Task")[0]["status"] = "bogus"
    Bundle.model_validate(made)  # the library does not mind

    assert wrong_codes(made) == [("Task.status", "bogus")]


@pytest.mark.parametrize("kind", sorted(KINDS - {"Patient", "Practitioner", "Organization", "PractitionerRole"}))
def test_what_r4_binds_is_stated_by_each_kind_that_has_a_status(kind: str) -> None:
    for one in of_kind(bundle(), kind):
        assert f"{kind}.status" not in REQUIRED or one["status"] in REQUIRED[f"{kind}.status"]
        assert kind == "Provenance" or "status" in one


def test_the_encounter_is_virtual_by_the_act_code_system() -> None:
    (encounter,) = of_kind(bundle(), "Encounter")

    assert encounter["class"] == {
        "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
        "code": "VR",
        "display": "virtual",
    }


def test_vital_signs_have_their_loinc_codes_and_ucum_units() -> None:
    found = {}
    for one in of_kind(bundle(), "Observation"):
        for part in [one, *one.get("component", [])]:
            if "valueQuantity" in part:
                (code, *_) = (c["code"] for c in part["code"]["coding"] if c["system"] == LOINC)
                assert part["valueQuantity"]["system"] == UCUM
                found[code] = part["valueQuantity"]["code"]

    assert found == UNITS


def test_every_reference_leads_to_an_entry_of_the_same_bundle() -> None:
    made = bundle()
    entries = {entry["fullUrl"] for entry in made["entry"]}

    assert {v for path, v in leaves(made) if path.endswith(".reference")} <= entries


def test_a_diagnosis_is_coded_and_the_letters_of_the_minutes_are_escaped() -> None:
    made = bundle(cases.case(minutes=replace(cases.MINUTES, summary="SpO2 < 90 & thở nhanh\nTím môi")))

    (composition,) = of_kind(made, "Composition")
    div = composition["section"][0]["text"]["div"]
    referral = next(one for one in of_kind(made, "ServiceRequest") if one["id"] == str(cases.REFERRAL.id))

    assert "SpO2 &lt; 90 &amp; thở nhanh<br/>Tím môi" in div
    assert referral["reasonCode"][0]["coding"] == [{"system": ICD10, "code": "J18.9"}]


def test_without_an_identity_no_word_of_the_patient_is_in_it() -> None:
    made = json.dumps(bundle(cases.case(patient=None)), ensure_ascii=False)
    Bundle.model_validate_json(made)

    for secret in ("Súa", "012165001234", "DT2121234567890", "912345678", "Bản Sân", "Páo", str(cases.PATIENT.id)):
        assert secret not in made


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_not_known_yet_the_bundle_stands(data: st.DataObject) -> None:
    """Each part may be missing, in any state, with any text a doctor can type."""
    text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)
    states = ("waiting", "returned", "accepted", "scheduled", "concluded", "closed", "cancelled", "transferred")
    made = cases.case(
        state=data.draw(st.sampled_from((*states, "expired"))),
        patient=data.draw(st.sampled_from((None, cases.PATIENT))),
        scheduled_at=data.draw(st.sampled_from((None, cases.CASE.scheduled_at))),
        vitals=data.draw(st.sampled_from(((), cases.CASE.vitals))),
        sessions=data.draw(st.sampled_from(((), cases.CASE.sessions))),
        consents=data.draw(st.sampled_from(((), cases.CASE.consents))),
        minutes=data.draw(st.sampled_from((None, cases.MINUTES, replace(cases.MINUTES, edition=2, reason="Sửa")))),
        decision=data.draw(st.sampled_from((None, cases.CASE.decision))),
        referrals=data.draw(
            st.sampled_from(
                ((), *((replace(cases.REFERRAL, state=s),) for s in ("signed", "departed", "closed", "cancelled")))
            )
        ),
        follow_ups=data.draw(st.sampled_from(((), (cases.FOLLOW_UP,)))),
        request=replace(cases.CASE.request, reason=data.draw(text), question=data.draw(text)),
    )

    found = bundle(made)

    Bundle.model_validate(found)
    assert wrong_codes(found) == []
    assert not [path for path, value in leaves(found) if value in ("", None)], "FHIR knows no empty value"


def test_duty_is_schedules_and_slots_of_practitioner_roles() -> None:
    shift = Duty(
        cases.id_of(101),
        cases.HOSPITAL.id,
        cases.CHAIR.id,
        Specialty.INTERNAL,
        "first",
        cases.NOW,
        cases.NOW + timedelta(hours=12),
    )

    made = json.loads(
        json.dumps(
            fhir_people.duty([shift], {cases.CHAIR.id: cases.CHAIR}, {cases.HOSPITAL.id: cases.HOSPITAL}, cases.NOW)
        )
    )

    read: Any = Bundle.model_validate(made)
    assert {e.resource.get_resource_type() for e in read.entry} == {
        *("Schedule", "Slot", "PractitionerRole", "Practitioner", "Organization")
    }
    assert wrong_codes(made) == []
    assert re.fullmatch(r"2026-11-22T10:00:00\+07:00", of_kind(made, "Slot")[0]["start"])
