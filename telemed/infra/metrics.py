"""What Prometheus may read of us: counts and times by route template, never by path, person or patient."""

import hmac
from collections.abc import Callable
from typing import Final

from aiohttp import hdrs, web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

from telemed.infra.security import is_local
from telemed.kernel.errors import DomainError, Kind

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})


class MetricsArePrivate(DomainError):
    """Figures are read on the server itself, or with the token of TELEMED_METRICS_TOKEN."""

    kind, code = Kind.DENIED, "metrics_are_private"


class Metrics:
    """One registry per application. Others register their gauges here, or take `registry` for what they count."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._requests = Counter(
            "telemed_http_requests", "HTTP requests answered", ["method", "route", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "telemed_http_seconds", "Time to answer an HTTP request", ["method", "route"], registry=self.registry
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        known = method if method in _METHODS else "other"  # a stranger's invention must not become a label
        self._requests.labels(known, route, str(status)).inc()
        if status != 101:  # a socket's life is no answering time
            self._seconds.labels(known, route).observe(seconds)

    def gauge(self, name: str, documentation: str, read: Callable[[], float]) -> None:
        """A figure that is read at each scrape; `read` must be quick."""
        Gauge(name, documentation, registry=self.registry).set_function(read)

    def mount(self, app: web.Application, token: str | None) -> None:
        """Add `GET /metrics`, for loopback and for the bearer of the token."""

        async def show(request: web.Request) -> web.StreamResponse:
            if not (is_local(request) or (token and _bears(request, token))):
                raise MetricsArePrivate
            return web.Response(body=generate_latest(self.registry), headers={hdrs.CONTENT_TYPE: CONTENT_TYPE_LATEST})

        app.router.add_get("/metrics", show)


def _bears(request: web.Request, token: str) -> bool:
    sent = request.headers.get(hdrs.AUTHORIZATION, "").removeprefix("Bearer ")
    return hmac.compare_digest(sent.encode(), token.encode())
