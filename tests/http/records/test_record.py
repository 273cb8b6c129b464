"""The record over HTTP: what a browser sends, what it is told when something is wrong, and what it prints."""

import io
import unicodedata
from typing import Any

import pypdf

from telemed.kernel.ids import uuid7
from tests.db.records.conftest import CONCLUSION, PASSWORD
from tests.http.records.conftest import Office

NAME = "Giàng Thị Sủa Demo"


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return unicodedata.normalize("NFC", " ".join(" ".join(page.extract_text() for page in pages).split()))


async def new_patient(office: Office, **fields: Any) -> dict[str, Any]:
    body = {"station_id": str(office.desk.world.station), "full_name": NAME, "sex": "female"} | fields
    answer = await office.ask("doctor", "PUT", f"/api/patients/{uuid7()}", body)
    assert answer.status == 200
    patient: dict[str, Any] = answer.body
    return patient


async def signed_minutes(office: Office, patient: dict[str, Any]) -> dict[str, Any]:
    """From the consult to the last signature, as the two browsers do it."""
    minutes = (await office.desk.accepted(patient_id=patient["id"])).model_dump(mode="json")
    path = f"/api/minutes/{minutes['id']}"
    for field, text in CONCLUSION.items():
        change = {"field": field, "text": text, "seen_version": 0}
        assert (await office.ask("chair", "POST", f"{path}/changes/{uuid7()}", change)).status == 200
    minutes = (await office.ask("chair", "POST", f"{path}/conclude")).body
    for who in ("chair", "doctor"):
        seen = (await office.ask(who, "GET", f"/api/consults/{minutes['consult_id']}/minutes")).body
        sign = {"lines": seen["my_lines"], "password": PASSWORD, "document_hash": seen["document_hash"]}
        minutes = (await office.ask(who, "POST", f"{path}/signatures/{uuid7()}", sign)).body
    assert minutes["state"] == "signed"
    return dict(minutes)


async def test_a_patient_is_kept_found_and_corrected(office: Office) -> None:
    patient = await new_patient(office, birth_date="2025-09-12", birth_precision="day")
    assert patient["age_months"] == 14

    found = await office.ask("doctor", "POST", "/api/patients/search", {"text": "giang sua"})
    change = {"seen_version": 1, "fields": {"village": "Nà Mẫu"}}
    changed = await office.ask("doctor", "POST", f"/api/patients/{patient['id']}/changes/{uuid7()}", change)

    assert [p["full_name"] for p in found.body["patients"]] == [NAME]
    assert (changed.body["village"], changed.body["full_name"], changed.body["version"]) == ("Nà Mẫu", NAME, 2)
    stale = {"seen_version": 1, "fields": {"village": "Nà Khum"}}
    refused = await office.ask("doctor", "POST", f"/api/patients/{patient['id']}/changes/{uuid7()}", stale)
    assert (refused.status, refused.body["code"]) == (409, "stale")
    assert refused.body["errors"][0]["pointer"] == "/body/fields/village"


async def test_the_whole_record_of_one_consult(office: Office) -> None:
    patient = await new_patient(office)
    minutes = await signed_minutes(office, patient)
    consult = minutes["consult_id"]

    decision = {"consult_id": consult, "choice": "follow", "outcomes": ["refer"]}
    assert (await office.ask("doctor", "PUT", f"/api/decisions/{uuid7()}", decision)).status == 200
    to = {"consult_id": consult, "to_facility_id": str(office.desk.world.hospital)}
    referral = (await office.ask("doctor", "PUT", f"/api/referrals/{uuid7()}", to)).body
    path = f"/api/referrals/{referral['id']}"
    lines = {"to_facility_id": to["to_facility_id"], "clinical_signs": "Li bì"}
    lines |= {"condition_at_transfer": "Tỉnh", "transport": "xe của trạm"}
    fix = {"seen_version": 1, "fields": lines}
    corrected = (await office.ask("doctor", "POST", f"{path}/changes/{uuid7()}", fix)).body
    assert corrected["missing"] == []
    sign = {"password": PASSWORD, "seen_version": corrected["version"]}
    assert (await office.ask("doctor", "POST", f"{path}/sign", sign)).body["number"] == "1/PCCSKBCB"
    assert (await office.ask("doctor", "POST", f"{path}/send")).body["state"] == "sent"

    listed = await office.ask("chair", "GET", f"/api/consults/{consult}/referrals")
    assert [r["minutes_number"] for r in listed.body["referrals"]] == ["1/BBHC-BV"]
    assert len((await office.ask("doctor", "GET", "/api/referrals?scope=open")).body["referrals"]) == 1
    assert (await office.ask("doctor", "GET", "/api/debts")).body == {"debts": [], "owed": 0, "overdue": 0}


async def test_the_papers_open_with_the_patients_name_and_may_not_be_kept_by_the_browser(office: Office) -> None:
    minutes = await signed_minutes(office, await new_patient(office))

    answer = await office.ask("chair", "GET", f"/api/minutes/{minutes['id']}/document")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert NAME not in answer.headers["Content-Disposition"]
    printed = text_of(answer.body)
    assert NAME.upper() in printed
    assert "1/BBHC-BV" in printed
    assert "Viêm phổi nặng" in printed
    assert "Chuyển tới bệnh viện trong ngày" in printed


async def test_gaps_of_the_conclusion_are_named_one_by_one(office: Office) -> None:
    minutes = await office.desk.accepted()

    refused = await office.ask("chair", "POST", f"/api/minutes/{minutes.id}/conclude")

    assert (refused.status, refused.body["code"]) == (422, "minutes.conclusion_incomplete")
    assert [e["pointer"] for e in refused.body["errors"]] == [f"/fields/{item}" for item in CONCLUSION]


async def test_a_field_that_moved_on_is_told_with_its_version(office: Office) -> None:
    minutes = await office.desk.accepted()
    path = f"/api/minutes/{minutes.id}/changes"
    await office.ask("chair", "POST", f"{path}/{uuid7()}", {"field": "diagnosis", "text": "Hen", "seen_version": 0})

    late = {"field": "diagnosis", "text": "Viêm phổi", "seen_version": 0}
    refused = await office.ask("doctor", "POST", f"{path}/{uuid7()}", late)

    assert (refused.status, refused.body["code"]) == (409, "minutes.field_changed")
    assert refused.body["params"] == {"field": "diagnosis", "version": 1}
    assert "Viêm phổi" not in str(refused.body)


async def test_a_wrong_password_signs_nothing_and_is_told_at_its_field(office: Office) -> None:
    minutes = await office.desk.concluded()
    sign = {"lines": ["chair"], "password": "sai", "document_hash": minutes.document_hash}

    refused = await office.ask("chair", "POST", f"/api/minutes/{minutes.id}/signatures/{uuid7()}", sign)

    assert (refused.body["code"], refused.body["errors"][0]["pointer"]) == ("wrong_password", "/body/password")
    assert (await office.desk.minutes_of(minutes.consult_id)).signatures == []


async def test_bad_input_is_named_by_pointer_and_never_echoed(office: Office) -> None:
    body = {
        "station_id": str(office.desk.world.station),
        "sex": "Secret",
        "full_name": "x" * 256,
        "commune_code": "1",
        "nickname": "Secret",
    }

    refused = await office.ask("doctor", "PUT", f"/api/patients/{uuid7()}", body)

    assert refused.status == 422
    pointers = {e["pointer"] for e in refused.body["errors"]}
    assert pointers == {"/body/sex", "/body/full_name", "/body/commune_code", "/body/nickname"}
    assert "Secret" not in str(refused.body)


async def test_what_is_not_yours_is_refused_and_kept_as_a_refusal(office: Office) -> None:
    patient = await new_patient(office)
    elsewhere = {"station_id": str(office.desk.world.hospital)}

    unseen = await office.ask("chair", "GET", f"/api/patients/{patient['id']}")
    denied = await office.ask("doctor", "PUT", f"/api/patients/{uuid7()}", elsewhere)
    unknown = await office.ask("doctor", "GET", f"/api/consults/{uuid7()}/minutes")
    nobody = await office.ask("thief", "GET", f"/api/patients/{patient['id']}")

    assert [a.status for a in (unseen, denied, unknown, nobody)] == [404, 403, 404, 401]
    assert [code for code, _ in office.refusals] == ["missing", "record.not_yours", "missing", "not_signed_in"]
    assert office.refusals[0][1] == "/api/patients/{id}"
