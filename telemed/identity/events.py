"""Facts about sign-ins and rights, in the past tense: open pages must not outlive them."""

from dataclasses import dataclass
from typing import ClassVar

from telemed.infra.events import Event
from telemed.kernel.ids import SignInId, UserId


@dataclass(frozen=True, slots=True)
class SignInEnded(Event):
    """Nothing that follows from it opens anything any more."""

    kind: ClassVar[str] = "sign_in_ended"
    sign_in: SignInId
    user: UserId


@dataclass(frozen=True, slots=True)
class ScreenLockChanged(Event):
    kind: ClassVar[str] = "screen_lock_changed"
    sign_in: SignInId
    user: UserId
    locked: bool


@dataclass(frozen=True, slots=True)
class AccountDisabled(Event):
    kind: ClassVar[str] = "account_disabled"
    user: UserId


@dataclass(frozen=True, slots=True)
class RightsChanged(Event):
    """What this person may do, or see, is not what it was."""

    kind: ClassVar[str] = "rights_changed"
    user: UserId


@dataclass(frozen=True, slots=True)
class DutyPhoneChanged(Event):
    """What was learnt of the old number says nothing of the new one."""

    kind: ClassVar[str] = "duty_phone_changed"
    user: UserId
