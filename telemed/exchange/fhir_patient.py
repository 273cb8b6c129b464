"""A patient as FHIR R4, and out of it again: what goes out comes back the same. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from telemed.exchange.fhir import (
    INSURANCE_CARD,
    NATIONAL_ID,
    OURS,
    SOCIAL_INSURANCE,
    Resource,
    bare,
    identifier,
    own,
)
from telemed.exchange.model import Person
from telemed.kernel.values import Sex

OWN_CODE: Final = f"{OURS}:patient-code"
OTHER_ID: Final = f"{OURS}:other-id:"
EXTENSION: Final = f"{OURS}:patient:"
BIRTH_TIME: Final = "http://hl7.org/fhir/StructureDefinition/patient-birthTime"
GENDERS: Final = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.UNKNOWN: "unknown"}
_SEXES: Final = {gender: sex for sex, gender in GENDERS.items()} | {"other": Sex.UNKNOWN}
EXTENDED: Final = (
    *("insurance_valid_from", "insurance_valid_to", "insurance_facility_code", "living_area", "ethnicity_code"),
    *("nationality_code", "occupation_code", "occupation", "workplace", "phone_owner", "legacy_address"),
    *("representative", "representative_kind", "representative_id"),
)
"""What the base resource has no place for; each is an extension by its own name."""
_DATES: Final = frozenset({"insurance_valid_from", "insurance_valid_to"})
_BIRTH: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TIME: Final = re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be taken in: `line` counts from 1, `field` is a column or a path in the resource."""

    line: int
    field: str
    code: str


class Unreadable(Exception):
    """Something in what was given; every fault is named."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(f"{len(faults)} faults")


def resource(who: Person, managing: UUID | None = None) -> Resource:
    """The Patient."""
    numbers = [
        (NATIONAL_ID, who.national_id, "official"),
        (INSURANCE_CARD, who.insurance_no, "official"),
        (SOCIAL_INSURANCE, who.social_insurance_no, "official"),
        (OTHER_ID + (who.other_id_kind or "unknown"), who.other_id, "secondary"),
        (OWN_CODE, who.code, "usual"),
    ]
    return bare(
        {
            "resourceType": "Patient",
            "id": str(who.id),
            "extension": [*_extensions(who)],
            "identifier": [identifier(system, value, use) for system, value, use in numbers if value],
            "name": [{"use": "official", "text": who.full_name}] if who.full_name else [],
            "telecom": [{"system": "phone", "value": who.phone}] if who.phone else [],
            "gender": GENDERS[who.sex],
            "birthDate": birth_date(who),
            "_birthDate": _birth_time(who),
            "address": [_address(who)] if _address(who) else [],
            "contact": [_contact(who)] if _contact(who) else [],
            "communication": _communication(who),
            "managingOrganization": {"reference": f"urn:uuid:{managing}"} if managing else None,
        }
    )


def birth_date(who: Person) -> str | None:
    """As exactly as it is known, and not more."""
    born = who.birth_date
    if born is None:
        return None
    match who.birth_precision:
        case "day" | "minute":
            return born.isoformat()
        case "month":
            return f"{born:%Y-%m}"
        case _:
            return f"{born:%Y}"


def _birth_time(who: Person) -> Resource | None:
    if who.birth_date is None or not who.birth_time:
        return None
    at = f"{who.birth_date.isoformat()}T{who.birth_time}:00+07:00"
    return {"extension": [{"url": BIRTH_TIME, "valueDateTime": at}]}


def _extensions(who: Person) -> list[Resource]:
    found: list[Resource] = []
    for name in EXTENDED:
        value = getattr(who, name)
        if isinstance(value, date):
            found.append({"url": EXTENSION + name, "valueDate": value.isoformat()})
        elif value:
            found.append({"url": EXTENSION + name, "valueString": value})
    if who.birth_precision == "estimated":
        found.append({"url": EXTENSION + "birth_estimated", "valueBoolean": True})
    if who.interpreter_needed:
        found.append({"url": EXTENSION + "interpreter_needed", "valueBoolean": True})
    return found


def _address(who: Person) -> Resource:
    place = bare({"line": [who.village] if who.village else [], "city": who.commune_code, "state": who.province_code})
    return {"use": "home", **place, "country": "VN"} if place else {}


def _contact(who: Person) -> Resource:
    return bare(
        {
            "relationship": [{"text": who.representative_relation}] if who.representative_relation else [],
            "name": {"text": who.representative_name} if who.representative_name else None,
            "telecom": [{"system": "phone", "value": who.representative_phone}] if who.representative_phone else [],
        }
    )


def _communication(who: Person) -> list[Resource]:
    return [{"language": own("language", who.language, who.language), "preferred": True}] if who.language else []


# -- out of it again ---------------------------------------------------------------------------------------------------


def person(given: object, new_id: UUID) -> Person:
    """Who a Patient resource speaks of. What we have no place for is left out; nothing is guessed.

    Raises:
        Unreadable: it is none, or something in it cannot be understood; each path is named.
    """
    if not isinstance(given, Mapping) or given.get("resourceType") != "Patient":
        raise Unreadable([Fault(1, "resourceType", "not_a_patient")])
    reader = _Reader(given)
    values: dict[str, Any] = {}
    for system, name in ((NATIONAL_ID, "national_id"), (INSURANCE_CARD, "insurance_no")):
        values[name] = reader.identifier(system)
    values["social_insurance_no"] = reader.identifier(SOCIAL_INSURANCE)
    values["code"] = reader.identifier(OWN_CODE)
    values |= reader.other_id()
    values["full_name"] = reader.name()
    values["phone"] = reader.phone(given, "telecom")
    values["sex"] = reader.sex()
    values |= reader.birth()
    values |= reader.address()
    values |= reader.contact()
    values |= reader.language()
    values |= reader.extensions()
    if values.pop("birth_estimated", False) and values["birth_precision"] == "year":
        values["birth_precision"] = "estimated"
    if reader.faults:
        raise Unreadable(list(dict.fromkeys(reader.faults)))
    return Person(id=new_id, **values)


class _Reader:
    """Looks things up in a resource that may be anything, and remembers what could not be understood."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given
        self.faults: list[Fault] = []

    def fault(self, path: str, code: str = "format") -> None:
        self.faults.append(Fault(1, path, code))

    def each(self, within: object, name: str, path: str = "") -> list[Mapping[str, Any]]:
        """The objects of a list; what is none is a fault."""
        if not isinstance(within, Mapping):
            return []
        found = within.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
            self.fault(path or name)
            return []
        return found

    def text(self, within: object, name: str, path: str) -> str:
        found = within.get(name, "") if isinstance(within, Mapping) else ""
        if isinstance(found, str):
            return found
        self.fault(path)
        return ""

    def identifier(self, system: str) -> str:
        for n, one in enumerate(self.each(self.given, "identifier")):
            if one.get("system") == system:
                return self.text(one, "value", f"identifier[{n}].value")
        return ""

    def other_id(self) -> dict[str, str]:
        for n, one in enumerate(self.each(self.given, "identifier")):
            system = one.get("system")
            if isinstance(system, str) and system.startswith(OTHER_ID):
                kind = system.removeprefix(OTHER_ID)
                value = self.text(one, "value", f"identifier[{n}].value")
                return {"other_id_kind": "" if kind == "unknown" else kind, "other_id": value}
        return {}

    def name(self) -> str:
        """In one piece; parts are put in the Vietnamese order, family name first."""
        names = self.each(self.given, "name")
        chosen = next((one for one in names if one.get("use") == "official"), names[0] if names else {})
        if text := self.text(chosen, "text", "name.text"):
            return text
        given = chosen.get("given", [])
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            self.fault("name.given")
            given = []
        return " ".join(filter(None, [self.text(chosen, "family", "name.family"), *given]))

    def phone(self, within: object, path: str) -> str:
        for n, one in enumerate(self.each(within, "telecom", path)):
            if one.get("system") == "phone":
                return self.text(one, "value", f"{path}[{n}].value")
        return ""

    def sex(self) -> Sex:
        gender = self.text(self.given, "gender", "gender") or "unknown"
        if gender not in _SEXES:
            self.fault("gender", "unknown_code")
        return _SEXES.get(gender, Sex.UNKNOWN)

    def birth(self) -> dict[str, Any]:
        said = self.text(self.given, "birthDate", "birthDate")
        time = ""
        for one in self.each(self.given.get("_birthDate"), "extension", "_birthDate.extension"):
            if one.get("url") == BIRTH_TIME:
                at = _TIME.fullmatch(self.text(one, "valueDateTime", "_birthDate.extension"))
                time = at[1] if at else ""
                if not at:
                    self.fault("_birthDate.extension")
        try:
            found = read_birth(said)
        except ValueError:
            self.fault("birthDate")
            found = (None, "unknown")
        on, precision = found
        return {
            "birth_date": on,
            "birth_precision": "minute" if time and precision == "day" else precision,
            "birth_time": time,
        }

    def address(self) -> dict[str, str]:
        places = self.each(self.given, "address")
        chosen = next((one for one in places if one.get("use") == "home"), places[0] if places else {})
        lines = chosen.get("line", [])
        if not isinstance(lines, list) or not all(isinstance(one, str) for one in lines):
            self.fault("address.line")
            lines = []
        commune, province = self.text(chosen, "city", "address.city"), self.text(chosen, "state", "address.state")
        for path, code, shape in (("address.city", commune, r"\d{5}"), ("address.state", province, r"\d{2,3}")):
            if code and not re.fullmatch(shape, code):
                self.fault(path, "unknown_code")
        return {"village": ", ".join(lines), "commune_code": commune, "province_code": province}

    def contact(self) -> dict[str, str]:
        for one in self.each(self.given, "contact"):
            kinds = self.each(one, "relationship", "contact.relationship")
            return {
                "representative_name": self.text(one.get("name"), "text", "contact.name.text"),
                "representative_relation": self.text(kinds[0], "text", "contact.relationship.text") if kinds else "",
                "representative_phone": self.phone(one, "contact.telecom"),
            }
        return {}

    def language(self) -> dict[str, str]:
        for one in self.each(self.given, "communication"):
            return {"language": self.text(one.get("language"), "text", "communication.language.text")}
        return {}

    def extensions(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        flags: Callable[[str], bool] = {"birth_estimated", "interpreter_needed"}.__contains__
        for n, one in enumerate(self.each(self.given, "extension")):
            name = str(one.get("url", "")).removeprefix(EXTENSION)
            path = f"extension[{n}]"
            if flags(name):
                found[name] = one.get("valueBoolean") is True
            elif name in _DATES:
                try:
                    found[name] = date.fromisoformat(self.text(one, "valueDate", path))
                except ValueError:
                    self.fault(path)
            elif name in EXTENDED:
                found[name] = self.text(one, "valueString", path)
        return found


def read_birth(said: str) -> tuple[date | None, str]:
    """A year, a month or a day, with how exact it is. Raises ValueError."""
    if not said:
        return None, "unknown"
    parts = _BIRTH.fullmatch(said)
    if parts is None:
        raise ValueError(said)
    on = date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    return on, "day" if parts[3] else "month" if parts[2] else "year"
