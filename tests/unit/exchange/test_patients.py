"""A patient who goes out comes back the same, as FHIR and as a line; whatever is at fault is named by its place."""

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from fhir.resources.R4B.patient import Patient
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.exchange import csv_patient, fhir_patient
from telemed.exchange.fhir_patient import Unreadable
from telemed.exchange.model import Person
from telemed.kernel.values import Sex
from tests.unit.exchange import cases

WORD = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20)
MAYBE = st.just("") | WORD
DIGITS = st.integers(0, 99999).map(lambda n: f"{n:05}")


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Anybody as the record may know them: what stands there is coherent, any of it may be missing."""
    precision = draw(st.sampled_from(("unknown", "estimated", "year", "month", "day", "minute")))
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 1)))
    born = born.replace(month=1, day=1) if precision in {"estimated", "year"} else born
    born = born.replace(day=1) if precision == "month" else born
    texts = [
        f.name
        for f in fields(Person)
        if f.type is str and f.name not in {"birth_precision", "birth_time", "other_id_kind", "commune_name"}
    ]
    known: dict[str, Any] = {name: draw(MAYBE) for name in texts}
    known |= {name: draw(st.just("") | DIGITS) for name in ("commune_code", "occupation_code")}
    known["ethnicity_code"] = draw(st.just("") | st.integers(1, 54).map("{:02}".format))
    known["province_code"] = draw(st.sampled_from(("", "12", "012")))
    known["other_id_kind"] = draw(st.sampled_from(("cmnd", "passport", "e_id"))) if known["other_id"] else ""
    return Person(
        id=cases.PATIENT.id,
        sex=draw(st.sampled_from(Sex)),
        birth_date=None if precision == "unknown" else born,
        birth_precision=precision,
        birth_time="05:09" if precision == "minute" else "",
        insurance_valid_to=draw(st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))),
        interpreter_needed=draw(st.booleans()),
        **known,
    )


@given(people())
@settings(max_examples=150, deadline=None)
def test_as_fhir_everybody_comes_back_the_same_and_the_library_reads_it(who: Person) -> None:
    sent = json.loads(json.dumps(fhir_patient.resource(who)))

    Patient.model_validate(sent)
    assert fhir_patient.person(sent, who.id) == who


@given(people())
@settings(max_examples=150, deadline=None)
def test_as_a_line_everybody_comes_back_the_same(who: Person) -> None:
    assert csv_patient.person(csv_patient.text(who), who.id) == replace(who, code="")


def test_a_patient_from_elsewhere_with_a_name_in_parts_is_understood() -> None:
    sent = {
        "resourceType": "Patient",
        "name": [{"family": "Giàng", "given": ["Thị", "Súa"]}],
        "gender": "other",
        "birthDate": "1965-03",
        "identifier": [{"system": "urn:elsewhere", "value": "1"}, {"value": "2"}],
    }

    who = fhir_patient.person(sent, UUID(int=1))

    assert (who.full_name, who.sex, who.birth_date) == ("Giàng Thị Súa", Sex.UNKNOWN, date(1965, 3, 1))
    assert (who.birth_precision, who.national_id) == ("month", "")


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"birthDate": "1965-13-01"}, {"birthDate"}),
        ({"birthDate": 1965, "gender": "nữ"}, {"birthDate", "gender"}),
        ({"identifier": "012165001234"}, {"identifier"}),
        ({"name": [{"text": 5}]}, {"name.text"}),
        ({"address": [{"city": "Mường Than"}]}, {"address.city"}),
        (
            {"extension": [{"url": fhir_patient.EXTENSION + "insurance_valid_to", "valueDate": "soon"}]},
            {"extension[0]"},
        ),
        ({"resourceType": "Person"}, {"resourceType"}),
    ],
)
def test_each_fault_of_a_resource_is_named_by_its_path(changes: dict[str, Any], at: set[str]) -> None:
    with pytest.raises(Unreadable) as refused:
        fhir_patient.person(fhir_patient.resource(cases.PATIENT) | changes, UUID(int=1))

    assert {one.field for one in refused.value.faults} == at


NAMES = (
    *("name", "text", "identifier", "value", "system", "telecom", "contact", "extension", "url", "birthDate"),
    *("address", "line", "communication", "language", "relationship", "given", "_birthDate"),
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=20,
)


@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_whatever_is_sent_as_a_patient_is_understood_or_refused(sent: Any) -> None:
    given_ = {**sent, "resourceType": "Patient"} if isinstance(sent, dict) else sent
    faults = None
    try:
        who = fhir_patient.person(given_, UUID(int=1))
    except Unreadable as refused:
        faults = refused.faults

    assert faults or isinstance(who, Person)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", {(1, "", "empty")}),
        ("full_name,shoe_size\nSúa,38", {(1, "shoe_size", "unknown_column")}),
        ("full_name\nSúa\nDua", {(3, "", "one_patient_only")}),
        ("full_name,sex,birth_date\nSúa,nữ,31/02/1965", {(2, "sex", "unknown_code"), (2, "birth_date", "format")}),
        ("full_name,ethnicity_code\nSúa,99", {(2, "ethnicity_code", "unknown_code")}),
        ("full_name,full_name\nSúa,Dua", {(1, "full_name", "twice")}),
        ("full_name\nSúa,Dua", {(2, "", "too_many_cells")}),
        ("full_name,commune_code\nSúa,ABC", {(2, "commune_code", "unknown_code")}),
    ],
)
def test_each_fault_of_a_line_is_named_by_line_and_column(text: str, faults: set[tuple[int, str, str]]) -> None:
    with pytest.raises(Unreadable) as refused:
        csv_patient.person(text, UUID(int=1))

    assert {(one.line, one.field, one.code) for one in refused.value.faults} == faults


def test_a_line_is_read_with_a_mark_at_its_start_semicolons_and_vietnamese_days() -> None:
    who = csv_patient.person("\ufefffull_name;birth_date;sex\r\nGiàng Thị Súa;07/03/1965;female\r\n", UUID(int=1))

    assert (who.full_name, who.birth_date, who.birth_precision) == ("Giàng Thị Súa", date(1965, 3, 7), "day")
