"""A patient goes to the hospital and word comes back, over HTTP: what each browser sends and is told."""

from typing import Any

from telemed.kernel.ids import uuid7
from tests.db.records.conftest import PASSWORD
from tests.http.records.conftest import Office
from tests.http.records.test_record import new_patient, signed_minutes

SIGNS = {"pulse": 120, "spo2": 94, "temperature": "38.5", "systolic": 100, "diastolic": 60}


async def sent(office: Office) -> dict[str, Any]:
    minutes = await signed_minutes(office, await new_patient(office))
    to = {"consult_id": minutes["consult_id"], "to_facility_id": str(office.desk.world.hospital)}
    referral = (await office.ask("doctor", "PUT", f"/api/referrals/{uuid7()}", to)).body
    path = f"/api/referrals/{referral['id']}"
    lines = {
        "to_facility_id": to["to_facility_id"],
        "clinical_signs": "Li bì",
        "condition_at_transfer": "Tỉnh",
        "transport": "xe của trạm",
        "escort": "Lò Văn Demo",
        "escort_title": "Y sĩ",
        "stays": [{"facility": "Trạm y tế Bình Lư", "treated_from": "2026-11-20", "treated_to": "2026-11-22"}],
        "insurance_expiry": "expired",
    }
    fixed = (await office.ask("doctor", "POST", f"{path}/changes/{uuid7()}", {"seen_version": 1, "fields": lines})).body
    assert fixed["stays"] == lines["stays"]
    await office.ask("doctor", "POST", f"{path}/sign", {"password": PASSWORD, "seen_version": fixed["version"]})
    return dict((await office.ask("doctor", "POST", f"{path}/send")).body)


async def test_a_patient_goes_and_word_comes_back(office: Office) -> None:
    referral = await sent(office)
    path = f"/api/referrals/{referral['id']}"

    (waiting,) = (await office.ask("chair", "GET", "/api/arrivals")).body["arrivals"]
    assert (waiting["referral"]["id"], waiting["referral"]["may_answer"]) == (referral["id"], True)
    yes = await office.ask("chair", "POST", f"{path}/acceptances/{uuid7()}", {"note": "khoa Nhi"})
    assert (yes.status, yes.body["answer"]) == (200, "accepted")
    left = {"fit_for_transfer": "with_care", "fit_note": "thở oxy", "signs": SIGNS, "travel_minutes": 90}
    gone = (await office.ask("doctor", "POST", f"{path}/departures/{uuid7()}", left)).body
    assert (gone["movement"], gone["departure"]["signs"]["spo2"]) == ("departed", 94)
    here = (await office.ask("chair", "POST", f"{path}/arrivals/{uuid7()}", {})).body
    assert here["responsible"]["id"] == str(office.desk.world.hospital)
    told = {"final_diagnosis": "Viêm phổi thùy", "final_icd_code": "J18.1", "done": "Kháng sinh", "result": "treated"}
    assert (await office.ask("chair", "POST", f"{path}/feedback/{uuid7()}", told)).body["state"] == "closed"

    seen = (await office.ask("doctor", "GET", path)).body
    assert seen["feedback"]["final_diagnosis"] == "Viêm phổi thùy"
    again = await office.ask("chair", "POST", f"{path}/feedback/{uuid7()}", told)
    assert (again.status, again.body["code"]) == (409, "referral.not_now")


async def test_vital_signs_that_cannot_be_true_let_nobody_go(office: Office) -> None:
    path = f"/api/referrals/{(await sent(office))['id']}/departures"

    refused = await office.ask(
        "doctor", "POST", f"{path}/{uuid7()}", {"fit_for_transfer": "fit", "signs": {"spo2": 130}}
    )
    unexplained = await office.ask("doctor", "POST", f"{path}/{uuid7()}", {"fit_for_transfer": "not_fit"})

    assert (refused.status, refused.body["errors"][0]["pointer"]) == (422, "/body/signs/spo2")
    assert (unexplained.status, unexplained.body["code"]) == (422, "referral.not_fit_unexplained")


async def test_appointments_are_made_listed_and_marked(office: Office) -> None:
    consult = (await signed_minutes(office, await new_patient(office)))["consult_id"]
    new = {"consult_id": consult, "on": "2026-11-30", "reason": "Nghe phổi lại"}

    made = await office.ask("doctor", "PUT", f"/api/follow-ups/{uuid7()}", new)
    double = await office.ask("doctor", "PUT", f"/api/follow-ups/{uuid7()}", new)
    past = await office.ask("doctor", "PUT", f"/api/follow-ups/{uuid7()}", new | {"on": "2026-11-01"})

    assert (made.status, made.body["number"]) == (200, "1/PHKL")
    assert (double.status, double.body["code"]) == (409, "follow_up.exists")
    assert (past.status, past.body["code"]) == (422, "follow_up.past")
    listed = (await office.ask("doctor", "GET", "/api/follow-ups")).body["follow_ups"]
    assert [one["id"] for one in listed] == [made.body["id"]]
    path = f"/api/follow-ups/{made.body['id']}/marks"
    early = await office.ask("doctor", "POST", f"{path}/{uuid7()}", {"state": "missed"})
    done = await office.ask("doctor", "POST", f"{path}/{uuid7()}", {"state": "done"})
    assert (early.body["code"], done.body["state"]) == ("follow_up.over", "done")
    too_early = await office.ask("doctor", "PUT", f"/api/consults/{consult}/results/7", {"condition": "better"})
    assert too_early.body["code"] == "result.too_early"
