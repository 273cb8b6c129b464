"""How FHIR R4 is written here: references, codes with their systems, identifiers; resources are plain dicts. Pure.

HL7 FHIR R4 (4.0.1). No profile is mandated in Vietnam (`domain.md` 6.7), so these are the base resources. Names of our
own (`urn:telemed:…`) stand where no public system of codes is known.
"""

from datetime import date, datetime
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid5

from telemed.exchange.model import Case
from telemed.kernel.clock import LOCAL

Resource: TypeAlias = dict[str, Any]

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
ICD10: Final = "http://hl7.org/fhir/sid/icd-10"
V3_ACT: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
V3_PARTICIPATION: Final = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
V3_OPERATION: Final = "http://terminology.hl7.org/CodeSystem/v3-DataOperation"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
CONSENT_SCOPE: Final = "http://terminology.hl7.org/CodeSystem/consentscope"
PROVENANCE_AGENT: Final = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
OURS: Final = "urn:telemed"
"""Codes and identifiers of our own: `urn:telemed:<list>`."""
NATIONAL_ID: Final = "urn:telemed:vn:national-id"
"""12 digits of the personal number (số định danh cá nhân)."""
INSURANCE_CARD: Final = "urn:telemed:vn:insurance-card"
SOCIAL_INSURANCE: Final = "urn:telemed:vn:social-insurance"
FACILITY_CODE: Final = "urn:telemed:vn:facility-code"
LICENSE: Final = "urn:telemed:vn:practice-licence"


def bare(given: Resource) -> Resource:
    """Without what is empty: FHIR knows no empty string, list or object."""
    return {name: value for name, value in given.items() if value not in (None, "", [], {}, ())}


def ref(kind: str, of: UUID | None, display: str = "") -> Resource | None:
    """To another entry of the bundle, by the entry's own address."""
    return bare({"reference": f"urn:uuid:{of}", "type": kind, "display": display}) if of else None


def coding(system: str, code: str, display: str = "") -> Resource:
    return bare({"system": system, "code": code, "display": display})


def concept(system: str, code: str, display: str = "", text: str = "") -> Resource:
    return bare({"coding": [coding(system, code, display)], "text": text})


def own(code_list: str, code: str, text: str = "") -> Resource:
    """A code of one of our closed lists."""
    return concept(f"{OURS}:{code_list}", code, text=text)


def identifier(system: str, value: str, use: str = "official") -> Resource:
    return {"use": use, "system": system, "value": value}


def instant(at: datetime | None) -> str | None:
    """To the second, with the offset of Lai Châu."""
    return at.astimezone(LOCAL).isoformat(timespec="seconds") if at else None


def day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def period(start: datetime | None, end: datetime | None) -> Resource | None:
    return bare({"start": instant(start), "end": instant(end)}) or None


def narrative(text: str) -> Resource:
    """For a section: its own words, escaped, line by line."""
    from xml.sax.saxutils import escape

    lines = "<br/>".join(escape(line) for line in text.split("\n"))
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{lines}</div>'}


def bundle(made_at: datetime, identity: str, resources: list[Resource]) -> Resource:
    """A collection; each entry is known by its id, once."""
    entries = {one["id"]: {"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources}
    return {
        "resourceType": "Bundle",
        "identifier": identifier(f"{OURS}:bundle", identity),
        "type": "collection",
        "timestamp": instant(made_at),
        "entry": list(entries.values()),
    }


def derived(of_id: UUID, what: str) -> UUID:
    """A second resource out of one row of ours: always the same id."""
    return uuid5(of_id, what)


def encounter_id(case: Case) -> UUID:
    return derived(case.id, "encounter")


def subject(case: Case) -> Resource:
    if case.patient:
        return bare({"reference": f"urn:uuid:{case.patient.id}", "type": "Patient", "display": case.patient.full_name})
    return {"type": "Patient", "identifier": identifier(f"{OURS}:consult-subject", case.code, "temp")}
