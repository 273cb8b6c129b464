"""What every frame of `telemed.v1` is made of; the frames themselves stand in `frames*.py`, by subject."""

from collections.abc import Hashable
from operator import attrgetter
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from telemed.infra.api_model import ApiModel

Small = Annotated[int, Field(ge=0, le=2**31)]


class ClientFrame(ApiModel):
    id: Small | None = None
    droppable: ClassVar[bool] = False
    """Not worth a word when it comes late: a page without a socket drops it, and gives it no `id`."""


class ServerFrame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)

    latest_of: ClassVar[tuple[str, ...]] = ()
    """The fields that name the one thing whose newest state this is; none where every frame counts."""

    @property
    def topic(self) -> Hashable | None:
        """A newer frame of the same topic takes the place of one that was not yet handed to a socket."""
        if not self.latest_of:
            return None
        return type(self), attrgetter(*self.latest_of)(self)


class Reliable(ServerFrame):
    s: int = Field(default=0, description="Its number on this link, from 1 without gaps; set when it is sent.")


class Droppable(ServerFrame):
    """Goes out after all else, and not at all to a page that is away or far behind."""
