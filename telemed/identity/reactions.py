"""What is remembered of people is forgotten the moment their sign-ins or rights change."""

from telemed.identity.events import AccountDisabled, RightsChanged, ScreenLockChanged, SignInEnded
from telemed.identity.service import Identity
from telemed.infra.relay import Relay


def subscribe(relay: Relay, identity: Identity) -> None:
    relay.live(SignInEnded, identity.changed)
    relay.live(ScreenLockChanged, identity.changed)
    relay.live(AccountDisabled, identity.changed)
    relay.live(RightsChanged, identity.changed)
