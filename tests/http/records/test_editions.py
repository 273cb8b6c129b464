"""Signed minutes are corrected by a further edition, over HTTP: what each browser sends and is told."""

from telemed.kernel.ids import uuid7
from tests.db.records.conftest import PASSWORD
from tests.http.records.conftest import Office
from tests.http.records.test_record import new_patient, signed_minutes

WHY = {"reason": "Ghi nhầm liều"}


async def test_a_correction_is_written_confirmed_signed_and_the_first_stays_readable(office: Office) -> None:
    first = await signed_minutes(office, await new_patient(office))
    of_case = f"/api/consults/{first['consult_id']}/minutes"

    began = await office.ask("doctor", "PUT", f"/api/minutes/{first['id']}/editions/{uuid7()}", WHY)
    assert (began.status, began.body["edition"], began.body["correction_reason"]) == (200, 2, WHY["reason"])
    second = await office.ask("chair", "PUT", f"/api/minutes/{first['id']}/editions/{uuid7()}", WHY)
    assert (second.status, second.body["code"]) == (409, "minutes.correction_open")
    path = f"/api/minutes/{began.body['id']}"
    before = began.body["fields"]["treatment"]
    change = {"field": "treatment", "text": "Ampicillin 400 mg", "seen_version": before["version"]}
    assert (await office.ask("doctor", "POST", f"{path}/changes/{uuid7()}", change)).status == 200
    assert (await office.ask("chair", "POST", f"{path}/conclude")).status == 200
    for who in ("chair", "doctor"):
        seen = (await office.ask(who, "GET", of_case)).body
        sign = {"lines": seen["my_lines"], "password": PASSWORD, "document_hash": seen["document_hash"]}
        assert (await office.ask(who, "POST", f"{path}/signatures/{uuid7()}", sign)).status == 200

    now = (await office.ask("doctor", "GET", of_case)).body
    assert (now["edition"], now["number"], now["fields"]["treatment"]["text"]) == (2, first["number"], change["text"])
    assert [(one["in_force"], one["intact"]) for one in now["editions"]] == [(False, True), (True, True)]
    assert now["editions"][1]["previous_hash"] == first["document_hash"]
    old = (await office.ask("chair", "GET", f"/api/minutes/{first['id']}")).body
    assert (old["fields"], old["document_hash"]) == (first["fields"], first["document_hash"])
    late = await office.ask("doctor", "POST", f"/api/minutes/{first['id']}/changes/{uuid7()}", change)
    assert (late.status, late.body["code"]) == (409, "minutes.locked")


async def test_a_correction_is_given_up_by_who_began_it_and_answers_with_the_one_in_force(office: Office) -> None:
    first = await signed_minutes(office, await new_patient(office))
    began = (await office.ask("chair", "PUT", f"/api/minutes/{first['id']}/editions/{uuid7()}", WHY)).body
    assert began["may_discard"]

    refused = await office.ask("doctor", "POST", f"/api/minutes/{began['id']}/discard")
    assert (refused.status, refused.body["code"]) == (403, "record.not_yours")
    gone = await office.ask("chair", "POST", f"/api/minutes/{began['id']}/discard")

    assert (gone.status, gone.body["id"], gone.body["may_correct"]) == (200, first["id"], True)
    assert gone.body["editions"][1]["state"] == "discarded"
    first_one = await office.ask("chair", "POST", f"/api/minutes/{first['id']}/discard")
    assert (first_one.status, first_one.body["code"]) == (409, "minutes.not_a_correction")
