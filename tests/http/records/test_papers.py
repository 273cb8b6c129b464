"""Papers over HTTP: a copy is asked for, printed, and looked up by whoever holds it."""

from telemed.kernel.ids import uuid7
from telemed.records.copies import new_code
from tests.http.records.conftest import Office
from tests.http.records.test_record import NAME, new_patient, signed_minutes, text_of


async def test_a_copy_is_made_printed_and_looked_up_without_a_name(office: Office) -> None:
    minutes = await signed_minutes(office, await new_patient(office))
    path = f"/api/paper-copies/{uuid7()}"
    wish = {"form": "extract", "document_id": minutes["id"]}

    copy = (await office.ask("doctor", "PUT", path, wish)).body
    paper = await office.ask("chair", "GET", f"{path}/document")
    original = await office.ask("doctor", "GET", f"/api/minutes/{minutes['id']}/extract")

    assert paper.headers["Content-Type"] == original.headers["Content-Type"] == "application/pdf"
    assert NAME.upper() in text_of(paper.body)
    assert copy["code"] in text_of(paper.body)
    assert copy["code"] not in text_of(original.body)
    async with office.client.get(f"/api/papers/{copy['code'].replace('-', '').lower()}") as answer:
        assert answer.status == 200
        told = await answer.json()
    assert told["standing"] == "valid"
    assert set(told) == {"standing", "form", "number", "issued_by", "dated_on", "valid_until"}
    assert NAME not in str(told)
    found = await office.ask("chair", "GET", f"/api/papers/{copy['code']}/case")
    assert found.body["consult_id"] == minutes["consult_id"]
    assert (await office.ask("nobody", "GET", f"/api/papers/{copy['code']}/case")).status == 401


async def test_a_draft_has_no_copy(office: Office) -> None:
    minutes = await office.desk.accepted()

    refused = await office.ask(
        "doctor", "PUT", f"/api/paper-copies/{uuid7()}", {"form": "minutes", "document_id": str(minutes.id)}
    )

    assert (refused.status, refused.body["code"]) == (409, "paper.not_final")


async def test_who_guesses_codes_is_soon_told_to_wait(office: Office) -> None:
    statuses = []
    for _ in range(90):
        async with office.client.get(f"/api/papers/{new_code()}") as answer:
            statuses.append(answer.status)

    assert statuses[:70] == [404] * 70
    assert statuses[-1] == 429
