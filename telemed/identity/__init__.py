"""People, facilities, dated role grants, tokens. What other features may import is named here."""

from telemed.identity.directory import facilities, facility, holders, people, person_papers
from telemed.identity.model import Facility, PersonPapers, WrongPassword
from telemed.identity.service import Identity
from telemed.identity.wire import FacilityRef, PersonRef, facility_ref

__all__ = [
    "Facility",
    "FacilityRef",
    "Identity",
    "PersonPapers",
    "PersonRef",
    "WrongPassword",
    "facilities",
    "facility",
    "facility_ref",
    "holders",
    "people",
    "person_papers",
]
