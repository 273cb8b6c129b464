"""A key opens one facility's cases and the kinds of data it was given, for reading, and nothing besides."""

import base64
import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from fhir.resources.R4B.bundle import Bundle
from sqlalchemy import select, text

from telemed.exchange.tables import exchange_key
from telemed.infra.audit import audit_table
from telemed.kernel.ids import FacilityId, MinutesId, ReferralId, uuid7
from telemed.kernel.values import Role
from telemed.records.forms import render_minutes
from telemed.records.store import minutes as minutes_store
from telemed.records.store import seals
from tests import build
from tests.build import BUILDER
from tests.http.exchange.conftest import Interchange
from tests.unit.exchange.test_fhir import of_kind, wrong_codes

NAME = "Giàng Thị Súa Demo"
EVERYTHING = ("cases", "identity", "papers", "duty")


async def signed(interchange: Interchange) -> tuple[UUID, UUID]:
    """A case with signed minutes, a decision and a sent referral, and its patient."""
    desk = interchange.desk
    patient = await desk.patient(
        full_name=NAME,
        sex="female",
        birth_date="1965-01-01",
        birth_precision="year",
        national_id="012165001234",
        ethnicity_code="08",
        commune_code="03618",
        village="Bản Sân Bay",
    )
    minutes = await desk.signed(patient_id=patient.id)
    await desk.decide(minutes.consult_id)
    referral = await desk.refer(minutes.consult_id)
    filled = {
        "clinical_signs": "Thở nhanh",
        "diagnosis": "Viêm phổi nặng",
        "icd_code": "J18.9",
        "condition_at_transfer": "Tỉnh",
        "transport": "Xe cấp cứu",
    }
    referral = await desk.sign_referral(await desk.correct(referral, **filled))
    await interchange.app.records.referrals.send(desk.doctor, ReferralId(referral.id))
    return minutes.consult_id, patient.id


async def stored_paper(interchange: Interchange, minutes: MinutesId) -> bytes:
    """What all signed, pressed anew from the record."""
    async with interchange.desk.db.transaction(BUILDER) as tx:
        paper = (await minutes_store.get(tx, minutes)).paper
    assert paper is not None
    return render_minutes(paper)


async def test_a_key_is_shown_once_and_kept_as_a_hash(interchange: Interchange) -> None:
    made = await interchange.make_key("cases")
    token = made["token"]

    shown = await interchange.ask(interchange.admin, "GET", "/api/exchange")
    async with interchange.desk.db.transaction(BUILDER) as tx:
        kept = await tx.one(select(exchange_key))

    assert token.startswith("tmk_")
    assert token not in str(shown)
    assert token.encode() not in bytes(kept.hash)
    assert token not in str(kept)
    assert [key["name"] for key in shown["keys"]] == ["HIS Demo"]


async def test_a_case_is_read_whole_as_fhir_that_the_library_takes(interchange: Interchange) -> None:
    consult, patient = await signed(interchange)
    key = await interchange.key(*EVERYTHING)

    made = await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/fhir")
    who = await interchange.ask(key, "GET", f"/api/exchange/v1/patients/{patient}")

    read: Any = Bundle.model_validate(made)
    kinds = {e.resource.get_resource_type() for e in read.entry}
    assert kinds >= {
        *("Composition", "Provenance", "DocumentReference", "Task", "ServiceRequest", "Consent", "Patient"),
        *("Encounter", "Communication", "PractitionerRole", "Organization", "Practitioner"),
    }
    assert wrong_codes(made) == []
    assert of_kind(made, "Patient") == [who]
    assert who["name"][0]["text"] == NAME
    (task,) = of_kind(made, "Task")
    assert task["status"] == "requested"


async def test_the_signed_paper_goes_out_with_the_case_to_the_byte_as_it_is_printed(interchange: Interchange) -> None:
    consult, _ = await signed(interchange)
    key = await interchange.key(*EVERYTHING)

    made = await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/fhir")
    again = await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/fhir")

    (document,) = of_kind(made, "DocumentReference")
    attached = document["content"][0]["attachment"]
    pdf = base64.b64decode(attached["data"])
    digest = hashlib.sha256(pdf).hexdigest()
    async with interchange.desk.db.transaction(BUILDER) as tx:
        row = await tx.one(text("select id, document_hash from minutes where state = 'signed'"))
    stored = await stored_paper(interchange, MinutesId(row.id))
    assert pdf.startswith(b"%PDF-")
    assert pdf == stored
    assert {one["value"] for one in document["identifier"]} >= {digest}
    assert document["masterIdentifier"]["value"] == row.document_hash
    assert attached["size"] == len(pdf)
    assert base64.b64decode(attached["hash"]) == hashlib.sha1(pdf, usedforsecurity=False).digest()
    assert of_kind(again, "DocumentReference")[0]["content"][0]["attachment"]["data"] == attached["data"]


async def test_a_sealed_paper_goes_out_as_it_was_sealed(interchange: Interchange) -> None:
    consult, _ = await signed(interchange)
    sealed = b"%PDF-1.7 sealed by the facility's key"
    async with interchange.desk.db.transaction(BUILDER) as tx:
        minutes = await tx.scalar(text("select id from minutes where state = 'signed'"))
        digest = hashlib.sha256(sealed).hexdigest()
        await seals.put(tx, seals.Seal(MinutesId(minutes), digest, "CN=Demo", "1", interchange.clock.now()), sealed)

    key = await interchange.key(*EVERYTHING)
    made = await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/fhir")

    (document,) = of_kind(made, "DocumentReference")
    assert base64.b64decode(document["content"][0]["attachment"]["data"]) == sealed


async def test_the_insurances_tables_come_out_of_the_same_case(interchange: Interchange) -> None:
    consult, _ = await signed(interchange)
    key = await interchange.key(*EVERYTHING)

    (five,) = (await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/bhyt/xml5"))["documents"]
    (out,) = (await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/bhyt/xml13"))["documents"]
    await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/bhyt/xml99", expect=404)

    said = ElementTree.fromstring(five["xml"]).findtext(".//HOI_CHAN") or ""
    assert "Viêm phổi nặng (J18.9)" in said
    row = {one.tag: one.text for one in ElementTree.fromstring(out["xml"])}
    assert (row["MA_NOI_DI"], row["MA_NOI_DEN"], row["MA_BENH_CHINH"]) == ("12018", "12002", "J18.9")
    assert out["shortened"] == []


async def test_what_does_not_fit_a_column_is_named_by_it(interchange: Interchange) -> None:
    consult, _ = await signed(interchange)
    key = await interchange.key(*EVERYTHING)
    async with interchange.desk.db.transaction(BUILDER) as tx:
        await tx.execute(text("update facility set code = 'BV-1' where id = :at"), {"at": interchange.hospital})

    refused = await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/bhyt/xml13", expect=422)

    assert [(one["pointer"], one["code"]) for one in refused["errors"]] == [("/xml13/MA_NOI_DEN", "format")]


@pytest.mark.parametrize(
    ("kinds", "gone"),
    [
        (("cases", "papers"), ("Patient",)),
        (("cases", "identity"), ("Composition", "Task", "Provenance", "DocumentReference")),
    ],
)
async def test_a_kind_that_was_not_given_is_not_there(
    interchange: Interchange, kinds: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    consult, patient = await signed(interchange)
    key = await interchange.key(*kinds)

    made = await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/fhir")

    assert [kind for kind in gone if of_kind(made, kind)] == []
    assert (NAME in str(made)) == ("identity" in kinds)
    await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/bhyt/xml13", expect=403)
    await interchange.ask(
        key, "GET", f"/api/exchange/v1/patients/{patient}", expect=200 if "identity" in kinds else 403
    )


async def test_a_key_of_another_facility_sees_nothing_of_the_case(
    interchange: Interchange, elsewhere: FacilityId
) -> None:
    consult, patient = await signed(interchange)
    other = await interchange.administrator(elsewhere)
    key = await interchange.key(*EVERYTHING, "labelled", at=elsewhere, by=other)

    listed = await interchange.ask(key, "GET", "/api/exchange/v1/consults")
    await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/fhir", expect=404)
    await interchange.ask(key, "GET", f"/api/exchange/v1/consults/{consult}/bhyt/xml13", expect=404)
    await interchange.ask(key, "GET", f"/api/exchange/v1/patients/{patient}", expect=404)

    assert listed["cases"] == []


async def test_behind_the_policy_stands_the_wall(interchange: Interchange, elsewhere: FacilityId) -> None:
    """With nothing but SQL a key sees rows of its own facility, of its kinds, and can write none."""
    await signed(interchange)
    other = await interchange.administrator(elsewhere)
    tokens = {
        "whole": await interchange.key(*EVERYTHING),
        "cases": await interchange.key("cases"),
        "duty": await interchange.key("duty"),
        "elsewhere": await interchange.key(*EVERYTHING, at=elsewhere, by=other),
    }
    tables = ("consult", "patient", "consent", "vital_signs", "minutes", "minutes_field", "decision", "referral")
    seen: dict[str, dict[str, bool]] = {}
    for name, token in tokens.items():
        actor = await interchange.app.interchange.keys.authenticate(token)
        async with interchange.desk.db.transaction(actor) as tx:
            seen[name] = {t: bool(await tx.scalar(text(f"select count(*) from {t}"))) for t in tables}
            changed = await tx.execute(text("update consult set reason = 'x'"))
            assert changed.rowcount == 0

    nothing = dict.fromkeys(tables, False)
    assert seen["duty"] == seen["elsewhere"] == nothing
    assert {t for t, found in seen["cases"].items() if found} <= {"consult", "consent", "vital_signs"}
    assert seen["cases"]["consult"]
    assert {t for t in tables if not seen["whole"][t]} <= {"vital_signs"}


async def test_a_labelled_case_is_there_only_for_a_key_that_was_given_such(interchange: Interchange) -> None:
    consult, _ = await signed(interchange)
    async with interchange.desk.db.transaction(BUILDER) as tx:
        await tx.execute(text("update consult set labels = '{hiv}' where id = :id"), {"id": consult})
    plain, trusted = await interchange.key(*EVERYTHING), await interchange.key(*EVERYTHING, "labelled")

    await interchange.ask(plain, "GET", f"/api/exchange/v1/consults/{consult}/fhir", expect=404)
    made = await interchange.ask(trusted, "GET", f"/api/exchange/v1/consults/{consult}/fhir")

    assert (await interchange.ask(plain, "GET", "/api/exchange/v1/consults"))["cases"] == []
    assert of_kind(made, "Composition")


async def test_a_key_opens_no_address_of_people_and_a_person_none_of_keys(interchange: Interchange) -> None:
    key = await interchange.key(*EVERYTHING, "labelled")

    for path in ("/api/consults", "/api/exchange", "/api/log", "/api/people/search"):
        method = "POST" if path.endswith("search") else "GET"
        refused = await interchange.ask(key, method, path, {"text": "Mai"} if method == "POST" else None, expect=403)
        assert refused["code"] == "exchange.keys_only"
    for who in (interchange.admin, interchange.desk.doctor):
        refused = await interchange.ask(who, "GET", "/api/exchange/v1/consults", expect=403)
        assert refused["code"] == "exchange.keys_only"


async def test_a_key_that_is_revoked_or_over_opens_nothing_from_the_next_request_on(interchange: Interchange) -> None:
    made = await interchange.make_key("cases")
    key = made["token"]
    short = await interchange.key("cases", expires_at=(interchange.clock.now() + timedelta(minutes=5)).isoformat())
    await interchange.ask(key, "GET", "/api/exchange/v1/consults")
    await interchange.ask(short, "GET", "/api/exchange/v1/consults")

    revoked = await interchange.ask(interchange.admin, "POST", f"/api/exchange/keys/{made['key']['id']}/revoke")
    interchange.clock.advance(timedelta(minutes=6))

    assert not revoked["works"]
    for gone in (key, short, "tmk_" + "x" * 43):
        refused = await interchange.ask(gone, "GET", "/api/exchange/v1/consults", expect=401)
        assert refused["code"] == "exchange.key_refused"


async def test_each_reading_stands_in_the_trail_under_the_keys_own_id_and_its_last_use_is_shown(
    interchange: Interchange,
) -> None:
    consult, patient = await signed(interchange)
    made = await interchange.make_key(*EVERYTHING)
    key = made["token"]
    for path in (f"consults/{consult}/fhir", f"consults/{consult}/bhyt/xml5", f"patients/{patient}", "consults"):
        await interchange.ask(key, "GET", f"/api/exchange/v1/{path}")

    a = audit_table.c
    async with interchange.desk.db.transaction(BUILDER) as tx:
        rows = await tx.all(select(a.action, a.because, a.facility_ids).where(a.actor_id == UUID(made["key"]["id"])))
    (shown,) = (await interchange.ask(interchange.admin, "GET", "/api/exchange"))["keys"]

    assert {row.action for row in rows} == {"exchange.fhir", "exchange.xml5", "exchange.list"}
    assert {row.because for row in rows} == {"key"}
    assert all(interchange.hospital in row.facility_ids for row in rows)
    assert shown["used_at"] is not None


async def test_who_watches_the_trail_sees_the_name_of_the_system_that_read(
    interchange: Interchange, elsewhere: FacilityId
) -> None:
    consult, _ = await signed(interchange)
    key = await interchange.make_key(*EVERYTHING, name="HIS Than Uyên Demo")
    await interchange.ask(key["token"], "GET", f"/api/exchange/v1/consults/{consult}/fhir")
    await interchange.ask(interchange.admin, "POST", f"/api/exchange/keys/{key['key']['id']}/revoke")
    db = interchange.desk.db
    officer = await build.add_person(db, "Kiểm Soát Demo", Role.PRIVACY_OFFICER, interchange.hospital)
    far = await build.add_person(db, "Nơi Khác Demo", Role.PRIVACY_OFFICER, elsewhere)

    path = f"/api/audit?consult_id={consult}&because=key&kind=read"
    (row,) = (await interchange.ask(officer, "GET", path))["rows"]

    assert (row["action"], row["person"], row["by_key"]["name"]) == ("exchange.fhir", None, "HIS Than Uyên Demo")
    assert row["by_key"]["facility"]["id"] == str(interchange.hospital)
    assert "token" not in str(row)
    assert (await interchange.ask(far, "GET", path))["rows"] == []
    others = (await interchange.ask(officer, "GET", f"/api/audit?consult_id={consult}"))["rows"]
    assert {one["by_key"] is None for one in others if one["because"] != "key"} == {True}


async def test_keys_are_given_only_where_one_keeps_the_accounts(
    interchange: Interchange, elsewhere: FacilityId
) -> None:
    made = await interchange.make_key("cases")
    other = await interchange.administrator(elsewhere)

    await interchange.make_key("cases", by=other, expect=403)
    await interchange.make_key("cases", by=interchange.desk.doctor, expect=403)
    await interchange.ask(interchange.desk.doctor, "GET", "/api/exchange", expect=403)
    await interchange.ask(other, "POST", f"/api/exchange/keys/{made['key']['id']}/revoke", expect=404)
    assert (await interchange.ask(other, "GET", "/api/exchange"))["keys"] == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kinds": []}, "exchange.no_kinds"),
        ({"kinds": ["identity"]}, "exchange.no_kinds"),
        ({"expires_at": "2026-11-01T00:00:00Z"}, "exchange.bad_expiry"),
        ({"expires_at": "2028-01-01T00:00:00Z"}, "exchange.bad_expiry"),
    ],
)
async def test_a_key_without_an_end_or_a_purpose_is_not_given(
    interchange: Interchange, changes: dict[str, Any], code: str
) -> None:
    assert (await interchange.make_key("cases", expect=422, **changes))["code"] == code


async def test_the_same_wish_sent_twice_makes_one_key_and_does_not_show_it_again(interchange: Interchange) -> None:
    body = {
        "facility_id": str(interchange.hospital),
        "name": "HIS Demo",
        "kinds": ["cases"],
        "expires_at": (interchange.clock.now() + timedelta(days=9)).isoformat(),
    }
    path = f"/api/exchange/keys/{uuid7()}"

    first = await interchange.ask(interchange.admin, "PUT", path, body)
    again = await interchange.ask(interchange.admin, "PUT", path, body)

    assert (first["token"] is None, again["token"] is None) == (False, True)
    assert len((await interchange.ask(interchange.admin, "GET", "/api/exchange"))["keys"]) == 1


async def test_a_key_that_asks_too_much_waits_and_people_do_not(interchange: Interchange) -> None:
    key = await interchange.key("cases")
    said = [
        (await interchange.ask(key, "GET", "/api/exchange/v1/consults?limit=1", expect=None)).get("code")
        for _ in range(125)
    ]

    assert said[0] is None
    assert said[-1] == "too_many_requests"
    await interchange.ask(interchange.admin, "GET", "/api/exchange")


async def test_the_list_of_cases_goes_on_where_it_stopped(interchange: Interchange) -> None:
    for _ in range(3):
        await interchange.desk.world.requested()
    key = await interchange.key("cases")

    first = await interchange.ask(key, "GET", "/api/exchange/v1/consults?limit=2")
    rest = await interchange.ask(
        key, "GET", f"/api/exchange/v1/consults?limit=2&after={first['next'].replace('+', '%2B')}"
    )
    bad = await interchange.ask(key, "GET", "/api/exchange/v1/consults?after=nowhere", expect=422)

    codes = [one["code"] for one in first["cases"] + rest["cases"]]
    assert len(set(codes)) == 3
    assert codes == sorted(codes)
    assert rest["next"] is None
    assert bad["code"] == "exchange.bad_place"


async def test_duty_is_read_as_schedules_and_slots(interchange: Interchange) -> None:
    key = await interchange.key("duty")
    now = interchange.clock.now()
    span = f"since={(now - timedelta(days=1)):%Y-%m-%dT%H:%M:%SZ}&until={(now + timedelta(days=1)):%Y-%m-%dT%H:%M:%SZ}"

    made = await interchange.ask(key, "GET", f"/api/exchange/v1/duty?{span}")
    bad = await interchange.ask(
        key, "GET", "/api/exchange/v1/duty?since=2026-01-01T00:00:00Z&until=2026-12-01T00:00:00Z", expect=422
    )

    Bundle.model_validate(made)
    assert wrong_codes(made) == []
    assert len(of_kind(made, "Slot")) == 1
    assert bad["code"] == "exchange.bad_span"
