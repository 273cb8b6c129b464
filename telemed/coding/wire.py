"""What the edge says of codes of diagnoses."""

from datetime import date
from typing import Annotated

from pydantic import Field

from telemed.infra.routes import ApiModel


class IcdQuery(ApiModel):
    q: Annotated[str, Field(min_length=1, max_length=80)] = Field(
        description="Beginning of a code, or of words in Vietnamese (marks may be left out) or English."
    )
    on: date | None = Field(default=None, description="The list of that day; null: today's.")


class IcdListView(ApiModel):
    id: str
    name: str
    valid_from: date
    valid_to: date | None


class IcdCodeView(ApiModel):
    code: str
    title_vi: str
    title_en: str
    not_main: bool = Field(description="Never a main diagnosis.")
    unusable: bool = Field(description="A more specific code is to be taken.")


class IcdFound(ApiModel):
    """At most 20, best first."""

    codes: list[IcdCodeView]
    source: IcdListView
