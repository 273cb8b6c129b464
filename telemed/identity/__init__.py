"""People, facilities, dated role grants, tokens. What other features may import is named here."""

from telemed.identity.accesses import (
    accesses_of,
    end_access,
    open_access,
    running_accesses,
    some_accesses,
)
from telemed.identity.directory import (
    duty_phones,
    facilities,
    facility,
    holders,
    known_as,
    offers,
    people,
    person_papers,
    places,
    staff,
)
from telemed.identity.endings import account_disabled, end_sign_ins, rights_changed
from telemed.identity.events import AccountDisabled, DutyPhoneChanged, RightsChanged, ScreenLockChanged, SignInEnded
from telemed.identity.model import Facility, PersonPapers, WrongPassword
from telemed.identity.model_access import CaseAccess
from telemed.identity.model_posting import Posting
from telemed.identity.model_security import RelyingParty
from telemed.identity.postings import clinicians, end_posting, extend, post
from telemed.identity.service import Identity
from telemed.identity.service.passkeys import Passkeys
from telemed.identity.wire import FacilityRef, PersonRef, facility_ref
from telemed.identity.wire_security import PasskeyOptions, PasskeyProof

__all__ = [
    "AccountDisabled",
    "CaseAccess",
    "DutyPhoneChanged",
    "Facility",
    "FacilityRef",
    "Identity",
    "PasskeyOptions",
    "PasskeyProof",
    "Passkeys",
    "PersonPapers",
    "PersonRef",
    "Posting",
    "RelyingParty",
    "RightsChanged",
    "ScreenLockChanged",
    "SignInEnded",
    "WrongPassword",
    "accesses_of",
    "account_disabled",
    "clinicians",
    "duty_phones",
    "end_access",
    "end_posting",
    "end_sign_ins",
    "extend",
    "facilities",
    "facility",
    "facility_ref",
    "holders",
    "known_as",
    "offers",
    "open_access",
    "people",
    "person_papers",
    "places",
    "post",
    "rights_changed",
    "running_accesses",
    "some_accesses",
    "staff",
]
