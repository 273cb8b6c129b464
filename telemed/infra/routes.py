"""What a route is: a typed function. Its input is parsed at the door; faults are named by JSON pointer, never echoed.

    @routes.put("/api/consults/{id}", tag="consults", errors=(409,))
    async def put_consult(id: ConsultId, body: NewConsult, actor: Actor) -> Consult: ...

Parameters go by name: `body` and `query` are models, `actor` makes the route need a signed-in person, `key` makes it
need another system's key, `request` is aiohttp's own; every other one stands in the path.
"""

import asyncio
import json
import re
import typing
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from types import UnionType
from typing import Any, Generic, TypeVar

from aiohttp import ClientPayloadError, web
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model
from pydantic_core import ErrorDetails

from telemed.infra.api_model import ApiModel, Verbatim
from telemed.infra.problems import FieldError, Invalid
from telemed.infra.security import cookie_name, is_https
from telemed.kernel.actor import Actor

__all__ = [
    "BODY_LIMIT",
    "ApiModel",
    "Bytes",
    "Cookie",
    "FileBody",
    "Operation",
    "Reply",
    "Routes",
    "Verbatim",
    "actor_of",
    "set_actor",
]

T = TypeVar("T")
Handler = Callable[..., Awaitable[object]]
Bytes = AsyncIterator[bytes]
H = TypeVar("H", bound=Handler)

BODY_LIMIT = 256 * 1024
BODY_WITHIN = timedelta(seconds=60)
"""Long enough for a full body at 48 kbit/s, the weakest line a station works on."""

_ACTOR = web.RequestKey("actor", Actor)
_BOUNDS = frozenset({"ge", "gt", "le", "lt", "min_length", "max_length", "multiple_of", "max_digits", "decimal_places"})
_FIELD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def set_actor(request: web.Request, actor: Actor) -> None:
    request[_ACTOR] = actor


def actor_of(request: web.Request) -> Actor | None:
    return request.get(_ACTOR)


@dataclass(frozen=True, slots=True)
class FileBody:
    """What a route that takes a file says of it: `body: Annotated[bytes, FileBody(…)]`. Its bytes come unread."""

    media_type: str
    limit: int
    within: timedelta | None = None
    """None: as long as any other body may take."""
    streamed: bool = False
    """Handed on as it comes, `Annotated[Bytes, …]`: a line that breaks just ends it, and `within` is how long it may be
    silent."""


_JSON = FileBody("application/json", BODY_LIMIT)


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie no script can read and no other site can send. `max_age` of zero removes it."""

    name: str
    value: str = field(repr=False)
    path: str
    max_age: timedelta

    def put(self, request: web.Request, response: web.StreamResponse) -> None:
        response.set_cookie(
            cookie_name(request, self.name),
            self.value,
            path=self.path,
            max_age=int(self.max_age.total_seconds()),
            httponly=True,
            samesite="Strict",
            secure=is_https(request),
        )


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """An answer with cookies or headers of its own."""

    model: T
    cookies: tuple[Cookie, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Operation:
    """One route: how its input is read and its answer written."""

    method: str
    path: str
    tag: str
    status: int
    errors: tuple[int, ...]
    function: Handler
    needs_actor: bool
    needs_request: bool
    ids: type[BaseModel] | None
    query: type[BaseModel] | None
    body: TypeAdapter[Any] | None
    answer: TypeAdapter[Any] | None
    answers_itself: bool
    """With a response of its own making; with neither this nor `answer` it says 204."""
    file: FileBody | None = None
    """Its body is a file of this kind, and `body` is None."""
    lifeline: bool = False
    """A patient may depend on it this minute: no lock of the screen and no limit of rate refuses it."""
    for_keys: bool = False
    """Asked by other systems with a key of theirs, and by no person."""

    @property
    def name(self) -> str:
        return self.function.__name__

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Parse, call, answer. All faults of path, query and body are told at once.

        Raises:
            Invalid: something in it is not acceptable.
        """
        given: dict[str, object] = {}
        faults: list[FieldError] = []
        if self.ids:
            with _collecting(faults, "path", request.match_info):
                given |= dict(self.ids.model_validate(dict(request.match_info)))
        if self.query:
            sent = _lists(request, self.query)
            with _collecting(faults, "query", sent):
                given["query"] = self.query.model_validate(sent)
        if self.file:
            given["body"] = _coming(request, self.file) if self.file.streamed else await _read(request, self.file)
        if self.body:
            raw = await _read(request, _JSON)
            with _collecting(faults, "body", raw):
                given["body"] = self.body.validate_json(raw, strict=True)
        if faults:
            raise Invalid(faults)
        if self.needs_actor:
            given["key" if self.for_keys else "actor"] = request[_ACTOR]
        if self.needs_request:
            given["request"] = request
        return self._answer(request, await self.function(**given))

    def _answer(self, request: web.Request, result: object) -> web.StreamResponse:
        if isinstance(result, web.StreamResponse):
            return result
        reply = result if isinstance(result, Reply) else Reply(result)
        if reply.model is None or self.answer is None:
            response = web.Response(status=204, headers=reply.headers)
        else:
            text = self.answer.dump_json(reply.model)
            response = web.Response(
                body=text, status=self.status, content_type="application/json", headers=reply.headers
            )
        for cookie in reply.cookies:
            cookie.put(request, response)
        return response


class Routes:
    """The routes of one feature, or of all of them."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []

    def get(
        self, path: str, *, tag: str, status: int = 200, errors: tuple[int, ...] = (), lifeline: bool = False
    ) -> Callable[[H], H]:
        return self._route("GET", path, tag=tag, status=status, errors=errors, lifeline=lifeline)

    def post(
        self, path: str, *, tag: str, status: int = 200, errors: tuple[int, ...] = (), lifeline: bool = False
    ) -> Callable[[H], H]:
        return self._route("POST", path, tag=tag, status=status, errors=errors, lifeline=lifeline)

    def put(
        self, path: str, *, tag: str, status: int = 200, errors: tuple[int, ...] = (), lifeline: bool = False
    ) -> Callable[[H], H]:
        return self._route("PUT", path, tag=tag, status=status, errors=errors, lifeline=lifeline)

    def delete(
        self, path: str, *, tag: str, status: int = 200, errors: tuple[int, ...] = (), lifeline: bool = False
    ) -> Callable[[H], H]:
        return self._route("DELETE", path, tag=tag, status=status, errors=errors, lifeline=lifeline)

    def head(
        self, path: str, *, tag: str, status: int = 200, errors: tuple[int, ...] = (), lifeline: bool = False
    ) -> Callable[[H], H]:
        return self._route("HEAD", path, tag=tag, status=status, errors=errors, lifeline=lifeline)

    def patch(
        self, path: str, *, tag: str, status: int = 200, errors: tuple[int, ...] = (), lifeline: bool = False
    ) -> Callable[[H], H]:
        return self._route("PATCH", path, tag=tag, status=status, errors=errors, lifeline=lifeline)

    def include(self, *others: "Routes") -> None:
        for other in others:
            self.operations += other.operations

    def mount(self, app: web.Application) -> None:
        for (method, path), times in Counter((one.method, one.path) for one in self.operations).items():
            if times > 1:
                raise TypeError(f"{method} {path} is served by {times} functions")
        for operation in self.operations:
            app.router.add_route(operation.method, operation.path, operation.handle)

    def _route(
        self, method: str, path: str, *, tag: str, status: int, errors: tuple[int, ...], lifeline: bool
    ) -> Callable[[H], H]:
        def register(function: H) -> H:
            made = _operation(function, method, path, tag=tag, status=status, errors=errors, lifeline=lifeline)
            self.operations.append(made)
            return function

        return register


def _operation(
    function: Handler, method: str, path: str, *, tag: str, status: int, errors: tuple[int, ...], lifeline: bool
) -> Operation:
    hints = typing.get_type_hints(function, include_extras=True)
    answer = hints.pop("return", type(None))
    if typing.get_origin(answer) is Reply:
        (answer,) = typing.get_args(answer)
    itself = isinstance(answer, type) and issubclass(answer, web.StreamResponse)
    file = next((one for one in getattr(hints.get("body"), "__metadata__", ()) if isinstance(one, FileBody)), None)
    ids = {name: hint for name, hint in hints.items() if name not in {"body", "query", "actor", "key", "request"}}
    if set(ids) != set(re.findall(r"\{(\w+)\}", path)):
        raise TypeError(f"{function.__qualname__}: its parameters and the names in {path} must be the same")
    return Operation(
        method=method,
        path=path,
        tag=tag,
        status=status,
        errors=errors,
        function=function,
        needs_actor="actor" in hints or "key" in hints,
        for_keys="key" in hints,
        needs_request="request" in hints,
        # pydantic's overloads cannot see through a dict of fields
        ids=create_model(f"{function.__name__}_path", **{n: (h, ...) for n, h in ids.items()}) if ids else None,  # type: ignore[call-overload]
        query=hints.get("query"),
        body=TypeAdapter(hints["body"]) if "body" in hints and file is None else None,
        answer=None if itself or answer is type(None) else TypeAdapter(answer),
        answers_itself=itself,
        file=file,
        lifeline=lifeline,
    )


async def _read(request: web.Request, wanted: FileBody) -> bytes:
    """The body, of its kind and within its limits of size and time."""
    if request.content_type != wanted.media_type:
        raise web.HTTPUnsupportedMediaType
    body = bytearray()
    try:
        async with asyncio.timeout((wanted.within or BODY_WITHIN).total_seconds()):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > wanted.limit:
                    raise web.HTTPRequestEntityTooLarge(max_size=wanted.limit, actual_size=len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except web.RequestPayloadError:
        raise web.HTTPBadRequest from None
    return bytes(body)


async def _coming(request: web.Request, wanted: FileBody) -> Bytes:
    """The body piece by piece, until it ends, its line breaks, or nothing comes for too long."""
    if request.content_type != wanted.media_type:
        raise web.HTTPUnsupportedMediaType
    pieces = request.content.iter_any()
    while True:
        try:
            async with asyncio.timeout((wanted.within or BODY_WITHIN).total_seconds()):
                piece = await anext(pieces, None)
        except (TimeoutError, ConnectionError, web.RequestPayloadError, ClientPayloadError):
            return
        if piece is None:
            return
        yield piece


def _lists(request: web.Request, model: type[BaseModel]) -> dict[str, str | list[str]]:
    """The query, with a list wherever the model has one or a name was sent twice (then its type is at fault)."""
    sent: dict[str, str | list[str]] = {}
    for name in request.query:
        values = request.query.getall(name)
        wants = name in model.model_fields and _is_list(model.model_fields[name].annotation)
        sent[name] = values if wants or len(values) > 1 else values[0]
    return sent


def _is_list(annotation: object) -> bool:
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        return any(map(_is_list, typing.get_args(annotation)))
    return typing.get_origin(annotation) in (list, tuple, set, frozenset)


@contextmanager
def _collecting(faults: list[FieldError], where: str, sent: object) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        if any(fault["type"] == "json_invalid" for fault in found):
            faults.append(FieldError(pointer=f"/{where}", code="json_invalid", message="Json invalid"))
            return
        data = json.loads(sent) if isinstance(sent, bytes) else sent
        faults += [_fault(fault, where, data) for fault in found]


def _fault(fault: ErrorDetails, where: str, sent: object) -> FieldError:
    """pydantic's own message can quote what was sent ("found `x` at 1"), so ours is made from the code alone."""
    code, context = fault["type"], fault.get("ctx", {})
    return FieldError(
        pointer="/".join(["", where, *_pointer(fault, sent)]),
        code=code,
        message=code.replace("_", " ").replace(".", " ").capitalize(),
        params={name: _plain(bound) for name, bound in context.items() if name in _BOUNDS},
    )


def _plain(bound: object) -> int | float | str:
    return bound if isinstance(bound, int | float) else str(bound)


def _pointer(fault: ErrorDetails, sent: object) -> Iterator[str]:
    """Where the fault is in what was sent.

    pydantic's path also names the branch of a union or a validator; those are not in the document and are left out.
    A name that no field of ours could have may be anything somebody typed: the pointer stops at its parent.
    """
    for part in fault["loc"]:
        match part, sent:
            case int(), list() if part < len(sent):
                sent = sent[part]
            case str(), Mapping() if part in sent:
                sent = sent[part]
            case _ if fault["type"] == "missing" and part == fault["loc"][-1]:
                pass
            case _:
                continue
        if not _FIELD.fullmatch(str(part)):
            return
        yield str(part)
