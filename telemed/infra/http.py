"""What every request passes through: it gets an id and an actor, its refusals become problems, and are audited."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from telemed.infra import security
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.infra.problems import response_of
from telemed.infra.routes import BODY_LIMIT, Operation, actor_of, set_actor
from telemed.kernel.actor import Actor
from telemed.kernel.errors import DomainError, Kind, ScreenLocked
from telemed.kernel.ids import uuid7

log = structlog.get_logger()

Authenticate = Callable[[str], Awaitable[Actor]]
"""An access token to the person who holds it. Raises a DomainError of kind UNAUTHENTICATED."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that was refused, for the audit trail."""

    code: str
    method: str
    path: str
    """Canonical: a template without ids."""
    request_id: str
    about: UUID | None
    """The id in the address, where it names one thing."""


OnRefusal = Callable[[Actor | None, Refusal], Awaitable[None]]

REFUSALS: Final = frozenset({Kind.DENIED, Kind.UNAUTHENTICATED, Kind.MISSING})
QUIET: Final = frozenset({"/healthz", "/readyz", "/metrics"})

_REQUEST_ID = web.RequestKey("request_id", str)
_STARTED = web.RequestKey("started", bool)


class KeysOnly(DomainError):
    """This address is for other systems with a key, and theirs open no other address."""

    kind, code = Kind.DENIED, "exchange.keys_only"


class SignInFirst(DomainError):
    """This address needs a signed-in person."""

    kind, code = Kind.UNAUTHENTICATED, "sign_in_first"


def request_id_of(request: web.Request) -> str:
    return request[_REQUEST_ID]


def canonical_path(request: web.Request) -> str:
    """The route's template, never the real path: that one holds ids, and whatever a stranger typed."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "unknown"


def application(
    *,
    authenticate: Authenticate,
    on_refusal: OnRefusal,
    metrics: Metrics,
    limits: RateLimits,
    origins: frozenset[str] = frozenset(),
) -> web.Application:
    """An empty application with everything that all routes share. `origins` may change things besides our own host."""
    edge = _Edge(authenticate, on_refusal, metrics, limits, origins)
    app = web.Application(middlewares=[edge.account, edge.tell_problems, edge.admit], client_max_size=BODY_LIMIT)
    app.on_response_prepare.append(edge.prepare)
    return app


class _Edge:
    def __init__(
        self,
        authenticate: Authenticate,
        on_refusal: OnRefusal,
        metrics: Metrics,
        limits: RateLimits,
        origins: frozenset[str],
    ) -> None:
        self._authenticate, self._on_refusal = authenticate, on_refusal
        self._metrics, self._limits, self._origins = metrics, limits, origins

    @web.middleware
    async def account(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Name the request, and write down afterwards how it went."""
        request[_REQUEST_ID] = request_id = str(uuid7())
        route, begun = canonical_path(request), time.perf_counter()
        status = 499  # what nginx calls a client that left before its answer
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                response = await handler(request)
                status = response.status
            except web.HTTPException as elsewhere:  # a redirect, or "not modified"
                status = elsewhere.status
                raise
            finally:
                took = time.perf_counter() - begun
                self._metrics.answered(request.method, route, status, took)
                if route not in QUIET:
                    actor = actor_of(request)
                    who = {"actor": actor.id} if actor else {}
                    log.info("http", method=request.method, route=route, status=status, ms=round(took * 1000), **who)
        return response

    @web.middleware
    async def tell_problems(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException as error:
            if error.status < 400:
                raise
            return self._problem(request, error)
        except DomainError as error:
            if _is_audited(request, error) and self._is_written_down(request):
                await self._audit(request, error.code)
            return self._problem(request, error)
        except Exception as error:
            log.exception("request_failed", route=canonical_path(request))
            return self._problem(request, error)

    @web.middleware
    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in only changes from our own pages, and only signed-in people where the route wants one."""
        security.require_origin(request, self._origins)
        operation = operation_of(request)
        if operation and operation.needs_actor:
            try:
                actor = await self._authenticate(_bearer(request))
            except DomainError:
                self._limits.spend_as_stranger(operation, security.client_address(request))
                raise
            set_actor(request, replace(actor, request_id=request_id_of(request)))
            if operation.for_keys != (actor.key is not None):
                raise KeysOnly
            if actor.locked and not operation.lifeline:
                raise ScreenLocked
            self._limits.spend(operation, actor)
        elif operation:
            self._limits.spend_as_stranger(operation, security.client_address(request))
        return await handler(request)

    async def prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        request[_STARTED] = True
        response.headers["X-Request-Id"] = request_id_of(request)
        security.protect(request, response)

    def _problem(self, request: web.Request, error: Exception) -> web.Response:
        if request.get(_STARTED):
            # Half an answer is out. Cutting the line is the one way left to say that it is not whole.
            if request.transport:
                request.transport.abort()
            raise ConnectionResetError from error
        return response_of(error, request_id_of(request))

    def _is_written_down(self, request: web.Request) -> bool:
        return actor_of(request) is not None or self._limits.writes_down(security.client_address(request))

    async def _audit(self, request: web.Request, code: str) -> None:
        try:
            async with asyncio.timeout(5):
                refusal = Refusal(
                    code, request.method, canonical_path(request), request_id_of(request), _id_in(request)
                )
                await self._on_refusal(actor_of(request), refusal)
        except Exception:  # the refusal stands even when it cannot be written down
            log.exception("refusal_not_audited", route=canonical_path(request), code=code)


def _id_in(request: web.Request) -> UUID | None:
    try:
        return UUID(request.match_info.get("id", ""))
    except ValueError:
        return None


def operation_of(request: web.Request) -> Operation | None:
    """The typed route that will answer; None for sockets, files and unknown addresses."""
    owner = getattr(request.match_info.handler, "__self__", None)
    return owner if isinstance(owner, Operation) else None


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise SignInFirst
    return token.strip()


def _is_audited(request: web.Request, error: DomainError) -> bool:
    operation = operation_of(request)
    guarded = operation is not None and operation.needs_actor
    return isinstance(error, security.OtherOrigin) or (guarded and error.kind in REFUSALS)
