"""How a refusal is told over HTTP (RFC 9457): one function maps errors, nothing that was sent is echoed."""

from http import HTTPStatus
from typing import Final

from aiohttp import web
from pydantic import BaseModel, ConfigDict

from telemed.kernel.errors import DomainError, Kind

MEDIA_TYPE: Final = "application/problem+json"

_STATUS = {
    Kind.INVALID: 422,
    Kind.UNAUTHENTICATED: 401,
    Kind.DENIED: 403,
    Kind.MISSING: 404,
    Kind.CONFLICT: 409,
    Kind.BUSY: 503,
}
_HTTP = {
    400: ("bad_request", "This is not a request the server can read."),
    404: ("no_such_address", "Nothing lives at this address."),
    405: ("method_not_allowed", "This address does not take that method."),
    408: ("body_too_slow", "The request's body did not arrive in time."),
    413: ("body_too_large", "The request's body is larger than this address takes."),
    415: ("content_type", "The request's body is not of the kind this address takes."),
}
"""What aiohttp itself, and the reading of a body, can refuse."""


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class FieldError(_Wire):
    """One fault in what was sent. `params` are the limits that were broken, never the value."""

    pointer: str
    code: str
    message: str
    params: dict[str, int | float | str] = {}


class Problem(_Wire):
    """RFC 9457 problem details. `code` and `params` become a sentence on the screen; `title` helps developers."""

    type: str
    title: str
    status: int
    code: str
    params: dict[str, str | int] = {}
    errors: list[FieldError] = []
    request_id: str


class Invalid(DomainError):
    """Some of what was sent is not acceptable."""

    kind, code = Kind.INVALID, "validation"

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__()
        self.errors = errors


def problem_of(error: Exception, request_id: str) -> Problem:
    """The problem that tells of an error; `internal` for all that nobody foresaw."""
    match error:
        case DomainError():
            return _problem(_status(error), error.code, error.title, request_id, error)
        case web.HTTPException() if error.status in _HTTP:
            return _problem(error.status, *_HTTP[error.status], request_id)
        case web.HTTPException():
            phrase = HTTPStatus(error.status).phrase
            return _problem(error.status, phrase.lower().replace(" ", "_"), phrase, request_id)
    return _problem(500, "internal", "The server failed; the request id leads to its log.", request_id)


def response_of(error: Exception, request_id: str) -> web.Response:
    """The answer that carries the problem, with the headers its status asks for."""
    problem = problem_of(error, request_id)
    headers = {}
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if problem.status == 405 and isinstance(error, web.HTTPException):
        headers["Allow"] = error.headers["Allow"]
    if isinstance(wait := problem.params.get("retry_after_ms"), int):
        headers["Retry-After"] = str(-(-wait // 1000))
    return web.Response(body=problem.model_dump_json(), status=problem.status, content_type=MEDIA_TYPE, headers=headers)


def _status(error: DomainError) -> int:
    if error.kind is Kind.BUSY and "retry_after_ms" in error.params:
        return 429  # the asker was too quick; any other "busy" is the server's own trouble
    return _STATUS[error.kind]


def _problem(status: int, code: str, title: str, request_id: str, error: DomainError | None = None) -> Problem:
    errors: list[FieldError] = []
    if isinstance(error, Invalid):
        errors = error.errors
    elif error and error.pointer:
        errors = [FieldError(pointer=error.pointer, code=code, message=title)]
    return Problem(
        type=f"/problems/{code}",
        title=title,
        status=status,
        code=code,
        params=error.params if error else {},
        errors=errors,
        request_id=request_id,
    )
