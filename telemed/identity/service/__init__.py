"""What people do with their accounts: signing in, their own security, keeping others' accounts."""

from telemed.identity.service.entry import SignedIn
from telemed.identity.service.session import Identity

__all__ = ["Identity", "SignedIn"]
