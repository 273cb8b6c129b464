"""People, facilities, dated role grants, tokens. What other features may import is named here."""

from telemed.identity.accesses import (
    accesses_of,
    end_access,
    open_access,
    running_accesses,
    some_accesses,
)
from telemed.identity.directory import facilities, facility, holders, people, person_papers, places
from telemed.identity.endings import account_disabled, end_sign_ins, rights_changed
from telemed.identity.events import AccountDisabled, RightsChanged, ScreenLockChanged, SignInEnded
from telemed.identity.model import Facility, PersonPapers, WrongPassword
from telemed.identity.model_access import CaseAccess
from telemed.identity.service import Identity
from telemed.identity.wire import FacilityRef, PersonRef, facility_ref

__all__ = [
    "AccountDisabled",
    "CaseAccess",
    "Facility",
    "FacilityRef",
    "Identity",
    "PersonPapers",
    "PersonRef",
    "RightsChanged",
    "ScreenLockChanged",
    "SignInEnded",
    "WrongPassword",
    "accesses_of",
    "account_disabled",
    "end_access",
    "end_sign_ins",
    "facilities",
    "facility",
    "facility_ref",
    "holders",
    "open_access",
    "people",
    "person_papers",
    "places",
    "rights_changed",
    "running_accesses",
    "some_accesses",
]
