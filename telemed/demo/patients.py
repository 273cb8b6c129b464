"""Invented patients for the demo's history: whose name ends in “Demo” is nobody."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from telemed.demo.templates import Template
from telemed.identity import Facility
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, PatientId
from telemed.kernel.values import Sex
from telemed.records.model import BirthPrecision
from telemed.records.patient import Particulars, Patient, code_of

CHILD = 16 * 12
"""Months; until then somebody else speaks for the patient."""
OLD = 60 * 12

Number = Callable[[FacilityId, str], int]
"""The next one of a facility's series."""


def invent(
    new_id: PatientId, template: Template, station: Facility, at: datetime, *, number: Number, rng: Random
) -> Patient:
    """Somebody whom this case may happen to."""
    words = _words()
    group = rng.choices(words["groups"], [one["weight"] for one in words["groups"]])[0]
    sex = template.sex or rng.choice((Sex.MALE, Sex.FEMALE))
    months = rng.randint(*template.ages)
    today = at.astimezone(LOCAL).date()
    born, precision = _born(months, today, rng)
    mother = f"{_name(group, Sex.FEMALE, rng)} (mẹ)"
    known = Particulars(
        full_name=_name(group, sex, rng),
        sex=sex,
        birth_date=born,
        birth_precision=precision,
        insurance_no=f"{words['insurance']}{rng.randint(10_000, 99_999)}" if months and rng.random() < 0.8 else "",
        ethnicity_code=group["code"],
        commune_code=station.commune_code or "",
        village=rng.choice(words["villages"]),
        occupation=rng.choice(words["occupations"]) if months >= CHILD else "",
        representative=mother if months < CHILD else "",
        language=group["language"] if months >= OLD and rng.random() < 0.6 else "",
    )
    code = code_of(station.prefix or "", today, number(station.id, f"patient-{today:%Y%m%d}"))
    return Patient(new_id, code, station.id, known, at)


def _name(group: dict[str, Any], sex: Sex, rng: Random) -> str:
    given = group["male" if sex is Sex.MALE else "female"]
    return f"{rng.choice(group['family'])} {rng.choice(given)} Demo"


def _born(months: int, today: date, rng: Random) -> tuple[date, BirthPrecision]:
    """Of a child the day is known, of the old often only the year."""
    if months == 0:
        return today - timedelta(days=rng.randint(3, 6)), BirthPrecision.DAY
    born = today - timedelta(days=round(months * 30.44) + rng.randint(0, 20))
    if months < CHILD or rng.random() < 0.4:
        return born, BirthPrecision.DAY
    return date(born.year, 1, 1), BirthPrecision.YEAR


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(
        resources.files("telemed.demo").joinpath("patients.json").read_text(encoding="utf-8")
    )
    return words
