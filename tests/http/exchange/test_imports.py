"""A patient from another system is taken whole or not at all; what we gave out comes back as it was."""

import json
from dataclasses import replace
from typing import Any

from telemed.exchange import csv_patient, store
from telemed.exchange.fhir_patient import person
from telemed.kernel.ids import ConsultId, FacilityId, uuid7
from telemed.kernel.values import FacilityKind, Role
from tests import build
from tests.http.exchange.conftest import Interchange

WHO: dict[str, Any] = {
    "full_name": "Giàng Thị Súa Demo",
    "sex": "female",
    "birth_date": "1965-03-07",
    "birth_precision": "day",
    "national_id": "012165001234",
    "insurance_no": "DT2121234567890",
    "ethnicity_code": "08",
    "phone": "+84912345678",
    "commune_code": "03618",
    "village": "Bản Sân <Bay>",
    "living_area": "K1",
}


async def take(interchange: Interchange, form: str, said: str, *, expect: int = 200, **changes: Any) -> Any:
    body = {"station_id": str(interchange.desk.world.station), "form": form, "text": said} | changes
    path = f"/api/exchange/patients/{uuid7()}"
    return await interchange.ask(interchange.desk.doctor, "POST", path, body, expect=expect)


async def test_who_goes_out_by_key_comes_back_the_same_as_fhir_and_as_a_line(interchange: Interchange) -> None:
    desk = interchange.desk
    first = await desk.patient(**WHO)
    await desk.world.requested(patient_id=first.id)
    key = await interchange.key("cases", "identity")
    sent = await interchange.ask(key, "GET", f"/api/exchange/v1/patients/{first.id}")

    for form, said in (("fhir", json.dumps(sent)), ("csv", csv_patient.text(person(sent, uuid7())))):
        taken = await take(interchange, form, said)
        assert taken["faults"] == []
        again = await interchange.ask(desk.doctor, "GET", f"/api/patients/{taken['patient_id']}")
        before = await interchange.ask(desk.doctor, "GET", f"/api/patients/{first.id}")
        own = {"id", "code", "open_consult_id", "version"}
        assert {k: v for k, v in again.items() if k not in own} == {k: v for k, v in before.items() if k not in own}


async def test_every_fault_is_named_and_nothing_is_kept(interchange: Interchange) -> None:
    lines = await take(interchange, "csv", "full_name,sex,birth_date\nSúa,nữ,31/02/1965")
    resource = await take(interchange, "fhir", '{"resourceType": "Patient", "gender": "x", "birthDate": "yesterday"}')
    broken = await take(interchange, "fhir", '{"resourceType":\n "Patient",,}')
    long = await take(interchange, "csv", f"full_name,village\n{'S' * 300},Bản")

    assert {(one["line"], one["field"]) for one in lines["faults"]} == {(2, "sex"), (2, "birth_date")}
    assert {one["field"] for one in resource["faults"]} == {"gender", "birthDate"}
    assert [(one["line"], one["code"]) for one in broken["faults"]] == [(2, "json_invalid")]
    assert [(one["line"], one["field"], one["code"]) for one in long["faults"]] == [(2, "full_name", "string_too_long")]
    found = await interchange.ask(interchange.desk.doctor, "POST", "/api/patients/search", {"text": "Súa"})
    assert found["patients"] == []


async def test_only_who_enters_patients_there_takes_them_in(interchange: Interchange, elsewhere: FacilityId) -> None:
    said = "full_name\nSúa"
    body = {"station_id": str(interchange.desk.world.station), "form": "csv", "text": said}

    for who in (interchange.admin, interchange.desk.chair):
        await interchange.ask(who, "POST", f"/api/exchange/patients/{uuid7()}", body, expect=403)
    await take(interchange, "csv", said, expect=403, station_id=str(elsewhere))


async def test_the_list_of_communes_is_the_provinces_comes_back_as_it_was_and_names_addresses(
    interchange: Interchange,
) -> None:
    desk = interchange.desk
    province = await build.add_facility(desk.db, "Sở Y tế Demo", FacilityKind.PROVINCE, "SY")
    of_all = await build.add_person(desk.db, "Quan Tri Tinh Demo", Role.HOSPITAL_ADMIN, province)
    of_all = replace(of_all, grants=(replace(of_all.grants[0], wide=True),))
    said = (
        "code,name,province_code,valid_from,valid_to\r\n"
        "03618,xã Phúc Than cũ,12,2004-01-01,2025-06-30\r\n"
        "03618,xã Mường Than mới,12,2025-07-01,\r\n"
    )

    await interchange.ask(interchange.admin, "POST", "/api/exchange/communes", {"text": said}, expect=403)
    wrong = await interchange.ask(of_all, "POST", "/api/exchange/communes", {"text": said + "9,,1,x,\r\n"})
    taken = await interchange.ask(of_all, "POST", "/api/exchange/communes", {"text": said})
    again = await interchange.ask(of_all, "POST", "/api/exchange/communes", {"text": said})
    async with interchange.client.get(
        "/api/exchange/communes.csv", headers={"Authorization": f"Bearer {of_all.id}"}
    ) as answer:
        kept = await answer.text()

    assert {one["line"] for one in wrong["faults"]} == {4}
    assert (taken["added"], taken["faults"]) == (2, [])
    assert (again["added"], again["unchanged"]) == (0, 2)
    assert kept == said
    patient = await desk.patient(**WHO)
    asked = await desk.world.requested(patient_id=patient.id)
    async with desk.db.transaction(build.BUILDER) as tx:
        case = await store.case(tx, ConsultId(asked.id), papers_too=True)
    assert case is not None
    assert case.patient is not None
    assert case.patient.commune_name == "xã Mường Than mới"
