"""What every model at the edge has in common: nothing unknown gets in, nothing changes later, text is plain and NFC."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_before_validator_function

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 but tab and line feed; PostgreSQL refuses NUL anyway
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # these turn the direction of text: one name could pass for another
    "\ud800-\udfff]"
)


def clean(value: object) -> object:
    """Text in one spelling: NFC (a Vietnamese letter has several), `\\n` for line ends, no outer spaces."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if _REFUSED.search(text):
        raise PydanticCustomError("control_character", "Control characters are not allowed")
    return text


def _cleaning(schema: Any) -> Any:
    """The same schema with `clean` before each string in it.

    Done here rather than in a validator over the whole model, so that a fault is named at the very item it is in and
    JSON stays JSON (a `before` validator of the model would lose pydantic's strict reading of it).
    """
    if isinstance(schema, list | tuple):
        return type(schema)(map(_cleaning, schema))
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "str":
        kept = schema.get("metadata", {}).get("telemed_verbatim")
        return schema if kept else no_info_before_validator_function(clean, schema)
    if schema.get("type") == "function-before" and schema["function"]["function"] is clean:
        return schema  # a model within a model comes through here once more
    return {key: _cleaning(part) for key, part in schema.items()}


class ApiModel(BaseModel):
    """Base of requests and answers. Text comes out of `clean`, unless its type is `Verbatim`."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,  # an answer always has all its fields
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _cleaning(handler(source))  # type: ignore[no-any-return]


class _Untouched:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        return {**schema, "metadata": {**schema.get("metadata", {}), "telemed_verbatim": True}}


Verbatim = Annotated[str, _Untouched()]
"""Text kept to the byte: SDP (which must end in a line break), passwords, tokens."""
