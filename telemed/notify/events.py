"""Facts about telling people, in the past tense."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from telemed.infra.events import Event
from telemed.kernel.ids import UserId


@dataclass(frozen=True, slots=True)
class NoticeMade(Event):
    """A person has something new to read; `about_kind` is the notice's kind."""

    kind: ClassVar[str] = "notice_made"
    notice: UUID
    user: UserId
    about_kind: str
