"""Vital signs as FHIR R4 observations: LOINC codes, UCUM units. Pure."""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID, uuid5

from telemed.exchange.fhir import CATEGORY, LOINC, UCUM, Resource, bare, coding, concept, instant, ref
from telemed.exchange.fhir_people import role_id
from telemed.exchange.model import Vitals
from telemed.exchange.words import words

SIGNS: Final = {
    "pulse": ("8867-4", "Heart rate", "/min"),
    "temperature": ("8310-5", "Body temperature", "Cel"),
    "respiration": ("9279-1", "Respiratory rate", "/min"),
    "spo2": ("2708-6", "Oxygen saturation in Arterial blood", "%"),
    "weight": ("29463-7", "Body weight", "kg"),
    "height": ("8302-2", "Body height", "cm"),
    "gcs": ("9269-2", "Glasgow coma score total", "{score}"),
    "glucose": ("15074-8", "Glucose [Moles/volume] in Blood", "mmol/L"),
}
PANEL: Final = ("85353-1", "Vital signs, weight, height, head circumference, oxygen saturation and BMI panel")
PRESSURE: Final = ("85354-9", "Blood pressure panel with all children optional")
SYSTOLIC: Final = ("8480-6", "Systolic blood pressure")
DIASTOLIC: Final = ("8462-4", "Diastolic blood pressure")
OXIMETRY: Final = ("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry")


def observations(taken: Iterable[Vitals], subject: Resource, encounter: Resource | None) -> Iterator[Resource]:
    """For each taking one panel, and one observation for each sign in it."""
    for one in taken:
        members = list(_members(one))
        if not members:
            continue
        common = {
            "resourceType": "Observation",
            "status": "final",
            "subject": subject,
            "encounter": encounter,
            "effectiveDateTime": instant(one.taken_at),
            "performer": [ref("PractitionerRole", role_id(one.taken_by))],
        }
        links = [ref("Observation", observation_id(one, name)) for name, _ in members]
        yield bare(
            common | {"id": str(one.id), "category": _category("vital-signs"), "code": _code(PANEL), "hasMember": links}
        )
        for name, said in members:
            group = "laboratory" if name == "glucose" else "exam" if name == "gcs" else "vital-signs"
            yield bare(common | {"id": str(observation_id(one, name)), "category": _category(group)} | said)


def observation_id(taken: Vitals, name: str) -> UUID:
    return uuid5(taken.id, name)


def _members(one: Vitals) -> Iterator[tuple[str, Resource]]:
    for name, (code, display, unit) in SIGNS.items():
        value = getattr(one, name)
        if value is None:
            continue
        said: Resource = {"code": _code((code, display)), "valueQuantity": _quantity(value, unit)}
        if name == "spo2":
            said["code"]["coding"].append(coding(LOINC, *OXIMETRY))
            if one.on_oxygen is not None:
                said["note"] = [{"text": words("oxygen")["yes" if one.on_oxygen else "no"]}]
        yield name, said
    if one.systolic is not None or one.diastolic is not None:
        parts = [
            {"code": _code(code), "valueQuantity": _quantity(value, "mm[Hg]")}
            for code, value in ((SYSTOLIC, one.systolic), (DIASTOLIC, one.diastolic))
            if value is not None
        ]
        yield "pressure", {"code": _code(PRESSURE), "component": parts}


def _quantity(value: object, unit: str) -> Resource:
    """A JSON number: whole ones stay whole."""
    number = float(str(value))
    return {"value": int(number) if number.is_integer() else number, "unit": unit, "system": UCUM, "code": unit}


def _category(code: str) -> list[Resource]:
    return [concept(CATEGORY, code)]


def _code(of: tuple[str, str]) -> Resource:
    return concept(LOINC, *of)
