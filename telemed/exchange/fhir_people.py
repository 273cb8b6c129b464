"""Facilities, people and their duty as FHIR R4: Organization, Practitioner, PractitionerRole, Schedule, Slot. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID, uuid5

from telemed.exchange.fhir import (
    FACILITY_CODE,
    LICENSE,
    OURS,
    Resource,
    bare,
    bundle,
    identifier,
    instant,
    own,
    ref,
)
from telemed.exchange.model import Clinician, Duty, Place
from telemed.exchange.words import words
from telemed.kernel.values import Specialty


def role_id(person: UUID) -> UUID:
    """Of what somebody does here; their Practitioner has the person's own id."""
    return uuid5(person, "role")


def organization(place: Place) -> Resource:
    return bare(
        {
            "resourceType": "Organization",
            "id": str(place.id),
            "identifier": [identifier(FACILITY_CODE, place.code)] if place.code else [],
            "active": True,
            "type": [own("facility-kind", place.kind.value, words("facilities")[place.kind.value])],
            "name": place.name,
            "telecom": [{"system": "phone", "value": place.phone}] if place.phone else [],
            "address": [{"city": place.commune_code, "country": "VN"}] if place.commune_code else [],
        }
    )


def practitioner(person: Clinician) -> Resource:
    return bare(
        {
            "resourceType": "Practitioner",
            "id": str(person.id),
            "identifier": [identifier(LICENSE, person.license_no)] if person.license_no else [],
            "name": [bare({"use": "official", "text": person.name, "prefix": [person.title] if person.title else []})],
            "qualification": [{"code": own("profession", person.profession.value)}],
        }
    )


def role(person: UUID, at: UUID | None, specialty: Specialty | None = None) -> Resource:
    return bare(
        {
            "resourceType": "PractitionerRole",
            "id": str(role_id(person)),
            "active": True,
            "practitioner": ref("Practitioner", person),
            "organization": ref("Organization", at),
            "specialty": [own("specialty", specialty.value)] if specialty else [],
        }
    )


def duty(
    shifts: Iterable[Duty], people: Mapping[UUID, Clinician], places: Mapping[UUID, Place], at: datetime
) -> Resource:
    """Who is on duty when: a Schedule for each person and specialty, a Slot for each shift."""
    found = list(shifts)
    resources = [organization(places[one]) for one in dict.fromkeys(s.hospital for s in found)]
    for person in dict.fromkeys(s.person for s in found):
        own_shifts = [s for s in found if s.person == person]
        resources += [practitioner(people[person]), role(person, own_shifts[0].hospital, own_shifts[0].specialty)]
    for shift in found:
        resources += [_schedule(shift), _slot(shift)]
    return bundle(at, "duty", resources)


def schedule_id(shift: Duty) -> UUID:
    return uuid5(shift.person, f"schedule {shift.hospital} {shift.specialty or ''} {shift.tier}")


def _schedule(shift: Duty) -> Resource:
    return bare(
        {
            "resourceType": "Schedule",
            "id": str(schedule_id(shift)),
            "active": True,
            "serviceCategory": [own("duty-tier", shift.tier)],
            "specialty": [own("specialty", shift.specialty.value)] if shift.specialty else [],
            "actor": [ref("PractitionerRole", role_id(shift.person)), ref("Organization", shift.hospital)],
        }
    )


def _slot(shift: Duty) -> Resource:
    """Free: who is on duty may be asked."""
    return {
        "resourceType": "Slot",
        "id": str(shift.id),
        "identifier": [identifier(f"{OURS}:shift", str(shift.id))],
        "schedule": ref("Schedule", schedule_id(shift)),
        "status": "free",
        "start": instant(shift.starts_at),
        "end": instant(shift.ends_at),
    }
