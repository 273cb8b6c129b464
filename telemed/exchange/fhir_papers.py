"""The signed minutes as FHIR R4: Composition, DocumentReference, and who signed (Provenance). Pure."""

import base64
import hashlib
from collections.abc import Iterator
from typing import Final
from uuid import UUID

from telemed.exchange.fhir import (
    LOINC,
    OURS,
    PROVENANCE_AGENT,
    V3_OPERATION,
    Resource,
    bare,
    coding,
    concept,
    derived,
    encounter_id,
    identifier,
    instant,
    narrative,
    own,
    ref,
    subject,
)
from telemed.exchange.fhir_people import role_id
from telemed.exchange.model import Case, Edition
from telemed.exchange.words import words

SECTIONS: Final = {
    "summary": coding(LOINC, "10164-2", "History of Present illness Narrative"),
    "diagnosis": coding(LOINC, "29548-5", "Diagnosis Narrative"),
    "treatment": coding(LOINC, "18776-5", "Plan of care note"),
    "monitoring": None,
    "place": None,
    "follow_up": None,
}
"""Items of the minutes; where LOINC has no word for one, our own code stands alone."""


def minutes(case: Case, held: Edition) -> Iterator[Resource]:
    title = words("papers")["minutes"].format(number=held.number)
    author = [ref("PractitionerRole", role_id(held.chair), case.clinician(held.chair).name)]
    yield bare(
        {
            "resourceType": "Composition",
            "id": str(held.id),
            "identifier": identifier(f"{OURS}:minutes-number", held.number),
            "status": "final" if held.edition == 1 else "amended",
            "type": concept(LOINC, "11488-4", "Consult note"),
            "subject": subject(case),
            "encounter": ref("Encounter", encounter_id(case)),
            "date": instant(held.signed_at),
            "author": author,
            "title": title,
            "attester": [
                {
                    "mode": "legal" if one.line == "chair" else "professional",
                    "time": instant(one.at),
                    "party": ref("PractitionerRole", role_id(one.by)),
                }
                for one in held.signatures
            ],
            "custodian": ref("Organization", case.hospital.id, case.hospital.name),
            "section": [
                {
                    "title": name,
                    "code": {"coding": [*filter(None, [code]), coding(f"{OURS}:minutes-item", name)]},
                    "text": narrative(getattr(held, name)),
                }
                for name, code in SECTIONS.items()
                if getattr(held, name)
            ],
        }
    )
    paper = derived(held.id, "document")
    yield bare(
        {
            "resourceType": "DocumentReference",
            "id": str(paper),
            "masterIdentifier": {"system": f"{OURS}:document-sha256", "value": held.document_hash},
            "identifier": [
                identifier(f"{OURS}:minutes-number", held.number),
                *([identifier(f"{OURS}:pdf-sha256", hashlib.sha256(held.pdf).hexdigest())] if held.pdf else []),
            ],
            "status": "current",
            "docStatus": "final" if held.edition == 1 else "amended",
            "type": concept(LOINC, "11488-4", "Consult note"),
            "subject": subject(case),
            "date": instant(held.signed_at),
            "author": author,
            "custodian": ref("Organization", case.hospital.id, case.hospital.name),
            "description": held.reason,
            "content": [{"attachment": _attached(held.pdf, title, instant(held.signed_at))}],
            "context": {"encounter": [ref("Encounter", encounter_id(case))]},
        }
    )
    if held.signatures:
        yield _signed(case, held, paper)


def _attached(pdf: bytes, title: str, made_at: str | None) -> Resource:
    """FHIR R4 wants SHA-1 of an attachment's bytes; it finds damage, the signature in the paper finds forgery."""
    about = bare({"contentType": "application/pdf", "language": "vi", "title": title, "creation": made_at})
    if not pdf:
        return about
    digest = hashlib.sha1(pdf, usedforsecurity=False).digest()
    return about | {
        "data": base64.b64encode(pdf).decode(),
        "size": len(pdf),
        "hash": base64.b64encode(digest).decode(),
    }


def _signed(case: Case, minutes: Edition, paper: UUID) -> Resource:
    return bare(
        {
            "resourceType": "Provenance",
            "id": str(derived(minutes.id, "provenance")),
            "target": [ref("Composition", minutes.id), ref("DocumentReference", paper)],
            "recorded": instant(minutes.signed_at),
            "activity": concept(V3_OPERATION, "CREATE" if minutes.edition == 1 else "UPDATE"),
            "agent": [
                {
                    "type": concept(PROVENANCE_AGENT, "author" if one.line == "chair" else "attester"),
                    "role": [own("signature-line", one.line)],
                    "who": ref("PractitionerRole", role_id(one.by), case.clinician(one.by).name),
                }
                for one in minutes.signatures
            ],
            "signature": [
                {
                    "type": [coding("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.1", "Author's Signature")],
                    "when": instant(one.at),
                    "who": ref("PractitionerRole", role_id(one.by)),
                    "sigFormat": f"application/x-telemed-{one.means}",
                    "data": base64.b64encode(one.document_hash.encode()).decode(),
                }
                for one in minutes.signatures
            ],
        }
    )
