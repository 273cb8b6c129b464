"""What can go wrong in the domain, named by the problem. The edge alone knows HTTP (`infra/problems.py`)."""

from enum import StrEnum
from typing import ClassVar


class Kind(StrEnum):
    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    DENIED = "denied"
    MISSING = "missing"
    CONFLICT = "conflict"
    BUSY = "busy"


class DomainError(Exception):
    """A refusal. A subclass's docstring is the problem's title; `code` names it for ever.

    `params` are shown to the user's screen: ids and numbers only, never what the user typed.
    `pointer` is the JSON pointer of the field at fault, such as `/body/vitals/0/systolic`.
    """

    kind: ClassVar[Kind]
    code: ClassVar[str]

    def __init__(self, *, pointer: str | None = None, **params: str | int) -> None:
        self.pointer, self.params = pointer, params
        super().__init__(self.code)

    @property
    def title(self) -> str:
        return (type(self).__doc__ or self.code).strip().splitlines()[0]


class Denied(DomainError):
    """This person may not do this."""

    kind, code = Kind.DENIED, "denied"


class ScreenLocked(DomainError):
    """The screen is locked: nothing but help for a patient goes on."""

    kind, code = Kind.DENIED, "screen_locked"


class Missing(DomainError):
    """There is no such thing here, or it is not yours to see."""

    kind, code = Kind.MISSING, "missing"


class OtherBody(DomainError):
    """This id was already used with a different body."""

    kind, code = Kind.CONFLICT, "id_reused"


class Stale(DomainError):
    """It changed since this screen last saw it."""

    kind, code = Kind.CONFLICT, "stale"
